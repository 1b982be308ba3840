// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretindex.h"

#include "core/base/json.h"
#include "core/secrets/privatefile.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

constexpr qint64 sizeLimit = 4LL * 1024 * 1024;

QJsonObject toJson(const IndexEntry &entry)
{
    const auto stored = std::chrono::floor<std::chrono::seconds>(entry.storedAt);
    return {{u"reference"_s, entry.reference.toString()},
            {u"fingerprint"_s, entry.fingerprint},
            {u"stored_at"_s, static_cast<qint64>(stored.time_since_epoch().count())}};
}

Result<IndexEntry> fromJson(const QJsonObject &json)
{
    const auto reference = SecretReference::parse(json.value("reference"_L1).toString());
    if (!reference)
        return reference.error();
    const std::chrono::seconds stored(json.value("stored_at"_L1).toInteger());
    return IndexEntry{.reference = *reference,
                      .fingerprint = json.value("fingerprint"_L1).toString(),
                      .storedAt = WallTime(stored)};
}

void removeFrom(QList<IndexEntry> &entries, const SecretReference &reference)
{
    entries.removeIf([&](const IndexEntry &entry) { return entry.reference == reference; });
}

} // namespace

SecretIndex::SecretIndex(QString path)
    : m_path(std::move(path))
{
}

Result<SecretIndex> SecretIndex::load(const QString &path)
{
    SecretIndex index(path);
    const Result<Secret> file = readPrivateFile(path, sizeLimit);
    if (!file && file.error().code == ErrorCode::NotFound)
        return index;
    if (!file)
        return file.error();
    const Result<QJsonObject> json = parseObject(file->reveal().toByteArray());
    if (!json || !json->value("secrets"_L1).isArray())
        return Error{ErrorCode::Corrupt, u"%1 is damaged"_s.arg(path), path};
    for (const QJsonValue &value : json->value("secrets"_L1).toArray()) {
        const Result<IndexEntry> entry = fromJson(value.toObject());
        if (!entry)
            return Error{ErrorCode::Corrupt, u"%1: %2"_s.arg(path, entry.error().detail), path};
        index.m_entries.append(*entry);
    }
    return index;
}

bool SecretIndex::contains(const SecretReference &reference) const
{
    return std::ranges::find(m_entries, reference, &IndexEntry::reference) != m_entries.end();
}

Result<void> SecretIndex::insert(const IndexEntry &entry)
{
    QList<IndexEntry> entries = m_entries;
    removeFrom(entries, entry.reference);
    entries.append(entry);
    std::ranges::sort(entries, {}, [](const IndexEntry &e) { return e.reference.toString(); });
    return save(std::move(entries));
}

Result<void> SecretIndex::remove(const SecretReference &reference)
{
    QList<IndexEntry> entries = m_entries;
    removeFrom(entries, reference);
    return save(std::move(entries));
}

Result<void> SecretIndex::save(QList<IndexEntry> entries)
{
    QJsonArray secrets;
    for (const IndexEntry &entry : entries)
        secrets.append(toJson(entry));
    const Result<void> written =
        writePrivateFile(m_path, compactJson(QJsonObject{{u"secrets"_s, secrets}}));
    if (written)
        m_entries = std::move(entries);
    return written;
}

} // namespace Gatehouse::Secrets
