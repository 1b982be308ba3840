// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/schema.h"

#include "core/store/migration.h"

#include <QtCore/QDateTime>

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace Gatehouse::Ledger {

namespace {

// requests: one row per request; ts and *_us in microseconds, cost in nano-dollars, NULL = unknown.
// attempts, traces: what belongs to a row but would slow its scanning.
// roll_*: sums kept in step with the rows by the transaction that adds them; they outlive the rows.
//   hour = hours since 1970 UTC, day = 20261122 in the reporting zone, class = RequestClass.
// hist_hour_model: counts per latency bucket; kind = LatencyKind.
constexpr QByteArrayView firstSchema = R"sql(
CREATE TABLE requests(
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    ts INTEGER NOT NULL,
    status INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    class INTEGER NOT NULL,
    front TEXT NOT NULL,
    route TEXT NOT NULL,
    model_asked TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    key TEXT NOT NULL,
    key_name TEXT NOT NULL,
    team TEXT NOT NULL,
    client TEXT NOT NULL,
    usage_known INTEGER NOT NULL,
    usage_estimated INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_cache_write_hour INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    tokens_audio_in INTEGER NOT NULL,
    tokens_audio_out INTEGER NOT NULL,
    cost INTEGER,
    list_cost INTEGER,
    price_version TEXT NOT NULL,
    first_token_us INTEGER,
    total_us INTEGER NOT NULL,
    gateway_us INTEGER NOT NULL,
    attempt_count INTEGER NOT NULL,
    cache TEXT NOT NULL,
    streamed INTEGER NOT NULL,
    tags TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_detail TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX requests_ts ON requests(ts);
CREATE INDEX requests_key_ts ON requests(key, ts);
CREATE INDEX requests_failed ON requests(ts) WHERE outcome <> 'ok';

CREATE TABLE attempts(
    request INTEGER NOT NULL REFERENCES requests(n) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    key TEXT NOT NULL,
    result TEXT NOT NULL,
    status INTEGER NOT NULL,
    started_us INTEGER NOT NULL,
    duration_us INTEGER NOT NULL,
    connected_us INTEGER,
    head_us INTEGER,
    first_token_us INTEGER,
    upstream_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY(request, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE traces(
    request INTEGER PRIMARY KEY REFERENCES requests(n) ON DELETE CASCADE,
    trace TEXT NOT NULL
) STRICT;

CREATE TABLE key_names(key TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE roll_hour_model(
    hour INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    route TEXT NOT NULL,
    class INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    stream_tokens INTEGER NOT NULL,
    stream_us INTEGER NOT NULL,
    PRIMARY KEY(hour, model, provider, route, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_day_key(
    day INTEGER NOT NULL,
    key TEXT NOT NULL,
    team TEXT NOT NULL,
    route TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    list_cost INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY(day, key, team, route, model, provider)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_hour_provider(
    hour INTEGER NOT NULL,
    provider TEXT NOT NULL,
    answered INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    outside INTEGER NOT NULL,
    PRIMARY KEY(hour, provider)
) STRICT, WITHOUT ROWID;

CREATE TABLE hist_hour_model(
    hour INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    route TEXT NOT NULL,
    kind INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY(hour, model, provider, route, kind, bucket)
) STRICT, WITHOUT ROWID;
)sql";

// stories: attempts and trace of an ordinary request (see isOrdinary()) in the form of
//   recordcodec.h: one write in place of two with their checks. What is not ordinary stands in
//   attempts and traces, where it can be counted.
constexpr QByteArrayView storiesSchema = R"sql(
CREATE TABLE stories(request INTEGER PRIMARY KEY, story BLOB NOT NULL) STRICT;
CREATE TRIGGER requests_drop_story AFTER DELETE ON requests BEGIN
    DELETE FROM stories WHERE request = old.n;
END;
)sql";

// key_use: the last request of each key, kept in step as the sums are; it takes the place of an
// index that every row paid for.
constexpr QByteArrayView keyUseSchema = R"sql(
CREATE TABLE key_use(
    key TEXT PRIMARY KEY,
    ts INTEGER NOT NULL,
    client TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO key_use SELECT key, max(ts), client FROM requests WHERE key <> '' GROUP BY key;
DROP INDEX requests_key_ts;
)sql";

// requests.story: the story moves into its row, which spares every request a b-tree of its own. It
// stands last, so that reading the other columns does not touch it.
constexpr QByteArrayView storyColumnSchema = R"sql(
ALTER TABLE requests ADD COLUMN story BLOB;
UPDATE requests SET story = (SELECT story FROM stories WHERE request = n);
DROP TRIGGER requests_drop_story;
DROP TABLE stories;
)sql";

// requests.images …: what is not counted in tokens. Most rows have none, and a zero takes no space.
constexpr QByteArrayView unitsSchema = R"sql(
ALTER TABLE requests ADD COLUMN tokens_image_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN images INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN audio_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN queries INTEGER NOT NULL DEFAULT 0;
)sql";

// hist_day_model: hist_hour_model by days of the reporting zone, for long spans; filled from the
//   hours when it is new (see LedgerStore).
// roll_hour_latency: mean phases and extremes of answers; streamed 0 or 1; min_speed in thousandths
//   of a token per second. What rows of before tell of phases stands in their stories alone.
// roll_hour_outcome: how requests and attempts ended; counted = Counted, class = RequestClass or
//   AttemptClass.
constexpr QByteArrayView reportsSchema = R"sql(
CREATE TABLE hist_day_model(
    day INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    route TEXT NOT NULL,
    kind INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY(day, model, provider, route, kind, bucket)
) STRICT, WITHOUT ROWID;
CREATE TABLE roll_hour_latency(
    hour INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    route TEXT NOT NULL,
    streamed INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    queue_us INTEGER NOT NULL,
    earlier_us INTEGER NOT NULL,
    connect_us INTEGER NOT NULL,
    first_us INTEGER NOT NULL,
    stream_us INTEGER NOT NULL,
    max_total INTEGER NOT NULL,
    max_first INTEGER NOT NULL,
    max_gateway INTEGER NOT NULL,
    min_speed INTEGER NOT NULL,
    PRIMARY KEY(hour, model, provider, route, streamed)
) STRICT, WITHOUT ROWID;
CREATE TABLE roll_hour_outcome(
    hour INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    route TEXT NOT NULL,
    outcome TEXT NOT NULL,
    class INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY(hour, counted, model, provider, route, outcome, class)
) STRICT, WITHOUT ROWID;

INSERT INTO hist_hour_model SELECT ts / 3600000000, model, provider, route, 2,
    CAST(floor(ln(max(total_us, 1)) * 4) AS INTEGER), count(*) FROM requests
    WHERE outcome = 'ok' AND cache <> 'hit' AND streamed AND first_token_us >= 0
    GROUP BY 1, 2, 3, 4, 6;
INSERT INTO hist_hour_model SELECT ts / 3600000000, model, provider, route, 3,
    CAST(floor(ln(max(gateway_us, 1)) * 4) AS INTEGER), count(*) FROM requests
    WHERE outcome = 'ok' AND cache <> 'hit' GROUP BY 1, 2, 3, 4, 6;
INSERT INTO hist_hour_model SELECT ts / 3600000000, model, provider, route, 4,
    CAST(floor(ln(max(tokens_out * 1000000000 / (total_us - first_token_us), 1)) * 4) AS INTEGER),
    count(*) FROM requests WHERE outcome = 'ok' AND cache <> 'hit' AND streamed
    AND first_token_us >= 0 AND total_us > first_token_us GROUP BY 1, 2, 3, 4, 6;
INSERT INTO roll_hour_latency SELECT ts / 3600000000, model, provider, route,
    streamed AND first_token_us IS NOT NULL, 0, 0, 0, 0, 0, 0, max(total_us),
    max(ifnull(first_token_us, 0)), max(gateway_us),
    ifnull(min(iif(streamed AND total_us > first_token_us,
                   tokens_out * 1000000000 / (total_us - first_token_us), NULL)), 0)
    FROM requests WHERE outcome = 'ok' AND cache <> 'hit' GROUP BY 1, 2, 3, 4, 5;
INSERT INTO roll_hour_outcome SELECT ts / 3600000000, 0, model, provider, route, outcome, class,
    count(*) FROM requests GROUP BY 1, 3, 4, 5, 6, 7;
INSERT INTO roll_hour_outcome SELECT r.ts / 3600000000, 1, a.model, a.provider, r.route, a.result,
    CASE WHEN a.result = 'ok' THEN 0
         WHEN a.result IN ('bad_request', 'context_too_long', 'content_refused',
                           'region_not_allowed', 'limit_reached', 'key_refused', 'cancelled',
                           'interrupted') THEN 2 ELSE 1 END, count(*)
    FROM (SELECT request, model, provider, result FROM attempts UNION ALL
          SELECT n, model, provider, outcome FROM requests
          WHERE story IS NOT NULL AND attempt_count = 1) a
    JOIN requests r ON r.n = a.request GROUP BY 1, 3, 4, 5, 6;
INSERT INTO roll_hour_outcome SELECT r.ts / 3600000000, 2, a.model, a.provider, r.route, a.result,
    1, count(*) FROM attempts a JOIN requests r ON r.n = a.request
    WHERE a.n = 0 AND r.outcome = 'ok' AND r.attempt_count > 1 GROUP BY 1, 3, 4, 5, 6;
INSERT INTO roll_hour_outcome SELECT r.ts / 3600000000,
    iif(a.provider = b.provider AND a.model = b.model, 3, 4), a.model, a.provider, r.route,
    a.result, 1, count(*) FROM attempts a
    JOIN attempts b ON b.request = a.request AND b.n = a.n - 1
    JOIN requests r ON r.n = a.request GROUP BY 1, 2, 3, 4, 5, 6;
)sql";

// requests.queued_us: the time spent waiting for a place at a provider.
constexpr QByteArrayView queueSchema = R"sql(
ALTER TABLE requests ADD COLUMN queued_us INTEGER NOT NULL DEFAULT 0;
)sql";

// recalculations: who let prices be worked out anew, when and why; sums in nano-dollars.
// former_costs: what a changed row said before, so that nothing that was ever shown is lost.
// roll_day_model: roll_day_key without the keys, which in a large office are nearly all of its
// rows.
constexpr QByteArrayView recalculationSchema = R"sql(
CREATE TABLE recalculations(
    n INTEGER PRIMARY KEY,
    ts INTEGER NOT NULL,
    who TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE former_costs(
    request INTEGER NOT NULL REFERENCES requests(n) ON DELETE CASCADE,
    recalculation INTEGER NOT NULL REFERENCES recalculations(n),
    cost INTEGER,
    list_cost INTEGER,
    price_version TEXT NOT NULL,
    PRIMARY KEY(request, recalculation)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_day_model(
    day INTEGER NOT NULL,
    team TEXT NOT NULL,
    route TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    list_cost INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY(day, team, route, model, provider)
) STRICT, WITHOUT ROWID;
INSERT INTO roll_day_model SELECT day, team, route, model, provider, sum(requests), sum(errors),
    sum(tokens_in), sum(tokens_cached), sum(tokens_cache_write), sum(tokens_out),
    sum(tokens_reasoning), sum(cost), sum(list_cost), sum(unpriced)
    FROM roll_day_key GROUP BY 1, 2, 3, 4, 5;
)sql";

// attempts.cost: of an attempt whose answer nobody got and that is billed; part of its request's.
// copies: requests that were also sent to a route's shadow target. They are nobody's requests and
//   stand in no count of them; what they cost stands in the sums, without key, team and route.
constexpr QByteArrayView copiesSchema = R"sql(
ALTER TABLE attempts ADD COLUMN cost INTEGER;
CREATE TABLE copies(
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    ts INTEGER NOT NULL,
    original TEXT NOT NULL,
    route TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    provider_key TEXT NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER NOT NULL,
    detail TEXT NOT NULL,
    streamed INTEGER NOT NULL,
    first_token_us INTEGER,
    total_us INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    cost INTEGER,
    list_cost INTEGER,
    price_version TEXT NOT NULL
) STRICT;
CREATE INDEX copies_ts ON copies(ts);
CREATE INDEX copies_route_ts ON copies(route, ts);
)sql";

// key_use: also what each key spent and asked since ever, so that a list of ten thousand keys need
// not sum all their days; kept by the same write.
constexpr QByteArrayView keyTotalsSchema = R"sql(
ALTER TABLE key_use ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE key_use ADD COLUMN requests INTEGER NOT NULL DEFAULT 0;
UPDATE key_use SET cost = s.cost, requests = s.requests
    FROM (SELECT key, sum(cost) AS cost, sum(requests) AS requests FROM roll_day_key GROUP BY key) s
    WHERE s.key = key_use.key;
)sql";

// terms: of the requests whose price depends on more than their usage, as PriceTerms writes it.
// day_zones: the reporting zone that sums by day are counted in, and from when on.
constexpr QByteArrayView termsSchema = R"sql(
CREATE TABLE terms(
    request INTEGER PRIMARY KEY REFERENCES requests(n) ON DELETE CASCADE,
    terms TEXT NOT NULL
) STRICT;
CREATE TABLE day_zones(ts INTEGER PRIMARY KEY, zone TEXT NOT NULL) STRICT;
)sql";

// roll_week_key: roll_day_key by weeks, which begin on Monday, and keys alone: the spend of months
// by key need not read every day of every key.
constexpr QByteArrayView weeksSchema = R"sql(
CREATE TABLE roll_week_key(
    week INTEGER NOT NULL,
    key TEXT NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY(week, key)
) STRICT, WITHOUT ROWID;
INSERT INTO roll_week_key SELECT CAST(strftime('%Y%m%d', substr(day, 1, 4) || '-'
    || substr(day, 5, 2) || '-' || substr(day, 7, 2), 'weekday 0', '-6 days') AS INTEGER), key,
    sum(requests), sum(errors), sum(tokens_in), sum(tokens_cached), sum(tokens_cache_write),
    sum(tokens_out), sum(cost), sum(unpriced) FROM roll_day_key GROUP BY 1, 2;
)sql";

