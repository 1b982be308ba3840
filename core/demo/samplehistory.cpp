// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/samplehistory.h"

#include "core/demo/officehours.h"
#include "core/demo/samplerequest.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Gatehouse::Demo {

namespace {

constexpr int days = 30;
constexpr double busiestHour = 84;
constexpr double growth = 0.3;   //!< from the first day to the last
constexpr double unrest = 0.10;  //!< between hours alike
constexpr auto refusedFor = 72h; //!< after a key was disabled, its program goes on trying
constexpr double refusedShare = 0.15;

WallTime beginOf(WallTime now, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const QDate first = QDateTime::fromMSecsSinceEpoch(ms, zone).date().addDays(1 - days);
    return WallTime(std::chrono::milliseconds(first.startOfDay(zone).toMSecsSinceEpoch()));
}

const HistoryKey *keyOf(const HistoryPlan &plan, const QByteArray &name)
{
    const auto found = std::find_if(plan.keys.begin(), plan.keys.end(),
                                    [&name](const HistoryKey &key) { return key.name == name; });
    return found == plan.keys.end() ? nullptr : &*found;
}

//! How much of \a use there is at \a time.
double shareAt(const SampleUse &use, const HistoryKey *key, WallTime time, double presence)
{
    if (!key || time < key->from)
        return 0;
    const double share = use.atWork ? use.share * presence : use.share;
    if (!key->disabled || time < *key->disabled)
        return share;
    return time < *key->disabled + refusedFor ? share * refusedShare : 0;
}

} // namespace

std::vector<Ledger::RequestRecord> makeHistory(const HistoryPlan &plan)
{
    Dice dice(plan.seed);
    const OfficeHours office(plan.zone);
    SampleRequestMaker maker(plan, dice);
    const auto uses = sampleUses();
    std::vector<const HistoryKey *> keys;
    for (const SampleUse &use : uses)
        keys.push_back(keyOf(plan, use.key));
    std::vector<double> shares(uses.size());
    std::vector<Ledger::RequestRecord> rows;
    const WallTime begin = beginOf(plan.now, plan.zone);
    for (WallTime hour = begin; hour < plan.now; hour += 1h) {
        const double age = (hour - begin) / std::chrono::duration<double, std::micro>(24h) / days;
        const double load = office.load(hour + 30min) * (1 - growth * (1 - age));
        const auto count = static_cast<int>(dice.around(busiestHour * load, unrest) + dice.unit());
        const double presence = office.presence(hour + 30min);
        for (size_t i = 0; i < uses.size(); ++i)
            shares[i] = shareAt(uses[i], keys[i], hour, presence);
        for (int i = 0; i < count; ++i) {
            const WallTime time = hour + std::chrono::microseconds(dice.below(3'600'000'000));
            const size_t use = dice.pick(shares);
            if (time < plan.now)
                rows.push_back(maker.make(uses[use], *keys[use], time));
        }
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto &a, const auto &b) { return a.time < b.time; });
    return rows;
}

std::vector<Ledger::RequestRecord> makeCopies(const HistoryPlan &plan,
                                              const std::vector<Ledger::RequestRecord> &rows)
{
    Dice dice(plan.seed + 1);
    SampleRequestMaker maker(plan, dice);
    std::vector<Ledger::RequestRecord> copies;
    for (const Ledger::RequestRecord &row : rows) {
        if (auto copy = maker.copy(row))
            copies.push_back(*std::move(copy));
    }
    return copies;
}

} // namespace Gatehouse::Demo
