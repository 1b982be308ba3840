// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/secrets/secretreference.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Secrets {

//! What is remembered of a secret the program stored.
struct IndexEntry {
    SecretReference reference;
    QString fingerprint; //!< first and last characters, safe to show
    WallTime storedAt{};

    bool operator==(const IndexEntry &) const = default;
};

//! Which secrets the program has stored in keychain and vault, so that a keychain that answers
//! "not found" is known to be locked and not empty. Kept as `secrets.json`, mode 0600:
//! {"secrets":[{"reference":"keychain:openai","fingerprint":"sk-p…9f2c","stored_at":1795348800}]}
class SecretIndex
{
public:
    //! A missing file is an empty index. Corrupt: the file is no index.
    static Result<SecretIndex> load(const QString &path);

    const QList<IndexEntry> &entries() const { return m_entries; }
    bool contains(const SecretReference &reference) const;

    //! Adds or replaces, on disk when it returns.
    Result<void> insert(const IndexEntry &entry);
    Result<void> remove(const SecretReference &reference);

private:
    explicit SecretIndex(QString path);

    Result<void> save(QList<IndexEntry> entries);

    QString m_path;
    QList<IndexEntry> m_entries; //!< sorted by reference
};

} // namespace Gatehouse::Secrets
