// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/bounds.h"
#include "core/access/keytable.h"
#include "core/config/snapshot.h"
#include "core/ledger/records.h"
#include "core/routing/planner.h"

#include <memory>
#include <tuple>

namespace Gatehouse::WhatIf {

//! What a configuration means, with a live state of its own in which nothing has happened: the
//! traffic of the gateway neither sees nor moves it. \a live outlives \a routing.
struct Compiled {
    std::shared_ptr<const Config::Snapshot> snapshot;
    std::shared_ptr<const Access::KeyTable> keys;
    std::shared_ptr<const Ledger::PriceBook> prices;
    std::shared_ptr<Routing::LiveState> live;
    std::shared_ptr<const Routing::RoutingTable> routing;
};

//! The time of the request that is replayed.
class ReplayClock final : public Clock
{
public:
    void set(WallTime time) { m_time = time; }
    WallTime wall() const override { return m_time; }
    SteadyTime steady() const override { return SteadyTime(m_time.time_since_epoch()); }

private:
    WallTime m_time{};
};

//! A provider's model.
struct Place {
    QByteArray provider;
    QByteArray model;

    bool isEmpty() const { return provider.isEmpty(); }
    QByteArray text() const { return provider + '/' + model; }
    bool operator==(const Place &) const = default;
    friend bool operator<(const Place &a, const Place &b)
    {
        return std::tie(a.provider, a.model) < std::tie(b.provider, b.model);
    }
};

//! Where a configuration sends a request, or why it does not.
struct Decision {
    Place place;         //!< empty: refused
    QByteArray why = {}; //!< of a refusal: "model_not_found", "no_tools", "budget team:research" …
    QByteArray route = {};
    //! Targets that would have been looked at but do not take such a request, with the reason.
    std::vector<std::pair<QByteArray, Place>> unfit = {};
};

//! One configuration that traffic is replayed under: it plans with the gateway's own planner and
//! counts limits and budgets of its own. One thread.
class World
{
public:
    //! \a clock outlives the world.
    World(Compiled compiled, ReplayClock &clock);

    //! What rules and planner say. Nothing is taken of limits or budgets.
    Decision decide(const Ledger::RequestRecord &record, const QByteArray &route = {});
    //! Takes the request out of limits and budgets: what refuses it ("limit team:a", "budget …"),
    //! and where a used up budget sends it instead; both empty: it may pass.
    struct Toll {
        QByteArray refusedBy = {};
        QByteArray redirectedTo = {};
    };
    Toll charge(const Ledger::RequestRecord &record, const Decision &decision, Money cost);
    //! Books what was spent before the traffic begins.
    void chargeOnly(const Ledger::RequestRecord &record, Money cost);
    //! From when budgets count at \a time.
    WallTime countsFrom(WallTime time);

    //! What the usage of \a record costs at \a place; nothing: no price.
    std::optional<Money> costAt(const Ledger::RequestRecord &record, const Place &place) const;
    //! Its pictures cost by their size there, and the books do not know it: costAt() takes what the
    //! price says of any size.
    bool isSizeMissing(const Ledger::RequestRecord &record, const Place &place) const;
    //! \a other asks the same for it.
    bool pricesAlike(const World &other, const Place &place, WallTime time) const;
    //! Its \a route sends copies of requests to \a place.
    bool isCopied(const QByteArray &route, const Place &place) const;
    bool hasProvider(const QByteArray &id) const { return m_compiled.snapshot->provider(id); }

private:
    const Access::KeyEntry &keyOf(const Ledger::RequestRecord &record);
    const Config::Route *routeOf(const QByteArray &model);
    Routing::RequestFacts factsOf(const Ledger::RequestRecord &record,
                                  const Access::KeyEntry &key) const;
    double multiplierOf(const QByteArray &provider) const;
    Access::Spender spenderOf(const Ledger::RequestRecord &record, const Decision &decision);

    Compiled m_compiled;
    ReplayClock &m_clock;
    Access::LimitBook m_limits;
    Access::BudgetBook m_budgets;
    std::unique_ptr<const Access::Bounds> m_bounds;
    Access::KeyEntry m_anybody;
    Config::Route m_adHoc; //!< of the request at hand
};

} // namespace Gatehouse::WhatIf
