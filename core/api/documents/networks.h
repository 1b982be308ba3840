// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QStringList>

#include <array>
#include <optional>
#include <vector>

namespace Gatehouse::Api {

//! "203.0.113.7", "10.20.0.0/16", "2001:db8::/32": an address or all that begin alike.
struct Network {
    std::array<quint8, 16> address{}; //!< IPv4 as ::ffff:a.b.c.d
    int bits = 128;                   //!< of them that count

    bool operator==(const Network &) const = default;
};

using Networks = std::vector<Network>;

//! Nothing unless \a text is an address, with or without a prefix length.
std::optional<Network> parseNetwork(QStringView text);
//! What is not a network is left out; see networksProblem().
Networks parseNetworks(const QStringList &texts);
//! Whether \a address, as a peer's address is written, lies in one of them. Allocates: only for
//! keys that are bound to networks.
bool contains(const Networks &networks, QByteArrayView address);

//! What is wrong with the addresses of a key and how to mend it, empty when nothing is.
QString networksProblem(const QStringList &texts);

} // namespace Gatehouse::Api
