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
}

} // namespace Gatehouse::Admin
