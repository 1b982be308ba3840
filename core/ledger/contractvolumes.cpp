// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/contractvolumes.h"

#include "core/ledger/rowquery.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 mostDays = 4000;

} // namespace

Result<QList<qint64>> contractVolume(Store::Database &database, const Api::Contract &contract,
                                     const QDate &last)
{
    const QDate from = QDate::fromString(contract.from, Qt::ISODate);
    const QDate until = std::min(QDate::fromString(contract.until, Qt::ISODate), last);
    if (!from.isValid() || !until.isValid())
        return QList<qint64>();
    QList<qint64> days(std::clamp<qint64>(from.daysTo(until) + 1, 0, mostDays));
    const Result<void> read = query(
        database,
        "SELECT day, model, sum(list_cost) FROM roll_day_model WHERE day >= ?1 AND day <= ?2"
        " AND provider = ?3 GROUP BY day, model",
        [&](const Store::Statement &row) {
            const qint64 place = from.daysTo(DayCalendar::date(row.integer(0)));
            if (place >= 0 && place < days.size() && contract.isAbout(row.string(1)))
                days[place] += row.integer(2);
        },
        DayCalendar::number(from), DayCalendar::number(until), contract.provider);
    if (!read)
        return read.error();
    return days;
}

QList<qint64> volumeSteps(const Api::Contract &contract)
{
    QList<qint64> steps;
    for (const Api::ContractTier &tier : contract.tiers)
        steps.append(tier.above.value_or(0));
    for (const Api::ContractPrice &price : contract.prices)
        steps.append(price.above.value_or(0));
    steps.removeAll(0);
    std::ranges::sort(steps);
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

Result<ReachedVolumes> reachedVolumes(Store::Database &database, const DayCalendar &calendar,
                                      const QList<Api::Contract> &contracts, WallTime now)
{
    const QDate yesterday = calendar.dateAt(toUs(now)).addDays(-1);
    ReachedVolumes all;
    for (const Api::Contract &contract : contracts) {
        const QList<qint64> steps = volumeSteps(contract);
        if (steps.isEmpty())
            continue;
        const auto days = contractVolume(database, contract, yesterday);
        if (!days)
            return days.error();
        const QDate from = QDate::fromString(contract.from, Qt::ISODate);
        QList<ReachedVolume> &reached = all[contract.id];
        qint64 sum = 0;
        qsizetype next = 0;
        for (qsizetype day = 0; day < days->size(); ++day) {
            sum += days->at(day);
            for (; next < steps.size() && sum >= steps[next]; ++next)
                reached.append(
                    {steps[next],
                     WallTime(std::chrono::microseconds(calendar.startOf(from.addDays(day + 1))))});
        }
        if (reached.isEmpty())
            all.remove(contract.id);
    }
    return all;
}

} // namespace Gatehouse::Ledger
