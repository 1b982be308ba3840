// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/backups.h"

#include "core/config/revisionstore.h"
#include "core/ledger/schema.h"
#include "core/store/archive.h"
#include "core/store/backup.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>
#include <QtCore/QVersionNumber>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype mostRemembered = 1100; // more than a schedule keeps
constexpr int layout = 1;
constexpr qint64 largestList = 64 * 1024;
const QString formatName = u"gatehouse-backup"_s;
const QString listName = u"backup.json"_s;
const QString scheduledKind = u"scheduled"_s;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QDateTime timeOf(WallTime now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
}

//! What a backup consists of besides its list.
struct Part {
    QString name;
    qint32 applicationId = 0; //!< of a database, else 0
};

const QList<Part> &parts()
{
    static const QList<Part> all{{u"gatehouse.db"_s, Config::booksApplicationId},
                                 {u"ledger.db"_s, Ledger::ledgerApplicationId},
                                 {u"pepper"_s, 0}};
    return all;
}

Error ioError(const QString &path, const QString &what)
{
    return {ErrorCode::Io, u"%1 cannot be %2"_s.arg(path, what), u"path"_s};
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(bytes) != bytes.size() || !file.commit())
        return ioError(path, u"written"_s);
    return {};
}

Result<void> checkPart(const QString &folder, const Part &part)
{
    if (part.applicationId == 0)
        return {};
    auto database = Store::Database::open(QDir(folder).filePath(part.name),
                                          {.mode = Store::Database::Mode::ReadOnly,
                                           .applicationId = part.applicationId,
                                           .mustExist = true});
    return database ? (*database)->quickCheck() : Result<void>(database.error());
}

Result<qint64> countIn(const QString &folder, const Part &part, QByteArrayView sql)
{
    auto database = Store::Database::open(QDir(folder).filePath(part.name),
                                          {.mode = Store::Database::Mode::ReadOnly,
                                           .applicationId = part.applicationId,
                                           .mustExist = true});
    if (!database)
        return database.error();
    return (*database)->integer(sql);
}

Result<QJsonObject> readList(const Store::Archive &archive, const QString &path)
{
    const Result<QByteArray> text = archive.contents(listName, largestList);
    if (!text)
        return text.error();
    const QJsonObject list = QJsonDocument::fromJson(*text).object();
    if (list.value("format"_L1).toString() != formatName)
        return Error{ErrorCode::Corrupt, u"%1 is no backup of Gatehouse"_s.arg(path), u"path"_s};
    // Its databases may hold what this version cannot read: the gateway would not start with them.
    const auto made = QVersionNumber::fromString(list.value("version"_L1).toString());
    const auto own = QVersionNumber::fromString(QString::fromLatin1(GATEHOUSE_VERSION));
    if (list.value("layout"_L1).toInt() > layout || made > own)
        return Error{ErrorCode::Unsupported,
                     u"%1 was made by a newer Gatehouse (%2)"_s.arg(
                         path, list.value("version"_L1).toString()),
                     u"path"_s};
    return list;
}

QJsonObject summary(const QJsonObject &list, const QString &path)
{
    return {{u"path"_s, path},
            {u"time"_s, list.value("time"_L1)},
            {u"version"_s, list.value("version"_L1)},
            {u"revision"_s, list.value("revision"_L1)},
            {u"requests"_s, list.value("requests"_L1)},
            {u"bytes"_s, QFileInfo(path).size()}};
}

} // namespace

QString stagedRestoreFolder()
{
    return u"restore"_s;
}

QString stagedRestoreMark()
{
    return u"complete.json"_s;
}

Backups::Backups(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

QString Backups::fileFor(const QString &target, const QString &stamp) const
{
    const QString name = u"gatehouse-backup-%1.tar"_s.arg(stamp);
    if (target.isEmpty())
        return QDir(m_dataFolder).filePath(u"backups/"_s + name);
    return QFileInfo(target).isDir() ? QDir(target).filePath(name) : target;
}

Result<QJsonObject> Backups::make(const QString &target, WallTime now) const
{
    if (!target.isEmpty() && QDir::isRelativePath(target))
        return Error{ErrorCode::InvalidArgument, u"the path must begin with /"_s, u"path"_s};
    const QDateTime time = timeOf(now);
    return makeFile(fileFor(target, time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s)), time, u"manual"_s);
}

