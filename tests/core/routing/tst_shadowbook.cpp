// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/headroom.h"
#include "core/routing/shadowbook.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <thread>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ShadowBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheDaysMoney();
    void beginsEachDayAnew();
    void goesOnFromTheBooks();
    void letsNobodyPassTheLimit();
    void survivesAPublication();
    void restsWhenAsked();
    void remembersAllowances();
    void fillsAllowancesAfterTheirReset();

private:
    static Api::Shadow shadow(std::optional<qint64> limit)
    {
        return {.target = {u"gpu"_s, u"candidate"_s}, .percent = 10, .dailyLimit = limit};
    }
    FakeClock m_clock;
};

void tst_ShadowBook::keepsTheDaysMoney()
{
    ShadowState state(shadow(100));
    QVERIFY(state.reserve(20261122, {60}));
    QVERIFY(!state.reserve(20261122, {50}));
    state.settle(20261122, {60}, {20}); // it was cheaper
    QVERIFY(state.reserve(20261122, {80}));
    QCOMPARE(state.spentOn(20261122), Money{100});
    QVERIFY(!state.reserve(20261122, {0})); // used up
    QVERIFY(ShadowState(shadow({})).reserve(20261122, {1'000'000}));
}

void tst_ShadowBook::beginsEachDayAnew()
{
    ShadowState state(shadow(100));
    QVERIFY(state.reserve(20261122, {100}));
    QVERIFY(state.reserve(20261123, {100}));
    state.settle(20261122, {100}, {70}); // yesterday's copy
    QCOMPARE(state.spentOn(20261123), Money{100});
    QCOMPARE(state.spentOn(20261122), Money());
}

void tst_ShadowBook::goesOnFromTheBooks()
{
    ShadowState state(shadow(100));
    QVERIFY(!state.isSeeded());
    state.seed(20261122, {90});
    QVERIFY(state.isSeeded());
    QVERIFY(!state.reserve(20261122, {20}));
    QVERIFY(state.reserve(20261122, {10}));
}

void tst_ShadowBook::letsNobodyPassTheLimit()
{
    ShadowState state(shadow(1'000));
    std::atomic<int> taken{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 1'000; ++n)
                    taken += state.reserve(1, {1}) ? 1 : 0;
            });
    }
    QCOMPARE(taken.load(), 1'000);
}

void tst_ShadowBook::survivesAPublication()
{
    ShadowBook book;
    const auto first = book.state("fast", shadow(100));
    QVERIFY(book.state("fast", shadow(100)) == first);
    QVERIFY(book.find("fast") == first);
    QVERIFY(book.state("fast", shadow(200)) != first);
    book.keepOnly({});
    QVERIFY(!book.find("fast"));
    QVERIFY(book.running().empty());
}

void tst_ShadowBook::restsWhenAsked()
{
    ShadowState state(shadow({}));
    QVERIFY(!state.rests(m_clock.steady()));
    state.restUntil(m_clock.steady() + 5s);
    QVERIFY(state.rests(m_clock.steady()));
    m_clock.advance(5s);
    QVERIFY(!state.rests(m_clock.steady()));
}

void tst_ShadowBook::remembersAllowances()
{
    Headroom headroom;
    QVERIFY(headroom.readings(m_clock.steady()).empty());
    const std::vector<Dialects::AllowanceReading> told{{.kind = Dialects::AllowanceKind::Tokens,
                                                        .limit = 1'000,
                                                        .remaining = 250,
                                                        .resetsIn = 10s}};
    headroom.saw(told, m_clock.steady());
    const auto readings = headroom.readings(m_clock.steady());
    QCOMPARE(readings.size(), std::size_t(1));
    QCOMPARE(*readings.front().shareLeft(), 0.25);
    QVERIFY(readings.front().resetsAt == m_clock.steady() + 10s);
    m_clock.advance(25h);
    QVERIFY(headroom.readings(m_clock.steady()).empty()); // nobody knows any more
}

void tst_ShadowBook::fillsAllowancesAfterTheirReset()
{
    Headroom headroom;
    const std::vector<Dialects::AllowanceReading> told{
        {.kind = Dialects::AllowanceKind::Requests, .limit = 50, .remaining = 0, .resetsIn = 10s}};
    headroom.saw(told, m_clock.steady());
    m_clock.advance(10s);
    const auto readings = headroom.readings(m_clock.steady());
    QCOMPARE(readings.front().remaining, 50);
    QVERIFY(!readings.front().resetsAt);
}

QTEST_GUILESS_MAIN(tst_ShadowBook)
#include "tst_shadowbook.moc"
