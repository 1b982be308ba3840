// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/dialects.h"
#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr double longestTimeout = 24.0 * 3'600'000; // one day, in milliseconds

//! Keys without an id are called by their position, from "1".
void numberKeys(QList<ProviderKey> &keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].id.isEmpty())
            keys[i].id = QString::number(i + 1);
    }
}

//! Takes the ids away again when every one is its key's position.
void unnumberKeys(QList<ProviderKey> &keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].id != QString::number(i + 1))
            return;
    }
    for (ProviderKey &key : keys)
        key.id.clear();
}

BoundField<Provider> keysField()
{
    BoundField<Provider> bound =
        bindList(&Provider::keys, providerKeyTable(),
                 {.key = u"keys"_s, .help = u"the provider's credentials"_s});
    bound.read = [read = bound.read](const QJsonValue &json, Provider &out, const Place &place) {
        read(json, out, place);
        numberKeys(out.keys);
    };
    bound.write = [write = bound.write](const Provider &provider, Defaults defaults) {
        Provider written = provider;
        if (defaults == Defaults::Omitted)
            unnumberKeys(written.keys);
        return write(written, defaults);
    };
    return bound;
}

} // namespace

const FieldTable<ProviderKey> &providerKeyTable()
{
    static const FieldTable<ProviderKey> table{
        bindValue(&ProviderKey::id,
                  {.key = u"id"_s,
                   .help = u"name of the key within the provider; its position if absent"_s}),
        bindValue(&ProviderKey::label, {.key = u"label"_s, .help = u"a name for people"_s}),
        bindValue(&ProviderKey::secret,
                  {.key = u"secret"_s,
                   .help = u"name where the key is kept, such as \"keychain:openai-main\""_s,
                   .required = true,
                   .secretReference = true}),
        bindValue(&ProviderKey::weight,
                  {.key = u"weight"_s,
                   .type = FieldType::Whole,
                   .help = u"share of the requests this key gets among the provider's keys"_s,
                   .minimum = 0,
                   .maximum = 1'000'000}),
        bindValue(
            &ProviderKey::disabled,
            {.key = u"disabled"_s, .type = FieldType::Flag, .help = u"keeps the key, unused"_s}),
        bindValue(&ProviderKey::added,
                  {.key = u"added"_s,
                   .help = u"the day its secret was set, such as \"2026-11-23\"; the gateway "
                           "writes it"_s}),
        bindValue(&ProviderKey::accessKey,
                  {.key = u"access_key"_s,
                   .help = u"Amazon: where the access key's id is kept; \"secret\" is its secret"_s,
                   .secretReference = true}),
        bindValue(&ProviderKey::sessionToken,
                  {.key = u"session_token"_s,
                   .help = u"Amazon: where the token of temporary credentials is kept"_s,
                   .secretReference = true}),
    };
    return table;
}

const FieldTable<ProviderQueue> &providerQueueTable()
{
    static const FieldTable<ProviderQueue> table{
        bindValue(&ProviderQueue::maxWaiting,
                  {.key = u"max_waiting"_s,
                   .type = FieldType::Whole,
                   .help = u"requests that may wait for a free place; 0 refuses at once"_s,
                   .minimum = 0,
                   .maximum = 100'000,
                   .unit = u"requests"_s}),
        bindValue(&ProviderQueue::maxWait,
                  {.key = u"max_wait"_s,
                   .type = FieldType::Duration,
                   .help = u"longest time a request waits for a free place"_s,
                   .minimum = 0,
                   .maximum = longestTimeout}),
    };
    return table;
}

const FieldTable<ProviderTimeouts> &providerTimeoutsTable()
{
    const auto timeout = [](const QString &key, const QString &help) {
        return Field{.key = key,
                     .type = FieldType::Duration,
                     .help = help,
                     .minimum = 1,
                     .maximum = longestTimeout};
    };
    static const FieldTable<ProviderTimeouts> table{
        bindValue(&ProviderTimeouts::connect,
                  timeout(u"connect"_s, u"name lookup, connection and TLS together"_s)),
        bindValue(&ProviderTimeouts::firstByte,
                  timeout(u"first_byte"_s, u"from the request's end to the answer's first byte"_s)),
        bindValue(&ProviderTimeouts::idle,
                  timeout(u"idle"_s, u"longest silence inside an answer"_s)),
        bindValue(&ProviderTimeouts::total, timeout(u"total"_s, u"the whole upstream call"_s)),
    };
    return table;
}

