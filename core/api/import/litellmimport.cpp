// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/litellmimport.h"

#include "core/api/import/litellmfallbacks.h"
#include "core/api/import/litellmmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr int mostAttempts = 20;
const QString noPlace =
    u"Its provider serves other models too, and its route has other targets; bounds stand at "
    "providers and routes here."_s;

class LiteLlmImport
{
public:
    explicit LiteLlmImport(const QJsonObject &config)
        : m_config(config, {}, m_report)
        , m_pool(m_report)
        , m_router(m_config.take(u"router_settings"_s), u"router_settings"_s, m_report)
        , m_settings(m_config.take(u"litellm_settings"_s), u"litellm_settings"_s, m_report)
    {
    }

    ImportReport run();

private:
    void readModels();
    void makeRoutes();
    void makeRoute(const QString &name, QList<LiteLlmModel> models);
    void addTarget(Route &route, const LiteLlmModel &model, std::optional<double> weight);
    QString scopeOf(const LiteLlmModel &model, const QString &route) const;
    void addBounds(const LiteLlmModel &model, const QString &scope);
    void tellOfWeights(const QList<LiteLlmModel> &models, const QString &key);
    void setTimes(const LiteLlmModel &model);
    void setStrategy();
    void setRetries();
    void setBreaker();
    void setGeneralTimes();
    void setGateway(ImportSource &general);
    void nameTheRest();

    //! A setting that stands in either of two places; the router's holds.
    struct Setting {
        double value = 0;
        QString path;
    };
    std::optional<Setting> setting(const QString &key, const QString &otherKey);
    int servedBy(const QString &provider) const;

    ImportReport m_report;
    ImportSource m_config;
    ProviderPool m_pool;
    ImportSource m_router;
    ImportSource m_settings;
    QList<LiteLlmModel> m_models;
    QHash<QString, QString> m_ids;                   //!< of routes, by their names at LiteLLM
    QHash<QString, std::optional<double>> m_retries; //!< by id of a route
};

std::optional<LiteLlmImport::Setting> LiteLlmImport::setting(const QString &key,
                                                             const QString &otherKey)
{
    const std::optional<double> here = m_router.number(key);
    const std::optional<double> there = m_settings.number(otherKey);
    if (here && there)
        m_report.leftOut(m_settings.path(otherKey), u"%1 holds."_s.arg(m_router.path(key)));
    if (here)
        return Setting{*here, m_router.path(key)};
    return there ? std::optional(Setting{*there, m_settings.path(otherKey)}) : std::nullopt;
}

//! The parameters of an entry of model_list with the credentials they name in them.
QJsonObject withCredentials(QJsonObject entry, const QHash<QString, QJsonObject> &credentials)
{
    constexpr auto nameKey = "litellm_credential_name"_L1;
    QJsonObject params = entry.value("litellm_params"_L1).toObject();
    const auto known = credentials.constFind(params.value(nameKey).toString());
    if (known == credentials.constEnd())
        return entry;
    params.remove(nameKey);
    for (auto it = known->begin(); it != known->end(); ++it) {
        if (!params.contains(it.key()))
            params.insert(it.key(), *it);
    }
    entry.insert("litellm_params"_L1, params);
    return entry;
}

int LiteLlmImport::servedBy(const QString &provider) const
{
    return int(std::count_if(m_models.begin(), m_models.end(), [&](const LiteLlmModel &model) {
        return model.provider == provider;
    }));
}

