// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"

#include "core/api/documents/recordbodies.h"
#include "core/api/documents/yamltext.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

Field wholeField(const QString &key, double minimum, double maximum, const QString &help,
                 const QString &unit = {})
{
    return {.key = key,
            .type = FieldType::Whole,
            .help = help,
            .minimum = minimum,
            .maximum = maximum,
            .unit = unit};
}

Field durationField(const QString &key, const QString &help)
{
    constexpr double longest = 24.0 * 3'600'000;
    return {
        .key = key, .type = FieldType::Duration, .help = help, .minimum = 1, .maximum = longest};
}

Field sizeField(const QString &key, double minimum, double maximum, const QString &help)
{
    return {
        .key = key, .type = FieldType::Size, .help = help, .minimum = minimum, .maximum = maximum};
}

Field priceField(const QString &key, const QString &help)
{
    constexpr double dearest = 1e15; // a million dollars, in nano-dollars
    return {.key = key,
            .type = FieldType::Dollars,
            .help = help,
            .minimum = 0,
            .maximum = dearest,
            .unit = u"USD"_s};
}

Field listField(const QString &key, const QString &help)
{
    return {.key = key, .type = FieldType::TextList, .help = help};
}

//! The gateway's check is left to its own validate(), as with the nouns in lists.
BoundField<Document> gatewayField()
{
    BoundField<Document> bound =
        bindGroup(&Document::gateway, gatewayTable(),
                  {.key = u"gateway"_s, .help = u"addresses, limits, retention"_s});
    bound.check = [](const Document &, const Place &) {};
    return bound;
}

} // namespace

const FieldTable<TlsFiles> &tlsTable()
{
    static const FieldTable<TlsFiles> table{
        bindValue(&TlsFiles::certificate,
                  {.key = u"certificate"_s,
                   .help = u"name the file with the certificate chain, in PEM form"_s,
                   .required = true}),
        bindValue(&TlsFiles::key,
                  {.key = u"key"_s,
                   .help = u"name the file with the certificate's private key, in PEM form"_s,
                   .required = true}),
    };
    return table;
}

const FieldTable<ImageFetching> &imageFetchingTable()
{
    using I = ImageFetching;
    constexpr double kib = 1024;
    constexpr double longest = 5.0 * 60'000;
    static const FieldTable<I> table{
        bindValue(&I::enabled,
                  {.key = u"enabled"_s,
                   .type = FieldType::Flag,
                   .help = u"the gateway loads images that requests name by address"_s}),
        bindValue(&I::maxBytes,
                  sizeField(u"max_bytes"_s, kib, 256 * kib * kib, u"largest image"_s)),
        bindValue(&I::timeout,
                  {.key = u"timeout"_s,
                   .type = FieldType::Duration,
                   .help = u"time for an image to arrive"_s,
                   .minimum = 100,
                   .maximum = longest}),
        bindValue(
            &I::allowedHosts,
            listField(u"allowed_hosts"_s,
                      u"where images may lie: \"*.example.com\"; anywhere public if absent"_s)),
        bindValue(&I::privateHosts,
                  listField(u"private_hosts"_s,
                            u"hosts of your own network that may be asked, also over http"_s)),
    };
    return table;
}

