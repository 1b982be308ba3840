// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/headroomjson.h"
#include "core/admin/routes/reportgaps.h"
#include "core/admin/routes/routes.h"

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Ledger::BreakerChange;

WallTime momentOf(const QJsonValue &iso)
{
    const QDateTime time = QDateTime::fromString(iso.toString(), Qt::ISODateWithMs);
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QStringList namesOf(const Api::Document &document, const QString &kind)
{
    QSet<QString> names;
    for (const Api::Route &route : document.routes) {
        if (kind == "route"_L1)
            names.insert(route.id);
        for (const Api::RouteTarget &target : route.targets) {
            if (kind == "model"_L1)
                names.insert(target.model);
        }
    }
    for (const Api::Provider &provider : document.providers) {
        if (kind == "provider"_L1)
            names.insert(provider.id);
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

QString breakerNow(const Services &services, const QString &provider, const QString &model)
{
    const Api::Provider *document = findProvider(services, provider);
    if (document && document->paused)
        return u"paused"_s;
    const Routing::BreakerReport report =
        services.live.target(provider.toUtf8(), model.toUtf8()).report(services.clock.steady());
    return QString::fromLatin1(Routing::breakerStateName(report.state));
}

//! What the breaker of a target did, its whole provider's pauses among it; oldest first.
QJsonArray changesOf(const std::vector<BreakerChange> &changes, const QString &provider,
                     const QString &model)
{
    QJsonArray rows;
    for (const BreakerChange &change : changes) {
        if (change.provider == provider && (change.model == model || change.model.isEmpty()))
            rows.append(QJsonObject{{u"time"_s, isoText(change.time)}, {u"state"_s, change.state}});
    }
    return rows;
}

//! Every target that a route has or that was tried: how often, and its breaker.
QJsonArray breakersJson(const Services &services, const QJsonArray &tried,
                        const std::vector<BreakerChange> &changes)
{
    std::map<std::pair<QString, QString>, QJsonArray> targets;
    for (const Api::Route &route : services.configuration.document().routes) {
        for (const Api::RouteTarget &target : route.targets)
            targets[{target.provider, target.model}] = {};
    }
    for (const QJsonValue &value : tried) {
        const QJsonObject row = value.toObject();
        targets[{row.value("provider"_L1).toString(), row.value("model"_L1).toString()}] =
            row.value("attempts"_L1).toArray();
    }
    const QHash<QString, QString> names = providerNames(services);
    QJsonArray rows;
    for (const auto &[target, attempts] : targets) {
        const auto &[provider, model] = target;
        if (!findProvider(services, provider))
            continue; // of the past: nothing can be done to it
        rows.append(QJsonObject{{u"id"_s, QString(provider + u'/' + model)},
                                {u"provider"_s, provider},
                                {u"provider_name"_s, names.value(provider, provider)},
                                {u"model"_s, model},
                                {u"state"_s, breakerNow(services, provider, model)},
                                {u"attempts"_s, attempts},
                                {u"changes"_s, changesOf(changes, provider, model)}});
    }
    return rows;
}

//! Adds to an incident what only gatehouse.db knows: openings of breakers, who has seen it.
QJsonObject completed(const Services &services, QJsonObject incident,
                      const std::vector<BreakerChange> &changes)
{
    const WallTime from = momentOf(incident.value("start"_L1));
    const WallTime to = incident.value("end"_L1).isNull() ? services.clock.wall()
                                                          : momentOf(incident.value("end"_L1));
    const QString provider = incident.value("provider"_L1).toString();
    const auto opened = std::ranges::count_if(changes, [&](const BreakerChange &change) {
        return change.provider == provider && change.state == "open"_L1 && change.time >= from
            && change.time <= to;
    });
    incident.insert(u"breaker_opened"_s, static_cast<qint64>(opened));
    incident.insert(u"provider_name"_s, providerNames(services).value(provider, provider));
    const auto seen = services.reliability.acknowledgement(incident.value("id"_L1).toString());
    const bool acknowledged = seen && *seen;
    incident.insert(u"acknowledged"_s,
                    acknowledged ? QJsonValue(
                        QJsonObject{{u"who"_s, (*seen)->who}, {u"time"_s, isoText((*seen)->time)}})
                                 : QJsonValue());
    return incident;
}

QJsonArray namedObjectives(const Services &services, const QJsonArray &objectives)
{
    const QHash<QString, QString> names = providerNames(services);
    QJsonArray named;
    for (const QJsonValue &value : objectives) {
        QJsonObject row = value.toObject();
        const QString name = row.value("name"_L1).toString();
        const bool provider = row.value("kind"_L1).toString() == "provider"_L1;
        row.insert(u"title"_s, provider ? names.value(name, name) : name);
        named.append(row);
    }
    return named;
}

void complete(const Services &services, QJsonObject &answer)
{
    const auto read = services.reliability.breakerChanges(momentOf(answer.value("from"_L1)),
                                                          services.clock.wall());
    const std::vector<BreakerChange> changes = read ? *read : std::vector<BreakerChange>();
    answer.insert(u"breakers"_s,
                  breakersJson(services, answer.take(u"targets"_s).toArray(), changes));
    QJsonArray incidents;
    for (const QJsonValue &incident : answer.value("incidents"_L1).toArray())
        incidents.append(completed(services, incident.toObject(), changes));
    answer.insert(u"incidents"_s, incidents);
    answer.insert(u"headroom"_s, headroomJson(services));
    answer.insert(u"objectives"_s,
                  namedObjectives(services, answer.value("objectives"_L1).toArray()));
}

void show(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request);
    const auto objectives = services.reliability.objectives();
    if (!span || !objectives) {
        responder.fail(span ? objectives.error() : span.error());
        return;
    }
    Ledger::ReliabilityQuery query;
    query.span = {request.parameter(u"range"_s, query.span.name), span->since, span->until};
    query.by = request.parameter(u"by"_s, query.by);
    query.count = request.parameter(u"count"_s, query.count);
    query.callerMistakes = request.parameter(u"mistakes"_s) == "1"_L1;
    query.incidents = request.parameter(u"incidents"_s) != "0"_L1;
    query.names = namesOf(services.configuration.document(), query.by);
    query.objectives = *objectives;
    services.queries.ask(
        [query](Ledger::LedgerReader &reader) { return reader.reliability(query); },
        [&services, responder](const Result<QJsonObject> &answer) {
            if (!answer) {
                responder.fail(answer.error());
                return;
            }
            QJsonObject reliability = *answer;
            complete(services, reliability);
            responder.reply(withGaps(services, reliability));
        });
}

//! The objective or incident of a path. Clients encode an id that holds a slash (a model's) before
//! the path is encoded, so it is decoded a second time.
QString namedObject(const AdminRequest &request)
{
    return QUrl::fromPercentEncoding(request.path.value(2).toUtf8());
}

//! "route:fast" as {"route", "fast"}; the name may hold colons of its own.
Ledger::Objective objectiveOf(const QString &id)
{
    return {.kind = id.section(u':', 0, 0), .name = id.section(u':', 1)};
}

QString objectiveText(const Ledger::Objective &objective)
{
    return u"%1 over %2 days"_s.arg(objective.target).arg(objective.days);
}

//! As it stands in an audit record; empty when none was set.
QString objectiveNow(Services &services, const Ledger::Objective &wanted)
{
    const auto all = services.reliability.objectives();
    if (!all)
        return {};
    for (const Ledger::Objective &one : *all) {
        if (one.id() == wanted.id())
            return objectiveText(one);
    }
    return {};
}

void setObjective(Services &services, const AdminRequest &request, const Responder &responder)
{
    Ledger::Objective objective = objectiveOf(namedObject(request));
    objective.target = request.body.value("target"_L1).toDouble(-1);
    objective.days = request.body.value("days"_L1).toInt(Ledger::Objective::defaultDays);
    const QString before = objectiveNow(services, objective);
    if (const auto set = services.reliability.setObjective(objective); !set) {
        responder.fail(set.error());
        return;
    }
    audit(services, request, u"objective.set"_s, u"objectives."_s + objective.id(),
          objectiveText(objective), before);
    responder.reply(
        {{u"id"_s, objective.id()}, {u"target"_s, objective.target}, {u"days"_s, objective.days}});
}

void removeObjective(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Ledger::Objective objective = objectiveOf(namedObject(request));
    const QString before = objectiveNow(services, objective);
    if (const auto removed = services.reliability.removeObjective(objective.kind, objective.name);
        !removed) {
        responder.fail(removed.error());
        return;
    }
    audit(services, request, u"objective.reset"_s, u"objectives."_s + objective.id(), {}, before);
    responder.reply({{u"id"_s, objective.id()}});
}

void acknowledge(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = namedObject(request);
    if (const auto done =
            services.reliability.acknowledge(id, {request.who, services.clock.wall()});
        !done) {
        responder.fail(done.error());
        return;
    }
    audit(services, request, u"incident.acknowledge"_s, u"incidents."_s + id);
    responder.reply({{u"id"_s, id}});
}

void changeBreaker(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Api::Provider *provider = findProvider(services, request.id());
    if (!provider) {
        responder.fail(noProvider(request.id()));
        return;
    }
    const QString model = request.body.value("model"_L1).toString();
    const QString action = request.body.value("action"_L1).toString();
    if (model.isEmpty()) {
        responder.fail(Error{ErrorCode::InvalidArgument, u"name the model"_s, u"model"_s});
        return;
    }
    const QString before = breakerNow(services, provider->id, model);
    Routing::TargetState &target = services.live.target(provider->id.toUtf8(), model.toUtf8());
    if (action == "reset"_L1) {
        target.reset();
    } else if (action == "hold"_L1) {
        target.hold();
    } else if (action == "release"_L1) {
        target.release();
    } else {
        responder.fail(
            Error{ErrorCode::InvalidArgument, u"use reset, hold or release"_s, u"action"_s});
        return;
    }
    audit(services, request, u"breaker."_s + action, u"providers.%1/%2"_s.arg(provider->id, model),
          breakerNow(services, provider->id, model), before);
    responder.reply({{u"provider"_s, provider->id},
                     {u"model"_s, model},
                     {u"state"_s, breakerNow(services, provider->id, model)}});
}

} // namespace

void addReliabilityRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/reliability"_s, bind(show));
    router.add("PUT", u"/reliability/objectives/{id}"_s, bind(setObjective));
    router.add("DELETE", u"/reliability/objectives/{id}"_s, bind(removeObjective));
    router.add("POST", u"/reliability/incidents/{id}/acknowledge"_s, bind(acknowledge));
    router.add("POST", u"/providers/{id}/breaker"_s, bind(changeBreaker));
}

} // namespace Gatehouse::Admin
