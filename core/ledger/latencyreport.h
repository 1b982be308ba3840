// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/distribution.h"
#include "core/ledger/reportrange.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <map>

namespace Gatehouse::Ledger {

//! Which requests a report on their times is about. Empty texts narrow nothing.
struct LatencyQuery {
    ReportSpan span = {};
    QString measure = QStringLiteral("first_token"); //!< total first_token speed gateway
    QString by = QStringLiteral("provider");         //!< provider model route
    QString streamed = QStringLiteral("both");       //!< both yes no
    bool cacheHits = false;                          //!< count answers from the cache too
    QString provider = {};
    QString model = {};
    QString route = {};
};

//! The books' part of GET /latency: how long answers took, over time and by group. Only answered
//! requests have times. Spans over a month are told by days of the reporting zone from histograms
//! by day, others by hours, short ones and rare questions from the rows.
class LatencyReport
{
public:
    LatencyReport(Store::Database &database, const DayCalendar &calendar, qint64 now)
        : m_database(database)
        , m_calendar(calendar)
        , m_now(now)
    {
    }

    //! {"now","time_zone","from","to","bucket_s","measure","by","streamed","unit","samples",
    //! "streamed_samples","overall":{…},"series":{"times","samples","p50",…,"max"},
    //! "groups":[{"id","samples","p50":[…],"p95":[…],"typical":[…]}],"heat":{"bounds","counts"},
    //! "phases":{"requests","queue","earlier","connect","first_token","streaming"},
    //! "table":[…]}; times in milliseconds, speeds in tokens per second, null for too few samples.
    //! "typical" is p50 with the samples of the hours around where those of one are too few.
    Result<QJsonObject> make(const LatencyQuery &query);

private:
    //! Where the samples come from.
    enum class Source { Requests, Hours, Days };
    struct Group {
        Distribution total;
        Distribution firstToken;
        Distribution gateway;
        Distribution speed;
        std::map<size_t, Distribution> points; //!< of the measure
        Distribution before;                   //!< of the measure, in the span before
    };
    struct Extremes {
        qint64 mostTotal = 0;
        qint64 mostFirst = 0;
        qint64 mostGateway = 0;
        qint64 leastSpeed = 0;

        void take(const Extremes &other);
    };
    struct PhaseSums {
        qint64 requests = 0;
        qint64 us[5] = {};
    };
    using Groups = std::map<QByteArray, Group>;

    Result<void> check(const LatencyQuery &query);
    Source sourceOf(const ReportPoints &points) const;
    //! "hour >= ? AND …" and its values: the span first, then what narrows.
    QByteArray narrowed(QByteArrayView moment) const;
    template <typename Take>
    Result<void> read(const QByteArray &sql, qint64 from, qint64 to, Take take);

    Result<void> addSamples(const ReportPoints &points);
    Result<void> addFromRows(const ReportPoints &points);
    Result<void> addFromSums(const ReportPoints &points, bool days);
    Result<void> addBefore(const ReportPoints &points);
    Result<void> addPhases(const ReportPoints &points);

    bool isSpeed() const { return m_query.measure == QLatin1StringView("speed"); }
    QJsonValue value(const Distribution &samples, QLatin1StringView name) const;
    double extreme(const Extremes &extremes) const;
    QJsonObject series(const ReportPoints &points) const;
    QJsonObject overall() const;
    QJsonValue typical(const Group &group, size_t point) const;
    QJsonArray lines(const ReportPoints &points) const;
    QJsonObject heat(const ReportPoints &points) const;
    QJsonObject phases() const;
    QJsonArray table() const;
    QJsonObject row(const QByteArray &id, const Group &group) const;
    std::vector<std::pair<const QByteArray *, const Group *>> byTraffic() const;

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    const qint64 m_now;
    LatencyQuery m_query;
    QByteArray m_column; //!< of the groups
    Groups m_groups;
    std::vector<Distribution> m_points;
    std::vector<Extremes> m_extremes;
    std::vector<PhaseSums> m_phases;
};

} // namespace Gatehouse::Ledger
