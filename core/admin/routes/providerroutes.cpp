// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/headroomjson.h"
#include "core/admin/routes/routes.h"
#include "core/api/documents/addresses.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/providers/localservers.h"
#include "core/providers/providertest.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

//! Steady time as a wall-clock text, for screens.
QJsonValue wallJson(const Clock &clock, SteadyTime time)
{
    const auto ago = std::chrono::duration_cast<std::chrono::microseconds>(clock.steady() - time);
    return isoText(clock.wall() - ago);
}

QStringList routesUsing(const Api::Document &document, const QString &provider)
{
    QStringList routes;
    for (const Api::Route &route : document.routes) {
        if (std::ranges::any_of(route.targets,
                                [&](const auto &target) { return target.provider == provider; }))
            routes.append(route.id);
    }
    return routes;
}

//! "active", "parked", "missing", "locked" or "disabled"; \a info is null for what is not stored.
QString keyState(const Services &services, const Api::Provider &provider,
                 const Api::ProviderKey &key, const Secrets::SecretInfo *info)
{
    if (key.disabled)
        return u"disabled"_s;
    if (info && info->state != Secrets::StoreState::Ready)
        return u"locked"_s;
    if (!info && (key.secret.startsWith("keychain:"_L1) || key.secret.startsWith("vault:"_L1)))
        return u"missing"_s;
    const Routing::KeyState &state =
        services.live.provider(provider.id.toUtf8()).key(key.id.toUtf8(), key.secret);
    return state.isParked(services.clock.steady()) ? u"parked"_s : u"active"_s;
}

QJsonArray keysJson(const Services &services, const Api::Provider &provider)
{
    QHash<QString, Secrets::SecretInfo> known;
    for (const Secrets::SecretInfo &info : services.secrets.list())
        known.insert(info.reference.toString(), info);
    QJsonArray keys;
    Routing::ProviderState &live = services.live.provider(provider.id.toUtf8());
    for (const Api::ProviderKey &key : provider.keys) {
        const auto used = live.key(key.id.toUtf8(), key.secret).lastUse();
        const auto info = known.constFind(key.secret);
        const bool found = info != known.constEnd();
        keys.append(
            QJsonObject{{u"id"_s, key.id},
                        {u"label"_s, key.label},
                        {u"secret"_s, key.secret},
                        {u"weight"_s, key.weight},
                        {u"disabled"_s, key.disabled},
                        {u"added"_s, key.added.isEmpty() ? QJsonValue() : QJsonValue(key.added)},
                        {u"last_used"_s, used ? wallJson(services.clock, *used) : QJsonValue()},
                        {u"fingerprint"_s, found ? QJsonValue(info->fingerprint) : QJsonValue()},
                        {u"state"_s, keyState(services, provider, key, found ? &*info : nullptr)}});
    }
    return keys;
}

QJsonValue wallJson(const Clock &clock, std::optional<SteadyTime> time)
{
    return time ? wallJson(clock, *time) : QJsonValue();
}

//! What its routes and models say of a target: whether new requests may still go to it.
bool isDraining(const Api::Document &document, const Api::Provider &provider, const QString &model)
{
    bool isTarget = false;
    for (const Api::Route &route : document.routes) {
        for (const Api::RouteTarget &target : route.targets) {
            if (target.provider != provider.id || target.model != model)
                continue;
            isTarget = true;
            if (target.weight > 0)
                return false;
        }
    }
    return isTarget || (!provider.models.isEmpty() && !provider.models.contains(model));
}

QJsonObject breakerJson(const Services &services, const Routing::BreakerReport &report,
                        const QByteArray &model, const QByteArray &key)
{
    return {{u"model"_s, QString::fromUtf8(model)},
            {u"key"_s, key.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(key))},
            {u"state"_s, QString::fromLatin1(Routing::breakerStateName(report.state))},
            {u"cause"_s, QString::fromLatin1(Routing::breakerCauseName(report.cause))},
            {u"since"_s, wallJson(services.clock, report.since)},
            {u"until"_s, wallJson(services.clock, report.until)},
            {u"failures"_s, report.failures},
            {u"share"_s, report.share ? QJsonValue(*report.share) : QJsonValue()}};
}

