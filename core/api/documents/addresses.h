// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

class QHostAddress;

namespace Gatehouse::Api {

//! "127.0.0.1:4417", "[::1]:4417" or "localhost:4417" taken apart. Port 0: the system chooses.
struct ListenAddress {
    QString host; //!< without brackets
    quint16 port = 0;

    bool isLoopback() const;
    bool operator==(const ListenAddress &) const = default;
};

//! Nothing unless \a text is an IP address or "localhost" with a port.
std::optional<ListenAddress> parseListenAddress(QStringView text);

//! What kind of place an address is, for the rules on whom the gateway talks to.
enum class AddressKind {
    Public,
    Private,   //!< loopback, RFC 1918, RFC 4193, RFC 6598
    Forbidden, //!< link-local, cloud metadata, unspecified, multicast, broadcast
};

//! Also for addresses a name resolved to; IPv4 inside IPv6 is judged as IPv4.
AddressKind addressKind(const QHostAddress &address);

//! The kind of a host as written: IP literals by address; single-label names, .local (RFC 6762) and
//! .localhost (RFC 6761) are Private, metadata service names Forbidden, other names Public.
AddressKind hostKind(const QString &host);

//! Why \a url cannot be a provider's base address and how to mend it; empty when it can.
QString baseUrlProblem(const QString &url);

//! Why \a url is no proxy address; empty when it is "http://host:port".
QString proxyProblem(const QString &url);

//! Why \a pattern names no host: "files.example.com", "*.example.com", an IP address, each perhaps
//! with a port; empty when it does.
QString hostPatternProblem(const QString &pattern);

//! Why \a reference is no secret reference ("keychain:NAME", "vault:NAME", "env:NAME", "file:PATH",
//! "credential:NAME"); empty when it is one. Never repeats the text: it may be a secret.
QString secretReferenceProblem(const QString &reference);

} // namespace Gatehouse::Api
