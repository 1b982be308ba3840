// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/people.h"

#include "core/access/keyformat.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

constexpr QByteArrayView tables = R"(
CREATE TABLE IF NOT EXISTS person(
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS admin_token(
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person(id),
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    last_four TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    last_address TEXT NOT NULL DEFAULT ''
) STRICT;
)";

//! Columns that came later.
constexpr std::pair<QByteArrayView, QByteArrayView> laterColumns[] = {
    {"role", "ALTER TABLE admin_token ADD COLUMN role TEXT NOT NULL DEFAULT ''"},
    {"areas", "ALTER TABLE admin_token ADD COLUMN areas TEXT NOT NULL DEFAULT ''"},
};

constexpr qsizetype longestName = 100;

qint64 stamp(WallTime time)
{
    return time.time_since_epoch().count();
}

std::optional<qint64> stamp(const std::optional<WallTime> &time)
{
    return time ? std::optional(stamp(*time)) : std::nullopt;
}

WallTime timeOf(qint64 stamp)
{
    return WallTime(std::chrono::microseconds(stamp));
}

std::optional<WallTime> timeOrNone(std::optional<qint64> stamp)
{
    return stamp ? std::optional(timeOf(*stamp)) : std::nullopt;
}

Store::Blob blob(const KeyHash &hash)
{
    return {QByteArrayView(hash.data(), static_cast<qsizetype>(hash.size()))};
}

//! A role this version does not know grants as little as there is.
Person readPerson(const Store::Statement &row)
{
    return {.id = row.string(0),
            .name = row.string(1),
            .role = Api::parseRole(row.string(2)).value_or(Api::Role::Billing),
            .disabled = row.integer(3) != 0,
            .created = timeOf(row.integer(4))};
}

//! "view_status view_spend"; a word this version does not know grants nothing, and does not make
//! the token any wider.
QList<Api::Permission> readAreas(const QString &text)
{
    QList<Api::Permission> areas;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        areas.append(Api::parsePermission(word).value_or(Api::Permission::ViewStatus));
    return areas;
}

QString areasText(const QList<Api::Permission> &areas)
{
    QStringList words;
    for (const Api::Permission area : areas)
        words.append(Api::permissionWord(area));
    return words.join(u' ');
}

Api::TokenScope readScope(const QString &role, const QString &areas)
{
    Api::TokenScope scope{.areas = readAreas(areas)};
    if (!role.isEmpty())
        scope.role = Api::parseRole(role).value_or(Api::Role::Billing);
    return scope;
}

AdminToken readToken(const Store::Statement &row)
{
    AdminToken token{.id = row.string(0),
                     .person = row.string(1),
                     .name = row.string(2),
                     .hash = {},
                     .lastFour = row.string(4),
                     .scope = readScope(row.string(9), row.string(10)),
                     .created = timeOf(row.integer(5)),
                     .expires = timeOrNone(row.integerOrNull(6)),
                     .lastUsed = timeOrNone(row.integerOrNull(7)),
                     .lastAddress = row.string(8)};
    const QByteArray bytes = row.blob(3);
    if (bytes.size() == static_cast<qsizetype>(token.hash.size()))
        std::ranges::copy(bytes, reinterpret_cast<char *>(token.hash.data()));
    return token;
}

template <typename T, typename Read>
Result<std::vector<T>> readAll(Store::Database &database, QByteArrayView question, Read read)
{
    auto query = database.prepare(question.toByteArray());
    if (!query)
        return query.error();
    std::vector<T> all;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back(read(*query));
    }
}

Error wrong(const QString &text, const QString &field)
{
    return {ErrorCode::InvalidArgument, text, field};
}

} // namespace

People::People(Store::Database &database, const Pepper &pepper, const Clock &clock)
    : m_database(&database)
    , m_pepper(pepper)
    , m_clock(&clock)
{
}

