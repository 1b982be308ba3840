// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/tokenexchange.h"

#include "core/providers/probe.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr Http::UpstreamTimeouts tokenTimeouts{
    .connect = 5s, .firstByte = 20s, .idle = 20s, .total = 30s};

bool mayBePlain(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1
        || host == "metadata.google.internal"_L1 || host == "169.254.169.254"_L1;
}

//! Host and port of \a url on \a way; nothing when it is no address to send secrets to.
std::optional<Http::Endpoint> endpointOf(const QUrl &url, Http::Endpoint way)
{
    way.tls = url.scheme() == "https"_L1;
    const bool isPlain = url.scheme() == "http"_L1 && mayBePlain(url.host());
    if (!url.isValid() || url.host().isEmpty() || (!way.tls && !isPlain))
        return {};
    way.host = QUrl::toAce(url.host()).toLower();
    if (way.host.isEmpty()) // an address literal
        way.host = url.host().toLatin1();
    way.port = quint16(url.port(way.tls ? 443 : 80));
    if (!way.tls)
        way.proxyHost.clear();
    return way;
}

Http::UpstreamRequest upstreamRequest(const TokenRequest &request, const QUrl &url)
{
    QByteArray target =
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    Http::UpstreamRequest made;
    made.methodAndTarget = (request.form.isEmpty() ? "GET " : "POST ") + target;
    made.fields = "accept: application/json\r\naccept-encoding: identity\r\n"
                  "user-agent: Gatehouse/" GATEHOUSE_VERSION "\r\n"
        + request.fields;
    if (!request.form.isEmpty()) {
        made.fields += "content-type: application/x-www-form-urlencoded\r\n";
        made.body = {request.form};
    }
    made.timeouts = tokenTimeouts;
    return made;
}

} // namespace

HttpTokenExchange::HttpTokenExchange(const Clock &clock, Http::UpstreamClient &client,
                                     Http::Endpoint way)
    : m_clock(clock)
    , m_client(client)
    , m_way(std::move(way))
{
}

HttpTokenExchange::~HttpTokenExchange() = default;

void HttpTokenExchange::send(const TokenRequest &request, Done done)
{
    const QUrl url = QUrl::fromEncoded(request.url, QUrl::StrictMode);
    const std::optional<Http::Endpoint> endpoint = endpointOf(url, request.way.value_or(m_way));
    if (!endpoint) {
        done({.status = 0, .body = {}, .problem = u"the token address must begin with https://"_s});
        return;
    }
    const quint64 id = m_next++;
    const auto finish = [this, id, done = std::move(done)](ProbeReply reply) {
        const auto ended = m_running.extract(id); // lives until done() returned
        done({.status = reply.failure ? 0 : reply.status,
              .body = std::move(reply.body),
              .problem = reply.failure ? reply.failure->detail : QString()});
    };
    m_running[id] = std::make_unique<Probe>(m_clock, m_client, *endpoint,
                                            upstreamRequest(request, url), finish);
}

} // namespace Gatehouse::Providers
