// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/phases.h"
#include "core/ledger/schema.h"

#include <map>
#include <tuple>

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

    void add(const RequestRecord &record)
    {
        addToHours(record);
        addToDays(record);
    }
    //! Only to the tables by hour, or only to those by day, for rebuilding.
    void addToHours(const RequestRecord &record);
    void addToDays(const RequestRecord &record);
    //! Copies of requests count with their money and tokens alone. Writes the sums inside the
    //! caller's transaction and forgets them.
    Result<void> store(Store::Database &database);
    void clear();

private:
    struct HourKey {
        qint64 hour = 0;
        QByteArray model;
        QByteArray provider;
        QByteArray route;
        int detail = 0; //!< class, or kind and bucket, or streamed

        auto tied() const { return std::tie(hour, model, provider, route, detail); }
        bool operator<(const HourKey &other) const { return tied() < other.tied(); }
        bool operator==(const HourKey &other) const { return tied() == other.tied(); }
    };
    struct HourSums {
        qint64 requests = 0;
        qint64 tokensIn = 0;
        qint64 tokensOut = 0;
        qint64 cost = 0;
        qint64 unpriced = 0;
        qint64 streamTokens = 0;
        qint64 streamUs = 0;
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
        bool operator==(const DayKey &other) const { return tied() == other.tied(); }
    };
    struct DaySums {
        qint64 requests = 0;
        qint64 errors = 0;
        Usage usage;
        qint64 cost = 0;
        qint64 listCost = 0;
        qint64 unpriced = 0;
    };
    struct LatencySums {
        qint64 requests = 0;
        Phases phases;
        qint64 mostTotal = 0;
        qint64 mostFirst = 0;
        qint64 mostGateway = 0;
        qint64 leastSpeed = 0; //!< 0 = none
    };
    struct OutcomeKey {
        qint64 hour = 0;
        QByteArray model;
        QByteArray provider;
        QByteArray route;
        int counted = 0;
        Outcome outcome = Outcome::Ok;
        int kind = 0; //!< RequestClass or AttemptClass

        auto tied() const { return std::tie(hour, counted, model, provider, route, outcome, kind); }
        bool operator<(const OutcomeKey &other) const { return tied() < other.tied(); }
        bool operator==(const OutcomeKey &other) const { return tied() == other.tied(); }
    };
    struct ProviderSums {
        qint64 answered = 0;
        qint64 failed = 0;
        qint64 outside = 0;
    };

    //! A map that finds the entry of its last call again without a search: rows of one kind come
    //! one after the other.
    template <typename Key, typename Value>
    class Sums
    {
    public:
        Value &operator[](Key key)
        {
            if (m_last == m_map.end() || m_last->first != key)
                m_last = m_map.try_emplace(std::move(key)).first;
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

    struct KeyUse {
        qint64 ts = 0;
        QByteArray client;
    };

    void addHour(const RequestRecord &record, qint64 hour);
    void addUnusedToHour(const RequestRecord &record, qint64 hour);
    void addUnusedToDay(const RequestRecord &record, qint64 day);
    void addAttempts(const RequestRecord &record, qint64 hour);
    void addOutcomes(const RequestRecord &record, qint64 hour);
    void addPhases(const RequestRecord &record, qint64 hour);
    Result<void> storeHours(Store::Database &database) const;
    Result<void> storeDays(Store::Database &database) const;
    Result<void> storeProviders(Store::Database &database) const;
    Result<void> storeLatency(Store::Database &database) const;
    Result<void> storePhases(Store::Database &database) const;
    Result<void> storeOutcomes(Store::Database &database) const;
    Result<void> storeKeyUse(Store::Database &database) const;

    DayCalendar m_calendar;
    Sums<HourKey, HourSums> m_hours;
    Sums<DayKey, DaySums> m_days;
    Sums<std::pair<qint64, QByteArray>, ProviderSums> m_providers;
    Sums<HourKey, qint64> m_latency;     //!< by kind and bucket
    Sums<HourKey, qint64> m_dayLatency;  //!< the same with days in place of hours
    Sums<HourKey, LatencySums> m_phases; //!< by streamed or not
    Sums<OutcomeKey, qint64> m_outcomes;
    Sums<QByteArray, KeyUse> m_keyUse; //!< the last request of each key
};

} // namespace Gatehouse::Ledger
