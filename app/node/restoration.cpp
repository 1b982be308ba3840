// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/restoration.h"

#include "app/node/datafolder.h"
#include "app/node/isotime.h"
#include "core/admin/backups.h"
#include "core/base/log.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

//! Each with what hangs on it, which goes first: a database without its log is an older one.
const QList<QPair<QString, QStringList>> &books()
{
    static const QList<QPair<QString, QStringList>> all{
        {u"gatehouse.db"_s, {u"gatehouse.db-wal"_s, u"gatehouse.db-shm"_s}},
        {u"ledger.db"_s, {u"ledger.db-wal"_s, u"ledger.db-shm"_s, u"journal"_s}},
        {u"pepper"_s, {}},
    };
    return all;
}

Error moveError(const QString &name)
{
    return {ErrorCode::Io, u"the backup cannot be put in place: %1 cannot be moved"_s.arg(name)};
}

QJsonObject readMark(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

Result<void> writeMark(const QString &name, const QJsonObject &mark)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(mark).toJson()) < 0
        || !file.commit())
        return moveError(name);
    return {};
}

//! Says what was restored until an engine has run with it.
QString unconfirmedMark(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(u"restored.json"_s);
}

//! In that mark: an engine has begun to start with it.
constexpr auto startMark = "starting"_L1;

//! A folder that the mark remembers as \a key over work that was broken off.
Result<QString> keepFolder(const QDir &data, const QString &markFile, QJsonObject mark,
                           const QString &key, const QString &name, WallTime now)
{
    QString kept = mark.value(key).toString();
    if (kept.isEmpty()) {
        kept = u"%1-%2"_s.arg(name, isoTime(now).left(19).remove(u':').remove(u'-'));
        mark.insert(key, kept);
        if (const auto written = writeMark(markFile, mark); !written)
            return written.error();
    }
    if (!data.mkpath(kept))
        return moveError(kept);
    QFile::setPermissions(data.filePath(kept),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return kept;
}

//! Also a link to books that were moved to another folder: the restored ones lie here again.
bool isThere(const QDir &data, const QString &name)
{
    return data.exists(name) || QFileInfo(data.filePath(name)).isSymLink();
}

Result<void> exchange(const QDir &data, const QDir &staged, const QDir &kept)
{
    for (const auto &[name, attached] : books()) {
        if (!staged.exists(name))
            continue; // in its place already
        for (const QString &one : attached + QStringList{name})
            if (isThere(data, one) && !QFile::rename(data.filePath(one), kept.filePath(one)))
                return moveError(one);
        if (!QFile::rename(staged.filePath(name), data.filePath(name)))
            return moveError(name);
    }
    return {};
}

//! The other way round: what hangs on a book comes back after it.
Result<void> putBack(const QDir &data, const QDir &kept, const QDir &failed)
{
    for (const auto &[name, attached] : books()) {
        if (isThere(kept, name)) {
            for (const QString &one : attached + QStringList{name})
                if (isThere(data, one) && !QFile::rename(data.filePath(one), failed.filePath(one)))
                    return moveError(one);
            if (!QFile::rename(kept.filePath(name), data.filePath(name)))
                return moveError(name);
        }
        for (const QString &one : attached)
            if (isThere(kept, one) && !QFile::rename(kept.filePath(one), data.filePath(one)))
                return moveError(one);
    }
    return {};
}

enum class Undo { Always, AfterCrash };

Result<QString> undo(const QString &dataFolder, WallTime now, Undo when)
{
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return folder.error();
    const QString markFile = unconfirmedMark(dataFolder);
    const QJsonObject mark = readMark(markFile);
    if (mark.isEmpty() || (when == Undo::AfterCrash && !mark.value(startMark).toBool()))
        return QString();
    const QDir data(dataFolder);
    const Result<QString> failed =
        keepFolder(data, markFile, mark, u"failed"_s, u"failed-restore"_s, now);
    if (!failed)
        return failed.error();
    QDir kept(data.filePath(mark.value("kept"_L1).toString()));
    if (const auto back = putBack(data, kept, QDir(data.filePath(*failed))); !back)
        return back.error();
    data.rmdir(mark.value("kept"_L1).toString()); // empty now
    QFile::remove(markFile);
    const QString source = mark.value("path"_L1).toString();
    qCWarning(lcNode,
              "the gateway does not start with the backup %s; the books from before are in "
              "place again, the restored ones in %s",
              qUtf8Printable(source), qUtf8Printable(data.filePath(*failed)));
    return source;
}

} // namespace

Result<QString> restoreStagedBackup(const QString &dataFolder, WallTime now)
{
    const QDir data(dataFolder);
    QDir staged(data.filePath(Admin::stagedRestoreFolder()));
    const QString markFile = staged.filePath(Admin::stagedRestoreMark());
    if (!QFile::exists(markFile))
        return QString();
    const QJsonObject mark = readMark(markFile);
    const Result<QString> kept =
        keepFolder(data, markFile, mark, u"kept"_s, u"before-restore"_s, now);
    if (!kept)
        return kept.error();
    if (const auto exchanged = exchange(data, staged, QDir(data.filePath(*kept))); !exchanged)
        return exchanged.error();
    const QString source = mark.value("path"_L1).toString();
    const QJsonObject done{{u"path"_s, source}, {u"kept"_s, *kept}};
    if (const auto written = writeMark(unconfirmedMark(dataFolder), done); !written)
        return written.error();
    staged.removeRecursively();
    qCWarning(lcNode, "the backup %s is in place; what was there is kept in %s",
              qUtf8Printable(source), qUtf8Printable(data.filePath(*kept)));
    return source;
}

void confirmRestore(const QString &dataFolder)
{
    QFile::remove(unconfirmedMark(dataFolder));
}

bool isRestoreUnconfirmed(const QString &dataFolder)
{
    return QFile::exists(unconfirmedMark(dataFolder));
}

Result<void> beginRestoredStart(const QString &dataFolder)
{
    QJsonObject mark = readMark(unconfirmedMark(dataFolder));
    if (mark.isEmpty())
        return {};
    mark.insert(startMark, true);
    return writeMark(unconfirmedMark(dataFolder), mark);
}

void forgetRestoredStart(const QString &dataFolder)
{
    QJsonObject mark = readMark(unconfirmedMark(dataFolder));
    if (!mark.contains(startMark))
        return;
    mark.remove(startMark);
    if (const auto written = writeMark(unconfirmedMark(dataFolder), mark); !written)
        qCWarning(lcNode, "%s", qUtf8Printable(written.error().detail));
}

Result<QString> undoRestore(const QString &dataFolder, WallTime now)
{
    return undo(dataFolder, now, Undo::Always);
}

Result<QString> undoCrashedRestore(const QString &dataFolder, WallTime now)
{
    const QJsonObject mark = readMark(unconfirmedMark(dataFolder));
    return mark.contains(startMark) ? undo(dataFolder, now, Undo::AfterCrash) : QString();
}

} // namespace Gatehouse::Node
