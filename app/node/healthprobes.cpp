// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/healthprobes.h"

#include "core/base/json.h"
#include "core/dialects/classify.h"
#include "core/providers/modellist.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Node {

namespace {

//! What one question costs, before it is asked.
constexpr Usage expectedUsage{.promptTokens = 10, .completionTokens = 1, .known = true};

qint64 dayOf(WallTime time)
{
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

QByteArray questionFor(const QByteArray &model)
{
    QByteArray body = R"({"model":")";
    appendJsonEscaped(body, model);
    body += R"(","messages":[{"role":"user","content":"Hi"}],"max_tokens":1})";
    return body;
}

std::optional<Money> costOf(const Gateway::Published &published, const Config::Provider &provider,
                            const QByteArray &model, const Usage &usage)
{
    const Ledger::Price *const price = published.prices->find(provider.id, model);
    const auto cost =
        price ? Ledger::priceOf(usage, *price, provider.document.priceMultiplier) : std::nullopt;
    return cost ? std::optional(cost->paid) : std::nullopt;
}

} // namespace

struct HealthProbes::Watch {
    SteadyTime seen{}; //!< when the provider was first looked at
    std::optional<SteadyTime> askedAt = {};
    bool hasFailed = false; //!< at the last check
    qint64 day = 0;
    qint64 spentNano = 0; //!< on that day
    std::optional<Providers::Question> question = {};
    std::unique_ptr<Providers::Probe> probe = {};
    std::vector<Done> waiting = {};
};

void HealthProbes::tick(const std::shared_ptr<const Gateway::Published> &published)
{
    std::erase_if(m_watches, [&](const auto &entry) {
        return !published->snapshot->provider(QByteArray::fromStdString(entry.first));
    });
    for (const auto &provider : published->snapshot->providers) {
        std::shared_ptr<Watch> &watch = m_watches[provider->id.toStdString()];
        if (!watch)
            watch = std::make_shared<Watch>(Watch{.seen = m_parts.clock.steady()});
        if (provider->document.paused || provider->document.probe.mode == QLatin1String("traffic"))
            continue;
        if (isDue(*provider, *watch))
            begin(published, *provider);
    }
}

bool HealthProbes::isIdle(const Config::Provider &provider) const
{
    const auto last = m_parts.live.provider(provider.id).lastAttempt();
    return !last || m_parts.clock.steady() - *last >= provider.document.probe.interval;
}

//! Down: every few seconds. Without traffic: at the interval, a tenth more or less, so that many
//! gateways do not ask together.
bool HealthProbes::isDue(const Config::Provider &provider, Watch &watch) const
{
    if (watch.probe)
        return false;
    const milliseconds interval = provider.document.probe.interval;
    const auto age = m_parts.clock.steady() - watch.askedAt.value_or(watch.seen);
    if (age < std::min<milliseconds>(interval, downInterval))
        return false;
    const auto targets = m_parts.live.targets(provider.id);
    const bool isDown = std::ranges::any_of(targets, [](const auto &target) {
        return target.state->isOpen() && !target.state->isHeld();
    });
    if (isDown || watch.hasFailed)
        return isDown || isIdle(provider);
    const auto jitter = interval / 10 * (qHash(provider.id) % 21) / 10 - interval / 10;
    return age >= interval + jitter && isIdle(provider);
}

//! The first that is down, else the one the policy names, else the first there is.
QByteArray HealthProbes::modelToAsk(const Gateway::Published &published,
                                    const Config::Provider &provider, Watch &watch) const
{
    if (provider.document.probe.mode != QLatin1String("token"))
        return {};
    QByteArray model = provider.document.probe.model.toUtf8();
    if (model.isEmpty() && !provider.document.models.isEmpty())
        model = provider.document.models.first().toUtf8();
    for (const auto &target : m_parts.live.targets(provider.id)) {
        if (target.state->isOpen() && !target.state->isHeld()) {
            model = target.model;
            break;
        }
    }
    return !model.isEmpty() && isPaid(published, provider, model, watch) ? model : QByteArray();
}

//! The day's money is enough for one more question; without a limit it always is.
bool HealthProbes::isPaid(const Gateway::Published &published, const Config::Provider &provider,
                          const QByteArray &model, Watch &watch) const
{
    const qint64 today = dayOf(m_parts.clock.wall());
    if (std::exchange(watch.day, today) != today)
        watch.spentNano = 0;
    if (!provider.document.probe.dailyLimit)
        return true;
    const auto cost = costOf(published, provider, model, expectedUsage);
    return cost && watch.spentNano + cost->nanoUsd <= *provider.document.probe.dailyLimit;
}

bool HealthProbes::check(const std::shared_ptr<const Gateway::Published> &published,
                         const QString &provider, Done done)
{
    const Config::Provider *const found = published->snapshot->provider(provider.toUtf8());
    if (!found)
        return false;
    std::shared_ptr<Watch> &watch = m_watches[found->id.toStdString()];
    if (!watch)
        watch = std::make_shared<Watch>(Watch{.seen = m_parts.clock.steady()});
    if (!watch->probe && !begin(published, *found))
        return false;
    watch->waiting.push_back(std::move(done));
    return true;
}

