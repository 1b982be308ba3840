// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/livestate.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <barrier>
#include <cmath>
#include <thread>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace std::chrono_literals;

class BreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obeysThePolicy();
    void opensOnAShareOfFailures();
    void showsEveryState();
    void startsSlowly();
    void isTriedEveryQuarterMinute();
    void closesAtTheFirstSignOfLife();
    void triesAgainBesideATrialThatHangs();
    void trialsOfASilentTargetAreShort();
    void ignoresAnswersToOldCalls();
    void ignoresOldCallsThatTimeOutLate();
    void letsChecksTryBeforeCallers();
    void letsCallersTryWhereChecksSeeNothing();
    void countsChecksWithoutTraffic();
    void isHeldAndReset();
    void restsLongerWithoutAHint();
    void ejectsAndLessens();
    void keepsABreakerPerKey();
    void allowsOneTrialToManyThreads();
    void opensOnceUnderManyThreads();

private:
    SteadyTime now() const { return m_clock.steady(); }
    void open(Breaker &breaker) const
    {
        for (int i = 0; i < 5; ++i)
            breaker.failed(now());
    }

    FakeClock m_clock;
};

void BreakerTest::obeysThePolicy()
{
    Breaker breaker;
    breaker.setPolicy({.failures = 2, .rest = 1s, .longestRest = 3s});
    breaker.failed(now());
    QVERIFY(!breaker.isOpen());
    breaker.failed(now());
    for (const auto rest : {1s, 2s, 3s, 3s}) {
        QVERIFY(breaker.restsUntil(now()) == now() + rest);
        m_clock.advance(rest);
        QVERIFY(breaker.availability(now()) == Availability::Trial);
        breaker.failed(now());
    }
}

void BreakerTest::opensOnAShareOfFailures()
{
    Breaker breaker;
    breaker.setPolicy({.failures = 100, .failureShare = 50, .leastRequests = 20, .window = 60s});
    for (int i = 0; i < 9; ++i) {
        breaker.failed(now());
        breaker.succeeded(now());
    }
    breaker.failed(now());
    QVERIFY(!breaker.isOpen()); // 19 attempts are too few to judge by
    breaker.failed(now());
    QVERIFY(breaker.isOpen());
    QVERIFY(breaker.report(now()).cause == BreakerCause::Share);
    m_clock.advance(10s);
    breaker.succeeded(now());
    breaker.failed(now());
    QVERIFY(!breaker.isOpen()); // judged anew

    Breaker old;
    old.setPolicy({.failures = 100, .failureShare = 50, .leastRequests = 20, .window = 60s});
    for (int i = 0; i < 19; ++i)
        old.failed(now());
    m_clock.advance(61s);
    old.failed(now());
    QVERIFY(!old.isOpen()); // the others are forgotten
}

void BreakerTest::showsEveryState()
{
    Breaker breaker;
    QVERIFY(breaker.report(now()).state == BreakerState::Closed);
    open(breaker);
    const BreakerReport opened = breaker.report(now());
    QVERIFY(opened.state == BreakerState::Open);
    QVERIFY(opened.since == now() && opened.until == now() + 10s);
    QCOMPARE(opened.failures, 5);
    QCOMPARE(*opened.share, 1.0);
    m_clock.advance(10s);
    QVERIFY(breaker.report(now()).state == BreakerState::HalfOpen);
    breaker.succeeded(now());
    QVERIFY(breaker.report(now()).state == BreakerState::SlowStart);
    QVERIFY(breaker.report(now()).until == now() + 10s);
    m_clock.advance(10s);
    QVERIFY(breaker.report(now()).state == BreakerState::Closed);
    QVERIFY(breaker.report(now()).since == now());
    breaker.restFor(5s, now());
    QVERIFY(breaker.report(now()).state == BreakerState::RateLimited);
    breaker.warmFor(5s, now());
    QVERIFY(breaker.report(now()).state == BreakerState::Warming);
    breaker.misconfigured(now());
    QVERIFY(breaker.report(now()).state == BreakerState::Misconfigured);
    breaker.hold(now());
    QVERIFY(breaker.report(now()).state == BreakerState::Held);
    QCOMPARE(breakerStateName(BreakerState::SlowStart), QByteArrayView("slow_start"));
}

void BreakerTest::startsSlowly()
{
    Breaker breaker;
    breaker.setPolicy({.slowStart = 10s});
    QCOMPARE(breaker.startShare(now()), 1.0);
    open(breaker);
    m_clock.advance(10s);
    breaker.succeeded(now());
    QCOMPARE(breaker.startShare(now()), 0.1);
    m_clock.advance(5s);
    QVERIFY(std::abs(breaker.startShare(now()) - 0.55) < 1e-9);
    m_clock.advance(5s);
    QCOMPARE(breaker.startShare(now()), 1.0);
}

