// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/revisionstore.h"

#include "core/api/documents/documentjson.h"
#include "core/base/json.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

namespace {

constexpr QByteArrayView table = R"(
CREATE TABLE IF NOT EXISTS revision (
    number INTEGER PRIMARY KEY,
    time_us INTEGER NOT NULL,
    who TEXT NOT NULL,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    summary TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT)";

//! What revisions changed, in parts; those written before there was this table have none.
constexpr QByteArrayView changesTable = R"(
CREATE TABLE IF NOT EXISTS revision_changes (
    number INTEGER PRIMARY KEY,
    total INTEGER NOT NULL,
    first TEXT NOT NULL
) STRICT)";
constexpr std::size_t mostChanges = 10;

//! The first of \a found; whole nouns that came or went are left out of them.
QByteArray firstChanges(std::vector<Difference> found)
{
    found.resize(std::min(found.size(), mostChanges));
    for (Difference &difference : found) {
        if (difference.kind == Difference::Kind::Changed)
            continue;
        if (difference.before.isObject())
            difference.before = QJsonValue::Undefined;
        if (difference.after.isObject())
            difference.after = QJsonValue::Undefined;
    }
    return QJsonDocument(toJson(found)).toJson(QJsonDocument::Compact);
}

QDateTime fromMicroseconds(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC);
}

//! Everything but the document, from the columns number, time_us, who, source, reason, summary.
Revision readHead(const Store::Statement &row)
{
    Revision revision;
    revision.number = row.integer(0);
    revision.time = fromMicroseconds(row.integer(1));
    revision.who = row.string(2);
    revision.source = row.string(3);
    revision.reason = row.string(4);
    revision.summary = row.string(5);
    return revision;
}

Result<Api::Document> readDocument(const QByteArray &text, qint64 number)
{
    const auto object = parseObject(text);
    if (!object)
        return Error{ErrorCode::Corrupt,
                     u"revision %1 cannot be read: %2"_s.arg(number).arg(object.error().detail)};
    Api::Findings findings;
    Api::Document document = Api::documentFromJson(*object, findings);
    if (Api::hasErrors(findings))
        return Error{ErrorCode::Corrupt,
                     u"revision %1 was written by another version: %2 %3"_s.arg(number).arg(
                         findings.front().path, findings.front().message)};
    return document;
}

} // namespace

RevisionStore::RevisionStore(Store::Database &database, const Clock &clock, Audit audit)
    : m_database(database)
    , m_clock(clock)
    , m_audit(std::move(audit))
{
}

Result<void> RevisionStore::create()
{
    if (const auto made = m_database.execute(table); !made)
        return made;
    return m_database.execute(changesTable);
}

Result<Revision> RevisionStore::one(Store::Statement &select)
{
    const auto row = select.step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, u"there is no such revision"_s};
    Revision revision = readHead(select);
    auto document = readDocument(select.text(6), revision.number);
    if (!document)
        return document.error();
    revision.document = std::move(*document);
    return revision;
}

Result<Revision> RevisionStore::current()
{
    auto select = m_database.prepare(
        "SELECT number, time_us, who, source, reason, summary, document FROM revision "
        "ORDER BY number DESC LIMIT 1");
    if (!select)
        return select.error();
    auto revision = one(*select);
    if (!revision && revision.error().code == ErrorCode::NotFound)
        return Revision{};
    return revision;
}

Result<Revision> RevisionStore::show(qint64 number)
{
    auto select = m_database.prepare(
        "SELECT number, time_us, who, source, reason, summary, document FROM revision "
        "WHERE number = ?1");
    if (!select)
        return select.error();
    select->bindAll(number);
    auto revision = one(*select);
    if (!revision && revision.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound, u"there is no revision %1"_s.arg(number)};
    return revision;
}

