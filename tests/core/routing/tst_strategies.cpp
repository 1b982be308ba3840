// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"
#include "core/routing/retrypolicy.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

#include <cmath>
#include <map>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Config::Strategy;

class StrategiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWeightsInAnyOrder_data();
    void holdsWeightsInAnyOrder();
    void leastBusyAsksTheEngine();
    void leastBusyKeepsToCapacities();
    void leaksNoSlot();
    void fastestPrefersTheFaster();
    void fastestExploresAndLearns();
    void cheapestComparesThisRequest();
    void cheapestLearnsAnswers();
    void cheapestComparesPictures();
    void stickyStays();
    void stickyMovesOnlyWhatItMust();
    void stickyBindsByWhatTheRouteSays();
    void prefixesStayTogether();
    void prefixesSpillWhenCrowded();
    void prefixesStayWithinTheBound();
    void weightNothingDrains();
    void slowlyStartsAfterARecovery_data();
    void slowlyStartsAfterARecovery();

private:
    using Firsts = std::map<QByteArray, int>;

    //! How often each provider comes first.
    static Firsts firsts(RoutingFixture &f, const RoutingTable &table, const Config::Route &route,
                         int calls, const RequestFacts &facts = {})
    {
        Firsts counts;
        for (int i = 0; i < calls; ++i)
            ++counts[plan(table, route, facts, f.now(), f.random).at(0).entry.target->provider->id];
        return counts;
    }
    static Slot taken(const RoutingFixture &f, const Entry &entry)
    {
        return *Slot::take(*entry.state, *entry.provider->state, 0, f.now());
    }
};

void StrategiesTest::holdsWeightsInAnyOrder_data()
{
    QTest::addColumn<QList<double>>("weights");
    QTest::newRow("1:3") << QList<double>{1, 3};
    QTest::newRow("3:1") << QList<double>{3, 1};
    QTest::newRow("1:3:0.5") << QList<double>{1, 3, 0.5};
    QTest::newRow("0.5:3:1") << QList<double>{0.5, 3, 1};
}

void StrategiesTest::holdsWeightsInAnyOrder()
{
    QFETCH(QList<double>, weights);
    RoutingFixture f;
    std::vector<const Config::Provider *> providers;
    double sum = 0;
    for (const double weight : weights) {
        providers.push_back(&f.addProvider(QByteArray::number(providers.size())));
        sum += weight;
    }
    const Config::Route &route = f.addRoute("r", Strategy::Weighted, providers,
                                            std::vector<double>(weights.begin(), weights.end()));
    constexpr int calls = 2000;
    const Firsts counts = firsts(f, f.table(), route, calls);
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const double part = weights[i] / sum;
        const double sigma = std::sqrt(calls * part * (1 - part));
        QVERIFY(std::abs(counts.at(QByteArray::number(i)) - calls * part) < 3 * sigma);
    }
}

void StrategiesTest::leastBusyAsksTheEngine()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::LeastBusy, {&f.addProvider("a"), &f.addProvider("b")});
    const RoutingTable table = f.table();
    f.state("a").reportLoad({.running = 3, .waiting = 1}, f.now());
    QCOMPARE(firsts(f, table, route, 50)["b"], 50);
    f.state("a").setCapacity(20);
    f.state("b").setCapacity(2);
    const Slot slot = taken(f, table.entries(route)[1]);
    QCOMPARE(firsts(f, table, route, 50)["a"], 50); // 4 of 20 is less than 1 of 2
    f.clock.advance(TargetState::loadIsFresh + 1s);
    f.state("b").setCapacity(0); // unknown counts as the mean of the known
    QCOMPARE(firsts(f, table, route, 50)["a"], 50);
}

//! How a call may end; cache hits never took a slot.
enum class Ending { Done, Error, ClientLeft, CacheHit };

