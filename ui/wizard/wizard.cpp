// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizard.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"
#include "ui/wizard/connectstep.h"
#include "ui/wizard/keystep.h"
#include "ui/wizard/providerstep.h"
#include "ui/wizard/steprail.h"
#include "ui/wizard/teststep.h"
#include "ui/wizard/virtualkeystep.h"

#include <QtGui/QCloseEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize wizardSize(940, 640);

} // namespace

Wizard::Wizard(Api::AdminClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_rail(
          new StepRail({tr("Provider"), tr("Key"), tr("Test"), tr("App key"), tr("Connect")}, this))
    , m_pages(new QStackedWidget(this))
    , m_provider(new ProviderStep(client, m_pages))
    , m_key(new KeyStep(client, m_pages))
    , m_test(new TestStep(client, m_setup, m_pages))
    , m_virtualKey(new VirtualKeyStep(client, m_setup, m_pages))
    , m_connect(new ConnectStep(client, m_setup, m_pages))
{
    setObjectName(u"wizard"_s);
    setWindowTitle(tr("Set up Gatehouse"));
    setAccessibleName(windowTitle());
    resize(wizardSize);
    for (QWidget *page : {static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_key),
                          static_cast<QWidget *>(m_test), static_cast<QWidget *>(m_virtualKey),
                          static_cast<QWidget *>(m_connect)})
        m_pages->addWidget(page);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    right->addWidget(makeFooter());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    connectSteps();
    loadStatus();
    m_provider->load();
    showStep(ProviderPage);
}

Wizard::~Wizard() = default;

QWidget *Wizard::makeFooter()
{
    auto *footer = new QWidget(this);
    m_back = makeButton(tr("Back"), {}, u"wizard.backButton"_s, footer);
    m_saveAnyway = makeButton(tr("Save anyway"), {}, u"wizard.saveAnywayButton"_s, footer);
    m_testButton = makeButton(tr("Test and save"), u"primary"_s, u"wizard.testButton"_s, footer);
    m_continue = makeButton(tr("Continue"), u"primary"_s, u"wizard.continueButton"_s, footer);
    m_createKey = makeButton(tr("Create key"), u"primary"_s, u"wizard.createKeyButton"_s, footer);
    m_finish = makeButton(tr("Finish"), u"primary"_s, u"wizard.finishButton"_s, footer);
    QSizePolicy keepsPlace = m_back->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true); // the footer stays as high on every step
    m_back->setSizePolicy(keepsPlace);
    auto *line = new QFrame(footer);
    line->setProperty("kind", u"line"_s);
    line->setFixedHeight(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(32, 14, 32, 16);
    buttons->setSpacing(8);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    for (QPushButton *button : {m_saveAnyway, m_testButton, m_continue, m_createKey, m_finish})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(buttons);
    return footer;
}

void Wizard::offerSampleData(bool offered)
{
    m_provider->offerSampleData(offered);
}

bool Wizard::preview(int step)
{
    const QList<KnownProvider> &known = m_provider->known();
    const auto cloud =
        std::find_if(known.cbegin(), known.cend(), [](const auto &one) { return !one.local; });
    if (cloud == known.cend())
        return false;
    chooseProvider(*cloud);
    m_setup.providerId = cloud->kind;
    m_setup.models = {u"gpt-4o-mini"_s};
    m_test->prepare();
    showStep(Step(step - 1));
    return true;
}

void Wizard::offerGateways(bool offered)
{
    m_provider->offerGateways(offered);
}

void Wizard::connectSteps()
{
    connect(m_provider, &ProviderStep::gatewayRequested, this, [this] {
        done(Rejected);
        Q_EMIT gatewayRequested();
    });
    connect(m_provider, &ProviderStep::formRequested, this, [this](const QString &kind) {
        done(Rejected);
        Q_EMIT formRequested(kind);
    });
    connect(m_provider, &ProviderStep::sampleDataRequested, this, [this] {
        done(Rejected); // nothing is lost on the first step, so nothing is asked
        Q_EMIT sampleDataRequested();
    });
    connect(m_provider, &ProviderStep::chosen, this, &Wizard::chooseProvider);
    connect(m_provider, &ProviderStep::environmentKeyChosen, this,
            [this](const KnownProvider &provider, const QString &variable) {
                m_setup.provider = provider;
                m_setup.environmentVariable = variable;
                m_setup.secret.clear();
                m_rail->setSkipped(KeyPage, true);
                startTest();
            });
    connect(m_key, &KeyStep::submitted, this, [this] {
        m_setup.provider = m_key->provider();
        m_setup.secret = m_key->secret();
        startTest();
    });
    connect(m_key, &KeyStep::providerSwitched, this, [this](const KnownProvider &provider) {
        m_setup.provider = provider;
        m_key->setProvider(provider);
    });
    connect(m_test, &TestStep::stateChanged, this, [this] {
        updateButtons();
        if (m_test->state() != TestStep::State::Saved)
            return;
        m_key->wipe();
        m_continue->setFocus();
    });
    connect(m_virtualKey, &VirtualKeyStep::busyChanged, this, &Wizard::updateButtons);
    connect(m_virtualKey, &VirtualKeyStep::created, this, [this] { showStep(ConnectPage); });
    connect(m_connect, &ConnectStep::requestOpened, this, &Wizard::requestOpened);
    connect(m_back, &QPushButton::clicked, this, &Wizard::goBack);
    connect(m_testButton, &QPushButton::clicked, m_key, &KeyStep::submit);
    connect(m_saveAnyway, &QPushButton::clicked, m_test, &TestStep::save);
    connect(m_continue, &QPushButton::clicked, m_test, &TestStep::saveChoice);
    connect(m_test, &TestStep::choiceSaved, this, [this] { showStep(VirtualKeyPage); });
    connect(m_createKey, &QPushButton::clicked, m_virtualKey, &VirtualKeyStep::create);
    connect(m_finish, &QPushButton::clicked, this, &Wizard::finish);
}

