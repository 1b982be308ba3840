// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision costs: planning a route of 4 and of 50 targets by every strategy, following
// rules, and making ready a configuration of 1,000 routes.
#include "core/routing/planner.h"

#include <chrono>
#include <cstdio>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int repetitions = 100'000;

double microseconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

Api::Provider providerNamed(int number)
{
    Api::Provider provider;
    provider.id = u"provider-%1"_s.arg(number);
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    provider.region = QStringList{u"us"_s, u"eu"_s};
    provider.models = QStringList{u"gpt-4o"_s, u"gpt-4o-mini"_s};
    provider.keys = {{.id = u"1"_s, .label = {}, .secret = u"env:A"_s}};
    return provider;
}

Api::Route routeNamed(const QString &id, const QString &strategy, int targets)
{
    Api::Route route;
    route.id = id;
    route.strategy = strategy;
    route.residency = QStringList{u"eu"_s};
    for (int i = 0; i < targets; ++i)
        route.targets.append({u"provider-%1"_s.arg(i % 50), u"gpt-4o-mini"_s, 1.0 + i % 3});
    Api::RouteRule rule;
    rule.when.promptTokensAbove = 100'000;
    rule.when.tags = {u"project=search"_s};
    rule.targets = {u"provider-0/*"_s};
    route.rules = {rule};
    return route;
}

//! What is served by, as the engine makes it.
struct House {
    Routing::LiveState live;
    std::shared_ptr<const Config::Snapshot> snapshot;
    std::unique_ptr<Routing::RoutingTable> table;
};

void publish(House &house, const Api::Document &document, const Ledger::Catalogue &catalogue)
{
    house.snapshot = Config::Snapshot::compile(document, 1);
    house.table = std::make_unique<Routing::RoutingTable>(
        house.snapshot, house.live,
        Routing::ModelKnowledge{
            .prices = Ledger::PriceBook::compile(document, 1),
            .abilities = [&](const Config::Provider &provider, const QByteArray &model) {
                return Routing::abilitiesOf(catalogue, provider, model);
            }});
}

//! Microseconds of one decision: rules and plan.
double costOf(const House &house, const Config::Route &route, Routing::Random &random)
{
    Routing::RequestFacts facts;
    facts.promptTokens = 2000;
    facts.prefix = 7;
    facts.keyId = "key";
    facts.tools = true;
    facts.residency = QStringList{u"us"_s, u"eu"_s};
    const auto begin = std::chrono::steady_clock::now();
    qsizetype planned = 0;
    for (int i = 0; i < repetitions; ++i)
        planned +=
            Routing::plan(*house.table, Routing::follow(route, facts), facts, begin, random).size();
    const double all = microseconds(std::chrono::steady_clock::now() - begin);
    if (planned != qsizetype(route.targets.size()) * repetitions)
        std::printf("  not every target was planned\n");
    return all / repetitions;
}

} // namespace

int main()
{
    const Ledger::Catalogue &catalogue = *Ledger::Catalogue::builtIn();
    Routing::Random random(1);
    Api::Document document;
    for (int i = 0; i < 50; ++i)
        document.providers.append(providerNamed(i));
    const QStringList strategies{u"priority"_s, u"weighted"_s, u"least_busy"_s,     u"fastest"_s,
                                 u"cheapest"_s, u"sticky"_s,   u"prefix_affinity"_s};
    for (const QString &strategy : strategies) {
        document.routes.append(routeNamed(strategy + u"-4"_s, strategy, 4));
        document.routes.append(routeNamed(strategy + u"-50"_s, strategy, 50));
    }
    House house;
    publish(house, document, catalogue);
    std::printf("%-16s %12s %12s\n", "strategy", "4 targets", "50 targets");
    for (const QString &strategy : strategies) {
        const Config::Route &four = *house.snapshot->route(QString(strategy + u"-4"_s).toUtf8());
        const Config::Route &fifty = *house.snapshot->route(QString(strategy + u"-50"_s).toUtf8());
        std::printf("%-16s %9.2f us %9.2f us\n", qUtf8Printable(strategy),
                    costOf(house, four, random), costOf(house, fifty, random));
    }

    document.routes.clear();
    for (int i = 0; i < 1000; ++i)
        document.routes.append(routeNamed(u"route-%1"_s.arg(i), strategies[i % 7], 4));
    for (int i = 0; i < 3; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        publish(house, document, catalogue);
        std::printf("1,000 routes made ready in %.1f ms\n",
                    microseconds(std::chrono::steady_clock::now() - begin) / 1000);
    }
    return 0;
}
