// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerstore.h"

#include "core/ledger/recordcodec.h"
#include "core/ledger/requestrows.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QDate>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 usPerDay = 24 * usPerHour;

constexpr int ordinaryValues = 33;
constexpr int seldomValues = 12;

std::optional<qint64> orNull(qint64 us)
{
    return us < 0 ? std::nullopt : std::optional(us);
}

//! "?,?,…"
QByteArray marks(int count)
{
    QByteArray marks = QByteArray("?,").repeated(count);
    marks.chop(1);
    return marks;
}

//! "INSERT … VALUES(?,?,…)" with \a count placeholders.
QByteArray insertInto(QByteArrayView target, int count)
{
    return "INSERT INTO " + target.toByteArray() + " VALUES(" + marks(count) + ')';
}

//! The row of a request. What most rows have nothing of stands last, as \a seldom: each value that
//! is not bound is a good hundredth of the work.
QByteArray insertRequest(const QByteArray &seldom)
{
    return "INSERT INTO requests(id, ts, status, outcome, class, front, route, model_asked,"
           " provider, model, key, key_name, team, client, usage_known, usage_estimated, tokens_in,"
           " tokens_cached, tokens_out, tokens_reasoning, cost, list_cost, price_version,"
           " first_token_us, total_us, gateway_us, attempt_count, cache, streamed, tags, revision,"
           " story, queued_us, tokens_cache_write, tokens_cache_write_hour, tokens_audio_in,"
           " tokens_audio_out, tokens_image_in, images, audio_ms, characters, queries, error_code,"
           " error_detail, cache_saved) VALUES("
        + marks(ordinaryValues) + ',' + seldom + ") ON CONFLICT(id) DO NOTHING";
}

//! Without any of the values that stand last in insertRequest().
bool isPlain(const RequestRecord &r)
{
    const Usage &u = r.usage;
    const qint64 seldom = u.cacheWriteTokens | u.cacheWriteHourTokens | u.audioInTokens
        | u.audioOutTokens | u.imageInTokens | u.images | u.audioMs | u.characters | u.queries
        | r.cacheSaved.nanoUsd;
    return seldom == 0 && r.errorCode.isEmpty() && r.errorDetail.isEmpty();
}

//! Sums by hour, column "hour", and by day of the reporting zone, column "day".
constexpr std::array hourTables{"roll_hour_model", "roll_hour_provider", "hist_hour_model",
                                "roll_hour_latency", "roll_hour_outcome"};
constexpr std::array dayTables{"roll_day_key", "roll_day_model", "hist_day_model"};
constexpr qint64 slotsPerHour = usPerHour / usPerSlot;

constexpr int attemptValues = 15;
constexpr int copyValues = 21;

} // namespace

LedgerStore::LedgerStore(std::unique_ptr<Store::Database> database, const QTimeZone &zone)
    : m_database(std::move(database))
    , m_calendar(zone)
    , m_rollups(DayCalendar(zone))
{
}

Result<std::unique_ptr<LedgerStore>> LedgerStore::open(const Options &options)
{
    auto database = Store::Database::open(options.path,
                                          {.mode = Store::Database::Mode::ReadWrite,
                                           .applicationId = ledgerApplicationId,
                                           .mustExist = options.mustExist,
                                           .busyTimeout = options.busyTimeout});
    if (!database)
        return database.error();
    if (options.check) {
        if (const Result<void> sound = (*database)->quickCheck(); !sound)
            return sound.error();
    }
    if (const Result<void> migrated = migrateLedger(**database); !migrated)
        return migrated.error();
    std::unique_ptr<LedgerStore> store(new LedgerStore(std::move(*database), options.zone));
    if (const Result<void> filled = store->fillDays(); !filled)
        return filled.error();
    if (const Result<void> noted = store->noteZone(); !noted)
        return noted.error();
    if (const Result<void> ready = store->prepareStatements(); !ready)
        return ready.error();
    return store;
}

//! The zone that days are counted in from now on; the first one holds for all the past.
Result<void> LedgerStore::noteZone()
{
    auto note = m_database->prepare(
        "INSERT INTO day_zones SELECT iif(EXISTS(SELECT 1 FROM day_zones),"
        " CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER), 0), ?1"
        " WHERE ?1 IS NOT (SELECT zone FROM day_zones ORDER BY ts DESC LIMIT 1)");
    return note ? note->runWith(m_calendar.zone().id()) : Result<void>(note.error());
}

