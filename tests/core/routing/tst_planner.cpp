// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"
#include "tests/core/routing/routingfixture.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <cmath>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Config::Strategy;

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsDeclaredOrder();
    void holdsWeights();
    void prefersTheLeastBusy();
    void leavesOutWhatDoesNotFit();
    void bindsFallbacksToResidency();
    void obeysTheTeamsResidency();
    void appendsFallbacksOnce();
    void putsRestingTargetsLast();
    void offersOneTrial();
    void putsFullProvidersBehind();
    void leavesOutParkedProviders();
    void plansRequestsOwnRoutes();
    void keepsStateAcrossPublications();
    void putsTheCanaryFirstInItsShare();
    void passesOverACanaryThatRests();
    void haltsAFailingCanaryInAMinute();
    void canariesGoOnInTheNextTable();
    void knowsTheEndOfModelsAskedDirectly();
    void explainsItself();
    void costsLittle();
};

void PlannerTest::keepsDeclaredOrder()
{
    RoutingFixture f;
    const Config::Route &route = f.addRoute(
        "r", Strategy::Priority, {&f.addProvider("b"), &f.addProvider("a"), &f.addProvider("c")});
    const RoutingTable table = f.table();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(order(plan(table, route, {}, f.now(), f.random)), "b a c"_ba);
    const Plan made = plan(table, route, {}, f.now(), f.random);
    QVERIFY(made.at(0).reason == Reason::First && made.at(1).reason == Reason::Next);
}

void PlannerTest::holdsWeights()
{
    RoutingFixture f;
    const Config::Route &route = f.addRoute(
        "r", Strategy::Weighted, {&f.addProvider("one"), &f.addProvider("three")}, {1, 3});
    const RoutingTable table = f.table();
    constexpr int calls = 2000;
    int heavy = 0;
    for (int i = 0; i < calls; ++i)
        heavy += order(plan(table, route, {}, f.now(), f.random)) == "three one" ? 1 : 0;
    const double sigma = std::sqrt(calls * 0.75 * 0.25);
    QVERIFY2(std::abs(heavy - calls * 0.75) < 3 * sigma, qPrintable(QString::number(heavy)));
}

void PlannerTest::prefersTheLeastBusy()
{
    RoutingFixture f;
    Config::Provider &small = f.addProvider("small");
    Config::Provider &large = f.addProvider("large");
    const Config::Route &route = f.addRoute("r", Strategy::Weighted, {&small, &large}, {1, 3});
    const RoutingTable table = f.table();
    // Held slots: six of eight calls go to the heavy one.
    std::vector<Slot> slots;
    for (int i = 0; i < 8; ++i) {
        const Plan made = plan(table, route, {}, f.now(), f.random);
        const Entry &entry = made.at(0).entry;
        slots.push_back(*Slot::take(*entry.state, *entry.provider->state, 0, f.now()));
    }
    QCOMPARE(f.state("large").inFlight(), 6);
    QCOMPARE(f.state("small").inFlight(), 2);
    slots.clear();
    QCOMPARE(f.state("large").inFlight(), 0);
    QCOMPARE(f.live.provider("small").inFlight(), 0);
}

void PlannerTest::leavesOutWhatDoesNotFit()
{
    RoutingFixture f;
    Config::Provider &claude = f.addProvider("claude", {u"eu"_s});
    claude.quirks = Dialects::quirksOf("anthropic");
    Config::Provider &us = f.addProvider("us", {u"us"_s});
    Config::Provider &nowhere = f.addProvider("nowhere");
    Config::Provider &paused = f.addProvider("paused", {u"eu"_s});
    paused.document.paused = true;
    Config::Provider &good = f.addProvider("good", {u"de"_s, u"eu"_s});
    Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&claude, &us, &nowhere, &paused, &good});
    route.residency = QStringList{u"eu"_s};
    const RoutingTable table = f.table();
    RequestFacts facts;
    facts.format = Dialects::Format::OpenAiEmbeddings;
    const Plan made = plan(table, route, facts, f.now(), f.random);
    QCOMPARE(order(made), "good"_ba);
    QVERIFY(made.candidates[0].reason == Reason::OtherDialect);
    QVERIFY(made.candidates[1].reason == Reason::OutsideResidency);
    QVERIFY(made.candidates[2].reason == Reason::OutsideResidency);
    QVERIFY(made.candidates[3].reason == Reason::Paused);
    QVERIFY(made.refusal() != Reason::OutsideResidency);

    facts.format = Dialects::Format::AnthropicMessages; // all of them hold a conversation
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "claude good"_ba);
}

