// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/canarybook.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <cmath>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_CanaryBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsShareOfKeys();
    void keepsASessionOnItsSide();
    void takesChosenKeysAlways();
    void takesAllAfterItsTime();
    void haltsOnErrors();
    void haltsOnSlowFirstTokens();
    void haltsOnCost();
    void judgesNothingTooEarly();
    void survivesAPublication();
    void goesOnWhereItWas();

private:
    static Api::Canary canary(double percent)
    {
        Api::Canary made;
        made.target = {u"openai"_s, u"next"_s};
        made.percent = percent;
        return made;
    }
    FakeClock m_clock;
};

void tst_CanaryBook::takesItsShareOfKeys()
{
    const CanaryState state(canary(5), m_clock.steady());
    constexpr int keys = 20'000;
    int taken = 0;
    for (int i = 0; i < keys; ++i)
        taken +=
            state.takes("fast", QByteArray("key-" + QByteArray::number(i)), {}, m_clock.steady());
    const double expected = keys * 0.05;
    QVERIFY2(std::abs(taken - expected) < 3 * std::sqrt(expected * 0.95),
             QByteArray::number(taken).constData());
    QVERIFY(!CanaryState(canary(0), {}).takes("fast", "key", {}, {}));
    QVERIFY(CanaryState(canary(100), {}).takes("fast", "key", {}, {}));
}

void tst_CanaryBook::goesOnWhereItWas()
{
    Api::Canary policy = canary(5);
    policy.duration = 1h;
    policy.halt.errorRateAbove = 10;
    CanaryState before(policy, m_clock.steady());
    for (int i = 0; i < 19; ++i)
        before.trial().count(i % 2 == 0, 80'000, 1'000);
    CanaryState after(policy, m_clock.steady());
    after.trial().add(before.trial().counts());
    QVERIFY(after.trial().counts() == before.trial().counts());
    QCOMPARE(after.trial().sums().firstTokenP95Us, before.trial().sums().firstTokenP95Us);
    QVERIFY(!after.judge()); // 20 are needed
    after.trial().count(true, -1, -1);
    QVERIFY(after.judge());

    CanaryState aged(policy, m_clock.steady());
    aged.startedAt(m_clock.steady() - 59min);
    QVERIFY(aged.started() == m_clock.steady() - 59min);
    m_clock.advance(1min);
    QVERIFY(aged.takes("fast", "nobody", {}, m_clock.steady())); // its time is over
}

void tst_CanaryBook::keepsASessionOnItsSide()
{
    const CanaryState small(canary(10), m_clock.steady());
    const CanaryState large(canary(30), m_clock.steady());
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray session = "s" + QByteArray::number(i);
        const bool taken = small.takes("fast", "key", session, m_clock.steady());
        QCOMPARE(small.takes("fast", "other", session, m_clock.steady()), taken);
        if (taken)
            QVERIFY(large.takes("fast", "key", session, m_clock.steady()));
    }
}

void tst_CanaryBook::takesChosenKeysAlways()
{
    Api::Canary chosen = canary(0);
    chosen.keys = {u"ci"_s};
    const CanaryState state(chosen, m_clock.steady());
    QVERIFY(state.takes("fast", "ci", "any", m_clock.steady()));
    QVERIFY(!state.takes("fast", "cd", "any", m_clock.steady()));
}

void tst_CanaryBook::takesAllAfterItsTime()
{
    Api::Canary timed = canary(0);
    timed.duration = 1h;
    const CanaryState state(timed, m_clock.steady());
    QVERIFY(!state.takes("fast", "key", {}, m_clock.steady() + 59min));
    QVERIFY(state.takes("fast", "key", {}, m_clock.steady() + 1h));
}

void tst_CanaryBook::haltsOnErrors()
{
    Api::Canary guarded = canary(100);
    guarded.halt.errorRateAbove = 2;
    CanaryState state(guarded, m_clock.steady());
    for (int i = 0; i < 98; ++i)
        state.trial().count(false, 1'000, 10);
    state.trial().count(true, -1, -1);
    QVERIFY(!state.judge()); // 1 of 99
    state.trial().count(true, -1, -1);
    state.trial().count(true, -1, -1);
    const auto why = state.judge();
    QVERIFY(why);
    QVERIFY2(why->contains(u"of its requests failed, more than 2 %"_s), qPrintable(*why));
    QVERIFY(state.isHalted());
    QVERIFY(!state.takes("fast", "key", {}, m_clock.steady()));
    QVERIFY(!state.judge()); // told once
}

void tst_CanaryBook::haltsOnSlowFirstTokens()
{
    Api::Canary guarded = canary(100);
    guarded.halt.firstTokenP95Above = 500ms;
    CanaryState state(guarded, m_clock.steady());
    for (int i = 0; i < 96; ++i)
        state.trial().count(false, 100'000, -1);
    for (int i = 0; i < 4; ++i)
        state.trial().count(false, 3'000'000, -1);
    QVERIFY(!state.judge());
    for (int i = 0; i < 4; ++i)
        state.trial().count(false, 3'000'000, -1);
    QVERIFY(state.judge());
}

void tst_CanaryBook::haltsOnCost()
{
    Api::Canary guarded = canary(100);
    guarded.halt.costAbove = 20;
    CanaryState state(guarded, m_clock.steady());
    for (int i = 0; i < 50; ++i) {
        state.control().count(false, -1, 100);
        state.trial().count(false, -1, 119);
    }
    QVERIFY(!state.judge());
    for (int i = 0; i < 50; ++i)
        state.trial().count(false, -1, 130);
    QVERIFY(state.judge());
}

void tst_CanaryBook::judgesNothingTooEarly()
{
    Api::Canary guarded = canary(100);
    guarded.halt.errorRateAbove = 0;
    CanaryState state(guarded, m_clock.steady());
    for (int i = 0; i < guarded.halt.leastRequests - 1; ++i)
        state.trial().count(true, -1, -1);
    QVERIFY(!state.judge());
    state.trial().count(true, -1, -1);
    QVERIFY(state.judge());
}

void tst_CanaryBook::survivesAPublication()
{
    CanaryBook book;
    const auto first = book.state("fast", canary(5), m_clock.steady());
    QCOMPARE(book.state("fast", canary(5), m_clock.steady() + 1h), first);
    QVERIFY(book.state("fast", canary(6), m_clock.steady()) != first);
    QCOMPARE(book.running().size(), 1U);
    book.keepOnly({});
    QVERIFY(book.running().empty());
}

QTEST_GUILESS_MAIN(tst_CanaryBook)
#include "tst_canarybook.moc"