void StrategiesTest::leastBusyKeepsToCapacities()
{
    RoutingFixture f;
    const std::vector capacities{4, 12, 8};
    const Config::Route &route = f.addRoute(
        "r", Strategy::LeastBusy, {&f.addProvider("0"), &f.addProvider("1"), &f.addProvider("2")});
    for (const auto &provider : f.snapshot->providers) // half of the calls fail, none may rest
        const_cast<Config::Provider &>(*provider).document.breaker.failureShare = 100;
    const RoutingTable table = f.table();
    for (int i = 0; i < 3; ++i)
        f.state(QByteArray::number(i)).setCapacity(capacities[size_t(i)]);
    struct Call {
        Slot slot;
        Entry entry;
    };
    std::vector<Call> running;
    Firsts counts;
    constexpr int calls = 100'000;
    for (int i = 0; i < calls; ++i) {
        const auto ending = Ending(f.random.next() % 4);
        const Entry entry = plan(table, route, {}, f.now(), f.random).at(0).entry;
        ++counts[entry.target->provider->id];
        if (ending == Ending::CacheHit)
            continue;
        running.push_back({taken(f, entry), entry});
        while (running.size() > 12) {
            const size_t ended = f.random.next() % running.size();
            const Entry &which = running[ended].entry;
            if (ending == Ending::Done)
                recordSuccess(which, f.now());
            else if (ending == Ending::Error && which.state->consecutiveFailures() < 3)
                recordFailure(which, -1, Dialects::FailureClass::ServerError, {}, f.now());
            std::swap(running[ended], running.back());
            running.pop_back();
        }
    }
    for (int i = 0; i < 3; ++i) {
        const double part = capacities[size_t(i)] / 24.0;
        const double share = counts[QByteArray::number(i)] / double(calls);
        QVERIFY2(std::abs(share - part) < 0.05 * part, qPrintable(QString::number(share)));
    }
    running.clear();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(f.state(QByteArray::number(i)).inFlight(), 0);
}

void StrategiesTest::leaksNoSlot()
{
    RoutingFixture f;
    Config::Provider &a = f.addProvider("a");
    const Config::Route &route = f.addRoute("r", Strategy::LeastBusy, {&a, &f.addProvider("b")});
    const RoutingTable table = f.table();
    std::vector<std::optional<Slot>> slots(40);
    int held = 0;
    for (int i = 0; i < 100'000; ++i) {
        std::optional<Slot> &slot = slots[f.random.next() % slots.size()];
        const Entry &entry = plan(table, route, {}, f.now(), f.random).at(0).entry;
        held -= slot ? 1 : 0;
        slot.reset();
        if (f.random.next() % 3 != 0)
            slot = Slot::take(*entry.state, *entry.provider->state, 15, f.now());
        held += slot ? 1 : 0;
        QCOMPARE(f.state("a").inFlight() + f.state("b").inFlight(), held);
    }
    slots.clear();
    QCOMPARE(f.live.provider("a").inFlight() + f.live.provider("b").inFlight(), 0);
}

void StrategiesTest::fastestPrefersTheFaster()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Fastest,
                   {&f.addProvider("slow"), &f.addProvider("fast"), &f.addProvider("middle")});
    const RoutingTable table = f.table();
    f.state("slow").sawFirstToken(900ms);
    f.state("fast").sawFirstToken(100ms);
    f.state("middle").sawFirstToken(300ms);
    Firsts counts = firsts(f, table, route, 3000);
    // Two of three are drawn: the slowest never wins, the middle one only over the slow one.
    QVERIFY(counts["fast"] > 1800 && counts["fast"] < 2200);
    QVERIFY(counts["middle"] > 800 && counts["middle"] < 1200);
    QVERIFY(counts["slow"] > 0 && counts["slow"] < 120); // explored
    const Plan made = plan(table, route, {}, f.now(), f.random);
    QVERIFY(made.at(0).why(f.now()).contains(u"ms"_s));
}

