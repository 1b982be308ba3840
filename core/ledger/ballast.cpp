// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ballast.h"

#include "core/ledger/ledgermove.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 enoughSpaceBytes = 200LL * 1024 * 1024; //!< it is made again above this

} // namespace

Ballast::Ballast(const QString &databasePath, qint64 bytes)
    : m_database(databasePath)
    , m_bytes(bytes)
{
}

QString Ballast::path() const
{
    return placeOf(m_database) + u".ballast"_s;
}

void Ballast::make() const
{
    if (m_bytes <= 0 || QFile::exists(path()) || freeBytes(m_database) < enoughSpaceBytes)
        return;
    const int file = ::open(QFile::encodeName(path()).constData(),
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const bool reserved = ::posix_fallocate(file, 0, m_bytes) == 0;
    ::close(file);
    if (!reserved)
        giveUp();
}

void Ballast::giveUp() const
{
    QFile::remove(path());
}

qint64 Ballast::freeBytes(const QString &databasePath)
{
    struct statvfs info {
    };
    const QString folder = QFileInfo(placeOf(databasePath)).absolutePath();
    if (::statvfs(QFile::encodeName(folder).constData(), &info) != 0)
        return std::numeric_limits<qint64>::max();
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

} // namespace Gatehouse::Ledger
