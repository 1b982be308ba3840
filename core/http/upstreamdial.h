// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/messageparser.h"
#include "core/http/resolver.h"
#include "core/http/timerwheel.h"
#include "core/http/tlscontexts.h"
#include "core/http/upstream.h"

#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <memory>
#include <optional>

namespace Gatehouse::Http {

//! Hears how a dial ended; either call may destroy the dial.
class UpstreamDialListener
{
public:
    virtual ~UpstreamDialListener() = default;
    //! The channel can be written to; nothing has been read from it.
    virtual void onDialed(std::unique_ptr<Channel> channel) = 0;
    virtual void onDialFailed(UpstreamFailureKind kind, const QString &detail) = 0;
};

//! "host:port", IPv6 in brackets.
QByteArray hostAndPort(const QByteArray &host, quint16 port);

//! Opens a connection to an endpoint: name, address rules, socket, proxy, TLS. Sets no time limit.
//! Destroying it gives up.
class UpstreamDial final : private ChannelListener, private MessageSink
{
public:
    //! Never calls back from inside the constructor. \a endpoint must outlive the dial.
    UpstreamDial(IoContext &io, Resolver &resolver, TlsContexts &contexts, const Endpoint &endpoint,
                 UpstreamDialListener &listener);
    ~UpstreamDial() override;
    UpstreamDial(const UpstreamDial &) = delete;
    UpstreamDial &operator=(const UpstreamDial &) = delete;

private:
    enum class Step { Resolving, Connecting, AskingProxy, Securing, Over };

    // ChannelListener
    void onConnected() override;
    void onData(QByteArrayView bytes) override;
    void onClosed(ChannelEnd end, const QString &detail) override;

    // MessageSink, of the proxy's answer
    bool onHead() override { return true; }
    bool onBody(QByteArrayView) override { return true; }
    void onMessageEnd() override { }

    bool hasProxy() const { return !m_endpoint.proxyHost.isEmpty(); }
    bool isAllowed(const QHostAddress &address) const;
    void resolve();
    void connectTo(const QList<QHostAddress> &addresses);
    void askProxy();
    void secure(std::unique_ptr<Channel> transport);
    void succeed();
    //! Later, as the caller may be inside send().
    void fail(UpstreamFailureKind kind, const QString &detail);

    IoContext &m_io;
    Resolver &m_resolver;
    TlsContexts &m_contexts;
    const Endpoint &m_endpoint;
    UpstreamDialListener &m_listener;
    std::unique_ptr<Resolver::Lookup> m_lookup;
    std::unique_ptr<Channel> m_channel;
    std::optional<ResponseParser> m_proxyAnswer;
    Timer m_failTimer;
    UpstreamFailureKind m_failure = UpstreamFailureKind::Connect;
    QString m_failureDetail;
    Step m_step = Step::Resolving;
};

} // namespace Gatehouse::Http
