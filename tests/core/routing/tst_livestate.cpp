// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/livestate.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

#include <thread>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LiveStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restsAfterFiveFailures();
    void doublesTheRest();
    void endsTheRestOnSuccess();
    void freesATrialThatNeverReports();
    void ignoresLateFailures();
    void obeysTheProvidersHint();
    void countsSlots();
    void tellsHealth();
    void forgetsAfterFiveMinutes();
    void showsPause();
    void boundsModels();
    void countsFromManyThreads();
    void keepsTheLatestChecks();
    void knowsWhenAKeyWasUsed();
};

void LiveStateTest::restsAfterFiveFailures()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    for (int i = 0; i < 4; ++i)
        state.failed(f.now());
    QVERIFY(state.availability(f.now()) == Availability::Ready);
    state.succeeded(f.now());
    for (int i = 0; i < 4; ++i)
        state.failed(f.now());
    QVERIFY(state.availability(f.now()) == Availability::Ready); // only in a row counts
    state.failed(f.now());
    QVERIFY(state.availability(f.now()) == Availability::Resting);
    QVERIFY(state.restsUntil(f.now()) == f.now() + 10s);
    f.clock.advance(9999ms);
    QVERIFY(state.availability(f.now()) == Availability::Resting);
    f.clock.advance(1ms);
    QVERIFY(state.availability(f.now()) == Availability::Trial);
}

void LiveStateTest::doublesTheRest()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    f.breakTarget("a");
    for (const auto rest : {10s, 15s, 15s}) {
        QVERIFY(state.restsUntil(f.now()) == f.now() + rest);
        f.clock.advance(rest);
        auto slot = Slot::take(state, f.live.provider("a"), 0, f.now());
        QVERIFY(state.availability(f.now()) == Availability::Resting); // the trial is under way
        state.failed(f.now());
    }
}

void LiveStateTest::endsTheRestOnSuccess()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    f.breakTarget("a");
    f.clock.advance(10s);
    auto slot = Slot::take(state, f.live.provider("a"), 0, f.now());
    state.succeeded(f.now());
    QVERIFY(state.availability(f.now()) == Availability::Ready);
    QCOMPARE(state.consecutiveFailures(), 0);
    f.breakTarget("a");
    QVERIFY(state.restsUntil(f.now()) == f.now() + 10s); // from the beginning again
}

void LiveStateTest::freesATrialThatNeverReports()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    f.breakTarget("a");
    f.clock.advance(10s);
    {
        const auto slot = Slot::take(state, f.live.provider("a"), 0, f.now());
        QVERIFY(state.availability(f.now()) == Availability::Resting);
    } // the caller left
    QVERIFY(state.availability(f.now()) == Availability::Trial);
}

void LiveStateTest::ignoresLateFailures()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    for (int i = 0; i < 50; ++i) // all begun before the rest
        state.failed(f.now());
    QVERIFY(state.restsUntil(f.now()) == f.now() + 10s);
}

void LiveStateTest::obeysTheProvidersHint()
{
    RoutingFixture f;
    TargetState &state = f.state("a");
    state.restFor(30s, f.now());
    QVERIFY(state.restsUntil(f.now()) == f.now() + 30s);
    state.restFor(1s, f.now()); // never shortens
    QVERIFY(state.restsUntil(f.now()) == f.now() + 30s);
    f.clock.advance(30s);
    QVERIFY(state.availability(f.now()) == Availability::Ready); // no trial: it was not broken
    state.restFor(24h, f.now());
    QVERIFY(state.restsUntil(f.now()) == f.now() + TargetState::longestHint);
}

void LiveStateTest::countsSlots()
{
    RoutingFixture f;
    ProviderState &provider = f.live.provider("a");
    auto first = Slot::take(f.state("a"), provider, 2, f.now());
    auto second = Slot::take(f.live.target("a", "other"), provider, 2, f.now());
    QVERIFY(first && second);
    QVERIFY(!Slot::take(f.state("a"), provider, 2, f.now()));
    QCOMPARE(provider.inFlight(), 2);
    QCOMPARE(f.state("a").inFlight(), 1);
    Slot moved = std::move(*first);
    first.reset();
    QCOMPARE(f.state("a").inFlight(), 1);
    moved.release();
    moved.release();
    QCOMPARE(f.state("a").inFlight(), 0);
    QCOMPARE(provider.inFlight(), 1);
}

