// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Config::Strategy;

using Condition = std::function<void(Api::RuleCondition &)>;
using Request = std::function<void(RequestFacts &)>;
Q_DECLARE_METATYPE(Condition)
Q_DECLARE_METATYPE(Request)

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtTheRequest_data();
    void looksAtTheRequest();
    void looksAtHeaders();
    void looksAtTheClock();
    void looksAtBudgets();
    void firstMatchWins();
    void redirectsFarButNotForever();
    void sendsOnFromRetiredRoutes();
    void namesTargets_data();
    void namesTargets();
    void narrowsFallbacksToo();

private:
    static Config::Rule rule(const Condition &condition)
    {
        Api::RouteRule document;
        document.deny = u"no"_s;
        condition(document.when);
        return Config::compileRule(document, 1);
    }
};

void RulesTest::looksAtTheRequest_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<Request>("request");
    const auto row = [](const char *name, Condition condition, Request request) {
        QTest::newRow(name) << std::move(condition) << std::move(request);
    };
    row(
        "key",
        [](auto &c) {
            c.keys = {u"other"_s, u"k"_s};
        },
        [](auto &f) { f.keyId = "k"; });
    row(
        "team", [](auto &c) { c.teams = {u"t"_s}; }, [](auto &f) { f.team = "t"; });
    row(
        "tag", [](auto &c) { c.tags = {u"stage=live"_s}; },
        [](auto &f) { f.tags = "project=search, stage=live"; });
    row(
        "region", [](auto &c) { c.regions = {u"eu"_s}; },
        [](auto &f) {
            f.residency = QStringList{u"de"_s, u"eu"_s};
        });
    row(
        "tools", [](auto &c) { c.tools = true; }, [](auto &f) { f.tools = true; });
    row(
        "images", [](auto &c) { c.images = true; }, [](auto &f) { f.images = true; });
    row(
        "audio", [](auto &c) { c.audio = true; }, [](auto &f) { f.audio = true; });
    row(
        "structured", [](auto &c) { c.structured = true; }, [](auto &f) { f.structured = true; });
    row(
        "streamed", [](auto &c) { c.streamed = true; }, [](auto &f) { f.streamed = true; });
    row(
        "large", [](auto &c) { c.promptTokensAbove = 100; }, [](auto &f) { f.promptTokens = 101; });
    row(
        "both", [](auto &c) { c.tools = true, c.keys = {u"k"_s}; },
        [](auto &f) { f.tools = true, f.keyId = "k"; });
}

void RulesTest::looksAtTheRequest()
{
    QFETCH(Condition, condition);
    QFETCH(Request, request);
    RequestFacts facts;
    QVERIFY(!matches(rule(condition), facts));
    request(facts);
    QVERIFY(matches(rule(condition), facts));
    QVERIFY(matches(rule([](auto &) {}), facts));
    QVERIFY(!matches(rule([](auto &c) { c.promptTokensBelow = 0; }), facts));
}

void RulesTest::looksAtHeaders()
{
    Http::Fields fields;
    fields.m_fields.push_back({"X-App", "chat/2.1 (beta)"});
    RequestFacts facts;
    facts.fields = &fields;
    const auto holds = [&](const QString &value) {
        return matches(rule([&](auto &c) { c.headers = {{u"x-app"_s, value}}; }), facts);
    };
    QVERIFY(holds(u"chat/*"_s) && holds(u"*(beta)"_s) && holds(u"*2.1*"_s) && holds(u"*"_s));
    QVERIFY(holds(u"chat/2.1 (beta)"_s) && !holds(u"chat"_s) && !holds(u"*/3"_s));
    QVERIFY(!matches(rule([](auto &c) { c.headers = {{u"x-other"_s, u"*"_s}}; }), facts));
}

void RulesTest::looksAtTheClock()
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime monday(QDate(2026, 7, 6), QTime(6, 30), QTimeZone::utc()); // 08:30 there
    RequestFacts facts;
    facts.zone = &berlin;
    facts.wall = WallTime(std::chrono::milliseconds(monday.toMSecsSinceEpoch()));
    const auto office = rule([](auto &c) { c.time = {u"sat,sun"_s, u"mon-fri 08:00-18:00"_s}; });
    QVERIFY(matches(office, facts));
    facts.wall -= 31min;
    QVERIFY(!matches(office, facts));
    facts.wall += 24h * 5;
    QVERIFY(matches(office, facts)); // Saturday
}

