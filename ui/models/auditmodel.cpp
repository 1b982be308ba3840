// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditmodel.h"

#include "ui/models/timerange.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString pageSize = u"200"_s;
constexpr qsizetype shortHash = 8;

AuditRow rowOf(const QJsonValue &item)
{
    return {.sequence = item["seq"_L1].toInteger(),
            .time = QDateTime::fromString(item["time"_L1].toString(), Qt::ISODate),
            .who = item["who"_L1].toString(),
            .source = item["source"_L1].toString(),
            .action = item["action"_L1].toString(),
            .object = item["object"_L1].toString(),
            .before = item["before"_L1],
            .after = item["after"_L1],
            .hash = item["hash"_L1].toString()};
}

} // namespace

QString auditActionWords(const QString &action)
{
    static const QHash<QString, const char *> words{
        {u"configuration.change"_s, QT_TRANSLATE_NOOP("AuditModel", "Configuration changed")},
        {u"recording.start"_s, QT_TRANSLATE_NOOP("AuditModel", "Recording of bodies begun")},
        {u"recording.end"_s, QT_TRANSLATE_NOOP("AuditModel", "Recording of bodies ended")},
        {u"body.read"_s, QT_TRANSLATE_NOOP("AuditModel", "Recorded body read")},
        {u"request.replay"_s, QT_TRANSLATE_NOOP("AuditModel", "Recorded request sent again")},
        {u"request.test"_s, QT_TRANSLATE_NOOP("AuditModel", "Test request sent")},
        {u"body.delete"_s, QT_TRANSLATE_NOOP("AuditModel", "Recorded body deleted")},
        {u"body.purge"_s, QT_TRANSLATE_NOOP("AuditModel", "All recorded bodies deleted")},
        {u"key.create"_s, QT_TRANSLATE_NOOP("AuditModel", "Key created")},
        {u"key.edit"_s, QT_TRANSLATE_NOOP("AuditModel", "Key changed")},
        {u"key.update"_s, QT_TRANSLATE_NOOP("AuditModel", "Key changed")},
        {u"key.disable"_s, QT_TRANSLATE_NOOP("AuditModel", "Key disabled")},
        {u"key.enable"_s, QT_TRANSLATE_NOOP("AuditModel", "Key enabled")},
        {u"key.rotate"_s, QT_TRANSLATE_NOOP("AuditModel", "Key rotated")},
        {u"key.end_overlap"_s, QT_TRANSLATE_NOOP("AuditModel", "Old secret ended")},
        {u"key.delete"_s, QT_TRANSLATE_NOOP("AuditModel", "Key deleted")},
        {u"key.restore"_s, QT_TRANSLATE_NOOP("AuditModel", "Key restored")},
        {u"secret.set"_s, QT_TRANSLATE_NOOP("AuditModel", "Secret stored")},
        {u"secret.store"_s, QT_TRANSLATE_NOOP("AuditModel", "Secret store chosen")},
        {u"secret.unlock"_s, QT_TRANSLATE_NOOP("AuditModel", "Secret store unlocked")},
        {u"secret.move"_s, QT_TRANSLATE_NOOP("AuditModel", "Secret moved")},
        {u"secret.remove"_s, QT_TRANSLATE_NOOP("AuditModel", "Secret removed")},
        {u"gateway.start"_s, QT_TRANSLATE_NOOP("AuditModel", "Gateway started")},
        {u"gateway.stop"_s, QT_TRANSLATE_NOOP("AuditModel", "Gateway stopped")},
        {u"tls.create"_s, QT_TRANSLATE_NOOP("AuditModel", "Certificate created")},
        {u"pairing.offer"_s, QT_TRANSLATE_NOOP("AuditModel", "Pairing code shown")},
        {u"pairing.use"_s, QT_TRANSLATE_NOOP("AuditModel", "Desktop paired by code")},
        {u"pairing.refuse"_s, QT_TRANSLATE_NOOP("AuditModel", "Wrong pairing code refused")},
        {u"storage.compact"_s, QT_TRANSLATE_NOOP("AuditModel", "Storage compacted")},
        {u"backup.create"_s, QT_TRANSLATE_NOOP("AuditModel", "Backup made")},
        {u"backup.restore"_s, QT_TRANSLATE_NOOP("AuditModel", "Backup restored")},
        {u"key_template.save"_s, QT_TRANSLATE_NOOP("AuditModel", "Key template saved")},
        {u"key_template.delete"_s, QT_TRANSLATE_NOOP("AuditModel", "Key template deleted")},
        {u"person.create"_s, QT_TRANSLATE_NOOP("AuditModel", "Person added")},
        {u"person.update"_s, QT_TRANSLATE_NOOP("AuditModel", "Person changed")},
        {u"person.delete"_s, QT_TRANSLATE_NOOP("AuditModel", "Person removed")},
        {u"person.sign_out"_s, QT_TRANSLATE_NOOP("AuditModel", "Person signed out everywhere")},
        {u"token.create"_s, QT_TRANSLATE_NOOP("AuditModel", "Administration token made")},
        {u"token.revoke"_s, QT_TRANSLATE_NOOP("AuditModel", "Administration token revoked")},
        {u"spending.pause"_s, QT_TRANSLATE_NOOP("AuditModel", "Spending paused")},
        {u"spending.resume"_s, QT_TRANSLATE_NOOP("AuditModel", "Spending resumed")},
        {u"breaker.release"_s, QT_TRANSLATE_NOOP("AuditModel", "Breaker released")},
        {u"alert.acknowledge"_s, QT_TRANSLATE_NOOP("AuditModel", "Alert acknowledged")},
        {u"alert.snooze"_s, QT_TRANSLATE_NOOP("AuditModel", "Alert snoozed")},
        {u"alert.snooze_end"_s, QT_TRANSLATE_NOOP("AuditModel", "Alert snoozed no longer")},
        {u"alert.test"_s, QT_TRANSLATE_NOOP("AuditModel", "Alert channel tested")},
        {u"incident.acknowledge"_s, QT_TRANSLATE_NOOP("AuditModel", "Incident acknowledged")},
        {u"objective.set"_s, QT_TRANSLATE_NOOP("AuditModel", "Objective set")},
        {u"objective.reset"_s, QT_TRANSLATE_NOOP("AuditModel", "Objective reset")},
        {u"prices.update"_s, QT_TRANSLATE_NOOP("AuditModel", "Price list updated")},
        {u"prices.update_undone"_s, QT_TRANSLATE_NOOP("AuditModel", "Price list taken back")},
        {u"prices.confirmed"_s, QT_TRANSLATE_NOOP("AuditModel", "Price list confirmed")},
        {u"machine.correct"_s, QT_TRANSLATE_NOOP("AuditModel", "Machine's hour corrected")},
        {u"prices.recalculate"_s, QT_TRANSLATE_NOOP("AuditModel", "Past costs recalculated")},
        {u"request.cancel"_s, QT_TRANSLATE_NOOP("AuditModel", "Running request cancelled")},
        {u"canary.halt"_s, QT_TRANSLATE_NOOP("AuditModel", "Canary halted")},
        {u"storage.move"_s, QT_TRANSLATE_NOOP("AuditModel", "Database moved")},
        {u"budget.raise"_s, QT_TRANSLATE_NOOP("AuditModel", "Budget raised")},
        {u"budget.reset"_s, QT_TRANSLATE_NOOP("AuditModel", "Budget reset")},
        {u"breaker.reset"_s, QT_TRANSLATE_NOOP("AuditModel", "Breaker closed by hand")},
        {u"breaker.hold"_s, QT_TRANSLATE_NOOP("AuditModel", "Breaker held open")},
    };
    const char *known = words.value(action, nullptr);
    return known ? QCoreApplication::translate("AuditModel", known) : action;
}

