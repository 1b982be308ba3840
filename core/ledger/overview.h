// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/distribution.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/reportrange.h"
#include "core/ledger/schema.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <map>
#include <vector>

namespace Gatehouse::Ledger {

//! The books' part of GET /overview as of one moment. Ranges of more than an hour come from the
//! sums by hour, the last hour and short spans beside the hours from the rows themselves.
//!
//! A request succeeds when any attempt answered it; the caller's mistakes (400, 401, 403, 404, 413,
//! 422) and requests the caller left are outside the rate. First-token times are those of streamed
//! answers; answers from the cache have no latency.
class Overview
{
public:
    Overview(Store::Database &database, const DayCalendar &calendar, qint64 now);

    Result<QJsonObject> make(const LedgerReader::OverviewQuery &query);

private:
    //! Requests of a span by class, with what they cost.
    struct Totals {
        qint64 requests[4] = {}; //!< by RequestClass
        qint64 cost = 0;
        qint64 unpriced = 0;
        qint64 streamTokens = 0;
        qint64 streamUs = 0;

        qint64 all() const { return requests[0] + requests[1] + requests[2] + requests[3]; }
        qint64 of(RequestClass kind) const { return requests[static_cast<int>(kind)]; }
    };
    struct Latency {
        Distribution total;
        Distribution firstToken;
    };
    struct ProviderFigures {
        qint64 requests = 0;
        qint64 answeredAttempts = 0;
        qint64 failedAttempts = 0;
        qint64 streamTokens = 0;
        qint64 streamUs = 0;
        qint64 spendToday = 0;
        Latency latency;
    };
    using Range = ReportRange;
    //! The columns of the spend chart, by the hour or day that the sums know.
    struct SpendBuckets {
        QString unit; //!< hour, day or week
        QJsonArray names;
        std::map<qint64, size_t> positions;

        void add(qint64 number, const QString &name)
        {
            positions[number] = size_t(names.size());
            names += name;
        }
    };
    using Providers = std::map<QByteArray, ProviderFigures>;

    Result<Totals> totals(qint64 from, qint64 to);
    Result<void> addRows(Totals &totals, qint64 from, qint64 to);
    Result<void> addHours(Totals &totals, qint64 fromHour, qint64 toHour);

    //! Latency by series bucket; \a route empty = every route.
    Result<std::map<qint64, Latency>> latency(const Range &range, const QString &route);
    Result<Latency> latencyBetween(qint64 fromHour, qint64 toHour);

    Result<QJsonObject> spendToday();
    Result<QJsonObject> spendMonth();
    Result<QJsonValue> forecast(const QDate &today, qint64 spentThisMonth);
    Result<QJsonObject> requests();
    Result<QJsonObject> success(const Range &range);
    Result<QJsonObject> firstToken(const Range &range);
    Result<QJsonObject> spend(const LedgerReader::OverviewQuery &query, const Range &range);
    SpendBuckets spendBuckets(const LedgerReader::OverviewQuery &query, const Range &range,
                              bool hourly) const;
    Result<std::map<QString, std::vector<qint64>>> costs(const QString &by,
                                                         const SpendBuckets &buckets);
    Result<QJsonObject> latencySeries(const Range &range, const QString &route);
    Result<QJsonValue> providers(const Range &range);
    Result<void> addAttempts(Providers &providers, const Range &range);
    Result<void> addServed(Providers &providers, const Range &range);
    Result<void> addLatency(Providers &providers, const Range &range);
    Result<void> addSpendToday(Providers &providers);

    QJsonValue tokensPerSecond(qint64 tokens, qint64 us) const;
    Result<bool> knowsYesterday();

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    qint64 m_now;
    QDate m_today;
    qint64 m_todayStart;
    qint64 m_yesterdayStart;
    qint64 m_thisHour;
};

} // namespace Gatehouse::Ledger
