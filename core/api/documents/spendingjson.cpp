// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"

#include <algorithm>

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

Field discountField()
{
    return {.key = u"discount_percent"_s,
            .type = FieldType::Number,
            .help = u"percent off every price while the contract is in force"_s,
            .minimum = 0,
            .maximum = 100,
            .unit = u"%"_s};
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

Field requestsField()
{
    return count(u"rpm"_s, u"requests in any minute"_s, u"requests/min"_s);
}

Field tokensField()
{
    return count(u"tpm"_s, u"tokens in any minute"_s, u"tokens/min"_s);
}

Field inFlightField()
{
    return count(u"max_in_flight"_s, u"requests at the same time"_s, u"requests"_s);
}

} // namespace

const FieldTable<Limit> &limitTable()
{
    static const FieldTable<Limit> table{
        bindValue(&Limit::scope,
                  scopeField(u"name what is limited: \"gateway\", \"team:research\", \"key:ci\", "
                             "\"route:fast\" or \"provider:openai\""_s)),
        bindValue(&Limit::rpm, requestsField()),
        bindValue(&Limit::tpm, tokensField()),
        bindValue(&Limit::maxInFlight, inFlightField()),
    };
    return table;
}

const FieldTable<KeyLimits> &keyLimitsTable()
{
    static const FieldTable<KeyLimits> table{
        bindValue(&KeyLimits::rpm, requestsField()),
        bindValue(&KeyLimits::tpm, tokensField()),
        bindValue(&KeyLimits::maxInFlight, inFlightField()),
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

const FieldTable<ContractTier> &contractTierTable()
{
    static const FieldTable<ContractTier> table{
        bindValue(&ContractTier::above,
                  dollars(u"above_usd"_s, u"volume before discounts from which it holds"_s)),
        bindValue(&ContractTier::discountPercent, discountField()),
    };
    return table;
}

const FieldTable<ContractPrice> &contractPriceTable()
{
    using P = ContractPrice;
    static const FieldTable<P> table{
        bindValue(&P::model,
                  {.key = u"model"_s,
                   .help = u"name the model, or \"*\" for all of the provider's"_s,
                   .required = true}),
        bindValue(&P::above,
                  dollars(u"above_usd"_s, u"volume before discounts from which it holds"_s)),
        bindValue(&P::input, dollars(u"input_usd_per_mtok"_s, u"a million input tokens"_s)),
        bindValue(&P::output, dollars(u"output_usd_per_mtok"_s, u"a million output tokens"_s)),
        bindValue(&P::cacheRead,
                  dollars(u"cache_read_usd_per_mtok"_s, u"a million tokens read from its cache"_s)),
        bindValue(
            &P::cacheWrite,
            dollars(u"cache_write_usd_per_mtok"_s, u"a million tokens written to its cache"_s)),
        bindValue(&P::reasoning,
                  dollars(u"reasoning_usd_per_mtok"_s, u"a million reasoning tokens"_s)),
        bindValue(
            &P::batchInput,
            dollars(u"batch_input_usd_per_mtok"_s, u"a million input tokens at batch rates"_s)),
        bindValue(
            &P::batchOutput,
            dollars(u"batch_output_usd_per_mtok"_s, u"a million output tokens at batch rates"_s)),
    };
    return table;
}

bool Contract::isAbout(QStringView model) const
{
    return models.isEmpty() || std::ranges::any_of(models, [model](const QString &name) {
               return name.endsWith(u'*') ? model.startsWith(QStringView(name).chopped(1))
                                          : model == name;
           });
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
        bindValue(&Contract::models,
                  {.key = u"models"_s,
                   .type = FieldType::TextList,
                   .help = u"models it is about: \"gpt-4o\", \"gpt-4o*\"; all if absent"_s}),
        bindValue(&Contract::discountPercent, discountField()),
        bindList(&Contract::tiers, contractTierTable(),
                 {.key = u"tiers"_s, .help = u"discounts by the volume reached"_s}),
        bindList(&Contract::prices, contractPriceTable(),
                 {.key = u"prices"_s, .help = u"what models cost under it"_s}),
    };
    return table;
}

} // namespace Gatehouse::Api
