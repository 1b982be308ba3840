// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"

#include "core/ledger/overview.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/requestjson.h"
#include "core/ledger/requestrows.h"
#include "core/ledger/requestvalues.h"
#include "core/ledger/routereport.h"

#include <QtCore/QJsonArray>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ledger {

namespace {

//! A long reader keeps the write-ahead log from being emptied.
constexpr auto longestQuestion = 30s;
constexpr auto longestCount = 4s; //!< of rows for one report, then it is partial
constexpr int stepsBetweenLooks = 20'000;
constexpr int maxPage = 1000;
constexpr int maxBuckets = 1000;

struct Cursor {
    qint64 ts = 0;
    qint64 row = 0;
};

QString cursorText(qint64 ts, qint64 row)
{
    return QString::number(ts) + u'.' + QString::number(row);
}

std::optional<Cursor> parseCursor(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 0)
        return std::nullopt;
    bool tsOk = false;
    bool rowOk = false;
    const Cursor cursor{QStringView(text).first(dot).toLongLong(&tsOk),
                        QStringView(text).sliced(dot + 1).toLongLong(&rowOk)};
    return tsOk && rowOk ? std::optional(cursor) : std::nullopt;
}

} // namespace

LedgerReader::LedgerReader(std::unique_ptr<Store::Database> database, const QTimeZone &zone,
                           const Clock &clock)
    : m_database(std::move(database))
    , m_calendar(zone)
    , m_clock(clock)
{
    const auto late = [](void *reader) {
        const auto *self = static_cast<const LedgerReader *>(reader);
        return self->m_clock.steady() > self->m_deadline ? 1 : 0;
    };
    m_deadline = m_clock.steady() + longestQuestion;
    sqlite3_progress_handler(m_database->handle(), stepsBetweenLooks, late, this);
}

LedgerReader::~LedgerReader() = default;

Result<std::unique_ptr<LedgerReader>> LedgerReader::open(const QString &path, const QTimeZone &zone,
                                                         const Clock &clock)
{
    auto database = Store::Database::open(
        path, {.mode = Store::Database::Mode::ReadOnly, .applicationId = ledgerApplicationId});
    if (!database)
        return database.error();
    const Result<bool> ready = isLedgerReady(**database);
    if (!ready)
        return ready.error();
    if (!*ready)
        return Error{ErrorCode::Unavailable,
                     u"the request log is being prepared; try again in a moment"_s, path};
    return std::unique_ptr<LedgerReader>(new LedgerReader(std::move(*database), zone, clock));
}

void LedgerReader::beginQuestion()
{
    m_deadline = m_clock.steady() + longestQuestion;
}

Result<QJsonObject> LedgerReader::requests(const Page &page)
{
    beginQuestion();
    const std::optional<Cursor> cursor =
        page.cursor.isEmpty() ? std::nullopt : parseCursor(page.cursor);
    if (!page.cursor.isEmpty() && !cursor)
        return Error{ErrorCode::InvalidArgument, u"the cursor is not one of ours"_s, u"cursor"_s};
    const int limit = std::clamp(page.limit, 1, maxPage);
    QByteArray sql =
        "SELECT " + requestColumns().toByteArray() + " FROM requests WHERE " + page.filter.sql();
    if (cursor)
        sql += " AND (ts, n) < (?, ?)";
    sql += " ORDER BY ts DESC, n DESC LIMIT ?";
    auto select = m_database->prepare(sql);
    if (!select)
        return select.error();
    int index = page.filter.bind(*select, 1);
    if (cursor) {
        select->bind(index++, cursor->ts);
        select->bind(index++, cursor->row);
    }
    select->bind(index, limit + 1); // one more tells whether there is a next page

    QJsonArray items;
    QJsonValue next = QJsonValue::Null;
    Cursor last;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (items.size() == limit) {
            next = cursorText(last.ts, last.row);
            break;
        }
        RequestRecord record = recordFrom(*select);
        last = {toUs(record.time), select->integer(0)};
        if (const Result<void> read = readDetails(*m_database, last.row, record); !read)
            return read.error();
        items += rowJson(record);
    }
    return QJsonObject{{u"items"_s, items}, {u"next"_s, next}};
}

Result<QJsonObject> LedgerReader::look(const Look &look)
{
    beginQuestion();
    return look(*m_database, m_calendar);
}

