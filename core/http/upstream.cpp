// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/upstream.h"

#include "core/base/bytes.h"
#include "core/http/upstreamexchange.h"

#include <utility>

namespace Gatehouse::Http {

namespace {

UpstreamClient::Options completed(UpstreamClient::Options options, const Clock &clock)
{
    if (!options.resolver)
        options.resolver = std::make_shared<Resolver>(clock);
    if (!options.tlsContexts)
        options.tlsContexts = std::make_shared<TlsContexts>();
    return options;
}

} // namespace

QByteArray hostAndPort(const QByteArray &host, quint16 port)
{
    const bool isAddress = host.contains(':'); // IPv6
    QByteArray whole;
    whole.reserve(host.size() + 8);
    append(whole, isAddress ? "[" : "");
    append(whole, host);
    append(whole, isAddress ? "]:" : ":");
    appendNumber(whole, port);
    return whole;
}

QByteArray Endpoint::authority() const
{
    const QByteArray whole = hostAndPort(host, port);
    const bool isUsualPort = port == (tls ? 443 : 80);
    return isUsualPort ? whole.first(whole.lastIndexOf(':')) : whole;
}

struct UpstreamClient::Private {
    UpstreamShared shared;
};

UpstreamClient::UpstreamClient(IoContext &io, Options options)
    : d(new Private{.shared = {.io = io, .options = completed(std::move(options), io.clock)}})
{
}

UpstreamClient::~UpstreamClient() = default;

std::unique_ptr<UpstreamCall> UpstreamClient::send(const Endpoint &endpoint,
                                                   UpstreamRequest request,
                                                   UpstreamListener &listener)
{
    auto call =
        std::make_unique<UpstreamExchange>(d->shared, endpoint, std::move(request), listener);
    call->start();
    return call;
}

void UpstreamClient::trim(const std::function<bool(const Endpoint &)> &keep)
{
    d->shared.pool.trim(keep);
}

int UpstreamClient::idleConnections() const
{
    return d->shared.pool.idleConnections();
}

int UpstreamClient::openConnections() const
{
    return d->shared.pool.openConnections();
}

} // namespace Gatehouse::Http
