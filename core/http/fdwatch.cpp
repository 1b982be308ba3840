// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/fdwatch.h"

#include <QtCore/QSocketNotifier>

#include <utility>

namespace Gatehouse::Http {

struct FdWatch::Notifiers {
    QSocketNotifier read;
    QSocketNotifier write;
    QSocketNotifier error; //!< the only one on while nothing else is asked for

    Notifiers(int fd, FdHandler &handler)
        : read(fd, QSocketNotifier::Read)
        , write(fd, QSocketNotifier::Write)
        , error(fd, QSocketNotifier::Exception)
    {
        connect(read, FdReadable, handler);
        connect(write, FdWritable, handler);
        connect(error, FdError, handler);
    }

    static void connect(QSocketNotifier &notifier, quint32 event, FdHandler &handler)
    {
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier,
                         [event, &handler] { handler.onFdEvents(event); });
    }

    void setEvents(quint32 events)
    {
        read.setEnabled(events & FdReadable);
        write.setEnabled(events & FdWritable);
    }
};

FdWatch::FdWatch(IoContext &io, FdHandler &handler)
    : m_io(io)
    , m_handler(handler)
{
}

FdWatch::~FdWatch()
{
    stop();
}

void FdWatch::start(int fd, quint32 events)
{
    if (m_fd == fd) {
        setEvents(events);
        return;
    }
    m_fd = fd;
#ifdef Q_OS_LINUX
    if (m_io.epoll) {
        m_io.epoll->watch(fd, events, &m_handler);
        return;
    }
#endif
    m_notifiers = std::make_unique<Notifiers>(fd, m_handler);
    m_notifiers->setEvents(events);
}

void FdWatch::setEvents(quint32 events)
{
    if (m_notifiers)
        m_notifiers->setEvents(events);
#ifdef Q_OS_LINUX
    else
        m_io.epoll->modify(m_fd, events);
#endif
}

void FdWatch::stop()
{
    if (m_fd < 0)
        return;
    const int fd = std::exchange(m_fd, -1);
    m_notifiers.reset();
#ifdef Q_OS_LINUX
    if (m_io.epoll)
        m_io.epoll->unwatch(fd);
#else
    Q_UNUSED(fd)
#endif
}

void FdWatch::moveTo(FdWatch &other, quint32 events)
{
    m_notifiers.reset();
    other.start(std::exchange(m_fd, -1), events);
}

} // namespace Gatehouse::Http
