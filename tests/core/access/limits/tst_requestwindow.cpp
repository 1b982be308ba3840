// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/requestwindow.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QList>
#include <QtTest/QTest>

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
