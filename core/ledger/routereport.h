// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/distribution.h"
#include "core/ledger/reportrange.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <map>

namespace Gatehouse::Ledger {

//! The books' part of GET /routes/{id}/traffic: which target served the requests of one route, over
//! time and side by side. From the sums by hour.
class RouteReport
{
public:
    RouteReport(Store::Database &database, const DayCalendar &calendar, qint64 now)
        : m_database(database)
        , m_calendar(calendar)
        , m_now(now)
    {
    }

    //! {"now","time_zone","from","to","bucket_s","series":{"times","requests"},
    //! "targets":[{"provider","model","requests","failed","cost_nano_usd","unpriced",
    //! "first_token_p95","total_p95","counts":[…]}]}, the busiest target first; requests that no
    //! target served are counted in "series" alone. Times in milliseconds, null for too few. A
    //! \a canary ("provider/model") adds "canary" and "control": it, and all others together.
    Result<QJsonObject> make(const QString &route, const ReportSpan &span,
                             const QString &canary = {});

private:
    struct Target {
        qint64 requests = 0;
        qint64 failed = 0;
        qint64 cost = 0;
        qint64 unpriced = 0;
        std::vector<qint64> counts;
        Distribution firstToken;
        Distribution total;

        void add(const Target &other);
        QJsonObject toJson() const;
    };
    //! Provider and model.
    using Targets = std::map<std::pair<QString, QString>, Target>;

    Result<void> addSums(const QString &route, const ReportPoints &points);
    Result<void> addTimes(const QString &route, const ReportPoints &points);
    QJsonArray targets() const;
    void addSides(QJsonObject &report, const QString &canary) const;

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    const qint64 m_now;
    Targets m_targets;
    std::vector<qint64> m_requests;
};

} // namespace Gatehouse::Ledger