void BreakerTest::isTriedEveryQuarterMinute()
{
    TargetState target;
    ProviderState provider;
    open(target);
    for (const auto rest : {10s, 15s, 15s, 15s}) {
        m_clock.advance(rest - 1ms);
        QVERIFY(target.availability(now()) == Availability::Resting);
        m_clock.advance(1ms);
        auto trial = Slot::take(target, provider, 0, now());
        QVERIFY(trial && trial->isTrial());
        QVERIFY(target.availability(now()) == Availability::Resting); // one at a time
        target.failed(now());
        trial.reset();
    }
}

void BreakerTest::closesAtTheFirstSignOfLife()
{
    Breaker breaker;
    const SteadyTime before = now();
    m_clock.advance(1s);
    open(breaker);
    m_clock.advance(10s);
    breaker.showedLife(now(), before); // it began before the opening
    QVERIFY(breaker.isOpen());
    breaker.showedLife(now(), now());
    QVERIFY(!breaker.isOpen());
    QCOMPARE(breaker.startShare(now()), 0.1);      // slowly
    QCOMPARE(breaker.recent(now()).attempts(), 0); // its end is counted, not its beginning
}

void BreakerTest::triesAgainBesideATrialThatHangs()
{
    TargetState target;
    ProviderState provider;
    open(target);
    m_clock.advance(10s);
    const auto hangs = Slot::take(target, provider, 0, now());
    QVERIFY(hangs && hangs->isTrial());
    m_clock.advance(15s - 1ms);
    QVERIFY(target.availability(now()) == Availability::Resting);
    m_clock.advance(1ms);
    const auto second = Slot::take(target, provider, 0, now());
    QVERIFY(second && second->isTrial());
    QCOMPARE(target.inFlight(), 2);
    QVERIFY(target.availability(now()) == Availability::Resting);
}

