// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

Error noRoute(const QString &id)
{
    return {ErrorCode::NotFound, u"there is no route '%1'"_s.arg(id)};
}

//! The route of a body, checked by itself; its references are checked with the whole document.
std::optional<Api::Route> readRoute(const AdminRequest &request, const Responder &responder)
{
    QJsonObject body = request.body;
    body.remove(u"reason"_s);
    if (request.path.size() > 1)
        body.insert(u"id"_s, request.id());
    Api::Findings findings;
    Api::Route route = Api::routeFromJson(body, {}, findings);
    if (!Api::hasErrors(findings))
        findings += Api::validate(route);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return std::nullopt;
    }
    return route;
}

void createRoute(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto route = readRoute(request, responder);
    if (!route)
        return;
    const auto outcome = services.configuration.edit(
        [&route](Api::Document &document) -> Result<void> {
            if (std::ranges::find(document.routes, route->id, &Api::Route::id)
                != document.routes.end())
                return Error{ErrorCode::AlreadyExists,
                             u"there is a route '%1' already"_s.arg(route->id), u"id"_s};
            document.routes.append(*route);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, route->id}}, 201);
}

void replaceRoute(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto route = readRoute(request, responder);
    if (!route)
        return;
    const auto outcome = services.configuration.edit(
        [&route](Api::Document &document) -> Result<void> {
            const auto it = std::ranges::find(document.routes, route->id, &Api::Route::id);
            if (it == document.routes.end())
                return noRoute(route->id);
            *it = *route;
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, route->id}});
}

void removeRoute(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    const auto outcome = services.configuration.edit(
        [&id](Api::Document &document) -> Result<void> {
            if (document.routes.removeIf([&id](const Api::Route &route) { return route.id == id; })
                == 0)
                return noRoute(id);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, id}});
}

//! The routes of a draft that a body brings along, checked with the rest of the document.
Result<std::optional<QList<Api::Route>>> readDraft(const Services &services,
                                                   const QJsonObject &body)
{
    if (!body.contains("routes"_L1))
        return std::optional<QList<Api::Route>>();
    Api::Document document = services.configuration.document();
    document.routes.clear();
    Api::Findings findings;
    const QJsonArray routes = body.value("routes"_L1).toArray();
    for (qsizetype i = 0; i < routes.size(); ++i)
        document.routes.append(
            Api::routeFromJson(routes.at(i).toObject(), u"routes[%1]"_s.arg(i), findings));
    if (!Api::hasErrors(findings))
        findings += Api::validate(document);
    for (const Api::Finding &finding : std::as_const(findings)) {
        if (finding.severity == Api::Severity::Error)
            return Error{ErrorCode::InvalidArgument, finding.message, finding.path};
    }
    return std::optional(document.routes);
}

void explain(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QJsonObject body = request.body.value("body"_L1).toObject();
    if (body.isEmpty()) {
        responder.fail(Error{ErrorCode::InvalidArgument, u"send the client's request as \"body\""_s,
                             u"body"_s});
        return;
    }
    const QString path = request.body.value("path"_L1).toString(u"/v1/chat/completions"_s);
    const auto draft = readDraft(services, request.body);
    if (!draft) {
        responder.fail(draft.error());
        return;
    }
    responder.answer(services.explain({.key = request.body.value("key"_L1).toString(),
                                       .path = path.toLatin1(),
                                       .body = compactJson(body),
                                       .headers = request.body.value("headers"_L1).toObject(),
                                       .routes = *draft}));
}

//! {"targets":[{…,"name"}],…}: see RouteReport. A route that is no more may still have traffic.
void showTraffic(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    QString canary;
    for (const Api::Route &route : services.configuration.document().routes)
        if (route.id == request.id() && route.canary)
            canary = u"%1/%2"_s.arg(route.canary->target.provider, route.canary->target.model);
    services.queries.ask(
        [route = request.id(), canary,
         span =
             Ledger::ReportSpan{request.parameter(u"range"_s, u"24h"_s), span->since, span->until}](
            Ledger::LedgerReader &reader) { return reader.routeTraffic(route, span, canary); },
        [&services, responder](const Result<QJsonObject> &answer) {
            if (!answer) {
                responder.fail(answer.error());
                return;
            }
            const QHash<QString, QString> names = providerNames(services);
            QJsonArray targets;
            for (const QJsonValue &value : answer->value("targets"_L1).toArray()) {
                QJsonObject target = value.toObject();
                const QString provider = target.value("provider"_L1).toString();
                target.insert(u"name"_s, names.value(provider, provider));
                targets.append(target);
            }
            QJsonObject traffic = *answer;
            traffic.insert(u"targets"_s, targets);
            responder.reply(traffic);
        });
}

} // namespace

void addRouteRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/routes"_s, [&services](const AdminRequest &, const Responder &responder) {
        QJsonArray items;
        for (const Api::Route &route : services.configuration.document().routes)
            items.append(Api::toJson(route, Api::Defaults::Written));
        responder.reply(listJson(items));
    });
    router.add("POST", u"/routes"_s, bind(createRoute));
    router.add("GET", u"/routes/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   const auto &routes = services.configuration.document().routes;
                   const auto it = std::ranges::find(routes, request.id(), &Api::Route::id);
                   if (it == routes.end())
                       responder.fail(noRoute(request.id()));
                   else
                       responder.reply(Api::toJson(*it, Api::Defaults::Written), 200,
                                       services.configuration.revision());
               });
    router.add("PUT", u"/routes/{id}"_s, bind(replaceRoute));
    router.add("DELETE", u"/routes/{id}"_s, bind(removeRoute));
    router.add("GET", u"/routes/{id}/traffic"_s, bind(showTraffic));
    router.add("POST", u"/explain"_s, bind(explain));
    router.add("GET", u"/models"_s, [&services](const AdminRequest &, const Responder &responder) {
        responder.reply(listJson(services.models()));
    });
}

} // namespace Gatehouse::Admin
