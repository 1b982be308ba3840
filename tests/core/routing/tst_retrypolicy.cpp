// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/retrypolicy.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

#include <cmath>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Dialects::FailureClass;

namespace {

//! One target behind a provider with keys, ready to be booked against.
struct OneTarget {
    RoutingFixture f;
    Config::Provider &provider;
    const Config::Route &route;
    RoutingTable table;

    explicit OneTarget(int keys)
        : provider(f.addProvider("a", {}, keys))
        , route(f.addRoute("r", Config::Strategy::Priority, {&provider}))
        , table(f.snapshot, f.live)
    {
    }
    const Entry &entry() const { return table.entries(route)[0]; }
    int choose() { return chooseKey(*entry().provider, f.now(), f.random, {}, entry().keys); }
};

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void leavesOutWhatTheRouteDoes_data();
    void leavesOutWhatTheRouteDoes();
    void waitsWithJitter();
    void obeysShortHintsOnly();
    void parksRefusedKeys();
    void restsLimitedTargets();
    void booksFailures();
    void opensOnSilence();
    void blamesNobodyForAShortDeadline();
    void letsAColdModelWarmUp();
    void restsAnExhaustedKeyInAdvance();
    void parksEmptyAccounts();
    void boundsRetries();
    void letsCallersMistakesPass();
    void choosesKeysByWeight();
    void skipsUnusableKeys();
};

void RetryPolicyTest::decides_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("alone");      // no other target, first attempt
    QTest::addColumn<int>("withOthers"); // other targets left
    const int next = int(NextStep::TryNextTarget);
    const int same = int(NextStep::RetrySame);
    const int stop = int(NextStep::GiveUp);
    const auto row = [](const char *name, FailureClass failure, int alone, int withOthers) {
        QTest::newRow(name) << int(failure) << alone << withOthers;
    };
    row("credentials", FailureClass::WrongCredentials, stop, next);
    row("money", FailureClass::NoMoney, stop, next);
    row("rate", FailureClass::RateLimited, same, next);
    row("overloaded", FailureClass::Overloaded, same, next);
    row("server", FailureClass::ServerError, same, next);
    row("connect", FailureClass::ConnectFailed, same, next);
    row("tls", FailureClass::TlsFailed, same, next);
    row("timeout", FailureClass::TimeoutFirstToken, stop, next);
    row("broken", FailureClass::StreamBroken, same, next);
    row("region", FailureClass::RegionNotAllowed, stop, next);
    row("caller", FailureClass::BadRequest, stop, stop);
    row("context", FailureClass::ContextTooLong, stop, stop);
    row("size", FailureClass::TooLarge, stop, stop);
    row("model", FailureClass::ModelNotFound, stop, stop);
}

void RetryPolicyTest::decides()
{
    QFETCH(int, failure);
    Config::Route route;
    Random random(1);
    AfterFailure after{.failure = FailureClass(failure)};
    QTEST(int(nextStep(route, after, random).step), "alone");
    after.moreTargets = true;
    const Next next = nextStep(route, after, random);
    QTEST(int(next.step), "withOthers");
    QCOMPARE(next.delay.count(), 0);

    const auto stops = [&](AfterFailure changed) {
        return nextStep(route, changed, random).step == NextStep::GiveUp;
    };
    AfterFailure sent = after;
    sent.contentSent = true;
    QVERIFY(stops(sent));
    AfterFailure spent = after;
    spent.attemptsMade = 3;
    QVERIFY(stops(spent));
    AfterFailure late = after;
    late.timeLeft = 0ms;
    QVERIFY(stops(late));
}

void RetryPolicyTest::leavesOutWhatTheRouteDoes_data()
{
    QTest::addColumn<int>("failure");
    QTest::newRow("connect") << int(FailureClass::ConnectFailed);
    QTest::newRow("timeout") << int(FailureClass::TimeoutFirstToken);
    QTest::newRow("429") << int(FailureClass::RateLimited);
    QTest::newRow("5xx") << int(FailureClass::ServerError);
}

void RetryPolicyTest::leavesOutWhatTheRouteDoes()
{
    QFETCH(int, failure);
    Config::Route route;
    route.retryConnect = route.retryTimeout = route.retryRateLimited = route.retryServerError =
        false;
    Random random(1);
    const AfterFailure after{.failure = FailureClass(failure), .moreTargets = true};
    QVERIFY(nextStep(route, after, random).step == NextStep::GiveUp);
}

void RetryPolicyTest::waitsWithJitter()
{
    Config::Route route;
    route.retry.attempts = 10;
    Random random(1);
    std::chrono::milliseconds least{1h};
    std::chrono::milliseconds most{0};
    for (int i = 0; i < 200; ++i) {
        const Next next =
            nextStep(route, {.failure = FailureClass::Overloaded, .attemptsAtTarget = 2}, random);
        QVERIFY(next.step == NextStep::RetrySame);
        least = std::min(least, next.delay);
        most = std::max(most, next.delay);
    }
    QVERIFY(least >= 200ms && least < 240ms);
    QVERIFY(most <= 400ms && most > 360ms);
}

