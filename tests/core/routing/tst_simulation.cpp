// SPDX-License-Identifier: GPL-3.0-or-later
//! What routing promises, shown in simulated traffic through the real planner and breaker.
#include "tests/support/simulation/scenarios.h"

#include <QtTest/QTest>

#include <cmath>

using namespace Gatehouse;
using namespace Gatehouse::Simulation;
using Config::Strategy;

class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRepeatable();
    void modelsAQueueInsideAnEngine();
    void modelsAPrefixCache();
    void officeStaysLocalBelowSaturation();
    void officeSpillsAtSaturation();
    void officeIsFasterThanChance();
    void weightsHold_data();
    void weightsHold();
    void leastBusyFollowsCapacity();
    void noSlotLeaks();
    void deadProviderCostsFewAttempts_data();
    void deadProviderCostsFewAttempts();
    void hangingProviderCostsOneLimit();
    void trialsOfAHangingProviderAreShort();
    void rateLimitIsRespected();
    void deathInTheMiddleIsTold();
    void trafficReturns_data();
    void trafficReturns();
    void trafficReturnsWithoutAHerd();
    void waitingKeepsTheOfficeLocal();
    void floodIsFair();
    void prefixAffinityFindsTheCache();
    void leastBusyFollowsLearnedCapacity();
    void fastestPrefersTheFaster();
};

namespace {

constexpr Duration failsFrom = 20s;
constexpr Duration failsUntil = 65s;

void checkNoLeak(const Simulation::Result &result)
{
    for (const auto &[id, endpoint] : result.endpoints)
        QCOMPARE(endpoint.inFlightAtEnd + endpoint.waitingAtEnd, 0);
}

} // namespace

void TestSimulation::isRepeatable()
{
    const Simulation::Result one = simulate(office(0.9));
    const Simulation::Result two = simulate(office(0.9));
    QVERIFY(one.requests > 1000);
    QCOMPARE(two.requests, one.requests);
    QVERIFY(two.firstTokens == one.firstTokens);
    Setup other = office(0.9);
    other.seed = 2;
    QVERIFY(simulate(other).firstTokens != one.firstTokens);
}

void TestSimulation::modelsAQueueInsideAnEngine()
{
    Setup setup;
    EndpointModel engine{.id = "engine", .capacity = 1};
    engine.spread = 0;
    engine.service = 800ms;
    engine.firstByteLimit = 1000s;
    setup.endpoints = {engine};
    setup.callers = {{.key = "a", .perSecond = 0.5}};
    setup.duration = 2'000s;
    setup.tellsCapacity = false; // else the rest would wait outside
    const Simulation::Result result = simulate(setup);
    QCOMPARE(result.answered, result.requests);
    // M/D/1 at half load: mean wait = rho / (2 (1 - rho)) x service = 0.5 s. (Pollaczek-Khinchine)
    Duration sum{0};
    for (const Duration time : result.firstTokens)
        sum += time;
    const double mean =
        std::chrono::duration<double>(sum).count() / double(result.firstTokens.size());
    QVERIFY2(std::abs(mean - 0.7) < 0.1, qPrintable(QString::number(mean)));
}

void TestSimulation::modelsAPrefixCache()
{
    Setup setup = conversations(0.3);
    setup.endpoints.resize(1);
    setup.endpoints[0].cachedSessions = 40;
    setup.callers[0].perSecond = rateFor(setup.endpoints, 0.3);
    const Simulation::Result all = simulate(setup);
    QCOMPARE(all.at("one").cacheQueries - all.at("one").cacheHits, 40); // each session's first
    setup.endpoints[0].cachedSessions = 10;
    const double share = simulate(setup).at("one").hitShare();
    QVERIFY2(share > 0.2 && share < 0.3, qPrintable(QString::number(share))); // 10 of 40 at random
}

void TestSimulation::officeStaysLocalBelowSaturation()
{
    const Simulation::Result result = simulate(office(0.6));
    QCOMPARE(result.errors, 0);
    QVERIFY2(result.shareOf({"small", "large"}) >= 0.95,
             qPrintable(QString::number(result.shareOf({"small", "large"}))));
    checkNoLeak(result);
}

