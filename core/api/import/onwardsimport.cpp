// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/onwardsimport.h"

#include "core/api/import/importsource.h"
#include "core/api/import/providerpool.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

class OnwardsImport
{
public:
    explicit OnwardsImport(const QJsonObject &config)
        : m_config(config, {}, m_report)
        , m_pool(m_report)
    {
    }

    ImportReport run();

private:
    void addRoute(const QString &alias, const QJsonValue &value);
    void addTarget(Route &route, const QString &alias, ImportSource &source);
    void setStrategy(Route &route, ImportSource &source);
    void readFallback(Route &route, ImportSource &pool);
    void readLimits(const QString &scope, ImportSource &source);

    ImportReport m_report;
    ImportSource m_config;
    ProviderPool m_pool;
};

//! Onwards appends the path of the call, "/v1/chat/completions"; addresses here end before the
//! call's own part.
QString addressOfTarget(QString url)
{
    while (url.endsWith(u'/'))
        url.chop(1);
    const bool whole =
        url.isEmpty() || url.endsWith("/v1"_L1) || QUrl(url).host() == "api.anthropic.com"_L1;
    return whole ? url : QString(url + u"/v1"_s);
}

void OnwardsImport::addTarget(Route &route, const QString &alias, ImportSource &source)
{
    ForeignProvider foreign;
    foreign.path = source.path({});
    foreign.provider.baseUrl = addressOfTarget(source.text(u"url"_s));
    const QString host = QUrl(foreign.provider.baseUrl).host();
    foreign.provider.dialect = host == "api.anthropic.com"_L1 ? u"anthropic"_s : u"openai"_s;
    const QStringList labels = host.split(u'.');
    foreign.id = labels.size() > 1 && !host[0].isDigit() ? labels[labels.size() - 2] : host;
    foreign.secret = source.text(u"onwards_key"_s);
    foreign.secretPath = source.path(u"onwards_key"_s);
    const QString model = source.text(u"onwards_model"_s);
    const double weight = source.number(u"weight"_s).value_or(1);
    const auto provider = m_pool.add(foreign);
    if (!provider)
        return;
    route.targets.append({.provider = *provider,
                          .model = model.isEmpty() ? alias : model,
                          .weight = std::min(weight, 1e6)});
    source.leaveOut(u"upstream_auth_header_name"_s,
                    u"The kind of provider decides the header; write another one into its "
                    "headers."_s);
    source.leaveOut(u"upstream_auth_header_prefix"_s, u"The kind of provider decides it."_s);
}

void OnwardsImport::setStrategy(Route &route, ImportSource &source)
{
    const QString name = source.text(u"strategy"_s);
    route.strategy = name == "priority"_L1 ? u"priority"_s : u"weighted"_s;
    const QString path = source.path(u"strategy"_s);
    if (name == "priority"_L1 || name == "weighted_random"_L1)
        m_report.mapped(path, u"Its targets have the strategy %1."_s.arg(route.strategy));
    else if (!name.isEmpty())
        m_report.leftOut(path, u"\"%1\" is not known; the route is weighted."_s.arg(name));
}

//! Requests a second become requests a minute; there is no burst of its own.
void OnwardsImport::readLimits(const QString &scope, ImportSource &source)
{
    ImportSource rate(source.take(u"rate_limit"_s), source.path(u"rate_limit"_s), m_report);
    ImportSource places(source.take(u"concurrency_limit"_s), source.path(u"concurrency_limit"_s),
                        m_report);
    Limit limit;
    limit.scope = scope;
    if (const auto perSecond = rate.number(u"requests_per_second"_s); perSecond && *perSecond > 0) {
        limit.rpm = importedCount(*perSecond * 60);
        m_report.changed(rate.path(u"requests_per_second"_s),
                         u"It is %1 requests a minute for %2."_s.arg(*limit.rpm).arg(scope));
    }
    if (const auto most = places.number(u"max_concurrent_requests"_s); most && *most > 0) {
        limit.maxInFlight = importedCount(*most);
        m_report.mapped(places.path(u"max_concurrent_requests"_s),
                        u"At most %1 at a time for %2."_s.arg(*limit.maxInFlight).arg(scope));
    }
    rate.leaveOut(u"burst_size"_s, u"A minute's requests may come at once here."_s);
    rate.leaveOutRest();
    places.leaveOutRest();
    if (limit.rpm || limit.maxInFlight)
        m_report.document.limits.append(limit);
}

