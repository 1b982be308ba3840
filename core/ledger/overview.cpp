// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/overview.h"

#include "core/ledger/requestjson.h"
#include "core/ledger/rowquery.h"
#include "core/ledger/usagereport.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr double objective = 0.995;
constexpr int spendDays = 30;
constexpr int sparkHours = 24;
constexpr int forecastNeedsDays = 7;
constexpr int forecastLooksBackDays = 28;
constexpr qint64 nowSeconds = 10; //!< "per second now" is the mean of these
constexpr qint64 usPerMinute = 60 * usPerSecond;
constexpr qint64 usPerDay = 24 * usPerHour;
constexpr qint64 longestHourlySpend = 2 * usPerDay;
constexpr int mostDailyBars = 92;
constexpr int daysOfWeek = 7;

double median(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    if (values.size() % 2 == 1)
        return static_cast<double>(values[middle]);
    return (static_cast<double>(values[middle - 1]) + static_cast<double>(values[middle])) / 2;
}

QJsonValue share(qint64 part, qint64 rest)
{
    if (part + rest == 0)
        return QJsonValue::Null;
    return static_cast<double>(part) / static_cast<double>(part + rest);
}

} // namespace

Overview::Overview(Store::Database &database, const DayCalendar &calendar, qint64 now)
    : m_database(database)
    , m_calendar(calendar)
    , m_now(now)
    , m_today(calendar.dateAt(now))
    , m_todayStart(calendar.startOf(m_today))
    , m_yesterdayStart(calendar.startOf(m_today.addDays(-1)))
    , m_thisHour(now / usPerHour)
{
}

Result<QJsonObject> Overview::make(const LedgerReader::OverviewQuery &query)
{
    const Result<Range> range =
        ReportRange::of({.name = query.range, .since = query.since, .until = query.until}, m_now);
    if (!range)
        return range.error();
    // One moment for every section, though rows are being added.
    if (const Result<void> begun = m_database.execute("BEGIN"); !begun)
        return begun.error();
    struct End {
        Store::Database &database;
        ~End() { (void)database.execute("ROLLBACK"); }
    } const end{m_database};

    QJsonObject overview{
        {u"now"_s, isoTime(m_now)},
        {u"time_zone"_s, QString::fromLatin1(m_calendar.zone().id())},
    };
    const auto put = [&overview](const QString &name, const auto &section) -> Result<void> {
        if (!section)
            return section.error();
        overview.insert(name, *section);
        return {};
    };
    const Result<qint64> any = m_database.integer("SELECT EXISTS(SELECT 1 FROM roll_hour_model)");
    if (!any)
        return any.error();
    overview.insert(u"has_requests"_s, *any != 0);
    for (const Result<void> &done :
         {put(u"spend_today"_s, spendToday()), put(u"spend_month"_s, spendMonth()),
          put(u"requests"_s, requests()), put(u"success"_s, success(*range)),
          put(u"first_token"_s, firstToken(*range)), put(u"spend"_s, spend(query, *range)),
          put(u"latency"_s, latencySeries(*range, query.route)),
          put(u"providers"_s, providers(*range))}) {
        if (!done)
            return done.error();
    }
    return overview;
}

Result<void> Overview::addRows(Totals &totals, qint64 from, qint64 to)
{
    if (from >= to)
        return {};
    const Result<void> requests = query(
        m_database,
        "SELECT class, count(*), sum(ifnull(cost, 0)),"
        " sum(cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out > 0)),"
        " sum(iif(streamed AND total_us > first_token_us, tokens_out, 0)),"
        " sum(iif(streamed AND total_us > first_token_us, total_us - first_token_us, 0))"
        " FROM requests WHERE ts >= ? AND ts < ? GROUP BY class",
        [&totals](const Store::Statement &row) {
            totals.requests[row.integer(0) & 3] += row.integer(1);
            totals.cost += row.integer(2);
            totals.unpriced += row.integer(3);
            totals.streamTokens += row.integer(4);
            totals.streamUs += row.integer(5);
        },
        from, to);
    if (!requests)
        return requests;
    return query(
        m_database, "SELECT ifnull(sum(cost), 0) FROM copies WHERE ts >= ? AND ts < ?",
        [&totals](const Store::Statement &row) { totals.cost += row.integer(0); }, from, to);
}

