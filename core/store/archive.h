// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Store {

//! One file of an archive.
struct ArchiveEntry {
    QString name;
    qint64 offset = 0; //!< of its bytes
    qint64 bytes = 0;
};

//! Several files in one, as a plain tar (POSIX.1-1988 "ustar" heads; sizes of 8 GiB and more in
//! base 256, as GNU tar writes them): any tar program opens it. Only whole files of one folder,
//! without links, owners or times.
class Archive
{
public:
    //! Writes \a names of \a folder, in this order, to \a target (mode 0600), durable and all or
    //! nothing. An existing file is replaced. Slow.
    static Result<void> write(const QString &target, const QString &folder,
                              const QStringList &names);
    //! Reads the heads. Corrupt: no archive of ours, cut short, or with names that are no plain
    //! file names.
    static Result<Archive> open(const QString &path);

    const QList<ArchiveEntry> &entries() const { return m_entries; }
    const ArchiveEntry *find(const QString &name) const;
    //! The bytes of a small file; Corrupt when it has more than \a most.
    Result<QByteArray> contents(const QString &name, qint64 most) const;
    //! Writes one file into \a folder (mode 0600) and returns the SHA-256 of its bytes. Slow.
    Result<QByteArray> extract(const QString &name, const QString &folder) const;

private:
    QString m_path;
    QList<ArchiveEntry> m_entries;
};

//! SHA-256 of a file. Slow.
Result<QByteArray> fileHash(const QString &path);

} // namespace Gatehouse::Store