//! A key that is refused or empty is so for every model; else its own breaker at this target
//! tells, else the target's.
Routing::BreakerReport keyReport(const Services &services, const Api::Provider &provider,
                                 const Api::ProviderKey &key, Routing::TargetState &target,
                                 const Routing::BreakerReport &ofTarget)
{
    const SteadyTime now = services.clock.steady();
    const QByteArray id = key.id.toUtf8();
    const auto isFree = [](const Routing::BreakerReport &report) {
        return report.state == Routing::BreakerState::Closed;
    };
    const Routing::BreakerReport parked =
        services.live.provider(provider.id.toUtf8()).key(id, key.secret).report(now);
    if (!isFree(parked))
        return parked;
    const Routing::BreakerReport own = target.key(id).report(now);
    return isFree(own) ? ofTarget : own;
}

void appendBreakers(QJsonArray &breakers, const Services &services, const Api::Provider &provider,
                    const Routing::LiveState::TargetRow &row)
{
    const Api::Document &document = services.configuration.document();
    Routing::BreakerReport ofTarget = row.state->report(services.clock.steady());
    if (ofTarget.state != Routing::BreakerState::Held) {
        if (provider.paused)
            ofTarget = {.state = Routing::BreakerState::Paused};
        else if (isDraining(document, provider, QString::fromUtf8(row.model)))
            ofTarget = {.state = Routing::BreakerState::Draining};
    }
    const auto append = [&](const Routing::BreakerReport &report, const QByteArray &key) {
        QJsonObject json = breakerJson(services, report, row.model, key);
        const int capacity = row.state->capacity();
        json.insert(u"in_flight"_s, row.state->inFlight());
        json.insert(u"capacity"_s, capacity > 0 ? QJsonValue(capacity) : QJsonValue());
        json.insert(u"capacity_source"_s,
                    QString::fromLatin1(Routing::capacitySourceName(row.state->capacitySource())));
        breakers.append(json);
    };
    const bool isOwn = ofTarget.state == Routing::BreakerState::Closed
        || ofTarget.state == Routing::BreakerState::SlowStart;
    for (const Api::ProviderKey &key : provider.keys) {
        if (!key.disabled)
            append(isOwn ? keyReport(services, provider, key, *row.state, ofTarget) : ofTarget,
                   key.id.toUtf8());
    }
    if (provider.keys.isEmpty())
        append(ofTarget, {});
}

QJsonArray breakersJson(const Services &services, const Api::Provider &provider)
{
    QJsonArray breakers;
    for (const auto &row : services.live.targets(provider.id.toUtf8()))
        appendBreakers(breakers, services, provider, row);
    return breakers;
}

QJsonObject checkJson(const Services &services, const Routing::HealthCheck &check)
{
    return {{u"time"_s, wallJson(services.clock, check.time)},
            {u"ok"_s, check.passed},
            {u"kind"_s, check.asksModel ? u"token"_s : u"models"_s},
            {u"ms"_s, check.milliseconds},
            {u"detail"_s, check.detail}};
}