Result<QJsonObject> Backups::makeScheduled(const QString &folder, int keep, WallTime now) const
{
    const QDateTime time = timeOf(now);
    const QString name =
        u"gatehouse-scheduled-%1.tar"_s.arg(time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    const QString place = folder.isEmpty() ? QDir(m_dataFolder).filePath(u"backups"_s) : folder;
    const Result<QJsonObject> made = makeFile(QDir(place).filePath(name), time, scheduledKind);
    if (made)
        dropScheduled(keep);
    return made;
}

//! Only files that the schedule made itself; what someone copied there is not ours.
void Backups::dropScheduled(int keep) const
{
    int seen = 0;
    for (const QJsonValue &made : remembered())
        if (made["kind"_L1].toString() == scheduledKind && ++seen > keep)
            QFile::remove(made["path"_L1].toString());
}

QDateTime Backups::lastScheduled() const
{
    for (const QJsonValue &made : noted())
        if (made["kind"_L1].toString() == scheduledKind)
            return QDateTime::fromString(made["time"_L1].toString(), Qt::ISODate);
    return {};
}

Result<QJsonObject> Backups::makeFile(const QString &path, const QDateTime &time,
                                      const QString &kind) const
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::AlreadyExists, u"%1 exists already"_s.arg(path), u"path"_s};
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), u"path"_s};
    // Beside the file: where that has room, the parts have it too. Mode 0700, gone afterwards.
    const QTemporaryDir work(QDir(folder).filePath(u".gatehouse-backup-XXXXXX"_s));
    if (!work.isValid())
        return ioError(folder, u"written"_s);
    if (const auto list = copyInto(work.path(), time); !list)
        return list.error();
    QStringList names{listName};
    for (const Part &part : parts())
        names.append(part.name);
    if (const auto written = Store::Archive::write(path, work.path(), names); !written)
        return written.error();
    const QJsonObject made{{u"path"_s, path},
                           {u"time"_s, time.toString(Qt::ISODate)},
                           {u"bytes"_s, QFileInfo(path).size()},
                           {u"kind"_s, kind}};
    if (const auto written = remember(made); !written)
        return written.error();
    return made;
}

Result<QJsonObject> Backups::copyInto(const QString &folder, const QDateTime &time) const
{
    QJsonArray files;
    for (const Part &part : parts()) {
        const QString from = QDir(m_dataFolder).filePath(part.name);
        const QString to = QDir(folder).filePath(part.name);
        if (part.applicationId == 0 && !QFile::copy(from, to))
            return ioError(to, u"written"_s);
        if (part.applicationId != 0) {
            auto database = Store::Database::open(from,
                                                  {.mode = Store::Database::Mode::ReadOnly,
                                                   .applicationId = part.applicationId,
                                                   .mustExist = true});
            if (!database)
                return database.error();
            if (auto copied = Store::backup(**database, to); !copied)
                return copied.error();
        }
        const Result<QByteArray> hash = Store::fileHash(to);
        if (!hash)
            return hash.error();
        files.append(QJsonObject{{u"name"_s, part.name},
                                 {u"bytes"_s, QFileInfo(to).size()},
                                 {u"sha256"_s, QString::fromLatin1(hash->toHex())}});
    }
    const auto revision = countIn(folder, parts().at(0), "SELECT max(number) FROM revision");
    const auto requests = countIn(folder, parts().at(1), "SELECT count(*) FROM requests");
    if (!revision || !requests)
        return !revision ? revision.error() : requests.error();
    const QJsonObject list{{u"format"_s, formatName},
                           {u"layout"_s, layout},
                           {u"version"_s, QString::fromLatin1(GATEHOUSE_VERSION)},
                           {u"time"_s, time.toString(Qt::ISODate)},
                           {u"revision"_s, *revision},
                           {u"requests"_s, *requests},
                           {u"files"_s, files}};
    const auto written = writeFile(QDir(folder).filePath(listName), QJsonDocument(list).toJson());
    return written ? Result<QJsonObject>(list) : Result<QJsonObject>(written.error());
}

