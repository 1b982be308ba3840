// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connector.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace Gatehouse::Http {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

int newSocket(int family)
{
#ifdef SOCK_NONBLOCK
    return ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#else
    const int fd = ::socket(family, SOCK_STREAM, 0);
    if (fd >= 0) {
        ::fcntl(fd, F_SETFL, O_NONBLOCK);
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    return fd;
#endif
}

QString describe(int error, const QString &address)
{
    switch (error) {
    case ECONNREFUSED:
        return u"connection refused by %1"_s.arg(address);
    case ETIMEDOUT:
        return u"no answer from %1"_s.arg(address);
    case ENOENT:
        return u"%1 does not exist"_s.arg(address);
    default:
        return u"cannot connect to %1: %2"_s.arg(address,
                                                 QString::fromLocal8Bit(std::strerror(error)));
    }
}

ChannelEnd endOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return ChannelEnd::ConnectRefused;
    case ETIMEDOUT:
        return ChannelEnd::ConnectTimeout;
    default:
        return ChannelEnd::Error;
    }
}

} // namespace

//! One socket that is being connected.
class Connector::Attempt final : public FdHandler
{
public:
    Attempt(Connector &owner, IoContext &io, int fd, const SocketAddress &address)
        : m_owner(owner)
        , m_fd(fd)
        , m_address(address)
        , m_watch(io, *this)
    {
        m_watch.start(fd, FdWritable);
    }
    ~Attempt() override
    {
        m_watch.stop();
        if (m_fd >= 0)
            ::close(m_fd);
    }

    const SocketAddress &address() const { return m_address; }
    int takeDescriptor()
    {
        m_watch.stop();
        return std::exchange(m_fd, -1);
    }

private:
    void onFdEvents(quint32) override
    {
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(m_fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
            error = errno;
        m_owner.attemptEnded(*this, error); // destroys this
    }

    Connector &m_owner;
    int m_fd;
    SocketAddress m_address;
    FdWatch m_watch;
};

Connector::Connector(IoContext &io, std::vector<SocketAddress> addresses,
                     std::function<void(Outcome)> done)
    : m_io(io)
    , m_addresses(std::move(addresses))
    , m_timer([this] { tryNext(); })
    , m_outcome{-1, {}, ChannelEnd::Error, u"no address to connect to"_s}
    , m_done(std::move(done))
{
    if (m_addresses.empty() || !tryOne(m_addresses[m_next++]))
        m_timer.start(m_io.timers, 0ms);
}

Connector::~Connector() = default;

void Connector::tryNext()
{
    while (m_next < m_addresses.size()) {
        if (tryOne(m_addresses[m_next++]))
            return;
    }
    if (m_attempts.empty()) {
        const auto done = std::move(m_done);
        done(std::move(m_outcome)); // may destroy this
    }
}

//! Whether an attempt is under way now.
bool Connector::tryOne(const SocketAddress &address)
{
    const int fd = newSocket(address.family());
    if (fd < 0) {
        noteFailure(address, errno);
        return false;
    }
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    if (::connect(fd, address.data(), address.size()) != 0 && errno != EINPROGRESS) {
        noteFailure(address, errno);
        ::close(fd);
        return false;
    }
    m_attempts.push_back(std::make_unique<Attempt>(*this, m_io, fd, address));
    if (m_next < m_addresses.size())
        m_timer.start(m_io.timers, attemptDelay);
    return true;
}

void Connector::attemptEnded(Attempt &attempt, int error)
{
    if (error == 0) {
        Outcome outcome = {
            .fd = attempt.takeDescriptor(), .host = attempt.address().host(), .detail = {}};
        m_timer.stop();
        m_attempts.clear();
        const auto done = std::move(m_done);
        done(std::move(outcome)); // may destroy this
        return;
    }
    noteFailure(attempt.address(), error);
    std::erase_if(m_attempts, [&attempt](const auto &one) { return one.get() == &attempt; });
    m_timer.stop();
    tryNext();
}

void Connector::noteFailure(const SocketAddress &address, int error)
{
    m_outcome.end = endOf(error);
    m_outcome.detail = describe(error, address.text());
}

} // namespace Gatehouse::Http
