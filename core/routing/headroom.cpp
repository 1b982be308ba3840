// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/headroom.h"

#include <algorithm>

using std::chrono::microseconds;

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

qint64 toUs(SteadyTime time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch()).count();
}

} // namespace

std::optional<double> Headroom::Reading::shareLeft() const
{
    if (!limit || *limit <= 0)
        return {};
    return std::clamp(double(remaining) / double(*limit), 0.0, 1.0);
}

void Headroom::saw(std::span<const Dialects::AllowanceReading> readings, SteadyTime now)
{
    for (const Dialects::AllowanceReading &reading : readings) {
        Cell &cell = m_cells.at(static_cast<std::size_t>(reading.kind));
        cell.limit.store(reading.limit.value_or(-1), relaxed);
        cell.resetsAt.store(reading.resetsIn ? toUs(now + *reading.resetsIn) : 0, relaxed);
        cell.seenAt.store(toUs(now), relaxed);
        cell.remaining.store(reading.remaining, relaxed);
    }
}

std::vector<Headroom::Reading> Headroom::readings(SteadyTime now) const
{
    std::vector<Reading> found;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells.at(i);
        Reading reading{.kind = static_cast<Dialects::AllowanceKind>(i),
                        .limit = {},
                        .remaining = cell.remaining.load(relaxed),
                        .resetsAt = {},
                        .seenAt = SteadyTime(microseconds(cell.seenAt.load(relaxed)))};
        if (reading.remaining < 0 || now - reading.seenAt > forgottenAfter)
            continue;
        const qint64 limit = cell.limit.load(relaxed);
        const qint64 resets = cell.resetsAt.load(relaxed);
        reading.limit = limit >= 0 ? std::optional(limit) : std::nullopt;
        const bool isFullAgain = resets > 0 && resets <= toUs(now);
        if (isFullAgain && reading.limit)
            reading.remaining = *reading.limit;
        else if (resets > toUs(now))
            reading.resetsAt = SteadyTime(microseconds(resets));
        found.push_back(reading);
    }
    return found;
}

} // namespace Gatehouse::Routing
