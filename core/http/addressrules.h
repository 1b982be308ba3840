// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtNetwork/QHostAddress>

namespace Gatehouse::Http {

//! Where an upstream may live. Asked for every address actually connected to, so that a name that
//! resolves elsewhere later gains nothing.
enum class AddressRule {
    PublicOnly,   //!< no loopback, private, shared or unique-local addresses
    AllowPrivate, //!< these too
};

//! Never: link-local addresses (where clouds serve their metadata), the metadata addresses outside
//! of them, multicast, broadcast and unspecified ones. IPv4 inside IPv6 is judged as IPv4.
bool isAddressAllowed(const QHostAddress &address, AddressRule rule);

} // namespace Gatehouse::Http
