// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagegroups.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr std::array groupNames{"provider"_L1, "team"_L1, "key"_L1, "person"_L1, "route"_L1,
                                "model"_L1,    "node"_L1, "tag"_L1, "day"_L1,    "hour"_L1};
constexpr auto tagPrefix = "tag:"_L1;

bool isTag(const QString &name)
{
    return name == "tag"_L1 || name.startsWith(tagPrefix);
}

bool isTime(const QString &name)
{
    return name == "day"_L1 || name == "hour"_L1;
}

bool isKnown(const QString &name)
{
    const bool isOneTag = name.startsWith(tagPrefix) && name.size() > tagPrefix.size();
    return isOneTag || std::find(groupNames.begin(), groupNames.end(), name) != groupNames.end();
}

//! The value of one of "project=search,stage=live"; empty: it has none of this name.
QString tagValue(const QString &tags, QStringView name)
{
    for (const QStringView tag : QStringView(tags).split(u',')) {
        const QStringView word = tag.trimmed();
        if (word.size() > name.size() && word.startsWith(name) && word[name.size()] == u'=')
            return word.sliced(name.size() + 1).toString();
    }
    return {};
}

//! When the hour of a moment began in the zone of the calendar.
QString hourOf(qint64 us, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC);
    const qint64 offset = zone.offsetFromUtc(time);
    const qint64 local = us / usPerSecond + offset;
    constexpr qint64 hour = 3600;
    return QDateTime::fromSecsSinceEpoch(local / hour * hour - offset, Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

} // namespace

Result<UsageGroups> UsageGroups::parse(QStringView by)
{
    UsageGroups groups;
    const auto parts = by.split(u',', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const QString name = part.trimmed().toString();
        if (!isKnown(name))
            return Error{ErrorCode::InvalidArgument,
                         u"use provider, team, key, person, route, model, node, tag, tag:NAME, day "
                         "or hour"_s,
                         name};
        if (!groups.m_names.contains(name))
            groups.m_names += name;
    }
    return groups;
}

UsageGroups UsageGroups::withoutTime() const
{
    UsageGroups groups = *this;
    groups.m_names.removeIf(isTime);
    return groups;
}

bool UsageGroups::isByKeysAlone() const
{
    return needsKeys() && std::all_of(m_names.cbegin(), m_names.cend(), [](const QString &name) {
               return name == "key"_L1 || name == "person"_L1 || name == "node"_L1;
           });
}

bool UsageGroups::isByDaysAlone() const
{
    return std::all_of(m_names.cbegin(), m_names.cend(),
                       [](const QString &name) { return name == "day"_L1 || name == "node"_L1; });
}

bool UsageGroups::hasTags() const
{
    return std::any_of(m_names.cbegin(), m_names.cend(), isTag);
}

QByteArray UsageGroups::columns(QByteArrayView time) const
{
    QByteArray columns;
    for (const QString &name : m_names) {
        if (name == "node"_L1)
            continue;
        columns += isTime(name)   ? time.toByteArray()
            : isTag(name)         ? "tags"_ba
            : name == "person"_L1 ? "key"_ba
                                  : name.toLatin1();
        columns += ", ";
    }
    return columns;
}

QByteArray UsageGroups::grouping() const
{
    QByteArray text;
    for (qsizetype n = 1; n <= columnCount(); ++n)
        text += (n == 1 ? " GROUP BY " : ", ") + QByteArray::number(n);
    return text;
}

void UsageGroups::writeKey(const Store::Statement &select, QByteArray &key) const
{
    key.resize(0);
    int column = 0;
    for (const QString &name : m_names) {
        if (name == "node"_L1)
            continue;
        if (isTime(name)) {
            const qint64 number = select.integer(column++);
            key.append(reinterpret_cast<const char *>(&number), sizeof number);
        } else {
            key += select.text(column++);
            key += '\0';
        }
    }
}

QStringList UsageGroups::valuesOf(const Store::Statement &select, const DayCalendar *slots,
                                  const UsageNames &names) const
{
    QStringList values;
    int column = 0;
    for (const QString &name : m_names) {
        if (name == "node"_L1) {
            values += names.node;
        } else if (isTime(name)) {
            const qint64 number = select.integer(column++);
            const qint64 us = number * usPerSlot;
            values += name == "hour"_L1
                ? hourOf(us, slots->zone())
                : DayCalendar::date(slots ? slots->dayOf(us) : number).toString(Qt::ISODate);
        } else {
            const QString value = select.string(column++);
            values += name == "person"_L1    ? names.owners.value(value)
                : name.startsWith(tagPrefix) ? tagValue(value, QStringView(name).sliced(4))
                                             : value;
        }
    }
    return values;
}

} // namespace Gatehouse::Ledger