void TestSimulation::officeSpillsAtSaturation()
{
    const Simulation::Result result = simulate(office(1.5));
    QCOMPARE(result.errors, 0);
    QCOMPARE(result.at("small").mostInFlight, 5);
    QCOMPARE(result.at("large").mostInFlight, 15);
    const double local = result.shareOf({"small", "large"});
    QVERIFY2(local >= 0.5 && local <= 0.7, qPrintable(QString::number(local))); // at most 1 / 1.5
}

void TestSimulation::officeIsFasterThanChance()
{
    for (const double load : {0.5, 0.7, 0.9}) {
        Setup setup = office(load);
        const Duration planned = simulate(setup).firstToken(0.95);
        setup.choice = Choice::Random;
        const Duration random = simulate(setup).firstToken(0.95);
        QVERIFY2(
            double(planned.count()) <= 0.8 * double(random.count()),
            qPrintable(QString::asprintf("load %g: %lld us, by chance %lld us", load,
                                         (long long)planned.count(), (long long)random.count())));
    }
}

void TestSimulation::weightsHold_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3}) {
        QTest::addRow("1:3, seed %d", int(seed)) << 1.0 << 3.0 << seed;
        QTest::addRow("3:1, seed %d", int(seed)) << 3.0 << 1.0 << seed;
    }
}

void TestSimulation::weightsHold()
{
    QFETCH(double, first);
    QFETCH(double, second);
    QFETCH(quint64, seed);
    Setup setup;
    setup.strategy = Strategy::Weighted;
    setup.endpoints = {{.id = "first", .weight = first}, {.id = "second", .weight = second}};
    for (EndpointModel &endpoint : setup.endpoints)
        endpoint.firstToken = endpoint.service = 1ms;
    setup.callers = {{.key = "a", .perSecond = 20}};
    setup.duration = 100s;
    setup.seed = seed;
    const Simulation::Result result = simulate(setup);
    const double n = result.requests;
    const double p = first / (first + second);
    const double sigma = std::sqrt(n * p * (1 - p));
    QVERIFY(n > 1800);
    QVERIFY(std::abs(result.at("first").answered - n * p) <= 3 * sigma);
}

