// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/restoration.h"

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

//! The folder for what was there; the mark remembers it over a restore that was broken off.
Result<QString> keepFolder(const QDir &data, const QString &markFile, QJsonObject mark,
                           WallTime now)
{
    QString kept = mark.value("kept"_L1).toString();
    if (kept.isEmpty()) {
        kept = u"before-restore-%1"_s.arg(isoTime(now).left(19).remove(u':').remove(u'-'));
        mark.insert(u"kept"_s, kept);
        QSaveFile file(markFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(mark).toJson()) < 0
            || !file.commit())
            return moveError(markFile);
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

} // namespace

Result<QString> restoreStagedBackup(const QString &dataFolder, WallTime now)
{
    const QDir data(dataFolder);
    const QDir staged(data.filePath(Admin::stagedRestoreFolder()));
    QFile file(staged.filePath(Admin::stagedRestoreMark()));
    if (!file.open(QIODevice::ReadOnly))
        return QString();
    const QJsonObject mark = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    const Result<QString> kept = keepFolder(data, file.fileName(), mark, now);
    if (!kept)
        return kept.error();
    if (const auto exchanged = exchange(data, staged, QDir(data.filePath(*kept))); !exchanged)
        return exchanged.error();
    QDir(staged).removeRecursively();
    const QString source = mark.value("path"_L1).toString();
    qCWarning(lcNode, "the backup %s is in place; what was there is kept in %s",
              qUtf8Printable(source), qUtf8Printable(data.filePath(*kept)));
    return source;
}

} // namespace Gatehouse::Node