//! Names with a wildcard first: they ask for a certain id of their provider.
void LiteLlmImport::readModels()
{
    QHash<QString, QJsonObject> credentials;
    for (const QJsonValue &one : m_config.take(u"credential_list"_s).toArray())
        credentials.insert(one["credential_name"_L1].toString(),
                           one["credential_values"_L1].toObject());
    const QJsonArray list = m_config.take(u"model_list"_s).toArray();
    if (list.isEmpty())
        m_report.leftOut(u"model_list"_s, u"It names no model, so there is nothing to route."_s);
    for (const bool wildcards : {true, false}) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list[i].toObject().value("model_name"_L1).toString().contains(u'*') != wildcards)
                continue;
            const QJsonValue entry = list[i].isObject()
                ? QJsonValue(withCredentials(list[i].toObject(), credentials))
                : list[i];
            const auto model =
                readLiteLlmModel(entry, u"model_list[%1]"_s.arg(i), m_pool, m_report);
            if (model)
                m_models.append(*model);
        }
    }
}

void LiteLlmImport::makeRoutes()
{
    QStringList names;
    QHash<QString, QList<LiteLlmModel>> groups;
    for (const LiteLlmModel &model : m_models) {
        setTimes(model);
        if (model.name.contains(u'*')) {
            const bool same = model.name == QString(model.provider + u"/*"_s);
            const QString text =
                u"Clients ask for %1/MODEL; every model of the provider can be called so."_s.arg(
                    model.provider);
            same ? m_report.mapped(model.path, text) : m_report.changed(model.path, text);
            addBounds(model, scopeOf(model, {}));
            continue;
        }
        if (!groups.contains(model.name))
            names.append(model.name);
        groups[model.name].append(model);
    }
    for (const QString &name : names)
        makeRoute(name, groups.value(name));
}

void LiteLlmImport::addTarget(Route &route, const LiteLlmModel &model, std::optional<double> weight)
{
    RouteTarget target{.provider = model.provider,
                       .model = model.model,
                       .weight = std::min(weight.value_or(1), 1e6),
                       .contextTokens = model.contextTokens};
    for (RouteTarget &other : route.targets) {
        if (other.provider == target.provider && other.model == target.model) {
            other.weight = std::min(other.weight + target.weight, 1e6);
            m_report.changed(model.path,
                             u"It is the same target as an earlier one of \"%1\"; their weights "
                             "were added."_s.arg(route.id));
            return;
        }
    }
    route.targets.append(target);
}

void LiteLlmImport::makeRoute(const QString &name, QList<LiteLlmModel> models)
{
    Route made;
    made.id = freeId(importedId(name), routeIdsOf(m_report.document));
    made.strategy = u"weighted"_s;
    m_ids.insert(name, made.id);
    if (made.id != name)
        m_report.changed(
            models.first().path,
            u"\"%1\" cannot be the name of a route; clients ask for \"%2\"."_s.arg(name, made.id));
    const auto has = [&](auto member) {
        return std::any_of(models.begin(), models.end(),
                           [&](const LiteLlmModel &model) { return model.*member; });
    };
    if (has(&LiteLlmModel::order)) {
        std::stable_sort(models.begin(), models.end(), [](const auto &a, const auto &b) {
            return a.order.value_or(1e9) < b.order.value_or(1e9);
        });
        made.strategy = u"priority"_s;
        m_report.changed(models.first().path + u".litellm_params.order"_s,
                         u"\"order\" became the order of the targets of \"%1\"."_s.arg(made.id));
    }
    // What LiteLLM draws by: the first of these that is given.
    const auto weight = has(&LiteLlmModel::weight) ? &LiteLlmModel::weight
        : has(&LiteLlmModel::rpm)                  ? &LiteLlmModel::rpm
                                                   : &LiteLlmModel::tpm;
    const bool weighted = made.strategy != "priority"_L1 && has(weight);
    // Weight 0 would take a target out; LiteLLM still uses it while the others rest.
    constexpr double least = 0.001;
    for (const LiteLlmModel &model : models) {
        addTarget(made, model,
                  weighted ? std::max((model.*weight).value_or(0), least) : std::optional(1.0));
        if (!model.retries)
            continue;
        m_retries[made.id] = std::max(m_retries[made.id].value_or(0), *model.retries);
        m_report.mapped(model.retriesPath,
                        u"Route \"%1\" makes one attempt more than that, in all."_s.arg(made.id));
    }
    if (has(&LiteLlmModel::weight))
        tellOfWeights(models, weighted ? QString() : made.strategy);
    m_report.mapped(models.first().path,
                    u"Route \"%1\" with %2."_s.arg(made.id,
                                                   made.targets.size() == 1
                                                       ? u"one target"_s
                                                       : u"%1 targets"_s.arg(made.targets.size())));
    for (const LiteLlmModel &model : models)
        addBounds(model, scopeOf(model, models.size() == 1 ? made.id : QString()));
    m_report.document.routes.append(made);
}