Result<std::vector<Revision>> RevisionStore::list(int limit, qint64 before)
{
    auto select = m_database.prepare("SELECT number, time_us, who, source, reason, summary, "
                                     "coalesce(total, 0), coalesce(first, '[]') FROM revision "
                                     "LEFT JOIN revision_changes USING (number) "
                                     "WHERE ?1 <= 0 OR number < ?1 ORDER BY number DESC LIMIT ?2");
    if (!select)
        return select.error();
    select->bindAll(before, limit);
    std::vector<Revision> revisions;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return revisions;
        revisions.push_back(readHead(*select));
        revisions.back().changed = select->integer(6);
        revisions.back().changes = QJsonDocument::fromJson(select->text(7)).array();
    }
}

Result<void> RevisionStore::refreshNewest()
{
    auto select = m_database.prepare("SELECT coalesce(max(number), 0) FROM revision");
    if (!select)
        return select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    if (m_newest && m_newest->number == select->integer(0))
        return {};
    const auto newest = current();
    if (!newest)
        return newest.error();
    m_newest = {.number = newest->number,
                .document = newest->document,
                .text = compactJson(Api::toJson(newest->document))};
    return {};
}

Error RevisionStore::conflict(qint64 expected)
{
    const auto current = show(m_newest->number);
    if (!current)
        return current.error();
    const auto base = show(expected);
    const QString changes =
        base ? summary(Config::differences(base->document, current->document), 1000) : QString();
    const QString who = current->who.isEmpty() ? u"someone"_s : current->who;
    return {ErrorCode::Conflict,
            u"the configuration is at revision %1 by %2, not %3%4"_s.arg(
                QString::number(current->number), who, QString::number(expected),
                changes.isEmpty() ? QString() : QString(u": "_s + changes))};
}

Result<void> RevisionStore::insert(const Revision &revision, const QByteArray &text)
{
    auto statement = m_database.prepare(
        "INSERT INTO revision (number, time_us, who, source, reason, summary, document) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!statement)
        return statement.error();
    statement->bindAll(revision.number, revision.time.toMSecsSinceEpoch() * 1000, revision.who,
                       revision.source, revision.reason, revision.summary, text);
    return statement->run();
}

Result<void> RevisionStore::insertChanges(qint64 number, const std::vector<Difference> &found)
{
    auto statement = m_database.prepare(
        "INSERT OR REPLACE INTO revision_changes (number, total, first) VALUES (?1, ?2, ?3)");
    if (!statement)
        return statement.error();
    statement->bindAll(number, static_cast<qint64>(found.size()), firstChanges(found));
    return statement->run();
}

Result<Revision> RevisionStore::append(const RevisionDraft &draft)
{
    auto transaction = Store::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const auto known = refreshNewest(); !known)
        return known.error();
    if (draft.expected >= 0 && draft.expected != m_newest->number)
        return conflict(draft.expected);
    if (m_newest->number > 0 && m_newest->document == draft.document)
        return show(m_newest->number);

    Revision revision;
    revision.number = m_newest->number + 1;
    revision.time = fromMicroseconds(m_clock.wall().time_since_epoch().count());
    revision.who = draft.who;
    revision.source = draft.source;
    revision.reason = draft.reason;
    revision.differences = Config::differences(m_newest->document, draft.document);
    revision.summary = summary(revision.differences);
    revision.document = draft.document;
    const QByteArray text = compactJson(Api::toJson(draft.document));
    if (const auto inserted = insert(revision, text); !inserted)
        return inserted.error();
    if (const auto inserted = insertChanges(revision.number, revision.differences); !inserted)
        return inserted.error();
    if (m_audit) {
        if (const auto audited = m_audit(revision, m_newest->text, text); !audited)
            return audited.error();
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    m_newest = {.number = revision.number, .document = revision.document, .text = text};
    return revision;
}

Result<Revision> RevisionStore::restore(qint64 number, RevisionDraft draft)
{
    auto old = show(number);
    if (!old)
        return old;
    draft.document = std::move(old->document);
    if (draft.reason.isEmpty())
        draft.reason = u"restored revision %1"_s.arg(number);
    return append(draft);
}

} // namespace Gatehouse::Config
