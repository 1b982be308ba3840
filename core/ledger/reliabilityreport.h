// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/reliabilitybook.h"
#include "core/ledger/reportrange.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <functional>
#include <map>

namespace Gatehouse::Ledger {

//! What a report on failures is about.
struct ReliabilityQuery {
    ReportSpan span = {};
    QString by = QStringLiteral("route");       //!< route provider model
    QString count = QStringLiteral("requests"); //!< requests attempts
    bool callerMistakes = false;                //!< and requests the caller left
    bool incidents = true;                      //!< found in the rows of bad hours
    QStringList names = {};                     //!< that have an objective even without requests
    std::vector<Objective> objectives = {};     //!< those chosen
};

//! The books' part of GET /reliability. A route succeeds when its requests are answered by any
//! attempt; a provider and a model when their attempts are. The caller's mistakes and requests the
//! caller left are outside the rate.
class ReliabilityReport
{
public:
    ReliabilityReport(Store::Database &database, const DayCalendar &calendar, qint64 now)
        : m_database(database)
        , m_calendar(calendar)
        , m_now(now)
    {
    }

    //! {"now","time_zone","from","to","bucket_s","by","count","success":{"rate","answered","failed",
    //! "mistakes","cancelled"},"series":{"times","success","answered","failed","rescued"},
    //! "errors":[{"kind","total","counts"}],"totals":{"requests","attempts","retries","fallbacks",
    //! "rescued","hedged"},"groups":[{"id","answered","failed","success"}],"objectives":[{"id",
    //! "kind","name","target","days","is_default","answered","failed","success","budget_left",
    //! "burn":{"1h","6h","3d"}}],"targets":[{"provider","model","attempts":[…]}],"incidents":[…]}
    Result<QJsonObject> make(const ReliabilityQuery &query);

private:
    //! Some requests or attempts that ended alike.
    struct Ended {
        qint64 us = 0; //!< the moment, or the start of the hour
        Counted counted = Counted::Requests;
        QByteArray provider;
        QByteArray model;
        QByteArray route;
        QByteArray outcome;
        int kind = 0; //!< RequestClass or AttemptClass
        qint64 count = 0;
    };
    using Take = std::function<void(const Ended &)>;
    struct Rate {
        qint64 answered = 0;
        qint64 failed = 0;

        void add(const Ended &ended);
        QJsonValue share() const;
        double failedShare() const;
    };
    using Rates = std::map<QByteArray, Rate>;

    Result<void> check(const ReliabilityQuery &query) const;
    //! Everything that ended in the span, exactly.
    Result<void> each(qint64 from, qint64 to, const Take &take);
    Result<void> eachHour(qint64 firstHour, qint64 endHour, const Take &take);
    Result<void> eachRow(qint64 from, qint64 to, const Take &take);
    Result<void> eachAttempt(qint64 from, qint64 to, const Take &take);

    Counted objectiveCounts() const;
    const QByteArray &groupOf(const Ended &ended) const;
    Result<Rates> rates(qint64 from);
    Result<QJsonArray> objectives();
    void count(const ReportPoints &points, const Ended &ended);
    QJsonObject series(const ReportPoints &points) const;
    QJsonArray errors() const;
    QJsonArray groups() const;
    QJsonArray targets() const;

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    const qint64 m_now;
    ReliabilityQuery m_query;
    Counted m_counted = Counted::Requests;
    std::vector<Rate> m_points;
    std::vector<qint64> m_rescued;
    Rate m_all;
    qint64 m_mistakes = 0;
    qint64 m_cancelled = 0;
    std::map<Counted, qint64> m_totals;
    std::map<QByteArray, std::vector<qint64>> m_errors; //!< by kind
    Rates m_groups;
    std::map<std::pair<QByteArray, QByteArray>, std::vector<qint64>> m_targets;
};

} // namespace Gatehouse::Ledger
