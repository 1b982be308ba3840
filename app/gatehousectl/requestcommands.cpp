// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about requests, their sums and prices.
#include "app/gatehousectl/commandlists.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void listRequests(Session &session)
{
    const QUrlQuery query = queryOf(session, {u"filter"_s, u"since"_s, u"until"_s});
    session.list(u"/requests"_s, query,
                 {{u"time"_s, u"TIME"_s},
                  {u"status"_s, u"STATUS"_s},
                  {u"model_asked"_s, u"ASKED"_s},
                  {u"provider"_s, u"PROVIDER"_s},
                  {u"model"_s, u"MODEL"_s},
                  {u"key_name"_s, u"KEY"_s},
                  {u"tokens_in"_s, u"IN"_s},
                  {u"tokens_out"_s, u"OUT"_s},
                  {u"cost_nano_usd"_s, u"COST"_s},
                  {u"first_token_ms"_s, u"FIRST MS"_s},
                  {u"total_ms"_s, u"TOTAL MS"_s},
                  {u"id"_s, u"ID"_s}});
}

void usage(Session &session)
{
    const QUrlQuery query = queryOf(session, {u"by"_s, u"since"_s, u"until"_s});
    QList<Column> columns;
    const QString by = session.invocation().options.value(u"by"_s);
    for (const QString &name : by.split(u',', Qt::SkipEmptyParts))
        columns.append({name, name.toUpper()});
    columns += {{u"requests"_s, u"REQUESTS"_s},  {u"errors"_s, u"ERRORS"_s},
                {u"tokens_in"_s, u"IN"_s},       {u"tokens_out"_s, u"OUT"_s},
                {u"cost_nano_usd"_s, u"COST"_s}, {u"unpriced"_s, u"UNPRICED"_s}};
    session.list(u"/usage"_s, query, columns);
}

} // namespace

QList<Command> requestCommands()
{
    return {
        {u"requests list"_s, u"[--filter F] [--since 2h] [--until T]"_s,
         u"Requests, newest first."_s, 0, 0,
         listOptions() + QStringList{u"filter="_s, u"since="_s, u"until="_s}, listRequests},
        {u"requests show"_s,
         u"ID"_s,
         u"One request with attempts, cost lines and decision."_s,
         1,
         1,
         {},
         showOne(u"requests"_s)},
        {u"usage"_s,
         u"[--since 30d] [--until T] [--by provider,team,key,route,model,day]"_s,
         u"Tokens and money, summed."_s,
         0,
         0,
         {u"since="_s, u"until="_s, u"by="_s},
         usage},
        {u"prices list"_s,
         {},
         u"Prices of the models that can be called."_s,
         0,
         0,
         listOptions(),
         listAll(u"/prices"_s,
                 {{u"provider"_s, u"PROVIDER"_s},
                  {u"model"_s, u"MODEL"_s},
                  {u"input_nano_per_mtok"_s, u"INPUT NANO/MTOK"_s},
                  {u"output_nano_per_mtok"_s, u"OUTPUT NANO/MTOK"_s},
                  {u"version"_s, u"SOURCE"_s}})},
    };
}

} // namespace Gatehouse::Ctl
