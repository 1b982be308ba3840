// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/latencyreport.h"

#include "core/ledger/phases.h"
#include "core/ledger/requestjson.h"
#include "core/ledger/rowquery.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr int heatRows = 18;
constexpr size_t mostLines = 8;
constexpr size_t mostTableRows = 500;
constexpr double usPerMs = 1000;

constexpr std::array percentiles{"p50"_L1, "p90"_L1, "p95"_L1, "p99"_L1};

//! Of the slow side: the share of answers that is slower is the same for times and for speeds.
double shareOf(QLatin1StringView name, bool ofSpeed)
{
    const double share = name == "p50"_L1 ? 0.5
        : name == "p90"_L1                ? 0.9
        : name == "p95"_L1                ? 0.95
                                          : 0.99;
    return ofSpeed ? 1 - share : share;
}

bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

} // namespace

void LatencyReport::Extremes::take(const Extremes &other)
{
    mostTotal = std::max(mostTotal, other.mostTotal);
    mostFirst = std::max(mostFirst, other.mostFirst);
    mostGateway = std::max(mostGateway, other.mostGateway);
    if (other.leastSpeed > 0 && (leastSpeed == 0 || other.leastSpeed < leastSpeed))
        leastSpeed = other.leastSpeed;
}

Result<void> LatencyReport::check(const LatencyQuery &query)
{
    const auto wrong = [](const QString &why, const QString &parameter) {
        return Error{ErrorCode::InvalidArgument, why, parameter};
    };
    if (!isOneOf(query.measure, {"total"_L1, "first_token"_L1, "speed"_L1, "gateway"_L1}))
        return wrong(u"use total, first_token, speed or gateway"_s, u"measure"_s);
    if (!isOneOf(query.by, {"provider"_L1, "model"_L1, "route"_L1}))
        return wrong(u"use provider, model or route"_s, u"by"_s);
    if (!isOneOf(query.streamed, {"both"_L1, "yes"_L1, "no"_L1}))
        return wrong(u"use both, yes or no"_s, u"streamed"_s);
    return {};
}

Result<QJsonObject> LatencyReport::make(const LatencyQuery &query)
{
    if (const Result<void> checked = check(query); !checked)
        return checked.error();
    m_query = query;
    m_column = query.by.toLatin1();
    const Result<ReportRange> range = ReportRange::of(query.span, m_now);
    if (!range)
        return range.error();
    const ReportPoints points(*range, m_calendar, m_now);
    m_points.resize(points.size());
    m_extremes.resize(points.size());
    m_phases.resize(points.size());
    Result<void> done = addSamples(points);
    if (done)
        done = addBefore(points);
    if (done)
        done = addPhases(points);
    if (!done)
        return done.error();
    qint64 samples = 0;
    qint64 streamed = 0;
    for (const auto &[id, group] : m_groups) {
        samples += group.total.samples();
        streamed += group.firstToken.samples();
    }
    return QJsonObject{{u"now"_s, isoTime(m_now)},
                       {u"time_zone"_s, QString::fromLatin1(m_calendar.zone().id())},
                       {u"from"_s, isoTime(points.starts().front())},
                       {u"to"_s, isoTime(points.starts().back())},
                       {u"bucket_s"_s, points.range().bucket / usPerSecond},
                       {u"measure"_s, query.measure},
                       {u"by"_s, query.by},
                       {u"streamed"_s, query.streamed},
                       {u"unit"_s, isSpeed() ? u"tokens_per_second"_s : u"ms"_s},
                       {u"samples"_s, samples},
                       {u"streamed_samples"_s, streamed},
                       {u"overall"_s, overall()},
                       {u"series"_s, series(points)},
                       {u"groups"_s, lines(points)},
                       {u"heat"_s, heat(points)},
                       {u"phases"_s, phases()},
                       {u"table"_s, table()}};
}

// --- samples ------------------------------------------------------------------------------------

//! The sums know neither answers from the cache nor the gateway's time of streamed answers alone.
LatencyReport::Source LatencyReport::sourceOf(const ReportPoints &points) const
{
    const bool rare = m_query.measure == "gateway"_L1 && m_query.streamed != "both"_L1;
    if (points.range().exact || m_query.cacheHits || rare)
        return Source::Requests;
    return points.areDays() ? Source::Days : Source::Hours;
}