//! \a strategy: the one that does not look at them; empty: requests are spread by them.
void LiteLlmImport::tellOfWeights(const QList<LiteLlmModel> &models, const QString &strategy)
{
    for (const LiteLlmModel &model : models) {
        if (!model.weight)
            continue;
        const QString path = model.path + u".litellm_params.weight"_s;
        if (strategy.isEmpty())
            m_report.mapped(path, u"Requests are spread by it."_s);
        else
            m_report.leftOut(path, u"Targets of strategy %1 have no weight."_s.arg(strategy));
    }
}

//! Limits and budgets stand at providers and routes here, not at a target: where \a model is all
//! that its provider or \a route has. Empty when there is no such place.
QString LiteLlmImport::scopeOf(const LiteLlmModel &model, const QString &route) const
{
    if (servedBy(model.provider) == 1)
        return u"provider:"_s + model.provider;
    return route.isEmpty() ? QString() : QString(u"route:"_s + route);
}

void LiteLlmImport::addBounds(const LiteLlmModel &model, const QString &scope)
{
    Limit limit;
    limit.scope = scope;
    const auto add = [&](const QString &key, std::optional<double> number, auto member) {
        if (!number)
            return;
        const QString path = u"%1.litellm_params.%2"_s.arg(model.path, key);
        if (scope.isEmpty() || *number == 0) {
            m_report.leftOut(path, scope.isEmpty() ? noPlace : u"Pause what must not be used."_s);
            return;
        }
        limit.*member = importedCount(*number);
        m_report.changed(path, u"It holds for %1."_s.arg(scope));
    };
    add(u"rpm"_s, model.rpm, &Limit::rpm);
    add(u"tpm"_s, model.tpm, &Limit::tpm);
    add(u"max_parallel_requests"_s, model.inFlight, &Limit::maxInFlight);
    if (limit.rpm || limit.tpm || limit.maxInFlight)
        m_report.document.limits.append(limit);
    if (scope.isEmpty() && model.budget.dollars)
        m_report.leftOut(model.budget.path, noPlace);
    else
        importBudget(model.budget, scope, m_report);
}

//! The longest that a model of the provider asks for.
void LiteLlmImport::setTimes(const LiteLlmModel &model)
{
    Provider *provider = m_pool.find(model.provider);
    const ProviderTimeouts usual;
    const auto set = [&](const QString &key, std::optional<double> seconds, auto member) {
        const QString path = u"%1.litellm_params.%2"_s.arg(model.path, key);
        if (seconds == 0)
            m_report.leftOut(path, u"No time at all would fail every call."_s);
        if (!seconds || *seconds == 0 || !provider)
            return;
        auto &time = provider->timeouts.*member;
        const bool isFirst = time == usual.*member;
        const auto asked = importedTime(*seconds);
        if (!isFirst && time != asked)
            m_report.changed(model.path,
                             u"Models of provider \"%1\" have different timeouts; the longest "
                             "holds."_s.arg(provider->id));
        time = isFirst ? asked : std::max(time, asked);
        m_report.mapped(path, u"It is a timeout of provider \"%1\"."_s.arg(provider->id));
    };
    set(u"timeout"_s, model.timeout, &ProviderTimeouts::total);
    set(u"stream_timeout"_s, model.streamTimeout, &ProviderTimeouts::firstByte);
}

