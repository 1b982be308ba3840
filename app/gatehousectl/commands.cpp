// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehousectl/commands.h"

#include "core/api/documents/documentjson.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

//! A file's text, "-" for standard input. An error ends the session.
std::optional<QByteArray> readFile(Session &session, const QString &name)
{
    QFile file(name);
    const bool open =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        session.fail(ExitCode::Usage, u"%1: %2"_s.arg(name, file.errorString()));
        return std::nullopt;
    }
    return file.readAll();
}

QString segment(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

void printFindings(const QJsonArray &findings)
{
    for (const QJsonValue &value : findings) {
        const QJsonObject finding = value.toObject();
        const int line = finding.value("line"_L1).toInt();
        printError(u"%1: %2%3: %4"_s.arg(finding.value("severity"_L1).toString(),
                                         line > 0 ? u"line %1: "_s.arg(line) : QString(),
                                         finding.value("path"_L1).toString(),
                                         finding.value("message"_L1).toString()));
    }
}

QJsonObject textBody(const Session &session, const QByteArray &text)
{
    const bool json = session.invocation().words.value(0).endsWith(".json"_L1);
    return {{u"text"_s, QString::fromUtf8(text)}, {u"format"_s, json ? u"json"_s : u"yaml"_s}};
}

void checkConfig(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    session.await(session.client().post(u"/config/check"_s, textBody(session, *text)),
                  [&session](const Api::AdminReply &reply) {
                      const QJsonArray findings = reply.body.value("findings"_L1).toArray();
                      bool valid = true;
                      for (const QJsonValue &finding : findings)
                          valid = valid
                              && finding.toObject().value("severity"_L1).toString() != "error"_L1;
                      if (session.invocation().format == OutputFormat::Json)
                          printJson(reply.body);
                      else
                          printFindings(findings);
                      if (valid && session.invocation().format != OutputFormat::Json)
                          printLine(u"%1 is valid"_s.arg(session.invocation().words.first()));
                      session.finish(valid ? ExitCode::Done : ExitCode::Usage);
                  });
}

void apply(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    QJsonObject body = textBody(session, *text);
    const bool dryRun = session.invocation().has(u"dry-run"_s);
    body.insert(u"dry_run"_s, dryRun);
    body.insert(u"reason"_s, session.invocation().options.value(u"reason"_s));
    session.await(session.client().post(u"/config/apply"_s, body),
                  [&session, dryRun](const Api::AdminReply &reply) {
                      if (session.invocation().format == OutputFormat::Json) {
                          printJson(reply.body);
                      } else {
                          printFindings(reply.body.value("findings"_L1).toArray());
                          for (const QJsonValue &sentence : reply.body.value("diff"_L1).toArray())
                              printLine(sentence.toString());
                          const auto revision = reply.body.value("revision"_L1).toInteger();
                          printLine(dryRun ? u"nothing was changed (dry run)"_s
                                           : u"revision %1 is in force"_s.arg(revision));
                      }
                      session.finish(ExitCode::Done);
                  });
}

void exportConfig(Session &session)
{
    session.await(session.client().get(u"/config"_s), [&session](const Api::AdminReply &reply) {
        const QJsonObject document = reply.body.value("document"_L1).toObject();
        if (session.invocation().has(u"yaml"_s))
            printLine(QString::fromUtf8(Api::documentYaml(document)).chopped(1)); // it ends a line
        else
            printJson(document);
        session.finish(ExitCode::Done);
    });
}

void diffRevisions(Session &session)
{
    QUrlQuery query;
    query.addQueryItem(u"from"_s, session.invocation().words.value(0));
    if (session.invocation().words.size() > 1)
        query.addQueryItem(u"to"_s, session.invocation().words.value(1));
    session.await(session.client().get(u"/revisions/diff"_s, query),
                  [&session](const Api::AdminReply &reply) {
                      printRows(session.invocation().format, reply.body,
                                reply.body.value("diff"_L1).toArray(),
                                {{u"sentence"_s, u"CHANGE"_s}});
                      session.finish(ExitCode::Done);
                  });
}

void addProvider(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(*text);
    if (!document.isObject()) {
        session.fail(ExitCode::Usage,
                     u"the provider must be a JSON object with id, dialect, base_url, keys"_s);
        return;
    }
    session.show(session.client().post(u"/providers"_s, document.object()));
}

void testProvider(Session &session)
{
    const QString path =
        u"/providers/"_s + segment(session.invocation().words.first()) + u"/test"_s;
    session.await(session.client().post(path), [&session](const Api::AdminReply &reply) {
        printRows(session.invocation().format, reply.body, reply.body.value("checks"_L1).toArray(),
                  {{u"id"_s, u"CHECK"_s},
                   {u"state"_s, u"RESULT"_s},
                   {u"ms"_s, u"MS"_s},
                   {u"text"_s, u"TEXT"_s},
                   {u"detail"_s, u"DETAIL"_s}});
        session.finish(reply.body.value("key_accepted"_L1).toBool() ? ExitCode::Done
                                                                    : ExitCode::Refused);
    });
}

void setSecret(Session &session)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        session.fail(ExitCode::Usage, u"standard input cannot be read"_s);
        return;
    }
    QByteArray value = input.readAll();
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    const QString path = u"/secrets/"_s + segment(session.invocation().words.first());
    session.show(session.client().put(path, {{u"value"_s, QString::fromUtf8(value)}}));
    value.fill('\0');
}

