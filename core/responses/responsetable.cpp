// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/responsetable.h"

#include "core/store/migration.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Responses {

namespace {

using Store::Statement;

//! "used" is the time of saving, or of the newest response that goes on from it.
constexpr std::array<QByteArrayView, 1> schema{
    "CREATE TABLE response (id TEXT PRIMARY KEY, key_id TEXT NOT NULL, team TEXT NOT NULL,"
    " created INTEGER NOT NULL, used INTEGER NOT NULL, model TEXT NOT NULL,"
    " previous TEXT NOT NULL, input TEXT NOT NULL, output TEXT NOT NULL, response TEXT NOT NULL,"
    " provider TEXT NOT NULL, provider_key TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT;"
    "CREATE INDEX response_used ON response (used, bytes)",
};
constexpr qint64 rowBytes = 512; //!< what a row takes beside its texts, roughly
constexpr int sweepRows = 500;

qint64 microsecondsOf(WallTime time)
{
    return time.time_since_epoch().count();
}

Error notFound(const QByteArray &id)
{
    return {ErrorCode::NotFound,
            u"There is no response '%1' here: it was never stored, has been deleted or is past "
            "its time."_s.arg(QString::fromUtf8(id))};
}

StoredResponse rowOf(const Statement &row)
{
    return {.id = row.text(0),
            .owner = {.keyId = row.text(1), .team = row.text(2)},
            .created = WallTime(std::chrono::microseconds(row.integer(3))),
            .model = row.text(4),
            .previous = row.text(5),
            .input = row.text(6),
            .output = row.text(7),
            .response = row.text(8),
            .provider = row.text(9),
            .providerKey = row.text(10)};
}

void appendItems(QByteArray &items, const QByteArray &more)
{
    if (!items.isEmpty() && !more.isEmpty())
        items += ',';
    items += more;
}

} // namespace

Result<std::unique_ptr<ResponseTable>> ResponseTable::open(const QString &path)
{
    auto database = Store::Database::open(
        path, {.applicationId = responsesApplicationId, .secureDelete = true});
    if (!database)
        return database.error();
    if (auto migrated = Store::migrate(**database, schema); !migrated)
        return migrated.error();
    return std::unique_ptr<ResponseTable>(new ResponseTable(*std::move(database)));
}

Result<void> ResponseTable::save(const StoredResponse &r)
{
    auto insert = m_database->prepare("INSERT OR REPLACE INTO response VALUES"
                                      " (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    if (!insert)
        return insert.error();
    const qint64 created = microsecondsOf(r.created);
    const auto text = [](const QByteArray &bytes) {
        return QByteArrayView(bytes.isNull() ? "" : bytes.constData(), bytes.size());
    };
    if (auto done = insert->runWith(text(r.id), text(r.owner.keyId), text(r.owner.team), created,
                                    text(r.model), text(r.previous), text(r.input), text(r.output),
                                    text(r.response), text(r.provider), text(r.providerKey),
                                    r.bytes() + rowBytes);
        !done || r.previous.isEmpty())
        return done;
    auto touch = m_database->prepare(
        "WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT previous FROM response"
        " JOIN chain USING (id) WHERE previous <> '')"
        "UPDATE response SET used = max(used, ?2) WHERE id IN chain");
    if (!touch)
        return touch.error();
    touch->bind(1, r.previous).bind(2, created);
    return touch->run();
}

Result<StoredResponse> ResponseTable::load(const QByteArray &id, const Owner &caller)
{
    auto select = m_database->prepare("SELECT id, key_id, team, created, model, previous, input,"
                                      " output, response, provider, provider_key"
                                      " FROM response WHERE id = ?1");
    if (!select)
        return select.error();
    select->bind(1, id);
    const Result<bool> row = select->step();
    if (!row)
        return row.error();
    if (!*row)
        return notFound(id);
    StoredResponse found = rowOf(*select);
    if (!caller.mayUse(found.owner))
        return notFound(id);
    return found;
}

Result<Conversation> ResponseTable::conversation(const QByteArray &id, const Owner &caller)
{
    Result<StoredResponse> last = load(id, caller);
    if (!last)
        return last.error();
    if (last->isPinned())
        return Conversation{.last = *std::move(last), .items = {}};
    std::vector<std::pair<QByteArray, QByteArray>> turns{{last->input, last->output}};
    qint64 bytes = last->bytes();
    for (QByteArray previous = last->previous; !previous.isEmpty();) {
        Result<StoredResponse> earlier = load(previous, caller);
        if (!earlier)
            return earlier.error();
        bytes += earlier->input.size() + earlier->output.size();
        if (bytes > maxConversation)
            return Error{
                ErrorCode::LimitExceeded,
                u"The conversation up to '%1' is larger than 64 MiB. Begin a new one."_s.arg(
                    QString::fromUtf8(id))};
        turns.emplace_back(std::move(earlier->input), std::move(earlier->output));
        previous = earlier->previous;
    }
    Conversation all{.last = *std::move(last), .items = {}};
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        appendItems(all.items, turn->first);
        appendItems(all.items, turn->second);
    }
    return all;
}

