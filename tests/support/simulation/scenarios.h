// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/simulation/simulation.h"

namespace Gatehouse::Simulation {

//! An engine of an office, limited to what it works on at once.
inline EndpointModel officeEngine(const QByteArray &id, int capacity)
{
    EndpointModel engine{.id = id};
    engine.capacity = engine.maxInFlight = capacity;
    engine.weight = capacity;
    engine.tellsLoad = true;
    return engine;
}

inline EndpointModel cloud(const QByteArray &id)
{
    EndpointModel cloud{.id = id};
    cloud.firstToken = 600ms;
    cloud.isFallback = true;
    return cloud;
}

//! Requests a second that keep \a engines busy by \a load (1: all places taken all the time).
inline double rateFor(const std::vector<EndpointModel> &engines, double load)
{
    double perSecond = 0;
    for (const EndpointModel &engine : engines) {
        const auto time = std::chrono::duration<double>(engine.firstToken + engine.service);
        perSecond += engine.isFallback ? 0 : engine.capacity / time.count();
    }
    return perSecond * load;
}

//! Two local engines of capacities 1 to 3 and a cloud behind them.
inline Setup office(double load)
{
    Setup setup;
    setup.endpoints = {officeEngine("small", 5), officeEngine("large", 15), cloud("cloud")};
    setup.callers = {{.key = "office", .perSecond = rateFor(setup.endpoints, load)}};
    setup.duration = 600s;
    return setup;
}

//! One engine and fifty keys that ask for many times what it can do, some of them much more.
inline Setup flood()
{
    Setup setup;
    setup.endpoints = {officeEngine("engine", 8)};
    setup.maxWait = 30s;
    for (int key = 0; key < 50; ++key)
        setup.callers.push_back({.key = "key" + QByteArray::number(key),
                                 .perSecond = key % 10 == 0 ? 5.0 : 0.5,
                                 .leaves = 0.1});
    setup.duration = 900s;
    return setup;
}

//! Two equal clouds, of which the first fails for a while.
inline Setup twins(const Fault &fault)
{
    Setup setup;
    setup.endpoints = {{.id = "ill"}, {.id = "well"}};
    setup.endpoints[0].faults = {fault};
    setup.callers = {{.key = "a", .perSecond = 20}};
    setup.duration = 120s;
    return setup;
}

//! Four engines with prefix caches and many long conversations; the prompt's new part is small.
inline Setup conversations(double load)
{
    Setup setup;
    setup.strategy = Config::Strategy::PrefixAffinity;
    for (const char *id : {"one", "two", "three", "four"}) {
        EndpointModel engine = officeEngine(id, 10);
        engine.weight = 1;
        engine.perPromptToken = 200us;
        engine.cachedSessions = 20;
        setup.endpoints.push_back(engine);
    }
    setup.callers = {{.key = "chat",
                      .perSecond = rateFor(setup.endpoints, load),
                      .promptTokens = 4'000,
                      .sessions = 40}};
    setup.duration = 900s;
    return setup;
}

} // namespace Gatehouse::Simulation
