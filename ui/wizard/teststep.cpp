// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/teststep.h"

#include "ui/models/modelchoicemodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

TestStep::TestStep(Api::AdminClient &client, Setup &setup, QWidget *parent)
    : WizardPage(u"wizard.test"_s, parent)
    , m_client(client)
    , m_setup(setup)
    , m_checks(new CheckList)
    , m_models(new ModelChoiceModel(this))
    , m_used(makeLabel({}, u"muted"_s, this))
    , m_message(makeLabel({}, u"muted"_s, this))
    , m_retry(makeButton(tr("Retry"), {}, u"wizard.test.retryButton"_s, this))
{
    m_checks->setObjectName(u"wizard.test.checks"_s);
    m_message->setObjectName(u"wizard.test.messageLabel"_s);
    m_used->setObjectName(u"wizard.test.usedLabel"_s);
    m_message->setWordWrap(true);
    m_retry->setIcon(themeIcon(u"refresh-cw"_s));
    connect(m_retry, &QPushButton::clicked, this, &TestStep::start);
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(4, 4, 12, 4);
    holderLayout->addWidget(m_checks);
    holderLayout->addWidget(makeModels());
    holderLayout->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(holder);
    holder->setAutoFillBackground(false);
    auto *card = new Card(this);
    card->content()->addWidget(area);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_message, 1);
    line->addWidget(m_retry, 0, Qt::AlignTop);
    content()->addWidget(card, 1);
    content()->addWidget(m_used);
    content()->addLayout(line);
}

QWidget *TestStep::makeModels()
{
    m_modelsBox = new QWidget;
    m_table = new TableView(m_modelsBox);
    m_table->setObjectName(u"wizard.test.modelsTable"_s);
    m_table->setAccessibleName(tr("Models to offer"));
    m_table->setModel(m_models);
    m_table->setFitsRows(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int column = ModelChoiceModel::Model + 1; column < m_models->columnCount(); ++column)
        m_table->setColumnHidden(column, true);
    m_table->horizontalHeader()->setSectionResizeMode(ModelChoiceModel::Model,
                                                      QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(m_modelsBox);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(tr("Models to offer"), u"section"_s, m_modelsBox));
    layout->addWidget(makeLabel(tr("All of them, and those that come later, while none is "
                                   "unchecked."),
                                u"caption"_s, m_modelsBox));
    layout->addWidget(m_table);
    m_modelsBox->hide();
    return m_modelsBox;
}

void TestStep::setState(State state)
{
    m_state = state;
    m_retry->setVisible(state == State::Failed);
    setStyleProperty(m_message, "tone",
                     state == State::Failed      ? u"error"_s
                         : state == State::Saved ? u"ok"_s
                                                 : u"muted"_s);
    Q_EMIT stateChanged();
}

void TestStep::prepare()
{
    setTitle(tr("Test %1").arg(m_setup.provider.name),
             tr("The gateway sends a few small requests to see what works."));
    m_checks->setChecks(waitingChecks());
    m_modelsBox->hide();
    m_used->clear();
    m_used->hide();
    m_retry->hide();
}

void TestStep::start()
{
    prepare();
    m_message->setText(tr("Testing…"));
    m_setup.providerId.clear();
    QJsonObject body{{"provider"_L1, providerDocument(m_setup, m_setup.provider.kind, {})}};
    body.insert("secret"_L1, m_setup.secret.isEmpty() ? QJsonValue() : QJsonValue(m_setup.secret));
    if (!m_setup.environmentVariable.isEmpty())
        body.insert("from_environment"_L1, m_setup.environmentVariable);
    delete m_call;
    m_call = m_client.post(u"/providers/test"_s, body);
    connect(m_call, &Api::AdminCall::finished, this, &TestStep::takeTest);
    setState(State::Testing);
}