void createKey(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body{{u"name"_s, invocation.words.first()}};
    for (const QString &name : {u"team"_s, u"expires"_s, u"note"_s}) {
        if (invocation.has(name))
            body.insert(name, invocation.options.value(name));
    }
    if (invocation.has(u"routes"_s))
        body.insert(u"routes"_s,
                    QJsonArray::fromStringList(
                        invocation.options.value(u"routes"_s).split(u',', Qt::SkipEmptyParts)));
    session.show(session.client().post(u"/keys"_s, body));
}

//! "2h", "30m", "7d" in seconds, nothing when it is no span.
std::optional<qint64> seconds(const QString &span)
{
    static const QHash<QChar, qint64> units{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    bool ok = false;
    const qint64 count = span.chopped(span.isEmpty() ? 0 : 1).toLongLong(&ok);
    if (!ok || count < 0 || !units.contains(span.back()))
        return std::nullopt;
    return count * units.value(span.back());
}

void rotateKey(Session &session)
{
    const std::optional<qint64> overlap =
        seconds(session.invocation().options.value(u"overlap"_s, u"0s"_s));
    if (!overlap) {
        session.fail(ExitCode::Usage, u"--overlap takes a span such as 24h"_s);
        return;
    }
    const QString path = u"/keys/"_s + segment(session.invocation().words.first()) + u"/rotate"_s;
    session.show(session.client().post(path, {{u"overlap_s"_s, *overlap}}));
}

void listRequests(Session &session)
{
    QUrlQuery query;
    for (const QString &name : {u"filter"_s, u"since"_s, u"until"_s}) {
        if (session.invocation().has(name))
            query.addQueryItem(name,
                               QString::fromLatin1(QUrl::toPercentEncoding(
                                   session.invocation().options.value(name))));
    }
    session.list(u"/requests"_s, query,
                 {{u"time"_s, u"TIME"_s},
                  {u"status"_s, u"STATUS"_s},
                  {u"model_asked"_s, u"ASKED"_s},
                  {u"provider"_s, u"PROVIDER"_s},
                  {u"model"_s, u"MODEL"_s},
                  {u"key_name"_s, u"KEY"_s},
                  {u"tokens_in"_s, u"IN"_s},
                  {u"tokens_out"_s, u"OUT"_s},
                  {u"cost_nano_usd"_s, u"COST"_s},
                  {u"first_token_ms"_s, u"FIRST MS"_s},
                  {u"total_ms"_s, u"TOTAL MS"_s},
                  {u"id"_s, u"ID"_s}});
}

void usage(Session &session)
{
    QUrlQuery query;
    QList<Column> columns;
    const QString by = session.invocation().options.value(u"by"_s);
    for (const QString &name : by.split(u',', Qt::SkipEmptyParts))
        columns.append({name, name.toUpper()});
    for (const QString &name : {u"by"_s, u"since"_s, u"until"_s}) {
        if (session.invocation().has(name))
            query.addQueryItem(name,
                               QString::fromLatin1(QUrl::toPercentEncoding(
                                   session.invocation().options.value(name))));
    }
    columns += {{u"requests"_s, u"REQUESTS"_s},  {u"errors"_s, u"ERRORS"_s},
                {u"tokens_in"_s, u"IN"_s},       {u"tokens_out"_s, u"OUT"_s},
                {u"cost_nano_usd"_s, u"COST"_s}, {u"unpriced"_s, u"UNPRICED"_s}};
    session.list(u"/usage"_s, query, columns);
}

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

//! A command that posts to "/noun/{id}/verb" and shows the answer.
std::function<void(Session &)> act(const QString &noun, const QString &verb)
{
    return [noun, verb](Session &session) {
        session.show(session.client().post(
            u"/%1/%2/%3"_s.arg(noun, segment(session.invocation().words.first()), verb)));
    };
}

std::function<void(Session &)> showOne(const QString &noun)
{
    return [noun](Session &session) {
        session.show(session.client().get(
            u"/%1/%2"_s.arg(noun, segment(session.invocation().words.first()))));
    };
}

std::function<void(Session &)> removeOne(const QString &noun)
{
    return [noun](Session &session) {
        session.show(session.client().remove(
            u"/%1/%2"_s.arg(noun, segment(session.invocation().words.first()))));
    };
}

std::function<void(Session &)> listAll(const QString &path, const QList<Column> &columns)
{
    return [path, columns](Session &session) { session.list(path, {}, columns); };
}

const QStringList listOptions{u"limit="_s, u"all"_s};

} // namespace

