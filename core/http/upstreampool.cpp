// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/upstreampool.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Gatehouse::Http {

using namespace std::chrono_literals;

UpstreamPool::UpstreamPool(IoContext &io, const UpstreamClient::Options &options)
    : m_io(io)
    , m_options(options)
    , m_expiry([this] { dropExpired(); })
{
}

UpstreamPool::~UpstreamPool() = default;

std::unique_ptr<UpstreamConnection> UpstreamPool::take(const Endpoint &endpoint)
{
    const auto found = m_places.find(endpoint);
    if (found == m_places.end() || found->second.idle.empty())
        return nullptr;
    auto connection = std::move(found->second.idle.back());
    found->second.idle.pop_back();
    return connection;
}

std::unique_ptr<UpstreamConnection> UpstreamPool::adopt(const Endpoint &endpoint,
                                                        std::unique_ptr<Channel> channel)
{
    UpstreamPlace &place = m_places[endpoint];
    if (place.authority.isEmpty())
        place.authority = endpoint.authority();
    return std::make_unique<UpstreamConnection>(*this, place, std::move(channel), m_options.limits);
}

void UpstreamPool::giveBack(std::unique_ptr<UpstreamConnection> connection)
{
    auto &idle = connection->place().idle;
    connection->becomeIdle(m_io.clock.steady());
    idle.push_back(std::move(connection));
    if (idle.size() > size_t(std::max(m_options.maxIdlePerEndpoint, 0)))
        idle.erase(idle.begin());
    if (!m_expiry.isRunning())
        m_expiry.start(m_io.timers, m_options.idleTimeout);
}

void UpstreamPool::drop(UpstreamConnection &connection)
{
    auto &idle = connection.place().idle;
    const auto found = std::find_if(idle.begin(), idle.end(), [&connection](const auto &other) {
        return other.get() == &connection;
    });
    Q_ASSERT(found != idle.end());
    const auto ended = std::move(*found); // the list is whole again before the socket closes
    idle.erase(found);
}

void UpstreamPool::trim(const std::function<bool(const Endpoint &)> &keep)
{
    for (auto place = m_places.begin(); place != m_places.end();) {
        if (!keep(place->first))
            place->second.idle.clear();
        if (place->second.open == 0)
            place = m_places.erase(place);
        else
            ++place;
    }
}

int UpstreamPool::idleConnections() const
{
    int count = 0;
    for (const auto &[endpoint, place] : m_places)
        count += int(place.idle.size());
    return count;
}

int UpstreamPool::openConnections() const
{
    int count = 0;
    for (const auto &[endpoint, place] : m_places)
        count += place.open;
    return count;
}

//! The oldest of each endpoint come first.
void UpstreamPool::dropExpired()
{
    const SteadyTime now = m_io.clock.steady();
    std::optional<SteadyTime> oldest;
    for (auto &[endpoint, place] : m_places) {
        auto &idle = place.idle;
        const auto firstFresh = std::find_if(idle.begin(), idle.end(), [&](const auto &connection) {
            return connection->idleSince() + m_options.idleTimeout > now;
        });
        idle.erase(idle.begin(), firstFresh);
        if (!idle.empty())
            oldest = std::min(oldest.value_or(now), idle.front()->idleSince());
    }
    if (oldest) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*oldest - now);
        m_expiry.start(m_io.timers, m_options.idleTimeout + left);
    }
}

UpstreamConnection::UpstreamConnection(UpstreamPool &pool, UpstreamPlace &place,
                                       std::unique_ptr<Channel> channel,
                                       const MessageLimits &limits)
    : m_pool(pool)
    , m_place(place)
    , m_channel(std::move(channel))
    , m_parser(limits)
{
    ++m_place.open;
}

UpstreamConnection::~UpstreamConnection()
{
    --m_place.open;
}

void UpstreamConnection::becomeIdle(SteadyTime now)
{
    m_isReused = true;
    m_idleSince = now;
    m_channel->setListener(*this);
    m_channel->setReading(true);
}

} // namespace Gatehouse::Http
