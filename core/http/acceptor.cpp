// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/acceptor.h"

#include "core/base/log.h"
#include "core/http/portholder.h"
#include "core/http/socketaddress.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

//! A descriptor that is closed unless released.
class OwnedFd
{
public:
    explicit OwnedFd(int fd)
        : m_fd(fd)
    {
    }
    ~OwnedFd()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY(OwnedFd)

    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

int newSocket(int family)
{
    return ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

//! "host:port" with a literal, "localhost" or "*".
std::optional<SocketAddress> parseTcp(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const quint16 port = text.mid(colon + 1).toUShort(&ok);
    if (colon < 0 || !ok || !text.at(colon + 1).isDigit())
        return {};
    QString host = text.left(colon);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (host == u'*')
        return SocketAddress::fromHost(QHostAddress(QHostAddress::AnyIPv6), port);
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.mid(1, host.size() - 2);
    const QHostAddress address(host);
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address.isNull() || isIpv6 != isBracketed)
        return {};
    return SocketAddress::fromHost(address, port);
}

Error bindError(int error, const SocketAddress &address)
{
    const QString where = address.text();
    switch (error) {
    case EADDRINUSE: {
        const QString holder = holderOfPort(address.port());
        return {ErrorCode::InUse,
                holder.isEmpty() ? u"port %1 is in use"_s.arg(address.port())
                                 : u"port %1 is in use by %2"_s.arg(address.port()).arg(holder)};
    }
    case EACCES:
        return {ErrorCode::PermissionDenied, u"no permission to listen on %1"_s.arg(where)};
    case EADDRNOTAVAIL:
        return {ErrorCode::InvalidArgument,
                u"this machine does not have the address %1"_s.arg(where)};
    default:
        return {
            ErrorCode::Io,
            u"cannot listen on %1: %2"_s.arg(where, QString::fromLocal8Bit(std::strerror(error)))};
    }
}

Result<int> listenTcp(const QString &text)
{
    const auto parsed = parseTcp(text);
    if (!parsed)
        return Error{ErrorCode::InvalidArgument,
                     u"\"%1\" is not an address to listen on"_s.arg(text)};
    SocketAddress address = *parsed;
    int made = newSocket(address.family());
    if (made < 0 && errno == EAFNOSUPPORT && text.startsWith(u'*')) { // a machine without IPv6
        address = SocketAddress::fromHost(QHostAddress(QHostAddress::AnyIPv4), address.port());
        made = newSocket(address.family());
    }
    OwnedFd fd(made);
    if (fd.get() < 0)
        return bindError(errno, address);
    const int on = 1;
    const int off = 0;
    ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.family() == AF_INET6)
        ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, text.startsWith(u'*') ? &off : &on,
                     sizeof on);
    // Accepted sockets inherit these two.
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    if (::bind(fd.get(), address.data(), address.size()) != 0
        || ::listen(fd.get(), Acceptor::backlog) != 0)
        return bindError(errno, address);
    return fd.release();
}

//! Whether somebody answers at the path; a file left by a crash does not.
bool isAnswered(const SocketAddress &address)
{
    const OwnedFd probe(newSocket(AF_UNIX));
    return ::connect(probe.get(), address.data(), address.size()) == 0 || errno == EAGAIN;
}

