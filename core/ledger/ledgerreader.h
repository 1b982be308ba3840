// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/copiesreport.h"
#include "core/ledger/latencyreport.h"
#include "core/ledger/reliabilityreport.h"
#include "core/ledger/requestfilter.h"
#include "core/ledger/schema.h"
#include "core/ledger/traffic.h"
#include "core/ledger/usagereport.h"
#include "core/store/database.h"

#include <QtCore/QJsonObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Gatehouse::Ledger {

class PriceBook;

//! Answers questions about the books over a read-only connection, in the shapes of the admin API.
//! Any one thread; a question that takes longer than 30 s is given up (Timeout).
class LedgerReader
{
public:
    //! \a zone: reporting zone, the writer's. \a clock outlives the reader.
    static Result<std::unique_ptr<LedgerReader>> open(const QString &path, const QTimeZone &zone,
                                                      const Clock &clock);
    ~LedgerReader();

    struct Page {
        RequestFilter filter = {};
        int limit = 100;
        QString cursor = {}; //!< "next" of the page before; empty = newest
    };
    //! {"items": [row…], "next": cursor or null}, newest first. A cursor not made by us is
    //! InvalidArgument with path "cursor".
    Result<QJsonObject> requests(const Page &page);

    //! One request with trace and cost lines; NotFound. \a prices may be null.
    Result<QJsonObject> request(QByteArrayView id, const PriceBook *prices);

    //! {"from","to","bucket_s","requests":[…],"errors":[…],"total"}; without since the last 24 h.
    Result<QJsonObject> histogram(const RequestFilter &filter, int buckets);

    //! {"items": [{"provider", …, "requests", "errors", "tokens_in", "tokens_out",
    //! "tokens_cached", "cost_nano_usd", "unpriced"}], "next": null}. \a by: names of UsageGroups,
    //! separated by commas; empty: one row of totals. Spans over two days count whole days of the
    //! reporting zone; "from" and "to" say what is counted, "partial" that there was no time for
    //! all of the span. UsageSpan::compare adds "previous", the same groups without days of the
    //! span before, "previous_days" or "previous_hours" where those are asked for, and
    //! "unpriced_models". No end of the span: now.
    Result<QJsonObject> usage(QStringView by, UsageSpan span);
    Result<QJsonObject> usage(QStringView by, qint64 sinceUs, std::optional<qint64> untilUs = {},
                              const QString &key = {}, bool compare = false);

    struct OverviewQuery {
        QString range = QStringLiteral("24h");        //!< 1h 24h 7d 30d
        QString spendBy = QStringLiteral("provider"); //!< provider model team key
        QString route = {};                           //!< narrows "latency"
        //! In place of the range; microseconds since 1970, until is exclusive and now without it.
        std::optional<qint64> since = {};
        std::optional<qint64> until = {};
    };
    //! GET /overview without what the books do not know (health, names, events, problems).
    Result<QJsonObject> overview(const OverviewQuery &query);

    //! See LatencyReport and ReliabilityReport.
    Result<QJsonObject> latency(const LatencyQuery &query);
    Result<QJsonObject> reliability(const ReliabilityQuery &query);
    //! See RouteReport.
    Result<QJsonObject> routeTraffic(const QString &route, const ReportSpan &span,
                                     const QString &canary);

    //! {"rows", "oldest", "newest"}: how much the request log holds; times null when empty.
    Result<QJsonObject> extent();

    //! {"items": [text…]} of requestValues().
    Result<QJsonObject> values(QStringView field, const QString &part, int limit);

    //! See compareCopies(), costOfCopies() and callersOf().
    Result<QJsonObject> copies(const CopiesQuestion &question);
    Result<QJsonObject> costOfCopies(const CopiesQuestion &question);
    Result<QJsonObject> callers(const QByteArray &model, qint64 sinceUs);

    //! Any other question, by a function that knows the tables.
    using Look =
        std::function<Result<QJsonObject>(Store::Database &database, const DayCalendar &calendar)>;
    Result<QJsonObject> look(const Look &look);

    //! Spend and requests of each key since ever: {key: {"spent_nano_usd","requests","last_used",
    //! "last_client"}}.
    Result<QJsonObject> keyTotals();

    //! What one key did since then: {"requests","failed","cost_nano_usd","unpriced","first","last",
    //! "models":[…],"clients":[{"address","requests","last"}]}, the busiest 20 of each first.
    Result<QJsonObject> keyActivity(const QByteArray &key, qint64 sinceUs);
    //! See traffic.h.
    Result<std::vector<Traffic>> recentTraffic(qint64 sinceUs, int most);
    Result<std::vector<HourFigures>> hourFigures(const Api::Scope &scope, qint64 firstHour,
                                                 qint64 endHour);

private:
    LedgerReader(std::unique_ptr<Store::Database> database, const QTimeZone &zone,
                 const Clock &clock);
    void beginQuestion();

    std::unique_ptr<Store::Database> m_database;
    DayCalendar m_calendar;
    const Clock &m_clock;
    std::chrono::steady_clock::time_point m_deadline{};
};

} // namespace Gatehouse::Ledger