// cache_saved: what input from the providers' caches would have cost more, known since this step or
//   a recalculation.
// roll_slot_model: the sums by quarters of an hour (slot = quarters since 1970 UTC), for spans that
//   are counted to the moment and for hours of any time zone; as old as the rows.
constexpr QByteArrayView slotsSchema = R"sql(
ALTER TABLE requests ADD COLUMN cache_saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roll_day_key ADD COLUMN cache_saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roll_day_model ADD COLUMN cache_saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roll_week_key ADD COLUMN tokens_reasoning INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roll_week_key ADD COLUMN cache_saved INTEGER NOT NULL DEFAULT 0;
UPDATE roll_week_key SET tokens_reasoning = s.tokens FROM (
    SELECT CAST(strftime('%Y%m%d', substr(day, 1, 4) || '-' || substr(day, 5, 2) || '-'
        || substr(day, 7, 2), 'weekday 0', '-6 days') AS INTEGER) AS of_week, key AS of_key,
        sum(tokens_reasoning) AS tokens
    FROM roll_day_key WHERE tokens_reasoning > 0 GROUP BY 1, 2) s
    WHERE week = s.of_week AND key = s.of_key;

CREATE TABLE roll_slot_model(
    slot INTEGER NOT NULL,
    team TEXT NOT NULL,
    route TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    list_cost INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    cache_saved INTEGER NOT NULL,
    PRIMARY KEY(slot, team, route, model, provider)
) STRICT, WITHOUT ROWID;
INSERT INTO roll_slot_model SELECT slot, team, route, model, provider, sum(requests), sum(errors),
    sum(tokens_in), sum(tokens_cached), sum(tokens_cache_write), sum(tokens_out),
    sum(tokens_reasoning), sum(cost), sum(list_cost), sum(unpriced), 0
    FROM (SELECT ts / 900000000 AS slot, team, route, model, provider, 1 AS requests,
            class IN (1, 2) AS errors, tokens_in, tokens_cached,
            tokens_cache_write + tokens_cache_write_hour AS tokens_cache_write, tokens_out,
            tokens_reasoning, iif(cost IS NULL, 0, cost - ifnull((SELECT sum(a.cost)
                FROM attempts a WHERE a.request = r.n), 0)) AS cost,
            ifnull(list_cost, 0) AS list_cost,
            cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out + images + audio_ms
                + characters + queries > 0) AS unpriced
        FROM requests r
        UNION ALL SELECT r.ts / 900000000, r.team, r.route, a.model, a.provider, 0, 0, 0, 0, 0, 0,
            0, a.cost, 0, 0
        FROM attempts a JOIN requests r ON a.request = r.n WHERE a.cost IS NOT NULL
        UNION ALL SELECT ts / 900000000, '', '', model, provider, 0, 0, tokens_in, tokens_cached,
            tokens_cache_write, tokens_out, tokens_reasoning, ifnull(cost, 0),
            ifnull(list_cost, 0), 0 FROM copies)
    GROUP BY 1, 2, 3, 4, 5;
)sql";

