// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <deque>

namespace Gatehouse::Access {

//! So many requests in any minute, wherever the minute begins. It is GCRA over as many cells as
//! the limit allows, which take requests in turn, each one request a minute and without tolerance:
//! a caller may send its whole minute at once, and yet no 60 s hold more than the limit. One cell
//! with a tolerance would let twice the limit through at a border; without one it would refuse the
//! second of two requests that come together. Not thread-safe.
class RequestWindow
{
public:
    static constexpr std::chrono::seconds length{60};

    //! Those taken before count on. 0: no limit.
    void setLimit(int requests) { m_limit = requests; }
    int limit() const { return m_limit; }

    //! Zero when a request may go now.
    std::chrono::nanoseconds waitingTime(SteadyTime now);
    //! The moment it is taken at, which is never before the last one.
    SteadyTime take(SteadyTime now);
    //! The request taken at \a moment counts from \a later on.
    void postpone(SteadyTime moment, SteadyTime later);
    //! The request taken at \a moment was not made after all.
    void giveBack(SteadyTime moment);

    int remaining(SteadyTime now);
    //! Until all of the limit is free again.
    std::chrono::nanoseconds resetTime(SteadyTime now);

    const std::deque<SteadyTime> &taken() const { return m_taken; }
    void restore(std::deque<SteadyTime> taken) { m_taken = std::move(taken); }

private:
    void forgetOld(SteadyTime now);

    int m_limit = 0;
    std::deque<SteadyTime> m_taken; //!< of the last minute, oldest first
};

} // namespace Gatehouse::Access
