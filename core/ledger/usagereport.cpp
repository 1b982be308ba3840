// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagereport.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/usagefolding.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr int mostDaysByHour = 8; // a week, and the days it begins and ends in

QString isoOf(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<void> checkHours(const UsageGroups &groups, const DayCalendar &calendar,
                        const UsageCover &covered)
{
    const qint64 days =
        calendar.dateAt(covered.fromUs).daysTo(calendar.dateAt(covered.toUs - 1)) + 1;
    if (!groups.contains("hour"_L1) || days <= mostDaysByHour)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"hours are told of a week at most; use day for a longer span"_s, u"by"_s};
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

namespace {

//! "day", "hour" or nothing.
QString timeOf(const UsageGroups &groups)
{
    for (const QString &time : {u"day"_s, u"hour"_s}) {
        if (groups.names().contains(time))
            return time;
    }
    return {};
}

//! By some of the values, those from \a first on.
UsageByGroup summed(const UsageByGroup &sums, qsizetype first, qsizetype count)
{
    UsageByGroup fewer;
    for (const auto &[values, sum] : sums)
        fewer[values.mid(first, count)].add(sum);
    return fewer;
}

//! The sums of a span by group and by time.
struct Sides {
    UsageByGroup totals;
    UsageByGroup series;
};

//! Read once for both; but sums by key and nothing else are read faster apart.
Result<Sides> countSides(UsageCount &counting, const UsageGroups &whole, const QString &time,
                         UsageCover &covered)
{
    const bool isApart = time.isEmpty() || whole.isByKeysAlone();
    const QString both = time + u',' + whole.names().join(u',');
    Result<UsageByGroup> sums =
        counting.count(isApart ? whole : *UsageGroups::parse(both), covered);
    if (!sums)
        return sums.error();
    if (!isApart)
        return Sides{summed(*sums, 1, -1), summed(*sums, 0, 1)};
    Result<UsageByGroup> series = UsageByGroup();
    if (!time.isEmpty())
        series = counting.count(*UsageGroups::parse(time), covered);
    if (!series)
        return series.error();
    return Sides{*std::move(sums), *std::move(series)};
}

//! What there was in the span before, and how many models have no price.
Result<void> compare(UsageCount &counting, const DayCalendar &calendar, const UsageGroups &groups,
                     UsageCover covered, const UsageFolding &folding,
                     const QHash<QString, QString> &names, QJsonObject &report)
{
    const UsageGroups whole = groups.withoutTime();
    const UsageCover wanted = covered.before(calendar);
    UsageCover earlier = wanted;
    const QString time = timeOf(groups);
    const Result<Sides> sides = countSides(counting, whole, time, earlier);
    if (!sides)
        return sides.error();
    const bool isWhole = earlier == wanted; // else there was no time for all of it
    if (isWhole)
        report.insert(u"previous"_s, usageItems(whole, sides->totals, folding.ofTotals(), names));
    if (isWhole && !time.isEmpty()) {
        const UsageGroups times = *UsageGroups::parse(time);
        report.insert(QString(u"previous_%1s"_s.arg(time)),
                      usageItems(times, sides->series, UsageFolding(times, {}, {}), names));
    }
    const Result<qint64> models = counting.unpricedModels(covered);
    if (!models)
        return models.error();
    report.insert(u"unpriced_models"_s, *models);
    return {};
}

} // namespace

namespace {

//! The sums of a question, and which of its groups are told one by one.
struct Summed {
    UsageByGroup sums;
    UsageFolding folding;
};

Result<Summed> countAll(UsageCount &counting, const UsageGroups &groups, UsageCover &covered,
                        const UsageSpan &span)
{
    Result<UsageByGroup> sums = counting.count(groups, covered);
    if (!sums)
        return sums.error();
    UsageFolding folding(groups, *sums, span);
    return Summed{*std::move(sums), std::move(folding)};
}

//! By day and key, and only some of the keys are told: their days alone need to be read.
bool isOfMostKeys(const UsageGroups &groups, const UsageCover &covered, const UsageSpan &span)
{
    constexpr qsizetype mostReadOneByOne = 1000;
    QStringList names = groups.names();
    names.sort();
    return names == QStringList{u"day"_s, u"key"_s} && !covered.isExact && span.key.isEmpty()
        && span.most > 0 && span.most <= mostReadOneByOne;
}

//! First which keys they are, then their days; what a day has beside them is the others'.
Result<Summed> countMostKeys(UsageCount &counting, const UsageGroups &groups, UsageCover &covered,
                             const UsageSpan &span)
{
    const UsageGroups whole = groups.withoutTime();
    const Result<UsageByGroup> totals = counting.count(whole, covered);
    if (!totals)
        return totals.error();
    const UsageFolding chosen(whole, *totals, span);
    if (chosen.others() == 0)
        return countAll(counting, groups, covered, span);
    QList<QByteArray> keys;
    for (const QStringList &values : chosen.shown())
        keys.append(values.first().toUtf8());
    Result<UsageByGroup> sums = counting.countOfKeys(groups, covered, keys);
    const UsageGroups days = *UsageGroups::parse(u"day");
    Result<UsageByGroup> others = counting.count(days, covered);
    if (!sums || !others)
        return sums ? others.error() : sums.error();
    const qsizetype day = groups.names().indexOf(u"day"_s);
    for (const auto &[values, sum] : *sums)
        (*others)[{values[day]}].subtract(sum);
    UsageFolding folding = chosen.ofDays(groups);
    for (const auto &[values, sum] : *others) {
        if (sum != UsageSums{})
            (*sums)[folding.othersOf(values.first())] = sum;
    }
    return Summed{*std::move(sums), std::move(folding)};
}

} // namespace

Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, const UsageSpan &span)
{
    const Result<UsageGroups> groups = UsageGroups::parse(by);
    if (!groups)
        return groups.error();
    const UsageCover wanted = UsageCover::of(calendar, span);
    if (const Result<void> checked = checkHours(*groups, calendar, wanted); !checked)
        return checked.error();
    UsageCount counting(database, calendar, span);
    UsageCover covered = wanted;
    const Result<Summed> counted = isOfMostKeys(*groups, covered, span)
        ? countMostKeys(counting, *groups, covered, span)
        : countAll(counting, *groups, covered, span);
    if (!counted)
        return counted.error();
    const UsageFolding &folding = counted->folding;
    const Result<QHash<QString, QString>> names = keyNames(database);
    if (!names)
        return names.error();
    QJsonObject report{
        {u"items"_s, usageItems(*groups, counted->sums, folding, *names, span.onlyCost)},
        {u"next"_s, QJsonValue::Null},
        {u"time_zone"_s, QString::fromUtf8(calendar.zone().id())},
        {u"from"_s, isoOf(covered.fromUs)},
        {u"to"_s, isoOf(covered.toUs)},
        {u"partial"_s, covered != wanted}};
    if (!span.compare)
        return report;
    if (const Result<void> compared =
            compare(counting, calendar, *groups, covered, folding, *names, report);
        !compared)
        return compared.error();
    return report;
}

} // namespace Gatehouse::Ledger
