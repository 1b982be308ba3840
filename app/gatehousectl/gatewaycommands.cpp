// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about the gateway itself: its state, events, files and audit.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void printEvent(OutputFormat format, const QString &kind, const QJsonObject &data)
{
    if (format == OutputFormat::Json)
        printLine(QString::fromUtf8(QJsonDocument(QJsonObject{{u"kind"_s, kind}, {u"data"_s, data}})
                                        .toJson(QJsonDocument::Compact)));
    else
        printLine(u"%1  %2  %3  %4"_s.arg(data.value("time"_L1).toString(), kind,
                                          data.value("title"_L1).toString(),
                                          data.value("detail"_L1).toString()));
    std::fflush(stdout);
}

//! A broken chain is a failure to a script.
void verifyAudit(Session &session)
{
    session.await(
        session.client().post(u"/audit/verify"_s), [&session](const Api::AdminReply &reply) {
            printObject(session.invocation().format, reply.body);
            const QJsonValue broken = reply.body.value("first_broken"_L1);
            if (broken.isDouble())
                session.fail(
                    ExitCode::Refused,
                    u"record %1 does not match its hash or is missing"_s.arg(broken.toInteger()));
            else
                session.finish(ExitCode::Done);
        });
}

void events(Session &session)
{
    const OutputFormat format = session.invocation().format;
    if (!session.invocation().has(u"follow"_s)) {
        session.await(session.client().get(u"/overview"_s),
                      [&session, format](const Api::AdminReply &reply) {
                          const QJsonArray rows = reply.body.value("events"_L1).toArray();
                          printRows(format, {{u"items"_s, rows}, {u"next"_s, QJsonValue()}}, rows,
                                    {{u"time"_s, u"TIME"_s},
                                     {u"kind"_s, u"KIND"_s},
                                     {u"title"_s, u"EVENT"_s},
                                     {u"detail"_s, u"DETAIL"_s}});
                          session.finish(ExitCode::Done);
                      });
        return;
    }
    QObject::connect(&session.client(), &Api::AdminClient::eventReceived, &session,
                     [format](const QString &kind, const QJsonObject &data) {
                         if (kind == "event"_L1) {
                             printEvent(format, kind, data);
                         } else if (kind == "request"_L1) {
                             for (const QJsonValue &row : data.value("items"_L1).toArray()) {
                                 QJsonObject event = row.toObject();
                                 event.insert(u"title"_s,
                                              u"%1 %2"_s.arg(event.value("status"_L1).toInt())
                                                  .arg(event.value("model_asked"_L1).toString()));
                                 event.insert(u"detail"_s, event.value("id"_L1));
                                 printEvent(format, kind,
                                            format == OutputFormat::Json ? row.toObject() : event);
                             }
                         }
                     });
    QObject::connect(&session.client(), &Api::AdminClient::stateChanged, &session,
                     [&session](Api::AdminClient::State state) {
                         if (state == Api::AdminClient::State::Offline)
                             session.fail(ExitCode::Unreachable, u"the gateway went away"_s);
                     });
    session.client().start();
}

void printChecks(OutputFormat format, const QJsonObject &report)
{
    printRows(format, report, report.value("checks"_L1).toArray(),
              {{u"state"_s, u"RESULT"_s},
               {u"title"_s, u"CHECK"_s},
               {u"detail"_s, u"DETAIL"_s},
               {u"fix"_s, u"FIX"_s}});
}

void doctor(Session &session)
{
    const OutputFormat format = session.invocation().format;
    QObject::connect(
        session.client().get(u"/doctor"_s), &Api::AdminCall::finished, &session,
        [&session, format](Api::AdminCall *call) {
            if (!call->succeeded())
                return session.finish(doctorWithoutGateway(format, call->error().detail));
            const QJsonObject &report = call->reply().body;
            printChecks(format, report);
            session.finish(report.value("ok"_L1).toBool() ? ExitCode::Done : ExitCode::Refused);
        });
}

