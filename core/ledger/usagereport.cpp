// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagereport.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 countedFromRows = 48 * usPerHour;
//! Offsets of time zones are multiples of it, so a slot lies in one day everywhere.
constexpr qint64 usPerSlot = usPerHour / 4;

constexpr std::array groupNames{"provider"_L1, "team"_L1,  "key"_L1,
                                "route"_L1,    "model"_L1, "day"_L1};

struct Sums {
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 tokensCached = 0;
    qint64 tokensCacheWrite = 0;
    qint64 cost = 0;
    qint64 unpriced = 0;
};

Result<QStringList> parseGroups(QStringView by)
{
    QStringList groups;
    const auto parts = by.split(u',', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const QString name = part.trimmed().toString();
        if (std::find(groupNames.begin(), groupNames.end(), name) == groupNames.end())
            return Error{ErrorCode::InvalidArgument,
                         u"use provider, team, key, route, model or day"_s, name};
        if (!groups.contains(name))
            groups += name;
    }
    return groups;
}

//! The columns of the groups, day as a number (\a day is its expression).
QByteArray groupColumns(const QStringList &groups, QByteArrayView day)
{
    QByteArray columns;
    for (const QString &group : groups)
        columns += (group == "day"_L1 ? day.toByteArray() : group.toLatin1()) + ", ";
    return columns;
}

QByteArray positions(qsizetype count)
{
    QByteArray text;
    for (qsizetype n = 1; n <= count; ++n)
        text += (n == 1 ? " GROUP BY " : ", ") + QByteArray::number(n);
    return text;
}

//! \a ofKey: of one key. Where no key matters, the much smaller sums without them are counted.
QByteArray sqlFromDays(const QStringList &groups, bool ofKey)
{
    const bool needsKeys = ofKey || groups.contains("key"_L1);
    return "SELECT " + groupColumns(groups, "day")
        + "sum(requests), sum(errors), sum(tokens_in), sum(tokens_out), sum(tokens_cached),"
          " sum(tokens_cache_write), sum(cost), sum(unpriced) FROM "
        + (needsKeys ? "roll_day_key" : "roll_day_model") + " WHERE day >= ?1 AND day <= ?2"
        + (needsKeys ? " AND (?3 = '' OR key = ?3)" : " AND ?3 = ''") + positions(groups.size());
}

//! Requests, answers that nobody got (their own provider's spending), and copies, which are
//! nobody's requests. The same as the sums by day.
constexpr QByteArrayView usedRows =
    "(SELECT ts, provider, team, key, route, model, 1 AS requests, class IN (1, 2) AS errors,"
    " tokens_in, tokens_out, tokens_cached, tokens_cache_write, iif(cost IS NULL, 0, cost - ifnull("
    "(SELECT sum(a.cost) FROM attempts a WHERE a.request = r.n), 0)) AS cost,"
    " cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out + images + audio_ms + characters"
    " + queries > 0) AS unpriced"
    " FROM requests r WHERE ts >= ?1 AND ts < ?2 AND (?3 = '' OR key = ?3)"
    " UNION ALL SELECT r.ts, a.provider, r.team, r.key, r.route, a.model, 0, 0, 0, 0, 0, 0, "
    "a.cost, 0"
    " FROM requests r JOIN attempts a ON a.request = r.n"
    " WHERE r.ts >= ?1 AND r.ts < ?2 AND (?3 = '' OR r.key = ?3) AND a.cost IS NOT NULL"
    " UNION ALL SELECT ts, provider, '', '', '', model, 0, 0, tokens_in, tokens_out, tokens_cached,"
    " tokens_cache_write, ifnull(cost, 0), 0 FROM copies WHERE ts >= ?1 AND ts < ?2 AND ?3 = '')";

QByteArray sqlFromRows(const QStringList &groups)
{
    const QByteArray slot = "ts / " + QByteArray::number(usPerSlot);
    return "SELECT " + groupColumns(groups, slot)
        + "sum(requests), sum(errors), sum(tokens_in), sum(tokens_out), sum(tokens_cached),"
          " sum(tokens_cache_write), sum(cost), sum(unpriced) FROM "
        + usedRows.toByteArray() + positions(groups.size());
}

using Groups = std::map<QStringList, Sums>;

Result<Groups> counted(Store::Statement &select, const QStringList &groups,
                       const DayCalendar *slots)
{
    Groups sums;
    for (;;) {
        const Result<bool> row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return sums;
        int column = 0;
        QStringList key;
        for (const QString &group : groups) {
            if (group == "day"_L1) {
                const qint64 number = select.integer(column++);
                const qint64 day = slots ? slots->dayOf(number * usPerSlot) : number;
                key += DayCalendar::date(day).toString(Qt::ISODate);
            } else {
                key += select.string(column++);
            }
        }
        Sums &sum = sums[key];
        for (qint64 *value : {&sum.requests, &sum.errors, &sum.tokensIn, &sum.tokensOut,
                              &sum.tokensCached, &sum.tokensCacheWrite, &sum.cost, &sum.unpriced})
            *value += select.integer(column++);
    }
}

