// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/breakerwatch.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Change = Node::BreakerWatch::Change;
using enum Routing::BreakerState;

class BreakerWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOpeningAndClosingOnce();
    void saysNothingOfLongerRests();
    void tellsHalfOpenAndHeld();
    void saysNothingOfWhatIsOver();

private:
    void breakTarget(Routing::LiveState &live, QByteArrayView model) const
    {
        for (int i = 0; i < Routing::TargetState::failuresUntilRest; ++i)
            live.target("openai", model).failed(m_clock.steady());
    }

    FakeClock m_clock;
};

void BreakerWatchTest::tellsOpeningAndClosingOnce()
{
    Routing::LiveState live;
    Node::BreakerWatch watch(live);
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
    breakTarget(live, "gpt-4o");
    QCOMPARE(watch.changes(m_clock.steady()),
             (QList<Change>{{u"openai"_s, u"gpt-4o"_s, Open, Closed}}));
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
    breakTarget(live, "gpt-4o-mini");
    live.target("openai", "gpt-4o").succeeded(m_clock.steady());
    QCOMPARE(watch.changes(m_clock.steady()),
             (QList<Change>{{u"openai"_s, u"gpt-4o"_s, Closed, Open},
                            {u"openai"_s, u"gpt-4o-mini"_s, Open, Closed}}));
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
}

void BreakerWatchTest::saysNothingOfLongerRests()
{
    Routing::LiveState live;
    Node::BreakerWatch watch(live);
    breakTarget(live, "gpt-4o");
    QCOMPARE(watch.changes(m_clock.steady()).size(), 1);
    m_clock.advance(Routing::TargetState::firstRest - 1s);
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
    m_clock.advance(1s);
    live.target("openai", "gpt-4o").failed(m_clock.steady()); // the trial
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
}

void BreakerWatchTest::tellsHalfOpenAndHeld()
{
    Routing::LiveState live;
    Node::BreakerWatch watch(live);
    breakTarget(live, "gpt-4o");
    QCOMPARE(watch.changes(m_clock.steady()).size(), 1);
    m_clock.advance(Routing::TargetState::firstRest);
    QCOMPARE(watch.changes(m_clock.steady()),
             (QList<Change>{{u"openai"_s, u"gpt-4o"_s, HalfOpen, Open}}));
    live.target("openai", "gpt-4o").hold();
    QCOMPARE(watch.changes(m_clock.steady()),
             (QList<Change>{{u"openai"_s, u"gpt-4o"_s, Held, HalfOpen}}));
    live.target("openai", "gpt-4o").reset();
    QCOMPARE(watch.changes(m_clock.steady()),
             (QList<Change>{{u"openai"_s, u"gpt-4o"_s, Closed, Held}}));
}

void BreakerWatchTest::saysNothingOfWhatIsOver()
{
    Routing::LiveState live;
    Node::BreakerWatch watch(live);
    breakTarget(live, "gpt-4o");
    live.target("openai", "gpt-4o").succeeded(m_clock.steady());
    QVERIFY(watch.changes(m_clock.steady()).isEmpty());
}

QTEST_GUILESS_MAIN(BreakerWatchTest)
#include "tst_breakerwatch.moc"
