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

//! What was agreed of one machine, the oldest first.
using History = std::vector<MachineTerms>;

std::vector<History> histories(const QList<MachineTerms> &terms)
{
    std::vector<History> all;
    for (const MachineTerms &one : terms) {
        const auto known = std::ranges::find_if(all, [&one](const History &history) {
            return history.front().provider == one.provider;
        });
        if (known == all.end())
            all.push_back({one});
        else
            known->push_back(one);
    }
    return all;
}

//! Never before the first.
const MachineTerms &termsAt(const History &history, qint64 endOfDayUs)
{
    const auto later = std::ranges::find_if(
        history, [endOfDayUs](const MachineTerms &one) { return one.sinceUs >= endOfDayUs; });
    return later == history.begin() ? history.front() : *std::prev(later);
}

Result<QDate> firstPaid(Store::Database &database, const MachineTerms &terms)
{
    if (!terms.from.isEmpty())
        return QDate::fromString(terms.from, Qt::ISODate);
    qint64 day = 0;
    const Result<void> read = query(
        database, "SELECT ifnull(min(day), 0) FROM roll_day_model WHERE provider = ?",
        [&day](const Store::Statement &row) { day = row.integer(0); }, terms.provider);
    if (!read)
        return read.error();
    return day == 0 ? QDate() : DayCalendar::date(day);
}

Result<void> addBooked(Store::Database &database, std::vector<MachineDay> &days, size_t from)
{
    if (from == days.size())
        return {};
    return query(
        database,
        "SELECT day, sum(cost) FROM roll_day_model WHERE day >= ?1 AND day <= ?2 AND provider = ?3"
        " GROUP BY day",
        [&](const Store::Statement &row) {
            const QDate day = DayCalendar::date(row.integer(0));
            const auto place = std::ranges::lower_bound(days.begin() + qsizetype(from), days.end(),
                                                        day, {}, &MachineDay::day);
            if (place != days.end() && place->day == day)
                place->booked += row.integer(1);
        },
        DayCalendar::number(days[from].day), DayCalendar::number(days.back().day),
        days[from].provider);
}

} // namespace

Result<std::vector<MachineDay>> machineDays(Store::Database &database, const DayCalendar &calendar,
                                            const QList<MachineTerms> &terms, const QDate &first,
                                            const QDate &last, WallTime now)
{
    const qint64 nowUs = toUs(now);
    std::vector<MachineDay> days;
    for (const History &history : histories(terms)) {
        const Result<QDate> since = firstPaid(database, history.back());
        if (!since)
            return since.error();
        if (!since->isValid())
            continue;
        const size_t from = days.size();
        const QDate known = calendar.dateAt(history.front().sinceUs);
        const QDate begin = std::max({first, *since, last.addDays(-mostDays)});
        const QDate end = std::min(last, calendar.dateAt(nowUs));
        for (QDate day = begin; day <= end; day = day.addDays(1)) {
            const MachineTerms &agreed =
                termsAt(history, calendar.startOf(std::max(day, known).addDays(1)));
            const auto schedule = Api::WeekSchedule::parse(agreed.schedule);
            if (!schedule || agreed.nanoPerHour <= 0)
                continue;
            const qint64 us = schedule->heldUs(day, calendar.zone(), nowUs);
            days.push_back({agreed.provider, day, us, costOf(us, agreed.nanoPerHour), 0});
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
