// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keystore.h"

#include "core/store/database.h"
#include "core/store/statement.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

constexpr QByteArrayView tables = R"(
CREATE TABLE IF NOT EXISTS created_key(
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    team TEXT NOT NULL,
    routes TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    previous_hash BLOB,
    previous_valid_until INTEGER,
    prefix TEXT NOT NULL,
    last_four TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    deleted_at INTEGER,
    disabled INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    owner TEXT NOT NULL DEFAULT '',
    residency TEXT NOT NULL DEFAULT '[]',
    targets TEXT NOT NULL DEFAULT '[]',
    addresses TEXT NOT NULL DEFAULT '[]',
    priority TEXT NOT NULL DEFAULT '',
    record_bodies TEXT NOT NULL DEFAULT '',
    previous_used_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS key_template(
    name TEXT PRIMARY KEY,
    fields TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS key_pepper(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    check_value BLOB NOT NULL
) STRICT;
)";

constexpr QByteArrayView columns =
    "SELECT id, name, team, routes, hash, previous_hash, previous_valid_until, prefix, last_four, "
    "created_at, expires_at, last_used_at, deleted_at, disabled, note, tags, owner, residency, "
    "targets, addresses, priority, record_bodies, previous_used_at "
    "FROM created_key WHERE ";

qint64 stamp(WallTime time)
{
    return time.time_since_epoch().count();
}

std::optional<qint64> stamp(const std::optional<WallTime> &time)
{
    return time ? std::optional(stamp(*time)) : std::nullopt;
}

std::optional<WallTime> timeOrNone(std::optional<qint64> stamp)
{
    return stamp ? std::optional(WallTime(std::chrono::microseconds(*stamp))) : std::nullopt;
}

Store::Blob blob(const KeyHash &hash)
{
    return {QByteArrayView(hash.data(), static_cast<qsizetype>(hash.size()))};
}

std::optional<KeyHash> toHash(QByteArrayView bytes)
{
    KeyHash hash{};
    if (bytes.size() != static_cast<qsizetype>(hash.size()))
        return std::nullopt;
    std::ranges::copy(bytes, reinterpret_cast<char *>(hash.data()));
    return hash;
}

QByteArray listToText(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList listFromText(const QByteArray &text)
{
    QStringList list;
    for (const QJsonValue &item : QJsonDocument::fromJson(text).array())
        list.append(item.toString());
    return list;
}

CreatedKey readRow(const Store::Statement &row)
{
    return {.id = row.text(0),
            .name = row.string(1),
            .team = row.string(2),
            .routes = listFromText(row.text(3)),
            .note = row.string(14),
            .tags = listFromText(row.text(15)),
            .owner = row.string(16),
            .residency = listFromText(row.text(17)),
            .targets = listFromText(row.text(18)),
            .addresses = listFromText(row.text(19)),
            .priority = row.string(20),
            .recordBodies = row.string(21),
            .hash = toHash(row.blob(4)).value_or(KeyHash{}),
            .previousHash = toHash(row.blob(5)),
            .previousValidUntil = timeOrNone(row.integerOrNull(6)),
            .previousLastUsed = timeOrNone(row.integerOrNull(22)),
            .prefix = row.text(7),
            .lastFour = row.text(8),
            .created = WallTime(std::chrono::microseconds(row.integer(9))),
            .expires = timeOrNone(row.integerOrNull(10)),
            .lastUsed = timeOrNone(row.integerOrNull(11)),
            .deleted = timeOrNone(row.integerOrNull(12)),
            .disabled = row.integer(13) != 0};
}

Error notFound()
{
    return {ErrorCode::NotFound, u"there is no such key"_s};
}

Error nameless()
{
    return {ErrorCode::InvalidArgument, u"a key needs a name"_s, u"name"_s};
}

} // namespace

KeyRequest requestOf(const CreatedKey &key)
{
    return {.name = key.name,
            .team = key.team,
            .routes = key.routes,
            .expires = key.expires,
            .note = key.note,
            .tags = key.tags,
            .owner = key.owner,
            .residency = key.residency,
            .targets = key.targets,
            .addresses = key.addresses,
            .priority = key.priority,
            .recordBodies = key.recordBodies};
}

KeyStore::KeyStore(Store::Database &database, const Pepper &pepper, const Clock &clock)
    : m_database(&database)
    , m_pepper(pepper)
    , m_clock(&clock)
{
}

Result<KeyStore> KeyStore::open(Store::Database &database, const Pepper &pepper, const Clock &clock)
{
    KeyStore store(database, pepper, clock);
    if (const auto made = database.execute(tables); !made)
        return made.error();
    if (const auto migrated = store.migrate(); !migrated)
        return migrated.error();
    if (const auto checked = store.checkPepper(); !checked)
        return checked.error();
    return store;
}

Result<void> KeyStore::migrate()
{
    const std::pair<QByteArray, QByteArray> added[] = {
        {"note", "ALTER TABLE created_key ADD COLUMN note TEXT NOT NULL DEFAULT ''"},
        {"tags", "ALTER TABLE created_key ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'"},
        {"owner", "ALTER TABLE created_key ADD COLUMN owner TEXT NOT NULL DEFAULT ''"},
        {"residency", "ALTER TABLE created_key ADD COLUMN residency TEXT NOT NULL DEFAULT '[]'"},
        {"targets", "ALTER TABLE created_key ADD COLUMN targets TEXT NOT NULL DEFAULT '[]'"},
        {"addresses", "ALTER TABLE created_key ADD COLUMN addresses TEXT NOT NULL DEFAULT '[]'"},
        {"priority", "ALTER TABLE created_key ADD COLUMN priority TEXT NOT NULL DEFAULT ''"},
        {"record_bodies",
         "ALTER TABLE created_key ADD COLUMN record_bodies TEXT NOT NULL DEFAULT ''"},
        {"previous_used_at", "ALTER TABLE created_key ADD COLUMN previous_used_at INTEGER"},
    };
    for (const auto &[column, alter] : added) {
        auto select = m_database->prepare(
            "SELECT count(*) FROM pragma_table_info('created_key') WHERE name = ?");
        if (!select)
            return select.error();
        select->bindAll(column);
        const Result<std::optional<qint64>> there = select->oneInteger();
        if (!there)
            return there.error();
        if (there->value_or(0) > 0)
            continue;
        if (const auto done = m_database->execute(alter); !done)
            return done.error();
    }
    return {};
}

//! The pepper's own check value: the hash of a fixed text under it.
Result<void> KeyStore::checkPepper()
{
    const KeyHash expected = KeyTable::hash("gatehouse pepper check", m_pepper);
    auto select = m_database->prepare("SELECT check_value FROM key_pepper");
    if (!select)
        return select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    if (!*row) {
        auto insert = m_database->prepare("INSERT INTO key_pepper(one, check_value) VALUES (1, ?)");
        return insert ? insert->bindAll(blob(expected)).run() : Result<void>(insert.error());
    }
    if (toHash(select->blob(0)) == expected)
        return {};
    return Error{ErrorCode::Corrupt,
                 u"the file \"pepper\" is not the one the keys in %1 were made with; restore it "
                 u"from a backup"_s.arg(m_database->path())};
}

Result<IssuedKey> KeyStore::create(const KeyRequest &request)
{
    if (request.name.trimmed().isEmpty())
        return nameless();
    const NewKey made = makeKey();
    const CreatedKey key{.id = made.publicId,
                         .name = request.name.trimmed(),
                         .team = request.team,
                         .routes = request.routes,
                         .note = request.note,
                         .tags = request.tags,
                         .owner = request.owner,
                         .residency = request.residency,
                         .targets = request.targets,
                         .addresses = request.addresses,
                         .priority = request.priority,
                         .recordBodies = request.recordBodies,
                         .hash = KeyTable::hash(made.secret.reveal(), m_pepper),
                         .previousHash = {},
                         .previousValidUntil = {},
                         .prefix = made.prefix,
                         .lastFour = made.lastFour,
                         .created = m_clock->wall(),
                         .expires = request.expires,
                         .lastUsed = {},
                         .deleted = {}};
    auto insert = m_database->prepare(
        "INSERT INTO created_key(id, name, team, routes, hash, prefix, last_four, created_at, "
        "expires_at, note, tags, owner, residency, targets, addresses, priority, record_bodies) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    const auto done = insert
                          ->bindAll(key.id, key.name, key.team, listToText(key.routes),
                                    blob(key.hash), key.prefix, key.lastFour, stamp(key.created),
                                    stamp(key.expires), key.note, listToText(key.tags), key.owner,
                                    listToText(key.residency), listToText(key.targets),
                                    listToText(key.addresses), key.priority, key.recordBodies)
                          .run();
    if (!done)
        return done.error();
    return IssuedKey{.key = key, .secret = made.secret};
}

Result<IssuedKey> KeyStore::rotate(const QByteArray &id, std::chrono::seconds overlap)
{
    const NewKey made = makeKey(id);
    const KeyHash hash = KeyTable::hash(made.secret.reveal(), m_pepper);
    auto update = m_database->prepare(
        "UPDATE created_key SET previous_hash = hash, previous_valid_until = ?, "
        "previous_used_at = NULL, hash = ?, last_four = ? WHERE id = ? AND deleted_at IS NULL");
    if (!update)
        return update.error();
    update->bindAll(stamp(m_clock->wall() + overlap), blob(hash), made.lastFour, id);
    if (const auto changed = changeOne(*update); !changed)
        return changed.error();
    const Result<CreatedKey> key = find(id);
    if (!key)
        return key.error();
    return IssuedKey{.key = *key, .secret = made.secret};
}

Result<void> KeyStore::endOverlap(const QByteArray &id)
{
    auto update = m_database->prepare(
        "UPDATE created_key SET previous_hash = NULL, previous_valid_until = NULL, "
        "previous_used_at = NULL "
        "WHERE id = ? AND deleted_at IS NULL");
    return update ? changeOne(update->bindAll(id)) : Result<void>(update.error());
}

Result<void> KeyStore::update(const QByteArray &id, const KeyRequest &request)
{
    if (request.name.trimmed().isEmpty())
        return nameless();
    auto update = m_database->prepare(
        "UPDATE created_key SET name = ?, team = ?, routes = ?, expires_at = ?, note = ?, "
        "tags = ?, owner = ?, residency = ?, targets = ?, addresses = ?, priority = ?, "
        "record_bodies = ? "
        "WHERE id = ? AND deleted_at IS NULL");
    if (!update)
        return update.error();
    return changeOne(
        update->bindAll(request.name.trimmed(), request.team, listToText(request.routes),
                        stamp(request.expires), request.note, listToText(request.tags),
                        request.owner, listToText(request.residency), listToText(request.targets),
                        listToText(request.addresses), request.priority, request.recordBodies, id));
}

Result<void> KeyStore::setDisabled(const QByteArray &id, bool disabled)
{
    auto update = m_database->prepare(
        "UPDATE created_key SET disabled = ? WHERE id = ? AND deleted_at IS NULL");
    return update ? changeOne(update->bindAll(disabled ? 1 : 0, id)) : Result<void>(update.error());
}

Result<void> KeyStore::remove(const QByteArray &id)
{
    auto update = m_database->prepare(
        "UPDATE created_key SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL");
    return update ? changeOne(update->bindAll(stamp(m_clock->wall()), id))
                  : Result<void>(update.error());
}

Result<void> KeyStore::discard(const QByteArray &id)
{
    auto remove = m_database->prepare("DELETE FROM created_key WHERE id = ?");
    return remove ? changeOne(remove->bindAll(id)) : Result<void>(remove.error());
}

Result<void> KeyStore::restore(const QByteArray &id)
{
    auto update = m_database->prepare(
        "UPDATE created_key SET deleted_at = NULL WHERE id = ? AND deleted_at > ?");
    return update ? changeOne(update->bindAll(id, stamp(m_clock->wall() - restoreTime)))
                  : Result<void>(update.error());
}

Result<qint64> KeyStore::purge()
{
    auto remove = m_database->prepare("DELETE FROM created_key WHERE deleted_at <= ?");
    if (!remove)
        return remove.error();
    const auto done = remove->bindAll(stamp(m_clock->wall() - restoreTime)).run();
    return done ? Result<qint64>(m_database->changes()) : Result<qint64>(done.error());
}

Result<std::vector<CreatedKey>> KeyStore::list() const
{
    return select("deleted_at IS NULL ORDER BY created_at, id");
}

Result<std::vector<CreatedKey>> KeyStore::listDeleted() const
{
    return select("deleted_at IS NOT NULL ORDER BY deleted_at, id");
}

Result<CreatedKey> KeyStore::find(const QByteArray &id) const
{
    return findOne(id, "deleted_at IS NULL");
}

Result<CreatedKey> KeyStore::findDeleted(const QByteArray &id) const
{
    return findOne(id, "deleted_at IS NOT NULL");
}

Result<CreatedKey> KeyStore::findOne(const QByteArray &id, QByteArrayView condition) const
{
    auto query = m_database->prepare(columns.toByteArray().append("id = ? AND ").append(condition));
    if (!query)
        return query.error();
    const auto row = query->bindAll(id).step();
    if (!row)
        return row.error();
    return *row ? Result<CreatedKey>(readRow(*query)) : Result<CreatedKey>(notFound());
}

Result<std::vector<KeyTemplate>> KeyStore::templates() const
{
    auto query = m_database->prepare("SELECT name, fields FROM key_template ORDER BY name");
    if (!query)
        return query.error();
    std::vector<KeyTemplate> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back({.name = query->string(0), .fields = query->text(1)});
    }
}

Result<void> KeyStore::saveTemplate(const KeyTemplate &saved)
{
    auto insert = m_database->prepare("INSERT INTO key_template(name, fields) VALUES (?, ?) "
                                      "ON CONFLICT(name) DO UPDATE SET fields = excluded.fields");
    return insert ? insert->bindAll(saved.name, saved.fields).run() : Result<void>(insert.error());
}

Result<void> KeyStore::removeTemplate(const QString &name)
{
    auto remove = m_database->prepare("DELETE FROM key_template WHERE name = ?");
    if (!remove)
        return remove.error();
    if (const auto done = remove->bindAll(name).run(); !done)
        return done;
    if (m_database->changes() == 1)
        return {};
    return Error{ErrorCode::NotFound, u"there is no key template '%1'"_s.arg(name)};
}

void KeyUse::add(WallTime time, bool withFormerText)
{
    last = std::max(last, time);
    if (withFormerText)
        former = std::max(former.value_or(time), time);
}

Result<void> KeyStore::recordUse(const QHash<QByteArray, KeyUse> &uses)
{
    auto transaction = Store::Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    auto update = m_database->prepare(
        "UPDATE created_key SET last_used_at = max(ifnull(last_used_at, 0), ?1), "
        "previous_used_at = iif(?2 IS NULL OR previous_hash IS NULL, previous_used_at, "
        "max(ifnull(previous_used_at, 0), ?2)) WHERE id = ?3");
    if (!update)
        return update.error();
    for (auto it = uses.begin(); it != uses.end(); ++it) {
        if (const auto done = update->bindAll(stamp(it->last), stamp(it->former), it.key()).run();
            !done)
            return done;
    }
    return transaction->commit();
}

Result<std::vector<CreatedKey>> KeyStore::select(QByteArrayView condition) const
{
    auto query = m_database->prepare(columns.toByteArray().append(condition));
    if (!query)
        return query.error();
    std::vector<CreatedKey> keys;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return keys;
        keys.push_back(readRow(*query));
    }
}

Result<void> KeyStore::changeOne(Store::Statement &update)
{
    const auto done = update.run();
    if (!done)
        return done;
    return m_database->changes() == 1 ? Result<void>() : Result<void>(notFound());
}

} // namespace Gatehouse::Access
