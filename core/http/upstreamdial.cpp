// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/upstreamdial.h"

#include "core/http/addressrules.h"
#include "core/http/headwriter.h"
#include "core/http/nativechannel.h"
#include "core/http/tlschannel.h"

#include <utility>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UpstreamFailureKind failureKind(ChannelEnd end)
{
    switch (end) {
    case ChannelEnd::ConnectTimeout:
        return UpstreamFailureKind::ConnectTimeout;
    case ChannelEnd::DnsFailed:
        return UpstreamFailureKind::Dns;
    case ChannelEnd::TlsFailed:
        return UpstreamFailureKind::Tls;
    case ChannelEnd::ProxyFailed:
        return UpstreamFailureKind::Proxy;
    case ChannelEnd::PeerClosed:
    case ChannelEnd::Reset:
    case ChannelEnd::ConnectRefused:
    case ChannelEnd::Error:
        return UpstreamFailureKind::Connect;
    }
    Q_UNREACHABLE();
}

} // namespace

UpstreamDial::UpstreamDial(IoContext &io, Resolver &resolver, TlsContexts &contexts,
                           const Endpoint &endpoint, UpstreamDialListener &listener)
    : m_io(io)
    , m_resolver(resolver)
    , m_contexts(contexts)
    , m_endpoint(endpoint)
    , m_listener(listener)
    , m_failTimer([this] { m_listener.onDialFailed(m_failure, m_failureDetail); })
{
    resolve();
}

UpstreamDial::~UpstreamDial() = default;

void UpstreamDial::resolve()
{
    const QByteArray &host = hasProxy() ? m_endpoint.proxyHost : m_endpoint.host;
    if (const auto addresses = m_resolver.known(host))
        return connectTo(*addresses);
    m_lookup = m_resolver.lookup(host, [this](const Resolver::Answer &answer) {
        if (answer)
            connectTo(*answer);
        else
            fail(UpstreamFailureKind::Dns, answer.error().detail);
    });
}

//! A proxy is where its administrator says; only the addresses of the endpoint itself are judged,
//! as far as we know them.
bool UpstreamDial::isAllowed(const QHostAddress &address) const
{
    return isAddressAllowed(
        address, m_endpoint.allowPrivate ? AddressRule::AllowPrivate : AddressRule::PublicOnly);
}

void UpstreamDial::connectTo(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> allowed = addresses;
    if (!hasProxy())
        allowed.removeIf([this](const QHostAddress &address) { return !isAllowed(address); });
    const QHostAddress literal(QString::fromLatin1(m_endpoint.host));
    if (hasProxy() && !literal.isNull() && !isAllowed(literal))
        allowed.clear();
    if (allowed.isEmpty())
        return fail(
            UpstreamFailureKind::Refused,
            u"the address of %1 is not allowed"_s.arg(QString::fromLatin1(m_endpoint.host)));
    const quint16 port = hasProxy() ? m_endpoint.proxyPort : m_endpoint.port;
    auto transport = NativeChannel::connectTo(m_io, allowed, port);
    if (m_endpoint.tls && !hasProxy())
        return secure(std::move(transport));
    m_step = Step::Connecting;
    m_channel = std::move(transport);
    m_channel->start(*this);
}

void UpstreamDial::onConnected()
{
    if (m_step == Step::Connecting && m_endpoint.tls)
        askProxy();
    else
        succeed();
}

//! RFC 9110 section 9.3.6.
void UpstreamDial::askProxy()
{
    m_step = Step::AskingProxy;
    const QByteArray target = hostAndPort(m_endpoint.host, m_endpoint.port);
    QByteArray head;
    appendRequestLine(head, QByteArray("CONNECT " + target));
    appendField(head, "Host", target);
    endHead(head);
    m_proxyAnswer.emplace(MessageLimits{});
    m_proxyAnswer->begin(true); // like an answer to HEAD, it has no body
    m_channel->write(head);
}

void UpstreamDial::onData(QByteArrayView bytes)
{
    if (m_step != Step::AskingProxy)
        return fail(UpstreamFailureKind::Connect, u"the server spoke before it was asked"_s);
    const qsizetype used = m_proxyAnswer->feed(bytes, *this);
    if (m_proxyAnswer->failed())
        return fail(UpstreamFailureKind::Proxy, u"the proxy's answer is not HTTP"_s);
    if (!m_proxyAnswer->isHeadComplete())
        return;
    const int status = m_proxyAnswer->head().status;
    if (status / 100 != 2)
        return fail(UpstreamFailureKind::Proxy, u"the proxy answered %1"_s.arg(status));
    if (used != bytes.size())
        return fail(UpstreamFailureKind::Proxy, u"the proxy sent more than an answer"_s);
    secure(std::move(m_channel));
}

void UpstreamDial::secure(std::unique_ptr<Channel> transport)
{
    m_step = Step::Securing;
    auto context = m_contexts.client(m_endpoint.caFile, m_endpoint.clientCertificateFile);
    if (!context)
        return fail(UpstreamFailureKind::Tls, context.error().detail);
    m_channel = TlsChannel::client(m_io, std::move(transport), *context, m_endpoint.host);
    m_channel->start(*this);
}

void UpstreamDial::onClosed(ChannelEnd end, const QString &detail)
{
    if (m_step == Step::AskingProxy)
        return fail(UpstreamFailureKind::Proxy, u"the proxy closed the connection"_s);
    const UpstreamFailureKind kind = failureKind(end);
    const bool isProxys = hasProxy() && m_step == Step::Connecting;
    fail(isProxys && kind == UpstreamFailureKind::Connect ? UpstreamFailureKind::Proxy : kind,
         detail);
}

void UpstreamDial::succeed()
{
    m_step = Step::Over;
    m_listener.onDialed(std::move(m_channel)); // may destroy this
}

void UpstreamDial::fail(UpstreamFailureKind kind, const QString &detail)
{
    m_step = Step::Over;
    m_failure = kind;
    m_failureDetail = detail;
    m_channel.reset();
    m_failTimer.start(m_io.timers, 0ms);
}

} // namespace Gatehouse::Http