QJsonObject providerJson(const Services &services, const Api::Provider &provider)
{
    QJsonObject json = Api::toJson(provider, Api::Defaults::Written);
    Config::Provider compiled;
    compiled.document = provider;
    compiled.id = provider.id.toUtf8();
    const Routing::HealthReport report = services.live.health(compiled, services.clock.steady());
    json.insert(u"health"_s, QString::fromLatin1(Routing::healthName(report.health)));
    json.insert(u"since"_s,
                report.health == Routing::Health::NotTested
                    ? QJsonValue()
                    : wallJson(services.clock, report.since));
    json.insert(u"health_source"_s, report.source);
    const std::optional<double> success = report.successShare();
    json.insert(u"success"_s, success ? QJsonValue(*success) : QJsonValue());
    json.insert(u"last_success"_s,
                report.lastSuccess ? wallJson(services.clock, *report.lastSuccess) : QJsonValue());
    json.insert(u"recent_attempts"_s, report.recent.attempts());
    const auto test = services.capabilities.lastTest(provider);
    json.insert(u"last_check"_s,
                test ? QJsonValue(QJsonObject{{u"time"_s, isoText(test->time)},
                                              {u"ok"_s, test->passed},
                                              {u"detail"_s, test->detail}})
                     : QJsonValue());
    json.insert(u"in_flight"_s, report.inFlight);
    json.insert(u"waiting"_s, services.live.provider(compiled.id).room().waiting());
    json.insert(u"health_from_check"_s, report.isFromCheck);
    json.insert(u"health_check"_s,
                report.check ? QJsonValue(checkJson(services, *report.check)) : QJsonValue());
    json.insert(u"check_disagrees"_s, report.disagrees);
    QJsonArray checks;
    for (const Routing::HealthCheck &check : services.live.provider(compiled.id).checks())
        checks.append(checkJson(services, check));
    json.insert(u"health_checks"_s, checks);
    json.insert(u"breakers"_s, breakersJson(services, provider));
    json.insert(u"engine_load"_s,
                services.engineLoad ? services.engineLoad(provider.id) : QJsonValue());
    json.insert(u"models_discovered"_s,
                QJsonArray::fromStringList(services.discoveredModels(provider.id)));
    json.insert(
        u"used_by"_s,
        QJsonArray::fromStringList(routesUsing(services.configuration.document(), provider.id)));
    json.insert(u"keys"_s, keysJson(services, provider));
    json.insert(u"headroom"_s, headroomJson(services, provider));
    return json;
}

//! The provider of a body; "reason" and "new_secrets" stand beside its fields.
Api::Provider readProvider(QJsonObject body, Api::Findings &findings)
{
    body.remove(u"reason"_s);
    return Api::providerFromJson(body, {}, findings);
}

//! Marks the keys whose secrets are new since \a before with the day of now.
void dateKeys(const Clock &clock, const Api::Provider *before, Api::Provider &provider)
{
    const QString today = isoText(clock.wall()).first(QStringView(u"2026-11-23").size());
    for (Api::ProviderKey &key : provider.keys) {
        const Api::ProviderKey *old = nullptr;
        for (int i = 0; before && i < before->keys.size() && !old; ++i)
            old = before->keys[i].id == key.id ? &before->keys[i] : nullptr;
        const bool isSecretNew = old && old->secret != key.secret && old->added == key.added;
        if (isSecretNew || (!old && key.added.isEmpty()))
            key.added = today;
    }
}

void createProvider(Services &services, const AdminRequest &request, const Responder &responder)
{
    Api::Findings findings;
    Api::Provider provider = readProvider(request.body, findings);
    if (!Api::hasErrors(findings))
        findings += Api::validate(provider);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    if (findProvider(services, provider.id)) {
        responder.fail(Error{ErrorCode::AlreadyExists,
                             u"there is a provider '%1' already"_s.arg(provider.id), u"id"_s});
        return;
    }
    dateKeys(services.clock, nullptr, provider);
    const auto outcome = services.configuration.edit(
        [&provider](Api::Document &document) -> Result<void> {
            document.providers.append(provider);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, provider.id}}, 201);
}

void replaceProvider(Services &services, const AdminRequest &request, const Responder &responder)
{
    Api::Findings findings;
    Api::Provider provider = readProvider(request.body, findings);
    provider.id = request.id();
    if (!Api::hasErrors(findings))
        findings += Api::validate(provider);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    const auto outcome = services.configuration.edit(
        [&provider, &clock = services.clock](Api::Document &document) -> Result<void> {
            const auto it = std::ranges::find(document.providers, provider.id, &Api::Provider::id);
            if (it == document.providers.end())
                return noProvider(provider.id);
            dateKeys(clock, &*it, provider);
            *it = provider;
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, provider.id}});
}

void removeProvider(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    const QStringList users = routesUsing(services.configuration.document(), id);
    if (!users.isEmpty()) {
        responder.fail(
            Error{ErrorCode::InUse,
                  u"provider '%1' is used by the routes %2"_s.arg(id, users.join(u", "_s))});
        return;
    }
    const auto outcome = services.configuration.edit(
        [&id](Api::Document &document) -> Result<void> {
            const auto removed = document.providers.removeIf(
                [&id](const Api::Provider &provider) { return provider.id == id; });
            if (removed == 0)
                return noProvider(id);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, id}});
}

