// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/iocontext.h"
#include "core/http/timerwheel.h"

#include <QtCore/QString>

#include <functional>
#include <memory>

namespace Gatehouse::Http {

//! The I/O context of the thread that makes it: timers driven by its event loop, and its dispatcher
//! if that is ours.
class ThreadIo
{
public:
    //! \a driveTimers: off in tests that advance() the wheel by hand.
    explicit ThreadIo(const Clock &clock, bool driveTimers = true);
    ThreadIo(const ThreadIo &) = delete;
    ThreadIo &operator=(const ThreadIo &) = delete;

    IoContext &io() { return m_io; }

private:
    TimerWheel m_timers;
    IoContext m_io;
};

//! A thread that runs sockets: the epoll dispatcher on Linux, Qt's own elsewhere, and one
//! IoContext made and destroyed on the thread.
class IoThread
{
public:
    explicit IoThread(const Clock &clock);
    //! Stops.
    ~IoThread();
    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;

    //! Returns when the thread is up and io() can be asked for. \a name: as seen by debuggers; the
    //! system shows its first 15 characters.
    void start(const QString &name);
    //! Runs what was posted before, then ends the thread and waits for it. Objects that live on the
    //! thread are to be destroyed by a posted function before.
    void stop();
    bool isRunning() const;

    //! Runs \a task on the thread, in the order of posting. Any thread; wakes the thread once for
    //! all that is waiting. Dropped when the thread does not run.
    void post(std::function<void()> task);
    //! The same, and waits until it has run. Not from the thread itself.
    void call(std::function<void()> task);

    //! Valid from start() to stop(). Use on the thread only.
    IoContext &io();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Http