Result<QJsonObject> LedgerReader::request(QByteArrayView id, const PriceBook *prices)
{
    beginQuestion();
    const QByteArray sql =
        "SELECT " + requestColumns().toByteArray() + " FROM requests WHERE id = ?";
    auto select = m_database->prepare(sql);
    if (!select)
        return select.error();
    select->bindAll(id);
    const Result<bool> found = select->step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, u"no request %1"_s.arg(QString::fromUtf8(id)), u"id"_s};
    RequestRecord record = recordFrom(*select);
    if (const Result<void> read = readDetails(*m_database, select->integer(0), record); !read)
        return read.error();
    return detailJson(
        record, prices ? prices->findAt(record.provider, record.model, record.time) : nullptr);
}

Result<QJsonObject> LedgerReader::histogram(const RequestFilter &filter, int buckets)
{
    beginQuestion();
    const qint64 now = toUs(m_clock.wall());
    const qint64 count = std::clamp(buckets, 1, maxBuckets);
    RequestFilter bounded = filter;
    const qint64 to = filter.until().value_or(now);
    const qint64 from = std::min(filter.since().value_or(to - 24 * usPerHour), to);
    const qint64 seconds =
        std::max<qint64>(1, (to - from + count * usPerSecond - 1) / (count * usPerSecond));
    bounded.limitTo(from, to);
    const QByteArray sql = "SELECT (ts - ?) / ?, count(*),"
                           " sum(outcome <> 'ok' AND outcome <> 'cancelled')"
                           " FROM requests WHERE "
        + bounded.sql() + " GROUP BY 1";
    auto select = m_database->prepare(sql);
    if (!select)
        return select.error();
    select->bindAll(from, seconds * usPerSecond);
    bounded.bind(*select, 3);
    std::vector<std::pair<qint64, qint64>> counts(static_cast<size_t>(count));
    qint64 total = 0;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        counts[static_cast<size_t>(std::clamp<qint64>(select->integer(0), 0, count - 1))] = {
            select->integer(1), select->integer(2)};
        total += select->integer(1);
    }
    QJsonArray requests;
    QJsonArray errors;
    for (const auto &[all, failed] : counts) {
        requests += all;
        errors += failed;
    }
    return QJsonObject{{u"from"_s, isoTime(from)}, {u"to"_s, isoTime(to)}, {u"bucket_s"_s, seconds},
                       {u"requests"_s, requests},  {u"errors"_s, errors},  {u"total"_s, total}};
}

Result<QJsonObject> LedgerReader::usage(QStringView by, UsageSpan span)
{
    beginQuestion();
    if (span.untilUs == 0)
        span.untilUs = toUs(m_clock.wall()) + 1;
    const auto patience = m_clock.steady() + longestCount;
    span.isLate = [this, patience] { return m_clock.steady() > patience; };
    return usageReport(*m_database, m_calendar, by, span);
}

Result<QJsonObject> LedgerReader::usage(QStringView by, qint64 sinceUs,
                                        std::optional<qint64> untilUs, const QString &key,
                                        bool compare)
{
    return usage(
        by,
        UsageSpan{
            .sinceUs = sinceUs, .untilUs = untilUs.value_or(0), .key = key, .compare = compare});
}

Result<QJsonObject> LedgerReader::overview(const OverviewQuery &query)
{
    beginQuestion();
    return Overview(*m_database, m_calendar, toUs(m_clock.wall())).make(query);
}

Result<QJsonObject> LedgerReader::latency(const LatencyQuery &query)
{
    beginQuestion();
    return LatencyReport(*m_database, m_calendar, toUs(m_clock.wall())).make(query);
}

Result<QJsonObject> LedgerReader::reliability(const ReliabilityQuery &query)
{
    beginQuestion();
    return ReliabilityReport(*m_database, m_calendar, toUs(m_clock.wall())).make(query);
}

Result<QJsonObject> LedgerReader::routeTraffic(const QString &route, const ReportSpan &span,
                                               const QString &canary)
{
    beginQuestion();
    return RouteReport(*m_database, m_calendar, toUs(m_clock.wall())).make(route, span, canary);
}

Result<QJsonObject> LedgerReader::values(QStringView field, const QString &part, int limit)
{
    beginQuestion();
    const Result<QStringList> values = requestValues(*m_database, field, part, limit);
    if (!values)
        return values.error();
    return QJsonObject{{u"items"_s, QJsonArray::fromStringList(*values)}};
}