const FieldTable<Provider> &providerTable()
{
    static const FieldTable<Provider> table{
        bindValue(&Provider::id,
                  {.key = u"id"_s,
                   .help = u"give the provider a short name, such as \"openai\""_s,
                   .required = true}),
        bindValue(&Provider::name,
                  {.key = u"name"_s, .help = u"a name for people; the id if absent"_s}),
        bindValue(&Provider::dialect,
                  {.key = u"dialect"_s,
                   .help = u"the kind of provider, which decides the wire format: \"openai\" for "
                           "anything compatible"_s,
                   .required = true,
                   .choices = dialectNames()}),
        bindValue(&Provider::baseUrl,
                  {.key = u"base_url"_s,
                   .help = u"the address before \"/chat/completions\" or \"/messages\", such as "
                           "\"https://api.openai.com/v1\"; some kinds know their own"_s}),
        keysField(),
        bindValue(&Provider::region,
                  {.key = u"region"_s,
                   .type = FieldType::TextList,
                   .help = u"free tags that residency rules name: us, eu, de, on-prem"_s}),
        bindValue(&Provider::personalData,
                  {.key = u"personal_data"_s,
                   .type = FieldType::Flag,
                   .help = u"what is sent to it may hold personal data"_s}),
        bindValue(&Provider::retention,
                  {.key = u"retention"_s,
                   .help = u"how long it keeps what it is sent, in words for people"_s}),
        bindValue(&Provider::apiVersion,
                  {.key = u"api_version"_s,
                   .help = u"anthropic: \"auto\" or the date of the API version to ask for; "
                           "azure-openai with deployments: the date of its version"_s}),
        bindValue(&Provider::paused,
                  {.key = u"paused"_s,
                   .type = FieldType::Flag,
                   .help = u"keeps the provider, sends it nothing"_s}),
        bindValue(&Provider::maxInFlight,
                  {.key = u"max_in_flight"_s,
                   .type = FieldType::Whole,
                   .help = u"requests sent to it at the same time; 0 is no limit"_s,
                   .minimum = 0,
                   .maximum = 100'000,
                   .unit = u"requests"_s}),
        bindGroup(&Provider::queue, providerQueueTable(),
                  {.key = u"queue"_s, .help = u"what happens when it is full"_s}),
        bindGroup(&Provider::timeouts, providerTimeoutsTable(),
                  {.key = u"timeouts"_s, .help = u"when an upstream call is given up"_s}),
        bindValue(&Provider::priceMultiplier,
                  {.key = u"price_multiplier"_s,
                   .type = FieldType::Number,
                   .help = u"negotiated discount or surcharge on list prices: 0.85 is 15 % off"_s,
                   .minimum = 0,
                   .maximum = 1'000}),
        bindValue(&Provider::selfHosted,
                  {.key = u"self_hosted"_s,
                   .type = FieldType::Flag,
                   .help = u"runs on machines of the office"_s}),
        bindValue(&Provider::engine,
                  {.key = u"engine"_s,
                   .help = u"server program of a self-hosted provider"_s,
                   .choices = {u"vllm"_s, u"sglang"_s, u"llama.cpp"_s, u"ollama"_s, u"tgi"_s}}),
        bindValue(&Provider::hourlyCostUsd,
                  {.key = u"hourly_cost_usd"_s,
                   .type = FieldType::Number,
                   .help = u"what running it costs an hour"_s,
                   .minimum = 0,
                   .maximum = 1e6,
                   .unit = u"USD"_s}),
        bindValue(&Provider::hourlySchedule,
                  {.key = u"hourly_schedule"_s,
                   .help = u"when it is paid for: \"mon-fri 08:00-18:00\"; always if absent"_s}),
        bindValue(&Provider::hourlyFrom,
                  {.key = u"hourly_from"_s,
                   .help = u"first day it is paid for; that of its first request if absent"_s}),
        bindValue(&Provider::costBy,
                  {.key = u"cost_by"_s,
                   .help = u"what its requests are booked by: tokens, or the time they hold it"_s,
                   .required = true,
                   .choices = {u"tokens"_s, u"time"_s}}),
        bindValue(
            &Provider::headers,
            {.key = u"headers"_s,
             .type = FieldType::TextMap,
             .help = u"headers sent with every request; a value may be a secret reference"_s}),
        bindValue(
            &Provider::proxy,
            {.key = u"proxy"_s, .help = u"HTTP proxy, such as \"http://proxy.local:3128\""_s}),
        bindValue(&Provider::caFile,
                  {.key = u"ca_file"_s,
                   .help = u"file of certificates trusted for this provider, in PEM form"_s}),
        bindValue(&Provider::models,
                  {.key = u"models"_s,
                   .type = FieldType::TextList,
                   .help = u"models it offers; asked from the provider if absent"_s}),
        bindValue(&Provider::api,
                  {.key = u"api"_s,
                   .help = u"azure-openai: \"v1\" or \"deployments\"; bedrock: \"converse\" or "
                           "\"openai\""_s,
                   .choices = {u"v1"_s, u"deployments"_s, u"converse"_s, u"openai"_s}}),
        bindValue(&Provider::project,
                  {.key = u"project"_s, .help = u"vertex: the Google Cloud project"_s}),
        bindValue(&Provider::location,
                  {.key = u"location"_s,
                   .help = u"vertex: the Google Cloud location, such as \"europe-west4\" or "
                           "\"global\""_s}),
        bindValue(&Provider::awsRegion,
                  {.key = u"aws_region"_s,
                   .help = u"bedrock: the AWS region, such as \"eu-central-1\""_s}),
        bindGroup(&Provider::breaker, breakerPolicyTable(),
                  {.key = u"breaker"_s, .help = u"when it is no longer tried, and how long"_s}),
        bindGroup(&Provider::probe, probePolicyTable(),
                  {.key = u"probe"_s, .help = u"how its health is found out without traffic"_s}),
        bindGroup(&Provider::power, enginePowerTable(),
                  {.key = u"power"_s, .help = u"commands that start and stop its engine"_s}),
        bindValue(&Provider::adaptive,
                  {.key = u"adaptive"_s,
                   .type = FieldType::Flag,
                   .help = u"learns how many requests it takes at a time"_s}),
        bindValue(&Provider::retryBudget,
                  {.key = u"retry_budget"_s,
                   .type = FieldType::Whole,
                   .help = u"retries in percent of its requests"_s,
                   .minimum = 0,
                   .maximum = 1'000,
                   .unit = u"%"_s}),
        keep(&Provider::other, u"parameters"_s, KeptShape::Object,
             u"parameter rules of single models"_s),
        keep(&Provider::other, u"capabilities"_s, KeptShape::Object,
             u"what its models can do, where lists and tests are wrong: model to ability "
             u"(\"tools\") "
             "to true or false"_s),
    };
    return table;
}

Provider providerFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return providerTable().read(object, path, findings);
}

QJsonObject toJson(const Provider &provider, Defaults defaults)
{
    return providerTable().write(provider, defaults);
}

} // namespace Gatehouse::Api
