// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <tuple>
#include <vector>

namespace Gatehouse::Routing {

//! Interactive requests go before batch ones.
enum class Priority { Interactive, Batch };

//! A request that waits for a place. The room calls it from any thread.
class Waiter
{
public:
    enum class Take {
        Done,
        NotHere, //!< its own target has no place; others of the room may have one
        Nothing, //!< nobody can have a place now
    };

    Waiter() = default;
    virtual ~Waiter() = default;
    Waiter(const Waiter &) = delete;
    Waiter &operator=(const Waiter &) = delete;

    //! Tries to take its place. The room is locked: no calls of it from here.
    virtual Take take(SteadyTime now) = 0;
    //! Its wait is over, either way. Called once, the room is not locked.
    virtual void told() = 0;

private:
    friend class WaitingRoom;
    enum class State { Outside, Waiting, Placed, PushedOut };
    State m_state = State::Outside; //!< guarded, as all that follows, by the room's mutex
    Priority m_priority = Priority::Interactive;
    QByteArray m_key;
    SteadyTime m_deadline{};
    SteadyTime m_ages{}; //!< from here on a batch request counts as an interactive one
    quint64 m_number = 0;
};

//! The queue of one provider, shared by all workers. Who has the next place: interactive before
//! batch, the keys in turn, of one key's requests the one with the earliest deadline. A batch
//! request that has waited long enough joins the interactive ones. Lock-free while nobody waits;
//! deadlines are kept by those who wait, see leave().
class WaitingRoom
{
public:
    //! A batch request waits no longer than this, or half its own time, behind interactive ones.
    static constexpr std::chrono::seconds batchPatience{10};

    //! What a request brings and what it is allowed.
    struct Terms {
        QByteArray key; //!< whose turn it takes
        Priority priority = Priority::Interactive;
        int places = 1; //!< how many run at a time, for the estimate
        int maxWaiting = 256;
        std::chrono::milliseconds maxWait{30'000}; //!< it leaves after this
    };
    enum class Answer {
        Placed,  //!< at once
        Waits,   //!< told() comes, or it leaves
        Full,    //!< too many wait
        TooLong, //!< it would wait for longer than it may
    };
    struct Joined {
        Answer answer = Answer::Full;
        std::chrono::milliseconds expected{0}; //!< the wait as far as is known; 0: nothing is
    };
    //! When the room is full the key with most in it gives way to one with fewer, and batch to
    //! interactive: the one pushed out is told. \a clock must outlive the room.
    Joined join(const std::shared_ptr<Waiter> &waiter, const Terms &terms, const Clock &clock);
    //! Gives up; false when the wait is over already (told() has been called or is about to be).
    bool leave(Waiter &waiter);
    bool isWaiting(const Waiter &waiter) const;

    //! A place is free: those whose turn it is get it.
    void placeFreed()
    {
        if (m_waiting.load() > 0)
            serve();
    }
    //! A place was held for so long; what estimates are made of.
    void served(std::chrono::microseconds time);

    int waiting() const { return m_waiting.load(std::memory_order_relaxed); }
    //! What one more request would wait, without regard to turns; 0 while unknown. Lock-free.
    std::chrono::milliseconds expectedWait(int places) const;

private:
    using Ticket = std::pair<SteadyTime, quint64>; //!< deadline, then order of arrival

    //! The requests of one key.
    struct Line {
        QByteArray key;
        quint64 round = 0; //!< when it is its turn
        std::map<Ticket, std::shared_ptr<Waiter>> waiters = {};
    };
    struct ByTurn {
        bool operator()(const Line *a, const Line *b) const
        {
            return std::tie(a->round, a->waiters.begin()->first, a->key)
                < std::tie(b->round, b->waiters.begin()->first, b->key);
        }
    };
    //! All of one priority.
    struct Class {
        std::map<QByteArray, Line> lines = {}; //!< empty ones keep their round
        std::set<Line *, ByTurn> turns = {};   //!< those with waiters
        quint64 round = 0;
        int waiting = 0;
    };
    using Told = std::vector<std::shared_ptr<Waiter>>;

    Class &classOf(Priority priority) { return m_classes[static_cast<std::size_t>(priority)]; }
    void serve();
    void serveLocked(Told &told);
    std::shared_ptr<Waiter> placeNext(SteadyTime now);
    std::shared_ptr<Waiter> placed(Class &all, Line &line, Waiter &waiter);
    void insert(std::shared_ptr<Waiter> waiter);
    std::shared_ptr<Waiter> remove(Waiter &waiter);
    void promoteAged(SteadyTime now);
    std::shared_ptr<Waiter> makeRoom(const Terms &terms);
    int ahead(const Terms &terms);
    std::chrono::milliseconds expected(int ahead, int places) const;
    static void forgetIdle(Class &all);

    std::atomic<int> m_waiting{0};
    std::atomic<qint64> m_serviceUs{0}; //!< decayed mean
    mutable std::mutex m_mutex;         //!< guards what follows
    const Clock *m_clock = nullptr;
    Class m_classes[2];
    std::set<std::tuple<SteadyTime, quint64, Waiter *>> m_ageing; //!< batch requests
    quint64 m_arrivals = 0;
};

} // namespace Gatehouse::Routing
