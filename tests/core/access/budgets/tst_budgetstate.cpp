// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetbook.h"
#include "core/access/budgets/budgethold.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Access::BudgetBook;
using Access::BudgetHold;
using Access::BudgetState;

namespace {

constexpr qint64 dollar = 1'000'000'000;
const Access::Spender ci{.key = "ci",
                         .team = "research",
                         .owner = "ada",
                         .route = "fast",
                         .provider = "openai",
                         .tags = "project=search, stage=live"};

Api::Budget budget(const QString &scope, qint64 limit, const QString &period = u"month"_s)
{
    Api::Budget made;
    made.scope = scope;
    made.limit = limit;
    made.period = period;
    return made;
}

} // namespace

class TestBudgetState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chargesEveryScope_data();
    void chargesEveryScope();
    void reservesAllOrNone();
    void aCautiousGuessStopsNobody();
    void isUsedUpWhenItRefuses();
    void beginsAnewWithThePeriod();
    void rollsStepByStep();
    void raisesUntilTheReset();
    void resetsByHand();
    void tellsAThresholdOnce();
    void countsNothingTwiceWhenSeeded();
    void bindsBeforeTheBooksAreRead_data();
    void bindsBeforeTheBooksAreRead();
    void followsANewPast_data();
    void followsANewPast();
    void keepsItsMoneyOverAPublication();
    void aHundredThreadsDoNotOverspend();

private:
    BudgetState *only(BudgetBook &book, const Api::Budget &wanted)
    {
        book.apply({wanted}, QTimeZone::utc(), Qt::Monday);
        BudgetState *state = book.unseeded().at(0);
        state->seed(
            {}, [](const QByteArray &) { return false; }, m_clock.wall());
        return state;
    }
    void charge(BudgetBook &book, qint64 nano, const QByteArray &id = "r")
    {
        book.charge(ci, m_clock.wall(), {nano}, id);
    }
    FakeClock m_clock;
};

void TestBudgetState::chargesEveryScope_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("pays");
    for (const char *scope : {"gateway", "team:research", "key:ci", "person:ada", "route:fast",
                              "provider:openai", "tag:project=search", "tag:stage=live"})
        QTest::newRow(scope) << QString::fromLatin1(scope) << true;
    for (const char *scope : {"team:other", "key:c", "person:bob", "route:slow", "tag:project"})
        QTest::newRow(scope) << QString::fromLatin1(scope) << false;
}

void TestBudgetState::chargesEveryScope()
{
    QFETCH(const QString, scope);
    QFETCH(const bool, pays);
    BudgetBook book(m_clock);
    only(book, budget(scope, dollar));
    charge(book, 123);
    QCOMPARE(book.report().at(0).spent.nanoUsd, pays ? 123 : 0);
}

void TestBudgetState::reservesAllOrNone()
{
    BudgetBook book(m_clock);
    book.apply({budget(u"gateway"_s, 10 * dollar), budget(u"key:ci"_s, dollar)}, QTimeZone::utc(),
               Qt::Monday);
    BudgetHold::States states;
    for (BudgetState *state : book.unseeded())
        states.append(state);
    BudgetHold first;
    QVERIFY(!first.take(states, {dollar / 2}, {dollar / 2}, m_clock.wall()));
    BudgetHold second;
    const auto refusal = second.take(states, {dollar}, {dollar}, m_clock.wall());
    QVERIFY(refusal);
    QCOMPARE(refusal->scope, "key:ci"_ba);
    QCOMPARE(refusal->reserved.nanoUsd, dollar / 2);
    QCOMPARE(book.report().at(0).reserved.nanoUsd, dollar / 2);
    first.release();
    QVERIFY(!second.take(states, {dollar}, {dollar}, m_clock.wall()));
}

void TestBudgetState::aCautiousGuessStopsNobody()
{
    BudgetBook book(m_clock);
    BudgetHold::States states{only(book, budget(u"gateway"_s, dollar))};
    BudgetHold alone;
    QVERIFY(!alone.take(states, {5 * dollar}, {dollar / 10}, m_clock.wall()));
    QCOMPARE(book.report().at(0).reserved.nanoUsd, dollar);
    BudgetHold other;
    QVERIFY(other.take(states, {dollar / 10}, {0}, m_clock.wall()));
    alone.release();
    QVERIFY(other.take(states, {5 * dollar}, {2 * dollar}, m_clock.wall()));
}

