// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace Gatehouse {

//! A clock that moves only when told. Starts at 2026-11-22 12:00:00 UTC.
class FakeClock final : public Clock
{
public:
    WallTime wall() const override { return m_wall; }
    SteadyTime steady() const override { return m_steady; }

    void advance(std::chrono::microseconds by)
    {
        m_wall += by;
        m_steady += by;
    }
    void setWall(WallTime wall) { m_wall = wall; }

private:
    WallTime m_wall = WallTime(std::chrono::seconds(1'795'348'800));
    SteadyTime m_steady = SteadyTime(std::chrono::hours(1));
};

} // namespace Gatehouse