constexpr std::array steps{firstSchema,  storiesSchema,   keyUseSchema, storyColumnSchema,
                           unitsSchema,  reportsSchema,   queueSchema,  recalculationSchema,
                           copiesSchema, keyTotalsSchema, termsSchema,  weeksSchema,
                           slotsSchema};

//! Spares every value a logarithm: the bucket of each power of two and where it ends.
class BucketTable
{
public:
    BucketTable()
    {
        for (int power = 0; power < powers; ++power)
            m_first[power] = exactBucketOf(qint64(1) << power);
        for (int bucket = 0; bucket < latencyBuckets; ++bucket)
            m_end[bucket] = endOf(bucket);
    }
    int bucketOf(qint64 us) const
    {
        int bucket = m_first[powers - std::countl_zero(static_cast<quint64>(us))];
        while (us >= m_end[bucket])
            ++bucket;
        return bucket;
    }

private:
    static constexpr int powers = 63;

    static int exactBucketOf(qint64 us)
    {
        return static_cast<int>(std::floor(std::log(static_cast<double>(us)) * 4));
    }
    //! The first value behind \a bucket.
    static qint64 endOf(int bucket)
    {
        const double end = bucketFloor(bucket + 1);
        if (end >= static_cast<double>(std::numeric_limits<qint64>::max()))
            return std::numeric_limits<qint64>::max();
        auto value = static_cast<qint64>(end);
        while (exactBucketOf(value) <= bucket)
            ++value;
        return value;
    }

