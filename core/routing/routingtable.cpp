// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingtable.h"

namespace Gatehouse::Routing {

RoutingTable::RoutingTable(std::shared_ptr<const Config::Snapshot> snapshot, LiveState &live)
    : m_snapshot(std::move(snapshot))
    , m_live(live)
{
    m_providers.reserve(m_snapshot->providers.size());
    for (const auto &provider : m_snapshot->providers) {
        ProviderEntry entry{.provider = provider.get(), .state = &live.provider(provider->id)};
        for (const Api::ProviderKey &key : provider->document.keys)
            entry.keys.push_back(&entry.state->key(key.id.toUtf8(), key.secret));
        entry.state->retryBudget().setPercent(provider->document.retryBudget);
        m_providers.push_back(std::move(entry));
    }
    for (const auto &route : m_snapshot->routes)
        addRoute(*route);
    for (const auto &route : m_snapshot->directRoutes)
        addRoute(*route);
}

void RoutingTable::addRoute(const Config::Route &route)
{
    std::vector<Entry> entries;
    entries.reserve(route.targets.size());
    for (const Config::Target &target : route.targets)
        entries.push_back(adHocEntry(route, target));
    for (Entry &entry : entries) {
        entry.state->setPolicy(entry.provider->provider->document.breaker);
        entry.keys = keyBreakers(entry);
    }
    m_routes.insert(&route, std::move(entries));
}

//! Many routes share a target: its list is made once.
std::span<Breaker *const> RoutingTable::keyBreakers(const Entry &entry)
{
    auto &breakers = m_keys[entry.state];
    if (!breakers) {
        std::vector<Breaker *> made;
        made.reserve(entry.provider->keys.size());
        for (const KeyState *key : entry.provider->keys)
            made.push_back(&entry.state->key(key->id()));
        breakers = std::make_shared<const std::vector<Breaker *>>(std::move(made));
    }
    return *breakers;
}

std::span<const Entry> RoutingTable::entries(const Config::Route &route) const
{
    const auto found = m_routes.constFind(&route);
    return found == m_routes.constEnd() ? std::span<const Entry>() : std::span(*found);
}

Entry RoutingTable::adHocEntry(const Config::Route &route, const Config::Target &target) const
{
    return {.route = &route,
            .target = &target,
            .state = &m_live.target(target.provider->id, target.model),
            .provider = provider(target.provider->id)};
}

const ProviderEntry *RoutingTable::provider(QByteArrayView id) const
{
    for (const ProviderEntry &entry : m_providers) {
        if (entry.provider->id == id)
            return &entry;
    }
    return nullptr;
}

} // namespace Gatehouse::Routing