void LiteLlmImport::setStrategy()
{
    static const QHash<QString, QString> strategies{
        {u"simple-shuffle"_s, u"weighted"_s},           {u"least-busy"_s, u"least_busy"_s},
        {u"latency-based-routing"_s, u"fastest"_s},     {u"usage-based-routing"_s, u"least_busy"_s},
        {u"usage-based-routing-v2"_s, u"least_busy"_s}, {u"cost-based-routing"_s, u"cheapest"_s},
    };
    const QString name = m_router.text(u"routing_strategy"_s);
    if (name.isEmpty())
        return;
    const QString path = m_router.path(u"routing_strategy"_s);
    if (!strategies.contains(name)) {
        m_report.leftOut(path, u"\"%1\" is not known; routes are weighted."_s.arg(name));
        return;
    }
    const QString strategy = strategies.value(name);
    for (Route &route : m_report.document.routes)
        route.strategy = route.strategy == "priority"_L1 ? route.strategy : strategy;
    const QString text = u"Routes have the strategy %1."_s.arg(strategy);
    name.startsWith("usage-based"_L1)
        ? m_report.changed(path, text + u" It looks at requests in flight, not at tokens used."_s)
        : m_report.mapped(path, text);
}

//! Attempts count upstream calls in all here, those at fallbacks included.
void LiteLlmImport::setRetries()
{
    constexpr double mostRetries = mostAttempts - 1;
    const std::optional<Setting> general = setting(u"num_retries"_s, u"num_retries"_s);
    bool raised = false;
    for (Route &route : m_report.document.routes) {
        const std::optional<double> own = m_retries.value(route.id);
        const std::optional<double> retries = own || !general ? own : std::optional(general->value);
        const int wanted =
            retries ? int(std::min(*retries, mostRetries)) + 1 : route.retry.attempts;
        const int needed = int(std::min<qsizetype>(route.fallback.size() + 1, mostAttempts));
        route.retry.attempts = std::max(wanted, needed);
        raised = raised || needed > wanted;
    }
    if (general)
        m_report.mapped(general->path,
                        u"Routes make %1 attempts in all."_s.arg(
                            int(std::min(general->value, mostRetries)) + 1));
    if (raised)
        m_report.changed(general ? general->path : m_router.path(u"num_retries"_s),
                         u"Attempts at fallbacks count here too, so routes with fallbacks may "
                         "make enough to reach them."_s);
}

void LiteLlmImport::setBreaker()
{
    const std::optional<Setting> fails = setting(u"allowed_fails"_s, u"allowed_fails"_s);
    const std::optional<Setting> rest = setting(u"cooldown_time"_s, u"cooldown_time"_s);
    for (Provider &provider : m_report.document.providers) {
        if (fails)
            provider.breaker.failures = int(std::min(fails->value, 99.0)) + 1;
        if (rest && rest->value > 0) {
            provider.breaker.rest =
                std::clamp(importedTime(rest->value), std::chrono::milliseconds(1000),
                           std::chrono::milliseconds(3'600'000));
            provider.breaker.longestRest =
                std::max(provider.breaker.longestRest, provider.breaker.rest);
        }
    }
    if (fails)
        m_report.changed(fails->path,
                         u"A provider rests after that many failures in a row and one more; "
                         "LiteLLM counts those of a minute."_s);
    if (rest)
        m_report.changed(rest->path, u"It is a provider's first rest; later ones are longer."_s);
    m_router.leaveOut(u"disable_cooldowns"_s,
                      u"A provider that fails again and again rests here."_s);
}