    std::array<int, powers> m_first{};
    std::array<qint64, latencyBuckets> m_end{};
};

} // namespace

Result<void> migrateLedger(Store::Database &database)
{
    return Store::migrate(database, steps);
}

Result<bool> isLedgerReady(Store::Database &database)
{
    const Result<qint64> version = database.version();
    if (!version)
        return version.error();
    return *version >= std::ssize(steps);
}

RequestClass classOf(const RequestRecord &record)
{
    if (record.outcome == Outcome::Ok)
        return RequestClass::Answered;
    if (record.outcome == Outcome::Cancelled)
        return RequestClass::Cancelled;
    switch (record.status) {
    case 400:
    case 401:
    case 403:
    case 404:
    case 413:
    case 422:
        return RequestClass::CallerMistake;
    default:
        return RequestClass::Failed;
    }
}

bool isOrdinary(const RequestRecord &record)
{
    if (record.attempts.empty())
        return true;
    const AttemptRecord &only = record.attempts.front();
    return record.attempts.size() == 1 && only.result == Outcome::Ok
        && record.outcome == Outcome::Ok && only.provider == record.provider
        && only.model == record.model;
}

AttemptClass classOf(const AttemptRecord &attempt)
{
    switch (attempt.result) {
    case Outcome::Ok:
        return AttemptClass::Answered;
    case Outcome::BadRequest:
    case Outcome::ContextTooLong:
    case Outcome::ContentRefused:
    case Outcome::RegionNotAllowed:
    case Outcome::LimitReached:
    case Outcome::KeyRefused:
    case Outcome::Cancelled:
    case Outcome::Interrupted:
        return AttemptClass::Outside;
    case Outcome::WrongCredentials:
    case Outcome::NoMoney:
    case Outcome::RateLimited:
    case Outcome::Overloaded:
    case Outcome::ServerError:
    case Outcome::ConnectFailed:
    case Outcome::TlsFailed:
    case Outcome::TimeoutFirstToken:
    case Outcome::TimeoutIdle:
    case Outcome::TimeoutTotal:
    case Outcome::StreamBroken:
    case Outcome::ModelNotFound:
        return AttemptClass::Failed;
    }
    return AttemptClass::Failed;
}

