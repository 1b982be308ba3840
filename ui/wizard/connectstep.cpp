// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/connectstep.h"

#include "ui/models/requestdata.h"
#include "ui/models/snippets.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/snippetview.h"

#include <QtCore/QJsonArray>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ConnectStep::ConnectStep(Api::AdminClient &client, Setup &setup, QWidget *parent)
    : WizardPage(u"wizard.connect"_s, parent)
    , m_setup(setup)
{
    setTitle(tr("Connect an app"),
             tr("Give your app this address and key. The key cannot be shown again later."));
    content()->addWidget(makeKeyLine());
    content()->addWidget(makeSnippets(), 1);
    content()->addWidget(makeSendLine());
    connect(&m_test, &TestRequest::finished, this, &ConnectStep::takeAnswer);
    connect(&client, &Api::AdminClient::eventReceived, this, &ConnectStep::takeEvent);
}

QWidget *ConnectStep::makeKeyLine()
{
    auto *line = new QWidget(this);
    m_secret = new QLineEdit(line);
    m_secret->setObjectName(u"wizard.connect.secretField"_s);
    m_secret->setAccessibleName(tr("The new key"));
    m_secret->setReadOnly(true);
    m_secret->setProperty("kind", u"code"_s);
    m_copySecret = new CopyButton(tr("Copy key"), line);
    m_copySecret->setObjectName(u"wizard.connect.copyKeyButton"_s);
    connect(m_copySecret, &CopyButton::copied, this,
            [this] { markCopied(m_copySecret->copyText()); });
    QLabel *label = makeLabel(tr("Key"), u"strong"_s, line);
    label->setBuddy(m_secret);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_secret, 1);
    layout->addWidget(m_copySecret);
    return line;
}

QWidget *ConnectStep::makeSnippets()
{
    auto *box = new QWidget(this);
    m_snippets = new SnippetView(u"wizard.connect"_s, box);
    m_model = new QComboBox(box);
    m_model->setObjectName(u"wizard.connect.modelCombo"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setMinimumWidth(260);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_environment = new QCheckBox(tr("Key in an environment variable"), box);
    m_environment->setObjectName(u"wizard.connect.environmentCheck"_s);
    m_environment->setAccessibleName(m_environment->text());
    connect(m_model, &QComboBox::currentTextChanged, this, &ConnectStep::showSnippet);
    connect(m_environment, &QCheckBox::toggled, this, &ConnectStep::showSnippet);
    connect(m_snippets, &SnippetView::copied, this, &ConnectStep::markCopied);

    auto *options = new QHBoxLayout;
    options->setSpacing(12);
    QLabel *model = makeLabel(tr("Model"), u"strong"_s, box);
    model->setBuddy(m_model);
    options->addWidget(model);
    options->addWidget(m_model);
    options->addStretch(1);
    options->addWidget(m_environment);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(options);
    layout->addWidget(m_snippets, 1);
    return box;
}

QWidget *ConnectStep::makeSendLine()
{
    auto *line = new QWidget(this);
    m_send = makeButton(tr("Send a test request"), {}, u"wizard.connect.sendButton"_s, line);
    m_send->setIcon(themeIcon(u"send"_s));
    m_result = makeLabel({}, u"muted"_s, line);
    m_result->setObjectName(u"wizard.connect.resultLabel"_s);
    m_result->setWordWrap(true);
    m_open = makeButton(tr("Open it"), u"link"_s, u"wizard.connect.openButton"_s, line);
    m_open->hide();
    connect(m_send, &QPushButton::clicked, this, &ConnectStep::sendTest);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT requestOpened(m_requestId); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_send);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_open);
    return line;
}

void ConnectStep::start()
{
    m_copied = false;
    m_secret->setText(maskedKey(m_setup.keySecret));
    m_copySecret->setCopyText(m_setup.keySecret);
    {
        const QSignalBlocker quiet(m_model);
        m_model->clear();
        for (const QString &model : std::as_const(m_setup.models))
            m_model->addItem(u"%1/%2"_s.arg(m_setup.providerId, model));
        m_model->setCurrentIndex(int(m_setup.models.indexOf(firstConversational(m_setup.models))));
    }
    m_send->setEnabled(m_model->count() > 0);
    showResult(tr("Waiting for the first request…"), u"muted"_s);
    m_open->hide();
    showSnippet();
}

void ConnectStep::showSnippet()
{
    m_snippets->setTexts(snippetTexts({.baseUrl = m_setup.baseUrl,
                                       .key = m_setup.keySecret,
                                       .model = m_model->currentText(),
                                       .keyInEnvironment = m_environment->isChecked()}));
}

void ConnectStep::copyKey()
{
    QGuiApplication::clipboard()->setText(m_setup.keySecret);
    markCopied(m_setup.keySecret);
}

void ConnectStep::markCopied(const QString &text)
{
    if (!text.contains(m_setup.keySecret))
        return;
    m_copied = true;
    clearClipboardLater(text);
}

void ConnectStep::sendTest()
{
    m_send->setEnabled(false);
    m_open->hide();
    m_requestId.clear();
    showResult(tr("Waiting for the answer…"), u"muted"_s);
    m_test.send(m_setup.baseUrl, m_setup.provider.dialect, m_setup.keySecret,
                m_model->currentText());
}

void ConnectStep::takeAnswer(const TestRequest::Answer &answer)
{
    m_send->setEnabled(true);
    if (!m_requestId.isEmpty())
        return; // the gateway told more already
    if (answer.status >= 200 && answer.status < 300)
        showResult(tr("✓ %1 in %2").arg(answer.status).arg(Format::duration(double(answer.ms))),
                   u"ok"_s);
    else if (answer.status > 0)
        showResult(tr("✕ The gateway answered %1: %2").arg(answer.status).arg(answer.problem),
                   u"error"_s);
    else
        showResult(
            tr("✕ The gateway could not be reached at %1. %2").arg(m_setup.baseUrl, answer.problem),
            u"error"_s);
}

void ConnectStep::takeEvent(const QString &kind, const QJsonObject &body)
{
    if (kind != "request"_L1 || m_setup.keyId.isEmpty())
        return;
    const QJsonArray items = body.value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        const RequestRow row = parseRequestRow(item.toObject());
        if (row.key != m_setup.keyId)
            continue;
        m_requestId = row.id;
        const QString total = Format::duration(row.totalMs);
        if (row.failed())
            showResult(tr("✕ %1 after %2: %3").arg(row.status).arg(total, row.errorDetail),
                       u"error"_s);
        else
            showResult(tr("✓ %1 in %2, %3 tokens, %4")
                           .arg(row.status)
                           .arg(total, Format::count(row.tokensIn + row.tokensOut),
                                row.cost ? Format::money(row.cost) : tr("unpriced")),
                       u"ok"_s);
        m_open->show();
        return; // the newest comes first
    }
}

void ConnectStep::showResult(const QString &text, const QString &tone)
{
    m_result->setText(text);
    setStyleProperty(m_result, "tone", tone);
}

} // namespace Gatehouse::Ui