//! Books from before the histograms by day get them from those by hour.
Result<void> LedgerStore::fillDays()
{
    const Result<qint64> missing =
        m_database->integer("SELECT NOT EXISTS(SELECT 1 FROM hist_day_model)"
                            " AND EXISTS(SELECT 1 FROM hist_hour_model)");
    if (!missing || *missing == 0)
        return missing ? Result<void>() : Result<void>(missing.error());
    Result<Store::Transaction> transaction = Store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    if (const Result<void> made = m_database->execute(
            "CREATE TEMP TABLE day_of_hour(hour INTEGER PRIMARY KEY, day INTEGER);"
            "INSERT INTO day_of_hour SELECT DISTINCT hour, 0 FROM hist_hour_model");
        !made)
        return made;
    std::vector<qint64> hours;
    const Result<void> read =
        query(*m_database, "SELECT hour FROM day_of_hour",
              [&hours](const Store::Statement &row) { hours.push_back(row.integer(0)); });
    if (!read)
        return read;
    auto set = m_database->prepare("UPDATE day_of_hour SET day = ? WHERE hour = ?");
    if (!set)
        return set.error();
    for (const qint64 hour : hours) {
        set->bindAll(m_calendar.dayOf(hour * usPerHour), hour);
        if (const Result<void> done = set->run(); !done)
            return done;
    }
    if (const Result<void> filled = m_database->execute(
            "INSERT INTO hist_day_model SELECT d.day, model, provider, route, kind, bucket,"
            " sum(requests) FROM hist_hour_model h JOIN day_of_hour d ON d.hour = h.hour"
            " GROUP BY 1, 2, 3, 4, 5, 6;"
            "DROP TABLE day_of_hour");
        !filled)
        return filled;
    return transaction->commit();
}

Result<void> LedgerStore::prepareStatements()
{
    auto request = m_database->prepare(insertRequest(marks(seldomValues)));
    if (!request)
        return request.error();
    auto plain = m_database->prepare(insertRequest("0, 0, 0, 0, 0, 0, 0, 0, 0, '', '', 0"));
    if (!plain)
        return plain.error();
    auto attempt = m_database->prepare(insertInto("attempts", attemptValues));
    if (!attempt)
        return attempt.error();
    auto trace = m_database->prepare(insertInto("traces", 2));
    if (!trace)
        return trace.error();
    auto keyName = m_database->prepare("INSERT INTO key_names VALUES(?, ?)"
                                       " ON CONFLICT(key) DO UPDATE SET name = excluded.name");
    if (!keyName)
        return keyName.error();
    const QByteArray insertCopy =
        insertInto("copies(id, ts, original, route, provider, model, provider_key, outcome, status,"
                   " detail, streamed, first_token_us, total_us, tokens_in, tokens_cached,"
                   " tokens_cache_write, tokens_out, tokens_reasoning, cost, list_cost,"
                   " price_version)",
                   copyValues)
        + " ON CONFLICT(id) DO NOTHING";
    auto copy = m_database->prepare(insertCopy);
    if (!copy)
        return copy.error();
    auto terms = m_database->prepare(insertInto("terms", 2));
    if (!terms)
        return terms.error();
    m_statements.emplace(Statements{std::move(*request), std::move(*plain), std::move(*attempt),
                                    std::move(*trace), std::move(*keyName), std::move(*copy),
                                    std::move(*terms)});
    return {};
}

Result<void> LedgerStore::add(std::vector<RequestRecord> &records, bool details)
{
    if (const Result<void> begun = begin(); !begun)
        return begun;
    if (const Result<void> added = put(records, details); !added)
        return added;
    return finish();
}

Result<void> LedgerStore::begin()
{
    m_rollups.clear();
    Result<Store::Transaction> transaction = Store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    m_batch.emplace(std::move(*transaction));
    return {};
}

