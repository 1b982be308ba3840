// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/capacitylearner.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

//! One slow second may be chance.
constexpr int slowSecondsToCut = 5;
//! The best time rises slowly, so that another model or machine becomes the new measure.
constexpr qint64 bestDecay = 1000;

int reduced(int from, double share)
{
    return std::max(static_cast<int>(double(from) * share), 1);
}

} // namespace

void CapacityLearner::learn(const RoutingTable &table, SteadyTime now)
{
    m_done.clear();
    const auto learnRoute = [&](const Config::Route &route) {
        for (const Entry &entry : table.entries(route)) {
            if (!m_done.insert(entry.state).second)
                continue;
            const bool isLearned = entry.state->capacitySource() == CapacitySource::Learned;
            if (entry.provider->provider->document.adaptive)
                learnTarget(*entry.state, now);
            else if (isLearned)
                entry.state->setCapacity(0);
        }
    };
    for (const auto &route : table.snapshot().routes)
        learnRoute(*route);
    for (const auto &route : table.snapshot().directRoutes)
        learnRoute(*route);
}

void CapacityLearner::learnTarget(TargetState &state, SteadyTime now)
{
    Record &record =
        m_records.try_emplace(&state, Record{.overloads = state.overloads()}).first->second;
    const int peak = state.takePeak();
    const quint64 overloads = state.overloads();
    const bool isOverloaded = std::exchange(record.overloads, overloads) != overloads;
    if (state.capacitySource() == CapacitySource::Declared)
        return;
    const int limit = state.capacity();
    const bool slow = isSlow(record, state, peak);
    if (isOverloaded || slow) {
        const int from = limit > 0 ? std::min(limit, std::max(peak, 1)) : std::max(peak, 1);
        state.setCapacity(reduced(from, isOverloaded ? cut : slowCut), CapacitySource::Learned);
        record.lastCut = now;
    } else if (limit > 0 && now - record.lastCut > forgotten) {
        state.setCapacity(0);
    } else if (limit > 0 && peak >= limit) {
        state.setCapacity(limit + 1, CapacitySource::Learned);
    }
}

bool CapacityLearner::isSlow(Record &record, const TargetState &state, int peak) const
{
    const qint64 time = state.firstTokenUs();
    if (time == 0)
        return false;
    record.bestUs =
        record.bestUs == 0 ? time : std::min(record.bestUs + record.bestUs / bestDecay, time);
    const bool now = peak >= leastForSlowness && double(time) > double(record.bestUs) * timesSlower;
    record.slowSeconds = now ? record.slowSeconds + 1 : 0;
    if (record.slowSeconds < slowSecondsToCut)
        return false;
    record.slowSeconds = 0;
    return true;
}

} // namespace Gatehouse::Routing