//! What narrows the audit log.
const QStringList &auditFilters()
{
    static const QStringList names{u"q"_s,      u"who"_s,   u"action"_s,
                                   u"object"_s, u"since"_s, u"until"_s};
    return names;
}

QStringList auditOptions()
{
    QStringList options;
    for (const QString &name : auditFilters())
        options += name + u'=';
    return options;
}

void listAudit(Session &session)
{
    session.list(u"/audit"_s, queryOf(session, auditFilters()),
                 {{u"seq"_s, u"SEQ"_s},
                  {u"time"_s, u"TIME"_s},
                  {u"who"_s, u"WHO"_s},
                  {u"action"_s, u"ACTION"_s},
                  {u"object"_s, u"OBJECT"_s}});
}

} // namespace

ExitCode doctorWithoutGateway(OutputFormat format, const QString &detail)
{
    const QJsonObject check{{u"id"_s, u"engine"_s},
                            {u"state"_s, u"failed"_s},
                            {u"title"_s, u"Gateway answers"_s},
                            {u"detail"_s, detail},
                            {u"fix"_s, u"start gatehoused, or name its place with --data-dir"_s}};
    printChecks(format, {{u"ok"_s, false}, {u"checks"_s, QJsonArray{check}}});
    return ExitCode::Refused;
}

QList<Command> gatewayCommands()
{
    return {
        {u"status"_s,
         {},
         u"Whether the gateway runs, where, and what is wrong."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().get(u"/status"_s)); }},
        {u"doctor"_s,
         {},
         u"Looks for what is wrong, and says how to mend it; exit code 1 when something failed."_s,
         0,
         0,
         {},
         doctor},
        {u"events"_s,
         u"[--follow]"_s,
         u"What happened lately; --follow goes on with every request."_s,
         0,
         0,
         {u"follow"_s},
         events},
        {u"backup"_s,
         u"[FILE]"_s,
         u"Copies both databases into one new file, a tar."_s,
         0,
         1,
         {},
         [](Session &session) {
             const QString file = session.invocation().words.value(0);
             const QString path = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
             session.show(session.client().post(u"/backups"_s, {{u"path"_s, path}}));
         }},
        {u"restore"_s,
         u"FILE"_s,
         u"Restores a backup; a gateway that runs ends its requests and begins anew."_s,
         1,
         1,
         {},
         [](Session &session) {
             const QString path = QFileInfo(session.invocation().words.first()).absoluteFilePath();
             session.show(session.client().post(u"/backups/restore"_s,
                                                {{u"path"_s, path}, {u"restart"_s, true}}));
         }},
        {u"backups list"_s,
         {},
         u"The backups that are there."_s,
         0,
         0,
         listOptions(),
         listAll(u"/backups"_s,
                 {{u"time"_s, u"TIME"_s},
                  {u"kind"_s, u"KIND"_s},
                  {u"bytes"_s, u"BYTES"_s},
                  {u"path"_s, u"PATH"_s}})},
        {u"storage"_s,
         {},
         u"What the data folder holds, and how much."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().get(u"/storage"_s)); }},
        {u"storage move"_s,
         u"FOLDER"_s,
         u"Moves the request log to another folder while requests go on."_s,
         1,
         1,
         {},
         [](Session &session) {
             const QString folder =
                 QFileInfo(session.invocation().words.first()).absoluteFilePath();
             session.show(session.client().post(u"/storage/move"_s, {{u"folder"_s, folder}}));
         }},
        {u"audit list"_s,
         u"[--q TEXT] [--who W] [--action A] [--object O] [--since 7d] [--until T]"_s,
         u"Every administrative change."_s, 0, 0, listOptions() + auditOptions(), listAudit},
        {u"audit export"_s, u"[the same options]"_s,
         u"The same as JSON lines with hashes, all of them."_s, 0, 0, auditOptions(),
         [](Session &session) {
             session.exportLines(u"/audit"_s, queryOf(session, auditFilters()));
         }},
        {u"audit verify"_s,
         {},
         u"Checks the chain of audit records; fails when it is broken."_s,
         0,
         0,
         {},
         verifyAudit},
    };
}

} // namespace Gatehouse::Ctl
