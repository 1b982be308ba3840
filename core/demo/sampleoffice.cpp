// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sampleoffice.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Demo {

namespace {

constexpr double nano = 1e9;
constexpr double cachedPart = 0.1; //!< of the input price, for tokens read from a cache

qint64 nanoUsd(double usd)
{
    return std::llround(usd * nano);
}

Api::Provider provider(const SampleProvider &sample, quint16 port)
{
    Api::Provider made;
    made.id = sample.id;
    made.name = sample.name;
    made.dialect = sample.dialect;
    made.baseUrl = u"http://127.0.0.1:%1%2"_s.arg(
        QString::number(port), sample.dialect == "openai"_L1 ? u"/v1"_s : QString());
    made.region = {sample.region};
    const bool isAbroad = sample.region == "us"_L1;
    made.personalData = !isAbroad;
    made.retention = isAbroad ? u"30 days"_s : u"Not kept"_s;
    made.paused = sample.paused;
    made.timeouts.firstByte = 8s;
    Api::ProviderKey key;
    key.id = u"1"_s;
    key.label = u"Sample key"_s;
    key.secret = u"session:"_s + sampleSecret(sample.id);
    made.keys = {key};
    return made;
}

Api::Route route(const QString &id, const QString &strategy, QList<Api::RouteTarget> targets,
                 const QStringList &fallback = {}, const QStringList &residency = {})
{
    Api::Route made;
    made.id = id;
    made.strategy = strategy;
    made.targets = std::move(targets);
    made.fallback = fallback;
    made.residency = residency;
    return made;
}

QList<Api::PriceOverride> prices()
{
    QList<Api::PriceOverride> all;
    for (const SampleModel &model : sampleModels()) {
        if (model.inputUsd <= 0)
            continue;
        Api::PriceOverride price;
        price.provider = QString::fromLatin1(model.provider);
        price.model = QString::fromLatin1(model.model);
        price.input = nanoUsd(model.inputUsd);
        price.output = nanoUsd(model.outputUsd);
        price.cacheRead = nanoUsd(model.inputUsd * cachedPart);
        all.append(price);
    }
    return all;
}

QList<Api::Route> routes(size_t revisions)
{
    const double heavier = revisions < 5 ? 70 : 60;
    const QStringList fallback = revisions < 4 ? QStringList() : QStringList{u"eu-private"_s};
    QList<Api::Route> all{
        route(u"chat-default"_s, u"weighted"_s,
              {{u"openai"_s, u"gpt-4o"_s, heavier},
               {u"mistral"_s, u"mistral-large"_s, 100 - heavier}},
              fallback),
        route(u"assistant"_s, u"weighted"_s,
              {{u"anthropic"_s, u"claude-sonnet-4-5"_s, 3},
               {u"bedrock"_s, u"claude-sonnet-4-5"_s, 1}}),
        route(u"eu-private"_s, u"priority"_s,
              {{u"mistral"_s, u"mistral-small"_s, 1}, {u"gpu"_s, u"llama-3.1-8b"_s, 1}}, {},
              {u"eu"_s, u"on-prem"_s}),
        route(u"fast"_s, u"weighted"_s,
              {{u"openai"_s, u"gpt-4o-mini"_s, 2}, {u"gpu"_s, u"llama-3.1-8b"_s, 1}},
              {u"eu-private"_s})};
    if (revisions >= 4)
        all.front().shadow = Api::Shadow{
            .target = {u"mistral"_s, u"mistral-small"_s}, .percent = 20, .dailyLimit = nanoUsd(2)};
    if (revisions >= 6)
        all.back().canary = Api::Canary{
            .target = {u"mistral"_s, u"mistral-small"_s},
            .percent = 10,
            .keys = {},
            .duration = 24h,
            .halt = {.errorRateAbove = 5, .firstTokenP95Above = 1500ms, .costAbove = 50}};
    return all;
}

//! A quarter before and a quarter after \a today, which it uses up about in time.
Api::Contract contract(const QDate &today)
{
    Api::Contract made;
    made.id = u"openai-halfyear"_s;
    made.provider = u"openai"_s;
    made.amount = nanoUsd(900);
    made.from = today.addDays(-29).toString(Qt::ISODate);
    made.until = today.addDays(150).toString(Qt::ISODate);
    return made;
}

} // namespace