QByteArray LatencyReport::narrowed(QByteArrayView moment) const
{
    QByteArray sql = moment + " >= ? AND " + moment + " < ?";
    for (const auto &[column, value] : {std::pair{" AND provider = ?", &m_query.provider},
                                        std::pair{" AND model = ?", &m_query.model},
                                        std::pair{" AND route = ?", &m_query.route}}) {
        if (!value->isEmpty())
            sql += column;
    }
    return sql;
}

template <typename Take>
Result<void> LatencyReport::read(const QByteArray &sql, qint64 from, qint64 to, Take take)
{
    auto select = m_database.prepare(sql);
    if (!select)
        return select.error();
    select->bindAll(from, to);
    int index = 3;
    for (const QString *value : {&m_query.provider, &m_query.model, &m_query.route}) {
        if (!value->isEmpty())
            select->bind(index++, *value);
    }
    return eachRow(*select, take);
}

Result<void> LatencyReport::addSamples(const ReportPoints &points)
{
    const Source source = sourceOf(points);
    const Result<void> done = source == Source::Requests
        ? addFromRows(points)
        : addFromSums(points, source == Source::Days);
    for (auto &[id, group] : m_groups) {
        for (const auto &[point, samples] : group.points)
            m_points[point].merge(samples);
    }
    return done;
}

Result<void> LatencyReport::addFromRows(const ReportPoints &points)
{
    QByteArray sql = "SELECT " + m_column
        + ", ts, total_us, iif(streamed, first_token_us, NULL), gateway_us,"
          " iif(streamed AND total_us > first_token_us,"
          " tokens_out * 1000000000 / (total_us - first_token_us), NULL)"
          " FROM requests WHERE "
        + narrowed("ts") + " AND outcome = 'ok'";
    if (!m_query.cacheHits)
        sql += " AND cache <> 'hit'";
    if (m_query.streamed != "both"_L1)
        sql += m_query.streamed == "yes"_L1 ? " AND streamed" : " AND NOT streamed";
    const bool exact = points.range().exact;
    const auto add = [exact](Distribution &samples, qint64 value) {
        if (exact)
            samples.add(value);
        else
            samples.addBucket(bucketOf(value), 1);
    };
    return read(sql, points.range().from, points.range().to, [&](const Store::Statement &row) {
        Group &group = m_groups[row.text(0)];
        const size_t point = points.at(row.integer(1));
        const qint64 total = row.integer(2);
        const std::optional<qint64> first = row.integerOrNull(3);
        const qint64 gateway = row.integer(4);
        const std::optional<qint64> speed = row.integerOrNull(5);
        add(group.total, total);
        add(group.gateway, gateway);
        if (first)
            add(group.firstToken, *first);
        if (speed)
            add(group.speed, *speed);
        const std::optional<qint64> measured = isSpeed() ? speed
            : m_query.measure == "total"_L1              ? std::optional(total)
            : m_query.measure == "gateway"_L1            ? std::optional(gateway)
                                                         : first;
        if (measured)
            add(group.points[point], *measured);
        m_extremes[point].take({total, first.value_or(0), gateway, speed.value_or(0)});
    });
}

