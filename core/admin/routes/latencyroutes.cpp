// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/reportgaps.h"
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QJsonArray withNames(const QJsonArray &rows, const QHash<QString, QString> &names)
{
    QJsonArray named;
    for (const QJsonValue &value : rows) {
        QJsonObject row = value.toObject();
        const QString id = row.value("id"_L1).toString();
        row.insert(u"name"_s, names.value(id, id));
        named.append(row);
    }
    return named;
}

void show(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    Ledger::LatencyQuery query;
    query.span = {request.parameter(u"range"_s, query.span.name), span->since, span->until};
    query.measure = request.parameter(u"measure"_s, query.measure);
    query.by = request.parameter(u"by"_s, query.by);
    query.streamed = request.parameter(u"streamed"_s, query.streamed);
    query.cacheHits = request.parameter(u"cache"_s, u"exclude"_s) == "include"_L1;
    query.provider = request.parameter(u"provider"_s);
    query.model = request.parameter(u"model"_s);
    query.route = request.parameter(u"route"_s);
    services.queries.ask([query](Ledger::LedgerReader &reader) { return reader.latency(query); },
                         [&services, responder, by = query.by](const Result<QJsonObject> &answer) {
                             if (!answer) {
                                 responder.fail(answer.error());
                                 return;
                             }
                             QHash<QString, QString> names;
                             if (by == "provider"_L1)
                                 names = providerNames(services);
                             QJsonObject latency = *answer;
                             for (const QString &list : {u"groups"_s, u"table"_s})
                                 latency.insert(list,
                                                withNames(latency.value(list).toArray(), names));
                             responder.reply(withGaps(services, latency));
                         });
}

} // namespace

QHash<QString, QString> providerNames(const Services &services)
{
    QHash<QString, QString> names;
    for (const Api::Provider &provider : services.configuration.document().providers)
        names.insert(provider.id, provider.name.isEmpty() ? provider.id : provider.name);
    return names;
}

void addLatencyRoutes(Router &router, Services &services)
{
    router.add("GET", u"/latency"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   show(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