//! Of providers whose models say nothing else.
void LiteLlmImport::setGeneralTimes()
{
    const auto set = [this](const std::optional<Setting> &time, auto member,
                            const QString &meaning) {
        if (!time)
            return;
        if (time->value == 0) {
            m_report.leftOut(time->path, u"No time at all would fail every call."_s);
            return;
        }
        for (Provider &provider : m_report.document.providers) {
            if (provider.timeouts.*member == ProviderTimeouts().*member)
                provider.timeouts.*member = importedTime(time->value);
        }
        m_report.mapped(time->path, meaning);
    };
    set(setting(u"timeout"_s, u"request_timeout"_s), &ProviderTimeouts::total,
        u"Upstream calls are given up after it."_s);
    set(setting(u"stream_timeout"_s, u"stream_timeout"_s), &ProviderTimeouts::firstByte,
        u"Upstream calls are given up when nothing came until then."_s);
}

void LiteLlmImport::setGateway(ImportSource &general)
{
    const QString places = u"global_max_parallel_requests"_s;
    if (const auto most = general.number(places); most && *most > 0) {
        Limit limit;
        limit.scope = u"gateway"_s;
        limit.maxInFlight = importedCount(*most);
        m_report.document.limits.append(limit);
        m_report.mapped(general.path(places), u"A limit of the gateway."_s);
    } else if (most) {
        m_report.leftOut(general.path(places), u"0 bounds nothing."_s);
    }
    const QString size = u"max_request_size_mb"_s;
    if (const auto most = general.number(size); most && *most > 0) {
        constexpr double longest = 1024;
        m_report.document.gateway.bodyLimit = qint64(std::clamp(*most, 1.0, longest)) * 1024 * 1024;
        m_report.mapped(general.path(size), u"Larger requests are refused."_s);
    } else if (most) {
        m_report.leftOut(general.path(size), u"0 bounds nothing."_s);
    }
    general.leaveOut(u"max_parallel_requests"_s,
                     u"It is one for each deployment; write max_in_flight at providers."_s);
    general.leaveOut(u"master_key"_s,
                     u"Keys are made here with gatehousectl keys create; the key of the file was "
                     "not copied."_s);
    general.leaveOut(u"database_url"_s, u"The gateway keeps its books in its own data folder."_s);
}

void LiteLlmImport::nameTheRest()
{
    ImportSource general(m_config.take(u"general_settings"_s), u"general_settings"_s, m_report);
    setGateway(general);
    general.leaveOutRest();
    m_settings.leaveOut(u"drop_params"_s,
                        u"Parameters that a provider does not take are handled by its kind."_s);
    for (ImportSource *source : {&m_router, &m_settings}) {
        source->leaveOut(u"content_policy_fallbacks"_s,
                         u"An answer that refuses what was asked is passed on; no other model is "
                         "asked for it here."_s);
    }
    m_router.leaveOut(u"enable_pre_call_checks"_s,
                      u"What a model cannot take is never sent to it here."_s);
    m_config.leaveOut(u"include"_s,
                      u"Other files are not read: put their parts into this file and import it "
                      "again."_s);
    m_config.leaveOut(u"environment_variables"_s,
                      u"Set them where the gateway is started; their values were not copied."_s);
    m_router.leaveOutRest();
    m_settings.leaveOutRest();
    m_config.leaveOutRest();
    m_report.leftOut({},
                     u"Teams, users, keys and their budgets: LiteLLM keeps them in its database, "
                     "not in this file."_s);
}

ImportReport LiteLlmImport::run()
{
    readModels();
    makeRoutes();
    setStrategy();
    LiteLlmFallbacks fallbacks({m_router, m_settings, m_ids, m_report});
    fallbacks.addFallbacks();
    fallbacks.addContextFallbacks();
    setRetries();
    setBreaker();
    setGeneralTimes();
    fallbacks.addAliases();
    importBudgets(m_router, m_settings, m_models, m_report);
    nameTheRest();
    return m_report;
}

} // namespace

ImportReport importLiteLlm(const QJsonObject &config)
{
    return LiteLlmImport(withMerges(config).toObject()).run();
}

} // namespace Gatehouse::Api
