// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/socketaddress.h"

#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <cstring>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

// Copies instead of casts: sockaddr_storage may not be read as another type.
template <typename Address>
Address as(const sockaddr *from)
{
    Address address;
    std::memcpy(&address, from, sizeof address);
    return address;
}

} // namespace

SocketAddress SocketAddress::fromHost(const QHostAddress &host, quint16 port)
{
    SocketAddress result;
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(host.toIPv4Address());
        std::memcpy(&result.m_storage, &address, sizeof address);
        result.m_size = sizeof address;
        return result;
    }
    sockaddr_in6 address = {};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    std::memcpy(&address.sin6_addr, &bytes, sizeof bytes);
    address.sin6_scope_id = host.scopeId().toUInt();
    std::memcpy(&result.m_storage, &address, sizeof address);
    result.m_size = sizeof address;
    return result;
}

std::optional<SocketAddress> SocketAddress::fromPath(const QByteArray &path)
{
    sockaddr_un address = {};
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return {};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    SocketAddress result;
    std::memcpy(&result.m_storage, &address, sizeof address);
    result.m_size = sizeof address;
    return result;
}

SocketAddress SocketAddress::local(int fd)
{
    SocketAddress result;
    ::getsockname(fd, result.data(), result.sizeForKernel());
    return result;
}

SocketAddress SocketAddress::peer(int fd)
{
    SocketAddress result;
    ::getpeername(fd, result.data(), result.sizeForKernel());
    return result;
}

socklen_t *SocketAddress::sizeForKernel()
{
    m_size = sizeof m_storage;
    return &m_size;
}

QByteArray SocketAddress::host() const
{
    if (family() != AF_INET && family() != AF_INET6)
        return {};
    QHostAddress address(data());
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    return (isMapped ? QHostAddress(mapped) : address).toString().toLatin1();
}

quint16 SocketAddress::port() const
{
    if (family() == AF_INET)
        return ntohs(as<sockaddr_in>(data()).sin_port);
    if (family() == AF_INET6)
        return ntohs(as<sockaddr_in6>(data()).sin6_port);
    return 0;
}

QString SocketAddress::text() const
{
    if (family() == AF_UNIX)
        return QString::fromLocal8Bit(as<sockaddr_un>(data()).sun_path);
    const QString name = QString::fromLatin1(host());
    const QString pattern = name.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s;
    return pattern.arg(name).arg(port());
}

} // namespace Gatehouse::Http
