// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Config::Strategy;

class FitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsByAbilities_data();
    void fitsByAbilities();
    void fitsByContext_data();
    void fitsByContext();
    void declaredContextWins();
    void asksTheBuiltInList();
    void obeysWhatKeyAndTeamMayUse();
    void tellsWhatCanBeHelped();
    void redirectsKeepTheirRegions();
    void neverLeavesItsRegions();
};

namespace {

ModelKnowledge knowing(Abilities abilities)
{
    return {.abilities = [abilities](const Config::Provider &provider, const QByteArray &) {
        return provider.id == "limited" ? abilities : Abilities();
    }};
}

} // namespace

void FitTest::fitsByAbilities_data()
{
    QTest::addColumn<int>("ability");
    QTest::addColumn<int>("reason");
    QTest::newRow("tools") << int(Ability::Tools) << int(Reason::NoTools);
    QTest::newRow("images") << int(Ability::Images) << int(Reason::NoImages);
    QTest::newRow("structured") << int(Ability::Structured) << int(Reason::NoStructured);
    QTest::newRow("audio") << int(Ability::Audio) << int(Reason::NoAudio);
}

void FitTest::fitsByAbilities()
{
    QFETCH(int, ability);
    QFETCH(int, reason);
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&f.addProvider("limited"), &f.addProvider("unknown")});
    const RoutingTable table(f.snapshot, f.live, knowing({.lacks = quint8(ability)}));
    QCOMPARE(order(plan(table, route, {}, f.now(), f.random)), "limited unknown"_ba);
    const RequestFacts all{.tools = true, .images = true, .structured = true, .audio = true};
    const Plan made = plan(table, route, all, f.now(), f.random);
    QCOMPARE(order(made), "unknown"_ba);
    QCOMPARE(int(made.candidates[0].reason), reason);
    QVERIFY(!made.candidates[0].why(f.now()).isEmpty());
}

void FitTest::fitsByContext_data()
{
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<qint64>("answer");
    QTest::addColumn<bool>("fits");
    QTest::newRow("small") << qint64(100) << qint64(100) << true;
    QTest::newRow("all of it") << qint64(8000) << qint64(2000) << true;
    QTest::newRow("prompt too large") << qint64(8001) << qint64(0) << false;
    QTest::newRow("answer too large") << qint64(8000) << qint64(2001) << false;
}