Result<QJsonObject> LedgerReader::extent()
{
    beginQuestion();
    auto select = m_database->prepare("SELECT count(*), min(ts), max(ts) FROM requests");
    if (!select)
        return select.error();
    if (const Result<bool> row = select->step(); !row)
        return row.error();
    const auto time = [&select](int column) {
        return select->isNull(column) ? QJsonValue(QJsonValue::Null)
                                      : QJsonValue(isoTime(select->integer(column)));
    };
    return QJsonObject{
        {u"rows"_s, select->integer(0)}, {u"oldest"_s, time(1)}, {u"newest"_s, time(2)}};
}

Result<QJsonObject> LedgerReader::copies(const CopiesQuestion &question)
{
    beginQuestion();
    return compareCopies(*m_database, question);
}

Result<QJsonObject> LedgerReader::costOfCopies(const CopiesQuestion &question)
{
    beginQuestion();
    return Ledger::costOfCopies(*m_database, question);
}

Result<QJsonObject> LedgerReader::callers(const QByteArray &model, qint64 sinceUs)
{
    beginQuestion();
    return callersOf(*m_database, m_calendar, model, sinceUs);
}

Result<QJsonObject> LedgerReader::keyTotals()
{
    beginQuestion();
    auto select = m_database->prepare("SELECT key, cost, requests, ts, client FROM key_use");
    if (!select)
        return select.error();
    QJsonObject totals;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return totals;
        const QJsonValue lastUsed =
            select->integer(3) == 0 ? QJsonValue(QJsonValue::Null) : isoTime(select->integer(3));
        totals.insert(select->string(0),
                      QJsonObject{{u"spent_nano_usd"_s, select->integer(1)},
                                  {u"requests"_s, select->integer(2)},
                                  {u"last_used"_s, lastUsed},
                                  {u"last_client"_s, select->string(4)}});
    }
}

Result<QJsonObject> LedgerReader::keyActivity(const QByteArray &key, qint64 sinceUs)
{
    beginQuestion();
    auto sums = m_database->prepare(
        "SELECT count(*), ifnull(sum(outcome <> 'ok'), 0), ifnull(sum(cost), 0), min(ts), max(ts), "
        "ifnull(sum(cost IS NULL AND outcome = 'ok'), 0) FROM requests WHERE key = ? AND ts >= ?");
    if (!sums)
        return sums.error();
    const Result<bool> row = sums->bindAll(key, sinceUs).step();
    if (!row)
        return row.error();
    const auto time = [&sums](int column) {
        return sums->isNull(column) ? QJsonValue() : QJsonValue(isoTime(sums->integer(column)));
    };
    QJsonObject activity{{u"requests"_s, sums->integer(0)},
                         {u"failed"_s, sums->integer(1)},
                         {u"cost_nano_usd"_s, sums->integer(2)},
                         {u"first"_s, time(3)},
                         {u"last"_s, time(4)},
                         {u"unpriced"_s, sums->integer(5)}};
    for (const auto &[name, column] :
         {std::pair(u"models"_s, "model_asked"_ba), std::pair(u"clients"_s, "client"_ba)}) {
        const QByteArray question = "SELECT " + column
            + ", count(*), max(ts) FROM requests WHERE key = ? AND ts >= ? GROUP BY 1 "
              "ORDER BY 2 DESC LIMIT 20";
        auto groups = m_database->prepare(question);
        if (!groups)
            return groups.error();
        groups->bindAll(key, sinceUs);
        QJsonArray items;
        for (;;) {
            const Result<bool> next = groups->step();
            if (!next)
                return next.error();
            if (!*next)
                break;
            if (column == "model_asked")
                items.append(groups->string(0));
            else
                items.append(QJsonObject{{u"address"_s, groups->string(0)},
                                         {u"requests"_s, groups->integer(1)},
                                         {u"last"_s, isoTime(groups->integer(2))}});
        }
        activity.insert(name, items);
    }
    return activity;
}

Result<std::vector<Traffic>> LedgerReader::recentTraffic(qint64 sinceUs, int most)
{
    beginQuestion();
    return Ledger::recentTraffic(*m_database, sinceUs, most);
}

Result<std::vector<HourFigures>> LedgerReader::hourFigures(const Api::Scope &scope,
                                                           qint64 firstHour, qint64 endHour)
{
    beginQuestion();
    return Ledger::hourFigures(*m_database, scope, firstHour, endHour);
}

} // namespace Gatehouse::Ledger
