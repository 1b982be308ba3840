// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

Field duration(const QString &key, double minimum, const QString &help)
{
    return {.key = key,
            .type = FieldType::Duration,
            .help = help,
            .minimum = minimum,
            .maximum = 24.0 * 3'600'000};
}

Field whole(const QString &key, double minimum, double maximum, const QString &help)
{
    return {
        .key = key, .type = FieldType::Whole, .help = help, .minimum = minimum, .maximum = maximum};
}

} // namespace

const FieldTable<BreakerPolicy> &breakerPolicyTable()
{
    using B = BreakerPolicy;
    static const FieldTable<B> table{
        bindValue(&B::failures, whole(u"failures"_s, 1, 1'000, u"in a row, then it rests"_s)),
        bindValue(&B::failureShare,
                  {.key = u"failure_share"_s,
                   .type = FieldType::Percent,
                   .help = u"of the requests in the window, then it rests"_s,
                   .minimum = 1,
                   .maximum = 100}),
        bindValue(&B::leastRequests,
                  whole(u"least_requests"_s, 1, 100'000, u"before that no share is judged"_s)),
        bindValue(&B::window,
                  duration(u"window"_s, 1'000, u"how far back the share looks, up to 5 min"_s)),
        bindValue(&B::rest, duration(u"rest"_s, 100, u"the first rest; it doubles from there"_s)),
        bindValue(&B::longestRest, duration(u"longest_rest"_s, 100, u"no rest is longer"_s)),
        bindValue(&B::slowStart,
                  duration(u"slow_start"_s, 0, u"from its return until it gets its full share"_s)),
    };
    return table;
}

const FieldTable<ProbePolicy> &probePolicyTable()
{
    using P = ProbePolicy;
    static const FieldTable<P> table{
        bindValue(&P::mode,
                  {.key = u"mode"_s,
                   .help = u"how health is found out: from traffic only, by listing models, or by "
                           "asking for one token"_s,
                   .required = true,
                   .choices = {u"traffic"_s, u"models"_s, u"token"_s}}),
        bindValue(
            &P::interval,
            duration(u"interval"_s, 1'000, u"between two checks where there is no traffic"_s)),
        bindValue(&P::model,
                  {.key = u"model"_s, .help = u"the model that is asked for one token"_s}),
        bindValue(&P::dailyLimit,
                  {.key = u"daily_limit_usd"_s,
                   .type = FieldType::Dollars,
                   .help = u"checks may cost no more on a day"_s,
                   .minimum = 0,
                   .maximum = 1e15,
                   .unit = u"USD"_s}),
    };
    return table;
}

const FieldTable<EnginePower> &enginePowerTable()
{
    using E = EnginePower;
    const auto command = [](const QString &key, const QString &help) {
        return Field{
            .key = key, .type = FieldType::TextList, .help = help, .unit = commandUnit.toString()};
    };
    static const FieldTable<E> table{
        bindValue(&E::wake,
                  command(u"wake"_s, u"program and arguments that start the engine; no shell"_s)),
        bindValue(&E::sleep,
                  command(u"sleep"_s, u"program and arguments that stop the engine; no shell"_s)),
        bindValue(
            &E::idleTime,
            duration(u"idle_time"_s, 0, u"without requests before it is stopped; 0: never"_s)),
        bindValue(&E::wakeTime, duration(u"wake_time"_s, 1'000, u"how long starting may take"_s)),
    };
    return table;
}

} // namespace Gatehouse::Api