QString auditSourceWords(const QString &source)
{
    static const QHash<QString, const char *> words{
        {u"desktop"_s, QT_TRANSLATE_NOOP("AuditModel", "Desktop")},
        {u"first start"_s, QT_TRANSLATE_NOOP("AuditModel", "First start")},
    };
    const char *word = words.value(source);
    return word ? QCoreApplication::translate("AuditModel", word) : source;
}

QString auditObjectWords(const QString &object)
{
    const bool isRevision = object.startsWith("revision "_L1);
    return isRevision
        ? QCoreApplication::translate("AuditModel", "Version %1").arg(object.section(u' ', 1))
        : object;
}

AuditModel::AuditModel(Api::AdminClient &client, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
{
}

void AuditModel::setFilter(const QString &text, const QString &kind, const QString &range)
{
    if (text == m_text && kind == m_kind && range == m_range)
        return;
    m_text = text;
    m_kind = kind;
    m_range = range;
    refresh();
}

QUrlQuery AuditModel::query() const
{
    QUrlQuery query;
    if (!m_text.isEmpty())
        query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_text)));
    if (!m_kind.isEmpty())
        query.addQueryItem(u"action"_s, m_kind);
    addRange(query, m_range);
    return query;
}

void AuditModel::refresh()
{
    ask({});
}