void StrategiesTest::fastestExploresAndLearns()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Fastest, {&f.addProvider("known"), &f.addProvider("new")});
    const RoutingTable table = f.table();
    f.state("known").sawFirstToken(50ms);
    QVERIFY(firsts(f, table, route, 100)["new"] > 85); // its time is not known yet
    f.state("new").sawFirstToken(500ms);
    QVERIFY(firsts(f, table, route, 1000)["known"] > 930);
    for (int i = 0; i < 60; ++i) // it has become fast, as the few explorers find
        f.state("new").sawFirstToken(10ms);
    QVERIFY(firsts(f, table, route, 1000)["new"] > 930);
}

namespace {

Api::PriceOverride priceOf(const QString &provider, qint64 input, qint64 output)
{
    Api::PriceOverride price;
    price.provider = provider;
    price.model = u"m"_s;
    price.input = input * 1'000'000'000;
    price.output = output * 1'000'000'000;
    return price;
}

ModelKnowledge pricesOf(const Config::Snapshot &snapshot, const QList<Api::PriceOverride> &prices)
{
    Api::Document document;
    for (const auto &provider : snapshot.providers)
        document.providers.append(provider->document);
    document.prices = prices;
    return {.prices = Ledger::PriceBook::compile(document, 1)};
}

} // namespace

void StrategiesTest::cheapestComparesThisRequest()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Cheapest,
                   {&f.addProvider("unpriced"), &f.addProvider("reads"), &f.addProvider("writes")});
    const RoutingTable table(
        f.snapshot, f.live,
        pricesOf(*f.snapshot, {priceOf(u"reads"_s, 1, 20), priceOf(u"writes"_s, 5, 5)}));
    RequestFacts facts;
    facts.promptTokens = 50'000;
    facts.maxTokens = 100;
    Plan made = plan(table, route, facts, f.now(), f.random);
    QCOMPARE(order(made), "reads writes unpriced"_ba);
    QCOMPARE(made.at(0).why(f.now()), u"lowest expected price for this request ($0.052)"_s);
    QVERIFY(made.at(2).reason == Reason::Unpriced);
    facts.promptTokens = 100;
    facts.maxTokens = 0; // 400 tokens are usual
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "writes reads unpriced"_ba);
    f.breakTarget("writes");
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "reads unpriced writes"_ba);
}

void StrategiesTest::cheapestLearnsAnswers()
{
    RoutingFixture f;
    Config::Provider &own = f.addProvider("own");
    const Config::Route &route =
        f.addRoute("r", Strategy::Cheapest, {&f.addProvider("a"), &f.addProvider("b")});
    const Config::Route &mixed =
        f.addRoute("mixed", Strategy::Cheapest, {route.targets[0].provider, &own});
    own.document.selfHosted = true; // costs the same whether it is used or not
    const RoutingTable table(
        f.snapshot, f.live, pricesOf(*f.snapshot, {priceOf(u"a"_s, 1, 10), priceOf(u"b"_s, 3, 3)}));
    RequestFacts facts;
    facts.promptTokens = 1000;
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "b a"_ba);
    for (int i = 0; i < 100; ++i)
        table.entries(route)[0].routeState->sawOutput(10);
    QVERIFY(table.entries(route)[0].routeState->expectedOutput() < 30);
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "a b"_ba);
    QCOMPARE(order(plan(table, mixed, facts, f.now(), f.random)), "own a"_ba);
}

//! One sells pictures by size, one at one price, one by tokens.
void StrategiesTest::cheapestComparesPictures()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Cheapest,
                   {&f.addProvider("sizes"), &f.addProvider("each"), &f.addProvider("tokens")});
    constexpr qint64 cent = 10'000'000;
    Api::PriceOverride sizes;
    sizes.provider = u"sizes"_s;
    sizes.model = u"m"_s;
    sizes.image = 2 * cent;
    sizes.pictures = {{.size = u"1024x1024"_s, .quality = u"hd"_s, .each = 8 * cent}};
    Api::PriceOverride each;
    each.provider = u"each"_s;
    each.model = u"m"_s;
    each.image = 4 * cent;
    const RoutingTable table(f.snapshot, f.live,
                             pricesOf(*f.snapshot, {sizes, each, priceOf(u"tokens"_s, 5, 200)}));
    RequestFacts facts;
    facts.promptTokens = 20;
    facts.maxTokens = 300; // at the one that sells tokens 6 cents
    facts.pictures = 1;
    facts.pictureSize = "512x512";
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "sizes each tokens"_ba);
    facts.pictureSize = "1024x1024";
    facts.pictureQuality = "hd";
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "each tokens sizes"_ba);
    facts.pictures = 2;
    QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), "tokens each sizes"_ba);
}

