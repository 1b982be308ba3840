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