void RetryPolicyTest::obeysShortHintsOnly()
{
    Config::Route route;
    Random random(1);
    AfterFailure after{.failure = FailureClass::RateLimited, .retryAfter = 2s};
    const Next expected{NextStep::RetrySame, 2000ms};
    QVERIFY(nextStep(route, after, random) == expected);
    after.timeLeft = 1s;
    QVERIFY(nextStep(route, after, random).step == NextStep::GiveUp);
    after.timeLeft = 10min;
    after.retryAfter = longestWait + 1ms;
    QVERIFY(nextStep(route, after, random).step == NextStep::GiveUp);
}

void RetryPolicyTest::parksRefusedKeys()
{
    OneTarget one(2);
    recordFailure(one.entry(), 1, FailureClass::WrongCredentials, {}, one.f.now());
    QVERIFY(one.entry().provider->keys[1]->isParked(one.f.now()));
    QVERIFY(!one.entry().provider->keys[0]->isParked(one.f.now()));
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Ready);
    AfterFailure after{
        .failure = FailureClass::WrongCredentials, .moreTargets = true, .anotherKey = true};
    const Next expected{NextStep::RetrySame, 0ms};
    QVERIFY(nextStep(one.route, after, one.f.random) == expected);
}

void RetryPolicyTest::restsLimitedTargets()
{
    OneTarget one(1);
    recordFailure(one.entry(), 0, FailureClass::RateLimited, 30s, one.f.now());
    QVERIFY(one.entry().state->restsUntil(one.f.now()) == one.f.now() + 30s);
    OneTarget two(2);
    recordFailure(two.entry(), 0, FailureClass::RateLimited, 30s, two.f.now());
    QVERIFY(two.entry().state->availability(two.f.now()) == Availability::Ready);
    QVERIFY(two.entry().keys[0]->restsUntil(two.f.now()) == two.f.now() + 30s);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(two.choose(), 1);
    recordFailure(two.entry(), 1, FailureClass::RateLimited, 10s, two.f.now());
    QVERIFY(two.entry().state->restsUntil(two.f.now()) == two.f.now() + 10s); // nobody is left
    QVERIFY(two.choose() >= 0);                                               // the least bad
    two.f.clock.advance(10s);
    QVERIFY(two.entry().state->availability(two.f.now()) == Availability::Ready);
    QCOMPARE(two.choose(), 1);
}

void RetryPolicyTest::booksFailures()
{
    OneTarget one(0);
    for (int i = 0; i < 5; ++i)
        recordFailure(one.entry(), -1, FailureClass::ConnectFailed, {}, one.f.now());
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Resting);
    QCOMPARE(one.f.live.health(one.provider, one.f.now()).recent.failures, 5);
    one.f.clock.advance(10s);
    recordSuccess(one.entry(), one.f.now());
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Ready);
    recordFailure(one.entry(), -1, FailureClass::NoMoney, {}, one.f.now());
    QVERIFY(one.entry().state->restsUntil(one.f.now()) == one.f.now() + 1h);
}

void RetryPolicyTest::opensOnSilence()
{
    OneTarget alone(1);
    const SteadyTime begun = alone.f.now();
    alone.f.clock.advance(60s);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!alone.entry().state->isOpen());
        recordFailure(alone.entry(), {0, begun}, FailureClass::TimeoutFirstToken, {},
                      alone.f.now());
    }
    QVERIFY(alone.entry().state->isOpen()); // two are enough

    OneTarget busy(1);
    std::vector<Slot> waiting; // in vain, as it turns out
    for (int i = 0; i < 3; ++i)
        waiting.push_back(
            *Slot::take(*busy.entry().state, *busy.entry().provider->state, 0, begun));
    busy.f.clock.advance(60s);
    recordFailure(busy.entry(), {0, begun}, FailureClass::TimeoutFirstToken, {}, busy.f.now());
    QVERIFY(busy.entry().state->isOpen());
    const BreakerReport report = busy.entry().state->report(busy.f.now());
    QVERIFY(report.cause == BreakerCause::Silence);

    OneTarget slow(1); // one request hangs, others are answered
    slow.f.clock.advance(60s);
    slow.entry().state->gaveSign(slow.f.now());
    for (int i = 0; i < 4; ++i)
        recordFailure(slow.entry(), {0, begun}, FailureClass::TimeoutFirstToken, {}, slow.f.now());
    QVERIFY(!slow.entry().state->isOpen());
}

void RetryPolicyTest::blamesNobodyForAShortDeadline()
{
    OneTarget one(0);
    const SteadyTime begun = one.f.now();
    one.f.clock.advance(2s);
    for (int i = 0; i < 20; ++i)
        recordFailure(one.entry(), {-1, begun}, FailureClass::TimeoutTotal, {}, one.f.now());
    QVERIFY(!one.entry().state->isOpen());
    one.f.clock.advance(10min);
    for (int i = 0; i < 5; ++i)
        recordFailure(one.entry(), {-1, begun}, FailureClass::TimeoutTotal, {}, one.f.now());
    QVERIFY(one.entry().state->isOpen());
}