void TestSimulation::leastBusyFollowsCapacity()
{
    Setup setup;
    setup.tellsCapacity = false; // said by weights
    setup.endpoints = {{.id = "a", .capacity = 10, .weight = 10},
                       {.id = "b", .capacity = 20, .weight = 20},
                       {.id = "c", .capacity = 30, .weight = 30}};
    for (EndpointModel &endpoint : setup.endpoints)
        endpoint.faults = {{.kind = Fault::Kind::ServerError, .share = 0.05}};
    setup.callers = {{.key = "stays", .perSecond = 12},
                     {.key = "leaves", .perSecond = 6, .leaves = 0.5}};
    setup.duration = Duration(100'000s) / 18;
    const Simulation::Result result = simulate(setup);
    QVERIFY(result.requests > 99'000);
    double all = 0;
    for (const auto &[id, endpoint] : result.endpoints)
        all += endpoint.attempts;
    for (const EndpointModel &endpoint : setup.endpoints) {
        const double share = result.at(endpoint.id).attempts / all;
        const double wanted = endpoint.capacity / 60.0;
        QVERIFY2(
            std::abs(share - wanted) <= 0.05 * wanted,
            qPrintable(QString::asprintf("%s: %g of %g", endpoint.id.constData(), share, wanted)));
    }
    checkNoLeak(result);
}

void TestSimulation::noSlotLeaks()
{
    Setup setup = office(1.2);
    setup.callers[0].leaves = 0.3;
    setup.endpoints[0].faults = {{.kind = Fault::Kind::Hang, .from = 100s, .until = 140s}};
    setup.endpoints[1].faults = {
        {.kind = Fault::Kind::ServerError, .from = 200s, .until = 240s, .share = 0.5},
        {.kind = Fault::Kind::RateLimit, .from = 300s, .until = 340s}};
    setup.endpoints[2].faults = {{.kind = Fault::Kind::Slow, .from = 400s, .until = 440s}};
    const Simulation::Result result = simulate(setup);
    QVERIFY(result.left > 100);
    QCOMPARE(result.answered + result.errors + result.left, result.requests);
    checkNoLeak(result);
}

void TestSimulation::deadProviderCostsFewAttempts_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::newRow("refused") << Fault::Kind::Refuse;
    QTest::newRow("broken") << Fault::Kind::ServerError;
}

void TestSimulation::deadProviderCostsFewAttempts()
{
    QFETCH(Fault::Kind, kind);
    const Simulation::Result result = simulate(twins({.kind = kind, .until = failsUntil}));
    QCOMPARE(result.errors, 0);
    QCOMPARE(result.answered, result.requests);
    // Five until it rests, then one trial after 10 s and one after each 15 s.
    QCOMPARE_LE(result.at("ill").failed, 5 + 4);
}

void TestSimulation::hangingProviderCostsOneLimit()
{
    Setup setup = twins({.kind = Fault::Kind::Hang, .from = failsFrom, .until = failsUntil});
    setup.endpoints[0].firstByteLimit = 3s;
    const Simulation::Result result = simulate(setup);
    QCOMPARE(result.errors, 0);
    QCOMPARE(result.answered, result.requests);
    QCOMPARE_LE(result.firstToken(1).count(), Duration(3s + 2s).count());
}

//! The whole limit is lost once, by those who are on their way; who finds out later whether it is
//! back gives it a few times what it usually takes.
void TestSimulation::trialsOfAHangingProviderAreShort()
{
    constexpr Duration limit = 30s;
    Setup setup = twins({.kind = Fault::Kind::Hang, .from = failsFrom, .until = 400s});
    setup.endpoints[0].firstByteLimit = limit;
    setup.duration = 420s;
    const Simulation::Result result = simulate(setup);
    QCOMPARE(result.errors, 0);
    const auto &waits = result.at("ill").inVain;
    const auto whole = std::count(waits.begin(), waits.end(), limit);
    QCOMPARE_LE(whole, result.at("ill").attemptsBetween(failsFrom, failsFrom + limit + 1s));
    const auto trials = std::ssize(waits) - whole;
    QVERIFY2(trials >= 15, qPrintable(QString::number(trials)));
    const auto isLong = [limit](Duration wait) { return wait > 6s && wait < limit; };
    QVERIFY(std::none_of(waits.begin(), waits.end(), isLong));
}

void TestSimulation::rateLimitIsRespected()
{
    const Simulation::Result result = simulate(twins({.kind = Fault::Kind::RateLimit,
                                                      .from = failsFrom,
                                                      .until = failsUntil,
                                                      .retryAfter = 9s}));
    QCOMPARE(result.errors, 0);
    QCOMPARE_LE(result.at("ill").failed,
                10); // one for each nine seconds, and those already under way
}

//! Who has received a part of an answer learns that it ended; nobody else notices anything, and no
//! place is lost.
void TestSimulation::deathInTheMiddleIsTold()
{
    const Setup setup = twins({.kind = Fault::Kind::Die, .from = failsFrom, .until = failsUntil});
    const Simulation::Result result = simulate(setup);
    QVERIFY(result.broken > 5); // about ten a second for two seconds were under way
    QCOMPARE(result.errors, result.broken);
    QCOMPARE_LE(result.broken, 40);
    QCOMPARE(result.answered + result.errors, result.requests);
    checkNoLeak(result);
    const int ill = result.at("ill").attemptsBetween(failsUntil + 30s, 120s);
    const int well = result.at("well").attemptsBetween(failsUntil + 30s, 120s);
    QVERIFY2(ill >= 0.8 * well, qPrintable(QString::asprintf("%d beside %d", ill, well)));
}

//! Nothing looks but callers: wherever in a rest a target comes back, after long or short ones.
void TestSimulation::trafficReturns_data()
{
    QTest::addColumn<int>("back");
    for (const int back : {22, 26, 31, 36, 42, 49, 57, 68, 91, 173, 300})
        QTest::addRow("after %d s", back) << back;
}

void TestSimulation::trafficReturns()
{
    QFETCH(int, back);
    const Duration returns = std::chrono::seconds(back);
    for (const auto kind : {Fault::Kind::Refuse, Fault::Kind::Hang}) {
        Setup setup = twins({.kind = kind, .from = failsFrom, .until = returns});
        setup.duration = returns + 60s;
        const Simulation::Result result = simulate(setup);
        const int ill = result.at("ill").attemptsBetween(returns + 30s, setup.duration);
        const int well = result.at("well").attemptsBetween(returns + 30s, setup.duration);
        QVERIFY2(ill >= 0.8 * well, qPrintable(QString::asprintf("%d beside %d", ill, well)));
        QCOMPARE(result.errors, 0);
    }
}

void TestSimulation::trafficReturnsWithoutAHerd()
{
    constexpr Duration back = 50s;
    Setup setup = twins({.kind = Fault::Kind::Refuse, .from = failsFrom, .until = back});
    const Simulation::Result result = simulate(setup);
    const auto &attempts = result.at("ill").attemptsAt;
    const auto first =
        std::find_if(attempts.begin(), attempts.end(), [&](Duration at) { return at >= back; });
    QVERIFY(first != attempts.end());
    const int soon = result.at("ill").attemptsBetween(*first, *first + 2s);
    QVERIFY2(soon <= 16,
             qPrintable(QString::number(soon))); // of 40; the slow start lasts ten seconds
}

void TestSimulation::waitingKeepsTheOfficeLocal()
{
    Setup setup = office(0.85);
    setup.endpoints.pop_back(); // no cloud: a peak waits for a place
    setup.maxWait = 30s;
    const Simulation::Result result = simulate(setup);
    QCOMPARE(result.answered, result.requests);
    QVERIFY(!result.waits.empty());
    checkNoLeak(result);
}

void TestSimulation::floodIsFair()
{
    const Setup setup = flood();
    const Simulation::Result result = simulate(setup);
    const Simulation::Result::OfEndpoint &engine = result.at("engine");
    QCOMPARE(engine.mostInFlight, 8);
    QCOMPARE_LE(engine.mostWaiting, setup.maxWaiting);
    QCOMPARE_LE(*std::max_element(result.waits.begin(), result.waits.end()), *setup.maxWait);
    const double fair = double(result.answered) / double(setup.callers.size());
    for (const Caller &caller : setup.callers)
        QVERIFY2(result.answeredByKey.at(caller.key) >= 0.5 * fair,
                 qPrintable(QString::asprintf("%s: %d of %g", caller.key.constData(),
                                              result.answeredByKey.at(caller.key), fair)));
    QCOMPARE(result.answered + result.errors + result.left, result.requests);
    checkNoLeak(result);
}

void TestSimulation::prefixAffinityFindsTheCache()
{
    for (const double load : {0.3, 0.5, 0.65}) {
        Setup setup = conversations(load);
        setup.maxWait = 30s;
        const Simulation::Result result = simulate(setup);
        int hits = 0;
        int queries = 0;
        for (const auto &[id, endpoint] : result.endpoints) {
            hits += endpoint.cacheHits;
            queries += endpoint.cacheQueries;
        }
        QCOMPARE(result.errors, 0);
        QVERIFY2(hits >= 0.9 * queries,
                 qPrintable(QString::asprintf("load %g: %d of %d", load, hits, queries)));
    }
}

void TestSimulation::leastBusyFollowsLearnedCapacity()
{
    Setup setup;
    for (const int capacity : {10, 20, 30})
        setup.endpoints.push_back({.id = QByteArray::number(capacity), .capacity = capacity});
    setup.maxWait = 30s;
    setup.callers = {{.key = "a", .perSecond = 18}};
    setup.duration = 3'000s;
    const Simulation::Result result = simulate(setup);
    for (const EndpointModel &endpoint : setup.endpoints) {
        const double share = result.shareOf({endpoint.id});
        const double wanted = endpoint.capacity / 60.0;
        QVERIFY2(
            std::abs(share - wanted) <= 0.05 * wanted,
            qPrintable(QString::asprintf("%s: %g of %g", endpoint.id.constData(), share, wanted)));
    }
}

void TestSimulation::fastestPrefersTheFaster()
{
    Setup setup;
    setup.strategy = Strategy::Fastest;
    setup.endpoints = {{.id = "slow", .firstToken = 600ms}, {.id = "fast", .firstToken = 150ms}};
    setup.callers = {{.key = "a", .perSecond = 5}};
    setup.duration = 600s;
    const double share = simulate(setup).shareOf({"fast"});
    QVERIFY2(share >= 0.85 && share < 1, qPrintable(QString::number(share)));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