Result<void> Overview::addHours(Totals &totals, qint64 fromHour, qint64 toHour)
{
    if (fromHour >= toHour)
        return {};
    return query(
        m_database,
        "SELECT class, sum(requests), sum(cost), sum(unpriced), sum(stream_tokens), sum(stream_us)"
        " FROM roll_hour_model WHERE hour >= ? AND hour < ? GROUP BY class",
        [&totals](const Store::Statement &row) {
            totals.requests[row.integer(0) & 3] += row.integer(1);
            totals.cost += row.integer(2);
            totals.unpriced += row.integer(3);
            totals.streamTokens += row.integer(4);
            totals.streamUs += row.integer(5);
        },
        fromHour, toHour);
}

//! Exact: whole hours from the sums, the rest before and after them from the rows.
Result<Overview::Totals> Overview::totals(qint64 from, qint64 to)
{
    Totals totals;
    const qint64 firstHour = (from + usPerHour - 1) / usPerHour;
    const qint64 endHour = to / usPerHour;
    Result<void> done;
    if (firstHour >= endHour) {
        done = addRows(totals, from, to);
    } else {
        done = addRows(totals, from, firstHour * usPerHour);
        if (done)
            done = addHours(totals, firstHour, endHour);
        if (done)
            done = addRows(totals, endHour * usPerHour, to);
    }
    if (!done)
        return done.error();
    return totals;
}

Result<bool> Overview::knowsYesterday()
{
    auto first = m_database.integer("SELECT min(hour) FROM roll_hour_model");
    if (!first)
        return first.error();
    return *first > 0 && *first * usPerHour < m_todayStart;
}

Result<QJsonObject> Overview::spendToday()
{
    const Result<Totals> today = totals(m_todayStart, m_now + 1);
    if (!today)
        return today.error();
    const Result<Totals> yesterday =
        totals(m_yesterdayStart, m_yesterdayStart + (m_now - m_todayStart));
    if (!yesterday)
        return yesterday.error();
    const Result<bool> known = knowsYesterday();
    if (!known)
        return known.error();
    std::array<qint64, sparkHours> hours{};
    const Result<void> counted = query(
        m_database,
        "SELECT hour, sum(cost) FROM roll_hour_model WHERE hour > ? AND hour <= ? GROUP BY hour",
        [&](const Store::Statement &row) {
            hours[static_cast<size_t>(sparkHours - 1 - (m_thisHour - row.integer(0)))] =
                row.integer(1);
        },
        m_thisHour - sparkHours, m_thisHour);
    if (!counted)
        return counted.error();
    QJsonArray spark;
    for (const qint64 cost : hours)
        spark += cost;
    const QJsonValue none = QJsonValue::Null;
    return QJsonObject{{u"cost_nano_usd"_s, today->cost},
                       {u"yesterday_nano_usd"_s, *known ? QJsonValue(yesterday->cost) : none},
                       {u"unpriced"_s, today->unpriced},
                       {u"spark"_s, spark}};
}

Result<QJsonObject> Overview::spendMonth()
{
    const QDate first(m_today.year(), m_today.month(), 1);
    auto spent =
        m_database.prepare("SELECT sum(cost) FROM roll_day_model WHERE day >= ? AND day <= ?");
    if (!spent)
        return spent.error();
    spent->bindAll(DayCalendar::number(first), DayCalendar::number(m_today));
    const Result<std::optional<qint64>> sum = spent->oneInteger();
    if (!sum)
        return sum.error();
    const Result<QJsonValue> expected = forecast(m_today, sum->value_or(0));
    if (!expected)
        return expected.error();
    return QJsonObject{{u"cost_nano_usd"_s, sum->value_or(0)},
                       {u"budget_nano_usd"_s, QJsonValue::Null},
                       {u"forecast_nano_usd"_s, *expected},
                       {u"month"_s, m_today.toString(u"yyyy-MM"_s)}};
}