Result<QJsonObject> Backups::inspect(const QString &path) const
{
    const Result<Store::Archive> archive = Store::Archive::open(path);
    if (!archive)
        return archive.error();
    const Result<QJsonObject> list = readList(*archive, path);
    return list ? Result<QJsonObject>(summary(*list, path)) : Result<QJsonObject>(list.error());
}

Result<Api::Document> Backups::documentIn(const QString &path, const Clock &clock) const
{
    const Result<Store::Archive> archive = Store::Archive::open(path);
    if (!archive)
        return archive.error();
    const QTemporaryDir work(QDir(m_dataFolder).filePath(u".inspect-XXXXXX"_s));
    if (!work.isValid())
        return ioError(m_dataFolder, u"written"_s);
    const Part &books = parts().first();
    if (const auto out = archive->extract(books.name, work.path()); !out)
        return out.error();
    auto database = Store::Database::open(work.filePath(books.name),
                                          {.mode = Store::Database::Mode::ReadOnly,
                                           .applicationId = books.applicationId,
                                           .mustExist = true});
    if (!database)
        return database.error();
    const Result<Config::Revision> newest = Config::RevisionStore(**database, clock).current();
    return newest ? Result<Api::Document>(newest->document) : Result<Api::Document>(newest.error());
}

Result<QJsonObject> Backups::stage(const QString &path) const
{
    const Result<Store::Archive> archive = Store::Archive::open(path);
    if (!archive)
        return archive.error();
    const Result<QJsonObject> list = readList(*archive, path);
    if (!list)
        return list.error();
    const QString folder = QDir(m_dataFolder).filePath(stagedRestoreFolder());
    QDir(folder).removeRecursively(); // one that was not put in place
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner))
        return ioError(folder, u"written"_s);
    for (const QJsonValue &file : list->value("files"_L1).toArray()) {
        const Result<QByteArray> hash = archive->extract(file["name"_L1].toString(), folder);
        if (!hash)
            return hash.error();
        if (hash->toHex() != file["sha256"_L1].toString().toLatin1())
            return Error{ErrorCode::Corrupt,
                         u"%1: %2 was changed or damaged"_s.arg(path, file["name"_L1].toString()),
                         u"path"_s};
    }
    for (const Part &part : parts()) {
        if (!QFile::exists(QDir(folder).filePath(part.name)))
            return Error{ErrorCode::Corrupt, u"%1: %2 is missing"_s.arg(path, part.name),
                         u"path"_s};
        if (const auto sound = checkPart(folder, part); !sound)
            return sound.error();
    }
    // Last: a folder without it is a restore that was broken off.
    const QJsonObject held = summary(*list, path);
    const auto marked =
        writeFile(QDir(folder).filePath(stagedRestoreMark()), QJsonDocument(held).toJson());
    return marked ? Result<QJsonObject>(held) : Result<QJsonObject>(marked.error());
}

Result<void> Backups::remember(const QJsonObject &made) const
{
    QJsonArray all{made};
    bool hasScheduled = made["kind"_L1].toString() == scheduledKind;
    for (const QJsonValue &one : noted()) {
        // The last scheduled one is remembered even when its file is gone: it says when.
        const bool isLast = !hasScheduled && one["kind"_L1].toString() == scheduledKind;
        if (isLast || QFileInfo(one["path"_L1].toString()).isFile())
            all.append(one);
        hasScheduled = hasScheduled || isLast;
    }
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

//! Newest first, with those whose file is gone.
QJsonArray Backups::noted() const
{
    QFile file(QDir(m_dataFolder).filePath(u"backups/made.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

QJsonArray Backups::remembered() const
{
    QJsonArray there;
    for (const QJsonValue &made : noted())
        if (QFileInfo(made["path"_L1].toString()).isFile())
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