Result<People> People::open(Store::Database &database, const Pepper &pepper, const Clock &clock)
{
    People people(database, pepper, clock);
    if (const auto made = database.execute(tables); !made)
        return made.error();
    if (const auto migrated = people.migrate(); !migrated)
        return migrated.error();
    if (const auto loaded = people.load(); !loaded)
        return loaded.error();
    return people;
}

Result<void> People::migrate()
{
    for (const auto &[column, alter] : laterColumns) {
        auto select = m_database->prepare(
            "SELECT count(*) FROM pragma_table_info('admin_token') WHERE name = ?");
        if (!select)
            return select.error();
        const auto there = select->bindAll(column).oneInteger();
        if (!there)
            return there.error();
        if (there->value_or(0) > 0)
            continue;
        if (const auto done = m_database->execute(alter); !done)
            return done;
    }
    return {};
}

Result<void> People::load()
{
    auto people = readAll<Person>(
        *m_database, "SELECT id, name, role, disabled, created_at FROM person ORDER BY name, id",
        readPerson);
    if (!people)
        return people.error();
    auto tokens = readAll<AdminToken>(*m_database,
                                      "SELECT id, person, name, hash, last_four, created_at, "
                                      "expires_at, last_used_at, last_address, role, areas "
                                      "FROM admin_token "
                                      "ORDER BY created_at, id",
                                      readToken);
    if (!tokens)
        return tokens.error();
    m_people = *std::move(people);
    m_tokens = *std::move(tokens);
    return {};
}

const Person *People::person(const QString &id) const
{
    const auto found = std::ranges::find(m_people, id, &Person::id);
    return found == m_people.end() ? nullptr : &*found;
}

const AdminToken *People::token(const QString &id) const
{
    const auto found = std::ranges::find(m_tokens, id, &AdminToken::id);
    return found == m_tokens.end() ? nullptr : &*found;
}