//! Month to date and, for each remaining day, the median of the same weekday over the last 28
//! days; null before there are 7 days of history.
Result<QJsonValue> Overview::forecast(const QDate &today, qint64 spentThisMonth)
{
    std::map<qint64, qint64> byDay;
    const Result<void> counted = query(
        m_database,
        "SELECT day, sum(cost) FROM roll_day_model WHERE day >= ? AND day < ? GROUP BY day",
        [&byDay](const Store::Statement &row) { byDay[row.integer(0)] = row.integer(1); },
        DayCalendar::number(today.addDays(-forecastLooksBackDays)), DayCalendar::number(today));
    if (!counted)
        return counted.error();
    const QDate first = byDay.empty() ? today : DayCalendar::date(byDay.begin()->first);
    if (first.daysTo(today) < forecastNeedsDays)
        return QJsonValue(QJsonValue::Null);
    double expected = static_cast<double>(spentThisMonth);
    const QDate last(today.year(), today.month(), today.daysInMonth());
    for (QDate day = today.addDays(1); day <= last; day = day.addDays(1)) {
        std::vector<qint64> same;
        for (QDate past = today.addDays(-1); past >= first; past = past.addDays(-1)) {
            const auto found = byDay.find(DayCalendar::number(past));
            if (past.dayOfWeek() == day.dayOfWeek())
                same.push_back(found == byDay.end() ? 0 : found->second);
        }
        expected += median(same);
    }
    return QJsonValue(qint64(std::llround(expected)));
}

Result<QJsonObject> Overview::requests()
{
    const Result<Totals> today = totals(m_todayStart, m_now + 1);
    if (!today)
        return today.error();
    const Result<Totals> yesterday =
        totals(m_yesterdayStart, m_yesterdayStart + (m_now - m_todayStart));
    if (!yesterday)
        return yesterday.error();
    const Result<bool> known = knowsYesterday();
    if (!known)
        return known.error();
    qint64 lately = 0;
    qint64 peak = 0;
    Result<void> done = query(
        m_database, "SELECT count(*) FROM requests WHERE ts > ? AND ts <= ?",
        [&lately](const Store::Statement &row) { lately = row.integer(0); },
        m_now - nowSeconds * usPerSecond, m_now);
    if (done)
        done = query(
            m_database,
            "SELECT max(c) FROM (SELECT count(*) AS c FROM requests WHERE ts >= ?"
            " GROUP BY ts / 1000000)",
            [&peak](const Store::Statement &row) { peak = row.integer(0); }, m_todayStart);
    std::array<qint64, sparkHours> hours{};
    if (done)
        done = query(
            m_database,
            "SELECT hour, sum(requests) FROM roll_hour_model WHERE hour > ? AND hour <= ?"
            " GROUP BY hour",
            [&](const Store::Statement &row) {
                hours[static_cast<size_t>(sparkHours - 1 - (m_thisHour - row.integer(0)))] =
                    row.integer(1);
            },
            m_thisHour - sparkHours, m_thisHour);
    if (!done)
        return done.error();
    QJsonArray spark;
    for (const qint64 count : hours)
        spark += count;
    const QJsonValue none = QJsonValue::Null;
    return QJsonObject{{u"today"_s, today->all()},
                       {u"yesterday"_s, *known ? QJsonValue(yesterday->all()) : none},
                       {u"per_second"_s, static_cast<double>(lately) / double(nowSeconds)},
                       {u"peak_per_second"_s, peak},
                       {u"spark"_s, spark}};
}