std::span<const SampleModel> sampleModels()
{
    static const std::array models{
        SampleModel{"openai", "gpt-4o", 2.5, 10, 380, 84},
        SampleModel{"openai", "gpt-4o-mini", 0.15, 0.6, 290, 112},
        SampleModel{"openai", "gpt-5-preview", 0, 0, 620, 58},
        SampleModel{"anthropic", "claude-sonnet-4-5", 3, 15, 640, 68},
        SampleModel{"bedrock", "claude-sonnet-4-5", 3, 15, 510, 66},
        SampleModel{"mistral", "mistral-large", 2, 6, 420, 77},
        SampleModel{"mistral", "mistral-small", 0.2, 0.6, 240, 121},
        SampleModel{"gpu", "llama-3.1-8b", 0.6, 1.8, 95, 142},
        SampleModel{"ollama", "llama3.2", 0, 0, 180, 36},
    };
    return models;
}

std::span<const SampleProvider> sampleProviders()
{
    static const std::array providers{
        SampleProvider{u"openai"_s, u"OpenAI (sample)"_s, u"openai"_s, u"us"_s, 0.004, false},
        SampleProvider{u"anthropic"_s, u"Anthropic (sample)"_s, u"anthropic"_s, u"us"_s, 0.008,
                       false},
        SampleProvider{u"bedrock"_s, u"Bedrock (sample)"_s, u"anthropic"_s, u"eu"_s, 0.003, false},
        SampleProvider{u"mistral"_s, u"Mistral (sample)"_s, u"openai"_s, u"eu"_s, 0.004, false},
        SampleProvider{u"gpu"_s, u"vLLM (sample)"_s, u"openai"_s, u"on-prem"_s, 0.002, false},
        SampleProvider{u"ollama"_s, u"Ollama (sample)"_s, u"openai"_s, u"pc"_s, 0, true},
    };
    return providers;
}

std::span<const SampleKey> sampleKeys()
{
    static const std::array keys{
        SampleKey{"web-chat", u"support"_s, {u"chat-default"_s, u"fast"_s}, u"s.chen"_s, 30},
        SampleKey{"helpdesk-bot", u"support"_s, {u"eu-private"_s}, u"s.chen"_s, 30},
        SampleKey{"ide-assistants", u"engineering"_s, {u"assistant"_s, u"fast"_s}, u"j.lind"_s, 30},
        SampleKey{"paper-search", u"research"_s, {u"*"_s}, u"m.ortiz"_s, 29},
        SampleKey{"contractor",
                  u"engineering"_s,
                  {u"chat-default"_s, u"assistant"_s},
                  u"j.lind"_s,
                  25,
                  -1,
                  5},
        SampleKey{"finance-pilot", u"research"_s, {u"eu-private"_s}, u"m.ortiz"_s, 3},
        SampleKey{"old-prototype", u"research"_s, {u"*"_s}, u"p.novak"_s, 30, 12},
        SampleKey{"summer-intern", u"engineering"_s, {u"fast"_s}, u"p.novak"_s, 30, 20},
    };
    return keys;
}

std::span<const SampleUse> sampleUses()
{
    static const std::array uses{
        SampleUse{"web-chat", "openai-chat", "chat-default", 26, 0.96, 7200, 0.25, 150, false,
                  "app=chat"},
        SampleUse{"helpdesk-bot", "openai-chat", "eu-private", 13, 0.85, 5800, 0, 110, false,
                  "app=helpdesk"},
        SampleUse{"paper-search", "openai-chat", "fast", 9, 0.35, 9000, 0, 70, false,
                  "job=nightly"},
        SampleUse{"paper-search", "openai-chat", "openai/gpt-5-preview", 0.6, 0.5, 4000, 0, 160,
                  false, "job=trial"},
        SampleUse{"paper-search", "openai-chat", "chat-default", 9, 0.7, 14000, 0, 190, true, {}},
        SampleUse{"ide-assistants", "anthropic-messages", "assistant", 30, 0.97, 31000, 0.62, 190,
                  true, "app=editor", 0.35},
        SampleUse{"ide-assistants", "openai-chat", "fast", 14, 0.95, 1900, 0, 45, true,
                  "app=editor,kind=completion"},
        SampleUse{
            "contractor", "anthropic-messages", "assistant", 4, 0.9, 18000, 0.4, 160, true, {}},
        SampleUse{"old-prototype",
                  "openai-chat",
                  "openai/gpt-5-preview",
                  2,
                  0.2,
                  2600,
                  0,
                  120,
                  false,
                  {}},
        SampleUse{"summer-intern", "openai-chat", "fast", 3, 0.8, 900, 0, 90, true, {}},
    };
    return uses;
}

