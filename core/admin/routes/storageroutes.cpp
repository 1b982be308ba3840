// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"
#include "core/ledger/ledgermove.h"
#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <QtCore/QDir>
#include <QtCore/QMap>
#include <QtCore/QStorageInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

//! The database a file belongs to: SQLite's log and index, and our marker, are part of it.
QString ownerOf(QString name)
{
    for (const QString &part : {u"-wal"_s, u"-shm"_s, u".state"_s})
        if (name.endsWith(part))
            name.chop(part.size());
    return name;
}

//! The databases, what else lies beside them (reserve, damaged copies), and the journals as one.
QJsonArray filesOf(const QDir &folder, qint64 &total)
{
    QMap<QString, qint64> sizes;
    for (const QFileInfo &file : folder.entryInfoList({u"*.db*"_s}, QDir::Files))
        sizes[ownerOf(file.fileName())] += file.size();
    for (const QFileInfo &file : QDir(folder.filePath(u"journal"_s)).entryInfoList(QDir::Files))
        sizes[u"journal/"_s] += file.size();
    QJsonArray files;
    for (auto size = sizes.cbegin(); size != sizes.cend(); ++size) {
        files.append(QJsonObject{{u"name"_s, size.key()}, {u"bytes"_s, size.value()}});
        total += size.value();
    }
    return files;
}

//! The number of the schema that \a books are kept in.
Result<qint64> schemaOf(const QString &books)
{
    const auto database = Store::Database::open(
        books,
        {.mode = Store::Database::Mode::ReadOnly, .applicationId = Ledger::ledgerApplicationId});
    if (!database)
        return database.error();
    return (*database)->version();
}

void showStorage(Services &services, const AdminRequest &, const Responder &responder)
{
    const QString folder = services.dataFolder;
    services.queries.ask(
        [folder](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            Result<QJsonObject> extent = reader.extent();
            if (!extent)
                return extent;
            qint64 total = 0;
            const QJsonArray files = filesOf(QDir(folder), total);
            const QString books = QDir(folder).filePath(u"ledger.db"_s);
            const QString place = QFileInfo(Ledger::placeOf(books)).absolutePath();
            const Result<qint64> schema = schemaOf(Ledger::placeOf(books)); // none yet: null
            return QJsonObject{{u"data_dir"_s, folder},
                               {u"ledger_dir"_s, place},
                               {u"ledger_schema"_s, schema ? QJsonValue(*schema) : QJsonValue()},
                               {u"ledger_free_bytes"_s, QStorageInfo(place).bytesAvailable()},
                               {u"files"_s, files},
                               {u"bytes"_s, total},
                               {u"free_bytes"_s, QStorageInfo(folder).bytesAvailable()},
                               {u"requests"_s, *extent}};
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void compact(Services &services, const AdminRequest &request, const Responder &responder)
{
    audit(services, request, u"storage.compact"_s, u"ledger.db"_s);
    services.compactLedger([&services, request, responder](const Result<void> &done) {
        if (!done)
            responder.fail(done.error());
        else
            showStorage(services, request, responder);
    });
}

void move(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString folder = request.body.value("folder"_L1).toString();
    if (folder.isEmpty())
        return responder.fail({ErrorCode::InvalidArgument,
                               u"\"folder\" must name the folder to move to"_s, u"folder"_s});
    services.moveLedger(folder, [&services, request, responder, folder](const Result<void> &done) {
        audit(services, request, u"storage.move"_s, u"ledger.db"_s,
              done ? folder : done.error().detail);
        if (!done)
            return responder.fail(done.error());
        services.tell(u"storage"_s, u"info"_s, u"Request log moved"_s, folder, folder,
                      {.code = u"ledger_moved"_s});
        showStorage(services, request, responder);
    });
}

} // namespace

void addStorageRoutes(Router &router, Services &services)
{
    router.add("GET", u"/storage"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   showStorage(services, request, responder);
               });
    router.add("POST", u"/storage/compact"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   compact(services, request, responder);
               });
    router.add("POST", u"/storage/move"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   move(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
