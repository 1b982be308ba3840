// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/enginewatch.h"

#include "core/base/log.h"
#include "core/providers/modellist.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

using Power = Routing::EngineState::Power;
using Warmth = Routing::ModelWarmth::Warmth;
using Providers::EngineReport;
using Providers::ProbeReply;

namespace {

constexpr Http::UpstreamTimeouts patience{.connect = 1s, .firstByte = 2s, .idle = 2s, .total = 3s};
constexpr std::chrono::seconds sleepTime{60}; // how long stopping may take
constexpr std::chrono::seconds usualPause{1};
constexpr std::chrono::seconds plainPause{5}; // between looks at an engine that tells no load

qint64 milliseconds(SteadyTime::duration time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

bool isWatched(const Config::Provider &provider)
{
    const Api::Provider &document = provider.document;
    return !document.paused
        && (Providers::engineKind(document.engine) || !document.power.wake.isEmpty()
            || !document.power.sleep.isEmpty());
}

} // namespace

//! One engine.
struct EngineWatch::Watched {
    const Config::Provider *provider = nullptr; //!< of the present publication
    Routing::ProviderState *state = nullptr;
    std::vector<const Routing::Entry *> entries; //!< targets at it

    std::optional<Providers::EngineKind> kind;
    std::size_t path = 0; //!< which of enginePaths() it answers
    std::unique_ptr<Providers::Probe> probe;
    std::vector<std::unique_ptr<Providers::Probe>> over; //!< ended, dropped at the next look
    SteadyTime askAgain{};
    int misses = 0;
    std::optional<EngineReport> report;
    SteadyTime reportedAt{};
    std::map<QByteArray, std::unique_ptr<Providers::Probe>> loading; //!< cold models, by name

    std::unique_ptr<PowerCommand> command;
    std::unique_ptr<PowerCommand> endedCommand; //!< dropped at the next look
    std::optional<SteadyTime> wakeUntil;        //!< being started; must answer by then
    SteadyTime wakeAgain{};
    SteadyTime usedAt{};