std::optional<qint64> speedOf(const RequestRecord &record)
{
    if (!record.streamed || record.firstTokenUs < 0 || record.totalUs <= record.firstTokenUs)
        return std::nullopt;
    return record.usage.completionTokens * 1000 * usPerSecond
        / (record.totalUs - record.firstTokenUs);
}

bool isUnpriced(const RequestRecord &record)
{
    const bool used = record.usage.promptTokens > 0 || record.usage.completionTokens > 0
        || record.usage.hasUnits();
    return !record.cost && (record.outcome == Outcome::Ok || used);
}

int bucketOf(qint64 us)
{
    static const BucketTable table;
    return us < 1 ? 0 : table.bucketOf(us);
}

double bucketFloor(int bucket)
{
    return std::exp(bucket / 4.0);
}

qint64 DayCalendar::number(const QDate &day)
{
    return day.year() * 10'000LL + day.month() * 100LL + day.day();
}

QDate DayCalendar::date(qint64 number)
{
    return {static_cast<int>(number / 10'000), static_cast<int>(number / 100 % 100),
            static_cast<int>(number % 100)};
}

qint64 DayCalendar::weekOf(qint64 day)
{
    const QDate date = DayCalendar::date(day);
    return number(date.addDays(1 - date.dayOfWeek()));
}

std::pair<QDate, QDate> DayCalendar::wholeWeeks(const QDate &first, const QDate &last)
{
    const QDate next = last.addDays(1);
    return {first.addDays((8 - first.dayOfWeek()) % 7), next.addDays(1 - next.dayOfWeek())};
}

qint64 DayCalendar::startOf(const QDate &day) const
{
    return day.startOfDay(m_zone).toMSecsSinceEpoch() * 1000;
}

QDate DayCalendar::dateAt(qint64 us) const
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, m_zone).date();
}

qint64 DayCalendar::dayOf(qint64 us) const
{
    if (us < m_from || us >= m_to) {
        const QDate day = dateAt(us);
        m_from = startOf(day);
        m_to = startOf(day.addDays(1));
        m_day = number(day);
    }
    return m_day;
}

} // namespace Gatehouse::Ledger