void BreakerTest::trialsOfASilentTargetAreShort()
{
    TargetState target;
    const auto fallSilent = [&] { target.stayedSilent(now(), now(), 9); };
    fallSilent();
    QVERIFY(target.trialPatience(true) == 2000ms); // never seen to answer
    target.reset();
    QVERIFY(!target.trialPatience(true));
    open(target); // failed, but was not silent
    QVERIFY(!target.trialPatience(true));
    target.reset();

    target.sawAnswer(500ms, true);
    target.sawAnswer(5s, false);
    fallSilent();
    for (const auto turn : {1, 2, 4, 1}) {
        QVERIFY(target.trialPatience(true) == 2000ms * turn);
        QVERIFY(target.trialPatience(false) == 20'000ms * turn);
        m_clock.advance(15s);
        fallSilent();
    }
    target.succeeded(now());
    QVERIFY(!target.trialPatience(true));
}

void BreakerTest::ignoresAnswersToOldCalls()
{
    Breaker breaker;
    const SteadyTime before = now();
    m_clock.advance(1s);
    open(breaker);
    m_clock.advance(1s);
    breaker.succeeded(now(), before);
    QVERIFY(breaker.isOpen());
    breaker.succeeded(now(), now()); // tried as the least bad
    QVERIFY(!breaker.isOpen());
}

void BreakerTest::ignoresOldCallsThatTimeOutLate()
{
    Breaker breaker;
    const SteadyTime before = now();
    m_clock.advance(1s);
    open(breaker);
    m_clock.advance(30s);
    QVERIFY(breaker.availability(now()) == Availability::Trial);
    for (int i = 0; i < 10; ++i)
        breaker.failed(now(), before);
    QVERIFY(breaker.availability(now()) == Availability::Trial);
}

void BreakerTest::letsChecksTryBeforeCallers()
{
    Breaker breaker;
    open(breaker);
    for (int i = 0; i < 10; ++i) { // longer than any rest
        m_clock.advance(5s);
        breaker.checked(false, false, now());
        QVERIFY(breaker.availability(now()) == Availability::Resting);
    }
    breaker.checked(true, false, now());
    QVERIFY(breaker.availability(now()) == Availability::Ready);
    QVERIFY(breaker.report(now()).state == BreakerState::SlowStart);

    open(breaker);
    m_clock.advance(5s);
    breaker.checked(false, false, now());
    m_clock.advance(60s); // nobody checks any more
    QVERIFY(breaker.availability(now()) == Availability::Trial);
}

void BreakerTest::letsCallersTryWhereChecksSeeNothing()
{
    Breaker breaker;
    open(breaker);
    m_clock.advance(5s);
    breaker.checked(true, false, now()); // the model list is there, answers are not
    QVERIFY(breaker.isOpen());
    m_clock.advance(5s);
    QVERIFY(breaker.availability(now()) == Availability::Trial);
    breaker.checked(true, true, now()); // the model itself answered
    QVERIFY(!breaker.isOpen());
}

void BreakerTest::countsChecksWithoutTraffic()
{
    Breaker breaker;
    for (int i = 0; i < 4; ++i)
        breaker.checked(false, false, now());
    breaker.checked(true, false, now());
    for (int i = 0; i < 4; ++i)
        breaker.checked(false, false, now());
    QVERIFY(!breaker.isOpen());
    breaker.checked(false, false, now());
    QVERIFY(breaker.isOpen());
}

void BreakerTest::isHeldAndReset()
{
    Breaker breaker;
    breaker.hold();
    breaker.succeeded(now());
    m_clock.advance(24h);
    QVERIFY(breaker.availability(now()) == Availability::Resting);
    QVERIFY(breaker.restsUntil(now()).has_value());
    breaker.release();
    QVERIFY(breaker.availability(now()) == Availability::Ready);
    open(breaker);
    breaker.restFor(5min, now());
    breaker.ranOutOfMoney(1h, now());
    breaker.hold();
    breaker.reset();
    QVERIFY(breaker.availability(now()) == Availability::Ready);
    QVERIFY(breaker.report(now()).state == BreakerState::Closed);
    QCOMPARE(breaker.consecutiveFailures(), 0);
}

void BreakerTest::restsLongerWithoutAHint()
{
    Breaker breaker;
    for (const auto rest : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        breaker.limited({}, now());
        QVERIFY(breaker.restsUntil(now()) == now() + rest);
        m_clock.advance(rest);
    }
    breaker.succeeded(now());
    breaker.limited({}, now());
    QVERIFY(breaker.restsUntil(now()) == now() + 2s);
}

void BreakerTest::ejectsAndLessens()
{
    Breaker breaker;
    breaker.eject(30s, now());
    QVERIFY(breaker.availability(now()) == Availability::Resting);
    QVERIFY(breaker.report(now()).state == BreakerState::Open);
    QVERIFY(breaker.report(now()).cause == BreakerCause::Peers);
    m_clock.advance(30s);
    QVERIFY(breaker.availability(now()) == Availability::Ready);
    QCOMPARE(breaker.startShare(now()), 0.1);
    m_clock.advance(10s);
    breaker.lessen(30s, now());
    QVERIFY(breaker.availability(now()) == Availability::Ready);
    QCOMPARE(breaker.startShare(now()), 0.1);
    m_clock.advance(30s);
    QCOMPARE(breaker.startShare(now()), 1.0);
}

void BreakerTest::keepsABreakerPerKey()
{
    TargetState target;
    Breaker &one = target.key("1");
    target.setPolicy({.failures = 2});
    Breaker &two = target.key("2");
    for (Breaker *breaker : {&one, &two}) {
        breaker->failed(now());
        breaker->failed(now());
        QVERIFY(breaker->isOpen());
    }
    QVERIFY(&one == &target.key("1"));
    QVERIFY(!target.isOpen());
    QCOMPARE(target.keys().size(), std::size_t(2));
    target.reset();
    QVERIFY(!one.isOpen() && !two.isOpen());
}

void BreakerTest::allowsOneTrialToManyThreads()
{
    LiveState live;
    TargetState &target = live.target("a", "m");
    ProviderState &provider = live.provider("a");
    for (int round = 0; round < 50; ++round) {
        open(target);
        m_clock.advance(10s);
        const SteadyTime at = now();
        std::barrier together(4);
        std::atomic<int> trials{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                together.arrive_and_wait();
                const auto slot = Slot::take(target, provider, 0, at);
                trials += slot->isTrial() ? 1 : 0;
                together.arrive_and_wait(); // all hold theirs
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(trials.load(), 1);
        target.reset();
    }
    QCOMPARE(target.inFlight(), 0);
}

void BreakerTest::opensOnceUnderManyThreads()
{
    std::atomic<quint64> changes{0};
    Breaker breaker(&changes);
    const SteadyTime at = now();
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 2000; ++i)
                breaker.failed(at, at);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(changes.load(), quint64(1));
    QVERIFY(breaker.restsUntil(at) == at + 10s);
    QCOMPARE(breaker.recent(at).failures, 16'000);
}

QTEST_GUILESS_MAIN(BreakerTest)
#include "tst_breaker.moc"
