// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/imageaddress.h"

#include "core/api/documents/addresses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

namespace {

constexpr qsizetype longestUrl = 8 * 1024;
constexpr int httpPort = 80;
constexpr int httpsPort = 443;

Error refused(const QString &why)
{
    return {ErrorCode::PermissionDenied, why};
}

//! "files.example.com", "*.example.com", each perhaps with a port.
bool fits(const QString &pattern, const QString &host, int port)
{
    const qsizetype colon = pattern.lastIndexOf(u':');
    const bool hasPort = colon > pattern.lastIndexOf(u']');
    if (hasPort && pattern.sliced(colon + 1).toInt() != port)
        return false;
    QString name = hasPort ? pattern.first(colon) : pattern;
    name.remove(u'[').remove(u']');
    if (name.startsWith("*."_L1))
        return host.endsWith(QStringView(name).sliced(1), Qt::CaseInsensitive);
    return host.compare(name, Qt::CaseInsensitive) == 0;
}

bool isAmong(const QStringList &patterns, const QString &host, int port)
{
    return std::ranges::any_of(patterns,
                               [&](const QString &pattern) { return fits(pattern, host, port); });
}

} // namespace

Result<ImageAddress> imageAddress(const QUrl &url, const Api::ImageFetching &settings)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const bool tls = url.scheme() == "https"_L1;
    const int port = url.port(tls ? httpsPort : httpPort);
    if (!url.isValid() || host.isEmpty() || port <= 0 || url.toEncoded().size() > longestUrl)
        return refused(u"its address is not a valid URL"_s);
    if (!url.userInfo().isEmpty())
        return refused(u"its address holds a user name or password"_s);
    if (!tls && url.scheme() != "http"_L1)
        return refused(u"its address does not begin with https://"_s);
    const bool isOwn = isAmong(settings.privateHosts, host, port);
    if (!tls && !isOwn)
        return refused(u"only https:// addresses are fetched"_s);
    if (Api::hostKind(host) == Api::AddressKind::Forbidden)
        return refused(u"the gateway does not fetch from this address"_s);
    if (!isOwn && Api::hostKind(host) == Api::AddressKind::Private)
        return refused(u"the gateway does not fetch from private addresses"_s);
    if (!isOwn && !settings.allowedHosts.isEmpty() && !isAmong(settings.allowedHosts, host, port))
        return refused(u"the gateway does not fetch from this host"_s);
    ImageAddress place;
    place.url = url;
    place.endpoint.host = host.toLatin1();
    place.endpoint.port = static_cast<quint16>(port);
    place.endpoint.tls = tls;
    place.endpoint.allowPrivate = isOwn;
    place.target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!place.target.startsWith('/'))
        place.target.prepend('/');
    return place;
}

} // namespace Gatehouse::Gateway