//! What is left may be too little for any request: that is the end of the budget, though not all is
//! spent. A request that is too dear by itself, or that others are in the way of, is not.
void TestBudgetState::isUsedUpWhenItRefuses()
{
    BudgetBook book(m_clock);
    BudgetState *state = only(book, budget(u"gateway"_s, dollar));
    const BudgetHold::States states{state};
    QVERIFY(BudgetHold().take(states, {5 * dollar}, {5 * dollar}, m_clock.wall()));
    QVERIFY(!book.report().at(0).refuses);
    charge(book, dollar * 9 / 10);
    book.takeEvents();
    {
        BudgetHold other;
        QVERIFY(!other.take(states, {dollar / 20}, {dollar / 20}, m_clock.wall()));
        QVERIFY(BudgetHold().take(states, {dollar / 12}, {dollar / 12}, m_clock.wall()));
        QVERIFY(!book.report().at(0).refuses);
    }
    QVERIFY(BudgetHold().take(states, {dollar / 5}, {dollar / 5}, m_clock.wall(), true));
    QVERIFY(!book.report().at(0).refuses); // it was only asked
    QVERIFY(BudgetHold().take(states, {dollar / 5}, {dollar / 5}, m_clock.wall()));
    QVERIFY(book.report().at(0).refuses);
    const auto events = book.takeEvents();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.at(0).percent, 100);
    QVERIFY(book.takeEvents().empty());
    state->raise({dollar}, m_clock.wall());
    QVERIFY(!book.report().at(0).refuses);
}

void TestBudgetState::beginsAnewWithThePeriod()
{
    BudgetBook book(m_clock);
    BudgetState *state = only(book, budget(u"gateway"_s, dollar, u"day"_s));
    charge(book, dollar);
    BudgetHold hold;
    const auto refusal = hold.take({state}, {1}, {1}, m_clock.wall());
    QVERIFY(refusal);
    QCOMPARE(refusal->resets, m_clock.wall() + 12h);
    const WallTime before = m_clock.wall();
    m_clock.advance(12h);
    QVERIFY(!hold.take({state}, {1}, {1}, m_clock.wall()));
    // What began yesterday belongs to yesterday.
    book.charge(ci, before, {77}, "late");
    QCOMPARE(book.report().at(0).spent.nanoUsd, 0);
}

void TestBudgetState::rollsStepByStep()
{
    BudgetBook book(m_clock);
    only(book, budget(u"gateway"_s, dollar, u"PT12H"_s));
    charge(book, 100);
    m_clock.advance(6h);
    charge(book, 10);
    m_clock.advance(5h + 59min);
    QCOMPARE(book.report().at(0).spent.nanoUsd, 110);
    m_clock.advance(3min);
    QCOMPARE(book.report().at(0).spent.nanoUsd, 10);
    m_clock.advance(6h);
    QCOMPARE(book.report().at(0).spent.nanoUsd, 0);
}

void TestBudgetState::raisesUntilTheReset()
{
    BudgetBook book(m_clock);
    BudgetState *state = only(book, budget(u"gateway"_s, dollar, u"day"_s));
    charge(book, dollar);
    state->raise({dollar}, m_clock.wall());
    BudgetHold hold;
    QVERIFY(!hold.take({state}, {dollar}, {dollar}, m_clock.wall()));
    m_clock.advance(24h);
    QCOMPARE(book.report().at(0).raised.nanoUsd, 0);
}

void TestBudgetState::resetsByHand()
{
    BudgetBook book(m_clock);
    BudgetState *state = only(book, budget(u"gateway"_s, dollar));
    charge(book, dollar);
    state->reset(m_clock.wall());
    QCOMPARE(book.report().at(0).spent.nanoUsd, 0);
    QCOMPARE(state->adjustment().forgiven.nanoUsd, dollar);
    charge(book, 5);
    // After a restart the ledger says all of it.
    BudgetBook next(m_clock);
    next.apply({budget(u"gateway"_s, dollar)}, QTimeZone::utc(), Qt::Monday,
               {{"gateway|month", state->adjustment()}});
    next.unseeded().at(0)->seed(
        {{m_clock.wall(), {dollar + 5}}}, [](const QByteArray &) { return false; }, m_clock.wall());
    QCOMPARE(next.report().at(0).spent.nanoUsd, 5);
}

void TestBudgetState::tellsAThresholdOnce()
{
    BudgetBook book(m_clock);
    Api::Budget wanted = budget(u"gateway"_s, 100, u"day"_s);
    wanted.warnAt = {50, 80};
    only(book, wanted);
    charge(book, 60);
    QCOMPARE(book.takeEvents().size(), 1);
    charge(book, 10);
    QVERIFY(book.takeEvents().empty());
    charge(book, 40);
    const auto events = book.takeEvents();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(1).percent, 100);
    m_clock.advance(24h);
    charge(book, 60);
    QCOMPARE(book.takeEvents().size(), 1);
}

