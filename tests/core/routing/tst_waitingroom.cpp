// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/livestate.h"
#include "core/routing/waitingroom.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <algorithm>
#include <deque>
#include <thread>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace std::chrono_literals;

namespace {

//! Takes a place of a target as an exchange does.
class Guest : public Waiter
{
public:
    Guest(TargetState &target, ProviderState &provider, int places, std::string guest = {})
        : name(std::move(guest))
        , m_target(target)
        , m_provider(provider)
        , m_places(places)
    {
    }
    Take take(SteadyTime now) override
    {
        return Slot::takeInTurn(slot, m_target, m_provider, m_places, now);
    }
    void told() override { isTold = true; }

    std::string name;
    std::optional<Slot> slot;
    std::atomic<bool> isTold = false;

private:
    TargetState &m_target;
    ProviderState &m_provider;
    int m_places;
};

//! A provider with some places, all taken at first.
struct Engine {
    explicit Engine(int count = 1)
        : places(count)
    {
        for (int i = 0; i < count; ++i)
            held.push_back(*Slot::take(target, provider, places, clock.steady()));
    }

    std::shared_ptr<Guest> guest(const std::string &name)
    {
        return std::make_shared<Guest>(target, provider, places, name);
    }
    //! Joins as key \a key and remembers who it is.
    WaitingRoom::Answer join(const std::string &name, const QByteArray &key,
                             WaitingRoom::Terms terms = {})
    {
        terms.key = key;
        terms.places = places;
        guests.push_back(guest(name));
        return provider.room().join(guests.back(), terms, clock).answer;
    }
    //! Frees one place after the other, always by who has it: their order.
    std::string served()
    {
        std::string order;
        held.pop_front();
        for (;;) {
            const auto next =
                std::ranges::find_if(guests, [](const auto &one) { return one->slot.has_value(); });
            if (next == guests.end())
                return order;
            order += (*next)->name;
            std::optional<Slot> slot = std::exchange((*next)->slot, {});
            slot.reset();
        }
    }

    FakeClock clock;
    TargetState target;
    ProviderState provider;
    int places;
    std::deque<Slot> held;
    std::vector<std::shared_ptr<Guest>> guests;
};

WaitingRoom::Terms within(std::chrono::milliseconds time)
{
    return {.key = {}, .maxWait = time};
}

WaitingRoom::Terms batch(std::chrono::milliseconds time = 30s)
{
    return {.key = {}, .priority = Priority::Batch, .maxWait = time};
}

} // namespace

class TestWaitingRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesByDeadlineWithinAKey()
    {
        Engine engine;
        QCOMPARE(engine.join("c", "k", within(30s)), WaitingRoom::Answer::Waits);
        engine.join("a", "k", within(10s));
        engine.join("b", "k", within(20s));
        QCOMPARE(engine.provider.room().waiting(), 3);
        QCOMPARE(engine.served(), std::string("abc"));
        QCOMPARE(engine.provider.room().waiting(), 0);
        QCOMPARE(engine.provider.inFlight(), 0);
        QCOMPARE(engine.target.inFlight(), 0);
    }

    void servesKeysInTurn()
    {
        Engine engine;
        for (int i = 0; i < 3; ++i)
            engine.join("a", "first");
        engine.join("b", "second");
        engine.join("c", "third");
        engine.join("b", "second");
        QCOMPARE(engine.served(), std::string("abcaba"));
    }

    void keepsTheTurnOfAKeyThatComesBack()
    {
        Engine engine;
        for (int i = 0; i < 3; ++i)
            engine.join("a", "first");
        engine.join("b", "second", within(1s)); // earlier deadline: it is first
        engine.held.pop_front();
        QVERIFY(engine.guests[3]->slot);
        engine.join("B", "second", within(1s)); // had its turn: behind the first key's
        engine.held.push_back(std::move(*engine.guests[3]->slot));
        engine.guests[3]->slot.reset();
        QCOMPARE(engine.served(), std::string("aBaa"));
    }

    void servesInteractiveBeforeBatch()
    {
        Engine engine;
        engine.join("b", "k", batch());
        engine.join("i", "k");
        engine.join("j", "other");
        QCOMPARE(engine.served(), std::string("ijb"));
    }

    void batchDoesNotStarve()
    {
        Engine engine;
        engine.join("b", "k", batch(30s));
        engine.clock.advance(WaitingRoom::batchPatience);
        for (int i = 0; i < 3; ++i)
            engine.join("i", "other");
        QCOMPARE(engine.served(), std::string("biii"));
    }

    void isBounded()
    {
        Engine engine;
        const WaitingRoom::Terms two{.key = {}, .maxWaiting = 2};
        QCOMPARE(engine.join("a", "k", two), WaitingRoom::Answer::Waits);
        QCOMPARE(engine.join("b", "k", two), WaitingRoom::Answer::Waits);
        QCOMPARE(engine.join("c", "k", two), WaitingRoom::Answer::Full);
        QCOMPARE(engine.join("d", "k", {.key = {}, .maxWaiting = 0}), WaitingRoom::Answer::Full);
        QCOMPARE(engine.provider.room().waiting(), 2);
        QCOMPARE(engine.served(), std::string("ab"));
    }

    void aFloodGivesWayToOtherKeys()
    {
        Engine engine;
        const WaitingRoom::Terms four{.key = {}, .maxWaiting = 4};
        for (const char *name : {"a", "b", "c", "d"})
            engine.join(name, "flood", four);
        QCOMPARE(engine.join("x", "calm", four), WaitingRoom::Answer::Waits);
        QVERIFY(engine.guests[3]->isTold);
        QVERIFY(!engine.guests[3]->slot);
        QVERIFY(!engine.provider.room().isWaiting(*engine.guests[3]));
        QCOMPARE(engine.join("y", "calm", four), WaitingRoom::Answer::Waits);
        QCOMPARE(engine.join("z", "calm", four), WaitingRoom::Answer::Full); // equal shares
        QCOMPARE(engine.served(), std::string("axby"));
    }

    void batchGivesWayToInteractive()
    {
        Engine engine;
        WaitingRoom::Terms one = batch();
        one.maxWaiting = 1;
        engine.join("b", "k", one);
        one.priority = Priority::Interactive;
        QCOMPARE(engine.join("i", "k", one), WaitingRoom::Answer::Waits);
        QVERIFY(engine.guests[0]->isTold);
        QCOMPARE(engine.served(), std::string("i"));
    }

    void refusesWhatWouldWaitTooLong()
    {
        Engine engine(2);
        engine.provider.room().served(4s);
        QCOMPARE(engine.provider.room().expectedWait(2), std::chrono::milliseconds(2s));
        engine.join("a", "k", within(10s));
        engine.join("b", "k", within(10s));
        auto late = engine.guest("c");
        const auto joined = engine.provider.room().join(
            late, {.key = "k", .places = 2, .maxWait = 5s}, engine.clock);
        QCOMPARE(joined.answer, WaitingRoom::Answer::TooLong);
        QCOMPARE(joined.expected, std::chrono::milliseconds(6s)); // the third of two places
        QCOMPARE(engine.join("d", "other", within(5s)), WaitingRoom::Answer::Waits);
    }

    void estimatesFollowTheRecentTimes()
    {
        WaitingRoom room;
        QCOMPARE(room.expectedWait(1), 0ms);
        room.served(1s);
        for (int i = 0; i < 60; ++i)
            room.served(3s);
        QVERIFY(room.expectedWait(1) > 2900ms && room.expectedWait(1) <= 3000ms);
    }

    void leavingMakesRoom()
    {
        Engine engine;
        const WaitingRoom::Terms two{.key = {}, .maxWaiting = 2};
        engine.join("a", "k", two);
        engine.join("b", "k", two);
        QVERIFY(engine.provider.room().leave(*engine.guests[0]));
        QVERIFY(!engine.provider.room().leave(*engine.guests[0]));
        QCOMPARE(engine.join("c", "k", two), WaitingRoom::Answer::Waits);
        QCOMPARE(engine.served(), std::string("bc"));
        QVERIFY(!engine.provider.room().leave(*engine.guests[1])); // has had its place
    }

    void aPlacedOneThatLeavesPassesItsPlaceOn()
    {
        Engine engine;
        engine.join("a", "k");
        engine.join("b", "k");
        engine.held.clear();
        QVERIFY(engine.guests[0]->slot);
        engine.guests[0]->slot.reset();
        QVERIFY(engine.guests[1]->isTold);
        QVERIFY(engine.guests[1]->slot);
        QCOMPARE(engine.provider.inFlight(), 1);
    }

    void nobodyOvertakes()
    {
        Engine engine;
        engine.join("a", "k");
        engine.held.clear();
        QVERIFY(engine.guests[0]->slot);
        engine.join("b", "k");
        engine.guests[0]->slot.reset(); // b has it now
        QVERIFY(!Slot::take(engine.target, engine.provider, 1, engine.clock.steady()));
        engine.join("c", "k");
        QVERIFY(!Slot::take(engine.target, engine.provider, 5, engine.clock.steady()));
    }

    void aFullTargetDoesNotHoldUpOthers()
    {
        Engine engine(2);
        TargetState small;
        small.setCapacity(1);
        engine.held.pop_front();
        const auto busy = Slot::take(small, engine.provider, 2, engine.clock.steady());
        QVERIFY(busy);
        auto first = std::make_shared<Guest>(small, engine.provider, 2);
        engine.provider.room().join(first, {.key = "k"}, engine.clock);
        engine.join("b", "k");
        engine.held.clear(); // a place of the provider; the small target is still full
        QVERIFY(!first->slot);
        QVERIFY(engine.guests[0]->slot);
    }

    void fiftyKeysShareOneEngine()
    {
        // Key n asks n + 1 times at once, whenever it is served it asks again.
        constexpr int keys = 50;
        constexpr int places = 4;
        Engine engine(places);
        std::vector<int> count(keys, 0);
        std::deque<std::pair<int, std::shared_ptr<Guest>>> waiting;
        const auto ask = [&](int key) {
            auto guest = engine.guest(std::to_string(key));
            const WaitingRoom::Terms terms{
                .key = QByteArray::number(key), .places = places, .maxWaiting = 256, .maxWait = 1h};
            if (engine.provider.room().join(guest, terms, engine.clock).answer
                != WaitingRoom::Answer::Full)
                waiting.emplace_back(key, std::move(guest));
        };
        for (int key = keys - 1; key >= 0; --key)
            for (int i = 0; i <= key; ++i)
                ask(key);
        engine.held.clear();
        constexpr int total = 5000;
        for (int served = 0; served < total;) {
            std::vector<int> again;
            std::erase_if(waiting, [&](auto &one) {
                if (!one.second->slot && !one.second->isTold)
                    return false;
                if (one.second->slot)
                    ++count[std::size_t(one.first)], ++served;
                again.push_back(one.first);
                return true;
            });
            for (const int key : again)
                ask(key);
        }
        const int least = *std::ranges::min_element(count);
        QVERIFY2(least >= total / keys / 2, qPrintable(QString::number(least)));
    }

    void manyThreadsLoseNothing()
    {
        constexpr int threads = 8;
        constexpr int rounds = 3000;
        constexpr int places = 3;
        Engine engine(places);
        engine.held.clear();
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        std::atomic<int> refused = 0;
        const auto work = [&](int number) {
            for (int i = 0; i < rounds; ++i) {
                auto slot =
                    Slot::take(engine.target, engine.provider, places, engine.clock.steady());
                if (!slot) {
                    auto guest = engine.guest({});
                    const WaitingRoom::Terms terms{.key = QByteArray::number(number % 3),
                                                   .priority = i % 2 ? Priority::Batch
                                                                     : Priority::Interactive,
                                                   .places = places,
                                                   .maxWaiting = 6};
                    const auto answer =
                        engine.provider.room().join(guest, terms, engine.clock).answer;
                    if (answer == WaitingRoom::Answer::Waits) {
                        if (i % 5 == 0 && engine.provider.room().leave(*guest))
                            continue;
                        while (!guest->isTold)
                            std::this_thread::yield();
                    } else if (answer != WaitingRoom::Answer::Placed) {
                        ++refused;
                        continue;
                    }
                    slot = std::exchange(guest->slot, {});
                    if (!slot)
                        continue; // pushed out
                }
                const int now = ++running;
                for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) { }
                std::this_thread::yield();
                --running;
            }
        };
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back(work, i);
        for (std::thread &one : all)
            one.join();
        QVERIFY(most <= places);
        QCOMPARE(engine.provider.inFlight(), 0);
        QCOMPARE(engine.target.inFlight(), 0);
        QCOMPARE(engine.provider.room().waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWaitingRoom)
#include "tst_waitingroom.moc"
