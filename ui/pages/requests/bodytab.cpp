// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/bodytab.h"

#include "ui/models/spokentext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int leastLines = 8; // a lower window scrolls

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

//! JSON in lines, anything else as it is.
QString laidOut(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isNull()
        ? text
        : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

BodyTab::BodyTab(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_state(makeLabel({}, u"muted"_s, this))
    , m_show(
          makeButton(tr("Show what was recorded"), {}, u"requests.detail.showBodyButton"_s, this))
    , m_tools(makeTools())
    , m_facts(makeLabel({}, u"caption"_s, this))
    , m_text(new QPlainTextEdit(this))
    , m_delete(makeButton(tr("Delete recorded body"), u"danger"_s,
                          u"requests.detail.deleteBodyButton"_s, this))
{
    m_state->setObjectName(u"requests.detail.bodyLabel"_s);
    m_state->setWordWrap(true);
    m_facts->setObjectName(u"requests.detail.bodyFactsLabel"_s);
    m_facts->setWordWrap(true);
    m_text->setObjectName(u"requests.detail.bodyField"_s);
    m_text->setAccessibleName(tr("Recorded request and answer"));
    m_text->setReadOnly(true);
    m_text->setProperty("kind", u"code"_s);
    m_text->setMinimumHeight(leastLines * QFontMetrics(roleFont(FontRole::TableCell)).height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 16, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_state);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    layout->addWidget(m_tools);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_facts);
    layout->addWidget(m_delete, 0, Qt::AlignLeft);
    layout->addStretch(0);
    connect(m_show, &QPushButton::clicked, this, &BodyTab::read);
    connect(m_delete, &QPushButton::clicked, this, &BodyTab::forget);
    setRequest({}, false);
}

QWidget *BodyTab::makeTools()
{
    auto *tools = new QWidget(this);
    m_view = new SegmentedControl(tools);
    m_view->setObjectName(u"requests.detail.bodyView"_s);
    m_view->setAccessibleName(tr("How the body is shown"));
    m_view->addSegment(u"messages"_s, tr("Messages"));
    m_view->addSegment(u"raw"_s, tr("Raw"));
    m_search = new SearchField(tools);
    m_search->setObjectName(u"requests.detail.bodySearchField"_s);
    m_search->setAccessibleName(tr("Find in the body"));
    m_search->setPlaceholderText(tr("Find"));
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_view);
    line->addStretch(1);
    line->addWidget(m_search);
    connect(m_view, &SegmentedControl::currentChanged, this, &BodyTab::showText);
    connect(m_search, &QLineEdit::returnPressed, this, &BodyTab::findNext);
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        findNext();
    });
    return tools;
}

void BodyTab::setRequest(const QString &id, bool recorded)
{
    delete m_call;
    m_id = id;
    m_request.clear();
    m_answer.clear();
    m_text->clear();
    m_state->setText(recorded
                         ? tr("This request was recorded. The audit log notes who looks at it.")
                         : tr("Nothing of this request was recorded. Bodies are recorded only "
                              "when somebody asks for it."));
    m_state->show();
    m_show->setVisible(recorded);
    m_show->setEnabled(true);
    for (QWidget *part : {m_tools, static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_delete)})
        part->hide();
}

void BodyTab::read()
{
    m_show->setEnabled(false);
    m_call = m_client.post(u"/requests/%1/body"_s.arg(m_id));
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        m_show->setEnabled(true);
        if (call->succeeded())
            showBody(call->reply().body);
        else if (call->reply().status == 404)
            forgetRecording();
        else
            showProblem(tr("The recorded body could not be read."), call->error().detail);
    });
}

void BodyTab::forgetRecording()
{
    setRequest(m_id, false);
    Q_EMIT gone();
}

void BodyTab::showProblem(const QString &text, const QString &detail)
{
    m_state->setText(detail.isEmpty() ? text : tr("%1 The gateway says: %2").arg(text, detail));
    m_state->show();
    Q_EMIT failed(m_state->text());
}

void BodyTab::showBody(const QJsonObject &body)
{
    m_state->hide();
    m_show->hide();
    const QJsonObject request = body.value("request"_L1).toObject();
    const QJsonObject answer = body.value("answer"_L1).toObject();
    m_request = request.value("text"_L1).toString();
    m_answer = answer.value("text"_L1).toString();
    const auto size = [](const QJsonObject &side) {
        const qint64 bytes = side.value("bytes"_L1).toInteger();
        const qint64 kept = side.value("kept_bytes"_L1).toInteger();
        return kept < bytes
            ? tr("%1, of which the first %2 are kept").arg(sizeText(bytes), sizeText(kept))
            : sizeText(bytes);
    };
    QStringList facts{tr("Request: %1. Answer: %2.").arg(size(request), size(answer))};
    const int redactions = body.value("redactions"_L1).toInt();
    facts.append(redactions > 0 ? tr("%n secrets were taken out and are marked [redacted].",
                                     nullptr, redactions)
                                : tr("No secrets were found in it."));
    const QDateTime until =
        QDateTime::fromString(body.value("kept_until"_L1).toString(), Qt::ISODateWithMs);
    facts.append(
        tr("Kept until %1.")
            .arg(Format::wordLocale().toString(until.toLocalTime(), tr("d MMM yyyy HH:mm"))));
    m_facts->setText(facts.join(u' '));
    for (QWidget *part : {m_tools, static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_delete)})
        part->show();
    m_view->setCurrent(messages().isEmpty() ? u"raw"_s : u"messages"_s);
    showText();
    Q_EMIT shown(body);
}

QString BodyTab::messages() const
{
    QStringList turns;
    for (const SpokenTurn &turn : spokenRequest(m_request))
        turns.append(u"%1:\n%2"_s.arg(turn.speaker, turn.text));
    const QString answer = spokenAnswer(m_answer);
    if (!answer.isEmpty())
        turns.append(u"%1:\n%2"_s.arg(tr("answer"), answer));
    return turns.join(u"\n\n"_s);
}

QString BodyTab::raw() const
{
    return u"%1\n\n%2"_s.arg(laidOut(m_request), laidOut(m_answer));
}

void BodyTab::showText()
{
    const bool isRaw = m_view->current() == "raw"_L1;
    const QString text = isRaw ? raw() : messages();
    m_text->setPlainText(text.isEmpty() ? tr("No messages can be read from this body. See Raw.")
                                        : text);
    findNext();
}

//! From the cursor on, then from the top.
void BodyTab::findNext()
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty() || m_text->find(wanted))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(wanted);
}

void BodyTab::forget()
{
    QMessageBox *box =
        makeQuestion(this, u"requests.detail.deleteBodyDialog"_s, tr("Delete the recorded body?"),
                     tr("What this request said and was answered is deleted for "
                        "good. Its record in the list stays."));
    QPushButton *confirm = addAnswer(*box, tr("Delete recorded body"), QMessageBox::DestructiveRole,
                                     u"requests.detail.deleteBodyDialog.deleteButton"_s);
    addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
              u"requests.detail.deleteBodyDialog.cancelButton"_s);
    connect(confirm, &QPushButton::clicked, this, [this] {
        m_call = m_client.remove(u"/requests/%1/body"_s.arg(m_id));
        connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
            m_call.clear();
            if (call->succeeded() || call->reply().status == 404)
                forgetRecording();
            else
                showProblem(tr("The recorded body could not be deleted."), call->error().detail);
        });
    });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