Result<void> LedgerStore::put(std::vector<RequestRecord> &records, bool details)
{
    std::vector<bool> isKnown(records.size());
    for (size_t i = 0; i < records.size(); ++i) {
        const Result<bool> isNew =
            records[i].isCopy() ? insertCopy(records[i], details) : insert(records[i], details);
        if (!isNew)
            return abandon(isNew.error());
        isKnown[i] = !*isNew;
        if (*isNew)
            m_rollups.add(records[i]);
    }
    size_t at = 0;
    std::erase_if(records, [&](const RequestRecord &) { return isKnown[at++]; });
    return {};
}

Result<void> LedgerStore::finish()
{
    if (const Result<void> summed = m_rollups.store(*m_database); !summed)
        return abandon(summed.error());
    if (const Result<void> committed = m_batch->commit(); !committed)
        return abandon(committed.error());
    m_batch.reset();
    return {};
}

//! Rolls the batch back, and forgets what it remembered.
Error LedgerStore::abandon(const Error &error)
{
    m_batch.reset();
    m_keyNames.clear();
    return error;
}

Result<bool> LedgerStore::insert(const RequestRecord &r, bool details)
{
    const Usage &u = r.usage;
    const QByteArray none;
    const bool ordinary = isOrdinary(r);
    if (ordinary)
        encodeStory(r, details, m_story);
    const auto write = [&](Store::Statement &statement, const auto &...seldom) {
        return statement.runWith(
            r.id, toUs(r.time), r.status, outcomeName(r.outcome), static_cast<int>(classOf(r)),
            r.front, r.route, r.modelAsked, r.provider, r.model, r.keyId, r.keyName, r.team,
            r.clientAddress, u.known, u.estimated, u.promptTokens, u.cachedTokens,
            u.completionTokens, u.reasoningTokens, r.cost, r.listCost, r.priceVersion,
            orNull(r.firstTokenUs), r.totalUs, r.gatewayUs, r.attempts.size(), r.cache, r.streamed,
            r.tags, r.revision, ordinary ? std::optional(Store::Blob{m_story}) : std::nullopt,
            r.queuedUs, seldom...);
    };
    const Result<void> inserted = isPlain(r)
        ? write(m_statements->plainRequest)
        : write(m_statements->request, u.cacheWriteTokens, u.cacheWriteHourTokens, u.audioInTokens,
                u.audioOutTokens, u.imageInTokens, u.images, u.audioMs, u.characters, u.queries,
                r.errorCode, details ? r.errorDetail : none, r.cacheSaved.nanoUsd);
    if (!inserted)
        return inserted.error();
    if (m_database->changes() == 0)
        return false;
    const qint64 row = m_database->lastInsertId();
    if (!ordinary) {
        const Result<void> told = insertDetails(r, row, details);
        if (!told)
            return told.error();
    }
    if (!r.terms.isEmpty()) {
        const Result<void> kept = m_statements->terms.runWith(row, r.terms);
        if (!kept)
            return kept.error();
    }
    if (const Result<void> named = rememberKeyName(r); !named)
        return named.error();
    return true;
}

Result<bool> LedgerStore::insertCopy(const RequestRecord &r, bool details)
{
    const AttemptRecord none;
    const AttemptRecord &only = r.attempts.empty() ? none : r.attempts.front();
    const Usage &u = r.usage;
    const Result<void> inserted = m_statements->copy.runWith(
        r.id, toUs(r.time), r.copyOf, r.route, r.provider, r.model, only.providerKey,
        outcomeName(r.outcome), only.status, details ? only.detail : none.detail, r.streamed,
        orNull(r.firstTokenUs), r.totalUs, u.promptTokens, u.cachedTokens,
        u.cacheWriteTokens + u.cacheWriteHourTokens, u.completionTokens, u.reasoningTokens, r.cost,
        r.listCost, r.priceVersion);
    if (!inserted)
        return inserted.error();
    return m_database->changes() > 0;
}

Result<void> LedgerStore::insertDetails(const RequestRecord &record, qint64 row, bool details)
{
    int number = 0;
    const QByteArray none;
    for (const AttemptRecord &a : record.attempts) {
        const Result<void> inserted = m_statements->attempt.runWith(
            row, number++, a.provider, a.model, a.providerKey, outcomeName(a.result), a.status,
            a.startedUs, a.durationUs, orNull(a.connectedUs), orNull(a.headUs),
            orNull(a.firstTokenUs), a.upstreamId, details ? a.detail : none, a.cost);
        if (!inserted)
            return inserted;
    }
    if (!details || record.trace.isEmpty())
        return {};
    return m_statements->trace.runWith(row, record.trace);
}