bool HealthProbes::begin(const std::shared_ptr<const Gateway::Published> &published,
                         const Config::Provider &provider)
{
    Watch &watch = *m_watches[provider.id.toStdString()];
    watch.askedAt = m_parts.clock.steady();
    const auto &credentials = published->credentials->of(provider);
    const WallTime now = m_parts.clock.wall();
    const auto usable = std::ranges::find_if(
        credentials.keys, [now](const auto &key) { return !key.problemAt(now); });
    if (credentials.needsKey && usable == credentials.keys.end())
        return false;
    const Providers::Credential none{.keyId = {}, .value = {}, .problem = {}};
    const Turn turn{.published = published,
                    .provider = &provider,
                    .model = modelToAsk(*published, provider, watch)};
    return ask(turn, usable == credentials.keys.end() ? none : *usable, watch);
}

bool HealthProbes::ask(const Turn &turn, const Providers::Credential &key, Watch &watch)
{
    const Config::Provider &provider = *turn.provider;
    const WallTime now = m_parts.clock.wall();
    Http::Endpoint endpoint = Providers::prepare(provider).endpoint;
    Http::UpstreamRequest request;
    watch.question.reset();
    if (!turn.model.isEmpty()) {
        auto question = Providers::Question::make(provider, Dialects::Format::OpenAiChat,
                                                  turn.model, questionFor(turn.model));
        if (!question)
            return false;
        watch.question = *std::move(question);
        request = watch.question->request(key, now);
    } else {
        auto list = Providers::modelListQuestion(provider, key, now);
        Providers::ProviderQuestion question =
            list ? *std::move(list) : Providers::reachQuestion(provider);
        endpoint = question.endpoint;
        request = std::move(question.request);
    }
    request.timeouts = {.connect = provider.document.timeouts.connect,
                        .firstByte = patience,
                        .idle = patience,
                        .total = 2 * patience};
    const auto kept = m_watches[provider.id.toStdString()];
    watch.probe = std::make_unique<Providers::Probe>(
        m_parts.clock, m_parts.upstream, endpoint, std::move(request),
        [this, turn, weak = std::weak_ptr(kept)](const Providers::ProbeReply &reply) {
            if (const auto watching = weak.lock())
                take(turn, reply, *watching);
        });
    return true;
}

//! Reachability is what the list tells: any answer but a failure of the provider's own will do.
Routing::HealthCheck HealthProbes::judged(const Turn &turn, const Providers::ProbeReply &reply,
                                          Watch &watch, bool &blamesTargets) const
{
    using Dialects::FailureClass;
    Routing::HealthCheck check{.time = m_parts.clock.steady(),
                               .passed = !reply.failure && reply.status < 400,
                               .asksModel = !turn.model.isEmpty(),
                               .milliseconds = int(reply.totalUs / 1000),
                               .detail = {}};
    if (reply.failure) {
        blamesTargets = true;
        check.detail = QString::fromUtf8(m_parts.redactor.redacted(reply.failure->detail.toUtf8()));
    } else if (!check.passed) {
        const auto none = [](QByteArrayView) { return QByteArrayView(); };
        const Dialects::Failure failure =
            Dialects::classifyAnswer(reply.status, none, reply.body, m_parts.clock.wall());
        blamesTargets = reply.status >= 500;
        const bool isRefused = failure.kind == FailureClass::WrongCredentials
            && (reply.status == 401 || check.asksModel);
        check.passed = !blamesTargets && !isRefused;
        check.asksModel = false; // nothing was proved
        check.detail = QString::fromUtf8(m_parts.redactor.redacted(failure.error.message));
    } else if (check.asksModel) {
        const auto answer = watch.question->answer(reply.body);
        check.passed = bool(answer);
        blamesTargets = !check.passed;
        check.detail = answer ? QString() : answer.error().detail;
        const Usage usage = answer && answer->usage.known ? answer->usage : expectedUsage;
        const auto cost = costOf(*turn.published, *turn.provider, turn.model, usage);
        watch.spentNano += cost ? cost->nanoUsd : 0;
    }
    return check;
}

void HealthProbes::take(const Turn &turn, const Providers::ProbeReply &reply, Watch &watch)
{
    bool blamesTargets = false;
    const Routing::HealthCheck check = judged(turn, reply, watch, blamesTargets);
    watch.hasFailed = !check.passed;
    m_parts.live.provider(turn.provider->id).note(check);
    if (check.passed || blamesTargets)
        feed(turn, check, blamesTargets);
    const auto waiting = std::exchange(watch.waiting, {});
    watch.probe.reset();
    for (const Done &done : waiting)
        done(check);
}

//! Traffic is believed before a check: one that is closed learns of it only where there is none.
void HealthProbes::feed(const Turn &turn, const Routing::HealthCheck &check,
                        bool blamesTargets) const
{
    const bool idle = isIdle(*turn.provider);
    for (const auto &target : m_parts.live.targets(turn.provider->id)) {
        if (!turn.model.isEmpty() && target.model != turn.model)
            continue;
        if (target.state->isOpen() || idle)
            target.state->checked(!blamesTargets, check.asksModel, check.time);
    }
}

} // namespace Gatehouse::Node
