// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/audittrail.h"

#include "core/ledger/requestjson.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>
#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qsizetype hashSize = crypto_generichash_BYTES;
static_assert(hashSize == 32);

void addNumber(QByteArray &bytes, qint64 value)
{
    const qint64 little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

//! The texts of a record as they are stored, byte for byte: two different ones may read alike.
using Texts = std::array<QByteArray, 6>;

Texts textsOf(const AuditEntry &entry)
{
    return {entry.who.toUtf8(),    entry.source.toUtf8(), entry.action.toUtf8(),
            entry.object.toUtf8(), entry.before.toUtf8(), entry.after.toUtf8()};
}

QByteArray hashOf(const QByteArray &previous, qint64 sequence, qint64 time, const Texts &texts)
{
    QByteArray canonical = previous;
    addNumber(canonical, sequence);
    addNumber(canonical, time);
    for (const QByteArray &text : texts) {
        addNumber(canonical, text.size());
        canonical += text;
    }
    QByteArray hash(hashSize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), hashSize,
                       reinterpret_cast<const unsigned char *>(canonical.constData()),
                       static_cast<unsigned long long>(canonical.size()), nullptr, 0);
    return hash;
}

constexpr QByteArrayView columns = "seq, time, who, source, action, object, before, after, hash";

AuditRecord recordFrom(const Store::Statement &row)
{
    return {.sequence = row.integer(0),
            .time = WallTime(std::chrono::microseconds(row.integer(1))),
            .entry = {.who = row.string(2),
                      .source = row.string(3),
                      .action = row.string(4),
                      .object = row.string(5),
                      .before = row.string(6),
                      .after = row.string(7)},
            .hash = row.blob(8)};
}

//! Of a query; ?1 is left for the limit.
const QByteArray condition =
    "(?2 <= 0 OR seq < ?2) AND (?3 = '' OR object = ?3) AND (?4 = '' OR who = ?4)"
    " AND (?5 = '' OR action = ?5 OR substr(action, 1, length(?5) + 1) = ?5 || '.')"
    " AND (?6 = '' OR instr(lower(who || char(10) || source || char(10) || action || char(10) ||"
    " object || char(10) || before || char(10) || after), lower(?6)) > 0)"
    " AND time >= ?7 AND (?8 = 0 OR time < ?8)";

void bind(Store::Statement &select, const AuditQuery &query, int limit)
{
    select.bindAll(limit, query.before, query.object, query.who, query.action, query.text,
                   qint64(query.since.time_since_epoch().count()),
                   qint64(query.until.time_since_epoch().count()));
}

QJsonValue valueOf(const QString &text)
{
    if (text.isEmpty())
        return QJsonValue::Null;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isObject())
        return document.object();
    return text;
}

} // namespace

Result<void> AuditTrail::create()
{
    return m_database.execute(
        "CREATE TABLE IF NOT EXISTS audit(seq INTEGER PRIMARY KEY, time INTEGER NOT NULL,"
        " who TEXT NOT NULL, source TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,"
        " before TEXT NOT NULL, after TEXT NOT NULL, hash BLOB NOT NULL) STRICT;"
        "CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit"
        " BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;"
        "CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit"
        " BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END");
}

Result<AuditRecord> AuditTrail::append(const AuditEntry &entry, WallTime now)
{
    if (m_database.inTransaction())
        return appendInTransaction(entry, now);
    Result<Store::Transaction> transaction = Store::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    Result<AuditRecord> record = appendInTransaction(entry, now);
    if (!record)
        return record;
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return record;
}

Result<AuditRecord> AuditTrail::appendInTransaction(const AuditEntry &entry, WallTime now)
{
    auto last = m_database.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    if (!last)
        return last.error();
    const Result<bool> any = last->step();
    if (!any)
        return any.error();
    AuditRecord record;
    record.sequence = *any ? last->integer(0) + 1 : 1;
    record.time = now;
    record.entry = entry;
    record.hash = hashOf(*any ? last->blob(1) : QByteArray(hashSize, '\0'), record.sequence,
                         now.time_since_epoch().count(), textsOf(entry));
    last->reset();

    auto insert = m_database.prepare("INSERT INTO audit VALUES(?,?,?,?,?,?,?,?,?)");
    if (!insert)
        return insert.error();
    insert->bindAll(record.sequence, qint64(now.time_since_epoch().count()), entry.who,
                    entry.source, entry.action, entry.object, entry.before, entry.after,
                    Store::Blob{record.hash});
    if (const Result<void> inserted = insert->run(); !inserted)
        return inserted.error();
    return record;
}

Result<AuditTrail::Verification> AuditTrail::verify(qint64 knownSequence,
                                                    const QByteArray &knownHead)
{
    const QByteArray sql = "SELECT " + columns.toByteArray() + " FROM audit ORDER BY seq";
    auto select = m_database.prepare(sql);
    if (!select)
        return select.error();
    Verification result;
    result.head = QByteArray(hashSize, '\0');
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const qint64 expected = result.records + 1;
        const QByteArray hash = select->blob(8);
        const Texts texts{select->text(2), select->text(3), select->text(4),
                          select->text(5), select->text(6), select->text(7)};
        const bool sound = select->integer(0) == expected
            && hash == hashOf(result.head, expected, select->integer(1), texts)
            && (expected != knownSequence || hash == knownHead);
        if (!sound) {
            result.firstBroken = expected;
            return result;
        }
        result.records = expected;
        result.head = hash;
    }
    if (result.records < knownSequence)
        result.firstBroken = result.records + 1;
    return result;
}

Result<std::vector<AuditRecord>> AuditTrail::list(const AuditQuery &query)
{
    const QByteArray sql = "SELECT " + columns.toByteArray() + " FROM audit WHERE " + condition
        + " ORDER BY seq DESC LIMIT ?1";
    auto select = m_database.prepare(sql);
    if (!select)
        return select.error();
    bind(*select, query, query.limit);
    std::vector<AuditRecord> records;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return records;
        records.push_back(recordFrom(*select));
    }
}

Result<std::vector<AuditTrail::Day>> AuditTrail::days(const AuditQuery &query,
                                                      const QTimeZone &zone)
{
    const QByteArray sql = "SELECT time FROM audit WHERE " + condition + " ORDER BY time LIMIT ?1";
    auto select = m_database.prepare(sql);
    if (!select)
        return select.error();
    bind(*select, query, -1);
    std::vector<Day> days;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return days;
        const QDate day = QDateTime::fromMSecsSinceEpoch(select->integer(0) / 1000, zone).date();
        if (days.empty() || days.back().day != day)
            days.push_back({day});
        ++days.back().records;
    }
}

QJsonObject AuditTrail::toJson(const AuditRecord &record)
{
    return {{u"seq"_s, record.sequence},
            {u"time"_s, isoTime(toUs(record.time))},
            {u"who"_s, record.entry.who},
            {u"source"_s, record.entry.source},
            {u"action"_s, record.entry.action},
            {u"object"_s, record.entry.object},
            {u"before"_s, valueOf(record.entry.before)},
            {u"after"_s, valueOf(record.entry.after)},
            {u"hash"_s, QString::fromLatin1(record.hash.toHex())}};
}

} // namespace Gatehouse::Ledger