Result<QJsonObject> Overview::success(const Range &range)
{
    const Result<Totals> totals = this->totals(range.from, range.to);
    if (!totals)
        return totals.error();
    const qint64 answered = totals->of(RequestClass::Answered);
    const qint64 failed = totals->of(RequestClass::Failed);
    QJsonValue budgetLeft = QJsonValue::Null;
    if (answered + failed > 0) {
        const double allowed = (1 - objective) * static_cast<double>(answered + failed);
        budgetLeft = std::max(0.0, 1 - static_cast<double>(failed) / allowed);
    }
    return QJsonObject{{u"rate"_s, share(answered, failed)},
                       {u"answered"_s, answered},
                       {u"failed"_s, failed},
                       {u"caller_mistakes"_s, totals->of(RequestClass::CallerMistake)},
                       {u"cancelled"_s, totals->of(RequestClass::Cancelled)},
                       {u"objective"_s, objective},
                       {u"budget_left"_s, budgetLeft}};
}

QJsonValue Overview::tokensPerSecond(qint64 tokens, qint64 us) const
{
    if (tokens <= 0 || us <= 0)
        return QJsonValue::Null;
    const double rate = static_cast<double>(tokens) * 1e6 / static_cast<double>(us);
    return std::round(rate * 10) / 10;
}

Result<std::map<qint64, Overview::Latency>> Overview::latency(const Range &range,
                                                              const QString &route)
{
    std::map<qint64, Latency> series;
    Result<void> done;
    if (range.exact) {
        done = query(
            m_database,
            "SELECT ts, total_us, iif(streamed, first_token_us, NULL) FROM requests"
            " WHERE ts >= ?1 AND ts < ?3 AND outcome = 'ok' AND cache <> 'hit'"
            " AND (?2 = '' OR route = ?2)",
            [&](const Store::Statement &row) {
                Latency &at = series[(row.integer(0) - range.from) / range.bucket];
                at.total.add(row.integer(1));
                if (!row.isNull(2))
                    at.firstToken.add(row.integer(2));
            },
            range.from, route, range.to);
    } else {
        done = query(
            m_database,
            "SELECT hour, kind, bucket, sum(requests) FROM hist_hour_model"
            " WHERE hour >= ?1 AND hour < ?3 AND kind < 2 AND (?2 = '' OR route = ?2)"
            " GROUP BY hour, kind, bucket",
            [&](const Store::Statement &row) {
                Latency &at = series[(row.integer(0) * usPerHour - range.from) / range.bucket];
                (row.integer(1) == 0 ? at.total : at.firstToken)
                    .addBucket(static_cast<int>(row.integer(2)), row.integer(3));
            },
            range.from / usPerHour, route, range.endHour());
    }
    if (!done)
        return done.error();
    return series;
}

Result<Overview::Latency> Overview::latencyBetween(qint64 fromHour, qint64 toHour)
{
    Latency latency;
    const Result<void> done = query(
        m_database,
        "SELECT kind, bucket, sum(requests) FROM hist_hour_model WHERE hour >= ? AND hour < ?"
        " AND kind < 2 GROUP BY kind, bucket",
        [&latency](const Store::Statement &row) {
            (row.integer(0) == 0 ? latency.total : latency.firstToken)
                .addBucket(static_cast<int>(row.integer(1)), row.integer(2));
        },
        fromHour, toHour);
    if (!done)
        return done.error();
    return latency;
}

Result<QJsonObject> Overview::firstToken(const Range &range)
{
    const Result<std::map<qint64, Latency>> series = latency(range, {});
    if (!series)
        return series.error();
    Distribution all;
    for (const auto &[bucket, at] : *series)
        all.merge(at.firstToken);
    const Result<Totals> totals = this->totals(range.from, range.to);
    if (!totals)
        return totals.error();
    const Result<Latency> yesterday =
        latencyBetween(m_yesterdayStart / usPerHour, m_todayStart / usPerHour);
    if (!yesterday)
        return yesterday.error();
    const Result<std::map<qint64, Latency>> previous = latency(range.before(), {});
    if (!previous)
        return previous.error();
    Distribution earlier;
    for (const auto &[bucket, at] : *previous)
        earlier.merge(at.firstToken);
    const Range day{(m_thisHour - sparkHours + 1) * usPerHour, m_now + 1, usPerHour, false};
    const Result<std::map<qint64, Latency>> hours = latency(day, {});
    if (!hours)
        return hours.error();
    QJsonArray spark;
    for (int hour = 0; hour < sparkHours; ++hour) {
        const auto at = hours->find(hour);
        spark += at == hours->end() ? QJsonValue(QJsonValue::Null)
                                    : at->second.firstToken.milliseconds(0.5);
    }
    return QJsonObject{
        {u"p50_ms"_s, all.milliseconds(0.5)},
        {u"p95_ms"_s, all.milliseconds(0.95)},
        {u"samples"_s, all.samples()},
        {u"tokens_per_second"_s, tokensPerSecond(totals->streamTokens, totals->streamUs)},
        {u"yesterday_p50_ms"_s, yesterday->firstToken.milliseconds(0.5)},
        {u"previous_p50_ms"_s, earlier.milliseconds(0.5)},
        {u"spark"_s, spark}};
}

