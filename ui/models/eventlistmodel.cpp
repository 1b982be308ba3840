// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventlistmodel.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString iconOf(const QString &kind)
{
    static const QHash<QString, QString> icons{
        {u"breaker"_s, u"zap"_s},         {u"key"_s, u"key-round"_s},
        {u"audit"_s, u"shield-check"_s},  {u"price"_s, u"refresh-cw"_s},
        {u"revision"_s, u"git-branch"_s}, {u"provider"_s, u"server"_s},
        {u"gateway"_s, u"power"_s},       {u"secret"_s, u"lock"_s},
    };
    return icons.value(kind, u"activity"_s);
}

Tone toneOf(const GatewayEvent &event)
{
    if (event.severity == "error"_L1)
        return Tone::Err;
    if (event.severity == "warning"_L1)
        return event.kind == "key"_L1 ? Tone::Accent : Tone::Warn;
    return event.kind == "audit"_L1 ? Tone::Ok : Tone::Accent;
}

} // namespace

EventListModel::EventListModel(int limit, QObject *parent)
    : QAbstractListModel(parent)
    , m_limit(limit)
{
}

void EventListModel::setEvents(const QList<GatewayEvent> &events, const QDateTime &now,
                               const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    const QList<GatewayEvent> shown = events.first(std::min<qsizetype>(m_limit, events.size()));
    if (shown == m_events) { // only the ages move on
        if (!m_events.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_events.size()) - 1), {CellRole::Trailing});
        return;
    }
    beginResetModel();
    m_events = shown;
    endResetModel();
}

void EventListModel::addEvent(const GatewayEvent &event)
{
    m_now = std::max(m_now, event.time);
    if (m_events.size() >= m_limit) {
        beginRemoveRows({}, int(m_events.size()) - 1, int(m_events.size()) - 1);
        m_events.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_events.prepend(event);
    endInsertRows();
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GatewayEvent &event = m_events.at(index.row());
    const QString age = Format::age(event.time, m_now, m_zone);
    switch (role) {
    case Qt::DisplayRole:
        return event.title;
    case Qt::AccessibleTextRole:
        return QStringList{event.title, event.detail, age}.join(u", "_s);
    case Qt::ToolTipRole:
        return event.time.toString(Qt::ISODate);
    case CellRole::Id:
        return event.object;
    case CellRole::Detail:
        return event.detail;
    case CellRole::Icon:
        return iconOf(event.kind);
    case CellRole::Tone:
        return int(toneOf(event));
    case CellRole::Trailing:
        return age;
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
