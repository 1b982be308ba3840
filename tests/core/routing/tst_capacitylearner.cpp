// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/capacitylearner.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace std::chrono_literals;

namespace {

struct Learning {
    RoutingFixture f;
    Config::Provider &provider = f.addProvider("a");
    CapacityLearner learner;
    std::unique_ptr<RoutingTable> table;

    Learning()
    {
        f.addRoute("r", Config::Strategy::LeastBusy, {&provider});
        table = std::make_unique<RoutingTable>(f.snapshot, f.live);
        second(0, 0);
    }
    TargetState &state() { return f.state("a"); }
    //! A second with so many requests at a time and so many refusals.
    void second(int inFlight, int refused)
    {
        std::vector<Slot> held;
        for (int i = 0; i < inFlight; ++i)
            held.push_back(*Slot::take(state(), f.live.provider("a"), 0, f.now()));
        held.clear();
        for (int i = 0; i < refused; ++i)
            state().countOverload();
        f.clock.advance(1s);
        learner.learn(*table, f.now());
    }
};

} // namespace

class CapacityLearnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsALimit();
    void learnsFromSlowness();
    void forgetsUnusedLimits();
    void leavesDeclaredOnesAlone();
    void canBeSwitchedOff();
};

//! A target that refuses whatever is above 20 at a time.
void CapacityLearnerTest::findsALimit()
{
    Learning l;
    QCOMPARE(l.state().capacity(), 0);
    for (int i = 0; i < 300; ++i) {
        const int limit = l.state().capacity();
        const int sent = limit > 0 ? std::min(limit, 50) : 50;
        l.second(sent, std::max(sent - 20, 0));
        if (i > 20)
            QVERIFY(l.state().capacity() >= 14 && l.state().capacity() <= 21);
    }
    QVERIFY(l.state().capacitySource() == CapacitySource::Learned);
}

void CapacityLearnerTest::learnsFromSlowness()
{
    Learning l;
    for (int i = 0; i < 20; ++i)
        l.state().sawFirstToken(200ms);
    l.second(10, 0);
    for (int i = 0; i < 50; ++i)
        l.state().sawFirstToken(2s);
    for (int i = 0; i < 4; ++i)
        l.second(10, 0);
    QCOMPARE(l.state().capacity(), 0); // may be chance
    l.second(10, 0);
    QCOMPARE(l.state().capacity(), 9);
}

void CapacityLearnerTest::forgetsUnusedLimits()
{
    Learning l;
    l.second(10, 1);
    QCOMPARE(l.state().capacity(), 7);
    l.second(7, 0);
    QCOMPARE(l.state().capacity(), 8);
    l.second(2, 0);
    QCOMPARE(l.state().capacity(), 8); // not reached: nothing was learnt
    l.f.clock.advance(10min);
    l.second(2, 0);
    QCOMPARE(l.state().capacity(), 0);
}

void CapacityLearnerTest::leavesDeclaredOnesAlone()
{
    Learning l;
    l.state().setCapacity(4);
    l.second(10, 5);
    QCOMPARE(l.state().capacity(), 4);
}

void CapacityLearnerTest::canBeSwitchedOff()
{
    Learning l;
    l.second(10, 1);
    l.provider.document.adaptive = false;
    l.second(10, 1);
    QCOMPARE(l.state().capacity(), 0);
}

QTEST_GUILESS_MAIN(CapacityLearnerTest)
#include "tst_capacitylearner.moc"
