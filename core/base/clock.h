// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <chrono>

namespace Gatehouse {

//! UTC, microseconds since 1970.
using WallTime = std::chrono::sys_time<std::chrono::microseconds>;
using SteadyTime = std::chrono::steady_clock::time_point;

//! Time as the engine sees it: wall time for people and records, steady time for everything that
//! waits. Tests pass a FakeClock.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual WallTime wall() const = 0;
    virtual SteadyTime steady() const = 0;
};

//! The machine's clocks. Safe from any thread.
class SystemClock final : public Clock
{
public:
    WallTime wall() const override
    {
        return std::chrono::time_point_cast<std::chrono::microseconds>(
            std::chrono::system_clock::now());
    }
    SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
};

} // namespace Gatehouse
