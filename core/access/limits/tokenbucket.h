// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Gatehouse::Access {

//! So many tokens a minute. An estimate is taken when a request begins; what it really used is
//! settled at its end, which may leave less than nothing. Holds a minute's tokens at most. Not
//! thread-safe.
class TokenBucket
{
public:
    //! What is missing now stays missing. 0: no limit.
    void setLimit(int tokensPerMinute, SteadyTime now);
    int limit() const { return m_limit; }

    //! Zero when a request of \a tokens may go now; one that is larger than the limit goes when
    //! the bucket is full.
    std::chrono::nanoseconds waitingTime(SteadyTime now, qint64 tokens);
    void take(SteadyTime now, qint64 tokens);
    //! \a tokens too many were taken; less than zero: too few.
    void giveBack(SteadyTime now, qint64 tokens);

    qint64 remaining(SteadyTime now);
    //! Until the bucket is full.
    std::chrono::nanoseconds resetTime(SteadyTime now);
    //! Less than the limit by this much, for keeping.
    double missing(SteadyTime now);
    //! That it lacked so much \a then; also before there is a limit.
    void restore(SteadyTime then, double missing);

private:
    void fill(SteadyTime now);
    std::chrono::nanoseconds timeFor(double tokens) const;

    int m_limit = 0;
    double m_level = 0;
    SteadyTime m_filled{};
};

} // namespace Gatehouse::Access