void AuditModel::ask(const QString &cursor)
{
    QUrlQuery query = this->query();
    query.addQueryItem(u"limit"_s, pageSize);
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    m_isAsking = true;
    const int question = ++m_question;
    connect(m_client.get(u"/audit"_s, query), &Api::AdminCall::finished, this,
            [this, question, isFirst = cursor.isEmpty()](Api::AdminCall *call) {
                if (question != m_question)
                    return;
                m_isAsking = false;
                if (!call->succeeded()) {
                    Q_EMIT failed(call->error().detail);
                    return;
                }
                m_next = call->reply().body.value("next"_L1).toString();
                take(call->reply().body.value("items"_L1).toArray(), isFirst);
                Q_EMIT loaded();
            });
}

void AuditModel::take(const QJsonArray &items, bool isFirst)
{
    if (isFirst) {
        beginResetModel();
        m_rows.clear();
        for (const QJsonValue &item : items)
            m_rows.append(rowOf(item));
        endResetModel();
        return;
    }
    if (items.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + items.size()) - 1);
    for (const QJsonValue &item : items)
        m_rows.append(rowOf(item));
    endInsertRows();
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_isAsking;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::text(const AuditRow &row, int column) const
{
    switch (column) {
    case Sequence:
        return QString::number(row.sequence);
    case Time:
        return Format::moment(row.time);
    case Who:
        return row.who;
    case Source:
        return auditSourceWords(row.source);
    case Action:
        return auditActionWords(row.action);
    case Object:
        return auditObjectWords(row.object);
    default:
        return row.hash.left(shortHash);
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time  ? row.time.toUTC().toString(Qt::ISODate)
            : index.column() == Action ? row.action
            : index.column() == Hash   ? row.hash
                                       : text(row, index.column());
    case CellRole::Id:
        return QString::number(row.sequence);
    case CellRole::Kind:
        return int(index.column() == Action         ? CellKind::Strong
                       : index.column() == Sequence ? CellKind::Number
                       : index.column() == Hash     ? CellKind::Code
                                                    : CellKind::Text);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList keys{u"seq"_s,    u"time"_s,   u"who"_s, u"source"_s,
                                  u"action"_s, u"object"_s, u"hash"_s};
    if (role == CellRole::Id)
        return keys.value(section);
    if (role == Qt::TextAlignmentRole)
        return section == Sequence ? int(Qt::AlignRight | Qt::AlignVCenter)
                                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sequence:
        return tr("No.");
    case Time:
        return tr("When");
    case Who:
        return tr("Who");
    case Source:
        return tr("From");
    case Action:
        return tr("What");
    case Object:
        return tr("Object");
    default:
        return tr("Hash");
    }
}

} // namespace Gatehouse::Ui
