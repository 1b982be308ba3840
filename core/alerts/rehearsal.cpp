// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/rehearsal.h"

#include "core/alerts/alertbook.h"
#include "core/alerts/trafficbook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

constexpr std::size_t fewHours = 12;
constexpr qint64 usualOver = 7 * 24; // hours

std::optional<double> valueOf(const QString &measure, const Ledger::HourFigures &hour,
                              double objective)
{
    if (measure == "spend"_L1)
        return static_cast<double>(hour.cost.nanoUsd) * 1e-9;
    if (measure == "first_token_p95"_L1)
        return hour.firstTokenP95;
    if (measure == "unpriced_requests"_L1)
        return static_cast<double>(hour.unpriced);
    const qint64 finished = hour.answered + hour.failed;
    if (finished < TrafficWindow::fewRequests)
        return std::nullopt;
    const double success = static_cast<double>(hour.answered) / static_cast<double>(finished);
    return measure == "burn_rate"_L1 ? TrafficBook::burnRate(success, objective) : success * 100;
}

WallTime startOf(qint64 hour)
{
    return WallTime(std::chrono::hours(hour));
}

//! Compared with the hours of the week before each.
std::vector<PastValue> spikes(const std::vector<Ledger::HourFigures> &hours, qint64 firstHour)
{
    std::vector<PastValue> values;
    for (const Ledger::HourFigures &hour : hours) {
        if (hour.hour < firstHour)
            continue;
        std::vector<Ledger::HourFigures> before;
        std::ranges::copy_if(hours, std::back_inserter(before), [&](const auto &other) {
            return other.hour < hour.hour && other.hour >= hour.hour - usualOver;
        });
        const auto usual = usualHour(before);
        const bool isMuch = usual && hour.cost >= TrafficBook::leastSpike;
        const double value = isMuch
            ? static_cast<double>(hour.cost.nanoUsd) / static_cast<double>(usual->nanoUsd)
            : 0;
        values.push_back({startOf(hour.hour), value});
        values.push_back({startOf(hour.hour + 1), 0});
    }
    return values;
}

} // namespace

std::vector<WallTime> rehearse(const Api::AlertRule &rule, const std::vector<PastValue> &past)
{
    std::vector<WallTime> fired;
    bool isBeyond = false;
    bool isFiring = false;
    WallTime since{};
    const auto fireIfDue = [&](WallTime now) {
        if (!isBeyond || isFiring || now - since < rule.holdTime)
            return;
        fired.push_back(since + rule.holdTime);
        isFiring = true;
    };
    for (const PastValue &at : past) {
        fireIfDue(at.time);
        if (!at.value)
            continue;
        if (AlertBook::isBeyond(rule, *at.value)) {
            since = isBeyond ? since : at.time;
            isBeyond = true;
        } else if (!isFiring || AlertBook::isBack(rule, *at.value)) {
            isBeyond = false;
            isFiring = false;
        }
        fireIfDue(at.time);
    }
    return fired;
}

std::vector<PastValue> pastValues(const QString &measure,
                                  const std::vector<Ledger::HourFigures> &hours, qint64 firstHour,
                                  qint64 endHour, double objective)
{
    static const QStringList known{u"spend"_s, u"success_rate"_s, u"burn_rate"_s,
                                   u"first_token_p95"_s, u"unpriced_requests"_s};
    if (measure == "spend_spike"_L1)
        return spikes(hours, firstHour);
    if (!known.contains(measure))
        return {};
    std::vector<PastValue> values;
    qint64 next = firstHour;
    for (const Ledger::HourFigures &hour : hours) {
        if (hour.hour < firstHour)
            continue;
        if (hour.hour > next) // nothing was asked, nothing was wrong
            values.push_back({startOf(next), measure == "success_rate"_L1 ? 100.0 : 0.0});
        values.push_back({startOf(hour.hour), valueOf(measure, hour, objective)});
        next = hour.hour + 1;
    }
    values.push_back({startOf(std::min(next, endHour)), std::nullopt});
    return values;
}

std::optional<Money> usualHour(const std::vector<Ledger::HourFigures> &hours)
{
    std::vector<qint64> costs;
    for (const Ledger::HourFigures &hour : hours) {
        if (hour.cost.nanoUsd > 0)
            costs.push_back(hour.cost.nanoUsd);
    }
    if (costs.size() < fewHours)
        return std::nullopt;
    const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
    std::ranges::nth_element(costs, middle);
    return Money{*middle};
}

} // namespace Gatehouse::Alerts
