// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/litellmimport.h"

#include "core/api/import/litellmmodel.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr int mostAttempts = 20;

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
    void addLimits(const Route &route, const QList<LiteLlmModel> &models);
    void setTimes(const LiteLlmModel &model);
    void setStrategy();
    void setRetries();
    void setBreaker();
    void addFallbacks();
    void addFallback(Route &route, const QString &name, const QString &path);
    void addContextFallbacks();
    void addAliases();
    void addBudget();
    void nameTheRest();

    std::optional<double> setting(const QString &key);
    Route *route(const QString &name);
    QStringList routeIds() const;
    bool leadsTo(const QString &from, const QString &to) const;
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

//! Pairs of a fallback list: [{a: [b, c]}, …], each with its path.
struct FallbackEntry {
    QString from;
    QJsonArray to;
    QString path;
};

QList<FallbackEntry> fallbackEntries(ImportSource &source, const QString &key)
{
    QList<FallbackEntry> entries;
    const QJsonArray list = source.take(key).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject object = list[i].toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.append({it.key(), it->isArray() ? it->toArray() : QJsonArray{*it},
                            u"%1[%2].%3"_s.arg(source.path(key)).arg(i).arg(it.key())});
    }
    return entries;
}

//! "30d" is "P30D", "1mo" is "month"; nothing for what is no duration.
std::optional<QString> budgetPeriod(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,4})(s|m|h|d|w|mo)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int number = match.captured(1).toInt();
    if (!match.hasMatch() || number == 0)
        return std::nullopt;
    const QString unit = match.captured(2);
    if (unit == "mo"_L1)
        return number == 1 ? u"month"_s : u"P%1D"_s.arg(30 * number);
    if (unit == "w"_L1)
        return u"P%1D"_s.arg(7 * number);
    return unit == "d"_L1 ? u"P%1D"_s.arg(number) : u"PT%1%2"_s.arg(number).arg(unit.toUpper());
}

std::optional<double> LiteLlmImport::setting(const QString &key)
{
    const std::optional<double> here = m_router.number(key);
    const std::optional<double> there = m_settings.number(key);
    return here ? here : there;
}

QStringList LiteLlmImport::routeIds() const
{
    QStringList ids;
    for (const Route &route : m_report.document.routes)
        ids.append(route.id);
    return ids;
}

Route *LiteLlmImport::route(const QString &name)
{
    const qsizetype index = routeIds().indexOf(m_ids.value(name));
    return index < 0 ? nullptr : &m_report.document.routes[index];
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
    const QJsonArray list = m_config.take(u"model_list"_s).toArray();
    if (list.isEmpty())
        m_report.leftOut(u"model_list"_s, u"It names no model, so there is nothing to route."_s);
    for (const bool wildcards : {true, false}) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list[i].toObject().value("model_name"_L1).toString().contains(u'*') != wildcards)
                continue;
            const auto model =
                readLiteLlmModel(list[i], u"model_list[%1]"_s.arg(i), m_pool, m_report);
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
    made.id = freeId(importedId(name), routeIds());
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
        m_report.changed(models.first().path,
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
        if (model.retries)
            m_retries[made.id] = std::max(m_retries[made.id].value_or(0), *model.retries);
    }
    m_report.mapped(models.first().path,
                    u"Route \"%1\" with %2."_s.arg(made.id,
                                                   made.targets.size() == 1
                                                       ? u"one target"_s
                                                       : u"%1 targets"_s.arg(made.targets.size())));
    addLimits(made, models);
    m_report.document.routes.append(made);
}

//! Limits stand at providers and routes here, not at a target.
void LiteLlmImport::addLimits(const Route &route, const QList<LiteLlmModel> &models)
{
    for (const LiteLlmModel &model : models) {
        if (!model.rpm && !model.tpm && !model.inFlight)
            continue;
        const bool alone = servedBy(model.provider) == 1;
        if (!alone && models.size() > 1) {
            m_report.leftOut(model.path,
                             u"Its rpm, tpm and max_parallel_requests: its provider serves other "
                             "models too, and its route has other targets."_s);
            continue;
        }
        Limit limit;
        limit.scope =
            alone ? QString(u"provider:"_s + model.provider) : QString(u"route:"_s + route.id);
        const auto count = [](std::optional<double> number) {
            return number && *number > 0 ? std::optional(importedCount(*number)) : std::nullopt;
        };
        limit.rpm = count(model.rpm);
        limit.tpm = count(model.tpm);
        limit.maxInFlight = count(model.inFlight);
        if (!limit.rpm && !limit.tpm && !limit.maxInFlight)
            continue;
        m_report.document.limits.append(limit);
        m_report.changed(model.path, u"Its limits hold for %1."_s.arg(limit.scope));
    }
}