void PlannerTest::bindsFallbacksToResidency()
{
    RoutingFixture f;
    Config::Route &first =
        f.addRoute("first", Strategy::Priority, {&f.addProvider("us", {u"us"_s})});
    const Config::Route &second =
        f.addRoute("second", Strategy::Priority,
                   {&f.addProvider("us2", {u"us"_s}), &f.addProvider("eu", {u"eu"_s})});
    first.residency = QStringList{u"eu"_s};
    first.fallback = {&second};
    const RoutingTable table = f.table();
    QCOMPARE(order(plan(table, first, {}, f.now(), f.random)), "eu"_ba);
    QCOMPARE(order(plan(table, second, {}, f.now(), f.random)), "us2 eu"_ba);
}

void PlannerTest::obeysTheTeamsResidency()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&f.addProvider("us", {u"us"_s})});
    RequestFacts facts;
    facts.residency = QStringList{u"eu"_s};
    const RoutingTable table = f.table();
    const Plan made = plan(table, route, facts, f.now(), f.random);
    QVERIFY(made.isEmpty());
    QVERIFY(made.refusal() == Reason::OutsideResidency);
}

void PlannerTest::appendsFallbacksOnce()
{
    RoutingFixture f;
    Config::Route &a = f.addRoute("a", Strategy::Priority, {&f.addProvider("1")});
    Config::Route &b = f.addRoute("b", Strategy::Priority, {&f.addProvider("2")});
    Config::Route &c = f.addRoute("c", Strategy::Weighted, {&f.addProvider("3")});
    a.fallback = {&b, &c};
    b.fallback = {&a, &c};
    const RoutingTable table = f.table();
    const Plan made = plan(table, a, {}, f.now(), f.random);
    QCOMPARE(order(made), "1 2 3"_ba);
    QVERIFY(!made.at(0).viaFallback && made.at(1).viaFallback);
    QCOMPARE(made.at(1).why(f.now()), u"fallback route \"b\""_s);
}

void PlannerTest::putsRestingTargetsLast()
{
    RoutingFixture f;
    Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&f.addProvider("a"), &f.addProvider("b")});
    Config::Route &spare = f.addRoute("s", Strategy::Priority, {&f.addProvider("c")});
    route.fallback = {&spare};
    f.breakTarget("a");
    const RoutingTable table = f.table();
    Plan made = plan(table, route, {}, f.now(), f.random);
    QCOMPARE(order(made), "b c a"_ba);
    QCOMPARE(made.at(2).why(f.now()), u"resting for 10 s after failures"_s);
    // All resting: the one that is back soonest is the least bad.
    f.clock.advance(3s);
    f.breakTarget("b");
    f.breakTarget("c");
    made = plan(table, route, {}, f.now(), f.random);
    QCOMPARE(order(made), "a b c"_ba);
}

void PlannerTest::offersOneTrial()
{
    RoutingFixture f;
    Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&f.addProvider("a"), &f.addProvider("b")});
    const RoutingTable table = f.table();
    f.breakTarget("a");
    f.clock.advance(10s);
    Plan made = plan(table, route, {}, f.now(), f.random);
    QCOMPARE(order(made), "a b"_ba);
    QVERIFY(made.at(0).reason == Reason::OnTrial);
    const Entry &entry = made.at(0).entry;
    const auto trial = Slot::take(*entry.state, *entry.provider->state, 0, f.now());
    QVERIFY(trial);
    QCOMPARE(order(plan(table, route, {}, f.now(), f.random)), "b a"_ba);
    entry.state->succeeded(f.now());
    f.clock.advance(10s); // it starts slowly
    QCOMPARE(order(plan(table, route, {}, f.now(), f.random)), "a b"_ba);
}

void PlannerTest::putsFullProvidersBehind()
{
    RoutingFixture f;
    Config::Provider &a = f.addProvider("a");
    a.document.maxInFlight = 1;
    Config::Route &route = f.addRoute("r", Strategy::Priority, {&a, &f.addProvider("b")});
    const RoutingTable table = f.table();
    const auto slot = Slot::take(f.state("a"), f.live.provider("a"), 1, f.now());
    QVERIFY(slot);
    const Plan made = plan(table, route, {}, f.now(), f.random);
    QCOMPARE(order(made), "b a"_ba);
    QVERIFY(made.at(1).reason == Reason::AtCapacity);
    QVERIFY(!Slot::take(f.state("a"), f.live.provider("a"), 1, f.now()));
}