void StrategiesTest::stickyStays()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::Sticky,
                   {&f.addProvider("a"), &f.addProvider("b"), &f.addProvider("c")}, {1, 2, 1});
    const RoutingTable table = f.table();
    std::map<QByteArray, int> counts;
    for (int session = 0; session < 4000; ++session) {
        RequestFacts facts;
        facts.session = QByteArray::number(session);
        const Plan made = plan(table, route, facts, f.now(), f.random);
        QCOMPARE(order(plan(table, route, facts, f.now(), f.random)), order(made));
        ++counts[made.at(0).entry.target->provider->id];
    }
    QVERIFY(std::abs(counts["b"] - 2000) < 3 * std::sqrt(1000.0));
}

void StrategiesTest::stickyMovesOnlyWhatItMust()
{
    RoutingFixture f;
    Config::Provider &a = f.addProvider("a");
    Config::Provider &b = f.addProvider("b");
    const Config::Route &two = f.addRoute("two", Strategy::Sticky, {&a, &b});
    const Config::Route &three =
        f.addRoute("three", Strategy::Sticky, {&a, &f.addProvider("c"), &b});
    const RoutingTable table = f.table();
    for (int session = 0; session < 500; ++session) {
        RequestFacts facts;
        facts.session = QByteArray::number(session);
        const QByteArray before = order(plan(table, two, facts, f.now(), f.random)).left(1);
        const QByteArray after = order(plan(table, three, facts, f.now(), f.random)).left(1);
        QVERIFY(after == before || after == "c");
    }
}

void StrategiesTest::stickyBindsByWhatTheRouteSays()
{
    RoutingFixture f;
    Config::Route &route = f.addRoute(
        "r", Strategy::Sticky, {&f.addProvider("a"), &f.addProvider("b"), &f.addProvider("c")});
    const RoutingTable table = f.table();
    const auto differ = [&](auto change) {
        std::map<QByteArray, int> seen;
        for (int i = 0; i < 60; ++i) {
            RequestFacts facts{.session = "s", .keyId = "k", .team = "t"};
            change(facts, QByteArray::number(i));
            ++seen[order(plan(table, route, facts, f.now(), f.random))];
        }
        return seen.size() > 1;
    };
    const auto session = [](RequestFacts &facts, const QByteArray &n) { facts.session = n; };
    const auto key = [](RequestFacts &facts, const QByteArray &n) { facts.keyId = n; };
    const auto team = [](RequestFacts &facts, const QByteArray &n) { facts.team = n; };
    QVERIFY(differ(session) && !differ(key) && !differ(team));
    route.stickyBy = Config::StickyBy::Key;
    QVERIFY(!differ(session) && differ(key) && !differ(team));
    route.stickyBy = Config::StickyBy::Team;
    QVERIFY(!differ(session) && !differ(key) && differ(team));
}

void StrategiesTest::prefixesStayTogether()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::PrefixAffinity,
                   {&f.addProvider("a"), &f.addProvider("b"), &f.addProvider("c")});
    const RoutingTable table = f.table();
    Firsts counts;
    for (quint64 prefix = 1; prefix <= 3000; ++prefix) {
        RequestFacts facts;
        facts.prefix = prefix;
        const QByteArray first = order(plan(table, route, facts, f.now(), f.random)).left(1);
        QCOMPARE(order(plan(table, route, facts, f.now(), f.random)).left(1), first);
        ++counts[first];
    }
    for (const auto &[provider, count] : counts)
        QVERIFY(std::abs(count - 1000) < 100);
}