std::span<const SamplePerson> samplePeople()
{
    static const std::array people{
        SamplePerson{u"m.ortiz"_s, Api::Role::Administrator, u"laptop"_s, u"10.0.4.21"_s, 18},
        SamplePerson{u"j.lind"_s, Api::Role::Editor, u"workstation"_s, u"10.0.4.37"_s, 155},
        SamplePerson{u"k.baumann"_s, Api::Role::Billing, u"office"_s, u"10.0.7.12"_s, 2900},
        SamplePerson{u"p.novak"_s, Api::Role::Operator, u"laptop"_s, u"10.0.4.50"_s, 17'000, true},
        SamplePerson{u"s.chen"_s, Api::Role::Viewer, {}, {}},
    };
    return people;
}

std::span<const SampleRevision> sampleRevisions()
{
    static const std::array revisions{
        SampleRevision{30, 9, 12, u"sample data"_s, u"Five providers, four routes, three teams"_s},
        SampleRevision{19, 11, 40, u"m.ortiz"_s, u"The GPU has its own price"_s},
        SampleRevision{8, 14, 5, u"j.lind"_s, u"Try Ollama on the workstation, paused for now"_s},
        SampleRevision{2, 13, 20, u"m.ortiz"_s, u"Fallback for chat after the outage"_s},
        SampleRevision{0, 5, 10, u"m.ortiz"_s, u"Shift chat towards Mistral"_s},
        SampleRevision{0, 2, 40, u"j.lind"_s, u"Mistral Small on trial"_s},
    };
    return revisions;
}

const SampleModel *sampleModel(QByteArrayView providerId, QByteArrayView model)
{
    const auto all = sampleModels();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SampleModel &candidate) {
        return candidate.provider == providerId && candidate.model == model;
    });
    return found == all.end() ? nullptr : &*found;
}

QString sampleSecret(const QString &provider)
{
    return u"sample-%1"_s.arg(provider);
}

Api::Document sampleDocument(size_t revisions, const QHash<QString, quint16> &ports,
                             const QString &timeZone, const QDate &today)
{
    Api::Document document;
    document.gateway.reportingTimeZone = timeZone;
    for (const SampleProvider &sample : sampleProviders()) {
        if (sample.id != "ollama"_L1 || revisions >= 3)
            document.providers.append(provider(sample, ports.value(sample.id)));
    }
    Api::Provider &gpu = document.providers[4];
    gpu.selfHosted = true;
    gpu.engine = u"vllm"_s;
    gpu.hourlyCostUsd = 1.2;
    gpu.maxInFlight = 32;
    document.routes = routes(revisions);
    document.teams = {
        {u"support"_s, u"Customer support"_s, {u"chat-default"_s, u"eu-private"_s, u"fast"_s}, {}},
        {.id = u"engineering"_s,
         .name = u"Engineering"_s,
         .routes = {u"assistant"_s, u"chat-default"_s, u"fast"_s},
         .residency = {},
         .keyLimits = {.rpm = 120, .tpm = {}, .maxInFlight = 8}},
        {u"research"_s, u"Research"_s, {}, {}}};
    constexpr qint64 dollar = 1'000'000'000;
    document.budgets = {
        {.id = {}, .scope = u"gateway"_s, .limit = 700 * dollar, .warnAt = {80, 95}},
        {.id = {}, .scope = u"team:engineering"_s, .limit = 400 * dollar, .warnAt = {80}},
        {.id = {},
         .scope = u"team:support"_s,
         .limit = 180 * dollar,
         .warnAt = {80},
         .action = u"warn"_s},
        {.id = {},
         .scope = u"provider:anthropic"_s,
         .limit = 25 * dollar,
         .period = u"day"_s,
         .warnAt = {},
         .action = u"warn"_s}};
    if (today.isValid())
        document.contracts = {contract(today)};
    document.prices = prices();
    if (revisions < 2)
        document.prices.removeIf(
            [](const Api::PriceOverride &price) { return price.provider == "gpu"_L1; });
    return document;
}

} // namespace Gatehouse::Demo