Result<void> LedgerStore::rememberKeyName(const RequestRecord &record)
{
    if (record.keyId.isEmpty() || record.keyName.isEmpty()
        || m_keyNames.value(record.keyId) == record.keyName)
        return {};
    const Result<void> written = m_statements->keyName.runWith(record.keyId, record.keyName);
    if (written)
        m_keyNames.insert(record.keyId, record.keyName);
    return written;
}

Result<qint64> LedgerStore::deleteRows(QByteArrayView condition, qint64 bound, int step)
{
    const QByteArray sql = "DELETE FROM requests WHERE n IN (SELECT n FROM requests WHERE "
        + condition.toByteArray() + " ORDER BY ts LIMIT ?2)";
    auto remove = m_database->prepare(sql);
    if (!remove)
        return remove.error();
    remove->bindAll(bound, step);
    Result<Store::Transaction> transaction = Store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    if (const Result<void> removed = remove->run(); !removed)
        return removed.error();
    const qint64 count = m_database->changes();
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return count;
}

Result<bool> LedgerStore::dropOld(const Retention &retention, WallTime now, int step)
{
    if (const Result<void> dropped = dropOldRollups(retention.rollupDays, now); !dropped)
        return dropped.error();
    if (retention.requestDays > 0) {
        const qint64 before = toUs(now) - retention.requestDays * usPerDay;
        const Result<qint64> removed = deleteRows("ts < ?1", before, step);
        if (!removed)
            return removed.error();
        if (const Result<void> dropped = query(
                *m_database, "DELETE FROM copies WHERE ts < ?", [](const Store::Statement &) {},
                before);
            !dropped)
            return dropped.error();
        if (*removed > 0) {
            const Result<void> dropped = dropSlotsWithoutRows();
            return dropped ? Result<bool>(*removed == step) : dropped.error();
        }
    }
    if (retention.requestBytes <= 0)
        return false;
    const Result<qint64> size = m_database->integer(
        "SELECT (c.page_count - f.freelist_count) * s.page_size"
        " FROM pragma_page_count c, pragma_freelist_count f, pragma_page_size s");
    if (!size)
        return size.error();
    if (*size <= retention.requestBytes)
        return false;
    const Result<qint64> removed = deleteRows("?1 = 0", 0, step);
    if (!removed)
        return removed.error();
    if (const Result<void> dropped = dropSlotsWithoutRows(); !dropped)
        return dropped.error();
    if (const Result<void> shrunk = m_database->execute("PRAGMA incremental_vacuum"); !shrunk)
        return shrunk.error();
    return *removed > 0;
}

//! The sums by slot stand for rows that can be looked at; of older ones there are the days.
Result<void> LedgerStore::dropSlotsWithoutRows()
{
    return m_database->execute(
        QByteArray("DELETE FROM roll_slot_model WHERE slot < (SELECT ifnull(min(ts), 0) / "
                   + QByteArray::number(usPerSlot) + " FROM requests)"));
}

Result<void> LedgerStore::dropOldRollups(int days, WallTime now)
{
    if (days <= 0)
        return {};
    const qint64 before = toUs(now) - days * usPerDay;
    const QByteArray hour = QByteArray::number(before / usPerHour);
    // Whole weeks: those of roll_week_key are as long as their days.
    const QByteArray day = QByteArray::number(DayCalendar::weekOf(m_calendar.dayOf(before)));
    QByteArray sql = "BEGIN IMMEDIATE;";
    for (const char *table : hourTables)
        sql += QByteArray("DELETE FROM ") + table + " WHERE hour < " + hour + ';';
    for (const char *table : dayTables)
        sql += QByteArray("DELETE FROM ") + table + " WHERE day < " + day + ';';
    sql += "DELETE FROM roll_slot_model WHERE slot < "
        + QByteArray::number(before / usPerHour * slotsPerHour) + ';';
    sql += "DELETE FROM roll_week_key WHERE week < " + day + ";COMMIT";
    const Result<void> dropped = m_database->execute(sql);
    if (!dropped && m_database->inTransaction())
        (void)m_database->execute("ROLLBACK");
    return dropped;
}

