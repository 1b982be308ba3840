// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routerearranging.h"

#include "ui/models/routestrategies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

template <typename List>
void move(List &list, int from, int by)
{
    if (from < 0 || from >= list.size())
        return;
    list.move(from, std::clamp<qsizetype>(from + by, 0, list.size() - 1));
}

} // namespace

Api::Route withMoved(Api::Route route, const RouteNode &node, int by)
{
    if (node.kind == RouteNode::Kind::Target)
        move(route.targets, node.index, by);
    else if (node.kind == RouteNode::Kind::Fallback)
        move(route.fallback, node.index, by);
    return route;
}

Api::Route withWeight(Api::Route route, const RouteNode &node, int by)
{
    const bool weighs = node.kind == RouteNode::Kind::Target && node.index < route.targets.size()
        && usesWeights(route.strategy);
    if (weighs) {
        double &weight = route.targets[node.index].weight;
        weight = std::max(0.0, weight + by);
    }
    return route;
}

bool hasTarget(const Api::Route &route, const Api::ModelReference &target)
{
    return std::ranges::any_of(route.targets, [&target](const Api::RouteTarget &one) {
        return one.provider == target.provider && one.model == target.model;
    });
}

Api::Route withTarget(Api::Route route, const Api::ModelReference &target)
{
    Api::RouteTarget added{.provider = target.provider, .model = target.model};
    std::optional<double> lightest;
    for (const Api::RouteTarget &one : std::as_const(route.targets))
        if (one.weight > 0)
            lightest = std::min(lightest.value_or(one.weight), one.weight);
    added.weight = lightest.value_or(added.weight);
    route.targets.append(added);
    return route;
}

Api::Route without(Api::Route route, const RouteNode &node)
{
    if (node.kind == RouteNode::Kind::Target && node.index < route.targets.size())
        route.targets.removeAt(node.index);
    else if (node.kind == RouteNode::Kind::Fallback && node.index < route.fallback.size())
        route.fallback.removeAt(node.index);
    else if (node.kind == RouteNode::Kind::Canary)
        route.canary.reset();
    return route;
}

} // namespace Gatehouse::Ui