const FieldTable<GatewaySettings> &gatewayTable()
{
    using G = GatewaySettings;
    constexpr double kib = 1024;
    constexpr double mib = kib * kib;
    constexpr double gib = kib * mib;
    static const FieldTable<G> table{
        bindValue(&G::listen,
                  {.key = u"listen"_s,
                   .type = FieldType::TextList,
                   .help = u"give at least one address and port, such as \"127.0.0.1:4417\""_s,
                   .required = true}),
        bindValue(
            &G::adminListen,
            {.key = u"admin_listen"_s,
             .help = u"address and port of the admin API over TCP; absent: local socket only"_s}),
        bindGroup(&G::tls, tlsTable(), {.key = u"tls"_s, .help = u"certificate for HTTPS"_s}),
        bindValue(&G::bodyLimit, sizeField(u"body_limit"_s, 1, 4 * gib, u"largest request body"_s)),
        bindValue(
            &G::headLimit,
            sizeField(u"head_limit"_s, kib, kib * kib, u"largest request head, all fields"_s)),
        bindValue(&G::fieldLimit,
                  wholeField(u"field_limit"_s, 1, 10'000, u"most header fields of a request"_s)),
        bindValue(&G::headTime,
                  durationField(u"head_time"_s, u"time for a request's head to arrive"_s)),
        bindValue(&G::bodyTime,
                  durationField(u"body_time"_s,
                                u"how long a body may take to arrive, plus 1 s for each 64 KiB"_s)),
        bindValue(
            &G::idleTime,
            durationField(u"idle_time"_s, u"how long a connection waits for its next request"_s)),
        bindValue(
            &G::drainTime,
            durationField(u"drain_time"_s, u"time running requests get to finish at a stop"_s)),
        bindValue(&G::maxConnections,
                  wholeField(u"max_connections"_s, 1, 1'000'000, u"connections open at once"_s)),
        bindValue(&G::maxConnectionsPerAddress,
                  wholeField(u"max_connections_per_address"_s, 0, 1'000'000,
                             u"connections of one client address; 0: 100 for other computers"_s)),
        bindValue(
            &G::workers,
            wholeField(u"workers"_s, 0, 256, u"threads that serve; 0: one per core, at most 4"_s)),
        bindValue(&G::reusePort,
                  {.key = u"reuse_port"_s,
                   .type = FieldType::Flag,
                   .help = u"each worker accepts by itself (SO_REUSEPORT)"_s}),
        bindValue(&G::recordBodies,
                  {.key = u"record_bodies"_s,
                   .help = u"which requests and answers are recorded word by word"_s,
                   .required = true,
                   .choices = {u"never"_s, u"errors"_s, u"all"_s}}),
        bindValue(&G::reportingTimeZone,
                  {.key = u"reporting_time_zone"_s,
                   .help = u"decides days, months and budget periods; the system's if absent"_s}),
        bindValue(&G::weekStart,
                  {.key = u"week_start"_s,
                   .help = u"the day weeks of reports and budgets begin with"_s,
                   .required = true,
                   .choices = {u"monday"_s, u"saturday"_s, u"sunday"_s}}),
        bindValue(&G::logLevel,
                  {.key = u"log_level"_s,
                   .help = u"the least that is written to the log"_s,
                   .required = true,
                   .choices = {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}}),
        bindValue(&G::keepRequestDays,
                  wholeField(u"keep_request_days"_s, 1, 36'500, u"how long requests are kept"_s,
                             u"days"_s)),
        bindValue(&G::keepRequestBytes,
                  sizeField(u"keep_request_bytes"_s, 0, 1024.0 * 1024 * gib,
                            u"size of the request log above which the oldest go; 0: no bound"_s)),
        bindValue(&G::keepRollupDays,
                  wholeField(u"keep_rollup_days"_s, 1, 36'500, u"how long daily sums are kept"_s,
                             u"days"_s)),
        bindValue(&G::keepResponses,
                  {.key = u"keep_responses"_s,
                   .type = FieldType::Duration,
                   .help = u"how long OpenAI responses and their input are kept; 0: never"_s,
                   .minimum = 0,
                   .maximum = 3'650.0 * 24 * 3'600'000}),
        bindValue(&G::keepBodies,
                  {.key = u"keep_bodies"_s,
                   .type = FieldType::Duration,
                   .help = u"how long recorded requests and answers are kept; 0: never"_s,
                   .minimum = 0,
                   .maximum = 3'650.0 * 24 * 3'600'000}),
        bindValue(&G::keepBodyBytes,
                  sizeField(u"keep_body_bytes"_s, mib, 1024.0 * 1024 * gib,
                            u"size of what is recorded above which the oldest goes"_s)),
        bindValue(&G::refuseUnpriced,
                  {.key = u"refuse_unpriced"_s,
                   .type = FieldType::Flag,
                   .help = u"requests to models without a price are refused"_s}),
        bindValue(&G::currency, {.key = u"currency"_s, .help = u"shown beside dollars: \"EUR\""_s}),
        bindValue(&G::currencyRate,
                  {.key = u"currency_rate"_s,
                   .type = FieldType::Number,
                   .help = u"of that currency for a dollar"_s,
                   .minimum = 0.000001,
                   .maximum = 1e9}),
        bindValue(&G::currencyRateDate,
                  {.key = u"currency_rate_date"_s,
                   .help = u"the day that rate is of, such as 2026-11-20"_s}),
        bindValue(&G::currencyRateSource,
                  {.key = u"currency_rate_source"_s,
                   .help = u"who published that rate: \"ECB\"; absent: entered by hand"_s}),
        bindValue(&G::backupSchedule,
                  {.key = u"backup_schedule"_s,
                   .help = u"when both databases are copied; weekly: as the week starts"_s,
                   .required = true,
                   .choices = {u"off"_s, u"daily"_s, u"weekly"_s}}),
        bindValue(&G::backupHour,
                  wholeField(u"backup_hour"_s, 0, 23,
                             u"the hour of scheduled backups, in the reporting time zone"_s)),
        bindValue(&G::backupFolder,
                  {.key = u"backup_folder"_s,
                   .help = u"where scheduled backups go; beside the data if absent"_s}),
        bindValue(&G::backupKeep,
                  wholeField(u"backup_keep"_s, 1, 1000, u"scheduled backups that are kept"_s)),
        bindValue(&G::reportFolder,
                  {.key = u"report_folder"_s,
                   .help = u"where monthly reports are written; none if absent"_s}),
        bindValue(
            &G::keepResponseBytes,
            sizeField(u"keep_response_bytes"_s, 0, 1024.0 * 1024 * gib,
                      u"size of the kept responses above which the oldest go; 0: no bound"_s)),
        bindGroup(
            &G::fetchImages, imageFetchingTable(),
            {.key = u"fetch_images"_s,
             .help = u"images that requests name by address, for providers that need bytes"_s}),
    };
    return table;
}

const FieldTable<Team> &teamTable()
{
    static const FieldTable<Team> table{
        bindValue(&Team::id,
                  {.key = u"id"_s, .help = u"give the team a short name"_s, .required = true}),
        bindValue(&Team::name,
                  {.key = u"name"_s, .help = u"a name for people; the id if absent"_s}),
        bindValue(&Team::routes,
                  listField(u"routes"_s, u"what the team's keys may call; all if absent"_s)),
        bindValue(&Team::residency,
                  listField(u"residency"_s, u"regions the team's requests never leave"_s)),
        bindValue(
            &Team::targets,
            listField(u"targets"_s, u"what its requests may use: \"gpu/*\"; all if absent"_s)),
        bindGroup(&Team::keyLimits, keyLimitsTable(),
                  {.key = u"key_limits"_s,
                   .help = u"limits its new keys start with where they name none"_s}),
    };
    return table;
}

const FieldTable<DeclaredKey> &keyTable()
{
    static const FieldTable<DeclaredKey> table{
        bindValue(&DeclaredKey::id,
                  {.key = u"id"_s, .help = u"give the key a short name"_s, .required = true}),
        bindValue(&DeclaredKey::team, {.key = u"team"_s, .help = u"the team it belongs to"_s}),
        bindValue(&DeclaredKey::secret,
                  {.key = u"secret"_s,
                   .help = u"name where the key is kept, such as \"env:GH_CI_KEY\""_s,
                   .required = true,
                   .secretReference = true}),
        bindValue(&DeclaredKey::routes,
                  listField(u"routes"_s, u"what it may call: \"fast\", \"openai/*\", \"*\""_s)),
        bindValue(&DeclaredKey::expires,
                  {.key = u"expires"_s, .help = u"first day, or moment, it no longer works"_s}),
        bindValue(
            &DeclaredKey::tags,
            listField(u"tags"_s, u"what its requests are booked under: \"project=search\""_s)),
        bindValue(
            &DeclaredKey::disabled,
            {.key = u"disabled"_s, .type = FieldType::Flag, .help = u"keeps the key, refused"_s}),
        bindValue(&DeclaredKey::owner, {.key = u"owner"_s, .help = u"the person it belongs to"_s}),
        bindValue(&DeclaredKey::residency,
                  listField(u"residency"_s, u"regions its requests never leave"_s)),
        bindValue(
            &DeclaredKey::targets,
            listField(u"targets"_s, u"what its requests may use: \"gpu/*\"; all if absent"_s)),
        bindValue(&DeclaredKey::addresses,
                  listField(u"addresses"_s,
                            u"client addresses and networks it works from; all if absent"_s)),
        bindValue(&DeclaredKey::priority,
                  {.key = u"priority"_s,
                   .help = u"who waits behind whom"_s,
                   .choices = {u"interactive"_s, u"batch"_s}}),
        recordBodiesField<DeclaredKey>(),
    };
    return table;
}

const FieldTable<PicturePrice> &picturePriceTable()
{
    using P = PicturePrice;
    static const FieldTable<P> table{
        bindValue(&P::size,
                  {.key = u"size"_s, .help = u"such as \"1024x1792\"; any size if absent"_s}),
        bindValue(&P::quality,
                  {.key = u"quality"_s, .help = u"such as \"hd\"; any quality if absent"_s}),
        bindValue(&P::each, priceField(u"usd"_s, u"each such picture"_s)),
    };
    return table;
}

const FieldTable<TierPrice> &tierPriceTable()
{
    using P = TierPrice;
    static const FieldTable<P> table{
        bindValue(&P::above,
                  {.key = u"above"_s,
                   .type = FieldType::Whole,
                   .help = u"prompt tokens that a request must exceed"_s,
                   .minimum = 1,
                   .maximum = 1e9,
                   .unit = u"tokens"_s}),
        bindValue(&P::input, priceField(u"input_usd_per_mtok"_s, u"a million input tokens"_s)),
        bindValue(&P::output, priceField(u"output_usd_per_mtok"_s, u"a million output tokens"_s)),
        bindValue(
            &P::cacheRead,
            priceField(u"cache_read_usd_per_mtok"_s, u"a million tokens read from its cache"_s)),
        bindValue(
            &P::cacheWrite,
            priceField(u"cache_write_usd_per_mtok"_s, u"a million tokens written to its cache"_s)),
        bindValue(
            &P::batchInput,
            priceField(u"batch_input_usd_per_mtok"_s, u"a million input tokens at batch rates"_s)),
        bindValue(&P::batchOutput,
                  priceField(u"batch_output_usd_per_mtok"_s,
                             u"a million output tokens at batch rates"_s)),
    };
    return table;
}

const FieldTable<PriceOverride> &priceTable()
{
    using P = PriceOverride;
    static const FieldTable<P> table{
        bindValue(&P::provider,
                  {.key = u"provider"_s, .help = u"name the provider"_s, .required = true}),
        bindValue(&P::model,
                  {.key = u"model"_s,
                   .help = u"name the model, or \"*\" for all of the provider's"_s,
                   .required = true}),
        bindValue(&P::input, priceField(u"input_usd_per_mtok"_s, u"a million input tokens"_s)),
        bindValue(&P::output, priceField(u"output_usd_per_mtok"_s, u"a million output tokens"_s)),
        bindValue(
            &P::cacheRead,
            priceField(u"cache_read_usd_per_mtok"_s, u"a million tokens read from its cache"_s)),
        bindValue(
            &P::cacheWrite,
            priceField(u"cache_write_usd_per_mtok"_s, u"a million tokens written to its cache"_s)),
        bindValue(&P::cacheWriteHour,
                  priceField(u"cache_write_hour_usd_per_mtok"_s,
                             u"a million tokens written to its one-hour cache"_s)),
        bindValue(&P::audioInput,
                  priceField(u"audio_input_usd_per_mtok"_s, u"a million tokens of sound heard"_s)),
        bindValue(&P::audioOutput,
                  priceField(u"audio_output_usd_per_mtok"_s, u"a million tokens of sound made"_s)),
        bindValue(
            &P::imageInput,
            priceField(u"image_input_usd_per_mtok"_s, u"a million tokens of pictures to edit"_s)),
        bindValue(&P::request, priceField(u"request_usd"_s, u"each request"_s)),
        bindValue(&P::image, priceField(u"image_usd"_s, u"each picture made"_s)),
        bindList(&P::pictures, picturePriceTable(),
                 {.key = u"images"_s, .help = u"pictures made, by size and quality"_s}),
        bindValue(&P::second, priceField(u"second_usd"_s, u"each second of sound heard"_s)),
        bindValue(
            &P::characters,
            priceField(u"characters_usd_per_million"_s, u"a million characters read aloud"_s)),
        bindValue(&P::query, priceField(u"query_usd"_s, u"each search of a reranking"_s)),
        bindValue(&P::from, {.key = u"from"_s, .help = u"first day it holds; always if absent"_s}),
        bindValue(&P::reasoning,
                  priceField(u"reasoning_usd_per_mtok"_s, u"a million reasoning tokens"_s)),
        bindValue(
            &P::batchInput,
            priceField(u"batch_input_usd_per_mtok"_s, u"a million input tokens at batch rates"_s)),
        bindValue(&P::batchOutput,
                  priceField(u"batch_output_usd_per_mtok"_s,
                             u"a million output tokens at batch rates"_s)),
        bindValue(&P::batchCacheRead,
                  priceField(u"batch_cache_read_usd_per_mtok"_s,
                             u"a million tokens read from its cache at batch rates"_s)),
        bindList(&P::tiers, tierPriceTable(),
                 {.key = u"tiers"_s, .help = u"prices of requests with long prompts"_s}),
    };
    return table;
}

const FieldTable<Document> &documentTable()
{
    static const FieldTable<Document> table{
        bindValue(&Document::version,
                  {.key = u"version"_s,
                   .type = FieldType::Whole,
                   .help = u"version of the configuration format"_s,
                   .minimum = 1,
                   .maximum = 1}),
        gatewayField(),
        bindList(&Document::providers, providerTable(),
                 {.key = u"providers"_s, .help = u"where models are"_s}),
        bindList(&Document::routes, routeTable(),
                 {.key = u"routes"_s, .help = u"model names and where they lead"_s}),
        bindList(&Document::teams, teamTable(), {.key = u"teams"_s, .help = u"groups of keys"_s}),
        bindList(&Document::keys, keyTable(),
                 {.key = u"keys"_s, .help = u"keys declared in the configuration"_s}),
        bindList(&Document::limits, limitTable(),
                 {.key = u"limits"_s, .help = u"rate limits by scope"_s}),
        bindList(&Document::budgets, budgetTable(),
                 {.key = u"budgets"_s, .help = u"spending limits by scope"_s}),
        bindList(&Document::prices, priceTable(), {.key = u"prices"_s, .help = u"own prices"_s}),
        bindList(&Document::contracts, contractTable(),
                 {.key = u"contracts"_s, .help = u"what was agreed with providers"_s}),
        bindList(&Document::alerts, alertRuleTable(),
                 {.key = u"alerts"_s, .help = u"who is told of what"_s}),
        bindList(&Document::channels, alertChannelTable(),
                 {.key = u"channels"_s, .help = u"ways to tell"_s}),
        keep(&Document::other, u"guardrails"_s, KeptShape::List, u"what may pass"_s),
        keep(&Document::other, u"cluster"_s, KeptShape::Object, u"several nodes"_s),
    };
    return table;
}

Document documentFromJson(const QJsonObject &object, Findings &findings)
{
    return documentTable().read(object, {}, findings);
}

QJsonObject toJson(const Document &document, Defaults defaults)
{
    QJsonObject object = documentTable().write(document, defaults);
    object.insert(u"version"_s, document.version); // a file always says which format it has
    return object;
}

Team teamFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return teamTable().read(object, path, findings);
}

DeclaredKey keyFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return keyTable().read(object, path, findings);
}

PriceOverride priceFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return priceTable().read(object, path, findings);
}

Qt::DayOfWeek GatewaySettings::firstDayOfWeek() const
{
    if (weekStart == "saturday"_L1)
        return Qt::Saturday;
    return weekStart == "sunday"_L1 ? Qt::Sunday : Qt::Monday;
}

GatewaySettings gatewayFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return gatewayTable().read(object, path, findings);
}

QJsonObject toJson(const Team &team, Defaults defaults)
{
    return teamTable().write(team, defaults);
}

QJsonObject toJson(const DeclaredKey &key, Defaults defaults)
{
    return keyTable().write(key, defaults);
}

QJsonObject toJson(const PriceOverride &price, Defaults defaults)
{
    return priceTable().write(price, defaults);
}

QByteArray toYaml(const Document &document)
{
    return documentYaml(toJson(document));
}

QByteArray documentYaml(const QJsonObject &document)
{
    // What a thing is called before what it is; the parts in the order people think of them.
    static const QStringList order{u"version"_s,  u"gateway"_s,  u"providers"_s, u"routes"_s,
                                   u"teams"_s,    u"keys"_s,     u"prices"_s,    u"id"_s,
                                   u"name"_s,     u"provider"_s, u"model"_s,     u"dialect"_s,
                                   u"base_url"_s, u"strategy"_s, u"targets"_s,   u"fallback"_s};
    return yamlText(document, order);
}

QJsonObject toJson(const GatewaySettings &settings, Defaults defaults)
{
    return gatewayTable().write(settings, defaults);
}

} // namespace Gatehouse::Api