//! The longest that a model of the provider asks for.
void LiteLlmImport::setTimes(const LiteLlmModel &model)
{
    Provider *provider = m_pool.find(model.provider);
    const ProviderTimeouts usual;
    const auto set = [&](std::optional<double> seconds, auto member) {
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
    };
    set(model.timeout, &ProviderTimeouts::total);
    set(model.streamTimeout, &ProviderTimeouts::firstByte);
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
    const std::optional<double> general = setting(u"num_retries"_s);
    bool raised = false;
    for (Route &route : m_report.document.routes) {
        const std::optional<double> retries =
            m_retries.value(route.id).has_value() ? m_retries.value(route.id) : general;
        const int wanted = retries ? int(std::min(*retries, 19.0)) + 1 : route.retry.attempts;
        const int needed = int(std::min<qsizetype>(route.fallback.size() + 1, mostAttempts));
        route.retry.attempts = std::max(wanted, needed);
        raised = raised || needed > wanted;
    }
    if (general)
        m_report.mapped(
            u"router_settings.num_retries"_s,
            u"Routes make %1 attempts in all."_s.arg(int(std::min(*general, 19.0)) + 1));
    if (raised)
        m_report.changed(u"router_settings.num_retries"_s,
                         u"Attempts at fallbacks count here too, so routes with fallbacks may "
                         "make enough to reach them."_s);
}

void LiteLlmImport::setBreaker()
{
    const std::optional<double> fails = m_router.number(u"allowed_fails"_s);
    const std::optional<double> rest = m_router.number(u"cooldown_time"_s);
    const std::optional<double> here = m_router.number(u"timeout"_s);
    const std::optional<double> there = m_settings.number(u"request_timeout"_s);
    const std::optional<double> time = here ? here : there;
    for (Provider &provider : m_report.document.providers) {
        if (fails)
            provider.breaker.failures = int(std::min(*fails, 99.0)) + 1;
        if (rest && *rest > 0) {
            provider.breaker.rest = std::clamp(importedTime(*rest), std::chrono::milliseconds(1000),
                                               std::chrono::milliseconds(3'600'000));
            provider.breaker.longestRest =
                std::max(provider.breaker.longestRest, provider.breaker.rest);
        }
        if (time && *time > 0 && provider.timeouts.total == ProviderTimeouts().total)
            provider.timeouts.total = importedTime(*time);
    }
    if (fails)
        m_report.changed(
            m_router.path(u"allowed_fails"_s),
            u"A provider rests after that many failures in a row and one more; LiteLLM "
            "counts those of a minute."_s);
    if (rest)
        m_report.changed(m_router.path(u"cooldown_time"_s),
                         u"It is a provider's first rest; later ones are longer."_s);
    if (time)
        m_report.mapped(here ? u"router_settings.timeout"_s : u"litellm_settings.request_timeout"_s,
                        u"Upstream calls are given up after it."_s);
}

bool LiteLlmImport::leadsTo(const QString &from, const QString &to) const
{
    if (from == to)
        return true;
    const qsizetype index = routeIds().indexOf(from);
    const QStringList next = index < 0 ? QStringList() : m_report.document.routes[index].fallback;
    return std::any_of(next.begin(), next.end(),
                       [&](const QString &id) { return leadsTo(id, to); });
}

void LiteLlmImport::addFallback(Route &from, const QString &name, const QString &path)
{
    const QString owner = from.id; // appending below moves the routes
    const Route *to = route(name);
    if (!to || to->id == owner) {
        m_report.leftOut(path, u"\"%1\" is no model of this file that could stand in."_s.arg(name));
        return;
    }
    QString id = to->id;
    if (leadsTo(id, owner)) {
        Route copy = *to;
        copy.fallback.clear();
        copy.id = importedId(id + u"-alone"_s);
        if (!routeIds().contains(copy.id))
            m_report.document.routes.append(copy);
        m_report.changed(path,
                         u"Fallbacks must not run in a circle here, so \"%1\" leads to \"%2\", a "
                         "copy of \"%3\" without fallbacks."_s.arg(owner, copy.id, id));
        id = copy.id;
    }
    QStringList &fallback = m_report.document.routes[routeIds().indexOf(owner)].fallback;
    if (!fallback.contains(id)) {
        fallback.append(id);
        m_report.mapped(path, u"Route \"%1\" falls back to \"%2\"."_s.arg(owner, id));
    }
}

