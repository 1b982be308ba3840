// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace Gatehouse::Routing {

//! How many retries a provider is sent: a share of its requests, and a few each second whatever
//! its traffic, so that retries never multiply an outage. A token bucket. Lock-free, thread-safe.
class RetryBudget
{
public:
    static constexpr int leastPerSecond = 3;
    //! Saved up for a burst.
    static constexpr int mostSaved = 100;

    //! In percent of the requests; 0: no retries at all.
    void setPercent(int percent);
    int percent() const { return m_percent.load(std::memory_order_relaxed); }
    //! A request went to the provider.
    void countRequest();
    //! Takes one retry; false: the budget is used up.
    bool take(SteadyTime now);

private:
    void refill(SteadyTime now);

    std::atomic<int> m_percent{20};
    std::atomic<qint64> m_saved{leastPerSecond * 100}; //!< hundredths of a retry
    std::atomic<qint64> m_refilledAt{0};               //!< steady microseconds
};

} // namespace Gatehouse::Routing