void LiveStateTest::tellsHealth()
{
    RoutingFixture f;
    const Config::Provider &a = f.addProvider("a");
    ProviderState &state = f.live.provider("a");
    HealthReport report = f.live.health(a, f.now());
    QVERIFY(report.health == Health::NotTested);
    QCOMPARE(report.source, u"no traffic yet"_s);
    QVERIFY(!report.successShare());

    for (int i = 0; i < 240; ++i)
        state.count(true, f.now());
    report = f.live.health(a, f.now());
    QVERIFY(report.health == Health::Healthy);
    QCOMPARE(report.source, u"from traffic, 240 attempts in 5 min"_s);
    QVERIFY(report.lastSuccess == f.now());
    const SteadyTime since = report.since;

    f.clock.advance(60s);
    QVERIFY(f.live.health(a, f.now()).since == since);
    for (int i = 0; i < 60; ++i)
        state.count(false, f.now());
    report = f.live.health(a, f.now());
    QVERIFY(report.health == Health::Degraded);
    QCOMPARE(*report.successShare(), 0.8);
    QVERIFY(report.since == f.now());
    for (int i = 0; i < 300; ++i)
        state.count(false, f.now());
    QVERIFY(f.live.health(a, f.now()).health == Health::Down);
}

void LiveStateTest::forgetsAfterFiveMinutes()
{
    RecentOutcomes recent;
    FakeClock clock;
    recent.count(true, clock.steady());
    recent.count(false, clock.steady());
    clock.advance(4min);
    recent.count(true, clock.steady());
    const RecentOutcomes::Counts all{.successes = 2, .failures = 1};
    QVERIFY(recent.all(clock.steady()) == all);
    clock.advance(90s);
    QCOMPARE(recent.all(clock.steady()).attempts(), 1);
    clock.advance(24h);
    QCOMPARE(recent.all(clock.steady()).attempts(), 0);
}

void LiveStateTest::showsPause()
{
    RoutingFixture f;
    Config::Provider &a = f.addProvider("a");
    f.live.provider("a").count(true, f.now());
    a.document.paused = true;
    QVERIFY(f.live.health(a, f.now()).health == Health::Paused);
    a.document.paused = false;
    f.live.provider("a").setPaused(true);
    QVERIFY(f.live.health(a, f.now()).health == Health::Paused);
    f.live.provider("a").setPaused(false);
    f.clock.advance(1h);
    const HealthReport report = f.live.health(a, f.now());
    QVERIFY(report.health == Health::Healthy); // the last that is known
    QCOMPARE(report.source, u"from traffic, none in the last 5 min"_s);
}

void LiveStateTest::boundsModels()
{
    LiveState live;
    for (int i = 0; i < LiveState::maxTargetsPerProvider; ++i)
        live.target("a", QByteArray::number(i));
    TargetState &first = live.target("a", "one too many");
    QVERIFY(&first == &live.target("a", "and another"));
    QVERIFY(&first != &live.target("a", "0"));
    QVERIFY(&live.target("b", "0") != &live.target("a", "0"));
}

void LiveStateTest::countsFromManyThreads()
{
    LiveState live;
    FakeClock clock;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 5000; ++i) {
                TargetState &target = live.target("a", QByteArray::number(i % 7));
                const auto slot = Slot::take(target, live.provider("a"), 0, clock.steady());
                live.provider("a").count(i % 2 == 0, clock.steady());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(live.provider("a").inFlight(), 0);
    Config::Provider a;
    a.id = "a";
    const HealthReport report = live.health(a, clock.steady());
    QCOMPARE(report.recent.successes, 10'000);
    QCOMPARE(report.recent.failures, 10'000);
}

void LiveStateTest::keepsTheLatestChecks()
{
    ProviderState state;
    const int more = 3;
    for (int i = 0; i < int(ProviderState::mostChecks) + more; ++i)
        state.note({.time = SteadyTime(std::chrono::seconds(i)), .passed = true, .detail = {}});
    const std::vector<HealthCheck> checks = state.checks();
    QCOMPARE(checks.size(), ProviderState::mostChecks);
    QVERIFY(checks.front().time == SteadyTime(std::chrono::seconds(more)));
    QVERIFY(checks.back().time > checks.front().time);
}

void LiveStateTest::knowsWhenAKeyWasUsed()
{
    FakeClock clock;
    ProviderState state;
    QVERIFY(!state.key("1").lastUse());
    state.key("1").use(clock.steady());
    QVERIFY(state.key("1").lastUse() == clock.steady());
    QVERIFY(!state.key("2").lastUse());
}

QTEST_GUILESS_MAIN(LiveStateTest)
#include "tst_livestate.moc"
