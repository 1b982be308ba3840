// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/requestwindow.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QList>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <numeric>

using namespace Gatehouse;
using namespace std::chrono_literals;
using Access::RequestWindow;

class TestRequestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsAMinuteThroughAtOnce();
    void noMinuteHoldsMoreThanTheLimit_data();
    void noMinuteHoldsMoreThanTheLimit();
    void everyMinuteOfAFloodIsFull_data();
    void everyMinuteOfAFloodIsFull();
    void countsFromWhenItLeft();
    void saysWhenToComeAgain();
    void takesBackWhatWasNotSent();
    void goesOnWithAnotherLimit();
};

void TestRequestWindow::letsAMinuteThroughAtOnce()
{
    RequestWindow window;
    window.setLimit(3);
    const SteadyTime now = FakeClock().steady();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(window.waitingTime(now), 0ns);
        window.take(now);
    }
    QVERIFY(window.waitingTime(now) == 60s);
    QCOMPARE(window.remaining(now), 0);
    QVERIFY(window.waitingTime(now + 59999ms) > 0ns);
    QVERIFY(window.waitingTime(now + 60s) == 0ns);
}

void TestRequestWindow::noMinuteHoldsMoreThanTheLimit_data()
{
    QTest::addColumn<int>("rpm");
    QTest::addColumn<int>("every"); // milliseconds between the tries
    QTest::addColumn<int>("begin"); // quiet before, milliseconds
    QTest::newRow("flood") << 60 << 1 << 0;
    QTest::newRow("flood from just before a minute") << 60 << 1 << 59990;
    QTest::newRow("steady") << 60 << 700 << 0;
    QTest::newRow("few") << 1 << 13 << 30000;
    QTest::newRow("odd") << 7 << 977 << 100;
    QTest::newRow("many") << 1000 << 3 << 59000;
}

//! Three minutes of tries; every window of 60 s that begins with a request is counted.
void TestRequestWindow::noMinuteHoldsMoreThanTheLimit()
{
    QFETCH(const int, rpm);
    QFETCH(const int, every);
    QFETCH(const int, begin);
    RequestWindow window;
    window.setLimit(rpm);
    const SteadyTime start = FakeClock().steady() + std::chrono::milliseconds(begin);
    QList<SteadyTime> passed;
    for (SteadyTime now = start; now < start + 180s; now += std::chrono::milliseconds(every)) {
        if (window.waitingTime(now) == 0ns)
            passed.append(window.take(now));
    }
    qsizetype last = 0;
    for (qsizetype first = 0; first < passed.size(); ++first) {
        while (last < passed.size() && passed[last] < passed[first] + 60s)
            ++last;
        QVERIFY(last - first <= rpm);
        if (passed[first] < start + 119s && every * rpm <= 1000)
            QVERIFY(last - first >= rpm - 1);
    }
}

void TestRequestWindow::everyMinuteOfAFloodIsFull_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("rpm");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed % 3 == 0 ? 7 : 60);
}

//! Random arrivals, steady and in bursts, for four minutes. Of all the windows of 60 s, a
//! millisecond apart, none holds more than the limit; and whoever was refused had exactly the limit
//! in the 60 s before.
void TestRequestWindow::everyMinuteOfAFloodIsFull()
{
    QFETCH(const quint32, seed);
    QFETCH(const int, rpm);
    constexpr int length = 240'000;
    QRandomGenerator random(seed);
    FakeClock clock;
    const SteadyTime start = clock.steady();
    RequestWindow window;
    window.setLimit(rpm);
    std::vector<int> taken(length + 1, 0); // by millisecond
    std::vector<int> refused;
    for (int at = 0; at < length;) {
        const SteadyTime now = start + std::chrono::milliseconds(at);
        const bool passes = window.waitingTime(now) == 0ns;
        if (passes)
            ++taken[static_cast<std::size_t>(window.take(now) - start > 0ms ? at : 0)];
        else
            refused.push_back(at);
        const quint32 kind = random.bounded(100U);
        at += kind < 60 ? 0 : kind < 98 ? random.bounded(1, 60) : random.bounded(60, 9000);
    }
    std::vector<int> sum(taken.size() + 1, 0);
    std::partial_sum(taken.begin(), taken.end(), sum.begin() + 1);
    const auto between = [&sum](int from, int to) {
        return sum[static_cast<std::size_t>(to)] - sum[static_cast<std::size_t>(std::max(from, 0))];
    };
    for (int from = 0; from + 60'000 <= length; ++from)
        QVERIFY2(between(from, from + 60'000) <= rpm, qPrintable(QString::number(from)));
    QVERIFY(!refused.empty());
    for (const int at : refused)
        QCOMPARE(between(at - 59'999, at + 1), rpm);
}

void TestRequestWindow::countsFromWhenItLeft()
{
    RequestWindow window;
    window.setLimit(2);
    const SteadyTime now = FakeClock().steady();
    window.take(now);
    window.take(now + 10ms);
    window.postpone(now, now + 40ms); // behind the other
    QVERIFY(window.waitingTime(now + 60s) == 10ms);
    QVERIFY(window.waitingTime(now + 60s + 10ms) == 0ns);
    QCOMPARE(window.remaining(now + 60s + 39ms), 1);
    QCOMPARE(window.remaining(now + 60s + 40ms), 2);
}

void TestRequestWindow::saysWhenToComeAgain()
{
    RequestWindow window;
    window.setLimit(2);
    const SteadyTime now = FakeClock().steady();
    window.take(now);
    window.take(now + 20s);
    QVERIFY(window.waitingTime(now + 30s) == 30s);
    QVERIFY(window.resetTime(now + 30s) == 50s);
    QVERIFY(window.waitingTime(now + 60s) == 0s);
}

void TestRequestWindow::takesBackWhatWasNotSent()
{
    RequestWindow window;
    window.setLimit(1);
    const SteadyTime now = FakeClock().steady();
    const SteadyTime taken = window.take(now);
    window.giveBack(taken);
    QVERIFY(window.waitingTime(now) == 0s);
}

void TestRequestWindow::goesOnWithAnotherLimit()
{
    RequestWindow window;
    window.setLimit(5);
    const SteadyTime now = FakeClock().steady();
    for (int i = 0; i < 4; ++i)
        window.take(now + std::chrono::seconds(i));
    window.setLimit(2);
    QVERIFY(window.waitingTime(now + 10s) == 52s);
    window.setLimit(6);
    QCOMPARE(window.remaining(now + 10s), 2);
}

QTEST_GUILESS_MAIN(TestRequestWindow)
#include "tst_requestwindow.moc"
