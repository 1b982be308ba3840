// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/nativechannel.h"

#include "core/http/connector.h"
#include "core/http/lingeringclose.h"

#include <QtCore/QFile>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

int socketError(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

bool isReset(int error)
{
    return error == ECONNRESET || error == EPIPE || error == ECONNABORTED;
}

} // namespace

std::unique_ptr<NativeChannel> NativeChannel::fromDescriptor(IoContext &io, int fd, QByteArray peer)
{
    return std::make_unique<NativeChannel>(io, fd, std::move(peer));
}

std::unique_ptr<NativeChannel> NativeChannel::connectTo(IoContext &io,
                                                        const QList<QHostAddress> &addresses,
                                                        quint16 port)
{
    std::vector<SocketAddress> targets;
    targets.reserve(size_t(addresses.size()));
    for (const QHostAddress &address : addresses)
        targets.push_back(SocketAddress::fromHost(address, port));
    return std::make_unique<NativeChannel>(io, std::move(targets));
}

std::unique_ptr<NativeChannel> NativeChannel::connectToPath(IoContext &io, const QString &path)
{
    std::vector<SocketAddress> targets;
    if (const auto address = SocketAddress::fromPath(QFile::encodeName(path)))
        targets.push_back(*address);
    return std::make_unique<NativeChannel>(io, std::move(targets));
}

NativeChannel::NativeChannel(IoContext &io, int fd, QByteArray peer)
    : m_io(io)
    , m_watch(io, *this)
    , m_peer(std::move(peer))
    , m_fd(fd)
{
    const int on = 1; // not for Unix sockets, which refuse it without harm
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

NativeChannel::NativeChannel(IoContext &io, std::vector<SocketAddress> addresses)
    : m_io(io)
    , m_watch(io, *this)
    , m_addresses(std::move(addresses))
{
}

NativeChannel::~NativeChannel()
{
    NativeChannel::abort();
}

int NativeChannel::releaseDescriptor()
{
    Q_ASSERT(pendingBytes() == 0);
    m_watch.stop();
    m_hasEnded = true;
    return std::exchange(m_fd, -1);
}

void NativeChannel::start(ChannelListener &listener)
{
    m_listener = &listener;
    if (m_fd >= 0) {
        m_watch.start(m_fd, wantedEvents());
        return;
    }
    m_connector = std::make_unique<Connector>(m_io, std::move(m_addresses),
                                              [this](const Connector::Outcome &outcome) {
                                                  m_connector.reset();
                                                  if (outcome.fd >= 0)
                                                      connected(outcome.fd, outcome.host);
                                                  else
                                                      finish(outcome.end, outcome.detail);
                                              });
}

void NativeChannel::connected(int fd, const QByteArray &peer)
{
    m_fd = fd;
    m_peer = peer;
    m_queue.flush(fd);
    m_watch.start(fd, wantedEvents());
    m_listener->onConnected();
}

void NativeChannel::write(std::initializer_list<QByteArrayView> parts)
{
    if (m_fd < 0) {
        if (!m_hasEnded)
            m_queue.keep(parts);
        return;
    }
    const bool wasWaiting = wantedEvents() & FdWritable;
    m_queue.send(m_fd, parts);
    if (!wasWaiting && (wantedEvents() & FdWritable))
        updateEvents();
}

void NativeChannel::setReading(bool on)
{
    if (m_isReading == on)
        return;
    m_isReading = on;
    updateEvents();
}

void NativeChannel::closeAfterWrite()
{
    if (m_fd < 0 || m_queue.error() != 0) {
        abort();
        return;
    }
    m_hasEnded = true;
    LingeringClose::begin(m_io, std::exchange(m_fd, -1), std::exchange(m_queue, {}), m_watch);
}

void NativeChannel::abort()
{
    m_connector.reset();
    m_hasEnded = true;
    if (m_fd >= 0 && pendingBytes() > 0) {
        const linger reset = {.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    closeDescriptor();
}

void NativeChannel::onFdEvents(quint32 events)
{
    if ((events & FdWritable) && !m_queue.isEmpty()) {
        const LifeFlag::Watcher self(m_life);
        flush();
        if (!self.isAlive() || m_fd < 0)
            return;
    }
    if (m_isReading && !m_hasEnded)
        read();
    else
        lookWhilePaused(events);
}

void NativeChannel::flush()
{
    m_queue.flush(m_fd);
    if (!m_queue.isEmpty())
        return;
    updateEvents();
    if (m_queue.error() == 0)
        m_listener->onDrained();
}

//! One piece per turn, so that one busy peer does not starve the others; the kernel reminds us of
//! the rest. What arrived before a failed send is delivered first: it may be the answer that
//! explains why the peer left.
void NativeChannel::read()
{
    const ssize_t count =
        ::recv(m_fd, m_io.scratch.data(), size_t(m_io.scratch.size()), MSG_DONTWAIT);
    if (count > 0) {
        m_listener->onData(QByteArrayView(m_io.scratch.constData(), count));
        return;
    }
    const int error = count < 0 ? errno : 0;
    const bool isBlocked = error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
    if (error != 0 && !isBlocked)
        finishWithError(error);
    else if (m_queue.error() != 0)
        finishWithError(m_queue.error());
    else if (count == 0)
        finish(ChannelEnd::PeerClosed, u"closed by the peer"_s);
}

void NativeChannel::lookWhilePaused(quint32 events)
{
    const int error = m_queue.error() != 0 ? m_queue.error()
        : (events & (FdError | FdHangUp))  ? socketError(m_fd)
                                           : 0;
    if (error != 0)
        finishWithError(error);
    else if (events & FdHangUp)
        m_watch.stop(); // a closed Unix socket would wake us for ever; setReading() looks again
}

void NativeChannel::finishWithError(int error)
{
    const ChannelEnd end = isReset(error) ? ChannelEnd::Reset : ChannelEnd::Error;
    finish(end,
           isReset(error) ? u"reset by the peer"_s : QString::fromLocal8Bit(std::strerror(error)));
}

void NativeChannel::finish(ChannelEnd end, const QString &detail)
{
    const bool wasTold = std::exchange(m_hasEnded, true);
    const bool isBroken = end != ChannelEnd::PeerClosed;
    if (isBroken)
        m_watch.stop();
    else
        updateEvents();
    const LifeFlag::Watcher self(m_life);
    if (!wasTold)
        m_listener->onClosed(end, detail); // may destroy this, may ask what was not sent
    if (isBroken && self.isAlive())
        closeDescriptor();
}

void NativeChannel::closeDescriptor()
{
    m_watch.stop();
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
    m_queue = {};
}

quint32 NativeChannel::wantedEvents() const
{
    const bool writes = !m_queue.isEmpty() || m_queue.error() != 0;
    const bool reads = m_isReading && !m_hasEnded;
    return (reads ? quint32(FdReadable) : 0U) | (writes ? quint32(FdWritable) : 0U);
}

void NativeChannel::updateEvents()
{
    if (m_fd < 0 || !m_listener)
        return;
    if (m_watch.isRunning())
        m_watch.setEvents(wantedEvents());
    else
        m_watch.start(m_fd, wantedEvents());
}

} // namespace Gatehouse::Http
