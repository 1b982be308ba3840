// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/addressrules.h"

#include <QtCore/QByteArray>
#include <QtCore/QtEndian>

#include <algorithm>
#include <array>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

struct Subnet4 {
    quint32 prefix;
    int bits;

    bool contains(quint32 address) const { return ((address ^ prefix) >> (32 - bits)) == 0; }
};

struct Subnet6 {
    std::array<quint8, 16> prefix;
    int bits; //!< a multiple of 8, or up to 10

    bool contains(const Q_IPV6ADDR &address) const
    {
        for (int bit = 0; bit < bits; ++bit) {
            const int mask = 0x80 >> (bit % 8);
            if ((prefix[size_t(bit) / 8] ^ address[bit / 8]) & mask)
                return false;
        }
        return true;
    }
};

// IANA special-purpose address registries, RFC 6890.
constexpr Subnet4 neverAllowed4[] = {
    {0x00000000, 8},  // "this network"
    {0xA9FE0000, 16}, // link-local
    {0x646464C8, 32}, // 100.100.100.200, metadata of Alibaba Cloud
    {0xE0000000, 3},  // multicast, reserved, broadcast
};
constexpr Subnet4 private4[] = {
    {0x0A000000, 8}, {0x7F000000, 8}, {0xAC100000, 12}, {0xC0A80000, 16}, {0x64400000, 10},
};
constexpr Subnet6 neverAllowed6[] = {
    {{}, 128},                                                                 // unspecified
    {{0xfe, 0x80}, 10},                                                        // link-local
    {{0xff}, 8},                                                               // multicast
    {{0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}, 128}, // metadata of AWS
};
constexpr Subnet6 private6[] = {
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128}, // loopback
    {{0xfc}, 7},
};
constexpr Subnet6 mapped = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}; // RFC 4291
constexpr Subnet6 translated = {{0x00, 0x64, 0xff, 0x9b}, 96};               // RFC 6052

template <typename Subnets, typename Address>
bool isIn(const Subnets &subnets, const Address &address)
{
    return std::any_of(std::begin(subnets), std::end(subnets),
                       [&address](const auto &subnet) { return subnet.contains(address); });
}

bool isAllowed4(quint32 address, AddressRule rule)
{
    return !isIn(neverAllowed4, address)
        && (rule == AddressRule::AllowPrivate || !isIn(private4, address));
}

} // namespace

bool isAddressAllowed(const QHostAddress &address, AddressRule rule)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return isAllowed4(address.toIPv4Address(), rule);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR address6 = address.toIPv6Address();
    if (mapped.contains(address6) || translated.contains(address6))
        return isAllowed4(qFromBigEndian<quint32>(address6.c + 12), rule);
    return !isIn(neverAllowed6, address6)
        && (rule == AddressRule::AllowPrivate || !isIn(private6, address6));
}

} // namespace Gatehouse::Http
