// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/messageparser.h"
#include "core/http/timerwheel.h"
#include "core/http/upstream.h"

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Http {

class UpstreamConnection;

//! The connections to one endpoint.
struct UpstreamPlace {
    QByteArray authority;                                  //!< for the Host field
    std::vector<std::unique_ptr<UpstreamConnection>> idle; //!< the last used one at the end
    int open = 0;                                          //!< idle or in use
};

//! The idle connections of one worker. The one used last is taken first, so that those not needed
//! grow old and go.
class UpstreamPool
{
public:
    UpstreamPool(IoContext &io, const UpstreamClient::Options &options);
    ~UpstreamPool();
    UpstreamPool(const UpstreamPool &) = delete;
    UpstreamPool &operator=(const UpstreamPool &) = delete;

    //! Null when none is idle.
    std::unique_ptr<UpstreamConnection> take(const Endpoint &endpoint);
    //! A connection over the new \a channel, in use.
    std::unique_ptr<UpstreamConnection> adopt(const Endpoint &endpoint,
                                              std::unique_ptr<Channel> channel);
    //! \a connection has ended an exchange in good order.
    void giveBack(std::unique_ptr<UpstreamConnection> connection);
    //! Destroys an idle connection.
    void drop(UpstreamConnection &connection);
    void trim(const std::function<bool(const Endpoint &)> &keep);

    int idleConnections() const;
    int openConnections() const;

private:
    struct EndpointHash {
        size_t operator()(const Endpoint &endpoint) const
        {
            return qHash(endpoint.host) ^ endpoint.port;
        }
    };

    void dropExpired();

    IoContext &m_io;
    const UpstreamClient::Options &m_options;
    std::unordered_map<Endpoint, UpstreamPlace, EndpointHash> m_places;
    Timer m_expiry;
};

//! One connection to an upstream. In use it is driven by a call; idle, it watches itself: whatever
//! the peer does then ends it (RFC 9112 section 9.3: nothing was asked).
class UpstreamConnection final : private ChannelListener
{
public:
    UpstreamConnection(UpstreamPool &pool, UpstreamPlace &place, std::unique_ptr<Channel> channel,
                       const MessageLimits &limits);
    ~UpstreamConnection() override;
    UpstreamConnection(const UpstreamConnection &) = delete;
    UpstreamConnection &operator=(const UpstreamConnection &) = delete;

    Channel &channel() { return *m_channel; }
    ResponseParser &parser() { return m_parser; }
    UpstreamPlace &place() { return m_place; }
    //! It has answered before.
    bool isReused() const { return m_isReused; }
    SteadyTime idleSince() const { return m_idleSince; }

    void becomeIdle(SteadyTime now);

private:
    void onData(QByteArrayView) override { m_pool.drop(*this); }
    void onClosed(ChannelEnd, const QString &) override { m_pool.drop(*this); }

    UpstreamPool &m_pool;
    UpstreamPlace &m_place;
    std::unique_ptr<Channel> m_channel;
    ResponseParser m_parser;
    SteadyTime m_idleSince;
    bool m_isReused = false;
};

} // namespace Gatehouse::Http