void RulesTest::looksAtBudgets()
{
    const auto nearlyUsed = rule([](auto &c) { c.budgetUsedAbove = 80; });
    RequestFacts facts;
    QVERIFY(!matches(nearlyUsed, facts)); // nobody tells
    std::optional<double> used = 81;
    const BudgetGauge gauge = [&](const RequestFacts &) { return used; };
    facts.budgets = &gauge;
    QVERIFY(matches(nearlyUsed, facts));
    used = 80;
    QVERIFY(!matches(nearlyUsed, facts));
    used.reset();
    QVERIFY(!matches(nearlyUsed, facts));
}

void RulesTest::firstMatchWins()
{
    RoutingFixture f;
    Config::Route &route = f.addRoute("r", Strategy::Priority, {&f.addProvider("a")});
    Api::RouteRule tools;
    tools.name = u"no tools"_s;
    tools.when.tools = true;
    tools.deny = u"Tools are not for this model."_s;
    Api::RouteRule rest;
    rest.targets = {u"a"_s};
    route.rules = {Config::compileRule(tools, 1), Config::compileRule(rest, 2)};
    const Direction narrowed = follow(route, {});
    QVERIFY(narrowed.end == Direction::End::Plan && narrowed.narrowed);
    QCOMPARE(narrowed.steps.back().rule->name, "rule 2"_ba);
    const Direction denied = follow(route, RequestFacts{.tools = true});
    QVERIFY(denied.end == Direction::End::Denied);
    QCOMPARE(denied.steps.back().rule->name, "no tools"_ba);
}

void RulesTest::redirectsFarButNotForever()
{
    RoutingFixture f;
    std::vector<Config::Route *> routes;
    for (int i = 0; i < 6; ++i)
        routes.push_back(&f.addRoute(QByteArray::number(i), Strategy::Priority, {}));
    for (size_t i = 0; i < 5; ++i)
        routes[i]->rules = {Config::Rule{.name = "on", .route = routes[i + 1]}};
    const Direction good = follow(*routes[1], {}); // four times
    QVERIFY(good.end == Direction::End::Plan);
    QVERIFY(good.route == routes[5]);
    QCOMPARE(good.passed.size(), 4);
    QVERIFY(follow(*routes[0], {}).end == Direction::End::Circle);
    routes[5]->rules = {Config::Rule{.name = "back", .route = routes[5]}};
    QVERIFY(follow(*routes[5], {}).end == Direction::End::Circle);
}

void RulesTest::sendsOnFromRetiredRoutes()
{
    RoutingFixture f;
    Config::Route &old = f.addRoute("old", Strategy::Priority, {});
    old.successor = &f.addRoute("new", Strategy::Priority, {});
    old.retiredFrom = WallTime(100s);
    QVERIFY(follow(old, RequestFacts{.wall = WallTime(99s)}).route == &old);
    const Direction sent = follow(old, RequestFacts{.wall = WallTime(100s)});
    QVERIFY(sent.route == old.successor && !sent.steps.back().rule);
}

void RulesTest::namesTargets_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("names");
    QTest::newRow("provider") << "gpu"_ba << true;
    QTest::newRow("all its models") << "gpu/*"_ba << true;
    QTest::newRow("model") << "gpu/llama/8b"_ba << true;
    QTest::newRow("some models") << "gpu/llama*"_ba << true;
    QTest::newRow("tag") << "tag:local"_ba << true;
    QTest::newRow("everything") << "*"_ba << true;
    QTest::newRow("beginning of the name") << "gp"_ba << false;
    QTest::newRow("longer name") << "gpu2"_ba << false;
    QTest::newRow("other model") << "gpu/llama"_ba << false;
    QTest::newRow("other tag") << "tag:loca"_ba << false;
    QTest::newRow("nothing") << ""_ba << false;
}

void RulesTest::namesTargets()
{
    QFETCH(QByteArray, pattern);
    RoutingFixture f;
    const Config::Target target{
        .provider = &f.addProvider("gpu"), .model = "llama/8b", .tags = {"local"}};
    QTEST(isNamed(target, TargetPatterns{"other", pattern}), "names");
}

void RulesTest::narrowsFallbacksToo()
{
    RoutingFixture f;
    Config::Route &route =
        f.addRoute("r", Strategy::Priority, {&f.addProvider("a"), &f.addProvider("b")});
    route.fallback = {
        &f.addRoute("s", Strategy::Priority, {&f.addProvider("c"), route.targets[1].provider})};
    route.rules = {Config::Rule{.name = "only b", .targets = {"b"}}};
    const RoutingTable table = f.table();
    const Plan made = plan(table, follow(route, {}), {}, f.now(), f.random);
    QCOMPARE(order(made), "b b"_ba);
    QVERIFY(made.candidates[0].reason == Reason::NarrowedOut);
    route.rules = {Config::Rule{.name = "nobody", .targets = {"x"}}};
    QVERIFY(plan(table, follow(route, {}), {}, f.now(), f.random).refusal() == Reason::NarrowedOut);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
