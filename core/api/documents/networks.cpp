// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/networks.h"

#include <QtNetwork/QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr int mappedBits = 96; //!< before the four bytes of an IPv4 address (RFC 4291 2.5.5.2)
constexpr qsizetype mostNetworks = 100;

//! QHostAddress takes "10.1" and "1" for IPv4 as inet_aton does; here they are typing errors.
std::optional<QHostAddress> parseAddress(const QString &text)
{
    const bool whole = text.contains(u':') || text.count(u'.') == 3;
    QHostAddress address;
    if (!whole || text.contains(u'%') || !address.setAddress(text))
        return std::nullopt;
    return address;
}

Network networkOf(const QHostAddress &address, int bits)
{
    Network network;
    if (address.protocol() != QAbstractSocket::IPv4Protocol) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::ranges::copy(bytes.c, network.address.begin());
        network.bits = bits;
        return network;
    }
    // By hand: toIPv6Address() of 0.0.0.0 is "::", which is no IPv4 address.
    const quint32 v4 = address.toIPv4Address();
    network.address = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    for (int i = 0; i < 4; ++i)
        network.address.at(static_cast<size_t>(12 + i)) = static_cast<quint8>(v4 >> (24 - 8 * i));
    network.bits = mappedBits + bits;
    return network;
}

bool sameBit(const Network &a, const std::array<quint8, 16> &b, int bit)
{
    const auto byte = static_cast<size_t>(bit / 8);
    const int mask = 0x80 >> (bit % 8);
    return (a.address.at(byte) & mask) == (b.at(byte) & mask);
}

bool covers(const Network &network, const std::array<quint8, 16> &address)
{
    const int whole = network.bits / 8;
    if (!std::equal(network.address.begin(), network.address.begin() + whole, address.begin()))
        return false;
    for (int bit = whole * 8; bit < network.bits; ++bit) {
        if (!sameBit(network, address, bit))
            return false;
    }
    return true;
}

//! The network's own first address as text: "10.1.0.0".
QString firstAddress(const Network &network)
{
    Q_IPV6ADDR bytes{};
    std::ranges::copy(network.address, bytes.c);
    for (int bit = network.bits; bit < 128; ++bit)
        bytes.c[bit / 8] = static_cast<quint8>(bytes.c[bit / 8] & ~(0x80 >> (bit % 8)));
    const QHostAddress address(bytes);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 && network.bits >= mappedBits ? QHostAddress(v4).toString() : address.toString();
}

QString networkProblem(const QString &text)
{
    const std::optional<Network> network = parseNetwork(text);
    if (!network)
        return u"\"%1\" is no address or network; write for example 203.0.113.7, 10.20.0.0/16 or "
               "2001:db8::/32"_s.arg(text.left(60));
    const QString host = text.section(u'/', 0, 0);
    const auto first = parseNetwork(firstAddress(*network));
    const auto given = parseNetwork(host);
    if (first && given && first->address != given->address)
        return u"\"%1\" has bits behind its prefix; write %2/%3"_s.arg(
            text.left(60), firstAddress(*network), text.section(u'/', 1));
    return {};
}

} // namespace

std::optional<Network> parseNetwork(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = parseAddress((slash < 0 ? text : text.first(slash)).toString());
    if (!address)
        return std::nullopt;
    const int most = address->protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    if (slash < 0)
        return networkOf(*address, most);
    const QStringView length = text.sliced(slash + 1);
    bool ok = false;
    const int bits = length.toInt(&ok);
    const bool isPlain = !length.isEmpty() && length.front().isDigit();
    if (!ok || !isPlain || bits < 0 || bits > most)
        return std::nullopt;
    return networkOf(*address, bits);
}

Networks parseNetworks(const QStringList &texts)
{
    Networks networks;
    for (const QString &text : texts) {
        if (const auto network = parseNetwork(text))
            networks.push_back(*network);
    }
    return networks;
}

bool contains(const Networks &networks, QByteArrayView address)
{
    const QString text = QString::fromLatin1(address);
    const auto peer = parseAddress(text.section(u'%', 0, 0)); // "fe80::1%eth0"
    if (!peer)
        return false;
    const Network wanted = networkOf(*peer, 0);
    return std::ranges::any_of(
        networks, [&wanted](const Network &network) { return covers(network, wanted.address); });
}

QString networksProblem(const QStringList &texts)
{
    if (texts.size() > mostNetworks)
        return u"a key works from at most %1 addresses and networks"_s.arg(mostNetworks);
    for (const QString &text : texts) {
        if (const QString problem = networkProblem(text); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace Gatehouse::Api
