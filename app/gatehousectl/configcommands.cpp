// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about the configuration and its revisions.
#include "app/gatehousectl/commandlists.h"
#include "core/api/documents/documentjson.h"

#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

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

void writeImported(Session &session, const QByteArray &yaml)
{
    const QString name = session.invocation().options.value(u"output-file"_s);
    if (name.isEmpty()) {
        printLine(QString::fromUtf8(yaml).chopped(1)); // it ends a line
        session.finish(ExitCode::Done);
        return;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
        session.fail(ExitCode::Usage, u"%1: %2"_s.arg(name, file.errorString()));
    else
        session.finish(ExitCode::Done);
}

void applyImported(Session &session, const QJsonObject &document, const QString &kind)
{
    const QJsonObject body{{u"document"_s, document},
                           {u"reason"_s, QString(u"imported from "_s + kind)}};
    session.await(
        session.client().post(u"/config/apply"_s, body), [&session](const Api::AdminReply &reply) {
            printError(
                u"revision %1 is in force"_s.arg(reply.body.value("revision"_L1).toInteger()));
            session.finish(ExitCode::Done);
        });
}

//! The configuration goes to standard output or a file, what became of theirs to standard error.
void showImported(Session &session, const QString &kind, const QJsonObject &answer)
{
    const QJsonArray findings = answer.value("findings"_L1).toArray();
    if (session.invocation().format == OutputFormat::Json) {
        printJson(answer);
    } else {
        for (const QJsonValue &value : answer.value("notes"_L1).toArray()) {
            const QString what = value["kind"_L1].toString().replace(u'_', u' ');
            const QString path = value["path"_L1].toString();
            printError(u"%1: %2%3"_s.arg(what, path.isEmpty() ? QString() : QString(path + u": "_s),
                                         value["text"_L1].toString()));
        }
        printFindings(findings);
    }
    const QByteArray yaml = answer.value("yaml"_L1).toString().toUtf8();
    if (session.invocation().has(u"apply"_s))
        applyImported(session, answer.value("document"_L1).toObject(), kind);
    else if (session.invocation().format == OutputFormat::Json
             && !session.invocation().has(u"output-file"_s))
        session.finish(ExitCode::Done);
    else
        writeImported(session, yaml);
}

std::function<void(Session &)> import(const QString &kind)
{
    return [kind](Session &session) {
        const auto text = readFile(session, session.invocation().words.first());
        if (!text)
            return;
        session.await(
            session.client().post(u"/import/"_s + kind, {{u"text"_s, QString::fromUtf8(*text)}}),
            [&session, kind](const Api::AdminReply &reply) {
                showImported(session, kind, reply.body);
            });
    };
}

Command importCommand(const QString &kind, const QString &help)
{
    return {u"import "_s + kind,
            u"FILE [--output-file F | --apply]"_s,
            help,
            1,
            1,
            {u"output-file="_s, u"apply"_s},
            import(kind)};
}

} // namespace

QList<Command> configCommands()
{
    return {
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
        importCommand(u"litellm"_s, u"A configuration of LiteLLM as one of ours."_s),
        importCommand(u"onwards"_s, u"A configuration of Onwards as one of ours."_s),
        {u"revisions list"_s,
         {},
         u"Every state the configuration has had."_s,
         0,
         0,
         listOptions(),
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
    };
}

} // namespace Gatehouse::Ctl