void TestBudgetState::countsNothingTwiceWhenSeeded()
{
    BudgetBook book(m_clock);
    book.apply({budget(u"gateway"_s, dollar)}, QTimeZone::utc(), Qt::Monday);
    charge(book, 10, "in the ledger");
    charge(book, 20, "not yet");
    book.unseeded().at(0)->seed(
        {{m_clock.wall(), {110}}}, [](const QByteArray &id) { return id == "in the ledger"; },
        m_clock.wall());
    QCOMPARE(book.report().at(0).spent.nanoUsd, 130);
}

void TestBudgetState::bindsBeforeTheBooksAreRead_data()
{
    QTest::addColumn<QString>("period");
    QTest::newRow("calendar") << u"month"_s;
    QTest::newRow("rolling") << u"P1D"_s;
}

void TestBudgetState::bindsBeforeTheBooksAreRead()
{
    QFETCH(const QString, period);
    BudgetBook book(m_clock);
    book.apply({budget(u"gateway"_s, dollar, period)}, QTimeZone::utc(), Qt::Monday);
    BudgetState *state = book.unseeded().at(0);
    charge(book, dollar, "not in the books");
    BudgetHold hold;
    QVERIFY(hold.take({state}, {1}, {1}, m_clock.wall()));
    state->seed(
        {{m_clock.wall(), {10}}}, [](const QByteArray &) { return false; }, m_clock.wall());
    QCOMPARE(book.report().at(0).spent.nanoUsd, dollar + 10);
}

void TestBudgetState::followsANewPast_data()
{
    QTest::addColumn<QString>("period");
    QTest::newRow("calendar") << u"month"_s;
    QTest::newRow("rolling") << u"P30D"_s;
}

//! The past was priced anew: what is counted meanwhile is neither lost nor counted twice, and until
//! the books have answered what was counted holds.
void TestBudgetState::followsANewPast()
{
    QFETCH(const QString, period);
    BudgetBook book(m_clock);
    only(book, budget(u"gateway"_s, dollar, period));
    charge(book, 10, "priced anew");
    book.recount();
    charge(book, 7, "known to the books");
    charge(book, 5, "not yet");
    QCOMPARE(book.report().at(0).spent.nanoUsd, 22);
    QCOMPARE(book.unseeded().size(), size_t(1));
    book.unseeded().at(0)->seed(
        {{m_clock.wall(), {107}}}, [](const QByteArray &id) { return id == "known to the books"; },
        m_clock.wall());
    QCOMPARE(book.report().at(0).spent.nanoUsd, 112);
    QVERIFY(book.unseeded().empty());
    charge(book, 1, "later");
    QCOMPARE(book.report().at(0).spent.nanoUsd, 113);
}

void TestBudgetState::keepsItsMoneyOverAPublication()
{
    BudgetBook book(m_clock);
    only(book, budget(u"gateway"_s, dollar));
    charge(book, 10);
    book.apply({budget(u"gateway"_s, 2 * dollar)}, QTimeZone::utc(), Qt::Monday);
    QCOMPARE(book.report().at(0).spent.nanoUsd, 10);
    QCOMPARE(book.report().at(0).limit.nanoUsd, 2 * dollar);
    QVERIFY(book.unseeded().empty());
    book.apply({budget(u"gateway"_s, dollar)}, QTimeZone("Europe/Berlin"), Qt::Monday);
    QCOMPARE(book.unseeded().size(), 1); // other days: asked of the ledger again
}

void TestBudgetState::aHundredThreadsDoNotOverspend()
{
    BudgetBook book(m_clock);
    BudgetState *state = only(book, budget(u"key:ci"_s, dollar));
    constexpr qint64 estimate = dollar / 40;
    constexpr qint64 actual = estimate - 1000;
    std::atomic<int> paid = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 100; ++i)
        threads.emplace_back([&] {
            for (int call = 0; call < 20; ++call) {
                BudgetHold hold;
                if (hold.take({state}, {estimate}, {estimate}, m_clock.wall()))
                    continue;
                charge(book, actual);
                ++paid;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(book.report().at(0).spent.nanoUsd, paid * actual);
    QVERIFY(book.report().at(0).spent.nanoUsd <= dollar);
    QCOMPARE(book.report().at(0).reserved.nanoUsd, 0);
}

QTEST_GUILESS_MAIN(TestBudgetState)
#include "tst_budgetstate.moc"