Result<void> LatencyReport::addFromSums(const ReportPoints &points, bool days)
{
    // In the order of the table, without sorting: adding up here is faster than there.
    const QByteArray sql = "SELECT " + m_column
        + (days ? ", day, kind, bucket, requests FROM hist_day_model WHERE "
                : ", hour, kind, bucket, requests FROM hist_hour_model WHERE ")
        + narrowed(days ? "day" : "hour");
    const ReportRange &range = points.range();
    const qint64 from = days ? m_calendar.dayOf(range.from) : range.firstHour();
    const qint64 to = days ? m_calendar.dayOf(range.to - 1) + 1 : range.endHour();
    const bool notStreamed = m_query.streamed == "no"_L1;
    const bool onlyStreamed = m_query.streamed == "yes"_L1;
    QByteArray id;
    Group *group = nullptr;
    qint64 moment = -1;
    size_t point = 0;
    return read(sql, from, to, [&](const Store::Statement &row) {
        if (const QByteArray next = row.text(0); !group || next != id) {
            id = next;
            group = &m_groups[id];
        }
        if (row.integer(1) != moment) {
            moment = row.integer(1);
            point = points.at(days ? m_calendar.startOf(DayCalendar::date(moment))
                                   : moment * usPerHour);
        }
        const int bucket = static_cast<int>(row.integer(3));
        const qint64 count = row.integer(4);
        const auto add = [&](Distribution &samples, QLatin1StringView measure, qint64 signedCount) {
            samples.addBucket(bucket, signedCount);
            if (m_query.measure == measure)
                group->points[point].addBucket(bucket, signedCount);
        };
        switch (static_cast<LatencyKind>(row.integer(2))) {
        case LatencyKind::Total:
            if (!onlyStreamed)
                add(group->total, "total"_L1, count);
            return;
        case LatencyKind::StreamedTotal:
            if (onlyStreamed)
                add(group->total, "total"_L1, count);
            else if (notStreamed)
                add(group->total, "total"_L1, -count);
            return;
        case LatencyKind::FirstToken:
            if (!notStreamed)
                add(group->firstToken, "first_token"_L1, count);
            return;
        case LatencyKind::Gateway:
            add(group->gateway, "gateway"_L1, count);
            return;
        case LatencyKind::Speed:
            if (!notStreamed)
                add(group->speed, "speed"_L1, count);
            return;
        }
    });
}

//! Always from the sums: a comparison is worth no scan of the rows.
Result<void> LatencyReport::addBefore(const ReportPoints &points)
{
    const ReportRange before = points.range().before();
    const bool days = points.areDays();
    const LatencyKind kind = isSpeed() ? LatencyKind::Speed
        : m_query.measure == "total"_L1
        ? m_query.streamed == "yes"_L1 ? LatencyKind::StreamedTotal : LatencyKind::Total
        : m_query.measure == "gateway"_L1 ? LatencyKind::Gateway
                                          : LatencyKind::FirstToken;
    const QByteArray sql = "SELECT " + m_column
        + (days ? ", bucket, sum(requests) FROM hist_day_model WHERE "
                : ", bucket, sum(requests) FROM hist_hour_model WHERE ")
        + narrowed(days ? "day" : "hour")
        + " AND kind = " + QByteArray::number(static_cast<int>(kind)) + " GROUP BY 1, 2";
    const qint64 from = days ? m_calendar.dayOf(before.from) : before.firstHour();
    const qint64 to = days ? m_calendar.dayOf(before.to - 1) + 1 : before.endHour();
    return read(sql, from, to, [this](const Store::Statement &row) {
        if (const auto group = m_groups.find(row.text(0)); group != m_groups.end())
            group->second.before.addBucket(static_cast<int>(row.integer(1)), row.integer(2));
    });
}

Result<void> LatencyReport::addPhases(const ReportPoints &points)
{
    QByteArray sql = "SELECT hour, sum(requests), sum(queue_us), sum(earlier_us), sum(connect_us),"
                     " sum(first_us), sum(stream_us), max(max_total), max(max_first),"
                     " max(max_gateway), ifnull(min(nullif(min_speed, 0)), 0)"
                     " FROM roll_hour_latency WHERE "
        + narrowed("hour");
    if (m_query.streamed != "both"_L1)
        sql += m_query.streamed == "yes"_L1 ? " AND streamed = 1" : " AND streamed = 0";
    sql += " GROUP BY hour";
    const ReportRange &range = points.range();
    const bool exact = sourceOf(points) == Source::Requests;
    return read(sql, range.firstHour(), range.endHour(), [&](const Store::Statement &row) {
        const size_t point = points.at(std::max(row.integer(0) * usPerHour, range.from));
        PhaseSums &sums = m_phases[point];
        sums.requests += row.integer(1);
        for (int phase = 0; phase < 5; ++phase)
            sums.us[phase] += row.integer(2 + phase);
        if (!exact)
            m_extremes[point].take(
                {row.integer(7), row.integer(8), row.integer(9), row.integer(10)});
    });
}

