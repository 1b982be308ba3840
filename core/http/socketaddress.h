// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>
#include <sys/socket.h>

#include <optional>

namespace Gatehouse::Http {

//! The address of a socket as the system wants it: IPv4 or IPv6 with port, or a Unix path.
class SocketAddress
{
public:
    static SocketAddress fromHost(const QHostAddress &host, quint16 port);
    //! Nothing when the path is longer than the system allows (107 bytes).
    static std::optional<SocketAddress> fromPath(const QByteArray &path);
    //! Where \a fd is bound to, or who is at the other end of it.
    static SocketAddress local(int fd);
    static SocketAddress peer(int fd);

    int family() const { return m_storage.ss_family; }
    const sockaddr *data() const { return reinterpret_cast<const sockaddr *>(&m_storage); }
    sockaddr *data() { return reinterpret_cast<sockaddr *>(&m_storage); }
    socklen_t size() const { return m_size; }
    //! For accept(2): room for any address; setSize() afterwards is not needed for reading it.
    socklen_t *sizeForKernel();

    //! Without port, "127.0.0.1" or "::1"; IPv4 seen through IPv6 as IPv4; empty for Unix sockets.
    QByteArray host() const;
    quint16 port() const;
    //! For people: "127.0.0.1:80", "[::1]:80", "/run/a.sock".
    QString text() const;

private:
    sockaddr_storage m_storage = {};
    socklen_t m_size = sizeof(sockaddr_storage);
};

} // namespace Gatehouse::Http
