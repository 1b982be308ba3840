// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/facts.h"
#include "core/routing/random.h"
#include "core/routing/routingtable.h"

#include <QtCore/QJsonObject>
#include <QtCore/QVarLengthArray>

namespace Gatehouse::Routing {

//! Why a candidate stands where it stands. The first group fits, the second does not.
enum class Reason {
    First,      //!< the declared order begins with it
    Next,       //!< declared later than others
    LeastBusy,  //!< fewest in flight for its weight
    Busier,     //!< more in flight for its weight than another
    OnTrial,    //!< its rest is over, this would be the one trial
    AtCapacity, //!< max_in_flight reached, tried after the others
    LastResort, //!< resting, tried only after everything else
    OtherDialect,
    OutsideResidency,
    Paused,
    NoUsableKey, //!< every credential is refused or disabled
};

struct Candidate {
    Entry entry;
    bool fits = false;
    double score = 0; //!< lower is tried earlier within its strategy: rank, or in flight / weight
    Reason reason = Reason::First;
    bool viaFallback = false;
    std::optional<SteadyTime> restsUntil = {};

    //! The reason in words: "fewest in flight for its weight (0 of weight 3)". English.
    QString why(SteadyTime now) const;
};

//! The targets of one request, best first. Holds no strings; about 1 us to make.
struct Plan {
    QVarLengthArray<Candidate, 8> candidates; //!< all that were looked at, in declared order
    QVarLengthArray<quint16, 8> order;        //!< indexes of candidates to try
    SteadyTime madeAt{};

    bool isEmpty() const { return order.isEmpty(); }
    qsizetype size() const { return order.size(); }
    const Candidate &at(qsizetype i) const { return candidates[order[i]]; }

    //! Nothing fits and the cause is the same for all that would otherwise fit: what to tell.
    bool refusedByResidency() const;
    bool refusedByDialect() const;
    bool refusedByPause() const;
    bool refusedByCredentials() const;
};

//! Orders the targets of \a route and, behind them, those of its fallback routes (each route once,
//! depth first). Priority keeps the declared order; weighted, and for now every other strategy, is
//! weighted least-connections: lowest in-flight / weight first, ties by weighted chance. Behind the
//! ready ones come those at capacity, then, as the least bad, the resting ones, soonest first. A
//! route's residency also binds its fallbacks.
Plan plan(const RoutingTable &table, const Config::Route &route, const RequestFacts &facts,
          SteadyTime now, Random &random);

//! The plan as `explain` shows it:
//! {"steps":[{"name","ok","text"}],"candidates":[{"provider","model","fit","score","why"}],
//!  "plan":["openai/gpt-4o-mini"]}.
QJsonObject explain(const Plan &plan);

} // namespace Gatehouse::Routing
