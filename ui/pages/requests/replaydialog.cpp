// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/replaydialog.h"

#include "ui/models/spokentext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 640;
constexpr int answerHeight = 180;

//! What an answer says, else as it came.
QString answerText(const QJsonObject &side)
{
    const QString text = side.value("text"_L1).toString();
    const QString spoken = spokenAnswer(text);
    return spoken.isEmpty() ? text : spoken;
}

QLabel *makeSentence(const QString &text, const QString &tone, const QString &name, QWidget *parent)
{
    QLabel *label = makeLabel(text, tone, parent);
    label->setObjectName(u"requests.replayDialog.%1"_s.arg(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ReplayDialog::ReplayDialog(Api::AdminClient &client, const RequestRow &row, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_row(row)
    , m_model(new QComboBox(this))
    , m_cost(makeSentence({}, u"body"_s, u"costLabel"_s, this))
    , m_problem(makeSentence({}, u"error"_s, u"problemLabel"_s, this))
{
    setObjectName(u"requests.replayDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Replay a request"));
    setMinimumWidth(dialogWidth);
    m_model->setObjectName(u"requests.replayDialog.modelCombo"_s);
    m_model->setAccessibleName(tr("Model or route"));
    m_model->addItem(tr("%1, as recorded").arg(row.modelAsked), QString());
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(makeSentence(
        row.keyName.isEmpty()
            ? tr("This sends the recorded request again and is booked.")
            : tr("This sends the recorded request again and is booked on key %1, whose limits and "
                 "budgets hold. The audit log notes it.")
                  .arg(row.keyName),
        u"muted"_s, u"noticeLabel"_s, this));
    layout->addWidget(new FormField(tr("Model or route"), m_model, {}, this));
    layout->addWidget(new FormField(tr("Rough cost"), m_cost, {}, this));
    layout->addWidget(m_problem);
    layout->addWidget(makeAnswers(), 1);
    layout->addLayout(makeButtons());
    connect(m_model, &QComboBox::currentIndexChanged, this, &ReplayDialog::askCost);
    loadModels();
    askCost();
}

QWidget *ReplayDialog::makeAnswers()
{
    m_answers = new QWidget(this);
    m_recorded = makeSide(u"recorded"_s, tr("Recorded answer"));
    m_new = makeSide(u"new"_s, tr("New answer"));
    auto *line = new QHBoxLayout(m_answers);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_recorded.box, 1);
    line->addWidget(m_new.box, 1);
    m_answers->hide();
    return m_answers;
}

ReplayDialog::Side ReplayDialog::makeSide(const QString &name, const QString &title)
{
    Side side;
    side.box = new QWidget(m_answers);
    side.facts = makeSentence({}, u"caption"_s, name + u"FactsLabel"_s, side.box);
    side.text = new QPlainTextEdit(side.box);
    side.text->setObjectName(u"requests.replayDialog.%1Field"_s.arg(name));
    side.text->setAccessibleName(title);
    side.text->setReadOnly(true);
    side.text->setMinimumHeight(answerHeight);
    auto *column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeLabel(title, u"section"_s, side.box));
    column->addWidget(side.facts);
    column->addWidget(side.text, 1);
    return side;
}

QLayout *ReplayDialog::makeButtons()
{
    QPushButton *close = makeButton(tr("Close"), {}, u"requests.replayDialog.closeButton"_s, this);
    m_open =
        makeButton(tr("Open the new request"), {}, u"requests.replayDialog.openButton"_s, this);
    m_send =
        makeButton(tr("Send again"), u"primary"_s, u"requests.replayDialog.sendButton"_s, this);
    close->setAutoDefault(false);
    m_open->setAutoDefault(false);
    m_open->hide();
    m_send->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ReplayDialog::send);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested(m_newId);
        accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QPushButton *button : {close, m_open, m_send})
        buttons->addWidget(button);
    return buttons;
}

void ReplayDialog::loadModels()
{
    connect(m_client.get(u"/models"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray()) {
                    const QString id = item["id"_L1].toString();
                    if (id != m_row.modelAsked)
                        m_model->addItem(id, id);
                }
            });
}

QString ReplayDialog::model() const
{
    return m_model->currentData().toString();
}

void ReplayDialog::askCost()
{
    delete m_costCall;
    m_cost->setText(tr("Asking the gateway…"));
    QUrlQuery query;
    query.addQueryItem(u"model"_s, model());
    m_costCall = m_client.get(u"/requests/%1/replay"_s.arg(m_row.id), query);
    connect(m_costCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (call->succeeded())
            showCost(call->reply().body);
        else
            tellCost(tr("The cost is not known. The gateway says: %1").arg(call->error().detail));
    });
}

void ReplayDialog::showCost(const QJsonObject &rough)
{
    const QString refusal = rough.value("refusal"_L1).toObject().value("message"_L1).toString();
    const QString target = rough.value("target"_L1).toString();
    const QJsonValue cost = rough.value("cost_nano_usd"_L1);
    QString text;
    if (!refusal.isEmpty())
        text = tr("Now it would be refused: %1").arg(refusal);
    else if (!cost.isDouble())
        text = tr("Unpriced: %1 has no price, or the recorded counts are gone.").arg(target);
    else
        text = tr("About %1 at %2, if it takes as many tokens again: %3 in, %4 out.")
                   .arg(Format::money(cost.toInteger()), target,
                        Format::count(rough.value("tokens_in"_L1).toInteger()),
                        Format::count(rough.value("tokens_out"_L1).toInteger()));
    if (const int redactions = rough.value("redactions"_L1).toInt(); redactions > 0)
        text = tr("%1 Secrets were taken out of the recording, [redacted] is sent in their place.")
                   .arg(text);
    tellCost(text);
}

//! A longer sentence makes the dialog higher.
void ReplayDialog::tellCost(const QString &text)
{
    m_cost->setText(text);
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void ReplayDialog::send()
{
    m_send->setEnabled(false);
    m_model->setEnabled(false);
    m_problem->hide();
    m_send->setText(tr("Sending…"));
    Api::AdminCall *call =
        m_client.post(u"/requests/%1/replay"_s.arg(m_row.id), {{u"model"_s, model()}});
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *done) {
        m_send->setEnabled(true);
        m_model->setEnabled(true);
        m_send->setText(tr("Send again"));
        if (done->succeeded())
            showAnswers(done->reply().body);
        else
            showProblem(
                tr("The request was not sent. The gateway says: %1").arg(done->error().detail));
    });
}

void ReplayDialog::showAnswers(const QJsonObject &answer)
{
    const auto facts = [](const RequestRow &row, int status) {
        return tr("Status %1 from %2, %3, %4 tokens out, %5")
            .arg(QString::number(status),
                 row.model.isEmpty() ? Format::unknown() : u"%1/%2"_s.arg(row.provider, row.model),
                 Format::duration(row.totalMs), Format::count(row.tokensOut),
                 row.cost ? Format::money(row.cost) : tr("Unpriced"));
    };
    m_newId = answer.value("id"_L1).toString();
    m_recorded.facts->setText(facts(m_row, m_row.status));
    m_recorded.text->setPlainText(answerText(answer.value("recorded"_L1).toObject()));
    m_new.facts->setText(facts(parseRequestRow(answer.value("request"_L1).toObject()),
                               answer.value("status"_L1).toInt()));
    m_new.text->setPlainText(answerText(answer.value("answer"_L1).toObject()));
    m_answers->show();
    m_open->setVisible(!m_newId.isEmpty());
}

void ReplayDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

} // namespace Gatehouse::Ui