void TestStep::takeTest(Api::AdminCall *call)
{
    m_call.clear();
    const QJsonObject body = call->reply().body;
    if (!call->succeeded()) {
        m_checks->setChecks({});
        return showFailure(call->reply().status == 0
                               ? tr("The gateway did not answer. Check that it runs, then retry.")
                               : tr("The test could not run. %1").arg(call->error().detail));
    }
    m_checks->setChecks(parseChecks(body.value("checks"_L1).toArray()));
    m_setup.models.clear();
    for (const QJsonValue &model : body.value("models"_L1).toArray())
        m_setup.models.append(model.toString());
    const qint64 tokens = body.value("tokens"_L1).toInteger();
    const QJsonValue cost = body.value("cost_nano_usd"_L1);
    m_used->setText(cost.isDouble()
                        ? tr("This test used %1 tokens, %2.")
                              .arg(Format::count(tokens), Format::money(cost.toInteger()))
                        : tr("This test used %1 tokens.").arg(Format::count(tokens)));
    m_used->setVisible(tokens > 0);
    if (body.value("key_accepted"_L1).toBool())
        return save();
    showFailure(
        m_setup.provider.local
            ? tr("%1 did not answer as expected.").arg(m_setup.provider.name)
            : tr("%1 did not accept the key, so nothing was saved.").arg(m_setup.provider.name));
}

void TestStep::showFailure(const QString &text)
{
    m_message->setText(text);
    setState(State::Failed);
}

void TestStep::save()
{
    m_message->setText(tr("Saving…"));
    setState(State::Saving);
    if (m_setup.secret.isEmpty() && m_setup.environmentVariable.isEmpty())
        chooseId({});
    else
        chooseSecretName();
}

// The key of another account of this provider stays what it is.
void TestStep::chooseSecretName()
{
    m_call = m_client.get(u"/secrets"_s);
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (!call->succeeded())
            return showFailure(tr("The key could not be stored, so nothing was saved. %1")
                                   .arg(call->error().detail));
        QStringList taken;
        for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
            taken.append(item.toObject().value("name"_L1).toString());
        storeSecret(freeName(u"%1-main"_s.arg(m_setup.provider.kind), taken));
    });
}

void TestStep::storeSecret(const QString &name)
{
    const QJsonObject body = m_setup.environmentVariable.isEmpty()
        ? QJsonObject{{"value"_L1, m_setup.secret}}
        : QJsonObject{{"from_environment"_L1, m_setup.environmentVariable}};
    m_call = m_client.put(u"/secrets/%1"_s.arg(name), body);
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (!call->succeeded())
            return showFailure(tr("The key could not be stored, so nothing was saved. %1")
                                   .arg(call->error().detail));
        chooseId(call->reply().body.value("ref"_L1).toString());
    });
}

// A second account of the same provider gets a name of its own.
void TestStep::chooseId(const QString &secretReference)
{
    m_call = m_client.get(u"/providers"_s);
    connect(m_call, &Api::AdminCall::finished, this, [this, secretReference](Api::AdminCall *call) {
        QStringList taken;
        for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
            taken.append(item.toObject().value("id"_L1).toString());
        saveProvider(freeName(m_setup.provider.kind, taken), secretReference);
    });
}

void TestStep::saveProvider(const QString &id, const QString &secretReference)
{
    m_saved = providerDocument(m_setup, id, secretReference);
    m_call = m_client.post(u"/providers"_s, m_saved);
    connect(m_call, &Api::AdminCall::finished, this, [this, id](Api::AdminCall *call) {
        if (!call->succeeded())
            return showFailure(tr("The provider could not be saved. %1").arg(call->error().detail));
        m_setup.secret.fill(u'\0');
        m_setup.secret.clear();
        m_setup.providerId = call->reply().body.value("id"_L1).toString(id);
        m_message->setText(tr("%1 is saved and ready.").arg(m_setup.provider.name));
        m_models->setModels(m_setup.models, {});
        m_table->updateGeometry();
        m_modelsBox->setVisible(m_setup.models.size() > 1);
        setState(State::Saved);
    });
}

void TestStep::saveChoice()
{
    const QStringList chosen = m_models->chosen();
    if (m_models->offersAll() || chosen == m_setup.models)
        return Q_EMIT choiceSaved();
    QJsonObject document = m_saved;
    document.insert("models"_L1, QJsonArray::fromStringList(chosen));
    m_call = m_client.put(u"/providers/%1"_s.arg(m_setup.providerId), document);
    connect(m_call, &Api::AdminCall::finished, this, [this, chosen](Api::AdminCall *call) {
        if (!call->succeeded()) {
            m_message->setText(
                tr("The choice of models could not be saved. %1").arg(call->error().detail));
            return;
        }
        m_setup.models = chosen;
        Q_EMIT choiceSaved();
    });
}

} // namespace Gatehouse::Ui
