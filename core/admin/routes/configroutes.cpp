// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/config/difference.h"
#include "core/config/loader.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

void insertFound(QJsonObject &answer, const std::vector<Config::Difference> &found)
{
    QJsonArray lines;
    for (const Config::Difference &difference : found)
        lines.append(difference.sentence);
    answer.insert(u"diff"_s, lines);
    answer.insert(u"changes"_s, Config::toJson(found));
}

} // namespace

void insertDifferences(QJsonObject &answer, const Api::Document &before, const Api::Document &after)
{
    insertFound(answer, Config::differences(before, after));
}

namespace {

void check(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Config::LoadedDocument> loaded = readDocument(request.body);
    if (!loaded) {
        responder.fail(loaded.error());
        return;
    }
    QJsonObject answer{{u"findings"_s, findingsJson(loaded->findings)}};
    if (!Api::hasErrors(loaded->findings))
        insertDifferences(answer, services.configuration.document(), loaded->document);
    responder.reply(answer);
}

//! {"file": …, "lines": {"gateway.listen": 12}}: where the managing file sets what; null without
//! one.
void lines(Services &services, const AdminRequest &, const Responder &responder)
{
    const QString file = services.configuration.managedBy();
    if (file.isEmpty()) {
        responder.reply({{u"file"_s, QJsonValue::Null}, {u"lines"_s, QJsonObject()}});
        return;
    }
    services.queries.run(
        [file]() -> Result<QJsonObject> {
            const auto found = Config::linesOf(file);
            if (!found)
                return found.error();
            QJsonObject all;
            for (auto it = found->cbegin(); it != found->cend(); ++it)
                all.insert(it.key(), it.value());
            return QJsonObject{{u"file"_s, file}, {u"lines"_s, all}};
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void apply(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Config::LoadedDocument> loaded = readDocument(request.body);
    if (!loaded) {
        responder.fail(loaded.error());
        return;
    }
    if (Api::hasErrors(loaded->findings)) {
        responder.fail(loaded->findings);
        return;
    }
    QJsonObject answer{{u"findings"_s, findingsJson(loaded->findings)}};
    if (request.body.value("dry_run"_L1).toBool()) {
        insertDifferences(answer, services.configuration.document(), loaded->document);
        answer.insert(u"revision"_s, services.configuration.revision());
        responder.reply(answer);
        return;
    }
    Config::ChangeInfo info = changeInfo(request);
    info.isChecked = true;
    const Config::ChangeOutcome outcome = services.configuration.replace(loaded->document, info);
    if (outcome.succeeded())
        insertFound(answer, outcome.differences);
    answerChange(responder, services, outcome, answer);
}

QJsonObject revisionJson(const Config::Revision &revision)
{
    return {{u"revision"_s, revision.number},
            {u"time"_s, revision.time.toUTC().toString(Qt::ISODateWithMs)},
            {u"who"_s, revision.who},
            {u"source"_s, revision.source},
            {u"reason"_s, revision.reason},
            {u"summary"_s, revision.summary},
            {u"changes"_s, revision.changes},
            {u"changed"_s, qint64(revision.changed)}};
}

void listRevisions(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
    const Result<int> before = request.number(u"cursor"_s, 0, 0, std::numeric_limits<int>::max());
    if (!limit || !before) {
        responder.fail(limit ? before.error() : limit.error());
        return;
    }
    const auto revisions = services.configuration.revisions().list(*limit, *before);
    if (!revisions) {
        responder.fail(revisions.error());
        return;
    }
    QJsonArray items;
    for (const Config::Revision &revision : *revisions)
        items.append(revisionJson(revision));
    const bool more = static_cast<int>(revisions->size()) == *limit && !revisions->empty()
        && revisions->back().number > 1;
    responder.reply(listJson(items, more ? QString::number(revisions->back().number) : QString()));
}

Result<Config::Revision> findRevision(Services &services, const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok)
        return Error{ErrorCode::InvalidArgument, u"'%1' is no revision number"_s.arg(text),
                     u"revision"_s};
    return services.configuration.revisions().show(number);
}

void showRevision(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Config::Revision> revision = findRevision(services, request.id());
    if (!revision) {
        responder.fail(revision.error());
        return;
    }
    QJsonObject answer = revisionJson(*revision);
    answer.insert(u"document"_s, Api::toJson(revision->document));
    responder.reply(answer);
}

void difference(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Config::Revision> from = findRevision(services, request.parameter(u"from"_s));
    const Result<Config::Revision> to = findRevision(
        services, request.parameter(u"to"_s, QString::number(services.configuration.revision())));
    if (!from || !to) {
        responder.fail(from ? to.error() : from.error());
        return;
    }
    responder.reply(
        {{u"diff"_s, Config::toJson(Config::differences(from->document, to->document))}});
}

void restore(Services &services, const AdminRequest &request, const Responder &responder)
{
    bool ok = false;
    const qint64 number = request.id().toLongLong(&ok);
    if (!ok) {
        responder.fail(
            Error{ErrorCode::InvalidArgument, u"'%1' is no revision number"_s.arg(request.id())});
        return;
    }
    answerChange(responder, services, services.configuration.restore(number, changeInfo(request)));
}

} // namespace

Result<Config::LoadedDocument> readDocument(const QJsonObject &body)
{
    if (body.contains("text"_L1)) {
        const bool json = body.value("format"_L1).toString() == "json"_L1;
        return Config::loadDocument(body.value("text"_L1).toString().toUtf8(),
                                    json ? Config::Format::Json : Config::Format::Yaml);
    }
    if (!body.value("document"_L1).isObject())
        return Error{ErrorCode::InvalidArgument,
                     u"send the configuration as \"document\" or \"text\""_s, u"document"_s};
    Config::LoadedDocument loaded;
    loaded.document = Api::documentFromJson(body.value("document"_L1).toObject(), loaded.findings);
    if (!Api::hasErrors(loaded.findings))
        loaded.findings += Api::validate(loaded.document);
    return loaded;
}

void addConfigRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/config"_s, [&services](const AdminRequest &, const Responder &responder) {
        const qint64 revision = services.configuration.revision();
        responder.reply({{u"document"_s, Api::toJson(services.configuration.document())},
                         {u"revision"_s, revision}},
                        200, revision);
    });
    router.add("GET", u"/config/lines"_s, bind(lines));
    router.add("PUT", u"/config"_s, bind(apply));
    router.add("POST", u"/config/check"_s, bind(check));
    router.add("POST", u"/config/apply"_s, bind(apply));
    router.add("GET", u"/revisions"_s, bind(listRevisions));
    router.add("GET", u"/revisions/diff"_s, bind(difference));
    router.add("GET", u"/revisions/{revision}"_s, bind(showRevision));
    router.add("POST", u"/revisions/{revision}/restore"_s, bind(restore));
}

} // namespace Gatehouse::Admin
