// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqliteerror.h"

#include <QtCore/QFileInfo>
#include <sqlite3.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

namespace {

bool refusesWriting(int systemError, const QString &file)
{
    if (systemError == EROFS || systemError == EACCES || systemError == EPERM)
        return true;
    return !QFileInfo(QFileInfo(file).absolutePath()).isWritable();
}

ErrorCode codeOf(int code, int systemError, const QString &file)
{
    if (systemError == ENOSPC || systemError == EDQUOT)
        return ErrorCode::DiskFull;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
        return refusesWriting(systemError, file) ? ErrorCode::ReadOnly : ErrorCode::Io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_IOERR:
        return systemError == EROFS ? ErrorCode::ReadOnly : ErrorCode::Io;
    case SQLITE_CONSTRAINT:
        return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY
            ? ErrorCode::AlreadyExists
            : ErrorCode::Conflict;
    case SQLITE_INTERRUPT:
        return ErrorCode::Timeout;
    default:
        return ErrorCode::Internal;
    }
}

QString explanation(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Locked:
        return u"another program keeps the database locked"_s;
    case ErrorCode::DiskFull:
        return u"the disk is full"_s;
    case ErrorCode::ReadOnly:
        return u"the file or its folder cannot be written"_s;
    case ErrorCode::Corrupt:
        return u"the database is damaged"_s;
    default:
        return {};
    }
}

} // namespace

Error sqliteError(sqlite3 *database, int code, const QString &file, const QString &action)
{
    // The system's number is only meaningful after a failed system call.
    const int primary = code & 0xff;
    const bool system = primary == SQLITE_CANTOPEN || primary == SQLITE_IOERR;
    const int systemError = database && system ? sqlite3_system_errno(database) : 0;
    const ErrorCode meaning = codeOf(code, systemError, file);
    const QString words =
        QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(code));
    const QString why = explanation(meaning);
    const QString text = why.isEmpty() ? words : QString(why + u" ("_s + words + u')');
    return {meaning, u"%1: cannot %2: %3"_s.arg(file, action, text), file};
}

} // namespace Gatehouse::Store