//! The columns of the spend chart: the last 30 days, or those of a chosen range: hours of a short
//! one when \a hourly, days, and weeks of a long one.
Overview::SpendBuckets Overview::spendBuckets(const LedgerReader::OverviewQuery &query,
                                              const Range &range, bool hourly) const
{
    SpendBuckets buckets;
    if (query.since && hourly && range.to - range.from <= longestHourlySpend) {
        buckets.unit = u"hour"_s;
        for (qint64 hour = range.from / usPerHour; hour < range.endHour(); ++hour)
            buckets.add(hour, isoTime(hour * usPerHour));
        return buckets;
    }
    const QDate last = query.since ? m_calendar.dateAt(range.to - 1) : m_today;
    const QDate first =
        query.since ? m_calendar.dateAt(range.from) : m_today.addDays(1 - spendDays);
    const bool weekly = first.daysTo(last) + 1 > mostDailyBars;
    buckets.unit = weekly ? u"week"_s : u"day"_s;
    for (QDate date = first; date <= last; date = date.addDays(1)) {
        if (!weekly || first.daysTo(date) % daysOfWeek == 0)
            buckets.names += date.toString(Qt::ISODate);
        buckets.positions[DayCalendar::number(date)] = size_t(buckets.names.size() - 1);
    }
    return buckets;
}

Result<std::map<QString, std::vector<qint64>>> Overview::costs(const QString &by,
                                                               const SpendBuckets &buckets)
{
    std::map<QString, std::vector<qint64>> costs;
    const QByteArray unit = buckets.unit == "hour"_L1 ? "hour"_ba : "day"_ba;
    const QByteArray sql = "SELECT " + by.toLatin1() + ", " + unit + ", sum(cost) FROM "
        + (unit == "hour"       ? "roll_hour_model"
               : by == "key"_L1 ? "roll_day_key"
                                : "roll_day_model")
        + " WHERE " + unit + " >= ? AND " + unit + " <= ? GROUP BY 1, 2";
    const Result<void> counted = query(
        m_database, sql,
        [&](const Store::Statement &row) {
            std::vector<qint64> &values = costs[row.string(0)];
            values.resize(size_t(buckets.names.size()));
            if (const auto at = buckets.positions.find(row.integer(1));
                at != buckets.positions.end())
                values[at->second] += row.integer(2);
        },
        buckets.positions.begin()->first, buckets.positions.rbegin()->first);
    if (!counted)
        return counted.error();
    return costs;
}