void PlannerTest::leavesOutParkedProviders()
{
    RoutingFixture f;
    Config::Route &route = f.addRoute("r", Strategy::Priority, {&f.addProvider("a", {}, 1)});
    const RoutingTable table = f.table();
    table.provider("a")->keys.front()->park(f.now());
    const Plan made = plan(table, route, {}, f.now(), f.random);
    QVERIFY(made.isEmpty());
    QVERIFY(made.refusal() == Reason::NoUsableKey);
    f.clock.advance(KeyState::parkTime);
    QCOMPARE(order(plan(table, route, {}, f.now(), f.random)), "a"_ba);
}

void PlannerTest::plansRequestsOwnRoutes()
{
    RoutingFixture f;
    const Config::Provider &a = f.addProvider("a");
    const RoutingTable table = f.table();
    Config::Route own;
    own.direct = true;
    own.targets.push_back({.provider = &a, .model = "anything", .weight = 1});
    const Plan made = plan(table, own, {}, f.now(), f.random);
    QCOMPARE(made.size(), 1);
    QVERIFY(made.at(0).entry.state == &f.live.target("a", "anything"));
}

void PlannerTest::keepsStateAcrossPublications()
{
    RoutingFixture f;
    Config::Provider &a = f.addProvider("a", {}, 2);
    const Config::Route &route = f.addRoute("r", Strategy::Priority, {&a});
    const RoutingTable before = f.table();
    f.breakTarget("a");
    before.provider("a")->keys[0]->park(f.now());
    before.provider("a")->keys[1]->park(f.now());
    a.document.keys[1].secret = u"env:NEW"_s; // edited: worth another try
    const RoutingTable after = f.table();
    QVERIFY(after.entries(route)[0].state == before.entries(route)[0].state);
    QVERIFY(after.provider("a")->keys[0]->isParked(f.now()));
    QVERIFY(!after.provider("a")->keys[1]->isParked(f.now()));
}

namespace {

//! "r" over "a" with "b" on trial for \a percent.
Config::Route &addCanary(RoutingFixture &f, double percent)
{
    Config::Route &route = f.addRoute("r", Strategy::Priority, {&f.addProvider("a")});
    Api::Canary policy;
    policy.percent = percent;
    policy.halt.errorRateAbove = 20;
    route.canary =
        Config::Canary{.policy = policy, .target = {.provider = &f.addProvider("b"), .model = "m"}};
    return route;
}

RequestFacts asKey(int number)
{
    RequestFacts facts;
    facts.keyId = "key-" + QByteArray::number(number);
    return facts;
}

} // namespace

void PlannerTest::putsTheCanaryFirstInItsShare()
{
    RoutingFixture f;
    const Config::Route &route = addCanary(f, 25);
    const RoutingTable table = f.table();
    int tried = 0;
    for (int i = 0; i < 2000; ++i) {
        const Plan made = plan(table, route, asKey(i), f.now(), f.random);
        if (made.part == Part::Control) {
            QCOMPARE(order(made), "a"_ba);
            QCOMPARE(made.candidates.size(), 1);
            continue;
        }
        ++tried;
        QVERIFY(made.part == Part::Canary);
        QCOMPARE(order(made), "b a"_ba);
        QVERIFY(made.at(0).reason == Reason::Canary);
        QCOMPARE(made.at(0).why(f.now()), u"on trial for 25 % of the requests"_s);
        QVERIFY(made.at(1).reason == Reason::First);
    }
    QVERIFY2(tried > 400 && tried < 600, qPrintable(QString::number(tried)));
}

void PlannerTest::passesOverACanaryThatRests()
{
    RoutingFixture f;
    const Config::Route &route = addCanary(f, 100);
    const RoutingTable table = f.table();
    f.breakTarget("b");
    const Plan resting = plan(table, route, asKey(1), f.now(), f.random);
    QCOMPARE(order(resting), "a"_ba);
    QVERIFY(resting.part == Part::Missed);

    f.state("b").hold();
    QVERIFY(plan(table, route, asKey(1), f.now(), f.random).part == Part::None);

    RequestFacts european = asKey(1);
    european.residency = QStringList{u"eu"_s};
    const Plan outside = plan(table, route, european, f.now(), f.random);
    QVERIFY(outside.isEmpty() && outside.part == Part::None);
}

