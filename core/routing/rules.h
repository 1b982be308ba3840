// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"
#include "core/routing/facts.h"

#include <QtCore/QVarLengthArray>

#include <span>

namespace Gatehouse::Routing {

//! Where retirements and rules lead a request that asks for a route.
struct Direction {
    enum class End {
        Plan,   //!< route is to be planned
        Denied, //!< by the last step's rule
        Circle, //!< sent on more than mostHops times
    };
    struct Step {
        const Config::Route *at = nullptr;
        const Config::Rule *rule = nullptr; //!< null: the route is retired
    };
    static constexpr int mostHops = 4;

    const Config::Route *route = nullptr;
    //! Those that sent it on; their regions hold for what comes after them.
    QVarLengthArray<const Config::Route *, mostHops + 1> passed = {};
    QVarLengthArray<Step, mostHops + 1> steps = {}; //!< what matched, in order
    const TargetPatterns *narrowed = nullptr;       //!< only these
    End end = End::Plan;
};

//! Follows the rules from \a asked on: of each route the first one that matches decides. Costs
//! nothing where no route has rules; the time of day is made only for a rule that asks for it.
Direction follow(const Config::Route &asked, const RequestFacts &facts);

//! Every condition of \a rule holds. A budget's state that nobody tells does not match.
bool matches(const Config::Rule &rule, const RequestFacts &facts);

//! One of \a patterns names \a target.
bool isNamed(const Config::Target &target, const TargetPatterns &patterns);

} // namespace Gatehouse::Routing
