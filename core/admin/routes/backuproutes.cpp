// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/backups.h"
#include "core/admin/routes/routes.h"
#include "core/ledger/ledgerreader.h"

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

//! What it holds, and what restoring it would change: the configuration, the number of requests.
void inspectBackup(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString path = request.body.value("path"_L1).toString();
    const auto document = std::make_shared<std::optional<Api::Document>>();
    services.queries.ask(
        [backups = Backups(services.dataFolder), path, document,
         &clock = services.clock](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            Result<QJsonObject> held = backups.inspect(path);
            if (!held)
                return held;
            const Result<Api::Document> found = backups.documentIn(path, clock);
            if (!found)
                return found.error();
            *document = *found;
            if (const Result<QJsonObject> extent = reader.extent(); extent)
                held->insert(u"requests_now"_s, extent->value("rows"_L1));
            return held;
        },
        [&services, responder, document](Result<QJsonObject> held) {
            if (!held)
                return responder.fail(held.error());
            insertDifferences(*held, services.configuration.document(), **document);
            responder.reply(*held);
        });
}

void tellStaged(const Services &services, const QString &file, bool restarts)
{
    if (restarts)
        services.tell(u"backup"_s, u"warning"_s, u"Gateway restarts to restore a backup"_s, file,
                      file, {.code = u"restore_begun"_s});
    else
        services.tell(u"backup"_s, u"warning"_s, u"Backup will be restored at the next start"_s,
                      file, file, {.code = u"restore_staged"_s});
}

//! The books are exchanged by the next start; with "restart" that is at once, as soon as running
//! requests have ended. Until then nothing is touched.
void stageRestore(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString path = request.body.value("path"_L1).toString();
    const bool restarts = request.body.value("restart"_L1).toBool() && services.restartEngine;
    services.queries.run(
        [folder = services.dataFolder, path] { return Backups(folder).stage(path); },
        [&services, request, responder, restarts](Result<QJsonObject> held) {
            if (!held)
                return responder.fail(held.error());
            const QString file = held->value("path"_L1).toString();
            audit(services, request, u"backup.restore"_s, file);
            tellStaged(services, file, restarts);
            held->insert(u"restarting"_s, restarts);
            responder.reply(*held);
            if (restarts)
                services.restartEngine();
        });
}

void listBackups(Services &services, const Responder &responder)
{
    QJsonObject answer = listJson(Backups(services.dataFolder).list());
    if (services.backupSchedule)
        answer.insert(u"schedule"_s, services.backupSchedule());
    responder.reply(answer);
}

} // namespace

void addBackupRoutes(Router &router, Services &services)
{
    router.add("GET", u"/backups"_s, [&services](const AdminRequest &, const Responder &responder) {
        listBackups(services, responder);
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
