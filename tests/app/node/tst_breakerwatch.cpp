// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/breakerwatch.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Node::BreakerWatch;
using Routing::BreakerCause;
using Routing::BreakerState;

class BreakerWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOpeningAndClosingOnce();
    void tellsEveryStep();
    void callsNoTrialAnOpening();
    void saysNothingOfWhatIsOver();
    void tellsParkedKeys();

private:
    void breakTarget(QByteArrayView model)
    {
        for (int i = 0; i < Routing::TargetState::failuresUntilRest; ++i)
            m_live.target("openai", model).failed(m_clock.steady());
    }
    QList<BreakerWatch::Change> changes() { return m_watch.changes(m_clock.steady()); }

    FakeClock m_clock;
    Routing::LiveState m_live;
    BreakerWatch m_watch{m_live};
};

void BreakerWatchTest::tellsOpeningAndClosingOnce()
{
    QVERIFY(changes().isEmpty());
    breakTarget("one");
    const auto opened = changes();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().provider, u"openai"_s);
    QCOMPARE(opened.first().model, u"one"_s);
    QVERIFY(opened.first().hasOpened());
    QVERIFY(opened.first().cause == BreakerCause::Failures);
    QCOMPARE(opened.first().failures, 5);
    QVERIFY(changes().isEmpty());
    breakTarget("other");
    m_live.target("openai", "one").succeeded(m_clock.steady());
    const auto both = changes();
    QCOMPARE(both.size(), 2);
    QVERIFY(both[0].hasClosed());
    QVERIFY(both[1].hasOpened());
    QVERIFY(changes().isEmpty());
    m_live.target("openai", "one").reset();
    m_live.target("openai", "other").reset();
    changes();
}

void BreakerWatchTest::tellsEveryStep()
{
    breakTarget("steps");
    QVERIFY(changes().first().to == BreakerState::Open);
    m_clock.advance(10s);
    QVERIFY(changes().first().to == BreakerState::HalfOpen);
    m_live.target("openai", "steps").succeeded(m_clock.steady());
    QVERIFY(changes().first().to == BreakerState::SlowStart);
    m_clock.advance(10s);
    QVERIFY(changes().first().to == BreakerState::Closed);
    QVERIFY(changes().isEmpty());
}

void BreakerWatchTest::callsNoTrialAnOpening()
{
    breakTarget("trial");
    changes();
    m_clock.advance(10s);
    QVERIFY(!changes().first().hasClosed());
    m_live.target("openai", "trial").failed(m_clock.steady()); // the trial
    QVERIFY(!changes().first().hasOpened());
    m_live.target("openai", "trial").reset();
    changes();
}

void BreakerWatchTest::saysNothingOfWhatIsOver()
{
    breakTarget("over");
    m_live.target("openai", "over").reset();
    QVERIFY(changes().isEmpty());
}

void BreakerWatchTest::tellsParkedKeys()
{
    Routing::KeyState &key = m_live.provider("openai").key("main");
    key.park(m_clock.steady());
    const auto parked = changes();
    QCOMPARE(parked.size(), 1);
    QCOMPARE(parked.first().key, u"main"_s);
    QVERIFY(parked.first().model.isEmpty());
    QVERIFY(parked.first().to == BreakerState::Misconfigured);
    key.unpark();
    QVERIFY(changes().first().to == BreakerState::Closed);
}

QTEST_GUILESS_MAIN(BreakerWatchTest)
#include "tst_breakerwatch.moc"