void OnwardsImport::readFallback(Route &route, ImportSource &pool)
{
    ImportSource fallback(pool.take(u"fallback"_s), pool.path(u"fallback"_s), m_report);
    route.retry.attempts = 1;
    if (fallback.take(u"enabled"_s).toBool()) {
        const double attempts =
            fallback.number(u"max_attempts"_s).value_or(double(route.targets.size()));
        route.retry.attempts = std::clamp(int(std::min(attempts, 20.0)), 1, 20);
        route.retry.on = {u"connect"_s, u"timeout"_s};
        const QJsonArray codes = fallback.take(u"on_status"_s).toArray();
        const auto covers = [&](int low, int high) {
            return std::any_of(codes.begin(), codes.end(), [&](const QJsonValue &code) {
                const int number = code.toInt();
                return (number >= low && number <= high) || number == low / 100
                    || number == low / 10;
            });
        };
        if (fallback.take(u"on_rate_limit"_s).toBool() || covers(429, 429))
            route.retry.on.append(u"429"_s);
        if (covers(500, 599))
            route.retry.on.append(u"5xx"_s);
        m_report.changed(fallback.path({}),
                         u"Route \"%1\" makes %2 attempts on: %3."_s.arg(route.id)
                             .arg(route.retry.attempts)
                             .arg(route.retry.on.join(", "_L1)));
    }
    fallback.leaveOutRest();
}

void OnwardsImport::addRoute(const QString &alias, const QJsonValue &value)
{
    ImportSource source(value, u"targets.%1"_s.arg(alias), m_report);
    QStringList taken;
    for (const Route &other : m_report.document.routes)
        taken.append(other.id);
    Route route;
    route.id = freeId(importedId(alias), taken);
    if (route.id != alias)
        m_report.changed(source.path({}),
                         u"\"%1\" cannot be the name of a route; clients ask for \"%2\"."_s.arg(
                             alias, route.id));
    if (source.has(u"providers"_s)) {
        const QJsonArray providers = source.take(u"providers"_s).toArray();
        for (qsizetype i = 0; i < providers.size(); ++i) {
            ImportSource one(providers[i], source.path(u"providers[%1]"_s.arg(i)), m_report);
            addTarget(route, alias, one);
            for (const QString &key : {u"rate_limit"_s, u"concurrency_limit"_s})
                one.leaveOut(key,
                             u"It is one of a provider among others; write a limit of the provider "
                             "here."_s);
            one.leaveOutRest();
        }
        if (providers.isEmpty())
            m_report.leftOut(source.path(u"providers"_s), u"It names no provider."_s);
        setStrategy(route, source);
    } else {
        addTarget(route, alias, source);
    }
    readFallback(route, source);
    source.leaveOut(u"keys"_s,
                    u"Keys of clients were not copied; make new ones with: gatehousectl keys "
                    "create, for the route \"%1\"."_s.arg(route.id));
    if (!route.targets.isEmpty()) {
        readLimits(u"route:"_s + route.id, source);
        m_report.mapped(source.path({}),
                        u"Route \"%1\" with %2."_s.arg(
                            route.id,
                            route.targets.size() == 1 ? u"one target"_s
                                                      : u"%1 targets"_s.arg(route.targets.size())));
        m_report.document.routes.append(route);
    }
    source.leaveOutRest();
}

ImportReport OnwardsImport::run()
{
    const QJsonObject targets = m_config.take(u"targets"_s).toObject();
    if (targets.isEmpty())
        m_report.leftOut(u"targets"_s, u"It names no target, so there is nothing to route."_s);
    for (auto it = targets.begin(); it != targets.end(); ++it)
        addRoute(it.key(), *it);
    ImportSource auth(m_config.take(u"auth"_s), u"auth"_s, m_report);
    auth.leaveOutRest(u"Keys of clients were not copied; make new ones with: gatehousectl keys "
                      "create."_s);
    m_config.leaveOutRest();
    return m_report;
}

} // namespace

ImportReport importOnwards(const QJsonObject &config)
{
    return OnwardsImport(config).run();
}

} // namespace Gatehouse::Api
