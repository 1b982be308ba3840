// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/peerwatch.h"
#include "tests/core/routing/routingfixture.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace std::chrono_literals;

class PeerWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ejectsTheOneThatFails();
    void keepsHalfOfThem();
    void blamesNobodyForACommonFault();
    void lessensTheSlowOne();
    void leavesAWantedOrderAlone();
};

namespace {

struct Peers {
    RoutingFixture f;
    PeerWatch watch;

    Peers(int count, Config::Strategy strategy)
    {
        std::vector<const Config::Provider *> providers;
        for (int i = 0; i < count; ++i)
            providers.push_back(&f.addProvider(QByteArray(1, char('a' + i))));
        f.addRoute("r", strategy, providers);
        judge(); // sets the policies
    }
    void traffic(QByteArrayView provider, int successes, int failures)
    {
        for (int i = 0; i < failures; ++i) {
            f.state(provider).failed(f.now());
            f.state(provider).succeeded(f.now()); // never five in a row
        }
        for (int i = failures; i < successes; ++i)
            f.state(provider).succeeded(f.now());
    }
    void judge() { watch.judge(f.table(), f.now()); }
    bool isOut(QByteArrayView provider) { return f.state(provider).isEjected(f.now()); }
};

} // namespace

void PeerWatchTest::ejectsTheOneThatFails()
{
    Peers peers(3, Config::Strategy::Priority);
    peers.traffic("a", 12, 8);
    peers.traffic("b", 20, 0);
    peers.judge();
    QVERIFY(peers.isOut("a") && !peers.isOut("b") && !peers.isOut("c"));
    QVERIFY(peers.f.state("a").availability(peers.f.now()) == Availability::Resting);
    peers.f.clock.advance(30s);
    QVERIFY(peers.f.state("a").availability(peers.f.now()) == Availability::Ready);
    peers.traffic("a", 12, 8);
    peers.traffic("b", 20, 0);
    peers.judge();
    QVERIFY(peers.f.state("a").restsUntil(peers.f.now()) == peers.f.now() + 60s); // longer
}

void PeerWatchTest::keepsHalfOfThem()
{
    Peers peers(4, Config::Strategy::Weighted);
    for (const char *bad : {"a", "b", "c"})
        peers.traffic(bad, 12, 9);
    for (int i = 0; i < 3; ++i)
        peers.f.breakTarget("d");
    peers.judge();
    int out = 0;
    for (const char *name : {"a", "b", "c"})
        out += peers.isOut(name) ? 1 : 0;
    QVERIFY(out <= 1); // with the broken one that is half
}

void PeerWatchTest::blamesNobodyForACommonFault()
{
    Peers peers(3, Config::Strategy::Weighted);
    for (const char *name : {"a", "b", "c"})
        peers.traffic(name, 12, 8);
    peers.judge();
    for (const char *name : {"a", "b", "c"})
        QVERIFY(!peers.isOut(name));
}

void PeerWatchTest::lessensTheSlowOne()
{
    Peers peers(3, Config::Strategy::LeastBusy);
    for (const char *name : {"a", "b", "c"}) {
        peers.traffic(name, 20, 0);
        peers.f.state(name).sawFirstToken(QByteArrayView(name) == "b" ? 4'000ms : 300ms);
    }
    peers.judge();
    QVERIFY(peers.isOut("b") && !peers.isOut("a") && !peers.isOut("c"));
    QVERIFY(peers.f.state("b").availability(peers.f.now()) == Availability::Ready);
    QCOMPARE(peers.f.state("b").startShare(peers.f.now()), 0.1);
}

void PeerWatchTest::leavesAWantedOrderAlone()
{
    Peers peers(2, Config::Strategy::Priority);
    peers.traffic("a", 20, 0);
    peers.traffic("b", 20, 0);
    peers.f.state("a").sawFirstToken(9s);
    peers.f.state("b").sawFirstToken(300ms);
    peers.judge();
    QVERIFY(!peers.isOut("a"));
}

QTEST_GUILESS_MAIN(PeerWatchTest)
#include "tst_peerwatch.moc"
