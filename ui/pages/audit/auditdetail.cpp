// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditdetail.h"

#include "ui/models/auditmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtWidgets/QBoxLayout>
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

AuditDetail::AuditDetail(QWidget *parent)
    : QWidget(parent)
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
    m_copyHash->setObjectName(u"audit.detail.copyHashButton"_s);
    m_hash->setWordWrap(true);
    auto *close = makeIconButton(u"x"_s, tr("Close"), u"audit.detail.closeButton"_s, this);
    connect(close, &QToolButton::clicked, this, &AuditDetail::closed);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *hash = new QHBoxLayout;
    hash->addWidget(m_hash, 1);
    hash->addWidget(m_copyHash, 0, Qt::AlignTop);
    auto *card = new Card(this);
    card->content()->addLayout(head);
    card->content()->addWidget(m_story);
    card->content()->addWidget(m_object);
    card->content()->addWidget(m_change, 1);
    card->content()->addWidget(makeLabel(tr("Hash of this record"), u"caption"_s, card));
    card->content()->addLayout(hash);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void AuditDetail::show(const AuditRow &record)
{
    m_title->setText(auditActionWords(record.action));
    m_story->setText(
        tr("Record %1 · %2\n%3, from %4")
            .arg(QString::number(record.sequence),
                 Format::wordLocale().toString(record.time.toLocalTime(), QLocale::LongFormat),
                 record.who, record.source));
    m_object->setText(record.object);
    const QString change = auditDifference(record.before, record.after);
    m_change->setPlainText(change.isEmpty() ? tr("Nothing else was recorded.") : change);
    QString hash = record.hash;
    hash.insert(hash.size() / 2, u'\n'); // two lines of equal length
    m_hash->setText(hash);
    m_copyHash->setCopyText(record.hash);
}

} // namespace Gatehouse::Ui