Result<QJsonObject> Overview::spend(const LedgerReader::OverviewQuery &query, const Range &range)
{
    const QString &by = query.spendBy;
    if (!QStringList{u"provider"_s, u"model"_s, u"team"_s, u"key"_s}.contains(by))
        return Error{ErrorCode::InvalidArgument, u"use provider, model, team or key"_s,
                     u"spend_by"_s};
    const SpendBuckets buckets =
        spendBuckets(query, range, by == "provider"_L1 || by == "model"_L1);
    const auto costs = this->costs(by, buckets);
    if (!costs)
        return costs.error();
    Result<QHash<QString, QString>> names = keyNames(m_database);
    if (!names)
        return names.error();

    std::vector<std::pair<qint64, QJsonObject>> series;
    for (const auto &[id, spans] : *costs) {
        QJsonArray values;
        qint64 total = 0;
        for (const qint64 cost : spans) {
            values += cost;
            total += cost;
        }
        if (id.isEmpty() && total == 0)
            continue; // requests refused before anybody was asked cost nothing
        const QString name = by == "key"_L1 ? names->value(id, id) : id;
        series.emplace_back(total,
                            QJsonObject{{u"id"_s, id},
                                        {u"name"_s, name},
                                        {u"cost_nano_usd"_s, values},
                                        {u"total_nano_usd"_s, total}});
    }
    std::stable_sort(series.begin(), series.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QJsonArray sorted;
    for (const auto &[total, one] : series)
        sorted += one;
    return QJsonObject{{u"by"_s, by},
                       {u"bucket"_s, buckets.unit},
                       {u"buckets"_s, buckets.names},
                       {u"series"_s, sorted}};
}

Result<QJsonObject> Overview::latencySeries(const Range &range, const QString &route)
{
    const Result<std::map<qint64, Latency>> series = latency(range, route);
    if (!series)
        return series.error();
    QJsonArray times;
    QJsonArray p50;
    QJsonArray p95;
    QJsonArray firstTokenP50;
    Latency all;
    const qint64 count = range.points();
    for (qint64 bucket = 0; bucket < count; ++bucket) {
        const auto found = series->find(bucket);
        const Latency at = found == series->end() ? Latency() : found->second;
        times += isoTime(range.from + bucket * range.bucket);
        p50 += at.total.milliseconds(0.5);
        p95 += at.total.milliseconds(0.95);
        firstTokenP50 += at.firstToken.milliseconds(0.5);
    }
    for (const auto &[bucket, at] : *series) {
        all.total.merge(at.total);
        all.firstToken.merge(at.firstToken);
    }
    return QJsonObject{{u"bucket_s"_s, range.bucket / usPerSecond},
                       {u"times"_s, times},
                       {u"p50_ms"_s, p50},
                       {u"p95_ms"_s, p95},
                       {u"first_token_p50_ms"_s, firstTokenP50},
                       {u"samples"_s, all.total.samples()},
                       {u"total_p50_ms"_s, all.total.milliseconds(0.5)},
                       {u"total_p95_ms"_s, all.total.milliseconds(0.95)},
                       {u"total_first_token_p50_ms"_s, all.firstToken.milliseconds(0.5)}};
}

Result<void> Overview::addAttempts(Providers &providers, const Range &range)
{
    if (!range.exact) {
        return query(
            m_database,
            "SELECT provider, sum(answered), sum(failed) FROM roll_hour_provider WHERE hour >= ?"
            " AND hour < ? GROUP BY provider",
            [&providers](const Store::Statement &row) {
                ProviderFigures &figures = providers[row.text(0)];
                figures.answeredAttempts = row.integer(1);
                figures.failedAttempts = row.integer(2);
            },
            range.from / usPerHour, range.endHour());
    }
    return query(
        m_database,
        "SELECT a.provider, a.result, count(*) FROM requests r JOIN attempts a ON a.request = r.n"
        " WHERE r.ts >= ?1 AND r.ts < ?2 GROUP BY 1, 2"
        // ordinary requests keep their one attempt in their story
        " UNION ALL SELECT r.provider, r.outcome, count(*) FROM requests r"
        " WHERE r.ts >= ?1 AND r.ts < ?2 AND r.outcome = 'ok' AND r.attempt_count = 1"
        " AND r.story IS NOT NULL GROUP BY 1, 2",
        [&providers](const Store::Statement &row) {
            AttemptRecord attempt;
            attempt.result = outcomeFromName(row.text(1)).value_or(Outcome::Interrupted);
            ProviderFigures &figures = providers[row.text(0)];
            const AttemptClass kind = classOf(attempt);
            figures.answeredAttempts += kind == AttemptClass::Answered ? row.integer(2) : 0;
            figures.failedAttempts += kind == AttemptClass::Failed ? row.integer(2) : 0;
        },
        range.from, range.to);
}

Result<void> Overview::addServed(Providers &providers, const Range &range)
{
    const auto take = [&providers](const Store::Statement &row) {
        ProviderFigures &figures = providers[row.text(0)];
        figures.requests = row.integer(1);
        figures.streamTokens = row.integer(2);
        figures.streamUs = row.integer(3);
    };
    if (!range.exact) {
        return query(m_database,
                     "SELECT provider, sum(requests), sum(stream_tokens), sum(stream_us)"
                     " FROM roll_hour_model WHERE hour >= ? AND hour < ? AND provider <> ''"
                     " GROUP BY provider",
                     take, range.from / usPerHour, range.endHour());
    }
    return query(m_database,
                 "SELECT provider, count(*),"
                 " sum(iif(streamed AND total_us > first_token_us, tokens_out, 0)),"
                 " sum(iif(streamed AND total_us > first_token_us, total_us - first_token_us, 0))"
                 " FROM requests WHERE ts >= ? AND ts < ? AND provider <> '' GROUP BY provider",
                 take, range.from, range.to);
}

Result<void> Overview::addLatency(Providers &providers, const Range &range)
{
    if (!range.exact) {
        return query(
            m_database,
            "SELECT provider, kind, bucket, sum(requests) FROM hist_hour_model WHERE hour >= ?"
            " AND hour < ? AND kind < 2 AND provider <> '' GROUP BY 1, 2, 3",
            [&providers](const Store::Statement &row) {
                Latency &latency = providers[row.text(0)].latency;
                (row.integer(1) == 0 ? latency.total : latency.firstToken)
                    .addBucket(static_cast<int>(row.integer(2)), row.integer(3));
            },
            range.from / usPerHour, range.endHour());
    }
    return query(
        m_database,
        "SELECT provider, total_us, iif(streamed, first_token_us, NULL) FROM requests"
        " WHERE ts >= ? AND ts < ? AND outcome = 'ok' AND cache <> 'hit' AND provider <> ''",
        [&providers](const Store::Statement &row) {
            Latency &latency = providers[row.text(0)].latency;
            latency.total.add(row.integer(1));
            if (!row.isNull(2))
                latency.firstToken.add(row.integer(2));
        },
        range.from, range.to);
}

Result<void> Overview::addSpendToday(Providers &providers)
{
    return query(
        m_database,
        "SELECT provider, sum(cost) FROM roll_day_model WHERE day = ? AND provider <> ''"
        " GROUP BY provider",
        [&providers](const Store::Statement &row) {
            providers[row.text(0)].spendToday = row.integer(1);
        },
        DayCalendar::number(m_today));
}

Result<QJsonValue> Overview::providers(const Range &range)
{
    Providers providers;
    Result<void> done = addAttempts(providers, range);
    if (done)
        done = addServed(providers, range);
    if (done)
        done = addLatency(providers, range);
    if (done)
        done = addSpendToday(providers);
    if (!done)
        return done.error();
    QJsonArray rows;
    for (const auto &[id, figures] : providers) {
        rows += QJsonObject{
            {u"id"_s, QString::fromUtf8(id)},
            {u"success"_s, share(figures.answeredAttempts, figures.failedAttempts)},
            {u"attempts"_s, figures.answeredAttempts + figures.failedAttempts},
            {u"requests"_s, figures.requests},
            {u"first_token_p50_ms"_s, figures.latency.firstToken.milliseconds(0.5)},
            {u"p95_ms"_s, figures.latency.total.milliseconds(0.95)},
            {u"samples"_s, figures.latency.total.samples()},
            {u"tokens_per_second"_s, tokensPerSecond(figures.streamTokens, figures.streamUs)},
            {u"spend_today_nano_usd"_s, figures.spendToday}};
    }
    return QJsonValue(rows);
}

} // namespace Gatehouse::Ledger
