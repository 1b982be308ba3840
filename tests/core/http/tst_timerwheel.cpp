// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/http/timerwheel.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QtTest>

#include <chrono>
#include <memory>
#include <vector>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace std::chrono_literals;

class TestTimerWheel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesOnceWhenDue_data();
    void firesOnceWhenDue();
    void firesInOrderAfterALongPause();
    void restartMovesTheDueTime();
    void stoppedTimerStaysSilent();
    void mayStopOthersWhileFiring();
    void mayDieInItsOwnCall();
    void mayRestartInItsOwnCall();
    void stopsWithTheWheel();
    void runsByItselfOnAnEventLoop();

private:
    void advance(std::chrono::milliseconds by)
    {
        m_clock.advance(by);
        m_wheel->advance();
    }

    FakeClock m_clock;
    std::unique_ptr<TimerWheel> m_wheel = std::make_unique<TimerWheel>(m_clock, false);
};

void TestTimerWheel::firesOnceWhenDue_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {0, 1, 19, 20, 21, 500, 20'480, 20'481, 55'000, 600'000})
        QTest::addRow("%d ms", after) << after;
}

void TestTimerWheel::firesOnceWhenDue()
{
    QFETCH(int, after);
    int fired = 0;
    Timer timer([&fired] { ++fired; });
    timer.start(*m_wheel, std::chrono::milliseconds(after));
    if (after > 1)
        advance(std::chrono::milliseconds(after - 1));
    QCOMPARE(fired, 0);
    QVERIFY(timer.isRunning());
    advance(21ms); // one tick late at most
    QCOMPARE(fired, 1);
    QVERIFY(!timer.isRunning());
    advance(700s);
    QCOMPARE(fired, 1);
    QCOMPARE(m_wheel->runningTimers(), 0);
}

void TestTimerWheel::firesInOrderAfterALongPause()
{
    std::vector<int> order;
    std::vector<std::unique_ptr<Timer>> timers;
    for (const int after : {300, 40, 25'000, 100}) {
        timers.push_back(std::make_unique<Timer>([&order, after] { order.push_back(after); }));
        timers.back()->start(*m_wheel, std::chrono::milliseconds(after));
    }
    advance(1s);
    QCOMPARE(order, (std::vector<int>{40, 100, 300}));
    advance(1h);
    QCOMPARE(order.back(), 25'000);
}

void TestTimerWheel::restartMovesTheDueTime()
{
    int fired = 0;
    Timer timer([&fired] { ++fired; });
    timer.start(*m_wheel, 100ms);
    advance(80ms);
    timer.start(*m_wheel, 100ms);
    QCOMPARE(m_wheel->runningTimers(), 1);
    advance(90ms);
    QCOMPARE(fired, 0);
    advance(40ms);
    QCOMPARE(fired, 1);
}

void TestTimerWheel::stoppedTimerStaysSilent()
{
    int fired = 0;
    Timer timer([&fired] { ++fired; });
    timer.start(*m_wheel, 100ms);
    timer.stop();
    timer.stop();
    QCOMPARE(m_wheel->runningTimers(), 0);
    advance(1s);
    QCOMPARE(fired, 0);
}

void TestTimerWheel::mayStopOthersWhileFiring()
{
    int fired = 0;
    auto second = std::make_unique<Timer>([&fired] { ++fired; });
    Timer third([&fired] { ++fired; });
    Timer first([&] {
        second.reset();
        third.stop();
    });
    first.start(*m_wheel, 20ms);
    second->start(*m_wheel, 40ms);
    third.start(*m_wheel, 40ms);
    advance(1s);
    QCOMPARE(fired, 0);
    QCOMPARE(m_wheel->runningTimers(), 0);
}

void TestTimerWheel::mayDieInItsOwnCall()
{
    int fired = 0;
    std::unique_ptr<Timer> timer;
    const QByteArray captured(100, 'x');
    timer = std::make_unique<Timer>([&fired, &timer, captured] {
        timer.reset();
        fired += int(captured.size()); // the captures outlive the timer
    });
    timer->start(*m_wheel, 20ms);
    advance(1s);
    QCOMPARE(fired, 100);
}

void TestTimerWheel::mayRestartInItsOwnCall()
{
    int fired = 0;
    std::unique_ptr<Timer> timer;
    timer = std::make_unique<Timer>([&] {
        if (++fired < 3)
            timer->start(*m_wheel, 0ms);
    });
    timer->start(*m_wheel, 0ms);
    advance(20ms);
    QCOMPARE(fired, 1); // not again in the same advance()
    advance(20ms);
    advance(20ms);
    advance(20ms);
    QCOMPARE(fired, 3);
}

void TestTimerWheel::stopsWithTheWheel()
{
    auto wheel = std::make_unique<TimerWheel>(m_clock, false);
    Timer timer([] {});
    timer.start(*wheel, 20ms);
    wheel.reset();
    QVERIFY(!timer.isRunning());
}

void TestTimerWheel::runsByItselfOnAnEventLoop()
{
    const SystemClock clock;
    TimerWheel wheel(clock);
    SteadyTime firedAt;
    Timer timer([&] { firedAt = clock.steady(); });
    const SteadyTime start = clock.steady();
    timer.start(wheel, 50ms);
    QTRY_VERIFY(!timer.isRunning());
    QVERIFY(firedAt - start >= 50ms);
    timer.start(wheel, 20ms); // the driver stopped in between
    QTRY_VERIFY(!timer.isRunning());
}

QTEST_GUILESS_MAIN(TestTimerWheel)
#include "tst_timerwheel.moc"