// --- answers ------------------------------------------------------------------------------------

QJsonValue LatencyReport::value(const Distribution &samples, QLatin1StringView name) const
{
    return samples.milliseconds(shareOf(name, isSpeed())); // thousandths, for speeds as well
}

double LatencyReport::extreme(const Extremes &extremes) const
{
    const qint64 value = isSpeed()        ? extremes.leastSpeed
        : m_query.measure == "total"_L1   ? extremes.mostTotal
        : m_query.measure == "gateway"_L1 ? extremes.mostGateway
                                          : extremes.mostFirst;
    return std::round(static_cast<double>(value) / usPerMs * 10) / 10;
}

QJsonObject LatencyReport::series(const ReportPoints &points) const
{
    QJsonArray times;
    QJsonArray samples;
    QJsonArray most;
    std::map<QLatin1StringView, QJsonArray> values;
    for (size_t point = 0; point < points.size(); ++point) {
        const Distribution &at = m_points[point];
        times += isoTime(points.starts()[point]);
        samples += at.samples();
        most += at.samples() == 0 ? QJsonValue() : QJsonValue(extreme(m_extremes[point]));
        for (const QLatin1StringView name : percentiles)
            values[name] += value(at, name);
    }
    QJsonObject series{{u"times"_s, times}, {u"samples"_s, samples}, {u"max"_s, most}};
    for (const auto &[name, column] : values)
        series.insert(name, column);
    return series;
}

QJsonObject LatencyReport::overall() const
{
    Distribution all;
    Extremes extremes;
    for (const Distribution &at : m_points)
        all.merge(at);
    for (const Extremes &at : m_extremes)
        extremes.take(at);
    QJsonObject overall{
        {u"samples"_s, all.samples()},
        {u"max"_s, all.samples() == 0 ? QJsonValue() : QJsonValue(extreme(extremes))}};
    for (const QLatin1StringView name : percentiles)
        overall.insert(name, value(all, name));
    return overall;
}

std::vector<std::pair<const QByteArray *, const LatencyReport::Group *>> LatencyReport::byTraffic()
    const
{
    std::vector<std::pair<const QByteArray *, const Group *>> ordered;
    for (const auto &[id, group] : m_groups) {
        if (group.total.samples() > 0)
            ordered.emplace_back(&id, &group);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) {
        return a.second->total.samples() > b.second->total.samples();
    });
    return ordered;
}

//! The median around \a point, of it and as many on both sides as it takes to say something. Null
//! where nothing was measured at the point itself.
QJsonValue LatencyReport::typical(const Group &group, size_t point) const
{
    constexpr size_t mostBeside = 6;
    if (!group.points.contains(point))
        return {};
    Distribution near;
    for (size_t beside = 0; beside <= mostBeside && near.samples() < Distribution::fewSamples;
         ++beside) {
        if (const auto after = group.points.find(point + beside); after != group.points.end())
            near.merge(after->second);
        if (beside == 0 || beside > point)
            continue;
        if (const auto before = group.points.find(point - beside); before != group.points.end())
            near.merge(before->second);
    }
    return value(near, "p50"_L1);
}

QJsonArray LatencyReport::lines(const ReportPoints &points) const
{
    QJsonArray lines;
    for (const auto &[id, group] : byTraffic()) {
        if (size_t(lines.size()) == mostLines)
            break;
        QJsonArray p50;
        QJsonArray p95;
        QJsonArray typicals;
        qint64 samples = 0;
        Distribution all;
        for (size_t point = 0; point < points.size(); ++point) {
            const auto found = group->points.find(point);
            const bool known = found != group->points.end();
            p50 += known ? value(found->second, "p50"_L1) : QJsonValue();
            p95 += known ? value(found->second, "p95"_L1) : QJsonValue();
            typicals += typical(*group, point);
            if (known)
                all.merge(found->second);
        }
        samples = all.samples();
        lines += QJsonObject{{u"id"_s, QString::fromUtf8(*id)},
                             {u"samples"_s, samples},
                             {u"p50"_s, p50},
                             {u"p95"_s, p95},
                             {u"typical"_s, typicals},
                             {u"overall_p50"_s, value(all, "p50"_L1)}};
    }
    return lines;
}

