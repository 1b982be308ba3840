// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingtable.h"

#include <QtCore/QJsonObject>
#include <QtCore/QVarLengthArray>

#include <optional>

namespace Gatehouse::Routing {

//! Why a candidate stands where it stands. The first group fits, the second does not.
enum class Reason {
    First,      //!< the declared order begins with it
    Next,       //!< declared later than others
    LeastBusy,  //!< fewest in flight for its weight
    Busier,     //!< more in flight for its weight than another
    Freest,     //!< least load for its capacity
    LessFree,   //!< more load for its capacity than another
    Fastest,    //!< the faster of two drawn
    Slower,     //!< not drawn, or the slower one
    Explored,   //!< drawn to learn how fast it is
    Cheapest,   //!< lowest expected price
    Dearer,     //!< a higher expected price
    Unpriced,   //!< no price is known
    Belongs,    //!< what the request is held together by leads here
    Elsewhere,  //!< … leads to another one
    Canary,     //!< the route's canary takes this request
    Crowded,    //!< has more than its part of the load: the next one is better
    SlowStart,  //!< just back: this request is not in its share yet
    OnTrial,    //!< its rest is over, this would be the one trial
    AtCapacity, //!< max_in_flight reached, tried after the others
    LastResort, //!< resting, tried only after everything else

    OtherDialect,
    NoTools,
    NoImages,
    NoStructured,
    NoAudio,
    ContextTooSmall,
    OutsideResidency,
    NotAllowed,  //!< the key or its team may not use it
    NarrowedOut, //!< a rule leaves others
    Draining,    //!< weight 0
    Paused,
    NoUsableKey, //!< every credential is refused or disabled
};

struct Candidate {
    Entry entry;
    bool fits = false;
    double score = 0; //!< lower is tried earlier within its strategy: rank, load, ms, price …
    Reason reason = Reason::First;
    bool viaFallback = false;
    std::optional<SteadyTime> restsUntil = {};

    //! The reason in words: "fewest in flight for its weight (0 of weight 3)". English.
    QString why(SteadyTime now) const;
};

//! How a request takes part in the canary of its route.
enum class Part {
    None,    //!< the route has none, or its target does not fit
    Control, //!< goes where all went before
    Canary,  //!< the canary's target is tried first
    Missed   //!< should go there, but the target rests after failures
};

//! The targets of one request, best first. Holds no strings.
struct Plan {
    QVarLengthArray<Candidate, 4> candidates; //!< all that were looked at, in declared order
    QVarLengthArray<quint16, 8> order;        //!< indexes of candidates to try
    SteadyTime madeAt{};
    const Trial *trial = nullptr; //!< of the route
    Part part = Part::None;

    bool isEmpty() const { return order.isEmpty(); }
    qsizetype size() const { return order.size(); }
    const Candidate &at(qsizetype i) const { return candidates[order[i]]; }

    //! Why nothing fits: of what speaks against the candidates that which the caller or the
    //! administrator can do most about. Nothing when one fits or there is none.
    std::optional<Reason> refusal() const;
    //! Behind the target at \a i another one waits that is not resting.
    bool hasReadyAfter(qsizetype i) const
    {
        return i + 1 < size() && at(i + 1).reason != Reason::LastResort;
    }
};

//! The plan as `explain` shows it:
//! {"steps":[{"name","ok","text"}],"candidates":[{"provider","model","fit","score","why"}],
//!  "plan":["openai/gpt-4o-mini"]}.
QJsonObject explain(const Plan &plan);

} // namespace Gatehouse::Routing