void StrategiesTest::prefixesSpillWhenCrowded()
{
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy::PrefixAffinity, {&f.addProvider("a"), &f.addProvider("b")});
    const RoutingTable table = f.table();
    RequestFacts facts;
    facts.prefix = 7;
    f.state("a").setCapacity(10);
    f.state("b").setCapacity(10);
    const Entry home = plan(table, route, facts, f.now(), f.random).at(0).entry;
    std::vector<Slot> slots;
    for (int i = 0; i < 6; ++i)
        slots.push_back(taken(f, home));
    QVERIFY(plan(table, route, facts, f.now(), f.random).at(0).entry.state == home.state);
    for (int i = 0; i < 3; ++i) // more than its part, and than what an idle engine takes at once
        slots.push_back(taken(f, home));
    const Plan made = plan(table, route, facts, f.now(), f.random);
    QVERIFY(made.at(0).entry.state != home.state);
    QVERIFY(made.at(1).reason == Reason::Crowded);
}

void StrategiesTest::prefixesStayWithinTheBound()
{
    RoutingFixture f;
    const Config::Route &route = f.addRoute(
        "r", Strategy::PrefixAffinity,
        {&f.addProvider("a"), &f.addProvider("b"), &f.addProvider("c"), &f.addProvider("d")});
    const RoutingTable table = f.table();
    RequestFacts facts;
    facts.prefix = 99; // all the same beginning
    std::vector<Slot> slots;
    for (int i = 0; i < 400; ++i) {
        const Entry entry = plan(table, route, facts, f.now(), f.random).at(0).entry;
        slots.push_back(taken(f, entry));
        const double mean = double(slots.size()) / 4;
        QVERIFY(entry.state->inFlight() <= std::ceil(1.25 * mean));
    }
}

void StrategiesTest::weightNothingDrains()
{
    RoutingFixture f;
    for (const Strategy strategy :
         {Strategy::Priority, Strategy::Weighted, Strategy::LeastBusy, Strategy::Fastest,
          Strategy::Cheapest, Strategy::Sticky, Strategy::PrefixAffinity}) {
        const QByteArray id = QByteArray::number(int(strategy));
        const Config::Route &route =
            f.addRoute(id, strategy, {&f.addProvider("x" + id), &f.addProvider("y" + id)}, {0, 1});
        const RoutingTable table = f.table();
        const Plan made = plan(table, route, {}, f.now(), f.random);
        QCOMPARE(order(made), QByteArray("y" + id));
        QVERIFY(made.candidates[0].reason == Reason::Draining);
    }
    const Config::Route &none = f.addRoute("none", Strategy::Weighted, {&f.addProvider("z")}, {0});
    const Plan made = plan(f.table(), none, {}, f.now(), f.random);
    QVERIFY(made.isEmpty() && made.refusal() == Reason::Draining);
}

void StrategiesTest::slowlyStartsAfterARecovery_data()
{
    QTest::addColumn<int>("strategy");
    QTest::newRow("priority") << int(Strategy::Priority);
    QTest::newRow("weighted") << int(Strategy::Weighted);
    QTest::newRow("least busy") << int(Strategy::LeastBusy);
}

void StrategiesTest::slowlyStartsAfterARecovery()
{
    QFETCH(int, strategy);
    RoutingFixture f;
    const Config::Route &route =
        f.addRoute("r", Strategy(strategy), {&f.addProvider("back"), &f.addProvider("other")});
    const RoutingTable table = f.table();
    f.breakTarget("back");
    f.clock.advance(TargetState::firstRest + 1s);
    f.state("back").succeeded(f.now());
    const int atOnce = firsts(f, table, route, 1000)["back"];
    QVERIFY(atOnce > 0 && atOnce < 200);
    f.clock.advance(5s);
    const int halfway = firsts(f, table, route, 1000)["back"];
    QVERIFY(halfway > atOnce + 100);
    f.clock.advance(10s);
    const int after = firsts(f, table, route, 1000)["back"];
    QVERIFY(after > halfway + 50);
}

QTEST_GUILESS_MAIN(StrategiesTest)
#include "tst_strategies.moc"
