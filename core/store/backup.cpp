// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/base/log.h"
#include "core/store/sqliteerror.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

namespace {

struct Closer {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

Result<void> copyPages(Database &source, sqlite3 *copy, const QString &target)
{
    sqlite3_backup *job = sqlite3_backup_init(copy, "main", source.handle(), "main");
    if (!job)
        return sqliteError(copy, sqlite3_extended_errcode(copy), target, u"begin the copy"_s);
    const int code = sqlite3_backup_step(job, -1);
    sqlite3_backup_finish(job);
    if (code != SQLITE_DONE)
        return sqliteError(copy, code, target, u"copy the database"_s);
    return {};
}

Result<void> checkCopy(sqlite3 *copy, const QString &target)
{
    bool sound = false;
    const auto seen = [](void *found, int, char **values, char **) {
        *static_cast<bool *>(found) = values[0] && qstrcmp(values[0], "ok") == 0;
        return 0;
    };
    // A single file without a write-ahead log is what people copy around.
    const int code = sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(copy, code, target, u"finish the copy"_s);
    sqlite3_exec(copy, "PRAGMA quick_check(1)", seen, &sound, nullptr);
    if (!sound)
        return Error{ErrorCode::Corrupt, u"%1: the copy is damaged"_s.arg(target), target};
    return {};
}

Result<void> writeCopy(Database &source, const QString &target)
{
    sqlite3 *raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(QFile::encodeName(target).constData(), &raw, flags, nullptr);
    const Handle copy(raw);
    if (code != SQLITE_OK)
        return sqliteError(raw, code, target, u"create the copy"_s);
    if (const Result<void> copied = copyPages(source, raw, target); !copied)
        return copied;
    return checkCopy(raw, target);
}

bool synced(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

Error systemError(const QString &path, const QString &action)
{
    const int number = errno;
    const ErrorCode code = number == ENOSPC || number == EDQUOT  ? ErrorCode::DiskFull
        : number == EROFS || number == EACCES || number == EPERM ? ErrorCode::ReadOnly
                                                                 : ErrorCode::Io;
    return {code, u"%1: cannot %2: %3"_s.arg(path, action, qt_error_string(number)), path};
}

bool renamed(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

Result<void> backup(Database &database, const QString &target)
{
    const QString temporary = target + u".tmp"_s;
    QFile::remove(temporary);
    QFile created(temporary);
    if (!created.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return systemError(temporary, u"create the copy"_s);
    created.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    created.close();
    if (const Result<void> written = writeCopy(database, temporary); !written) {
        QFile::remove(temporary);
        return written;
    }
    if (!synced(temporary) || !renamed(temporary, target)) {
        const Error error = systemError(target, u"finish the copy"_s);
        QFile::remove(temporary);
        return error;
    }
    synced(QFileInfo(target).absolutePath());
    return {};
}

Result<QString> moveAside(const QString &path, WallTime now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const QString stamp =
        QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString aside = path + u".damaged-"_s + stamp;
    for (int n = 2; QFile::exists(aside); ++n)
        aside = path + u".damaged-"_s + stamp + u'-' + QString::number(n);
    if (!renamed(path, aside))
        return systemError(path, u"move the damaged database aside"_s);
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + suffix) && !renamed(path + suffix, aside + suffix))
            return systemError(path + suffix, u"move the damaged database aside"_s);
    }
    synced(QFileInfo(path).absolutePath());
    qCWarning(lcStore, "%s was damaged and is kept as %s", qUtf8Printable(path),
              qUtf8Printable(aside));
    return aside;
}

} // namespace Gatehouse::Store
