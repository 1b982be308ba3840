// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/planner.h"
#include "tests/support/fakeclock.h"

#include <memory>

namespace Gatehouse::Routing {

//! A snapshot made by hand, its live state and a clock.
struct RoutingFixture {
    std::shared_ptr<Config::Snapshot> snapshot = std::make_shared<Config::Snapshot>();
    LiveState live;
    FakeClock clock;
    Random random{42};

    Config::Provider &addProvider(const QByteArray &id, const QStringList &region = {},
                                  int keys = 0)
    {
        auto provider = std::make_unique<Config::Provider>();
        provider->index = int(snapshot->providers.size());
        provider->id = id;
        provider->quirks = Dialects::quirksOf("openai");
        provider->document.id = QString::fromUtf8(id);
        provider->document.region = region;
        for (int i = 1; i <= keys; ++i) {
            Api::ProviderKey key;
            key.id = key.secret = QString::number(i);
            provider->document.keys.append(key);
        }
        Config::Provider &made = *provider;
        snapshot->providers.push_back(std::move(provider));
        return made;
    }

    //! A route over \a providers, all with the model "m" and weights 1, or as given.
    Config::Route &addRoute(const QByteArray &id, Config::Strategy strategy,
                            const std::vector<const Config::Provider *> &providers,
                            const std::vector<double> &weights = {})
    {
        auto route = std::make_unique<Config::Route>();
        route->id = id;
        route->strategy = strategy;
        for (std::size_t i = 0; i < providers.size(); ++i) {
            route->targets.push_back({.provider = providers[i],
                                      .model = "m",
                                      .weight = weights.empty() ? 1.0 : weights[i]});
        }
        Config::Route &made = *route;
        snapshot->routes.push_back(std::move(route));
        return made;
    }

    RoutingTable table() { return {snapshot, live}; }
    TargetState &state(QByteArrayView provider) { return live.target(provider, "m"); }
    SteadyTime now() const { return clock.steady(); }

    void breakTarget(QByteArrayView provider)
    {
        for (int i = 0; i < TargetState::failuresUntilRest; ++i)
            state(provider).failed(now());
    }
};

//! The providers of a plan, in order: "a b".
inline QByteArray order(const Plan &plan)
{
    QByteArray names;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        if (i > 0)
            names += ' ';
        names += plan.at(i).entry.target->provider->id;
    }
    return names;
}

} // namespace Gatehouse::Routing
