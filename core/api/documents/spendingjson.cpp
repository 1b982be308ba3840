// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

Field dollars(const QString &key, const QString &help)
{
    return {.key = key,
            .type = FieldType::Dollars,
            .help = help,
            .minimum = 0,
            .maximum = 1e17,
            .unit = u"USD"_s};
}

Field scopeField(const QString &help)
{
    return {.key = u"scope"_s, .help = help, .required = true};
}

Field count(const QString &key, const QString &help, const QString &unit)
{
    return {.key = key,
            .type = FieldType::Whole,
            .help = help,
            .minimum = 1,
            .maximum = 2'000'000'000,
            .unit = unit};
}

} // namespace

const FieldTable<Limit> &limitTable()
{
    static const FieldTable<Limit> table{
        bindValue(&Limit::scope,
                  scopeField(u"name what is limited: \"gateway\", \"team:research\", \"key:ci\", "
                             "\"route:fast\" or \"provider:openai\""_s)),
        bindValue(&Limit::rpm, count(u"rpm"_s, u"requests in any minute"_s, u"requests/min"_s)),
        bindValue(&Limit::tpm, count(u"tpm"_s, u"tokens in any minute"_s, u"tokens/min"_s)),
        bindValue(&Limit::maxInFlight,
                  count(u"max_in_flight"_s, u"requests at the same time"_s, u"requests"_s)),
    };
    return table;
}

const FieldTable<Budget> &budgetTable()
{
    static const FieldTable<Budget> table{
        bindValue(&Budget::id, {.key = u"id"_s, .help = u"a short name; made from the scope"_s}),
        bindValue(&Budget::scope,
                  scopeField(u"name what may spend: \"gateway\", \"team:research\", \"key:ci\", "
                             "\"person:ann\", \"route:fast\", \"provider:openai\" or "
                             "\"tag:project=search\""_s)),
        bindValue(&Budget::limit, dollars(u"limit_usd"_s, u"what may be spent in a period"_s)),
        bindValue(&Budget::period,
                  {.key = u"period"_s,
                   .help = u"day, week, month, quarter, year, or a rolling one such as \"P30D\""_s,
                   .required = true}),
        bindValue(&Budget::warnAt,
                  {.key = u"warn_at"_s,
                   .type = FieldType::WholeList,
                   .help = u"percent of the limit at which people are told"_s,
                   .minimum = 1,
                   .maximum = 100}),
        bindValue(&Budget::action,
                  {.key = u"action"_s,
                   .help = u"when it is used up: \"block\", \"warn\" or \"redirect:ROUTE\""_s,
                   .required = true}),
    };
    return table;
}

const FieldTable<Contract> &contractTable()
{
    static const FieldTable<Contract> table{
        bindValue(&Contract::id,
                  {.key = u"id"_s, .help = u"give the contract a short name"_s, .required = true}),
        bindValue(&Contract::provider,
                  {.key = u"provider"_s, .help = u"name the provider"_s, .required = true}),
        bindValue(&Contract::amount, dollars(u"amount_usd"_s, u"what is to be used up"_s)),
        bindValue(&Contract::from,
                  {.key = u"from"_s, .help = u"give the first day"_s, .required = true}),
        bindValue(&Contract::until,
                  {.key = u"until"_s, .help = u"give the last day"_s, .required = true}),
        bindValue(&Contract::note, {.key = u"note"_s, .help = u"a line for people"_s}),
    };
    return table;
}

} // namespace Gatehouse::Api