Result<void> People::checkName(const QString &name, const QString &id) const
{
    if (name.isEmpty())
        return wrong(u"give the person's name"_s, u"name"_s);
    if (name.size() > longestName)
        return wrong(u"a name has at most %1 characters"_s.arg(longestName), u"name"_s);
    const bool taken = std::ranges::any_of(m_people, [&](const Person &other) {
        return other.id != id && other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (taken)
        return Error{ErrorCode::AlreadyExists,
                     u"somebody is called \"%1\" already; choose another name"_s.arg(name),
                     u"name"_s};
    return {};
}

Result<Person> People::add(const QString &name, Api::Role role)
{
    const Person person{.id = QString::fromLatin1(makeKey().publicId),
                        .name = name.trimmed(),
                        .role = role,
                        .disabled = false,
                        .created = m_clock->wall()};
    if (const auto checked = checkName(person.name, person.id); !checked)
        return checked.error();
    auto insert =
        m_database->prepare("INSERT INTO person(id, name, role, created_at) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    const auto done =
        insert->bindAll(person.id, person.name, Api::roleWord(person.role), stamp(person.created))
            .run();
    if (!done)
        return done.error();
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    return person;
}

Result<void> People::update(const Person &changed)
{
    if (const auto checked = checkName(changed.name.trimmed(), changed.id); !checked)
        return checked;
    auto update =
        m_database->prepare("UPDATE person SET name = ?, role = ?, disabled = ? WHERE id = ?");
    if (!update)
        return update.error();
    update->bindAll(changed.name.trimmed(), Api::roleWord(changed.role), changed.disabled ? 1 : 0,
                    changed.id);
    return changeOne(*update, u"there is no such person"_s);
}

Result<void> People::remove(const QString &id)
{
    if (const auto out = signOut(id); !out)
        return out.error();
    auto remove = m_database->prepare("DELETE FROM person WHERE id = ?");
    return remove ? changeOne(remove->bindAll(id), u"there is no such person"_s)
                  : Result<void>(remove.error());
}

Result<IssuedToken> People::issue(const QString &person, const QString &name,
                                  const std::optional<WallTime> &expires,
                                  const Api::TokenScope &scope)
{
    const Person *owner = this->person(person);
    if (!owner)
        return Error{ErrorCode::NotFound, u"there is no such person"_s, u"person"_s};
    if (scope.role && !Api::covers(owner->role, *scope.role))
        return wrong(
            u"the role %1 may more than \"%2\" does, who is %3; choose a narrower one"_s.arg(
                Api::roleWord(*scope.role), owner->name, Api::roleWord(owner->role)),
            u"role"_s);
    const QString shown = name.trimmed();
    if (shown.isEmpty() || shown.size() > longestName)
        return wrong(u"say where the token is used, for example \"laptop\", in at most %1 "
                     "characters"_s.arg(longestName),
                     u"name"_s);
    const NewKey made = makeKey();
    // As a key with another beginning, so that neither opens the other's door.
    QByteArray text("gha-");
    text.append(made.secret.reveal().sliced(3));
    const Secrets::Secret secret(text);
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    const AdminToken token{.id = QString::fromLatin1(made.publicId),
                           .person = person,
                           .name = shown,
                           .hash = KeyTable::hash(secret.reveal(), m_pepper),
                           .lastFour = QString::fromLatin1(made.lastFour),
                           .scope = scope,
                           .created = m_clock->wall(),
                           .expires = expires};
    auto insert = m_database->prepare(
        "INSERT INTO admin_token(id, person, name, hash, last_four, created_at, expires_at, role, "
        "areas) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    const auto done =
        insert
            ->bindAll(token.id, token.person, token.name, blob(token.hash), token.lastFour,
                      stamp(token.created), stamp(token.expires),
                      scope.role ? Api::roleWord(*scope.role) : u""_s, areasText(scope.areas))
            .run();
    if (!done)
        return done.error();
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    return IssuedToken{.token = token, .secret = secret};
}

Result<void> People::revoke(const QString &token)
{
    auto remove = m_database->prepare("DELETE FROM admin_token WHERE id = ?");
    return remove ? changeOne(remove->bindAll(token), u"there is no such token"_s)
                  : Result<void>(remove.error());
}

Result<qint64> People::signOut(const QString &person)
{
    if (!this->person(person))
        return Error{ErrorCode::NotFound, u"there is no such person"_s};
    auto remove = m_database->prepare("DELETE FROM admin_token WHERE person = ?");
    if (!remove)
        return remove.error();
    if (const auto done = remove->bindAll(person).run(); !done)
        return done.error();
    const qint64 revoked = m_database->changes();
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    return revoked;
}

People::SignedIn People::signIn(QByteArrayView text, const QString &address)
{
    const KeyHash hash = KeyTable::hash(text, m_pepper);
    AdminToken *found = nullptr;
    for (AdminToken &token : m_tokens) { // all of them, so that the time tells nothing
        if (sodium_memcmp(token.hash.data(), hash.data(), hash.size()) == 0)
            found = &token;
    }
    if (!found || (found->expires && *found->expires <= m_clock->wall()))
        return {};
    const Person *owner = person(found->person);
    if (!owner || owner->disabled)
        return {};
    noteUse(*found, address);
    return {.person = owner, .token = found};
}

void People::noteUse(AdminToken &token, const QString &address)
{
    const WallTime now = m_clock->wall();
    if (token.lastUsed && now - *token.lastUsed < useGrain && token.lastAddress == address)
        return;
    token.lastUsed = now;
    token.lastAddress = address;
    auto update = m_database->prepare(
        "UPDATE admin_token SET last_used_at = ?, last_address = ? WHERE id = ?");
    const auto done = update ? update->bindAll(stamp(now), address, token.id).run()
                             : Result<void>(update.error());
    if (!done)
        qCWarning(lcAccess, "the use of an administration token was not noted: %s",
                  qUtf8Printable(done.error().detail));
}

Result<void> People::changeOne(Store::Statement &statement, const QString &missing)
{
    if (const auto done = statement.run(); !done)
        return done;
    if (m_database->changes() != 1)
        return Error{ErrorCode::NotFound, missing};
    return load();
}

} // namespace Gatehouse::Access