//! From its days.
Result<void> LedgerStore::rebuildWeekOf(const QDate &day)
{
    const qint64 first = DayCalendar::weekOf(DayCalendar::number(day));
    const qint64 last = DayCalendar::number(DayCalendar::date(first).addDays(6));
    auto clear = m_database->prepare("DELETE FROM roll_week_key WHERE week = ?");
    auto fill = m_database->prepare(
        "INSERT INTO roll_week_key SELECT ?1, key, sum(requests), sum(errors), sum(tokens_in),"
        " sum(tokens_cached), sum(tokens_cache_write), sum(tokens_out), sum(cost), sum(unpriced),"
        " sum(tokens_reasoning), sum(cache_saved)"
        " FROM roll_day_key WHERE day >= ?1 AND day <= ?2 GROUP BY key");
    if (!clear || !fill)
        return clear ? fill.error() : clear.error();
    const Result<void> cleared = clear->runWith(first);
    return cleared ? fill->runWith(first, last) : cleared;
}

Result<void> LedgerStore::rebuildDay(const QDate &day)
{
    const qint64 from = m_calendar.startOf(day);
    const qint64 to = m_calendar.startOf(day.addDays(1));
    // Zones with half hours: the day's first and last hour are shared with its neighbours.
    const qint64 firstHour = from / usPerHour;
    const qint64 endHour = (to + usPerHour - 1) / usPerHour;
    m_rollups.clear();
    Result<Store::Transaction> transaction = Store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    QByteArray sql;
    for (const char *table : hourTables)
        sql += QByteArray("DELETE FROM ") + table + " WHERE hour >= "
            + QByteArray::number(firstHour) + " AND hour < " + QByteArray::number(endHour) + ';';
    sql +=
        "DELETE FROM roll_slot_model WHERE slot >= " + QByteArray::number(firstHour * slotsPerHour)
        + " AND slot < " + QByteArray::number(endHour * slotsPerHour) + ';';
    for (const char *table : dayTables)
        sql += QByteArray("DELETE FROM ") + table
            + " WHERE day = " + QByteArray::number(DayCalendar::number(day)) + ';';
    if (const Result<void> cleared = m_database->execute(sql); !cleared)
        return cleared;
    const QByteArray rowsOfDay =
        "SELECT " + requestColumns().toByteArray() + " FROM requests WHERE ts >= ? AND ts < ?";
    auto select = m_database->prepare(rowsOfDay);
    if (!select)
        return select.error();
    select->bindAll(firstHour * usPerHour, endHour * usPerHour);
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        RequestRecord record = recordFrom(*select);
        const Result<void> details = readDetails(*m_database, select->integer(0), record);
        if (!details)
            return details;
        m_rollups.addToHours(record);
        if (toUs(record.time) >= from && toUs(record.time) < to)
            m_rollups.addToDays(record);
    }
    const auto addCopy = [&](const Store::Statement &row) {
        const RequestRecord copy = copyFrom(row);
        m_rollups.addToHours(copy);
        if (toUs(copy.time) >= from && toUs(copy.time) < to)
            m_rollups.addToDays(copy);
    };
    const QByteArray sqlOfCopies =
        "SELECT " + copyColumns().toByteArray() + " FROM copies WHERE ts >= ? AND ts < ?";
    if (const Result<void> read =
            query(*m_database, sqlOfCopies, addCopy, firstHour * usPerHour, endHour * usPerHour);
        !read)
        return read;
    if (const Result<void> summed = m_rollups.store(*m_database); !summed)
        return summed;
    if (const Result<void> weeks = rebuildWeekOf(day); !weeks)
        return weeks;
    if (const Result<void> totals = m_database->execute(
            "UPDATE key_use SET cost = s.cost, requests = s.requests FROM (SELECT key, sum(cost) AS"
            " cost, sum(requests) AS requests FROM roll_day_key GROUP BY key) s"
            " WHERE s.key = key_use.key");
        !totals)
        return totals;
    return transaction->commit();
}

} // namespace Gatehouse::Ledger
