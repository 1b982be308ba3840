// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/eventdispatcher.h"
#include "core/http/iocontext.h"

#include <memory>

class QSocketNotifier;

namespace Gatehouse::Http {

//! Watches one descriptor for a handler: through the epoll dispatcher where it runs, through
//! QSocketNotifier elsewhere. Does not own the descriptor; stop before closing it.
class FdWatch
{
public:
    FdWatch(IoContext &io, FdHandler &handler);
    ~FdWatch();
    FdWatch(const FdWatch &) = delete;
    FdWatch &operator=(const FdWatch &) = delete;

    //! \a events: FdReadable, FdWritable or both; errors are always told.
    void start(int fd, quint32 events);
    void setEvents(quint32 events);
    void stop();
    //! Another watch, stopped, takes over without a word to the kernel.
    void moveTo(FdWatch &other, quint32 events);
    bool isRunning() const { return m_fd >= 0; }

private:
    struct Notifiers;

    IoContext &m_io;
    FdHandler &m_handler;
    int m_fd = -1;
    std::unique_ptr<Notifiers> m_notifiers;
};

} // namespace Gatehouse::Http