void LiteLlmImport::addFallbacks()
{
    QStringList everywhere;
    QList<FallbackEntry> entries = fallbackEntries(m_router, u"fallbacks"_s);
    entries += fallbackEntries(m_settings, u"fallbacks"_s);
    for (const FallbackEntry &entry : entries) {
        for (const QJsonValue &to : entry.to) {
            if (entry.from == "*"_L1)
                everywhere.append(to.toString());
            else if (Route *from = route(entry.from))
                addFallback(*from, to.toString(), entry.path);
            else
                m_report.leftOut(entry.path, u"\"%1\" is no model of this file."_s.arg(entry.from));
        }
    }
    for (ImportSource *source : {&m_router, &m_settings})
        for (const QJsonValue &value : source->take(u"default_fallbacks"_s).toArray())
            everywhere.append(value.toString());
    everywhere.removeDuplicates();
    const QStringList ids = routeIds();
    for (const QString &id : ids) {
        const qsizetype index = routeIds().indexOf(id);
        if (!m_report.document.routes[index].fallback.isEmpty() || id.endsWith("-alone"_L1))
            continue;
        for (const QString &name : everywhere) {
            if (m_ids.value(name) != id)
                addFallback(m_report.document.routes[routeIds().indexOf(id)], name,
                            u"litellm_settings.default_fallbacks"_s);
        }
    }
}

void LiteLlmImport::addContextFallbacks()
{
    QList<FallbackEntry> entries = fallbackEntries(m_router, u"context_window_fallbacks"_s);
    entries += fallbackEntries(m_settings, u"context_window_fallbacks"_s);
    for (const FallbackEntry &entry : entries) {
        Route *from = route(entry.from);
        const QString name = entry.to.first().toString();
        const Route *to = route(name);
        if (!from || !to || from == to) {
            m_report.leftOut(entry.path, u"It names a model that is not of this file."_s);
            continue;
        }
        int size = 0;
        for (const RouteTarget &target : from->targets)
            size = std::max(size, target.contextTokens);
        if (size == 0) {
            m_report.changed(entry.path,
                             u"How much \"%1\" takes is not said (model_info.max_input_tokens), so "
                             "it became a fallback for every failure."_s.arg(from->id));
            addFallback(*from, name, entry.path);
            continue;
        }
        RouteRule rule;
        rule.name = u"larger prompts"_s;
        rule.when.promptTokensAbove = size;
        rule.route = to->id;
        from->rules.append(rule);
        m_report.mapped(entry.path,
                        u"A rule sends prompts above %1 tokens to \"%2\"."_s.arg(size).arg(to->id));
        if (entry.to.size() > 1)
            m_report.leftOut(entry.path, u"All but the first of them; a rule has one route."_s);
    }
}

void LiteLlmImport::addAliases()
{
    const QString key = u"model_group_alias"_s;
    const QJsonObject aliases = m_router.take(key).toObject();
    for (auto it = aliases.begin(); it != aliases.end(); ++it) {
        const QString path = u"%1.%2"_s.arg(m_router.path(key), it.key());
        const QString name =
            it->isObject() ? it->toObject().value("model"_L1).toString() : it->toString();
        const Route *original = route(name);
        const QString id = importedId(it.key());
        if (!original || routeIds().contains(id)) {
            m_report.leftOut(path,
                             original ? u"There is a route \"%1\" already."_s.arg(id)
                                      : u"\"%1\" is no model of this file."_s.arg(name));
            continue;
        }
        Route alias = *original;
        alias.id = id;
        m_ids.insert(it.key(), id);
        m_report.document.routes.append(alias);
        const QString text = u"Route \"%1\" is a copy of \"%2\"; limits of the one do not bind the "
                             "other."_s.arg(id, m_ids.value(name));
        id == it.key() ? m_report.mapped(path, text) : m_report.changed(path, text);
    }
}

void LiteLlmImport::addBudget()
{
    const std::optional<double> dollars = m_settings.number(u"max_budget"_s);
    const QString duration = m_settings.text(u"budget_duration"_s);
    if (!dollars || *dollars > 1e6)
        return;
    const std::optional<QString> period = budgetPeriod(duration);
    Budget budget;
    budget.scope = u"gateway"_s;
    budget.limit = std::llround(*dollars * 1e9);
    budget.period = period.value_or(u"month"_s);
    m_report.document.budgets.append(budget);
    const QString path = m_settings.path(u"max_budget"_s);
    period
        ? m_report.mapped(path, u"A budget of the gateway, for %1."_s.arg(*period))
        : m_report.changed(path, u"Its duration is not given or not known; it is a month here."_s);
}

void LiteLlmImport::nameTheRest()
{
    ImportSource general(m_config.take(u"general_settings"_s), u"general_settings"_s, m_report);
    general.leaveOut(u"master_key"_s,
                     u"Keys are made here with gatehousectl keys create; the key of the file was "
                     "not copied."_s);
    general.leaveOut(u"database_url"_s, u"The gateway keeps its books in its own data folder."_s);
    general.leaveOutRest();
    m_settings.leaveOut(u"drop_params"_s,
                        u"Parameters that a provider does not take are handled by its kind."_s);
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
    addFallbacks();
    addContextFallbacks();
    setRetries();
    setBreaker();
    addAliases();
    addBudget();
    nameTheRest();
    return m_report;
}

} // namespace

ImportReport importLiteLlm(const QJsonObject &config)
{
    return LiteLlmImport(config).run();
}

} // namespace Gatehouse::Api
