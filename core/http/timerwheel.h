// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <functional>
#include <memory>

namespace Gatehouse::Http {

class TimerWheel;

//! One timer, owned by whoever waits; stops when destroyed. Start and stop cost a list operation.
class Timer
{
public:
    explicit Timer(std::function<void()> onTimeout);
    ~Timer();
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;

    //! (Re)starts: fires once, \a after from now rounded up to the wheel's tick. May be called, and
    //! the timer destroyed, inside its own callback.
    void start(TimerWheel &wheel, std::chrono::milliseconds after);
    void stop();
    bool isRunning() const;

private:
    friend class TimerWheel;
    std::function<void()> m_onTimeout;
    TimerWheel *m_wheel = nullptr;
    Timer *m_previous = nullptr;
    Timer *m_next = nullptr;
    qint64 m_dueTick = 0;
};

//! The timers of one thread, hashed by due tick (20 ms). Idle wheels wake nobody: the tick runs
//! only while a timer does. Thread-bound; advance() is public for tests with a fake clock.
class TimerWheel
{
public:
    //! \a drive: tick by a Qt timer of the current thread's event loop; off in tests that call
    //! advance().
    explicit TimerWheel(const Clock &clock, bool drive = true);
    ~TimerWheel();
    TimerWheel(const TimerWheel &) = delete;
    TimerWheel &operator=(const TimerWheel &) = delete;

    //! Fires everything due by now.
    void advance();
    int runningTimers() const;

private:
    friend class Timer;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Http
