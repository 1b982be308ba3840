// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

struct Subnet {
    QLatin1StringView prefix;
    int length;
};

// Private: RFC 1122 loopback, RFC 1918, RFC 6598 (shared space, used by mesh VPNs), RFC 4193.
constexpr std::array privateV4{Subnet{"127.0.0.0"_L1, 8}, Subnet{"10.0.0.0"_L1, 8},
                               Subnet{"172.16.0.0"_L1, 12}, Subnet{"192.168.0.0"_L1, 16},
                               Subnet{"100.64.0.0"_L1, 10}};
constexpr std::array privateV6{Subnet{"::1"_L1, 128}, Subnet{"fc00::"_L1, 7}};
// Forbidden: "this network", link-local and cloud metadata, multicast, reserved and broadcast.
constexpr std::array forbiddenV4{Subnet{"0.0.0.0"_L1, 8}, Subnet{"169.254.0.0"_L1, 16},
                                 Subnet{"100.100.100.200"_L1, 32}, Subnet{"224.0.0.0"_L1, 4},
                                 Subnet{"240.0.0.0"_L1, 4}};
constexpr std::array forbiddenV6{Subnet{"::"_L1, 128}, Subnet{"fe80::"_L1, 10},
                                 Subnet{"fd00:ec2::254"_L1, 128}, Subnet{"ff00::"_L1, 8}};

template <std::size_t Count>
bool isInAny(const QHostAddress &address, const std::array<Subnet, Count> &subnets)
{
    return std::any_of(subnets.begin(), subnets.end(), [&](const Subnet &subnet) {
        return address.isInSubnet(QHostAddress(QString(subnet.prefix)), subnet.length);
    });
}

bool hasSpaceOrControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

//! What any http(s) address of ours must keep to.
QString urlProblem(const QString &text, const QUrl &url)
{
    if (hasSpaceOrControl(text))
        return u"must not contain spaces or control characters"_s;
    if (!url.isValid() || url.host().isEmpty())
        return u"is not a valid address; write it as \"https://host/path\""_s;
    if (!url.userInfo().isEmpty() || text.contains(u'@'))
        return u"must not contain a user or password; put credentials under \"keys\""_s;
    if (url.hasQuery() || url.hasFragment())
        return u"must not contain \"?\" or \"#\"; end it with the path"_s;
    if (url.port() == 0)
        return u"must not use port 0"_s;
    return {};
}

} // namespace

bool ListenAddress::isLoopback() const
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

std::optional<ListenAddress> parseListenAddress(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    QStringView host = text.first(colon);
    const QStringView portText = text.sliced(colon + 1);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.sliced(1, host.size() - 2);
    bool ok = false;
    const uint port = portText.toUInt(&ok);
    if (!ok || port > 65'535 || !portText.front().isDigit())
        return std::nullopt;
    const QHostAddress address(host.toString());
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (host != "localhost"_L1 && (address.isNull() || isV6 != bracketed))
        return std::nullopt;
    return ListenAddress{host.toString(), static_cast<quint16>(port)};
}

AddressKind addressKind(const QHostAddress &address)
{
    bool isV4 = false;
    const QHostAddress v4(address.toIPv4Address(&isV4));
    if (isV4) {
        if (isInAny(v4, forbiddenV4))
            return AddressKind::Forbidden;
        return isInAny(v4, privateV4) ? AddressKind::Private : AddressKind::Public;
    }
    if (address.isNull() || isInAny(address, forbiddenV6))
        return AddressKind::Forbidden;
    return isInAny(address, privateV6) ? AddressKind::Private : AddressKind::Public;
}

AddressKind hostKind(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull())
        return addressKind(address);
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name == "metadata.google.internal"_L1 || name == "metadata.goog"_L1
        || name == "metadata"_L1)
        return AddressKind::Forbidden;
    const bool isLocal =
        !name.contains(u'.') || name.endsWith(".local"_L1) || name.endsWith(".localhost"_L1);
    return isLocal ? AddressKind::Private : AddressKind::Public;
}

QString baseUrlProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (const QString problem = urlProblem(text, url); !problem.isEmpty())
        return problem;
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return u"must begin with \"https://\" (or \"http://\" inside the office)"_s;
    switch (hostKind(url.host())) {
    case AddressKind::Forbidden:
        return u"leads to an address that no provider has (link-local, cloud metadata, "
               "unspecified or multicast)"_s;
    case AddressKind::Public:
        if (url.scheme() == "http"_L1)
            return u"uses http to a public host, so keys and prompts could be read on the way; "
                   "use https"_s;
        break;
    case AddressKind::Private:
        break;
    }
    return {};
}

QString proxyProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (const QString problem = urlProblem(text, url); !problem.isEmpty())
        return problem;
    if (url.scheme() != "http"_L1 || url.port() < 0)
        return u"must be an HTTP proxy with its port, such as \"http://proxy.local:3128\""_s;
    if (url.path().size() > 1)
        return u"must not contain a path"_s;
    if (hostKind(url.host()) == AddressKind::Forbidden)
        return u"leads to an address that no proxy has"_s;
    return {};
}

QString hostPatternProblem(const QString &pattern)
{
    static const QRegularExpression form(
        u"\\A(?:(?:\\*\\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])"
        "(?::([0-9]{1,5}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(pattern);
    const int port = match.captured(1).toInt();
    if (!match.hasMatch() || (match.hasCaptured(1) && (port < 1 || port > 65'535)))
        return u"\"%1\" is no host; write a name such as \"files.example.com\" or "
               "\"*.example.com\", without https:// and path"_s.arg(pattern.left(80));
    const QString host = match.hasCaptured(1) ? pattern.left(match.capturedStart(1) - 1) : pattern;
    if (hostKind(QString(host).remove(u'[').remove(u']')) == AddressKind::Forbidden)
        return u"\"%1\" is an address that is never asked (link-local, cloud metadata, "
               "unspecified or multicast)"_s.arg(pattern.left(80));
    return {};
}

QString secretReferenceProblem(const QString &reference)
{
    static const QStringList schemes{u"keychain"_s, u"vault"_s, u"session"_s,
                                     u"env"_s,      u"file"_s,  u"credential"_s};
    const qsizetype colon = reference.indexOf(u':');
    if (colon < 0 || !schemes.contains(reference.first(colon)))
        return u"must be a reference such as \"keychain:NAME\", \"vault:NAME\", \"env:NAME\", "
               "\"file:PATH\" or \"credential:NAME\", never the secret itself"_s;
    const QString name = reference.sliced(colon + 1);
    if (name.isEmpty())
        return u"names no secret; write the name after \"%1:\""_s.arg(reference.first(colon));
    if (name.trimmed() != name || name.size() > 1024)
        return u"has spaces around its name, or a name longer than 1024 characters"_s;
    return {};
}

} // namespace Gatehouse::Api