    const Api::EnginePower &power() const { return provider->document.power; }
    QString id() const { return provider->document.id; }
};

EngineWatch::EngineWatch(Parts parts)
    : m_parts(std::move(parts))
{
}

EngineWatch::~EngineWatch() = default;

void EngineWatch::look(const std::shared_ptr<const Gateway::Published> &published)
{
    m_published = published;
    std::map<QByteArray, std::unique_ptr<Watched>> kept;
    for (const auto &provider : published->snapshot->providers) {
        if (!isWatched(*provider))
            continue;
        auto &engine = kept[provider->id];
        engine = std::move(m_engines[provider->id]);
        if (!engine) {
            engine = std::make_unique<Watched>();
            engine->usedAt = m_parts.clock.steady();
        }
        engine->provider = provider.get();
        engine->state = published->routing->provider(provider->id)->state;
        engine->kind = Providers::engineKind(provider->document.engine);
        engine->entries.clear();
    }
    m_engines = std::move(kept);
    const auto addTargets = [this](const auto &routes) {
        for (const auto &route : routes) {
            for (const Routing::Entry &entry : m_published->routing->entries(*route)) {
                const auto found = m_engines.find(entry.target->provider->id);
                if (found != m_engines.end())
                    found->second->entries.push_back(&entry);
            }
        }
    };
    addTargets(published->snapshot->routes);
    addTargets(published->snapshot->directRoutes);
    for (auto &[id, engine] : m_engines)
        lookAt(*engine);
}

void EngineWatch::lookAt(Watched &engine)
{
    engine.over.clear();
    engine.endedCommand.reset();
    power(engine);
    if (!engine.probe && m_parts.clock.steady() >= engine.askAgain)
        ask(engine);
}

// --- load ---------------------------------------------------------------------------------------

std::optional<Http::UpstreamRequest> EngineWatch::question(const Watched &engine,
                                                           QByteArrayView method,
                                                           QByteArrayView path,
                                                           QByteArray body) const
{
    const Config::Provider &provider = *engine.provider;
    const auto &prepared = m_published->providers[static_cast<std::size_t>(provider.index)];
    Http::UpstreamRequest request;
    request.methodAndTarget =
        method.toByteArray() + ' ' + Providers::engineTarget(provider.address.basePath, path);
    request.fields = prepared.fields;
    request.timeouts = patience;
    if (!body.isEmpty()) {
        request.fields += "content-type: application/json\r\n";
        request.body = {std::move(body)};
    }
    const auto &keys = m_published->credentials->of(provider).keys;
    const WallTime now = m_parts.clock.wall();
    for (const Providers::Credential &key : keys) {
        if (key.problemAt(now))
            continue;
        Providers::authenticate(request, provider, key, prepared.endpoint, now);
        break;
    }
    return request;
}

void EngineWatch::ask(Watched &engine)
{
    QByteArrayView path = engine.provider->quirks->modelsPath;
    if (engine.kind)
        path = Providers::enginePaths(*engine.kind)[engine.path];
    if (path.isEmpty())
        return;
    auto request = question(engine, "GET", path, {});
    const auto &prepared = m_published->providers[static_cast<std::size_t>(engine.provider->index)];
    engine.probe =
        std::make_unique<Providers::Probe>(m_parts.clock, m_parts.upstream, prepared.endpoint,
                                           *std::move(request), [this, &engine](ProbeReply reply) {
                                               engine.over.push_back(std::move(engine.probe));
                                               answered(engine, reply);
                                           });
}

void EngineWatch::answered(Watched &engine, const ProbeReply &reply)
{
    if (reply.failure) {
        const auto kind = reply.failure->kind;
        missed(engine,
               kind == Http::UpstreamFailureKind::Connect
                   || kind == Http::UpstreamFailureKind::ConnectTimeout);
        return;
    }
    if (!engine.kind) { // tells no load, but it answers
        if (reply.status < 500)
            keep(engine, {});
        else
            missed(engine, false);
        return;
    }
    const auto paths = Providers::enginePaths(*engine.kind);
    const auto report =
        Providers::readEngineReport(*engine.kind, paths[engine.path], reply.status, reply.body);
    if (report) {
        keep(engine, *report);
        return;
    }
    engine.path = (engine.path + 1) % paths.size();
    missed(engine, false);
    if (engine.misses == 1)
        qCInfo(lcNode, "%s does not tell its load: %s", qUtf8Printable(engine.id()),
               qUtf8Printable(report.error().detail));
}

void EngineWatch::keep(Watched &engine, const EngineReport &report)
{
    const SteadyTime now = m_parts.clock.steady();
    engine.misses = 0;
    engine.askAgain = engine.kind || engine.wakeUntil ? SteadyTime{} : now + plainPause;
    engine.report = report;
    engine.reportedAt = now;
    if (report.isLoading) {
        engine.state->engine().setPower(Power::Waking);
        return;
    }
    if (engine.wakeUntil && !engine.command)
        woken(engine);
    else if (!engine.command)
        engine.state->engine().setPower(Power::Awake);
    if (report.load) {
        for (const Routing::Entry *entry : engine.entries)
            entry->state->reportLoad(
                {.running = report.load->running, .waiting = report.load->waiting}, now);
    }
    if (report.loadedModels)
        keepWarmth(engine, *report.loadedModels);
}

//! Without an answer. One that refuses connections and can be started is asleep.
void EngineWatch::missed(Watched &engine, bool isRefused)
{
    const SteadyTime now = m_parts.clock.steady();
    const int doublings = std::min(engine.misses++, 4);
    const bool isStarting = engine.wakeUntil.has_value();
    engine.askAgain = now
        + (isStarting ? usualPause : std::min(usualPause * (1 << doublings), longestPause))
        - 500ms; // looks are a second apart: never skip one for a few milliseconds
    if (isStarting || engine.command)
        return;
    auto &state = engine.state->engine();
    if (isRefused && !engine.power().wake.isEmpty())
        state.setPower(Power::Asleep);
    else if (state.power() == Power::Waking) // was loading and is gone: the breaker's business now
        state.setPower(Power::Awake);
}

// --- cold models --------------------------------------------------------------------------------

void EngineWatch::keepWarmth(Watched &engine, const QStringList &loaded)
{
    for (const Routing::Entry *entry : engine.entries) {
        Routing::ModelWarmth &model = entry->state->model();
        const QByteArray &name = entry->target->model;
        const bool isLoaded = std::ranges::any_of(loaded, [&name](const QString &one) {
            return Providers::isSameOllamaModel(one, QString::fromUtf8(name));
        });
        if (isLoaded)
            model.setWarmth(Warmth::Warm);
        else if (model.warmth() == Warmth::Warm)
            model.setWarmth(Warmth::Cold);
        else if (model.warmth() == Warmth::Warming && !engine.loading.contains(name))
            load(engine, name);
    }
}

//! Asks for the model by itself: what a request began goes on when its caller leaves.
void EngineWatch::load(Watched &engine, const QByteArray &model)
{
    auto request =
        question(engine, "POST", Providers::ollamaLoadPath, Providers::ollamaLoadBody(model));
    const auto time = engine.power().wakeTime;
    request->timeouts = {
        .connect = patience.connect, .firstByte = time, .idle = time, .total = time};
    const auto &prepared = m_published->providers[static_cast<std::size_t>(engine.provider->index)];
    engine.loading[model] = std::make_unique<Providers::Probe>(
        m_parts.clock, m_parts.upstream, prepared.endpoint, *std::move(request),
        [this, &engine, model](const ProbeReply &reply) {
            engine.over.push_back(std::move(engine.loading[model]));
            engine.loading.erase(model);
            for (const Routing::Entry *entry : engine.entries) {
                if (entry->target->model == model)
                    entry->state->model().setWarmth(reply.succeeded() ? Warmth::Warm
                                                                      : Warmth::Cold);
            }
            if (!reply.succeeded())
                tell(engine, Happening::LoadFailed, QString::fromUtf8(model));
        });
}

// --- power --------------------------------------------------------------------------------------

void EngineWatch::power(Watched &engine)
{
    Routing::EngineState &state = engine.state->engine();
    const SteadyTime now = m_parts.clock.steady();
    if (engine.wakeUntil && !engine.command && now >= *engine.wakeUntil) {
        wakeFailed(engine, u"it does not answer"_s);
        return;
    }
    if (engine.command || engine.wakeUntil)
        return;
    if (state.power() == Power::Asleep && now >= engine.wakeAgain && state.takeWish())
        wake(engine);
    else if (isIdle(engine))
        sleep(engine);
}

void EngineWatch::wake(Watched &engine)
{
    engine.state->engine().setPower(Power::Waking);
    if (engine.power().wake.isEmpty()) { // put to sleep by us, started by the next request itself
        engine.state->engine().setPower(Power::Awake);
        engine.usedAt = m_parts.clock.steady();
        return;
    }
    engine.wakeUntil = m_parts.clock.steady() + engine.power().wakeTime;
    engine.command = std::make_unique<PowerCommand>(
        engine.power().wake, engine.id(), engine.power().wakeTime,
        [this, &engine](const Result<void> &result, const QString &output) {
            engine.endedCommand = std::move(engine.command);
            qCInfo(lcNode, "%s: the wake command said: %s", qUtf8Printable(engine.id()),
                   qUtf8Printable(output));
            if (!result)
                wakeFailed(engine, result.error().detail);
            else
                engine.askAgain = {};
        });
}

//! It answers again.
void EngineWatch::woken(Watched &engine)
{
    engine.wakeUntil.reset();
    engine.usedAt = m_parts.clock.steady();
    engine.state->engine().setPower(Power::Awake);
    tell(engine, Happening::Woken, {});
}

void EngineWatch::wakeFailed(Watched &engine, const QString &why)
{
    engine.wakeUntil.reset();
    engine.wakeAgain = m_parts.clock.steady() + wakePause;
    engine.state->engine().countFailure();
    engine.state->engine().setPower(Power::Asleep);
    tell(engine, Happening::WakeFailed, why);
}

//! Without requests, ours or another's, for its idle time.
bool EngineWatch::isIdle(Watched &engine) const
{
    const SteadyTime now = m_parts.clock.steady();
    const bool isBusy = engine.state->inFlight() > 0
        || (engine.report && engine.report->load
            && engine.report->load->running + engine.report->load->waiting > 0);
    if (isBusy)
        engine.usedAt = now;
    engine.usedAt = std::max(engine.usedAt, engine.state->lastAttempt().value_or(engine.usedAt));
    return engine.power().idleTime > 0ms && !engine.power().sleep.isEmpty()
        && engine.state->engine().isAwake() && now - engine.usedAt >= engine.power().idleTime;
}

void EngineWatch::sleep(Watched &engine)
{
    Routing::EngineState &state = engine.state->engine();
    state.setPower(Power::Asleep);
    if (engine.state->inFlight() > 0) { // took its place a moment ago
        state.setPower(Power::Awake);
        return;
    }
    state.takeWish();
    engine.command = std::make_unique<PowerCommand>(
        engine.power().sleep, engine.id(), sleepTime,
        [this, &engine](const Result<void> &result, const QString &output) {
            engine.endedCommand = std::move(engine.command);
            qCInfo(lcNode, "%s: the sleep command said: %s", qUtf8Printable(engine.id()),
                   qUtf8Printable(output));
            engine.report.reset();
            if (result) {
                tell(engine, Happening::Slept, {});
                return;
            }
            engine.usedAt = m_parts.clock.steady(); // not again before another idle time
            engine.state->engine().setPower(Power::Awake);
            tell(engine, Happening::SleepFailed, result.error().detail);
        });
}

void EngineWatch::tell(const Watched &engine, Happening what, const QString &detail) const
{
    const Api::Provider &document = engine.provider->document;
    m_parts.tell({.what = what,
                  .provider = document.id,
                  .name = document.name.isEmpty() ? document.id : document.name,
                  .detail = detail});
}

// --- for screens --------------------------------------------------------------------------------

QJsonValue EngineWatch::json(const QString &provider) const
{
    const auto found = m_engines.find(provider.toUtf8());
    if (found == m_engines.end())
        return {};
    const Watched &engine = *found->second;
    QString state = engine.misses > 0 ? u"unreachable"_s
        : engine.report               ? u"ready"_s
                                      : u"unknown"_s;
    if (engine.report && engine.report->isLoading)
        state = u"loading"_s;
    else if (engine.state->engine().power() == Power::Asleep)
        state = u"asleep"_s;
    else if (engine.state->engine().power() == Power::Waking)
        state = u"waking"_s;
    const EngineReport none;
    const EngineReport &report = engine.report ? *engine.report : none;
    return QJsonObject{
        {u"state"_s, state},
        {u"running"_s, report.load ? QJsonValue(report.load->running) : QJsonValue()},
        {u"waiting"_s, report.load ? QJsonValue(report.load->waiting) : QJsonValue()},
        {u"cache_usage"_s, orNull(report.cacheUsage)},
        {u"prefix_hit_rate"_s, orNull(report.prefixHitRate)},
        {u"loaded_models"_s,
         report.loadedModels ? QJsonValue(QJsonArray::fromStringList(*report.loadedModels))
                             : QJsonValue()},
        {u"age_ms"_s,
         engine.report ? QJsonValue(milliseconds(m_parts.clock.steady() - engine.reportedAt))
                       : QJsonValue()}};
}

std::vector<Telemetry::Gauge> EngineWatch::gauges() const
{
    std::vector<Telemetry::Gauge> gauges;
    const auto add = [&](const QByteArray &name, const QByteArray &help, auto value) {
        for (const auto &[id, engine] : m_engines) {
            const bool isFresh = engine->report
                && m_parts.clock.steady() - engine->reportedAt <= Routing::TargetState::loadIsFresh;
            const std::optional<double> number = isFresh ? value(*engine->report) : std::nullopt;
            if (number)
                gauges.push_back({name, help, *number, Telemetry::label("provider", id)});
        }
    };
    using Number = std::optional<double>;
    add("gatehouse_engine_running", "Requests the engine works on.",
        [](const EngineReport &r) { return r.load ? Number(r.load->running) : Number(); });
    add("gatehouse_engine_waiting", "Requests waiting inside the engine.",
        [](const EngineReport &r) { return r.load ? Number(r.load->waiting) : Number(); });
    add("gatehouse_engine_cache_usage", "Share of the engine's key-value cache in use.",
        [](const EngineReport &r) { return r.cacheUsage; });
    add("gatehouse_engine_prefix_hit_rate", "Share of prompt tokens found in the prefix cache.",
        [](const EngineReport &r) { return r.prefixHitRate; });
    return gauges;
}

} // namespace Gatehouse::Node
