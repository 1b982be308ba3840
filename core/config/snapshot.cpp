// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/snapshot.h"

#include "core/api/documents/dialects.h"
#include "core/config/farewell.h"

#include <QtCore/QDateTime>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

namespace {

//! A document that passed its checks names a dialect there is.
const Dialects::Quirks *quirksOf(const Api::Provider &document, const Address &address)
{
    const Dialects::Quirks *const named =
        Dialects::quirksFor(document.dialect.toLatin1(), address.host, document.api.toLatin1());
    return named ? named : &Dialects::allQuirks().front();
}

Strategy strategyOf(const QString &name)
{
    static const QHash<QString, Strategy> strategies{
        {u"priority"_s, Strategy::Priority},
        {u"weighted"_s, Strategy::Weighted},
        {u"least_busy"_s, Strategy::LeastBusy},
        {u"fastest"_s, Strategy::Fastest},
        {u"cheapest"_s, Strategy::Cheapest},
        {u"sticky"_s, Strategy::Sticky},
        {u"prefix_affinity"_s, Strategy::PrefixAffinity},
    };
    return strategies.value(name, Strategy::Priority);
}

std::unique_ptr<Provider> compileProvider(const Api::Provider &document, int index)
{
    auto provider = std::make_unique<Provider>();
    provider->index = index;
    provider->document = document;
    provider->id = document.id.toUtf8();
    provider->address = parseAddress(Api::addressOf(document)).value_or(Address{});
    provider->quirks = quirksOf(document, provider->address);
    provider->proxy = parseAddress(document.proxy);
    return provider;
}

std::unique_ptr<const Route> directRoute(const Provider &provider, const QString &model)
{
    auto route = std::make_unique<Route>();
    route->id = provider.id + '/' + model.toUtf8();
    route->targets.push_back({.provider = &provider, .model = model.toUtf8()});
    route->direct = true;
    return route;
}

void compileRetry(const Api::RetryPolicy &policy, Route &route)
{
    route.retry = policy;
    route.retryConnect = policy.on.contains("connect"_L1);
    route.retryTimeout = policy.on.contains("timeout"_L1);
    route.retryRateLimited = policy.on.contains("429"_L1);
    route.retryServerError = policy.on.contains("5xx"_L1);
}

StickyBy stickyByOf(const QString &name)
{
    if (name == "session"_L1)
        return StickyBy::Session;
    if (name == "key"_L1)
        return StickyBy::Key;
    return name == "team"_L1 ? StickyBy::Team : StickyBy::SessionOrKey;
}

Target compileTarget(const Api::RouteTarget &document, const Provider &provider)
{
    Target target{.provider = &provider,
                  .model = document.model.toUtf8(),
                  .weight = document.weight,
                  .contextTokens = document.contextTokens,
                  .pinned = document.pinned};
    for (const QString &tag : document.tags)
        target.tags.push_back(tag.toUtf8());
    return target;
}

void compileCanary(const Api::Route &document, const Snapshot &snapshot, Route &route)
{
    if (!document.canary)
        return;
    const Api::ModelReference &model = document.canary->target;
    const Provider *const provider = snapshot.provider(model.provider.toUtf8());
    if (provider)
        route.canary = Canary{.policy = *document.canary,
                              .target = {.provider = provider, .model = model.model.toUtf8()}};
}

bool servesCallers(const Api::Document &document, const QString &provider)
{
    return std::ranges::any_of(document.routes, [&](const Api::Route &route) {
        const bool isTarget = std::ranges::any_of(
            route.targets, [&](const auto &target) { return target.provider == provider; });
        return isTarget || (route.canary && route.canary->target.provider == provider);
    });
}

void compileShadow(const Api::Route &document, const Snapshot &snapshot, Route &route)
{
    if (!document.shadow)
        return;
    const Api::ModelReference &model = document.shadow->target;
    const Provider *const provider = snapshot.provider(model.provider.toUtf8());
    if (provider)
        route.shadow = Shadow{.policy = *document.shadow,
                              .target = {.provider = provider, .model = model.model.toUtf8()},
                              .isAlone = !servesCallers(snapshot.document, model.provider)};
}

std::unique_ptr<Route> compileRoute(const Api::Route &document, const Snapshot &snapshot)
{
    auto route = std::make_unique<Route>();
    route->id = document.id.toUtf8();
    route->strategy = strategyOf(document.strategy);
    route->residency = document.residency;
    compileRetry(document.retry, *route);
    route->maxWait = document.maxWait;
    route->totalTime = document.totalTime;
    route->hedge = document.hedge;
    route->slowStream = document.slowStream;
    for (const Api::RouteTarget &target : document.targets) {
        if (const Provider *provider = snapshot.provider(target.provider.toUtf8()))
            route->targets.push_back(compileTarget(target, *provider));
    }
    for (const Api::RouteRule &rule : document.rules)
        route->rules.push_back(compileRule(rule, int(route->rules.size()) + 1));
    route->promptLimit = document.promptLimit;
    route->stickyBy = stickyByOf(document.stickyBy);
    route->parameters = Dialects::ParameterSet(document.set);
    compileCanary(document, snapshot, *route);
    compileShadow(document, snapshot, *route);
    return route;
}

//! The key of a hash lookup without a copy of \a text; must not outlive it.
QByteArray borrowed(QByteArrayView text)
{
    return QByteArray::fromRawData(text.data(), text.size());
}

void addDirectRoutes(Snapshot &snapshot, const QHash<QString, QStringList> &discovered)
{
    for (const auto &provider : snapshot.providers) {
        const Api::Provider &document = provider->document;
        if (document.paused)
            continue;
        const QStringList models =
            document.models.isEmpty() ? discovered.value(document.id) : document.models;
        for (const QString &model : models) {
            auto route = directRoute(*provider, model);
            if (snapshot.routesByName.contains(route->id))
                continue;
            snapshot.routesByName.insert(route->id, route.get());
            snapshot.directRoutes.push_back(std::move(route));
        }
    }
}

std::vector<std::unique_ptr<Route>> compileRoutes(Snapshot &snapshot)
{
    std::vector<std::unique_ptr<Route>> routes;
    routes.reserve(size_t(snapshot.document.routes.size()));
    for (const Api::Route &document : snapshot.document.routes) {
        routes.push_back(compileRoute(document, snapshot));
        snapshot.routesByName.insert(routes.back()->id, routes.back().get());
    }
    return routes;
}

//! The first moment of \a day in \a zone.
WallTime dayBegins(const QString &day, const QTimeZone &zone)
{
    const QDateTime begin = QDate::fromString(day, Qt::ISODate).startOfDay(zone);
    return WallTime(std::chrono::milliseconds(begin.toMSecsSinceEpoch()));
}

//! What is said of the end of \a route, and where its requests go then.
void retire(Route &route, const Api::Retirement &document, const Snapshot &snapshot)
{
    route.lastNotice = document.notice.toUtf8();
    if (document.date.isEmpty())
        return;
    const WallTime end = dayBegins(document.date, snapshot.reportingZone);
    route.farewell = farewellFields(end, document.route.toUtf8());
    if (document.route.isEmpty())
        return;
    route.successor = snapshot.route(document.route.toUtf8());
    route.retiredFrom = end;
}

//! What leads from \a route to others; they may stand further down in the document.
void linkRoute(Route &route, const Api::Route &document, const Snapshot &snapshot)
{
    for (const QString &id : document.fallback) {
        if (const Route *fallback = snapshot.route(id.toUtf8()))
            route.fallback.push_back(fallback);
    }
    for (std::size_t i = 0; i < route.rules.size(); ++i) {
        const QString &id = document.rules[qsizetype(i)].route;
        if (id.isEmpty())
            continue;
        route.rules[i].route = snapshot.route(id.toUtf8());
        if (!route.rules[i].route) // a name that only a provider may know; never passed over
            route.rules[i].deny = "The route this request belongs to does not exist.";
    }
    if (document.retire)
        retire(route, *document.retire, snapshot);
}

QTimeZone zoneOf(const Api::GatewaySettings &settings)
{
    const QTimeZone zone = settings.reportingTimeZone.isEmpty()
        ? QTimeZone::systemTimeZone()
        : QTimeZone(settings.reportingTimeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

std::optional<Address> parseAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return std::nullopt;
    Address address;
    address.tls = url.scheme() != "http"_L1;
    address.host = url.host(QUrl::FullyEncoded).toLower().toLatin1();
    address.port = static_cast<quint16>(url.port(address.tls ? 443 : 80));
    address.basePath = url.path(QUrl::FullyEncoded).toLatin1();
    while (address.basePath.endsWith('/'))
        address.basePath.chop(1);
    return address;
}

std::shared_ptr<const Snapshot> Snapshot::compile(const Api::Document &document, qint64 revision,
                                                  const QHash<QString, QStringList> &discovered)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->revision = revision;
    snapshot->document = document;
    for (const Api::Provider &provider : document.providers) {
        auto compiled = compileProvider(provider, static_cast<int>(snapshot->providers.size()));
        snapshot->providersById.insert(compiled->id, compiled.get());
        snapshot->providers.push_back(std::move(compiled));
    }
    snapshot->reportingZone = zoneOf(document.gateway);
    auto routes = compileRoutes(*snapshot);
    addDirectRoutes(*snapshot, discovered);
    for (std::size_t i = 0; i < routes.size(); ++i)
        linkRoute(*routes[i], document.routes[qsizetype(i)], *snapshot);
    std::move(routes.begin(), routes.end(), std::back_inserter(snapshot->routes));
    return snapshot;
}

const Route *Snapshot::route(QByteArrayView name) const
{
    return routesByName.value(borrowed(name), nullptr);
}

const Provider *Snapshot::providerOf(QByteArrayView directName) const
{
    const qsizetype slash = directName.indexOf('/');
    return slash <= 0 ? nullptr : provider(directName.first(slash));
}

const Provider *Snapshot::provider(QByteArrayView id) const
{
    return providersById.value(borrowed(id), nullptr);
}

} // namespace Gatehouse::Config
