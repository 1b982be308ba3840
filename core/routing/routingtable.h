// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"
#include "core/ledger/pricebook.h"
#include "core/routing/abilities.h"
#include "core/routing/livestate.h"

#include <functional>
#include <span>

namespace Gatehouse::Routing {

//! A provider of a snapshot with its live state.
struct ProviderEntry {
    const Config::Provider *provider = nullptr;
    ProviderState *state = nullptr;
    std::vector<KeyState *> keys = {}; //!< beside provider->document.keys
};

//! A target of a route, ready to be tried.
struct Entry {
    const Config::Route *route = nullptr;
    const Config::Target *target = nullptr;
    TargetState *state = nullptr;
    const ProviderEntry *provider = nullptr;
    RouteState *routeState = nullptr;     //!< null for a route that nobody declared
    const Ledger::Price *price = nullptr; //!< null = unknown
    quint64 hash = 0;                     //!< of provider and model
    Abilities abilities = {};
    //! Beside provider->keys; empty for a target made for one request.
    std::span<Breaker *const> keys = {};

    int maxInFlight() const { return provider->provider->document.maxInFlight; }
};

//! What is known of models from elsewhere; asked once for each target when a table is made.
struct ModelKnowledge {
    std::shared_ptr<const Ledger::PriceBook> prices = {};
    std::function<Abilities(const Config::Provider &provider, const QByteArray &model)> abilities =
        {};
    std::function<std::optional<WallTime>(const Config::Provider &provider,
                                          const QByteArray &model)>
        end = {};                   //!< when a model is withdrawn by its maker
    CanaryBook *canaries = nullptr; //!< where running ones are kept; null: each begins anew
    ShadowBook *shadows = nullptr;  //!< the same of copies
    SteadyTime now{};
};

//! A route's target on trial.
struct Trial {
    Entry entry;
    std::shared_ptr<CanaryState> state;
};

//! Where copies of a route's requests go.
struct ShadowTarget {
    Entry entry;
    std::shared_ptr<ShadowState> state;
};

//! One snapshot joined with the live state, immutable. Made at each publication; keeps its snapshot
//! alive. \a live must outlive it.
class RoutingTable
{
public:
    RoutingTable(std::shared_ptr<const Config::Snapshot> snapshot, LiveState &live,
                 const ModelKnowledge &knowledge = {});
    RoutingTable(const RoutingTable &) = delete;
    RoutingTable &operator=(const RoutingTable &) = delete;

    const Config::Snapshot &snapshot() const { return *m_snapshot; }
    const std::shared_ptr<const Config::Snapshot> &sharedSnapshot() const { return m_snapshot; }
    LiveState &live() const { return m_live; }

    //! The entries of a route of this snapshot, in declared order; no allocation. Empty for a route
    //! that is not of this snapshot.
    std::span<const Entry> entries(const Config::Route &route) const;
    //! The entry, without abilities, of \a target of a route made for one request
    //! ("provider/any-model" where the provider lists no models): \a route and its target must live
    //! as long as the entry.
    Entry adHocEntry(const Config::Route &route, const Config::Target &target) const;
    const ProviderEntry *provider(QByteArrayView id) const;
    //! What a route may spend on second attempts; null where it makes none.
    HedgeBudget *hedging(const Config::Route &route) const { return m_hedging.value(&route); }
    //! Null where the route has no canary.
    const Trial *trial(const Config::Route &route) const;
    //! Where copies of \a route's requests go, null when none are made.
    const ShadowTarget *shadow(const Config::Route &route) const;
    //! When the model that \a route was made for directly is withdrawn, as far as is known.
    std::optional<WallTime> end(const Config::Route &route) const;

private:
    Entry knownEntry(const Config::Route &route, const Config::Target &target,
                     const ModelKnowledge &knowledge);
    void addTrial(const Config::Route &route, const ModelKnowledge &knowledge);
    void addShadow(const Config::Route &route, const ModelKnowledge &knowledge);
    void addRoute(const Config::Route &route, const ModelKnowledge &knowledge);

    std::shared_ptr<const Config::Snapshot> m_snapshot;
    LiveState &m_live;
    std::span<Breaker *const> keyBreakers(const Entry &entry);

    std::shared_ptr<const Ledger::PriceBook> m_prices;
    std::vector<ProviderEntry> m_providers; //!< by Config::Provider::index
    QHash<const Config::Route *, std::vector<Entry>> m_routes;
    QHash<const Config::Route *, HedgeBudget *> m_hedging;
    QHash<const TargetState *, std::shared_ptr<const std::vector<Breaker *>>> m_keys;
    QHash<const Config::Route *, Trial> m_trials;
    QHash<const Config::Route *, ShadowTarget> m_shadows;
    QHash<const Config::Route *, WallTime> m_ends; //!< of direct routes
};

} // namespace Gatehouse::Routing