void setPaused(Services &services, const AdminRequest &request, const Responder &responder,
               bool paused)
{
    const QString id = request.id();
    const auto outcome = services.configuration.edit(
        [&id, paused](Api::Document &document) -> Result<void> {
            const auto it = std::ranges::find(document.providers, id, &Api::Provider::id);
            if (it == document.providers.end())
                return noProvider(id);
            it->paused = paused;
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, id}});
}

QString stateName(Providers::CheckState state)
{
    switch (state) {
    case Providers::CheckState::Passed:
        return u"ok"_s;
    case Providers::CheckState::Failed:
        return u"failed"_s;
    case Providers::CheckState::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject resultJson(const Services &services, const Config::Snapshot &tested,
                       const Providers::ProviderTestResult &result)
{
    QJsonArray checks;
    for (const Providers::Check &check : result.checks)
        checks.append(QJsonObject{
            {u"id"_s, check.id},
            {u"state"_s, stateName(check.state)},
            {u"ms"_s, check.milliseconds ? QJsonValue(*check.milliseconds) : QJsonValue()},
            {u"text"_s, check.text},
            {u"code"_s, orNull(check.code)},
            {u"arguments"_s, QJsonArray::fromStringList(check.arguments)},
            {u"detail"_s, orNull(check.detail)},
            {u"fix"_s, orNull(check.fix.text)},
            {u"fix_code"_s, orNull(check.fix.code)}});
    QJsonArray capabilities;
    for (const Providers::CapabilityFinding &finding : result.capabilities)
        capabilities.append(QJsonObject{{u"model"_s, finding.model},
                                        {u"capability"_s, finding.capability},
                                        {u"state"_s, stateName(finding.state)},
                                        {u"reason"_s, orNull(finding.reason)}});
    const Api::Provider &provider = tested.providers.front()->document;
    Api::Document alone = services.configuration.document();
    alone.providers = {provider};
    const auto prices = Ledger::PriceBook::compile(
        alone, 0, services.clock.wall(),
        {.list = services.priceList.current ? services.priceList.current() : nullptr,
         .volumes = {}});
    const Ledger::Price *price = prices->find(provider.id.toUtf8(), result.testedModel.toUtf8());
    const auto cost = price && result.usage.known
        ? Ledger::priceOf(result.usage, *price, provider.priceMultiplier)
        : std::nullopt;
    return {{u"checks"_s, checks},
            {u"models"_s, QJsonArray::fromStringList(result.models)},
            {u"tested_model"_s, result.testedModel},
            {u"tokens"_s, result.usage.promptTokens + result.usage.completionTokens},
            {u"cost_nano_usd"_s, cost ? QJsonValue(cost->paid.nanoUsd) : QJsonValue()},
            {u"key_accepted"_s, result.keyAccepted},
            {u"capabilities"_s, capabilities}};
}

//! Runs the test of \a provider with \a key and answers; the test keeps itself alive until then.
void runTest(Services &services, const Api::Provider &provider, const Providers::Credential &key,
             const Responder &responder)
{
    Api::Document document;
    document.providers = {provider};
    const auto snapshot = Config::Snapshot::compile(document, 0);
    const auto test = std::make_shared<std::unique_ptr<Providers::ProviderTest>>();
    *test = std::make_unique<Providers::ProviderTest>(
        services.clock, services.redactor, services.upstream, snapshot, key,
        [&services, snapshot, responder, test](const Providers::ProviderTestResult &result) {
            services.capabilities.record(snapshot->providers.front()->document, result,
                                         services.clock.wall());
            if (services.capabilitiesChanged)
                services.capabilitiesChanged();
            responder.reply(resultJson(services, *snapshot, result));
            QMetaObject::invokeMethod(
                &services.secrets, [test] { test->reset(); }, Qt::QueuedConnection);
        });
}

void testWithItsKey(Services &services, const Api::Provider &provider, const Responder &responder)
{
    readFirstKey(services, provider,
                 [&services, provider, responder](const Result<Providers::Credential> &key) {
                     if (key)
                         runTest(services, provider, *key, responder);
                     else
                         responder.fail(key.error());
                 });
}

void testStored(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Api::Provider *provider = findProvider(services, request.id());
    if (!provider) {
        responder.fail(noProvider(request.id()));
        return;
    }
    testWithItsKey(services, *provider, responder);
}

void readFirstKeyBy(const Api::Provider &provider, const Providers::SecretReader &read,
                    std::function<void(const Result<Providers::Credential> &)> done)
{
    Api::Document alone;
    alone.providers = {provider};
    auto &keys = alone.providers.front().keys;
    keys.removeIf([](const Api::ProviderKey &key) { return key.disabled; });
    keys = keys.mid(0, 1);
    const auto snapshot = Config::Snapshot::compile(alone, 0);
    Providers::resolveCredentials(
        snapshot, read,
        [snapshot, done = std::move(done)](
            const std::shared_ptr<const Providers::CredentialSet> &credentials) {
            const auto &found = credentials->of(*snapshot->providers.front()).keys;
            if (found.empty())
                done(Providers::Credential{.keyId = {}, .value = {}, .problem = {}});
            else if (found.front().problem)
                done(*found.front().problem);
            else
                done(found.front());
        });
}

//! Tests with a key as sent. Each part is a value or a reference: of a key that is rotated, some
//! parts are stored already.
void testWithGivenKey(Services &services, Api::Provider provider, const QString &secret,
                      const QJsonObject &body, const Responder &responder)
{
    QHash<QString, QByteArray> values;
    const auto part = [&values](const QString &member, const QString &sent) {
        if (sent.isEmpty() || Api::secretReferenceProblem(sent).isEmpty())
            return sent;
        const QString reference = u"given:%1"_s.arg(member);
        values.insert(reference, sent.toUtf8());
        return reference;
    };
    const auto other = [&](const QString &member) {
        return part(member, body.value(member).toString());
    };
    provider.keys = {{.id = u"test"_s,
                      .label = {},
                      .secret = part(u"secret"_s, secret),
                      .accessKey = other(u"access_key"_s),
                      .sessionToken = other(u"session_token"_s)}};
    readFirstKeyBy(
        provider,
        [&services, values](const QString &reference, const auto &answer) {
            const auto given = values.constFind(reference);
            if (given == values.constEnd())
                services.secrets.read(reference, &services.secrets, answer);
            else
                answer(Secrets::Secret(*given));
        },
        [&services, provider, responder](const Result<Providers::Credential> &key) {
            if (!key) {
                responder.fail(key.error());
                return;
            }
            Api::Provider tested = provider;
            tested.keys.clear();
            runTest(services, tested, *key, responder);
        });
}

void checkStored(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    if (!findProvider(services, id)) {
        responder.fail(noProvider(id));
        return;
    }
    const bool begun = services.checkProvider
        && services.checkProvider(id, [&services, responder](const Routing::HealthCheck &check) {
               responder.reply(checkJson(services, check));
           });
    if (!begun)
        responder.fail(Error{ErrorCode::Unavailable,
                             u"no key of provider '%1' can be used for a check"_s.arg(id)});
}

void testDraft(Services &services, const AdminRequest &request, const Responder &responder)
{
    Api::Findings findings;
    const Api::Provider provider =
        readProvider(request.body.value("provider"_L1).toObject(), findings);
    if (!Api::hasErrors(findings))
        findings += Api::validate(provider);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    const QString variable = request.body.value("from_environment"_L1).toString();
    const QString secret = request.body.value("secret"_L1).toString();
    if (variable.isEmpty() && secret.isEmpty()) {
        testWithItsKey(services, provider, responder); // an edited one keeps its stored key
        return;
    }
    testWithGivenKey(services, provider,
                     variable.isEmpty() ? secret : QString(u"env:"_s + variable), request.body,
                     responder);
}

QJsonObject knownJson(const Providers::KnownProvider &known)
{
    QJsonArray prefixes;
    if (!known.keyPrefix.isEmpty())
        prefixes.append(QString(known.keyPrefix));
    return {{u"kind"_s, QString(known.kind)},
            {u"name"_s, QString(known.name)},
            {u"dialect"_s, QString(known.dialect)},
            {u"base_url"_s, QString(known.baseUrl)},
            {u"key_prefixes"_s, prefixes},
            {u"env"_s, orNull(known.variable)},
            {u"region"_s, QJsonArray{QString(known.region)}},
            {u"local"_s, known.local},
            {u"engine"_s, orNull(known.engine)},
            {u"key_url"_s, orNull(known.keyPage)}};
}

void discover(Services &services, const AdminRequest &, const Responder &responder)
{
    QJsonArray environment;
    for (const Providers::KnownProvider &known : Providers::knownProviders()) {
        const QByteArray variable = QString(known.variable).toLatin1();
        if (!variable.isEmpty() && !qEnvironmentVariableIsEmpty(variable.constData()))
            environment.append(QJsonObject{{u"variable"_s, QString(known.variable)},
                                           {u"kind"_s, QString(known.kind)}});
    }
    const auto search = std::make_shared<std::unique_ptr<Providers::LocalServerSearch>>();
    *search = std::make_unique<Providers::LocalServerSearch>(
        services.clock, services.upstream,
        [&services, environment, responder, search](const QList<Providers::FoundServer> &found) {
            QJsonArray local;
            for (const Providers::FoundServer &server : found)
                local.append(QJsonObject{{u"kind"_s, QString(server.known->kind)},
                                         {u"name"_s, QString(server.known->name)},
                                         {u"base_url"_s, server.baseUrl},
                                         {u"engine"_s, orNull(server.known->engine)},
                                         {u"models"_s, QJsonArray::fromStringList(server.models)}});
            responder.reply({{u"local"_s, local}, {u"environment"_s, environment}});
            QMetaObject::invokeMethod(
                &services.secrets, [search] { search->reset(); }, Qt::QueuedConnection);
        });
}

} // namespace

const Api::Provider *findProvider(const Services &services, const QString &id)
{
    const auto &providers = services.configuration.document().providers;
    const auto it = std::ranges::find(providers, id, &Api::Provider::id);
    return it == providers.end() ? nullptr : &*it;
}

Error noProvider(const QString &id)
{
    return {ErrorCode::NotFound, u"there is no provider '%1'"_s.arg(id)};
}

void readFirstKey(Services &services, const Api::Provider &provider,
                  std::function<void(const Result<Providers::Credential> &)> done)
{
    readFirstKeyBy(
        provider,
        [&services](const QString &reference, const auto &answer) {
            services.secrets.read(reference, &services.secrets, answer);
        },
        std::move(done));
}

QString isoText(WallTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

void addProviderRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/providers"_s,
               [&services](const AdminRequest &, const Responder &responder) {
                   QJsonArray items;
                   for (const Api::Provider &provider : services.configuration.document().providers)
                       items.append(providerJson(services, provider));
                   responder.reply(listJson(items));
               });
    router.add("POST", u"/providers"_s, bind(createProvider));
    router.add("GET", u"/providers/known"_s, [](const AdminRequest &, const Responder &responder) {
        QJsonArray items;
        for (const Providers::KnownProvider &known : Providers::knownProviders())
            items.append(knownJson(known));
        responder.reply(listJson(items));
    });
    router.add("POST", u"/providers/test"_s, bind(testDraft));
    router.add("GET", u"/providers/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   if (const Api::Provider *provider = findProvider(services, request.id()))
                       responder.reply(providerJson(services, *provider), 200,
                                       services.configuration.revision());
                   else
                       responder.fail(noProvider(request.id()));
               });
    router.add("PUT", u"/providers/{id}"_s, bind(replaceProvider));
    router.add("DELETE", u"/providers/{id}"_s, bind(removeProvider));
    router.add("POST", u"/providers/{id}/test"_s, bind(testStored));
    router.add("POST", u"/providers/{id}/check"_s, bind(checkStored));
    router.add("POST", u"/providers/{id}/pause"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setPaused(services, request, responder, true);
               });
    router.add("POST", u"/providers/{id}/resume"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setPaused(services, request, responder, false);
               });
    router.add("GET", u"/discovery"_s, bind(discover));
}

} // namespace Gatehouse::Admin
