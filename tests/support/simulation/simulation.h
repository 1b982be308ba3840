// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/planner.h"
#include "core/routing/retrypolicy.h"
#include "tests/support/simulation/endpoint.h"

#include <map>
#include <unordered_map>

namespace Gatehouse::Simulation {

//! Someone who calls the route again and again.
struct Caller {
    QByteArray key;
    double perSecond = 1;   //!< mean; the time between two requests is exponential
    int promptTokens = 500; //!< mean, exponential
    int sessions = 0;       //!< conversations it goes on with, at random; 0: each request is new
    double leaves = 0;      //!< share of requests whose caller leaves before the end
};

enum class Choice {
    Planned, //!< by the route's strategy
    Random,  //!< the fitting targets of the plan in any order: what strategies are compared with
};

struct Setup {
    Config::Strategy strategy = Config::Strategy::LeastBusy;
    Choice choice = Choice::Planned;
    std::vector<EndpointModel> endpoints = {};
    std::vector<Caller> callers = {};
    Duration duration = 120s; //!< requests come so long; then what runs may end
    int attempts = 3;
    std::optional<Duration> maxWait = {}; //!< for a place; nothing: whoever finds none is refused
    int maxWaiting = 256;                 //!< at one endpoint
    bool tellsCapacity = true;            //!< the gateway knows the capacities of the endpoints
    quint64 seed = 1;
};

//! What became of the requests, per endpoint and in all.
struct Result {
    struct OfEndpoint {
        int attempts = 0;
        int answered = 0;
        int failed = 0;
        int cacheHits = 0;
        int cacheQueries = 0;
        int inFlightAtEnd = 0; //!< of its target: a slot that leaked
        int mostInFlight = 0;
        int mostWaiting = 0;
        int waitingAtEnd = 0;
        std::vector<Duration> attemptsAt; //!< since the beginning
        std::vector<Duration> inVain;     //!< waits for a first byte that did not come

        double hitShare() const { return cacheQueries ? double(cacheHits) / cacheQueries : 0; }
        //! Attempts that began in a stretch of time.
        int attemptsBetween(Duration from, Duration until) const;
    };
    int requests = 0;
    int answered = 0;
    int errors = 0;   //!< that a caller saw, for want of a place or after all attempts
    int refusals = 0; //!< of these: there was no place
    int left = 0;
    int broken = 0; //!< of the errors: in the middle of an answer
    std::map<QByteArray, OfEndpoint> endpoints;
    std::map<QByteArray, int> answeredByKey;
    std::vector<Duration> waits;       //!< for places that were got
    std::vector<Duration> firstTokens; //!< from the caller's request on, in the order of arrival

    const OfEndpoint &at(const QByteArray &id) const { return endpoints.at(id); }
    //! The first-token time that \a share of the answered requests do not exceed; 0.95 is p95.
    Duration firstToken(double share) const;
    //! Of the answered requests, those answered by \a ids.
    double shareOf(std::initializer_list<QByteArray> ids) const;
};

//! Runs \a setup on a clock of its own through the real planner, slots, breaker and retry policy;
//! nothing is sent and no time passes. The same setup gives the same result.
Result simulate(const Setup &setup);

} // namespace Gatehouse::Simulation
