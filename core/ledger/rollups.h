// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/phases.h"
#include "core/ledger/schema.h"

#include <array>
#include <map>
#include <tuple>
#include <vector>

namespace Gatehouse::Ledger {

//! Sums of one batch of requests, added to the rollup tables at its end: one upsert per group and
//! batch instead of five per request.
class Rollups
{
public:
    explicit Rollups(DayCalendar calendar)
        : m_calendar(std::move(calendar))
    {
    }

    void add(const RequestRecord &record);
    //! Only to the tables by hour and slot, or only to those by day, for rebuilding.
    void addToHours(const RequestRecord &record);
    void addToDays(const RequestRecord &record);
    //! A copy counts with its money and tokens alone, for nobody; an answer that nobody got is its
    //! own provider's spending. Writes the sums inside the caller's transaction and forgets them.
    Result<void> store(Store::Database &database);
    void clear();

private:
    static constexpr qint64 none = -1;

    //! What the sums by model are grouped by; an hour or day of none is not kept.
    struct Place {
        qint64 hour = none;
        qint64 day = none;
        QByteArray model;
        QByteArray provider;
        QByteArray route;

        auto tied() const { return std::tie(hour, day, model, provider, route); }
        bool operator<(const Place &other) const { return tied() < other.tied(); }
    };
    struct ClassSums {
        qint64 requests = 0;
        qint64 tokensIn = 0;
        qint64 tokensOut = 0;
        qint64 cost = 0;
        qint64 unpriced = 0;
        qint64 streamTokens = 0;
        qint64 streamUs = 0;

        bool operator==(const ClassSums &) const = default;
    };
    struct LatencySums {
        qint64 requests = 0;
        Phases phases;
        qint64 mostTotal = 0;
        qint64 mostFirst = 0;
        qint64 mostGateway = 0;
        qint64 leastSpeed = 0; //!< 0 = none
    };
    struct OutcomeCount {
        Counted counted = Counted::Requests;
        Outcome outcome = Outcome::Ok;
        int kind = 0; //!< RequestClass or AttemptClass
        qint64 count = 0;
    };
    using Histogram = std::array<quint32, latencyKinds * latencyBuckets>; //!< kind by kind
    struct Cell {
        std::array<ClassSums, requestClasses> classes; //!< by RequestClass
        std::array<qint64, attemptClasses> attempts{}; //!< by AttemptClass
        std::array<LatencySums, 2> latency;            //!< whole answers, streamed ones
        Histogram histogram{};
        std::vector<OutcomeCount> outcomes;
    };

    struct SlotKey {
        qint64 slot = 0;
        QByteArray team;
        QByteArray route;
        QByteArray model;
        QByteArray provider;

        auto tied() const { return std::tie(slot, team, route, model, provider); }
        bool operator<(const SlotKey &other) const { return tied() < other.tied(); }
    };
    struct DayKey {
        qint64 day = 0;
        QByteArray key;
        QByteArray team;
        QByteArray route;
        QByteArray model;
        QByteArray provider;

        auto tied() const { return std::tie(day, key, team, route, model, provider); }
        bool operator<(const DayKey &other) const { return tied() < other.tied(); }
    };
    struct DaySums {
        qint64 requests = 0;
        qint64 errors = 0;
        Usage usage;
        qint64 cost = 0;
        qint64 listCost = 0;
        qint64 unpriced = 0;
        qint64 cacheSaved = 0;
        qint64 lastUse = 0;
        QByteArray lastClient;
    };

    //! A map that finds the entry of its last call again without a search: rows of one kind come
    //! one after the other.
    template <typename Key, typename Value>
    class Sums
    {
    public:
        //! \a parts are the key's members in their order, copied for a new entry only.
        template <typename... Parts>
        Value &at(const Parts &...parts)
        {
            if (m_last == m_map.end() || m_last->first.tied() != std::tie(parts...))
                m_last = m_map.try_emplace(Key{parts...}).first;
            return m_last->second;
        }
        void clear()
        {
            m_map.clear();
            m_last = m_map.end();
        }
        auto begin() const { return m_map.begin(); }
        auto end() const { return m_map.end(); }

    private:
        std::map<Key, Value> m_map;
        typename std::map<Key, Value>::iterator m_last = m_map.end();
    };

    void addAt(const RequestRecord &record, qint64 hour, qint64 day);
    void addToKey(const RequestRecord &record, qint64 day);
    void addToSlot(const RequestRecord &record);
    static void addUsage(const RequestRecord &record, DaySums &sums);
    void addCopy(const RequestRecord &record, qint64 hour, qint64 day);
    void addAttempts(const RequestRecord &record, qint64 hour, qint64 day);
    static void addToClass(const RequestRecord &record, ClassSums &sums);
    static void addTimes(const RequestRecord &record, Histogram &histogram);
    static void addPhases(const RequestRecord &record, Cell &cell);
    static void count(Cell &cell, Counted counted, Outcome outcome, int kind);

    Result<void> storeHours(Store::Database &database) const;
    Result<void> storeDays(Store::Database &database) const;
    Result<void> storeSlots(Store::Database &database) const;
    static void addTo(DaySums &all, const DaySums &more);
    static Result<void> storeWeeks(Store::Database &database,
                                   const std::map<std::pair<qint64, QByteArray>, DaySums> &weeks);
    Result<void> storeProviders(Store::Database &database) const;
    Result<void> storeLatency(Store::Database &database) const;
    Result<void> storePhases(Store::Database &database) const;
    Result<void> storeOutcomes(Store::Database &database) const;
    Result<void> storeKeyUse(Store::Database &database) const;

    DayCalendar m_calendar;
    Sums<Place, Cell> m_cells;
    Sums<DayKey, DaySums> m_days;
    Sums<SlotKey, DaySums> m_slots;
};

} // namespace Gatehouse::Ledger
