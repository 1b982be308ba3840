// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgermove.h"

#include "core/base/log.h"
#include "core/ledger/schema.h"
#include "core/store/backup.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 spareBytes = 64LL * 1024 * 1024;
const QString folderField = u"folder"_s;

//! The log and the index of a database; those of another file must never meet it.
void removeAttached(const QString &file)
{
    QFile::remove(file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
}

QString keptName(const QString &path)
{
    return path + u".before-move"_s;
}

//! Replaces \a to in one step.
bool renamed(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

Error systemError(const QString &path, const QString &action)
{
    return {ErrorCode::Io, u"%1 cannot be %2: %3"_s.arg(path, action, qt_error_string()),
            folderField};
}

Result<void> checkFolder(const QString &folder, qint64 bytes)
{
    if (QDir::isRelativePath(folder))
        return Error{ErrorCode::InvalidArgument,
                     u"the folder must be a whole path that begins with /"_s, folderField};
    if (QFileInfo(folder).isFile())
        return Error{ErrorCode::InvalidArgument, u"%1 is a file, not a folder"_s.arg(folder),
                     folderField};
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), folderField};
    if (!QFileInfo(folder).isWritable())
        return Error{ErrorCode::ReadOnly, u"the folder %1 cannot be written"_s.arg(folder),
                     folderField};
    if (QStorageInfo(folder).bytesAvailable() < bytes + spareBytes)
        return Error{ErrorCode::DiskFull,
                     u"%1 has no room for the request log, which takes %2 MiB"_s.arg(folder).arg(
                         bytes / 1024 / 1024 + 1),
                     folderField};
    return {};
}

Result<std::pair<qint64, qint64>> extentOf(Store::Database &database)
{
    const Result<qint64> rows = database.integer("SELECT count(*) FROM requests");
    const Result<qint64> sums = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!rows || !sums)
        return !rows ? rows.error() : sums.error();
    return std::pair(*rows, *sums);
}

} // namespace

QString placeOf(const QString &path)
{
    const QString place = QFileInfo(path).canonicalFilePath();
    return place.isEmpty() ? path : place;
}

bool isOutOfReach(const QString &path)
{
    const QFileInfo file(path);
    return file.isSymLink() && !file.exists();
}

LedgerMove::LedgerMove(QString path, QString from, QString to)
    : m_path(std::move(path))
    , m_from(std::move(from))
    , m_to(std::move(to))
{
}

Result<LedgerMove> LedgerMove::prepare(const QString &path, const QString &folder)
{
    const QFileInfo name(path);
    const QString home = QDir(name.absolutePath()).canonicalPath();
    const QString from = name.isSymLink() ? name.canonicalFilePath() : path;
    if (const auto fit = checkFolder(folder, QFileInfo(from).size()); !fit)
        return fit.error();
    const QString place = QDir(folder).canonicalPath();
    const bool comesHome = place == home;
    const QString to = comesHome ? path : QDir(place).filePath(name.fileName());
    if (QFileInfo(to).canonicalFilePath() == QFileInfo(from).canonicalFilePath()
        && (!comesHome || !name.isSymLink()))
        return Error{ErrorCode::InvalidArgument, u"the request log is in %1 already"_s.arg(folder),
                     folderField};
    if (!comesHome && QFileInfo::exists(to))
        return Error{ErrorCode::AlreadyExists,
                     u"%1 exists already; choose another folder or move that file away"_s.arg(to),
                     folderField};
    return LedgerMove(path, from, to);
}

Result<void> LedgerMove::copy(Store::Database &source) const
{
    const QString copy = m_to + u".moving"_s;
    removeAttached(copy);
    if (auto copied = Store::backup(source, copy); !copied)
        return copied;
    auto there = Store::Database::open(copy,
                                       {.mode = Store::Database::Mode::ReadOnly,
                                        .applicationId = ledgerApplicationId,
                                        .mustExist = true});
    if (!there)
        return there.error();
    const auto before = extentOf(source);
    const auto after = extentOf(**there);
    if (before && after && *before == *after)
        return {};
    QFile::remove(copy);
    return Error{ErrorCode::Corrupt, u"%1: the copy is not whole"_s.arg(m_to), folderField};
}

Result<void> LedgerMove::exchange() const
{
    removeAttached(m_to);
    if (leavesHome()) {
        QFile::remove(keptName(m_path));
        // A second name for the file: the rename below takes the first one away.
        if (::link(QFile::encodeName(m_path).constData(),
                   QFile::encodeName(keptName(m_path)).constData())
            != 0)
            return systemError(m_path, u"kept"_s);
    }
    if (!renamed(m_to + u".moving"_s, m_to))
        return systemError(m_to, u"put in place"_s);
    if (m_to == m_path)
        return {}; // came home: the file has taken the place of the link
    const QString link = m_path + u".link"_s;
    QFile::remove(link);
    if (::symlink(QFile::encodeName(m_to).constData(), QFile::encodeName(link).constData()) != 0
        || !renamed(link, m_path))
        return systemError(m_path, u"led to its new place"_s);
    return {};
}

void LedgerMove::takeBack() const
{
    if (leavesHome()) {
        if (QFile::exists(keptName(m_path)))
            renamed(keptName(m_path), m_path);
    } else {
        const QString link = m_path + u".link"_s;
        QFile::remove(link);
        if (::symlink(QFile::encodeName(m_from).constData(), QFile::encodeName(link).constData())
            == 0)
            renamed(link, m_path);
    }
    if (m_to != m_path)
        QFile::remove(m_to);
    QFile::remove(m_to + u".moving"_s);
}

QString LedgerMove::old() const
{
    return leavesHome() ? m_path : m_from;
}

void LedgerMove::removeOld(const QString &old)
{
    removeAttached(old);
    // Where the move began at home, its name is a link now and the file has another one.
    const QString file = QFileInfo(old).isSymLink() ? keptName(old) : old;
    if (!QFile::remove(file))
        qCWarning(lcLedger, "%s is no longer needed and could not be removed",
                  qUtf8Printable(file));
}

} // namespace Gatehouse::Ledger