Result<void> ResponseTable::remove(const QByteArray &id, const Owner &caller)
{
    if (const Result<StoredResponse> found = load(id, caller); !found)
        return found.error();
    auto statement = m_database->prepare("DELETE FROM response WHERE id = ?1");
    if (!statement)
        return statement.error();
    if (auto done = statement->bind(1, id).run(); !done)
        return done;
    m_hasDeleted = true;
    return forgetDeleted();
}

Result<void> ResponseTable::forgetDeleted()
{
    if (!m_hasDeleted || m_database->inTransaction())
        return {};
    m_hasDeleted = false;
    return m_database->checkpoint();
}

Result<bool> ResponseTable::sweep(const Retention &retention, WallTime now)
{
    const bool keepsNothing = retention.age.count() <= 0;
    const Result<bool> more = dropOld(keepsNothing ? WallTime::max() : now - retention.age);
    if (!more || *more || retention.bytes <= 0)
        return more;
    return dropExcess(retention.bytes);
}

Result<bool> ResponseTable::dropOld(WallTime limit)
{
    auto statement = m_database->prepare("DELETE FROM response WHERE rowid IN (SELECT rowid FROM"
                                         " response WHERE used < ?1 ORDER BY used LIMIT ?2)");
    if (!statement)
        return statement.error();
    if (auto done = statement->bind(1, microsecondsOf(limit)).bind(2, sweepRows).run(); !done)
        return done.error();
    const qint64 deleted = m_database->changes();
    m_hasDeleted = m_hasDeleted || deleted > 0;
    if (auto forgotten = forgetDeleted(); !forgotten)
        return forgotten.error();
    return deleted == sweepRows;
}

//! Deletes the longest unused ones, until the rest is within \a bytes.
Result<bool> ResponseTable::dropExcess(qint64 bytes)
{
    const Result<qint64> total = m_database->integer("SELECT total(bytes) FROM response");
    if (!total || *total <= bytes)
        return total ? Result<bool>(false) : Result<bool>(total.error());
    auto statement = m_database->prepare(
        "DELETE FROM response WHERE rowid IN (SELECT rowid FROM (SELECT rowid, used,"
        " sum(bytes) OVER (ORDER BY used, rowid) - bytes AS before FROM response)"
        " WHERE before < ?1 ORDER BY used LIMIT ?2)");
    if (!statement)
        return statement.error();
    if (auto done = statement->bind(1, *total - bytes).bind(2, sweepRows).run(); !done)
        return done.error();
    const qint64 deleted = m_database->changes();
    m_hasDeleted = m_hasDeleted || deleted > 0;
    if (auto forgotten = forgetDeleted(); !forgotten)
        return forgotten.error();
    return deleted == sweepRows;
}

} // namespace Gatehouse::Responses
