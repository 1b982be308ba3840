// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routegraph.h"

#include "ui/models/healthlook.h"
#include "ui/models/providerhealthmodel.h"
#include "ui/models/routelistmodel.h"
#include "ui/models/routesdraft.h"
#include "ui/models/routestrategies.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool hasWeights(const Api::Route &route)
{
    return usesWeights(route.strategy) && route.targets.size() > 1;
}

double totalOf(const Api::Route &route)
{
    return std::accumulate(route.targets.cbegin(), route.targets.cend(), 0.0,
                           [](double sum, const auto &target) { return sum + target.weight; });
}

class GraphBuilder
{
    Q_DECLARE_TR_FUNCTIONS(RouteGraph)

public:
    GraphBuilder(const RouteFacts &facts, const SeriesColours &colours)
        : m_facts(facts)
        , m_colours(colours)
    {
    }

    static RouteNode name(const QString &id, qint64 requests)
    {
        RouteNode node{.kind = RouteNode::Kind::Name, .title = id};
        node.detail = tr("%1 in 24 h", "requests").arg(Format::countShort(requests));
        return node;
    }

    static void addRules(RouteNode &name, const Api::Route &route)
    {
        if (route.rules.isEmpty())
            return;
        name.state = tr("%n rules", nullptr, int(route.rules.size()));
        name.icon = u"funnel"_s;
    }

    static RouteNode strategy(const Api::Route &route)
    {
        RouteNode node{.kind = RouteNode::Kind::Strategy};
        node.title = strategyName(route.strategy);
        node.detail = tr("%n attempts", nullptr, route.retry.attempts);
        if (hasWeights(route))
            node.state =
                tr("%1 in all", "the sum of weights").arg(QLocale().toString(totalOf(route)));
        return node;
    }

    RouteNode target(const Api::RouteTarget &target, int index, const QStringList &residency) const
    {
        const ProviderHealth provider = m_facts.providers.value(target.provider);
        const HealthLook look = lookOf(provider.health);
        RouteNode node{.kind = RouteNode::Kind::Target, .index = index};
        node.title = target.model.isEmpty() ? tr("No model yet") : target.model;
        node.detail = provider.name.isEmpty() ? target.provider : provider.name;
        if (!provider.region.isEmpty())
            node.detail = tr("%1, %2").arg(node.detail, provider.region.join(u", "_s));
        node.state = look.word;
        node.tone = look.tone;
        node.icon = look.icon;
        node.series = m_colours.known(target.provider);
        node.refused = !residency.isEmpty()
            && std::none_of(provider.region.cbegin(), provider.region.cend(),
                            [&](const QString &region) { return residency.contains(region); });
        return node;
    }

    RouteNode canary(const Api::Canary &canary, const QStringList &residency) const
    {
        const Api::ModelReference &trial = canary.target;
        RouteNode node = target({.provider = trial.provider, .model = trial.model}, 0, residency);
        node.kind = RouteNode::Kind::Canary;
        node.detail = tr("Canary, %1").arg(node.detail);
        return node;
    }

    RouteNode fallback(const QString &id, int index, const Api::Route *route) const
    {
        RouteNode node{.kind = RouteNode::Kind::Fallback, .index = index, .title = id};
        if (!route)
            return node;
        const RouteState state = routeState(*route, m_facts);
        node.detail = tr("Fallback %1").arg(index + 1);
        node.state = state.word;
        node.tone = state.tone;
        node.icon = state.icon;
        return node;
    }

    void addShares(RouteGraph &graph, const Api::Route &route, RouteGraph::Shares shares) const
    {
        const QList<double> planned = plannedShares(route, m_facts);
        const bool inOrder =
            shares == RouteGraph::Shares::Planned && route.strategy == "priority"_L1;
        for (RouteNode &node : graph.nodes) {
            if (node.kind == RouteNode::Kind::Canary)
                addCanaryShare(node, route, shares);
            if (node.kind != RouteNode::Kind::Target)
                continue;
            if (hasWeights(route)) {
                node.weight = route.targets.at(node.index).weight;
                node.totalWeight = totalOf(route);
            }
            if (shares == RouteGraph::Shares::Measured)
                node.share =
                    m_facts.measuredShare(route.id, targetName(route.targets.at(node.index)));
            else if (inOrder || sharesByWeight(route.strategy))
                node.share = planned.value(node.index);
            node.shareText = inOrder ? tr("%1.", "place in the order").arg(node.index + 1)
                : node.share         ? Format::percent(*node.share)
                                     : Format::unknown();
        }
    }

private:
    void addCanaryShare(RouteNode &node, const Api::Route &route, RouteGraph::Shares shares) const
    {
        const Api::ModelReference &trial = route.canary->target;
        node.share = shares == RouteGraph::Shares::Planned
            ? route.canary->percent / 100
            : m_facts.measuredShare(route.id,
                                    targetName({.provider = trial.provider, .model = trial.model}));
        node.shareText = node.share ? Format::percent(*node.share) : Format::unknown();
    }

    const RouteFacts &m_facts;
    const SeriesColours &m_colours;
};

} // namespace

QString RouteNode::sentence() const
{
    QStringList parts{title};
    for (const QString &part : {detail, state, shareText})
        if (!part.isEmpty())
            parts.append(part);
    if (weight)
        parts.append(
            QCoreApplication::translate("RouteGraph", "weight %1 of %2")
                .arg(QLocale().toString(*weight), QLocale().toString(totalWeight.value_or(0))));
    if (refused)
        parts.append(QCoreApplication::translate("RouteGraph", "outside the allowed regions"));
    return parts.join(u", "_s);
}

QString RouteGraph::summary() const
{
    QStringList sentences;
    for (const RouteNode &node : nodes)
        sentences.append(node.sentence());
    return sentences.join(u". "_s);
}

RouteGraph routeGraph(const Api::Route &route, const RoutesDraft &draft, const RouteFacts &facts,
                      const SeriesColours &colours, RouteGraph::Shares shares)
{
    const GraphBuilder builder(facts, colours);
    RouteGraph graph;
    graph.nodes.append(GraphBuilder::name(route.id, facts.requests.value(route.id)));
    GraphBuilder::addRules(graph.nodes.last(), route);
    graph.nodes.append(GraphBuilder::strategy(route));
    for (int i = 0; i < int(route.targets.size()); ++i)
        graph.nodes.append(builder.target(route.targets.at(i), i, route.residency));
    if (route.canary)
        graph.nodes.append(builder.canary(*route.canary, route.residency));
    for (int i = 0; i < int(route.fallback.size()); ++i)
        graph.nodes.append(
            builder.fallback(route.fallback.at(i), i, draft.route(route.fallback.at(i))));
    builder.addShares(graph, route, shares);
    return graph;
}

RouteGraph directGraph(const DirectModel &model, const RouteFacts &facts,
                       const SeriesColours &colours)
{
    const GraphBuilder builder(facts, colours);
    RouteGraph graph;
    graph.nodes.append(GraphBuilder::name(model.id, facts.requests.value(model.id)));
    graph.nodes.append(builder.target({.provider = model.provider, .model = model.model}, 0, {}));
    graph.nodes.last().share = 1;
    graph.nodes.last().shareText = Format::percent(1);
    return graph;
}

} // namespace Gatehouse::Ui