Result<int> listenUnix(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const auto address = SocketAddress::fromPath(name);
    if (!address)
        return Error{ErrorCode::InvalidArgument,
                     u"the path %1 is too long for a socket"_s.arg(path)};
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo::exists(folder)
        && (!QDir().mkpath(folder) || ::chmod(QFile::encodeName(folder).constData(), 0700) != 0))
        return Error{ErrorCode::PermissionDenied, u"cannot make the folder %1"_s.arg(folder)};
    if (isAnswered(*address))
        return Error{ErrorCode::InUse, u"%1 is in use by another process"_s.arg(path)};
    struct stat info = {};
    if (::lstat(name.constData(), &info) == 0 && !S_ISSOCK(info.st_mode))
        return Error{ErrorCode::AlreadyExists, u"%1 exists and is no socket"_s.arg(path)};
    ::unlink(name.constData());
    OwnedFd fd(newSocket(AF_UNIX));
    // Linux gives the file the socket's mode, so that it is never open to others.
    if (fd.get() < 0 || ::fchmod(fd.get(), 0600) != 0
        || ::bind(fd.get(), address->data(), address->size()) != 0
        || ::chmod(name.constData(), 0600) != 0 || ::listen(fd.get(), Acceptor::backlog) != 0)
        return bindError(errno, *address);
    return fd.release();
}

} // namespace

Result<void> Acceptor::tryListen(const QString &address)
{
    const Result<int> descriptor = listenTcp(address);
    if (!descriptor)
        return descriptor.error();
    ::close(*descriptor);
    return {};
}

Result<std::unique_ptr<Acceptor>> Acceptor::listen(IoContext &io, const QString &address,
                                                   Callback accepted)
{
    const bool isUnix = address.startsWith(u'/');
    const auto fd = isUnix ? listenUnix(address) : listenTcp(address);
    if (!fd)
        return fd.error();
    return std::make_unique<Acceptor>(io, *fd, isUnix ? address : QString(), std::move(accepted));
}

Acceptor::Acceptor(IoContext &io, int fd, QString path, Callback accepted)
    : m_io(io)
    , m_fd(fd)
    , m_path(std::move(path))
    , m_accepted(std::move(accepted))
    , m_watch(io, *this)
    , m_retry([this] { setAccepting(m_isAccepting); })
{
    takeReserve();
    m_watch.start(fd, FdReadable);
}

Acceptor::~Acceptor()
{
    m_watch.stop();
    ::close(m_fd);
    if (m_reserve >= 0)
        ::close(m_reserve);
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

quint16 Acceptor::port() const
{
    return SocketAddress::local(m_fd).port();
}

QString Acceptor::address() const
{
    return m_path.isEmpty() ? SocketAddress::local(m_fd).text() : m_path;
}

void Acceptor::setAccepting(bool on)
{
    m_isAccepting = on;
    m_retry.stop();
    m_watch.setEvents(on ? quint32(FdReadable) : 0U);
}

void Acceptor::onFdEvents(quint32)
{
    const LifeFlag::Watcher self(m_life);
    for (int i = 0; i < burst && self.isAlive() && m_isAccepting; ++i) {
        SocketAddress peer;
        const int fd =
            ::accept4(m_fd, peer.data(), peer.sizeForKernel(), SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            m_accepted(fd, peer.host());
            continue;
        }
        const int error = errno; // logging may change it
        if (error == ECONNABORTED || error == EINTR)
            continue;
        if (error == EAGAIN || error == EWOULDBLOCK)
            return;
        qCWarning(lcHttp, "cannot accept a connection: %s", std::strerror(error));
        if (error == EMFILE || error == ENFILE)
            turnAway();
        m_watch.setEvents(0);
        m_retry.start(m_io.timers, retryDelay);
        return;
    }
}

//! Gives up the reserve to accept and close what waits, then takes it again.
void Acceptor::turnAway()
{
    for (int i = 0; i < backlog && m_reserve >= 0; ++i) {
        ::close(std::exchange(m_reserve, -1));
        const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd >= 0)
            ::close(fd);
        takeReserve();
        if (fd < 0)
            return;
        ++m_turnedAway;
    }
}

void Acceptor::takeReserve()
{
    m_reserve = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

std::optional<quint32> Acceptor::peerUser(int fd)
{
    ucred credentials = {};
    socklen_t size = sizeof credentials;
    if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0
        || size != sizeof credentials || credentials.pid == 0)
        return {};
    return credentials.uid;
}

} // namespace Gatehouse::Http