void FitTest::fitsByContext()
{
    QFETCH(qint64, prompt);
    QFETCH(qint64, answer);
    RoutingFixture f;
    const Config::Route &route = f.addRoute("r", Strategy::Priority, {&f.addProvider("limited")});
    const RoutingTable table(f.snapshot, f.live,
                             knowing({.mostPrompt = 8000, .mostTokens = 10'000}));
    const RequestFacts facts{.promptTokens = prompt, .maxTokens = answer};
    const Plan made = plan(table, route, facts, f.now(), f.random);
    QTEST(!made.isEmpty(), "fits");
    if (made.isEmpty())
        QVERIFY(made.refusal() == Reason::ContextTooSmall);
}

void FitTest::declaredContextWins()
{
    RoutingFixture f;
    Config::Route &route = f.addRoute("r", Strategy::Priority, {&f.addProvider("limited")});
    route.targets[0].contextTokens = 4096;
    const RoutingTable table(f.snapshot, f.live,
                             knowing({.mostPrompt = 100, .mostTokens = 10'000}));
    const RequestFacts fitting{.promptTokens = 4000, .maxTokens = 96};
    QVERIFY(!plan(table, route, fitting, f.now(), f.random).isEmpty());
    const RequestFacts large{.promptTokens = 4000, .maxTokens = 97};
    const Plan made = plan(table, route, large, f.now(), f.random);
    QVERIFY(made.isEmpty());
    QCOMPARE(made.candidates[0].why(f.now()),
             u"the request is larger than the 4096 tokens it takes"_s);
}

void FitTest::asksTheBuiltInList()
{
    RoutingFixture f;
    Config::Provider &openai = f.addProvider("cloud");
    openai.document.dialect = u"openai"_s;
    openai.document.baseUrl = u"https://api.openai.com/v1"_s;
    const Ledger::Catalogue &catalogue = *Ledger::Catalogue::builtIn();
    const Abilities known = abilitiesOf(catalogue, openai, "gpt-4o-mini");
    QVERIFY(known.mostPrompt >= 100'000 && known.mostTokens > known.mostPrompt);
    QCOMPARE(int(known.lacks), 0);
    QCOMPARE(abilitiesOf(catalogue, openai, "a-model-of-tomorrow"), Abilities());
    openai.document.baseUrl = u"http://10.0.0.5:8000/v1"_s;
    QCOMPARE(abilitiesOf(catalogue, openai, "gpt-4o-mini"), Abilities());
}

void FitTest::obeysWhatKeyAndTeamMayUse()
{
    RoutingFixture f;
    const Config::Route &route = f.addRoute(
        "r", Strategy::Priority, {&f.addProvider("a"), &f.addProvider("b"), &f.addProvider("c")});
    const RoutingTable table = f.table();
    const TargetPatterns ofKey{"a/*", "b/m"};
    const TargetPatterns ofTeam{"b", "c"};
    const TargetPatterns anything;
    RequestFacts facts{.keyTargets = &ofKey, .teamTargets = &anything};
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "a b"_ba);
    facts.teamTargets = &ofTeam;
    const Plan made = plan(table, route, facts, f.now(), f.random);
    QCOMPARE(order(made), "b"_ba);
    QVERIFY(made.candidates[0].reason == Reason::NotAllowed);
}

void FitTest::tellsWhatCanBeHelped()
{
    RoutingFixture f;
    Config::Provider &paused = f.addProvider("paused");
    paused.document.paused = true;
    const Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&paused, &f.addProvider("limited")});
    const RoutingTable table(f.snapshot, f.live, knowing({.lacks = quint8(Ability::Images)}));
    const RequestFacts facts{.images = true};
    QVERIFY(plan(table, route, facts, f.now(), f.random).refusal() == Reason::NoImages);
    QVERIFY(!plan(table, route, {}, f.now(), f.random).refusal());
}

void FitTest::redirectsKeepTheirRegions()
{
    RoutingFixture f;
    Config::Route &asked = f.addRoute("asked", Strategy::Priority, {});
    const Config::Route &other =
        f.addRoute("other", Strategy::Priority,
                   {&f.addProvider("us", {u"us"_s}), &f.addProvider("eu", {u"eu"_s})});
    asked.residency = QStringList{u"eu"_s};
    asked.rules = {Config::Rule{.name = "on", .route = &other}};
    const RoutingTable table = f.table();
    QCOMPARE(order(plan(table, follow(asked, {}), {}, f.now(), f.random)), "eu"_ba);
}

namespace {

const QStringList regions{u"us"_s, u"eu"_s, u"de"_s, u"on-prem"_s};

//! Each region with a chance of one in three.
QStringList someRegions(Random &random)
{
    QStringList some;
    for (const QString &region : regions) {
        if (random.next() % 3 == 0)
            some.append(region);
    }
    return some;
}

//! Providers, routes, rules and live states at random.
struct RandomHouse {
    RoutingFixture f;
    std::vector<Config::Provider *> providers;
    std::vector<Config::Route *> routes;

    RandomHouse()
    {
        for (int i = 0; i < 4; ++i)
            providers.push_back(&f.addProvider(QByteArray::number(i), {}, 1));
        for (int i = 0; i < 4; ++i)
            routes.push_back(&f.addRoute("r" + QByteArray::number(i), Strategy::Priority, {}));
    }

    quint64 any(size_t below) { return f.random.next() % below; }

    void shuffle()
    {
        for (Config::Provider *provider : providers) {
            provider->document.region = someRegions(f.random);
            provider->document.paused = any(10) == 0;
            provider->document.maxInFlight = any(4) == 0 ? 1 : 0;
        }
        for (Config::Route *route : routes)
            shuffle(*route);
        Config::Provider &troubled = *providers[any(4)];
        if (any(3) == 0)
            f.breakTarget(troubled.id);
        else
            f.state(troubled.id).succeeded(f.now());
        f.clock.advance(std::chrono::seconds(any(20)));
    }

    void shuffle(Config::Route &route)
    {
        route.strategy = Strategy(any(7));
        route.residency = any(2) == 0 ? someRegions(f.random) : QStringList();
        route.targets.clear();
        for (quint64 i = any(4); i > 0; --i)
            route.targets.push_back({.provider = providers[any(4)],
                                     .model = "m",
                                     .weight = double(any(4)),
                                     .tags = {any(2) == 0 ? "x" : "y"}});
        route.fallback.clear();
        for (quint64 i = any(3); i > 0; --i)
            route.fallback.push_back(routes[any(4)]);
        route.rules.clear();
        if (any(3) == 0)
            route.rules.push_back(
                Config::Rule{.name = "on", .tools = any(2) == 0, .route = routes[any(4)]});
        if (any(3) == 0)
            route.rules.push_back(
                Config::Rule{.name = "only", .images = any(2) == 0, .targets = {"tag:x", "1/*"}});
    }

    RequestFacts request()
    {
        return {.streamed = any(2) == 0,
                .promptTokens = qint64(any(10'000)),
                .tools = any(2) == 0,
                .images = any(2) == 0,
                .prefix = any(3),
                .session = QByteArray::number(any(5)),
                .residency = any(2) == 0 ? someRegions(f.random) : QStringList(),
                .keyResidency = any(3) == 0 ? someRegions(f.random) : QStringList()};
    }
};

bool isInside(const QStringList &own, const QStringList &allowed)
{
    return allowed.isEmpty() || std::any_of(own.begin(), own.end(), [&](const QString &region) {
               return allowed.contains(region);
           });
}

} // namespace

void FitTest::neverLeavesItsRegions()
{
    RandomHouse house;
    int planned = 0;
    for (int i = 0; i < 100'000; ++i) {
        house.shuffle();
        const RoutingTable table = house.f.table();
        const RequestFacts facts = house.request();
        const Config::Route &asked = *house.routes[house.any(4)];
        const Direction direction = follow(asked, facts);
        if (direction.end != Direction::End::Plan)
            continue;
        const Plan made = plan(table, direction, facts, house.f.now(), house.f.random);
        for (qsizetype n = 0; n < made.size(); ++n) {
            const Entry &entry = made.at(n).entry;
            const QStringList &own = entry.target->provider->document.region;
            const bool inside = isInside(own, asked.residency) && isInside(own, facts.residency)
                && isInside(own, facts.keyResidency) && isInside(own, entry.route->residency)
                && isInside(own, direction.route->residency)
                && std::all_of(direction.passed.begin(), direction.passed.end(),
                               [&](const Config::Route *passed) {
                                   return isInside(own, passed->residency);
                               });
            QVERIFY(inside);
            QVERIFY(!direction.narrowed || isNamed(*entry.target, *direction.narrowed));
            QVERIFY(entry.target->weight > 0);
            ++planned;
        }
    }
    QVERIFY(planned > 10'000); // the test tests something
}

QTEST_GUILESS_MAIN(FitTest)
#include "tst_fit.moc"
