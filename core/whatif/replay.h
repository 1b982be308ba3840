// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/distribution.h"
#include "core/ledger/requestfilter.h"
#include "core/ledger/schema.h"
#include "core/whatif/world.h"

#include <QtCore/QJsonObject>

#include <map>

namespace Gatehouse::WhatIf {

//! Replays finished requests under another configuration and counts what changes. A request goes
//! where it went unless the two configurations send it to different places, and costs what it did
//! unless its place or the prices there differ: the unchanged configuration gives back the books to
//! the nano-dollar, whatever happened in them. Nothing is sent. One thread at a time.
class Replay
{
public:
    //! \a from: requests before it only fill budgets.
    Replay(Compiled before, Compiled after, WallTime from);

    //! Budgets need the requests from then on.
    WallTime readsFrom() const { return m_readsFrom; }
    //! In the order of their times. One that does not \a count only draws on budgets.
    void add(const Ledger::RequestRecord &record, bool counts = true);
    //! What a route's shadow was sent, any time after the requests of its time. It costs what it
    //! did while the route still has that shadow, and its provider that price.
    void addCopy(const Ledger::RequestRecord &copy);

    //! {"requests","replayed","moved","refused","unserved","cost_before_nano_usd",
    //! "cost_after_nano_usd","delta_nano_usd","unpriced_before","unpriced_after","models":[{
    //! "provider","model","requests_before","requests_after","cost_before_nano_usd",
    //! "cost_after_nano_usd","typical_ms"|null,"slow_ms"|null}],"days":[{"day","provider","model",
    //! "before_nano_usd","after_nano_usd"}],"moves":[{"from","to","requests","delta_nano_usd"}],
    //! "refusals":[{"reason","scope","requests"}],"blocked":[{"reason","provider","model",
    //! "requests"}],"latency":{"before_ms","after_ms","unknown"},"pictures_of_unknown_size",
    //! "assumptions":[code…]}
    QJsonObject result() const;

private:
    struct Sums {
        qint64 before = 0;
        qint64 after = 0;
        qint64 requestsBefore = 0;
        qint64 requestsAfter = 0;
        Ledger::Distribution times; //!< measured
        qint64 timeSum = 0;
        qint64 timed = 0;
        qint64 movedHere = 0;
    };
    struct Move {
        qint64 requests = 0;
        qint64 delta = 0;
    };
    struct Outcome {
        Decision decision;
        std::optional<Money> cost;
        bool moved = false;
        bool isSizeMissing = false;
    };

    Outcome outcomeOf(const Ledger::RequestRecord &record);
    void settle(const Ledger::RequestRecord &record, Outcome &outcome);
    void keep(const Ledger::RequestRecord &record);
    void book(const Place &place, WallTime time, Money before, Money after);
    void count(const Ledger::RequestRecord &record, const Outcome &outcome);
    void refuse(const QByteArray &why);
    void noteUnfit(const Decision &before, const Decision &after);
    Sums &sumsOf(const Place &place) { return m_models[place]; }
    QJsonObject latencyJson() const;

    ReplayClock m_clock;
    World m_before;
    World m_after;
    const WallTime m_from;
    WallTime m_readsFrom;
    const Ledger::DayCalendar m_calendar;

    qint64 m_requests = 0;
    qint64 m_replayed = 0;
    qint64 m_moved = 0;
    qint64 m_refused = 0;
    qint64 m_unpricedBefore = 0;
    qint64 m_unpricedAfter = 0;
    qint64 m_unsized = 0; //!< priced anew by the size of pictures, which is not known
    Money m_costBefore;
    Money m_costAfter;
    qint64 m_stayedTime = 0; //!< of those that did not move, microseconds
    qint64 m_stayed = 0;
    qint64 m_movedTime = 0; //!< measured where they were
    std::map<Place, Sums> m_models;
    std::map<std::pair<qint64, Place>, std::pair<qint64, qint64>> m_days;
    std::map<std::pair<Place, Place>, Move> m_moves;
    std::map<QByteArray, qint64> m_refusals;
    std::map<std::pair<QByteArray, Place>, qint64> m_blocked;
};

//! Feeds a replay from the books, piece by piece, so that other questions come between.
class Traffic
{
public:
    static constexpr int pieceSize = 2000;

    //! Those that \a filter leaves count. \a from and \a until are of the replay.
    Traffic(Ledger::RequestFilter filter, WallTime from, WallTime until)
        : m_filter(std::move(filter))
        , m_from(from)
        , m_until(until)
    {
    }

    //! Adds the next piece; false: there was no more.
    Result<bool> feed(Store::Database &database, Replay &replay);
    //! How much of the time is behind it, 0 to 1.
    double progress() const;

private:
    Result<void> feedCopies(Store::Database &database, Replay &replay, qint64 until);

    const Ledger::RequestFilter m_filter;
    const WallTime m_from;
    const WallTime m_until;
    qint64 m_begin = 0;
    qint64 m_ts = 0;
    qint64 m_row = 0;
    qint64 m_copiesTs = 0; //!< copies before it were fed
};

} // namespace Gatehouse::WhatIf