//! Rows of even height on a logarithmic scale from the fastest to the slowest answer.
QJsonObject LatencyReport::heat(const ReportPoints &points) const
{
    std::vector<std::map<int, qint64>> buckets;
    int low = std::numeric_limits<int>::max();
    int high = std::numeric_limits<int>::min();
    for (const Distribution &at : m_points) {
        buckets.push_back(at.buckets());
        for (const auto &[bucket, count] : buckets.back()) {
            if (count <= 0)
                continue;
            low = std::min(low, bucket);
            high = std::max(high, bucket);
        }
    }
    if (low > high)
        return {{u"bounds"_s, QJsonArray()}, {u"counts"_s, QJsonArray()}};
    const int step = (high - low) / heatRows + 1;
    const int rows = (high - low) / step + 1;
    QJsonArray bounds;
    for (int row = 0; row <= rows; ++row)
        bounds += std::round(bucketFloor(low + row * step) / usPerMs * 100) / 100;
    QJsonArray counts;
    for (int row = 0; row < rows; ++row) {
        QJsonArray line;
        for (size_t point = 0; point < points.size(); ++point) {
            qint64 count = 0;
            for (int bucket = low + row * step; bucket < low + (row + 1) * step; ++bucket) {
                const auto found = buckets[point].find(bucket);
                count += found == buckets[point].end() ? 0 : std::max<qint64>(found->second, 0);
            }
            line += count;
        }
        counts += line;
    }
    return {{u"bounds"_s, bounds}, {u"counts"_s, counts}};
}

QJsonObject LatencyReport::phases() const
{
    static constexpr std::array names{"queue"_L1, "earlier"_L1, "connect"_L1, "first_token"_L1,
                                      "streaming"_L1};
    QJsonArray requests;
    std::array<QJsonArray, names.size()> means;
    for (const PhaseSums &sums : m_phases) {
        requests += sums.requests;
        for (size_t phase = 0; phase < names.size(); ++phase) {
            const double mean = sums.requests == 0
                ? 0
                : static_cast<double>(sums.us[phase]) / static_cast<double>(sums.requests);
            means[phase] += std::round(mean / usPerMs * 100) / 100;
        }
    }
    QJsonObject phases{{u"requests"_s, requests}};
    for (size_t phase = 0; phase < names.size(); ++phase)
        phases.insert(names[phase], means[phase]);
    return phases;
}

QJsonArray LatencyReport::table() const
{
    QJsonArray rows;
    for (const auto &[id, group] : byTraffic()) {
        if (size_t(rows.size()) == mostTableRows)
            break;
        rows += row(*id, *group);
    }
    return rows;
}

QJsonObject LatencyReport::row(const QByteArray &id, const Group &group) const
{
    Distribution measured;
    for (const auto &[point, samples] : group.points)
        measured.merge(samples);
    const double half = 0.5;
    const std::optional<double> now = measured.percentile(half);
    const std::optional<double> before = group.before.percentile(half);
    const bool comparable = now && before && *before > 0;
    return {{u"id"_s, QString::fromUtf8(id)},
            {u"samples"_s, group.total.samples()},
            {u"streamed_samples"_s, group.firstToken.samples()},
            {u"first_token_p50_ms"_s, group.firstToken.milliseconds(0.5)},
            {u"first_token_p95_ms"_s, group.firstToken.milliseconds(0.95)},
            {u"total_p50_ms"_s, group.total.milliseconds(0.5)},
            {u"total_p95_ms"_s, group.total.milliseconds(0.95)},
            {u"total_p99_ms"_s, group.total.milliseconds(0.99)},
            {u"speed_p50"_s, group.speed.milliseconds(0.5)},
            {u"speed_slowest_5"_s, group.speed.milliseconds(0.05)},
            {u"gateway_p99_ms"_s, group.gateway.milliseconds(0.99)},
            {u"change"_s, comparable ? QJsonValue(*now / *before - 1) : QJsonValue()}};
}

} // namespace Gatehouse::Ledger
