// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/random.h"
#include "tests/support/fakeclock.h"

#include <queue>

#include <functional>
#include <vector>

namespace Gatehouse::Simulation {

using Duration = std::chrono::microseconds;

//! Events in the order of their times, those of one time in the order of their making; the clock
//! stands at the time of the event that runs.
class Timeline
{
public:
    using Task = std::function<void()>;

    const FakeClock &clock() const { return m_clock; }
    SteadyTime now() const { return m_clock.steady(); }
    //! Since the beginning.
    Duration elapsed() const { return std::chrono::duration_cast<Duration>(now() - m_begin); }

    void after(Duration wait, Task task)
    {
        m_events.push({now() + wait, m_number++, std::move(task)});
    }
    //! Until nothing is left.
    void run()
    {
        while (!m_events.empty()) {
            Event next = m_events.top();
            m_events.pop();
            m_clock.advance(std::chrono::duration_cast<Duration>(next.time - now()));
            next.task();
        }
    }

private:
    struct Event {
        SteadyTime time;
        quint64 number = 0;
        Task task;
        bool operator<(const Event &other) const // the greatest runs first
        {
            return time != other.time ? time > other.time : number > other.number;
        }
    };

    FakeClock m_clock;
    SteadyTime m_begin = m_clock.steady();
    quint64 m_number = 0;
    std::priority_queue<Event> m_events;
};

//! Exponential with this \a mean.
Duration exponential(Duration mean, Routing::Random &random);
//! Log-normal with this \a median; \a spread is the standard deviation of the logarithm, 0: fixed.
Duration spreadOut(Duration median, double spread, Routing::Random &random);

} // namespace Gatehouse::Simulation
