// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/peerwatch.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

using std::chrono::milliseconds;

//! Good for this long after it was back: the next time out is a first one again.
constexpr std::chrono::minutes forgiven{10};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

//! The median of \a values without the one at \a index; nothing when there is no other.
std::optional<double> medianOfOthers(std::vector<double> values, std::size_t index)
{
    values.erase(values.begin() + std::ptrdiff_t(index));
    return values.empty() ? std::nullopt : std::optional(median(std::move(values)));
}

//! In the other strategies the order is wanted: a preferred target may be slower than its fallback.
bool isBalanced(Config::Strategy strategy)
{
    switch (strategy) {
    case Config::Strategy::Priority:
    case Config::Strategy::Cheapest:
        return false;
    case Config::Strategy::Weighted:
    case Config::Strategy::LeastBusy:
    case Config::Strategy::Fastest:
    case Config::Strategy::Sticky:
    case Config::Strategy::PrefixAffinity:
        return true;
    }
    Q_UNREACHABLE();
}

bool isOut(const TargetState &state, SteadyTime now)
{
    return state.isEjected(now) || state.availability(now) != Availability::Ready;
}

} // namespace

void PeerWatch::judge(const RoutingTable &table, SteadyTime now)
{
    for (const auto &route : table.snapshot().routes) {
        const std::span<const Entry> entries = table.entries(*route);
        if (entries.size() > 1)
            judgeRoute(entries, isBalanced(route->strategy), now);
    }
}

void PeerWatch::judgeRoute(std::span<const Entry> entries, bool isBalanced, SteadyTime now)
{
    const auto places = [&] {
        const auto out = std::ranges::count_if(
            entries, [now](const Entry &entry) { return isOut(*entry.state, now); });
        return int(entries.size() / 2) - int(out);
    };
    if (const int left = places(); left > 0)
        judgeFailures(entries, left, now);
    if (const int left = places(); isBalanced && left > 0)
        judgeSlowness(entries, left, now);
}

void PeerWatch::judgeFailures(std::span<const Entry> entries, int places, SteadyTime now)
{
    std::vector<TargetState *> judged;
    std::vector<double> shares;
    for (const Entry &entry : entries) {
        const auto counts = entry.state->recent(now);
        if (counts.attempts() < leastAttempts || isOut(*entry.state, now))
            continue;
        judged.push_back(entry.state);
        shares.push_back(double(counts.failures) / counts.attempts());
    }
    for (std::size_t i = 0; i < judged.size() && places > 0; ++i) {
        const auto usual = medianOfOthers(shares, i);
        if (!usual || shares[i] < *usual + shareAbove)
            continue;
        judged[i]->eject(timeFor(*judged[i], now), now);
        --places;
    }
}

void PeerWatch::judgeSlowness(std::span<const Entry> entries, int places, SteadyTime now)
{
    std::vector<TargetState *> judged;
    std::vector<double> times;
    for (const Entry &entry : entries) {
        if (entry.state->recent(now).attempts() < leastAttempts || isOut(*entry.state, now)
            || entry.state->firstTokenUs() == 0)
            continue;
        judged.push_back(entry.state);
        times.push_back(double(entry.state->firstTokenUs()));
    }
    for (std::size_t i = 0; i < judged.size() && places > 0; ++i) {
        const auto usual = medianOfOthers(times, i);
        if (!usual || times[i] < *usual * timesSlower
            || times[i] < *usual + double(slowerBy.count()))
            continue;
        judged[i]->lessen(timeFor(*judged[i], now), now);
        --places;
    }
}

//! Longer each time in a row.
milliseconds PeerWatch::timeFor(const TargetState &state, SteadyTime now)
{
    Record &record = m_records[&state];
    if (now - record.last > forgiven)
        record.times = 0;
    record.last = now;
    return std::min<milliseconds>(firstTime * ++record.times, longestTime);
}

} // namespace Gatehouse::Routing
