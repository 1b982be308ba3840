// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

Field duration(const QString &key, const QString &help)
{
    return {.key = key,
            .type = FieldType::Duration,
            .help = help,
            .minimum = 0,
            .maximum = 366.0 * 24 * 3'600'000};
}

} // namespace

QStringList alertMeasures()
{
    QStringList names;
    for (const AlertMeasure &measure : alertMeasureFacts())
        names.append(measure.id);
    return names;
}

const FieldTable<AlertRule> &alertRuleTable()
{
    using A = AlertRule;
    static const FieldTable<A> table{
        bindValue(&A::id,
                  {.key = u"id"_s, .help = u"give the alert a short name"_s, .required = true}),
        bindValue(&A::name, {.key = u"name"_s, .help = u"a name for people; the id if absent"_s}),
        bindValue(&A::measure,
                  {.key = u"measure"_s,
                   .help = u"name what is watched"_s,
                   .required = true,
                   .choices = alertMeasures()}),
        bindValue(&A::scope,
                  {.key = u"scope"_s,
                   .help = u"\"gateway\", \"team:research\", \"key:ci\", \"route:fast\", "
                           "\"provider:openai\" or \"budget:ID\""_s}),
        bindValue(&A::above,
                  {.key = u"above"_s,
                   .type = FieldType::Number,
                   .help = u"fires at this value and above"_s}),
        bindValue(&A::below,
                  {.key = u"below"_s,
                   .type = FieldType::Number,
                   .help = u"fires at this value and below"_s}),
        bindValue(&A::holdTime, duration(u"for"_s, u"how long it must last before it fires"_s)),
        bindValue(&A::recover,
                  {.key = u"recover"_s,
                   .type = FieldType::Number,
                   .help = u"where it ends; the same value if absent"_s}),
        bindValue(&A::severity,
                  {.key = u"severity"_s,
                   .help = u"how bad it is"_s,
                   .required = true,
                   .choices = {u"info"_s, u"warning"_s, u"critical"_s}}),
        bindValue(&A::channels,
                  {.key = u"channels"_s,
                   .type = FieldType::TextList,
                   .help = u"who is told: \"desktop\", ids of channels, or \"*\" for all"_s}),
        bindValue(&A::repeat, duration(u"repeat"_s, u"told again after this; 0: once"_s)),
        bindValue(&A::quiet,
                  {.key = u"quiet"_s, .help = u"hours when nobody is told: \"22:00-07:00\""_s}),
        bindValue(&A::disabled,
                  {.key = u"disabled"_s,
                   .type = FieldType::Flag,
                   .help = u"keeps the alert, watches nothing"_s}),
    };
    return table;
}

const FieldTable<AlertChannel> &alertChannelTable()
{
    using C = AlertChannel;
    static const FieldTable<C> table{
        bindValue(&C::id,
                  {.key = u"id"_s, .help = u"give the channel a short name"_s, .required = true}),
        bindValue(&C::kind,
                  {.key = u"kind"_s,
                   .help = u"how people are told"_s,
                   .required = true,
                   .choices = {u"webhook"_s, u"chat"_s, u"email"_s}}),
        bindValue(&C::url,
                  {.key = u"url"_s,
                   .help = u"where it goes: \"https://…\", or \"smtps://mail.example.com\""_s}),
        bindValue(
            &C::secret,
            {.key = u"secret"_s,
             .help = u"where the signing secret, the chat's address or the mail password is kept"_s,
             .secretReference = true}),
        bindValue(&C::user, {.key = u"user"_s, .help = u"name at the mail server"_s}),
        bindValue(&C::from, {.key = u"from"_s, .help = u"sender of the mails"_s}),
        bindValue(&C::to,
                  {.key = u"to"_s, .type = FieldType::TextList, .help = u"who gets the mails"_s}),
        bindValue(&C::caFile,
                  {.key = u"ca_file"_s,
                   .help = u"PEM file of the authority that signed the server's certificate"_s}),
    };
    return table;
}

} // namespace Gatehouse::Api
