// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/limitbook.h"
#include "core/access/limits/limithold.h"
#include "core/access/limits/roomof.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Access::LimitBook;
using Access::LimitHold;
using Access::LimitRefusal;
using Access::LimitRoom;
using Access::LimitState;

namespace {

Api::Limit limit(const QString &scope, std::optional<int> rpm, std::optional<int> tpm,
                 std::optional<int> maxInFlight)
{
    return {scope, rpm, tpm, maxInFlight};
}

} // namespace

class TestLimitHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOfAllOrOfNone();
    void namesTheLongestWait();
    void theWaitIsTrueToTheMillisecond_data();
    void theWaitIsTrueToTheMillisecond();
    void settlesTokens();
    void isFreeAgainWhenItGoes();
    void countsFromWhenItLeft();
    void looksWithoutTaking();
    void survivesPublicationAndRestart();
    void forgetsWhatIsTooOld();
    void threadsNeverPassTheLimit();

private:
    static LimitHold::States states(const QHash<QByteArray, LimitState *> &inForce)
    {
        LimitHold::States all(inForce.begin(), inForce.end());
        std::sort(all.begin(), all.end(),
                  [](const auto *a, const auto *b) { return a->order < b->order; });
        return all;
    }
    FakeClock m_clock;
};

void TestLimitHold::takesOfAllOrOfNone()
{
    LimitBook book(m_clock);
    const auto all =
        states(book.apply({limit(u"gateway"_s, 100, {}, {}), limit(u"key:a"_s, 1, 100, {})}));
    LimitHold first;
    QVERIFY(!first.take(all, 10, m_clock.steady()));
    for (int i = 0; i < 5; ++i) {
        LimitHold other;
        const auto refusal = other.take(all, 10, m_clock.steady());
        QVERIFY(refusal);
        QCOMPARE(refusal->scope, "key:a"_ba);
        QCOMPARE(refusal->limit, 1);
        const LimitRoom room = Access::roomOf(all, m_clock.steady());
        QCOMPARE(room.requests->limit, 1); // the narrowest
        QCOMPARE(room.requests->remaining, 0);
        QVERIFY(room.requests->reset == 60s);
        QCOMPARE(room.tokens->remaining, 90);
    }
    QCOMPARE(book.report().at(0).requestsLeft, 99);
    QCOMPARE(book.report().at(1).tokensLeft, 90);
}

void TestLimitHold::namesTheLongestWait()
{
    LimitBook book(m_clock);
    const auto all =
        states(book.apply({limit(u"gateway"_s, {}, 60, {}), limit(u"key:a"_s, 1, {}, {})}));
    LimitHold first;
    QVERIFY(!first.take(all, 60, m_clock.steady()));
    LimitHold other;
    const auto refusal = other.take(all, 10, m_clock.steady()); // 10 s for tokens
    QVERIFY(refusal);
    QCOMPARE(refusal->scope, "key:a"_ba);
    QVERIFY(refusal->wait == 60s);
    m_clock.advance(60s);
    QVERIFY(!other.take(all, 10, m_clock.steady()));
}

void TestLimitHold::theWaitIsTrueToTheMillisecond_data()
{
    QTest::addColumn<int>("rpm");
    QTest::addColumn<int>("tpm");
    QTest::addColumn<int>("tokens"); // of each request
    QTest::newRow("requests") << 7 << 0 << 0;
    QTest::newRow("one a minute") << 1 << 0 << 0;
    QTest::newRow("tokens") << 0 << 1000 << 333;
    QTest::newRow("both") << 20 << 5000 << 700;
    QTest::newRow("larger than the limit") << 0 << 100 << 250;
}

//! A millisecond before what a refusal says it is refused again; then it passes.
void TestLimitHold::theWaitIsTrueToTheMillisecond()
{
    QFETCH(const int, rpm);
    QFETCH(const int, tpm);
    QFETCH(const int, tokens);
    LimitBook book(m_clock);
    const auto all = states(book.apply({limit(u"gateway"_s, rpm ? std::optional(rpm) : std::nullopt,
                                              tpm ? std::optional(tpm) : std::nullopt, {})}));
    int refusals = 0;
    for (int i = 0; i < 60; ++i) {
        LimitHold hold;
        if (const auto refusal = hold.take(all, tokens, m_clock.steady())) {
            ++refusals;
            const auto wait = std::chrono::ceil<std::chrono::milliseconds>(refusal->wait);
            m_clock.advance(wait - 1ms);
            QVERIFY(LimitHold().take(all, tokens, m_clock.steady(), true));
            m_clock.advance(1ms);
            QVERIFY(!hold.take(all, tokens, m_clock.steady()));
            const LimitRoom room = hold.room(m_clock.steady());
            QVERIFY(!room.requests || room.requests->reset <= 60s);
        }
        hold.settle(tokens, m_clock.steady());
        m_clock.advance(137ms);
    }
    QVERIFY(refusals > 3);
}

