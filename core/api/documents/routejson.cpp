// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/api/documents/recordbodies.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

const FieldTable<RouteTarget> &routeTargetTable()
{
    static const FieldTable<RouteTarget> table{
        bindValue(&RouteTarget::provider,
                  {.key = u"provider"_s,
                   .help = u"name the provider that serves this target"_s,
                   .required = true}),
        bindValue(&RouteTarget::model,
                  {.key = u"model"_s,
                   .help = u"name the model as the provider calls it"_s,
                   .required = true}),
        bindValue(&RouteTarget::weight,
                  {.key = u"weight"_s,
                   .type = FieldType::Number,
                   .help = u"share of the requests this target gets"_s,
                   .minimum = 0,
                   .maximum = 1'000'000}),
        bindValue(&RouteTarget::tags,
                  {.key = u"tags"_s,
                   .type = FieldType::TextList,
                   .help = u"words that rules may name: \"tag:local\""_s}),
        bindValue(&RouteTarget::contextTokens,
                  {.key = u"context_tokens"_s,
                   .type = FieldType::Whole,
                   .help = u"most tokens it takes; 0: as the catalogue says"_s,
                   .minimum = 0,
                   .maximum = 100'000'000,
                   .unit = u"tokens"_s}),
        bindValue(&RouteTarget::pinned,
                  {.key = u"pinned"_s,
                   .type = FieldType::Flag,
                   .help = u"tell when another model than this one answers"_s}),
    };
    return table;
}

const FieldTable<RetryPolicy> &retryPolicyTable()
{
    static const FieldTable<RetryPolicy> table{
        bindValue(&RetryPolicy::attempts,
                  {.key = u"attempts"_s,
                   .type = FieldType::Whole,
                   .help = u"upstream calls in all, the first one included"_s,
                   .minimum = 1,
                   .maximum = 20}),
        bindValue(&RetryPolicy::backoff,
                  {.key = u"backoff"_s,
                   .type = FieldType::Duration,
                   .help = u"pause before the second call; it doubles from there"_s,
                   .minimum = 0,
                   .maximum = 60'000}),
        bindValue(&RetryPolicy::on,
                  {.key = u"on"_s,
                   .type = FieldType::TextList,
                   .help = u"failures that are tried again"_s,
                   .choices = {u"connect"_s, u"timeout"_s, u"429"_s, u"5xx"_s}}),
    };
    return table;
}

const FieldTable<Route> &routeTable()
{
    static const FieldTable<Route> table{
        bindValue(&Route::id,
                  {.key = u"id"_s,
                   .help = u"give the route the model name that clients send"_s,
                   .required = true}),
        bindValue(&Route::strategy,
                  {.key = u"strategy"_s,
                   .help = u"how a target is chosen"_s,
                   .required = true,
                   .choices = {u"priority"_s, u"weighted"_s, u"least_busy"_s, u"fastest"_s,
                               u"cheapest"_s, u"sticky"_s, u"prefix_affinity"_s}}),
        bindList(&Route::targets, routeTargetTable(),
                 {.key = u"targets"_s, .help = u"where the requests go"_s, .required = true}),
        bindValue(&Route::fallback,
                  {.key = u"fallback"_s,
                   .type = FieldType::TextList,
                   .help = u"other routes, tried in order"_s}),
        bindGroup(&Route::retry, retryPolicyTable(),
                  {.key = u"retry"_s, .help = u"what is tried again, and how often"_s}),
        bindValue(&Route::residency,
                  {.key = u"residency"_s,
                   .type = FieldType::TextList,
                   .help = u"regions the requests never leave, fallbacks included"_s}),
        bindList(
            &Route::rules, routeRuleTable(),
            {.key = u"rules"_s, .help = u"deny, redirect or narrow targets; first match wins"_s}),
        bindGroup(&Route::canary, canaryTable(),
                  {.key = u"canary"_s, .help = u"a share of the requests on trial"_s}),
        bindGroup(&Route::shadow, shadowTable(),
                  {.key = u"shadow"_s, .help = u"copies of requests, answers unused"_s}),
        bindGroup(
            &Route::hedge, hedgingTable(),
            {.key = u"hedge"_s, .help = u"a second target is asked when the first is slow"_s}),
        bindGroup(
            &Route::slowStream, slowStreamTable(),
            {.key = u"slow_stream"_s, .help = u"slow streams are given up before they begin"_s}),
        bindGroup(&Route::retire, retirementTable(),
                  {.key = u"retire"_s, .help = u"the end of this name"_s}),
        bindValue(&Route::maxWait,
                  {.key = u"max_wait"_s,
                   .type = FieldType::Duration,
                   .help = u"longest wait for a place before the next target is tried"_s,
                   .minimum = 0,
                   .maximum = 24.0 * 3'600'000}),
        bindValue(&Route::totalTime,
                  {.key = u"total_time"_s,
                   .type = FieldType::Duration,
                   .help = u"for a request with all its attempts"_s,
                   .minimum = 1,
                   .maximum = 24.0 * 3'600'000}),
        bindValue(&Route::promptLimit,
                  {.key = u"prompt_limit"_s,
                   .type = FieldType::Whole,
                   .help = u"larger prompts are refused; 0: no limit"_s,
                   .minimum = 0,
                   .maximum = 100'000'000,
                   .unit = u"tokens"_s}),
        bindValue(&Route::stickyBy,
                  {.key = u"sticky_by"_s,
                   .help = u"what stays at one target; the session, else the key, if absent"_s,
                   .choices = {u"key"_s, u"team"_s, u"session"_s}}),
        bindObject(&Route::set,
                   {.key = u"set"_s, .help = u"parameters forced, capped or removed"_s}),
        keep(&Route::other, u"cache"_s, KeptShape::Object, u"answers kept for equal requests"_s),
        recordBodiesField<Route>(),
    };
    return table;
}

Route routeFromJson(const QJsonObject &object, const QString &path, Findings &findings)
{
    return routeTable().read(object, path, findings);
}

QJsonObject toJson(const Route &route, Defaults defaults)
{
    return routeTable().write(route, defaults);
}

} // namespace Gatehouse::Api