void RetryPolicyTest::letsAColdModelWarmUp()
{
    OneTarget one(0);
    for (int i = 0; i < 20; ++i)
        recordFailure(one.entry(), {-1, one.f.now(), true}, FailureClass::Overloaded, {},
                      one.f.now());
    QVERIFY(!one.entry().state->isOpen());
    QVERIFY(one.entry().state->report(one.f.now()).state == BreakerState::Warming);
    one.f.clock.advance(5s);
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Ready);
}

void RetryPolicyTest::restsAnExhaustedKeyInAdvance()
{
    OneTarget two(2);
    recordSuccess(two.entry(), two.f.now(), {0, two.f.now()});
    recordExhausted(two.entry(), 0, 6s, two.f.now());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(two.choose(), 1);
    QVERIFY(two.entry().state->availability(two.f.now()) == Availability::Ready);
    QVERIFY(two.entry().keys[0]->report(two.f.now()).state == BreakerState::RateLimited);
}

void RetryPolicyTest::parksEmptyAccounts()
{
    OneTarget two(2);
    recordFailure(two.entry(), 0, FailureClass::NoMoney, {}, two.f.now());
    const KeyState &key = *two.entry().provider->keys[0];
    QVERIFY(key.isParked(two.f.now() + 59min));
    QVERIFY(key.report(two.f.now()).cause == BreakerCause::NoMoney);
    two.f.live.provider("a").unparkAll();
    QVERIFY(!key.isParked(two.f.now()));
}

void RetryPolicyTest::boundsRetries()
{
    OneTarget one(0);
    one.provider.document.retryBudget = 20;
    const RoutingTable table(one.f.snapshot, one.f.live);
    RetryBudget &budget = table.provider("a")->state->retryBudget();
    const AfterFailure after{
        .failure = FailureClass::ServerError, .budget = &budget, .now = one.f.now()};
    for (int i = 0; i < 100; ++i)
        budget.take(one.f.now());
    const Next refused = nextStep(one.route, after, one.f.random);
    QVERIFY(refused.step == NextStep::GiveUp && refused.overBudget);
    AfterFailure elsewhere = after;
    elsewhere.moreTargets = true;
    QVERIFY(nextStep(one.route, elsewhere, one.f.random).step == NextStep::TryNextTarget);
    int retries = 0;
    for (int i = 0; i < 1000; ++i) { // every request fails, and wants to be retried
        const auto slot =
            Slot::take(*one.entry().state, *table.provider("a")->state, 0, one.f.now());
        if (nextStep(one.route, after, one.f.random).step == NextStep::RetrySame) {
            ++retries;
            const auto again =
                Slot::take(*one.entry().state, *table.provider("a")->state, 0, one.f.now());
        }
    }
    QVERIFY2(retries >= 195 && retries <= 205, qPrintable(QString::number(retries)));
    AfterFailure later = after; // a few each second whatever the traffic
    later.now += 1s;
    QVERIFY(nextStep(one.route, later, one.f.random).step == NextStep::RetrySame);
    budget.setPercent(0);
    later.now += 10s;
    QVERIFY(nextStep(one.route, later, one.f.random).overBudget);
}

void RetryPolicyTest::letsCallersMistakesPass()
{
    OneTarget one(0);
    for (int i = 0; i < 20; ++i)
        recordFailure(one.entry(), -1, FailureClass::BadRequest, {}, one.f.now());
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Ready);
    recordFailure(one.entry(), -1, FailureClass::ModelNotFound, {}, one.f.now());
    QVERIFY(one.entry().state->availability(one.f.now()) == Availability::Ready);
    QVERIFY(one.entry().state->report(one.f.now()).state == BreakerState::Misconfigured);
    recordSuccess(one.entry(), one.f.now());
    QVERIFY(one.entry().state->report(one.f.now()).state == BreakerState::Closed);
    const HealthReport report = one.f.live.health(one.provider, one.f.now());
    QVERIFY(report.health == Health::Healthy);
}

void RetryPolicyTest::choosesKeysByWeight()
{
    OneTarget one(2);
    one.provider.document.keys[1].weight = 3;
    const ProviderEntry &provider = *one.entry().provider;
    constexpr int calls = 2000;
    int heavy = 0;
    for (int i = 0; i < calls; ++i)
        heavy += chooseKey(provider, one.f.now(), one.f.random);
    QVERIFY(std::abs(heavy - calls * 0.75) < 3 * std::sqrt(calls * 0.75 * 0.25));
}

void RetryPolicyTest::skipsUnusableKeys()
{
    OneTarget one(3);
    const ProviderEntry &provider = *one.entry().provider;
    one.provider.document.keys[0].disabled = true;
    provider.keys[1]->park(one.f.now());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(chooseKey(provider, one.f.now(), one.f.random), 2);
    const std::array tried{2};
    QCOMPARE(chooseKey(provider, one.f.now(), one.f.random, tried), -1);
    QVERIFY(needsKey(provider));
    OneTarget none(0);
    QCOMPARE(chooseKey(*none.entry().provider, none.f.now(), none.f.random), -1);
    QVERIFY(!needsKey(*none.entry().provider));
}

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
