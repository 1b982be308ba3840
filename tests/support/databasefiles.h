// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>

namespace Gatehouse {

//! Every byte of the database at \a path: its file, its write-ahead log and what indexes that.
inline QByteArray databaseBytes(const QString &path)
{
    QByteArray all;
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile file(path + QLatin1StringView(part));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace Gatehouse
