// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr double dayMs = 24.0 * 3'600'000;

Field flag(const QString &key, const QString &help)
{
    return {.key = key, .type = FieldType::Flag, .help = help};
}

Field texts(const QString &key, const QString &help)
{
    return {.key = key, .type = FieldType::TextList, .help = help};
}

Field tokens(const QString &key, const QString &help)
{
    return {.key = key,
            .type = FieldType::Whole,
            .help = help,
            .minimum = 0,
            .maximum = 100'000'000,
            .unit = u"tokens"_s};
}

Field percent(const QString &key, const QString &help, double maximum = 100)
{
    return {.key = key, .type = FieldType::Percent, .help = help, .minimum = 0, .maximum = maximum};
}

Field duration(const QString &key, const QString &help, double maximum)
{
    return {
        .key = key, .type = FieldType::Duration, .help = help, .minimum = 0, .maximum = maximum};
}

} // namespace

const FieldTable<ModelReference> &modelReferenceTable()
{
    static const FieldTable<ModelReference> table{
        bindValue(&ModelReference::provider,
                  {.key = u"provider"_s, .help = u"name the provider"_s, .required = true}),
        bindValue(&ModelReference::model,
                  {.key = u"model"_s,
                   .help = u"name the model as the provider calls it"_s,
                   .required = true}),
    };
    return table;
}

const FieldTable<RuleCondition> &ruleConditionTable()
{
    using C = RuleCondition;
    static const FieldTable<C> table{
        bindValue(&C::keys, texts(u"keys"_s, u"one of these keys asks"_s)),
        bindValue(&C::teams, texts(u"teams"_s, u"a key of one of these teams asks"_s)),
        bindValue(&C::tags, texts(u"tags"_s, u"one of these tags: \"project=search\""_s)),
        bindValue(&C::regions, texts(u"regions"_s, u"the caller is bound to one of these"_s)),
        bindValue(&C::tools, flag(u"tools"_s, u"the request offers tools"_s)),
        bindValue(&C::images, flag(u"images"_s, u"the request carries images"_s)),
        bindValue(&C::audio, flag(u"audio"_s, u"the request carries sound"_s)),
        bindValue(&C::structured, flag(u"structured"_s, u"the answer must follow a schema"_s)),
        bindValue(&C::streamed, flag(u"streamed"_s, u"the answer is wanted as a stream"_s)),
        bindValue(&C::promptTokensAbove,
                  tokens(u"prompt_tokens_above"_s, u"the prompt has more tokens than this"_s)),
        bindValue(&C::promptTokensBelow,
                  tokens(u"prompt_tokens_below"_s, u"the prompt has fewer tokens than this"_s)),
        bindValue(&C::time,
                  texts(u"time"_s, u"in the reporting time zone: \"mon-fri 08:00-18:00\""_s)),
        bindValue(&C::budgetUsedAbove,
                  percent(u"budget_used_above"_s,
                          u"more than this of the caller's fullest budget is spent"_s)),
        bindValue(&C::headers,
                  {.key = u"headers"_s,
                   .type = FieldType::TextMap,
                   .help = u"header fields of the request; \"*\" at an end stands for anything"_s}),
    };
    return table;
}

const FieldTable<RouteRule> &routeRuleTable()
{
    static const FieldTable<RouteRule> table{
        bindValue(&RouteRule::name, {.key = u"name"_s, .help = u"a name for people"_s}),
        bindGroup(&RouteRule::when, ruleConditionTable(),
                  {.key = u"when"_s, .help = u"everything given must hold"_s}),
        bindValue(&RouteRule::deny,
                  {.key = u"deny"_s, .help = u"refuse the request with this sentence"_s}),
        bindValue(&RouteRule::route, {.key = u"route"_s, .help = u"send it to this route"_s}),
        bindValue(
            &RouteRule::targets,
            texts(u"targets"_s, u"leave only these: \"gpu\", \"openai/gpt-4o\", \"tag:local\""_s)),
    };
    return table;
}