const QList<Command> &commands()
{
    static const QList<Command> all{
        {u"status"_s,
         {},
         u"Whether the gateway runs, where, and what is wrong."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().get(u"/status"_s)); }},
        {u"events"_s,
         u"[--follow]"_s,
         u"What happened lately; --follow goes on with every request."_s,
         0,
         0,
         {u"follow"_s},
         events},
        {u"check-config"_s,
         u"FILE"_s,
         u"Checks a configuration file without applying it."_s,
         1,
         1,
         {},
         checkConfig},
        {u"apply"_s,
         u"FILE [--dry-run] [--reason TEXT]"_s,
         u"Makes a file the configuration in force."_s,
         1,
         1,
         {u"dry-run"_s, u"reason="_s},
         apply},
        {u"export"_s,
         u"[--yaml]"_s,
         u"Prints the configuration in force, as JSON or YAML."_s,
         0,
         0,
         {u"yaml"_s},
         exportConfig},
        {u"revisions list"_s,
         {},
         u"Every state the configuration has had."_s,
         0,
         0,
         listOptions,
         listAll(u"/revisions"_s,
                 {{u"revision"_s, u"REVISION"_s},
                  {u"time"_s, u"TIME"_s},
                  {u"who"_s, u"WHO"_s},
                  {u"summary"_s, u"CHANGE"_s},
                  {u"reason"_s, u"REASON"_s}})},
        {u"revisions show"_s,
         u"N"_s,
         u"One revision with its document."_s,
         1,
         1,
         {},
         showOne(u"revisions"_s)},
        {u"revisions diff"_s,
         u"FROM [TO]"_s,
         u"What changed between two revisions."_s,
         1,
         2,
         {},
         diffRevisions},
        {u"revisions restore"_s,
         u"N"_s,
         u"Makes an earlier revision the configuration in force."_s,
         1,
         1,
         {},
         act(u"revisions"_s, u"restore"_s)},
        {u"providers list"_s,
         {},
         u"Providers with their health."_s,
         0,
         0,
         listOptions,
         listAll(u"/providers"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"dialect"_s, u"DIALECT"_s},
                  {u"base_url"_s, u"ADDRESS"_s},
                  {u"health"_s, u"HEALTH"_s},
                  {u"health_source"_s, u"KNOWN"_s}})},
        {u"providers add"_s, u"FILE|-"_s, u"Adds a provider from JSON."_s, 1, 1, {}, addProvider},
        {u"providers test"_s,
         u"ID"_s,
         u"Reaches the provider, checks its key, lists models, asks for a short answer."_s,
         1,
         1,
         {},
         testProvider},
        {u"providers pause"_s,
         u"ID"_s,
         u"Routes around a provider."_s,
         1,
         1,
         {},
         act(u"providers"_s, u"pause"_s)},
        {u"providers resume"_s,
         u"ID"_s,
         u"Uses a paused provider again."_s,
         1,
         1,
         {},
         act(u"providers"_s, u"resume"_s)},
        {u"providers remove"_s,
         u"ID"_s,
         u"Removes a provider no route uses."_s,
         1,
         1,
         {},
         removeOne(u"providers"_s)},
        {u"secrets set"_s,
         u"NAME"_s,
         u"Stores a secret read from standard input."_s,
         1,
         1,
         {},
         setSecret},
        {u"secrets list"_s,
         {},
         u"Names of stored secrets; never their values."_s,
         0,
         0,
         listOptions,
         listAll(u"/secrets"_s,
                 {{u"ref"_s, u"REFERENCE"_s},
                  {u"state"_s, u"STATE"_s},
                  {u"fingerprint"_s, u"FINGERPRINT"_s},
                  {u"used_by"_s, u"USED BY"_s}})},
        {u"secrets remove"_s,
         u"NAME"_s,
         u"Forgets a secret nothing uses."_s,
         1,
         1,
         {},
         removeOne(u"secrets"_s)},
        {u"routes list"_s,
         {},
         u"Names clients may ask for, and where they lead."_s,
         0,
         0,
         listOptions,
         listAll(u"/routes"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"strategy"_s, u"STRATEGY"_s},
                  {u"targets"_s, u"TARGETS"_s},
                  {u"fallback"_s, u"FALLBACK"_s}})},
        {u"routes show"_s, u"ID"_s, u"One route."_s, 1, 1, {}, showOne(u"routes"_s)},
        {u"explain"_s,
         u"FILE|- [--key ID] [--path PATH]"_s,
         u"The decision for a request; sends nothing."_s,
         1,
         1,
         {u"key="_s, u"path="_s},
         explain},
        {u"teams list"_s,
         {},
         u"Teams."_s,
         0,
         0,
         listOptions,
         listAll(u"/teams"_s,
                 {{u"id"_s, u"ID"_s}, {u"name"_s, u"NAME"_s}, {u"routes"_s, u"ROUTES"_s}})},
        {u"keys create"_s,
         u"NAME [--team T] [--routes A,B] [--expires DATE] [--note TEXT]"_s,
         u"Makes a key; its text is shown once."_s,
         1,
         1,
         {u"team="_s, u"routes="_s, u"expires="_s, u"note="_s},
         createKey},
        {u"keys list"_s,
         {},
         u"Keys with state, spend and last use."_s,
         0,
         0,
         listOptions,
         listAll(u"/keys"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"name"_s, u"NAME"_s},
                  {u"team"_s, u"TEAM"_s},
                  {u"state"_s, u"STATE"_s},
                  {u"requests"_s, u"REQUESTS"_s},
                  {u"spent_nano_usd"_s, u"SPENT"_s},
                  {u"last_used"_s, u"LAST USED"_s}})},
        {u"keys show"_s, u"ID"_s, u"One key."_s, 1, 1, {}, showOne(u"keys"_s)},
        {u"keys disable"_s,
         u"ID"_s,
         u"Refuses a key from now on."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"disable"_s)},
        {u"keys enable"_s,
         u"ID"_s,
         u"Accepts a disabled key again."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"enable"_s)},
        {u"keys rotate"_s,
         u"ID [--overlap 24h]"_s,
         u"Gives a key a new text; the old one stays valid for the overlap."_s,
         1,
         1,
         {u"overlap="_s},
         rotateKey},
        {u"keys delete"_s, u"ID"_s, u"Deletes a key."_s, 1, 1, {}, removeOne(u"keys"_s)},
        {u"keys restore"_s,
         u"ID"_s,
         u"Takes back the deletion of a key, for 30 days."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"restore"_s)},
        {u"requests list"_s, u"[--filter F] [--since 2h] [--until T]"_s,
         u"Requests, newest first."_s, 0, 0,
         listOptions + QStringList{u"filter="_s, u"since="_s, u"until="_s}, listRequests},
        {u"requests show"_s,
         u"ID"_s,
         u"One request with attempts, cost lines and decision."_s,
         1,
         1,
         {},
         showOne(u"requests"_s)},
        {u"usage"_s,
         u"[--since 30d] [--until T] [--by provider,team,key,route,model,day]"_s,
         u"Tokens and money, summed."_s,
         0,
         0,
         {u"since="_s, u"until="_s, u"by="_s},
         usage},
        {u"prices list"_s,
         {},
         u"Prices of the models that can be called."_s,
         0,
         0,
         listOptions,
         listAll(u"/prices"_s,
                 {{u"provider"_s, u"PROVIDER"_s},
                  {u"model"_s, u"MODEL"_s},
                  {u"input_nano_per_mtok"_s, u"INPUT NANO/MTOK"_s},
                  {u"output_nano_per_mtok"_s, u"OUTPUT NANO/MTOK"_s},
                  {u"version"_s, u"SOURCE"_s}})},
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
         u"Restores a backup: at the next start, or now when no gateway runs."_s,
         1,
         1,
         {},
         [](Session &session) {
             const QString path = QFileInfo(session.invocation().words.first()).absoluteFilePath();
             session.show(session.client().post(u"/backups/restore"_s, {{u"path"_s, path}}));
         }},
        {u"backups list"_s,
         {},
         u"The backups that are there."_s,
         0,
         0,
         listOptions,
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
        {u"audit list"_s,
         {},
         u"Every administrative change."_s,
         0,
         0,
         listOptions,
         listAll(u"/audit"_s,
                 {{u"seq"_s, u"SEQ"_s},
                  {u"time"_s, u"TIME"_s},
                  {u"who"_s, u"WHO"_s},
                  {u"action"_s, u"ACTION"_s},
                  {u"object"_s, u"OBJECT"_s}})},
        {u"audit verify"_s,
         {},
         u"Checks the chain of audit records."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().post(u"/audit/verify"_s)); }},
    };
    return all;
}

const Command *findCommand(const QStringList &words)
{
    for (const Command &command : commands()) {
        const QStringList own = command.name.split(u' ');
        if (words.first(std::min(words.size(), own.size())) == own)
            return &command;
    }
    return nullptr;
}

} // namespace Gatehouse::Ctl
