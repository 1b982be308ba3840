// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/commitments.h"

#include "core/ledger/contractvolumes.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

constexpr qint64 paceDays = 28;
constexpr double onTrack = 0.05;
constexpr qint64 mostDays = 4000;

QDate firstDay(const Api::Contract &contract)
{
    return QDate::fromString(contract.from, Qt::ISODate);
}

QDate lastDay(const Api::Contract &contract)
{
    return QDate::fromString(contract.until, Qt::ISODate);
}

CommitmentState stateOf(const CommitmentOutlook &outlook, const Commitment &commitment)
{
    const qint64 amount = commitment.contract.amount.value_or(0);
    if (commitment.today > lastDay(commitment.contract))
        return CommitmentState::Over;
    if (commitment.today < firstDay(commitment.contract))
        return CommitmentState::NotBegun;
    if (outlook.used >= amount)
        return CommitmentState::UsedUp;
    const auto difference = static_cast<double>(outlook.expected - amount);
    if (std::abs(difference) <= onTrack * static_cast<double>(amount))
        return CommitmentState::OnTrack;
    return difference > 0 ? CommitmentState::Ahead : CommitmentState::Behind;
}

//! The first day at whose end the amount was used up; going on at the pace for days to come.
QDate usedUpOn(const Commitment &commitment, const CommitmentOutlook &outlook)
{
    const qint64 amount = commitment.contract.amount.value_or(0);
    qint64 sum = 0;
    for (qsizetype day = 0; day < commitment.days.size(); ++day) {
        sum += commitment.days[day];
        if (sum >= amount)
            return firstDay(commitment.contract).addDays(day);
    }
    if (outlook.perDay <= 0 || outlook.expected < amount)
        return {};
    const qint64 more = (amount - outlook.used + outlook.perDay - 1) / outlook.perDay;
    return commitment.today.addDays(std::min(more, mostDays));
}

Result<QList<qint64>> daysOf(Store::Database &database, const Api::Contract &contract,
                             const QDate &today)
{
    const QDate from = firstDay(contract);
    const QDate until = std::min(lastDay(contract), today);
    QList<qint64> days(std::clamp<qint64>(from.daysTo(until) + 1, 0, mostDays));
    auto select = database.prepare("SELECT day, sum(cost) FROM roll_day_key WHERE day >= ?1"
                                   " AND day <= ?2 AND provider = ?3 GROUP BY day");
    if (!select)
        return select.error();
    select->bindAll(Ledger::DayCalendar::number(from), Ledger::DayCalendar::number(until),
                    contract.provider);
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return days;
        const qint64 place = from.daysTo(Ledger::DayCalendar::date(select->integer(0)));
        if (place >= 0 && place < days.size())
            days[place] += select->integer(1);
    }
}

QJsonValue dayOrNull(const QDate &day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue volumeOrNull(qint64 volume)
{
    return volume < 0 ? QJsonValue() : QJsonValue(volume);
}

QJsonObject jsonOf(const Commitment &commitment, const CommitmentTier &tier)
{
    const Api::Contract &contract = commitment.contract;
    const CommitmentOutlook outlook = outlookOf(commitment);
    QJsonArray days;
    qint64 sum = 0;
    for (const qint64 day : commitment.days)
        days.append(sum += day);
    return {{u"id"_s, contract.id},
            {u"provider"_s, contract.provider},
            {u"amount_nano_usd"_s, contract.amount.value_or(0)},
            {u"from"_s, contract.from},
            {u"until"_s, contract.until},
            {u"note"_s, contract.note},
            {u"used_nano_usd"_s, outlook.used},
            {u"straight_nano_usd"_s, outlook.straight},
            {u"per_day_nano_usd"_s, outlook.perDay},
            {u"expected_nano_usd"_s, outlook.expected},
            {u"unused_nano_usd"_s, outlook.unused},
            {u"used_up_on"_s,
             outlook.usedUpOn.isValid() ? QJsonValue(outlook.usedUpOn.toString(Qt::ISODate))
                                        : QJsonValue()},
            {u"state"_s, commitmentStateName(outlook.state)},
            {u"discount_percent"_s, tier.discountPercent},
            {u"volume_nano_usd"_s, tier.volume},
            {u"tier_nano_usd"_s, volumeOrNull(tier.reached)},
            {u"next_tier_nano_usd"_s, volumeOrNull(tier.next)},
            {u"next_tier_on"_s, dayOrNull(tier.nextOn)},
            {u"own_prices"_s, contract.prices.size()},
            {u"days"_s, days}};
}

} // namespace

