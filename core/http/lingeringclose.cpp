// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/lingeringclose.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace Gatehouse::Http {

void LingeringClose::begin(IoContext &io, int fd, SendQueue unsent, FdWatch &watch)
{
    auto owned = std::make_unique<LingeringClose>(io, fd, std::move(unsent));
    LingeringClose &closing = *owned;
    io.leftovers.push_front(std::move(owned));
    closing.m_position = io.leftovers.begin();
    if (!closing.send()) {
        watch.stop();
        closing.end();
    } else if (watch.isRunning()) {
        watch.moveTo(closing.m_watch, closing.wantedEvents());
    } else {
        closing.m_watch.start(fd, closing.wantedEvents());
    }
}

LingeringClose::LingeringClose(IoContext &io, int fd, SendQueue unsent)
    : m_io(io)
    , m_fd(fd)
    , m_unsent(std::move(unsent))
    , m_watch(io, *this)
    , m_timer([this] { end(); })
{
}

LingeringClose::~LingeringClose()
{
    m_watch.stop();
    ::close(m_fd);
}

void LingeringClose::onFdEvents(quint32 events)
{
    if ((events & FdWritable) && !m_isShut && !send()) {
        end();
        return;
    }
    if ((events & (FdReadable | FdError | FdHangUp)) && !drain()) {
        end();
        return;
    }
    m_watch.setEvents(wantedEvents());
}

bool LingeringClose::send()
{
    const qsizetype before = m_unsent.size();
    m_unsent.flush(m_fd);
    if (m_unsent.error() != 0)
        return false;
    if (!m_unsent.isEmpty()) {
        if (!m_timer.isRunning() || m_unsent.size() < before)
            m_timer.start(m_io.timers, sendStall);
        return true;
    }
    m_isShut = true;
    m_timer.start(m_io.timers, drainTime);
    return ::shutdown(m_fd, SHUT_WR) == 0 && !m_hasPeerEnded;
}

bool LingeringClose::drain()
{
    const ssize_t count =
        ::recv(m_fd, m_io.scratch.data(), size_t(m_io.scratch.size()), MSG_DONTWAIT);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR;
    m_hasPeerEnded = count == 0;
    m_drained += count;
    return m_hasPeerEnded ? !m_isShut : m_drained <= drainLimit;
}

quint32 LingeringClose::wantedEvents() const
{
    return (m_isShut ? 0U : quint32(FdWritable)) | (m_hasPeerEnded ? 0U : quint32(FdReadable));
}

void LingeringClose::end()
{
    m_io.leftovers.erase(m_position); // destroys this
}

} // namespace Gatehouse::Http
