// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditdetail.h"

#include "ui/models/auditmodel.h"
#include "ui/models/differencetext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

void addLine(QStringList &lines, QChar sign, const QString &key, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return;
    const QString text = textOf(value);
    lines.append(key.isEmpty() ? u"%1 %2"_s.arg(sign).arg(text)
                               : u"%1 %2: %3"_s.arg(sign).arg(key, text));
}

} // namespace

QString auditDifference(const QJsonValue &before, const QJsonValue &after)
{
    QStringList lines;
    if (!before.isObject() && !after.isObject()) {
        addLine(lines, u'-', {}, before);
        addLine(lines, u'+', {}, after);
        return lines.join(u'\n');
    }
    const QJsonObject old = before.toObject();
    const QJsonObject now = after.toObject();
    QStringList keys = old.keys();
    for (const QString &key : now.keys())
        if (!keys.contains(key))
            keys.append(key);
    for (const QString &key : std::as_const(keys)) {
        if (old.value(key) == now.value(key))
            continue;
        addLine(lines, u'-', key, old.value(key));
        addLine(lines, u'+', key, now.value(key));
    }
    return lines.join(u'\n');
}

namespace {

constexpr qsizetype hashPart = 8;
constexpr qsizetype lineParts = 4;

//! Two lines of four parts: as wide as the column in the smallest window.
QString inLines(const QString &hash)
{
    QString text;
    for (qsizetype at = 0; at < hash.size(); at += hashPart) {
        if (at > 0)
            text += at % (hashPart * lineParts) == 0 ? u'\n' : u' ';
        text += hash.mid(at, hashPart);
    }
    return text;
}

} // namespace

AuditDetail::AuditDetail(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_showJson(new QCheckBox(tr("Show as JSON"), this))
    , m_title(makeLabel({}, u"title"_s, this))
    , m_story(makeLabel({}, u"muted"_s, this))
    , m_object(makeLabel({}, u"code"_s, this))
    , m_change(new QPlainTextEdit(this))
    , m_hash(makeLabel({}, u"code"_s, this))
    , m_copyHash(new CopyButton(tr("Copy the hash"), this))
{
    setObjectName(u"audit.detail"_s);
    m_story->setWordWrap(true);
    m_object->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_change->setObjectName(u"audit.detail.changeText"_s);
    m_change->setAccessibleName(tr("Before and after"));
    m_change->setReadOnly(true);
    m_change->setTabChangesFocus(true);
    m_showJson->setObjectName(u"audit.detail.jsonCheck"_s);
    m_showJson->setAccessibleName(m_showJson->text());
    connect(m_showJson, &QCheckBox::toggled, this, &AuditDetail::showChange);
    m_copyHash->setObjectName(u"audit.detail.copyHashButton"_s);
    auto *close = makeIconButton(u"x"_s, tr("Close"), u"audit.detail.closeButton"_s, this);
    connect(close, &QToolButton::clicked, this, &AuditDetail::closed);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *object = new QHBoxLayout;
    object->addWidget(m_object, 1);
    object->addWidget(m_showJson);
    auto *hash = new QHBoxLayout;
    hash->addWidget(m_hash, 1);
    hash->addWidget(m_copyHash, 0, Qt::AlignTop);
    auto *story = new QWidget(this);
    auto *column = new QVBoxLayout(story);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(object);
    column->addWidget(m_change, 1);
    column->addWidget(makeLabel(tr("Hash of this record"), u"caption"_s, story));
    column->addLayout(hash);
    auto *card = new Card(this);
    card->content()->addLayout(head);
    card->content()->addWidget(m_story); // what scrolls is as high at every width
    card->content()->addWidget(makeScrollArea(story), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void AuditDetail::show(const AuditRow &record)
{
    m_title->setText(auditActionWords(record.action));
    m_story->setText(tr("Record %1 · %2\n%3, from %4")
                         .arg(QString::number(record.sequence), Format::moment(record.time),
                              record.who, auditSourceWords(record.source)));
    m_object->setText(auditObjectWords(record.object));
    m_json = auditDifference(record.before, record.after);
    m_sentences.clear();
    m_call.clear();
    if (record.action == "configuration.change"_L1)
        askSentences(record);
    showChange();
    m_hash->setText(inLines(record.hash));
    m_copyHash->setCopyText(record.hash);
}

//! "revision 6" is compared with the one before.
void AuditDetail::askSentences(const AuditRow &record)
{
    const qint64 revision = record.object.section(u' ', -1).toLongLong();
    if (revision < 2)
        return;
    const QUrlQuery span{{u"from"_s, QString::number(revision - 1)},
                         {u"to"_s, QString::number(revision)}};
    m_call = m_client.get(u"/revisions/diff"_s, span);
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (call == m_call) // else another record is shown by now
            takeSentences(*call);
    });
}

void AuditDetail::takeSentences(const Api::AdminCall &call)
{
    m_call.clear();
    m_sentences = differenceTexts(call.reply().body).join(u"\n\n"_s);
    showChange();
}

void AuditDetail::showChange()
{
    const bool asJson = m_sentences.isEmpty() || m_showJson->isChecked();
    m_showJson->setVisible(!m_sentences.isEmpty());
    m_change->setPlainText(!asJson                ? m_sentences
                               : m_call           ? tr("What changed is being read.")
                               : m_json.isEmpty() ? tr("Nothing else was recorded.")
                                                  : m_json);
}

} // namespace Gatehouse::Ui
