// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingtable.h"

#include "core/routing/hashing.h"

namespace Gatehouse::Routing {

RoutingTable::RoutingTable(std::shared_ptr<const Config::Snapshot> snapshot, LiveState &live,
                           const ModelKnowledge &knowledge)
    : m_snapshot(std::move(snapshot))
    , m_live(live)
    , m_prices(knowledge.prices)
{
    m_providers.reserve(m_snapshot->providers.size());
    for (const auto &provider : m_snapshot->providers) {
        ProviderEntry entry{.provider = provider.get(), .state = &live.provider(provider->id)};
        entry.keys.reserve(size_t(provider->document.keys.size()));
        for (const Api::ProviderKey &key : provider->document.keys)
            entry.keys.push_back(&entry.state->key(key.id.toUtf8(), key.secret));
        entry.state->retryBudget().setPercent(provider->document.retryBudget);
        m_providers.push_back(std::move(entry));
    }
    for (const auto &route : m_snapshot->routes)
        addRoute(*route, knowledge);
    for (const auto &route : m_snapshot->directRoutes)
        addRoute(*route, knowledge);
}

Entry RoutingTable::knownEntry(const Config::Route &route, const Config::Target &target,
                               const ModelKnowledge &knowledge)
{
    Entry entry = adHocEntry(route, target);
    entry.state->setPolicy(target.provider->document.breaker);
    entry.keys = keyBreakers(entry);
    if (!route.direct)
        entry.routeState = &m_live.route(route.id);
    if (knowledge.abilities)
        entry.abilities = knowledge.abilities(*target.provider, target.model);
    if (target.contextTokens > 0) { // said by people who know
        entry.abilities.mostPrompt = 0;
        entry.abilities.mostTokens = target.contextTokens;
    }
    return entry;
}

void RoutingTable::addRoute(const Config::Route &route, const ModelKnowledge &knowledge)
{
    std::vector<Entry> entries;
    entries.reserve(route.targets.size());
    for (const Config::Target &target : route.targets)
        entries.push_back(knownEntry(route, target, knowledge));
    m_routes.insert(&route, std::move(entries));
    if (route.hedge)
        m_hedging.insert(&route, &m_live.hedging(route.id));
    if (route.canary)
        addTrial(route, knowledge);
    if (route.shadow)
        addShadow(route, knowledge);
    if (!route.direct || !knowledge.end)
        return;
    const Config::Target &target = route.targets.front();
    if (const auto end = knowledge.end(*target.provider, target.model))
        m_ends.insert(&route, *end);
}

void RoutingTable::addTrial(const Config::Route &route, const ModelKnowledge &knowledge)
{
    const Api::Canary &policy = route.canary->policy;
    m_trials.insert(&route,
                    {.entry = knownEntry(route, route.canary->target, knowledge),
                     .state = knowledge.canaries
                         ? knowledge.canaries->state(route.id, policy, knowledge.now)
                         : std::make_shared<CanaryState>(policy, knowledge.now)});
}

void RoutingTable::addShadow(const Config::Route &route, const ModelKnowledge &knowledge)
{
    const Api::Shadow &policy = route.shadow->policy;
    m_shadows.insert(&route,
                     {.entry = knownEntry(route, route.shadow->target, knowledge),
                      .state = knowledge.shadows ? knowledge.shadows->state(route.id, policy)
                                                 : std::make_shared<ShadowState>(policy)});
}

const ShadowTarget *RoutingTable::shadow(const Config::Route &route) const
{
    const auto found = m_shadows.constFind(&route);
    return found == m_shadows.constEnd() ? nullptr : &*found;
}

const Trial *RoutingTable::trial(const Config::Route &route) const
{
    const auto found = m_trials.constFind(&route);
    return found == m_trials.constEnd() ? nullptr : &*found;
}

std::optional<WallTime> RoutingTable::end(const Config::Route &route) const
{
    const auto found = m_ends.constFind(&route);
    return found == m_ends.constEnd() ? std::nullopt : std::optional(*found);
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
    const Config::Provider &provider = *target.provider;
    return {.route = &route,
            .target = &target,
            .state = &m_live.target(provider.id, target.model),
            .provider = &m_providers[size_t(provider.index)],
            .price = m_prices ? m_prices->find(provider.id, target.model) : nullptr,
            .hash = hashOf(target.model, hashOf(provider.id))};
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
