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

} // namespace Gatehouse::Ui