void Wizard::loadStatus()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_setup.baseUrl = call->reply().body.value("base_url"_L1).toString();
                m_key->setPlace(parseSecretPlace(call->reply().body));
            });
}

void Wizard::chooseProvider(const KnownProvider &provider)
{
    m_setup.provider = provider;
    m_setup.secret.clear();
    m_setup.environmentVariable.clear();
    m_rail->setSkipped(KeyPage, provider.local);
    if (provider.local)
        return startTest();
    loadStatus(); // a keychain may have been unlocked, or asked for the first time, meanwhile
    m_key->setKnown(m_provider->known());
    m_key->setProvider(provider);
    showStep(KeyPage);
}

void Wizard::startTest()
{
    showStep(TestPage);
    m_test->start();
}

void Wizard::showStep(Step step)
{
    m_step = step;
    if (step == VirtualKeyPage)
        m_virtualKey->start();
    if (step == ConnectPage)
        m_connect->start();
    m_rail->setCurrent(step);
    m_pages->setCurrentIndex(step);
    updateButtons();
    if (step == ProviderPage)
        m_provider->focusSearch();
    else if (step == KeyPage)
        m_key->focusFirst();
    else if (step == VirtualKeyPage)
        m_virtualKey->setFocus();
}

void Wizard::goBack()
{
    const bool skipsKey = m_setup.provider.local || !m_setup.environmentVariable.isEmpty();
    if (m_step == VirtualKeyPage)
        showStep(TestPage);
    else if (m_step == TestPage && !skipsKey)
        showStep(KeyPage);
    else
        showStep(ProviderPage);
}

void Wizard::updateButtons()
{
    using State = TestStep::State;
    const State test = m_test->state();
    // A key that was made cannot be unmade by going back.
    m_back->setVisible(m_step != ProviderPage && m_step != ConnectPage);
    m_back->setEnabled(m_step != TestPage || test != State::Saving);
    m_saveAnyway->setVisible(m_step == TestPage && test == State::Failed);
    m_testButton->setVisible(m_step == KeyPage);
    m_continue->setVisible(m_step == TestPage);
    m_continue->setEnabled(test == State::Saved);
    m_createKey->setVisible(m_step == VirtualKeyPage);
    m_createKey->setEnabled(!m_virtualKey->isBusy());
    m_finish->setVisible(m_step == ConnectPage);
    for (QPushButton *button : {m_testButton, m_continue, m_createKey, m_finish})
        button->setDefault(button->isVisibleTo(this));
}

void Wizard::finish()
{
    if (m_connect->wasCopied())
        accept();
    else
        askToCopy(Accepted);
}

void Wizard::reject()
{
    if (m_step != ConnectPage)
        askToLeave();
    else if (m_connect->wasCopied())
        QDialog::reject();
    else
        askToCopy(Rejected);
}

void Wizard::closeEvent(QCloseEvent *event)
{
    event->ignore();
    reject();
}

void Wizard::askToLeave()
{
    QMessageBox *box = makeQuestion(this, u"wizard.leaveDialog"_s, tr("Leave setup?"),
                                    tr("You can continue from the Overview."));
    QPushButton *leave = box->addButton(tr("Leave setup"), QMessageBox::DestructiveRole);
    leave->setObjectName(u"wizard.leaveButton"_s);
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(u"wizard.stayButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    openQuestion(*box);
}

void Wizard::askToCopy(int result)
{
    QMessageBox *box = makeQuestion(this, u"wizard.copyDialog"_s, tr("Copy the key first?"),
                                    tr("It cannot be shown again."));
    QPushButton *copy = box->addButton(tr("Copy and close"), QMessageBox::AcceptRole);
    copy->setObjectName(u"wizard.copyAndCloseButton"_s);
    QPushButton *close = box->addButton(tr("Close without it"), QMessageBox::DestructiveRole);
    close->setObjectName(u"wizard.closeWithoutCopyButton"_s);
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(u"wizard.stayButton"_s);
    box->setDefaultButton(copy);
    box->setEscapeButton(stay);
    connect(copy, &QPushButton::clicked, this, [this, result] {
        m_connect->copyKey();
        done(result);
    });
    connect(close, &QPushButton::clicked, this, [this, result] { done(result); });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
