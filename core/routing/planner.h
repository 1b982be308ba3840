// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/plan.h"
#include "core/routing/random.h"
#include "core/routing/rules.h"

namespace Gatehouse::Routing {

//! Orders the targets of the route that \a direction leads to and, behind them, those of its
//! fallback routes (each route once, depth first), each by its own route's strategy. Behind the
//! ready ones come those that start slowly and those at capacity, then, as the least bad, the
//! resting ones, soonest first. The regions of a route also bind its fallbacks and what it was
//! redirected to; what a rule narrowed the choice to and what the key and its team may use holds
//! for all.
Plan plan(const RoutingTable &table, const Direction &direction, const RequestFacts &facts,
          SteadyTime now, Random &random);

//! The same for a route whose rules are not asked.
Plan plan(const RoutingTable &table, const Config::Route &route, const RequestFacts &facts,
          SteadyTime now, Random &random);

} // namespace Gatehouse::Routing
