// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/backups.h"
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

void makeBackup(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString target = request.body.value("path"_L1).toString();
    services.queries.run(
        [folder = services.dataFolder, target, now = services.clock.wall(),
         flush = services.flushLedger] {
            flush();
            return Backups(folder).make(target, now);
        },
        [&services, request, responder](const Result<QJsonObject> &made) {
            if (made) {
                const QString path = made->value("path"_L1).toString();
                audit(services, request, u"backup.create"_s, path);
                services.tell(u"backup"_s, u"info"_s, u"Backup made"_s, path, path,
                              {.code = u"backup_made"_s});
            }
            responder.answer(made);
        });
}

void inspectBackup(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString path = request.body.value("path"_L1).toString();
    services.queries.run([folder = services.dataFolder,
                          path] { return Backups(folder).inspect(path); },
                         [responder](const Result<QJsonObject> &held) { responder.answer(held); });
}

//! The books are exchanged by the next start: nothing that runs is touched.
void stageRestore(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString path = request.body.value("path"_L1).toString();
    services.queries.run([folder = services.dataFolder,
                          path] { return Backups(folder).stage(path); },
                         [&services, request, responder](const Result<QJsonObject> &held) {
                             if (held) {
                                 const QString file = held->value("path"_L1).toString();
                                 audit(services, request, u"backup.restore"_s, file);
                                 services.tell(u"backup"_s, u"warning"_s,
                                               u"Backup will be restored at the next start"_s,
                                               file, file, {.code = u"restore_staged"_s});
                             }
                             responder.answer(held);
                         });
}

} // namespace

void addBackupRoutes(Router &router, Services &services)
{
    router.add("GET", u"/backups"_s, [&services](const AdminRequest &, const Responder &responder) {
        responder.reply(listJson(Backups(services.dataFolder).list()));
    });
    router.add("POST", u"/backups"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   makeBackup(services, request, responder);
               });
    router.add("POST", u"/backups/inspect"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   inspectBackup(services, request, responder);
               });
    router.add("POST", u"/backups/restore"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   stageRestore(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