void PlannerTest::haltsAFailingCanaryInAMinute()
{
    RoutingFixture f;
    const Config::Route &route = addCanary(f, 50);
    const RoutingTable table = f.table();
    const SteadyTime began = f.now();
    std::optional<QString> why;
    for (int i = 0; !why && f.now() - began < 60s; ++i) { // two requests a second
        const Plan made = plan(table, route, asKey(i), f.now(), f.random);
        QCOMPARE(made.at(made.size() - 1).entry.target->provider->id, "a"_ba);
        CanaryState &state = *made.trial->state;
        if (made.part == Part::Canary)
            made.at(0).entry.state->failed(f.now());
        if (made.part != Part::Control)
            state.trial().count(true, -1, -1);
        f.clock.advance(500ms);
        why = state.judge();
    }
    QVERIFY(why);
    QVERIFY(why->contains(u"100 % of its requests failed"_s));
    QVERIFY(f.now() - began < 60s);
    const Plan after = plan(table, route, asKey(1), f.now(), f.random);
    QCOMPARE(order(after), "a"_ba);
    QVERIFY(after.part == Part::None);
}

void PlannerTest::canariesGoOnInTheNextTable()
{
    RoutingFixture f;
    const Config::Route &route = addCanary(f, 50);
    const ModelKnowledge lasting{.canaries = &f.live.canaries(), .now = f.now()};
    const RoutingTable first(f.snapshot, f.live, lasting);
    const RoutingTable next(f.snapshot, f.live, lasting);
    const RoutingTable draft = f.table();
    QVERIFY(first.trial(route)->state == next.trial(route)->state);
    QVERIFY(draft.trial(route)->state != first.trial(route)->state);
}

void PlannerTest::knowsTheEndOfModelsAskedDirectly()
{
    RoutingFixture f;
    Config::Provider &provider = f.addProvider("a");
    const Config::Route &declared = f.addRoute("r", Strategy::Priority, {&provider});
    Config::Route &direct = f.addRoute("a/m", Strategy::Priority, {&provider});
    direct.direct = true;
    const WallTime end = f.clock.wall() + 24h;
    const RoutingTable table(f.snapshot, f.live,
                             {.end = [end](const Config::Provider &, const QByteArray &model) {
                                 return model == "m" ? std::optional(end) : std::nullopt;
                             }});
    QCOMPARE(table.end(direct), std::optional(end));
    QVERIFY(!table.end(declared));
}

void PlannerTest::explainsItself()
{
    RoutingFixture f;
    Config::Provider &claude = f.addProvider("claude");
    claude.quirks = Dialects::quirksOf("anthropic");
    const Config::Route &route =
        f.addRoute("r", Strategy::Weighted, {&claude, &f.addProvider("a")}, {1, 3});
    const RoutingTable table = f.table();
    RequestFacts facts;
    facts.format = Dialects::Format::OpenAiEmbeddings;
    const QJsonObject told = explain(plan(table, route, facts, f.now(), f.random));
    QCOMPARE(told[u"plan"_s].toArray(), QJsonArray{u"a/m"_s});
    const QJsonObject refused = told[u"candidates"_s][0].toObject();
    QCOMPARE(refused[u"fit"_s].toBool(true), false);
    QCOMPARE(refused[u"why"_s].toString(), u"does not do what the request asks for"_s);
    const QJsonObject chosen = told[u"candidates"_s][1].toObject();
    QCOMPARE(chosen[u"provider"_s].toString(), u"a"_s);
    QCOMPARE(chosen[u"why"_s].toString(), u"fewest in flight for its weight (0 at weight 3)"_s);
    QCOMPARE(told[u"steps"_s][0][u"text"_s].toString(), u"1 of 2 targets fit"_s);
}

void PlannerTest::costsLittle()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Weighted,
                   {&f.addProvider("a", {}, 1), &f.addProvider("b", {}, 1),
                    &f.addProvider("c", {}, 1), &f.addProvider("d", {}, 1)},
                   {1, 2, 3, 4});
    const RoutingTable table = f.table();
    QBENCHMARK
    {
        QCOMPARE(plan(table, route, {}, f.now(), f.random).size(), 4);
    }
}

QTEST_GUILESS_MAIN(PlannerTest)
#include "tst_planner.moc"
