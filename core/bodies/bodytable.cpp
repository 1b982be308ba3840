// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/bodytable.h"

#include "core/store/migration.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Bodies {

namespace {

using Store::Blob;

constexpr std::array<QByteArrayView, 2> schema{
    "CREATE TABLE body (id TEXT PRIMARY KEY, time INTEGER NOT NULL, key_id TEXT NOT NULL,"
    " route TEXT NOT NULL, request BLOB NOT NULL, request_size INTEGER NOT NULL,"
    " request_type TEXT NOT NULL, answer BLOB NOT NULL, answer_size INTEGER NOT NULL,"
    " answer_type TEXT NOT NULL, redactions INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;"
    "CREATE INDEX body_time ON body (time, bytes)",
    "ALTER TABLE body ADD COLUMN request_head BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE body ADD COLUMN answer_head BLOB NOT NULL DEFAULT x''",
};
constexpr qint64 rowBytes = 512; //!< what a row takes beside its bodies, roughly

qint64 microsecondsOf(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime timeOf(qint64 microseconds)
{
    return WallTime(std::chrono::microseconds(microseconds));
}

Error notRecorded(const QByteArray &id)
{
    return {ErrorCode::NotFound,
            u"nothing of request %1 is recorded: recording was off, or the recording is past its "
            "time"_s.arg(QString::fromLatin1(id)),
            u"id"_s};
}

//! An empty text, where null would be stored.
QByteArrayView text(const QByteArray &bytes)
{
    return {bytes.isNull() ? "" : bytes.constData(), bytes.size()};
}

} // namespace

Result<std::unique_ptr<BodyTable>> BodyTable::open(const QString &path)
{
    auto database =
        Store::Database::open(path, {.applicationId = bodiesApplicationId, .secureDelete = true});
    if (!database)
        return database.error();
    if (auto migrated = Store::migrate(**database, schema); !migrated)
        return migrated.error();
    return std::unique_ptr<BodyTable>(new BodyTable(*std::move(database)));
}

Result<void> BodyTable::save(const RecordedBody &body)
{
    auto insert = m_database->prepare("INSERT OR REPLACE INTO body VALUES"
                                      " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                      " ?13, ?14)");
    if (!insert)
        return insert.error();
    const qint64 bytes = body.request.text.size() + body.answer.text.size()
        + body.request.head.size() + body.answer.head.size() + rowBytes;
    insert->bindAll(text(body.id), microsecondsOf(body.time), text(body.key), text(body.route),
                    Blob{text(body.request.text)}, body.request.size, text(body.request.type),
                    Blob{text(body.answer.text)}, body.answer.size, text(body.answer.type),
                    body.redactions, bytes, Blob{text(body.request.head)},
                    Blob{text(body.answer.head)});
    return insert->run();
}

Result<bool> BodyTable::has(const QByteArray &id)
{
    auto select = m_database->prepare("SELECT 1 FROM body WHERE id = ?1");
    if (!select)
        return select.error();
    select->bind(1, id);
    return select->step();
}

Result<RecordedBody> BodyTable::load(const QByteArray &id)
{
    auto select = m_database->prepare("SELECT time, key_id, route, request, request_size,"
                                      " request_type, answer, answer_size, answer_type, redactions,"
                                      " request_head, answer_head"
                                      " FROM body WHERE id = ?1");
    if (!select)
        return select.error();
    select->bind(1, id);
    const Result<bool> row = select->step();
    if (!row)
        return row.error();
    if (!*row)
        return notRecorded(id);
    return RecordedBody{.id = id,
                        .time = timeOf(select->integer(0)),
                        .key = select->text(1),
                        .route = select->text(2),
                        .request = {.text = select->blob(3),
                                    .size = select->integer(4),
                                    .type = select->text(5),
                                    .head = select->blob(10)},
                        .answer = {.text = select->blob(6),
                                   .size = select->integer(7),
                                   .type = select->text(8),
                                   .head = select->blob(11)},
                        .redactions = static_cast<int>(select->integer(9))};
}

Result<void> BodyTable::remove(const QByteArray &id)
{
    auto remove = m_database->prepare("DELETE FROM body WHERE id = ?1");
    if (!remove)
        return remove.error();
    remove->bind(1, id);
    if (auto done = remove->run(); !done)
        return done;
    return m_database->changes() > 0 ? m_database->checkpoint() : Result<void>(notRecorded(id));
}

Result<qint64> BodyTable::clear()
{
    const Result<qint64> count = m_database->integer("SELECT count(*) FROM body");
    if (!count)
        return count;
    for (const QByteArrayView step : {"DELETE FROM body", "VACUUM"}) {
        if (auto done = m_database->execute(step); !done)
            return done.error();
    }
    if (auto done = m_database->checkpoint(); !done) // the log holds what was deleted
        return done.error();
    return count;
}

Result<void> BodyTable::sweep(const Retention &retention, WallTime now)
{
    if (retention.age.count() <= 0) {
        const Result<qint64> gone = clear();
        return gone ? Result<void>() : Result<void>(gone.error());
    }
    auto old = m_database->prepare("DELETE FROM body WHERE time < ?1");
    if (!old)
        return old.error();
    old->bind(1, microsecondsOf(now - retention.age));
    if (auto done = old->run(); !done)
        return done;
    auto excess = m_database->prepare(
        "DELETE FROM body WHERE rowid IN (SELECT rowid FROM (SELECT rowid, sum(bytes) OVER"
        " (ORDER BY time DESC, rowid DESC) AS together FROM body) WHERE together > ?1)");
    if (!excess)
        return excess.error();
    const bool isOldGone = m_database->changes() > 0;
    excess->bind(1, retention.bytes);
    if (auto done = excess->run(); !done)
        return done;
    return isOldGone || m_database->changes() > 0 ? m_database->checkpoint() : Result<void>();
}

Result<BodyTable::Facts> BodyTable::facts()
{
    auto select =
        m_database->prepare("SELECT count(*), coalesce(sum(bytes), 0), min(time) FROM body");
    if (!select)
        return select.error();
    if (const Result<bool> row = select->step(); !row)
        return row.error();
    Facts facts{.count = select->integer(0), .bytes = select->integer(1), .oldest = {}};
    if (facts.count > 0)
        facts.oldest = timeOf(select->integer(2));
    return facts;
}

} // namespace Gatehouse::Bodies
