// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about routes and decisions.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void explain(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(*text);
    if (!document.isObject()) {
        session.fail(ExitCode::Usage,
                     u"the request must be a JSON object, as a client would send it"_s);
        return;
    }
    QJsonObject body{{u"body"_s, document.object()},
                     {u"key"_s, session.invocation().options.value(u"key"_s)}};
    if (session.invocation().has(u"path"_s))
        body.insert(u"path"_s, session.invocation().options.value(u"path"_s));
    const QString header = session.invocation().options.value(u"header"_s);
    if (!header.isEmpty())
        body.insert(
            u"headers"_s,
            QJsonObject{{header.section(u':', 0, 0).trimmed(), header.section(u':', 1).trimmed()}});
    session.await(
        session.client().post(u"/explain"_s, body), [&session](const Api::AdminReply &reply) {
            if (session.invocation().format == OutputFormat::Json) {
                printJson(reply.body);
            } else {
                printRows(OutputFormat::Table, {}, reply.body.value("steps"_L1).toArray(),
                          {{u"name"_s, u"STEP"_s}, {u"ok"_s, u"PASSED"_s}, {u"text"_s, u""_s}});
                printLine({});
                printRows(OutputFormat::Table, {}, reply.body.value("candidates"_L1).toArray(),
                          {{u"provider"_s, u"PROVIDER"_s},
                           {u"model"_s, u"MODEL"_s},
                           {u"fit"_s, u"FITS"_s},
                           {u"score"_s, u"SCORE"_s},
                           {u"why"_s, u"WHY"_s}});
                printLine({});
                printLine(u"Plan: "_s + cellText({}, reply.body.value("plan"_L1)));
                if (reply.body.contains("refusal"_L1))
                    printLine(
                        u"Refused: "_s
                        + reply.body.value("refusal"_L1).toObject().value("message"_L1).toString());
            }
            session.finish(ExitCode::Done);
        });
}

//! Both sides of a trial as a table: one line for each number.
void printTrial(const QString &title, const QJsonObject &trial)
{
    printLine(u"%1: %2/%3, %4 % of the requests"_s.arg(
        title, trial.value("provider"_L1).toString(), trial.value("model"_L1).toString(),
        QString::number(trial.value("percent"_L1).toDouble())));
    const QJsonObject own = trial.value("trial"_L1).toObject();
    const QJsonObject control = trial.value("control"_L1).toObject();
    QJsonArray rows;
    for (const QString &name : own.keys())
        rows.append(QJsonObject{
            {u"what"_s, name}, {u"trial"_s, own.value(name)}, {u"control"_s, control.value(name)}});
    printRows(OutputFormat::Table, {}, rows,
              {{u"what"_s, u""_s}, {u"trial"_s, u"ON TRIAL"_s}, {u"control"_s, u"CONTROL"_s}});
    if (trial.contains("copied"_L1))
        printLine(u"Copied since the start: %1; left out: %2; spent today: $%3"_s.arg(
            QString::number(trial.value("copied"_L1).toInteger()),
            cellText({}, trial.value("not_copied"_L1)),
            QString::number(trial.value("spent_today_nano_usd"_L1).toDouble() * 1e-9, 'f', 4)));
    if (trial.value("halted"_L1).toBool())
        printLine(u"Halted."_s);
    printLine({});
}

void trials(Session &session)
{
    const QUrlQuery query = queryOf(session, {u"since"_s});
    const QString id = session.invocation().words.first();
    session.await(session.client().get(u"/routes/%1/trials"_s.arg(segment(id)), query),
                  [&session](const Api::AdminReply &reply) {
                      const QJsonObject canary = reply.body.value("canary"_L1).toObject();
                      const QJsonObject shadow = reply.body.value("shadow"_L1).toObject();
                      if (session.invocation().format == OutputFormat::Json) {
                          printJson(reply.body);
                      } else {
                          if (canary.isEmpty() && shadow.isEmpty())
                              printLine(u"The route has neither a canary nor a shadow."_s);
                          if (!canary.isEmpty())
                              printTrial(u"Canary"_s, canary);
                          if (!shadow.isEmpty())
                              printTrial(u"Shadow"_s, shadow);
                      }
                      session.finish(ExitCode::Done);
                  });
}

void callers(Session &session)
{
    QUrlQuery query = queryOf(session, {u"days"_s});
    query.addQueryItem(u"model"_s, segment(session.invocation().words.first()));
    session.list(u"/models/callers"_s, query,
                 {{u"key"_s, u"KEY"_s},
                  {u"name"_s, u"NAME"_s},
                  {u"team"_s, u"TEAM"_s},
                  {u"requests"_s, u"REQUESTS"_s},
                  {u"last_day"_s, u"LAST"_s}});
}

} // namespace

QList<Command> routeCommands()
{
    return {
        {u"routes list"_s,
         {},
         u"Names clients may ask for, and where they lead."_s,
         0,
         0,
         listOptions(),
         listAll(u"/routes"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"strategy"_s, u"STRATEGY"_s},
                  {u"targets"_s, u"TARGETS"_s},
                  {u"fallback"_s, u"FALLBACK"_s}})},
        {u"routes show"_s, u"ID"_s, u"One route."_s, 1, 1, {}, showOne(u"routes"_s)},
        {u"routes trials"_s,
         u"ID [--since AGE]"_s,
         u"How a route's canary and shadow do beside the others."_s,
         1,
         1,
         {u"since="_s},
         trials},
        {u"routes callers"_s,
         u"NAME [--days N]"_s,
         u"Keys that asked for a name in the last 30 days: who to tell before it ends."_s,
         1,
         1,
         {u"days="_s},
         callers},
        {u"explain"_s,
         u"FILE|- [--key ID] [--path PATH] [--header \"NAME: VALUE\"]"_s,
         u"The decision for a request; sends nothing."_s,
         1,
         1,
         {u"key="_s, u"path="_s, u"header="_s},
         explain},
    };
}

} // namespace Gatehouse::Ctl
