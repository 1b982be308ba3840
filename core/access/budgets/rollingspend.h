// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/quantities.h"

#include <deque>

namespace Gatehouse::Access {

//! What was spent within a length of time that moves on: sums of short steps, each of which leaves
//! as a whole when all of it is too old.
class RollingSpend
{
public:
    static constexpr int steps = 720;

    explicit RollingSpend(std::chrono::microseconds length = {});

    std::chrono::microseconds step() const { return m_step; }
    //! The first moment that still counts at \a now.
    WallTime oldest(WallTime now) const;

    void add(WallTime time, Money spent);
    Money sum(WallTime now);
    //! When something leaves next; nothing when nothing was spent.
    WallTime nextRelief(WallTime now);
    void clear();

private:
    struct Step {
        qint64 number = 0;
        Money spent;
    };
    qint64 numberOf(WallTime time) const;
    void forgetOld(WallTime now);

    std::chrono::microseconds m_length;
    std::chrono::microseconds m_step;
    std::deque<Step> m_spent; //!< oldest first
    Money m_sum;
};

} // namespace Gatehouse::Access