QString commitmentStateName(CommitmentState state)
{
    switch (state) {
    case CommitmentState::NotBegun:
        return u"not_begun"_s;
    case CommitmentState::Ahead:
        return u"ahead"_s;
    case CommitmentState::OnTrack:
        return u"on_track"_s;
    case CommitmentState::Behind:
        return u"behind"_s;
    case CommitmentState::UsedUp:
        return u"used_up"_s;
    case CommitmentState::Over:
        return u"over"_s;
    }
    return {};
}

CommitmentOutlook outlookOf(const Commitment &commitment)
{
    const Api::Contract &contract = commitment.contract;
    const QDate from = firstDay(contract);
    const QDate until = lastDay(contract);
    const qint64 amount = contract.amount.value_or(0);
    const qint64 whole = from.daysTo(until) + 1;
    const qint64 passed = std::clamp<qint64>(from.daysTo(commitment.today) + 1, 0, whole);
    CommitmentOutlook outlook;
    outlook.used = std::accumulate(commitment.days.begin(), commitment.days.end(), qint64(0));
    // Today is not over: the pace is of the days before, while there are any.
    const bool growing = commitment.today <= until && passed > 1;
    const qint64 complete = std::min<qint64>(commitment.days.size(), growing ? passed - 1 : passed);
    const qint64 counted = std::min(complete, paceDays);
    if (counted > 0)
        outlook.perDay = std::accumulate(commitment.days.begin() + (complete - counted),
                                         commitment.days.begin() + complete, qint64(0))
            / counted;
    outlook.straight = static_cast<qint64>(static_cast<double>(amount) * static_cast<double>(passed)
                                           / static_cast<double>(std::max<qint64>(whole, 1)));
    outlook.expected = outlook.used + outlook.perDay * (whole - passed);
    outlook.unused = std::max<qint64>(amount - outlook.expected, 0);
    outlook.usedUpOn = usedUpOn(commitment, outlook);
    outlook.state = stateOf(outlook, commitment);
    return outlook;
}

CommitmentTier tierOf(const Api::Contract &contract, const QList<qint64> &days, const QDate &today)
{
    const QDate from = firstDay(contract);
    const QDate until = lastDay(contract);
    // A tier holds from the day after it was reached: today does not count yet.
    const bool growing = today >= from && today <= until && !days.isEmpty();
    const qsizetype ended = growing ? days.size() - 1 : days.size();
    CommitmentTier tier;
    tier.volume = std::accumulate(days.begin(), days.end(), qint64(0));
    tier.discountPercent = contract.discountPercent;
    const qint64 before = std::accumulate(days.begin(), days.begin() + ended, qint64(0));
    for (const qint64 step : Ledger::volumeSteps(contract)) {
        if (step > before) {
            tier.next = step;
            break;
        }
        tier.reached = step;
    }
    for (const Api::ContractTier &one : contract.tiers) {
        if (one.above.value_or(0) == 0 || one.above == tier.reached)
            tier.discountPercent = one.discountPercent;
    }
    const qint64 counted = std::min<qint64>(ended, paceDays);
    const qint64 pace = counted == 0
        ? 0
        : std::accumulate(days.begin() + (ended - counted), days.begin() + ended, qint64(0))
            / counted;
    if (tier.next < 0 || pace <= 0 || !growing)
        return tier;
    const qint64 more = std::max<qint64>(tier.next - tier.volume, 0);
    const QDate day = today.addDays(std::min((more + pace - 1) / pace, mostDays) + 1);
    if (day <= until)
        tier.nextOn = day;
    return tier;
}

Result<QJsonObject> commitments(Store::Database &database, const Ledger::DayCalendar &calendar,
                                const QList<Api::Contract> &contracts, WallTime now)
{
    const QDate today = calendar.dateAt(Ledger::toUs(now));
    QJsonArray items;
    for (const Api::Contract &contract : contracts) {
        auto days = daysOf(database, contract, today);
        if (!days)
            return days.error();
        const auto volume = Ledger::contractVolume(database, contract, today);
        if (!volume)
            return volume.error();
        items.append(jsonOf({.contract = contract, .today = today, .days = *std::move(days)},
                            tierOf(contract, *volume, today)));
    }
    return QJsonObject{{u"items"_s, items},
                       {u"next"_s, QJsonValue::Null},
                       {u"today"_s, today.toString(Qt::ISODate)}};
}

} // namespace Gatehouse::Reports
