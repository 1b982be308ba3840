// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/machinecosts.h"

#include "core/api/documents/weekschedule.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

__extension__ using Wide = __int128;

constexpr qint64 mostDays = 4000;

//! Half up; 128 bits, as a day of a dear machine exceeds 64.
qint64 costOf(qint64 us, qint64 nanoPerHour)
{
    return static_cast<qint64>((Wide(us) * nanoPerHour + usPerHour / 2) / usPerHour);
}

Result<QDate> firstPaid(Store::Database &database, const Api::Provider &provider)
{
    if (!provider.hourlyFrom.isEmpty())
        return QDate::fromString(provider.hourlyFrom, Qt::ISODate);
    qint64 day = 0;
    const Result<void> read = query(
        database, "SELECT ifnull(min(day), 0) FROM roll_day_model WHERE provider = ?",
        [&day](const Store::Statement &row) { day = row.integer(0); }, provider.id);
    if (!read)
        return read.error();
    return day == 0 ? QDate() : DayCalendar::date(day);
}

Result<void> addBooked(Store::Database &database, std::vector<MachineDay> &days, size_t from)
{
    if (from == days.size())
        return {};
    const QDate first = days[from].day;
    return query(
        database,
        "SELECT day, sum(cost) FROM roll_day_model WHERE day >= ?1 AND day <= ?2 AND provider = ?3"
        " GROUP BY day",
        [&](const Store::Statement &row) {
            const auto place = size_t(first.daysTo(DayCalendar::date(row.integer(0)))) + from;
            if (place < days.size())
                days[place].booked += row.integer(1);
        },
        DayCalendar::number(first), DayCalendar::number(days.back().day), days[from].provider);
}

} // namespace

Result<std::vector<MachineDay>> machineDays(Store::Database &database, const DayCalendar &calendar,
                                            const QList<Api::Provider> &providers,
                                            const QDate &first, const QDate &last, WallTime now)
{
    constexpr double nanoPerDollar = 1e9;
    const qint64 nowUs = toUs(now);
    std::vector<MachineDay> days;
    for (const Api::Provider &provider : providers) {
        const auto schedule = Api::WeekSchedule::parse(provider.hourlySchedule);
        if (!(provider.hourlyCostUsd > 0) || !schedule)
            continue;
        const Result<QDate> since = firstPaid(database, provider);
        if (!since)
            return since.error();
        if (!since->isValid())
            continue;
        const qint64 nano = std::llround(provider.hourlyCostUsd * nanoPerDollar);
        const size_t from = days.size();
        const QDate begin = std::max({first, *since, last.addDays(-mostDays)});
        const QDate end = std::min(last, calendar.dateAt(nowUs));
        for (QDate day = begin; day <= end; day = day.addDays(1)) {
            const qint64 us = schedule->heldUs(day, calendar.zone(), nowUs);
            days.push_back({provider.id, day, us, costOf(us, nano), 0});
        }
        if (const Result<void> added = addBooked(database, days, from); !added)
            return added.error();
    }
    return days;
}

QJsonArray machineSums(const std::vector<MachineDay> &days)
{
    QJsonArray sums;
    for (size_t begin = 0; begin < days.size();) {
        MachineDay sum;
        sum.provider = days[begin].provider;
        size_t end = begin;
        for (; end < days.size() && days[end].provider == sum.provider; ++end) {
            sum.paidUs += days[end].paidUs;
            sum.paid += days[end].paid;
            sum.booked += days[end].booked;
        }
        sums.append(QJsonObject{{u"provider"_s, sum.provider},
                                {u"days"_s, qint64(end - begin)},
                                {u"hours_paid"_s, double(sum.paidUs) / double(usPerHour)},
                                {u"paid_nano_usd"_s, sum.paid},
                                {u"booked_nano_usd"_s, sum.booked},
                                {u"idle_nano_usd"_s, sum.idle()}});
        begin = end;
    }
    return sums;
}

} // namespace Gatehouse::Ledger