QJsonObject itemOf(const QStringList &groups, const QStringList &values, const Sums &sums,
                   const QHash<QString, QString> &names)
{
    QJsonObject item{{u"requests"_s, sums.requests},
                     {u"errors"_s, sums.errors},
                     {u"tokens_in"_s, sums.tokensIn},
                     {u"tokens_out"_s, sums.tokensOut},
                     {u"tokens_cached"_s, sums.tokensCached},
                     {u"cost_nano_usd"_s, sums.cost},
                     {u"tokens_cache_write"_s, sums.tokensCacheWrite},
                     {u"unpriced"_s, sums.unpriced}};
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QJsonValue none = QJsonValue::Null;
        item.insert(groups[i], values[i].isEmpty() ? none : QJsonValue(values[i]));
        if (groups[i] == "key"_L1) {
            const QString name = names.value(values[i]);
            item.insert(u"key_name"_s, name.isEmpty() ? none : QJsonValue(name));
        }
    }
    return item;
}

//! What a span counts: moments, or the whole days it touches.
struct Covered {
    qint64 fromUs = 0;
    qint64 toUs = 0;
    bool fromRows = false;
};

Covered coveredBy(const DayCalendar &calendar, const UsageSpan &span)
{
    if (span.untilUs - span.sinceUs <= countedFromRows)
        return {span.sinceUs, span.untilUs, true};
    const qint64 last = calendar.dayOf(span.untilUs - 1);
    return {calendar.startOf(calendar.dateAt(span.sinceUs)),
            calendar.startOf(DayCalendar::date(last).addDays(1)), false};
}

//! As many moments or days that end where \a covered begins.
Covered before(const DayCalendar &calendar, const Covered &covered)
{
    if (covered.fromRows)
        return {2 * covered.fromUs - covered.toUs, covered.fromUs, true};
    const qint64 days = calendar.dayOf(covered.toUs - 1) - calendar.dayOf(covered.fromUs) + 1;
    return {calendar.startOf(calendar.dateAt(covered.fromUs).addDays(-days)), covered.fromUs,
            false};
}

QString isoOf(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Groups> sumsOf(Store::Database &database, const DayCalendar &calendar,
                      const QStringList &groups, const Covered &covered, const QString &key)
{
    auto select = database.prepare(covered.fromRows ? sqlFromRows(groups)
                                                    : sqlFromDays(groups, !key.isEmpty()));
    if (!select)
        return select.error();
    if (covered.fromRows)
        select->bindAll(covered.fromUs, covered.toUs, key);
    else
        select->bindAll(calendar.dayOf(covered.fromUs), calendar.dayOf(covered.toUs - 1), key);
    return counted(*select, groups, covered.fromRows ? &calendar : nullptr);
}

//! By day, then by cost, the dearest first.
QJsonArray itemsOf(const QStringList &groups, const Groups &sums,
                   const QHash<QString, QString> &names)
{
    std::vector<const Groups::value_type *> ordered;
    for (const auto &group : sums)
        ordered.push_back(&group);
    const qsizetype day = groups.indexOf(u"day"_s);
    std::stable_sort(ordered.begin(), ordered.end(), [day](const auto *a, const auto *b) {
        if (day >= 0 && a->first[day] != b->first[day])
            return a->first[day] < b->first[day];
        return a->second.cost > b->second.cost;
    });
    QJsonArray items;
    for (const auto *group : ordered)
        items += itemOf(groups, group->first, group->second, names);
    return items;
}

} // namespace

Result<QHash<QString, QString>> keyNames(Store::Database &database)
{
    auto select = database.prepare("SELECT key, name FROM key_names");
    if (!select)
        return select.error();
    QHash<QString, QString> names;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return names;
        names.insert(select->string(0), select->string(1));
    }
}

Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, const UsageSpan &span)
{
    const Result<QStringList> groups = parseGroups(by);
    if (!groups)
        return groups.error();
    const Covered covered = coveredBy(calendar, span);
    const Result<Groups> sums = sumsOf(database, calendar, *groups, covered, span.key);
    if (!sums)
        return sums.error();
    const Result<QHash<QString, QString>> names = keyNames(database);
    if (!names)
        return names.error();
    QJsonObject report{{u"items"_s, itemsOf(*groups, *sums, *names)},
                       {u"next"_s, QJsonValue::Null},
                       {u"time_zone"_s, QString::fromUtf8(calendar.zone().id())},
                       {u"from"_s, isoOf(covered.fromUs)},
                       {u"to"_s, isoOf(covered.toUs)}};
    if (!span.compare)
        return report;
    QStringList whole = *groups;
    whole.removeAll(u"day"_s);
    const Result<Groups> earlier =
        sumsOf(database, calendar, whole, before(calendar, covered), span.key);
    if (!earlier)
        return earlier.error();
    const Result<Groups> models =
        sumsOf(database, calendar, {u"provider"_s, u"model"_s}, covered, span.key);
    if (!models)
        return models.error();
    report.insert(u"previous"_s, itemsOf(whole, *earlier, *names));
    if (groups->contains(u"day"_s)) {
        const Result<Groups> days =
            sumsOf(database, calendar, {u"day"_s}, before(calendar, covered), span.key);
        if (!days)
            return days.error();
        report.insert(u"previous_days"_s, itemsOf({u"day"_s}, *days, *names));
    }
    const auto unpriced = std::count_if(models->begin(), models->end(), [](const auto &model) {
        return model.second.unpriced > 0;
    });
    report.insert(u"unpriced_models"_s, static_cast<qint64>(unpriced));
    return report;
}

} // namespace Gatehouse::Ledger
