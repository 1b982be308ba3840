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

//! What there was in the span before, and how many models have no price.
Result<void> compare(UsageCount &counting, const DayCalendar &calendar, const UsageGroups &groups,
                     UsageCover covered, const UsageFolding &folding,
                     const QHash<QString, QString> &names, QJsonObject &report)
{
    const UsageGroups whole = groups.withoutTime();
    const UsageCover wanted = covered.before(calendar);
    UsageCover earlier = wanted;
    const Result<UsageByGroup> sums = counting.count(whole, earlier);
    if (!sums)
        return sums.error();
    if (earlier == wanted) // else there was no time for all of them
        report.insert(u"previous"_s, usageItems(whole, *sums, folding.ofTotals(), names));
    for (const QString &time : {u"day"_s, u"hour"_s}) {
        if (!groups.names().contains(time))
            continue;
        const UsageGroups times = *UsageGroups::parse(time);
        const Result<UsageByGroup> series = counting.count(times, earlier);
        if (!series)
            return series.error();
        if (earlier == wanted)
            report.insert(QString(u"previous_%1s"_s.arg(time)),
                          usageItems(times, *series, UsageFolding(times, {}, {}), names));
    }
    const Result<UsageByGroup> models =
        counting.count(*UsageGroups::parse(u"provider,model"), covered);
    if (!models)
        return models.error();
    const auto unpriced = std::count_if(models->begin(), models->end(), [](const auto &model) {
        return model.second.unpriced > 0;
    });
    report.insert(u"unpriced_models"_s, static_cast<qint64>(unpriced));
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
    QStringList keys;
    for (const QStringList &values : chosen.shown())
        keys.append(values);
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
