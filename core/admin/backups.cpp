// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/backups.h"

#include "core/config/revisionstore.h"
#include "core/ledger/schema.h"
#include "core/store/backup.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype mostRemembered = 50;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QDateTime timeOf(WallTime now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
}

qint64 sizeOf(const QString &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        bytes += file.size();
    return bytes;
}

} // namespace

Backups::Backups(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

QString Backups::folderFor(const QString &target, const QString &stamp) const
{
    const QString name = u"gatehouse-backup-%1"_s.arg(stamp);
    if (target.isEmpty())
        return QDir(m_dataFolder).filePath(u"backups/"_s + name);
    return QFileInfo(target).isDir() ? QDir(target).filePath(name) : target;
}

Result<QJsonObject> Backups::make(const QString &target, WallTime now) const
{
    if (!target.isEmpty() && QDir::isRelativePath(target))
        return Error{ErrorCode::InvalidArgument, u"the path must begin with /"_s, u"path"_s};
    const QDateTime time = timeOf(now);
    const QString folder = folderFor(target, time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    if (QFileInfo::exists(folder))
        return Error{ErrorCode::AlreadyExists, u"%1 exists already"_s.arg(folder), u"path"_s};
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), u"path"_s};
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    if (const auto copied = copyInto(folder); !copied) {
        QDir(folder).removeRecursively(); // half a backup would be taken for one
        return copied.error();
    }
    const QJsonObject made{{u"path"_s, folder},
                           {u"time"_s, time.toString(Qt::ISODate)},
                           {u"bytes"_s, sizeOf(folder)},
                           {u"kind"_s, u"manual"_s}};
    if (const auto noted = remember(made); !noted)
        return noted.error();
    return made;
}

Result<void> Backups::copyInto(const QString &folder) const
{
    const QDir from(m_dataFolder);
    const QDir to(folder);
    for (const auto &[name, id] : {std::pair(u"gatehouse.db"_s, Config::booksApplicationId),
                                   std::pair(u"ledger.db"_s, Ledger::ledgerApplicationId)}) {
        auto database = Store::Database::open(
            from.filePath(name),
            {.mode = Store::Database::Mode::ReadOnly, .applicationId = id, .mustExist = true});
        if (!database)
            return database.error();
        if (auto copied = Store::backup(**database, to.filePath(name)); !copied)
            return copied;
    }
    const QString pepper = to.filePath(u"pepper"_s);
    if (!QFile::copy(from.filePath(u"pepper"_s), pepper)
        || !QFile::setPermissions(pepper, ownerOnly))
        return Error{ErrorCode::Io, u"%1 cannot be written"_s.arg(pepper)};
    return {};
}

Result<void> Backups::remember(const QJsonObject &made) const
{
    QJsonArray all = remembered();
    all.prepend(made);
    while (all.size() > mostRemembered)
        all.removeLast();
    QDir(m_dataFolder).mkpath(u"backups"_s);
    QSaveFile file(QDir(m_dataFolder).filePath(u"backups/made.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0
        || !file.commit())
        return Error{ErrorCode::Io,
                     u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString())};
    return {};
}

QJsonArray Backups::remembered() const
{
    QFile file(QDir(m_dataFolder).filePath(u"backups/made.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonArray there;
    for (const QJsonValue &made : QJsonDocument::fromJson(file.readAll()).array())
        if (QFileInfo(made["path"_L1].toString()).isDir())
            there.append(made);
    return there;
}

QJsonArray Backups::automatic() const
{
    QJsonArray items;
    const QDir folder(QDir(m_dataFolder).filePath(u"backups"_s));
    for (const QFileInfo &file :
         folder.entryInfoList({u"gatehouse-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        items.append(QJsonObject{{u"path"_s, file.absoluteFilePath()},
                                 {u"time"_s, file.lastModified().toUTC().toString(Qt::ISODate)},
                                 {u"bytes"_s, file.size()},
                                 {u"kind"_s, u"automatic"_s}});
    return items;
}

QJsonArray Backups::list() const
{
    QList<QJsonValue> all;
    for (const QJsonArray &part : {remembered(), automatic()})
        for (const QJsonValue &one : part)
            all.append(one);
    std::stable_sort(all.begin(), all.end(), [](const QJsonValue &a, const QJsonValue &b) {
        return a["time"_L1].toString() > b["time"_L1].toString();
    });
    QJsonArray items;
    for (const QJsonValue &one : std::as_const(all))
        items.append(one);
    return items;
}

} // namespace Gatehouse::Admin