void TestLimitHold::settlesTokens()
{
    LimitBook book(m_clock);
    const auto all = states(book.apply({limit(u"key:a"_s, {}, 1000, {})}));
    LimitHold hold;
    QVERIFY(!hold.take(all, 400, m_clock.steady()));
    QCOMPARE(book.report().at(0).tokensLeft, 600);
    hold.settle(1600, m_clock.steady()); // far more than thought
    QCOMPARE(book.report().at(0).tokensLeft, 0);
    LimitHold other;
    const auto refusal = other.take(all, 1, m_clock.steady());
    QVERIFY(refusal);
    QVERIFY(refusal->wait > 36s && refusal->wait < 37s);
    m_clock.advance(37s);
    QVERIFY(!other.take(all, 1, m_clock.steady()));
}

void TestLimitHold::isFreeAgainWhenItGoes()
{
    LimitBook book(m_clock);
    const auto all = states(book.apply({limit(u"key:a"_s, 9, {}, 1)}));
    {
        LimitHold hold;
        QVERIFY(!hold.take(all, 0, m_clock.steady()));
        LimitHold other;
        const auto refusal = other.take(all, 0, m_clock.steady());
        QVERIFY(refusal && refusal->what == LimitRefusal::What::InFlight);
    }
    QCOMPARE(book.report().at(0).inFlight, 0);
    LimitHold withdrawn;
    QVERIFY(!withdrawn.take(all, 0, m_clock.steady()));
    withdrawn.withdraw(m_clock.steady());
    QCOMPARE(book.report().at(0).inFlight, 0);
    QCOMPARE(book.report().at(0).requestsLeft, 8);
}

//! A request that needed a while to reach its provider is counted from there, within bounds.
void TestLimitHold::countsFromWhenItLeft()
{
    LimitBook book(m_clock);
    const auto all = states(book.apply({limit(u"key:a"_s, 1, {}, {})}));
    const SteadyTime start = m_clock.steady();
    LimitHold first;
    QVERIFY(!first.take(all, 0, start));
    first.countFrom(start + 200ms);
    first.countFrom(start + 100ms);
    QVERIFY(LimitHold().take(all, 0, start + 60s + 199ms));
    LimitHold second;
    QVERIFY(!second.take(all, 0, start + 60s + 200ms));
    second.countFrom(start + 100s); // it waited in a queue: that is not the caller's
    QVERIFY(LimitHold().take(all, 0, start + 121s + 199ms));
    LimitHold third;
    QVERIFY(!third.take(all, 0, start + 121s + 200ms));
    third.countFrom(start + 121s + 300ms);
    third.withdraw(start + 122s);
    QVERIFY(!LimitHold().take(all, 0, start + 122s));
}

void TestLimitHold::looksWithoutTaking()
{
    LimitBook book(m_clock);
    const auto all = states(book.apply({limit(u"key:a"_s, 1, {}, {})}));
    for (int i = 0; i < 3; ++i) {
        LimitHold hold;
        QVERIFY(!hold.take(all, 0, m_clock.steady(), true));
    }
}

void TestLimitHold::survivesPublicationAndRestart()
{
    LimitBook book(m_clock);
    const QList<Api::Limit> limits{limit(u"key:a"_s, 3, 600, {})};
    LimitHold hold;
    QVERIFY(!hold.take(states(book.apply(limits)), 300, m_clock.steady()));
    book.apply(limits);
    QCOMPARE(book.report().at(0).requestsLeft, 2);
    const QByteArray saved = book.save();
    m_clock.advance(10s);
    LimitBook next(m_clock);
    next.load(saved);
    next.apply(limits);
    QCOMPARE(next.report().at(0).requestsLeft, 2);
    QCOMPARE(next.report().at(0).tokensLeft, 400); // 300 and 10 s of 10
    m_clock.advance(50s);
    QCOMPARE(next.report().at(0).requestsLeft, 3);
}

void TestLimitHold::forgetsWhatIsTooOld()
{
    LimitBook book(m_clock);
    const QList<Api::Limit> limits{limit(u"key:a"_s, 3, {}, {})};
    LimitHold hold;
    QVERIFY(!hold.take(states(book.apply(limits)), 0, m_clock.steady()));
    const QByteArray saved = book.save();
    m_clock.advance(61s);
    for (qsizetype cut = 0; cut <= saved.size(); ++cut) {
        LimitBook next(m_clock);
        next.load(saved.first(cut));
        next.apply(limits);
        QCOMPARE(next.report().at(0).requestsLeft, 3);
    }
}

void TestLimitHold::threadsNeverPassTheLimit()
{
    LimitBook book(m_clock);
    const auto all =
        states(book.apply({limit(u"gateway"_s, 1000, {}, 5), limit(u"key:a"_s, 700, 1000000, {})}));
    std::atomic<int> passed = 0;
    std::atomic<int> running = 0;
    std::atomic<int> mostRunning = 0;
    const SteadyTime now = m_clock.steady();
    const auto work = [&] {
        for (int i = 0; i < 2000; ++i) {
            LimitHold hold;
            if (hold.take(all, 3, now))
                continue;
            ++passed;
            const int here = ++running;
            int most = mostRunning;
            while (here > most && !mostRunning.compare_exchange_weak(most, here)) { }
            --running;
            hold.settle(2, now);
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(passed.load(), 700);
    QVERIFY(mostRunning <= 5);
    QCOMPARE(book.report().at(0).requestsLeft, 300);
    QCOMPARE(book.report().at(1).tokensLeft, 1000000 - 1400);
    QCOMPARE(book.report().at(0).inFlight, 0);
}

QTEST_GUILESS_MAIN(TestLimitHold)
#include "tst_limithold.moc"
