// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

//! Adds to a provider's figures from the books what only the running engine knows.
QJsonObject withLiveState(const Services &services, const Api::Provider &provider,
                          QJsonObject figures)
{
    Config::Provider compiled;
    compiled.document = provider;
    compiled.id = provider.id.toUtf8();
    const Routing::HealthReport report = services.live.health(compiled, services.clock.steady());
    figures.insert(u"id"_s, provider.id);
    figures.insert(u"name"_s, provider.name.isEmpty() ? provider.id : provider.name);
    figures.insert(u"dialect"_s, provider.dialect);
    figures.insert(u"region"_s, QJsonArray::fromStringList(provider.region));
    figures.insert(u"health"_s, QString::fromLatin1(Routing::healthName(report.health)));
    figures.insert(u"health_source"_s, report.source);
    if (!figures.contains("requests"_L1))
        figures.insert(u"requests"_s, 0);
    return figures;
}

//! What the whole gateway may spend in a month.
std::optional<qint64> monthlyBudget(const Api::Document &document)
{
    for (const Api::Budget &budget : document.budgets)
        if (budget.scope == "gateway"_L1 && budget.period == "month"_L1 && budget.limit)
            return budget.limit;
    return std::nullopt;
}

void complete(const Services &services, QJsonObject &overview)
{
    QHash<QString, QJsonObject> figures;
    for (const QJsonValue &row : overview.value("providers"_L1).toArray())
        figures.insert(row.toObject().value("id"_L1).toString(), row.toObject());
    QJsonArray providers;
    QHash<QString, QString> names;
    for (const Api::Provider &provider : services.configuration.document().providers) {
        providers.append(withLiveState(services, provider, figures.value(provider.id)));
        names.insert(provider.id, provider.name.isEmpty() ? provider.id : provider.name);
    }
    overview.insert(u"providers"_s, providers);
    overview.insert(u"has_providers"_s, !providers.isEmpty());

    QJsonObject spend = overview.value("spend"_L1).toObject();
    if (spend.value("by"_L1).toString() == "provider"_L1) {
        QJsonArray series = spend.value("series"_L1).toArray();
        for (qsizetype i = 0; i < series.size(); ++i) {
            QJsonObject one = series.at(i).toObject();
            const QString id = one.value("id"_L1).toString();
            one.insert(u"name"_s, names.value(id, id));
            series.replace(i, one);
        }
        spend.insert(u"series"_s, series);
        overview.insert(u"spend"_s, spend);
    }
    QJsonObject month = overview.value("spend_month"_L1).toObject();
    if (const std::optional<qint64> budget = monthlyBudget(services.configuration.document())) {
        month.insert(u"budget_nano_usd"_s, *budget);
        overview.insert(u"spend_month"_s, month);
    }
    const QJsonObject status = services.status();
    QJsonObject requests = overview.value("requests"_L1).toObject();
    requests.insert(u"per_second"_s, status.value("requests_per_second"_L1));
    overview.insert(u"requests"_s, requests);
    overview.insert(u"events"_s, services.recentEvents());
    overview.insert(u"problems"_s, status.value("problems"_L1));
}

void show(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    Ledger::LedgerReader::OverviewQuery query;
    query.range = request.parameter(u"range"_s, query.range);
    query.spendBy = request.parameter(u"spend_by"_s, query.spendBy);
    query.route = request.parameter(u"route"_s);
    query.since = span->since;
    query.until = span->until;
    services.queries.ask([query](Ledger::LedgerReader &reader) { return reader.overview(query); },
                         [&services, responder](const Result<QJsonObject> &answer) {
                             if (!answer) {
                                 responder.fail(answer.error());
                                 return;
                             }
                             QJsonObject overview = *answer;
                             complete(services, overview);
                             responder.reply(overview);
                         });
}

} // namespace

void addOverviewRoutes(Router &router, Services &services)
{
    router.add("GET", u"/overview"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   show(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