const FieldTable<CanaryGuard> &canaryGuardTable()
{
    static const FieldTable<CanaryGuard> table{
        bindValue(&CanaryGuard::errorRateAbove,
                  percent(u"error_rate_above"_s, u"more of its requests fail"_s)),
        bindValue(&CanaryGuard::firstTokenP95Above,
                  duration(u"first_token_p95_above"_s, u"95 % of its first tokens come later"_s,
                           600'000)),
        bindValue(
            &CanaryGuard::costAbove,
            percent(u"cost_above"_s, u"a request costs so much more than elsewhere"_s, 100'000)),
        bindValue(&CanaryGuard::leastRequests,
                  {.key = u"least_requests"_s,
                   .type = FieldType::Whole,
                   .help = u"nothing is judged before so many"_s,
                   .minimum = 1,
                   .maximum = 100'000}),
    };
    return table;
}

const FieldTable<Canary> &canaryTable()
{
    static const FieldTable<Canary> table{
        bindGroup(&Canary::target, modelReferenceTable(),
                  {.key = u"target"_s, .help = u"what is tried"_s, .required = true}),
        bindValue(&Canary::percent, percent(u"percent"_s, u"share of the requests"_s)),
        bindValue(&Canary::keys, texts(u"keys"_s, u"keys whose requests all go there"_s)),
        bindValue(&Canary::duration,
                  duration(u"for"_s, u"after this time it gets every request"_s, 3'650 * dayMs)),
        bindGroup(&Canary::halt, canaryGuardTable(),
                  {.key = u"halt"_s, .help = u"what stops it"_s}),
    };
    return table;
}

const FieldTable<Shadow> &shadowTable()
{
    static const FieldTable<Shadow> table{
        bindGroup(&Shadow::target, modelReferenceTable(),
                  {.key = u"target"_s, .help = u"who gets the copies"_s, .required = true}),
        bindValue(&Shadow::percent, percent(u"percent"_s, u"share of the requests copied"_s)),
        bindValue(&Shadow::dailyLimit,
                  {.key = u"daily_limit_usd"_s,
                   .type = FieldType::Dollars,
                   .help = u"no more copies on a day when they cost this much"_s,
                   .minimum = 0,
                   .maximum = 1e15,
                   .unit = u"USD"_s}),
    };
    return table;
}

const FieldTable<Hedging> &hedgingTable()
{
    static const FieldTable<Hedging> table{
        bindValue(&Hedging::after,
                  duration(u"after"_s, u"no first byte by then: a second target is asked too"_s,
                           600'000)),
        bindValue(&Hedging::extraCost,
                  percent(u"extra_cost"_s, u"most of the requests that may be asked twice"_s)),
    };
    return table;
}

const FieldTable<SlowStreamGuard> &slowStreamTable()
{
    static const FieldTable<SlowStreamGuard> table{
        bindValue(&SlowStreamGuard::tokensPerSecond,
                  {.key = u"tokens_per_second"_s,
                   .type = FieldType::Number,
                   .help = u"slower streams are given up for the next target"_s,
                   .minimum = 0.1,
                   .maximum = 100'000}),
        bindValue(
            &SlowStreamGuard::hold,
            duration(u"hold"_s, u"how long a stream is held back to prove its speed"_s, 60'000)),
    };
    return table;
}

const FieldTable<Retirement> &retirementTable()
{
    static const FieldTable<Retirement> table{
        bindValue(&Retirement::date,
                  {.key = u"date"_s,
                   .help = u"give the last day of this name, such as 2027-01-01"_s,
                   .required = true}),
        bindValue(&Retirement::route, {.key = u"route"_s, .help = u"the route that takes over"_s}),
        bindValue(&Retirement::notice, {.key = u"notice"_s, .help = u"a sentence for callers"_s}),
    };
    return table;
}

} // namespace Gatehouse::Api
