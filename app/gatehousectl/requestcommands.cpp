// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about requests, their sums and prices.
#include "app/gatehousectl/commandlists.h"
#include "core/base/quantities.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

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
                  {u"tokens_estimated"_s, u"ESTIMATED"_s},
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

//! The export piece by piece: nothing of it is kept.
void exportPiece(Session &session, const QString &cursor)
{
    QUrlQuery query = queryOf(session, {u"since"_s, u"until"_s});
    query.addQueryItem(u"limit"_s, u"20000"_s);
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    session.await(session.client().get(u"/usage/export"_s, query),
                  [&session, isFirst = cursor.isEmpty()](const Api::AdminReply &reply) {
                      const auto print = [&reply](QLatin1StringView member) {
                          const QByteArray text = reply.body.value(member).toString().toUtf8();
                          std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
                      };
                      if (isFirst)
                          print("header"_L1);
                      print("lines"_L1);
                      const QString next = reply.body.value("next"_L1).toString();
                      if (next.isEmpty())
                          session.finish(ExitCode::Done);
                      else
                          exportPiece(session, next);
                  });
}

QJsonObject bodyOf(const Session &session, const QStringList &options)
{
    QJsonObject body;
    for (const QString &name : options) {
        if (session.invocation().has(name))
            body.insert(name, session.invocation().options.value(name));
    }
    return body;
}

void recalculate(Session &session)
{
    QJsonObject body =
        bodyOf(session, {u"since"_s, u"until"_s, u"provider"_s, u"model"_s, u"reason"_s});
    body.insert(u"dry_run"_s, session.invocation().has(u"dry-run"_s));
    body.insert(u"wait"_s, true);
    session.show(session.client().post(u"/prices/recalculate"_s, body));
}

//! What an hour of a machine cost on past days after all.
void correctMachine(Session &session)
{
    QJsonObject body = bodyOf(session, {u"from"_s, u"until"_s, u"reason"_s});
    bool isNumber = false;
    const double dollars = session.invocation().options.value(u"hour"_s).toDouble(&isNumber);
    if (!isNumber) {
        session.fail(ExitCode::Usage, u"--hour: say what an hour cost, in dollars: --hour 1.20"_s);
        return;
    }
    body.insert(u"hourly_cost_usd"_s, dollars);
    body.insert(u"dry_run"_s, session.invocation().has(u"dry-run"_s));
    session.show(session.client().post(
        u"/machines/%1/correct"_s.arg(session.invocation().words.first()), body));
}

void checkBooks(Session &session)
{
    session.await(
        session.client().post(u"/books/check"_s, bodyOf(session, {u"since"_s, u"until"_s})),
        [&session](const Api::AdminReply &reply) {
            printObject(session.invocation().format, reply.body);
            session.finish(reply.body.value("ok"_L1).toBool() ? ExitCode::Done : ExitCode::Refused);
        });
}

//! A list of prices as in the section "prices", or a document with that section; JSON.
void importPrices(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(*text);
    const QJsonArray prices =
        document.isArray() ? document.array() : document.object().value("prices"_L1).toArray();
    if (prices.isEmpty()) {
        session.fail(ExitCode::Usage,
                     u"%1: no prices; write a JSON list of "
                     "{\"provider\", \"model\", \"input_usd_per_mtok\", …}"_s.arg(
                         session.invocation().words.first()));
        return;
    }
    session.show(
        session.client().post(u"/prices/import"_s,
                              QJsonObject{{u"prices"_s, prices},
                                          {u"replace"_s, session.invocation().has(u"replace"_s)},
                                          {u"dry_run"_s, session.invocation().has(u"dry-run"_s)}}));
}

//! "gpt-4o: input 2.5 -> 3": what changes, in dollars per million tokens or for each.
void printListDifference(OutputFormat format, const QJsonObject &difference)
{
    if (format == OutputFormat::Json) {
        printJson(difference);
        return;
    }
    QJsonArray rows;
    for (const QJsonValue &item : difference.value("items"_L1).toArray()) {
        QStringList words;
        for (const QJsonValue &field : item["fields"_L1].toArray()) {
            const auto amount = [&field](QLatin1StringView side) {
                return field[side].isNull()
                    ? u"-"_s
                    : QString::fromLatin1(Money{field[side].toInteger()}.toDecimal());
            };
            words.append(u"%1 %2 -> %3"_s.arg(field["name"_L1].toString(), amount("before"_L1),
                                              amount("after"_L1)));
        }
        QJsonObject row = item.toObject();
        row.insert(u"prices"_s, words.join(u"; "_s));
        rows.append(row);
    }
    printRows(format, difference, rows,
              {{u"change"_s, u"CHANGE"_s},
               {u"provider"_s, u"PROVIDER"_s},
               {u"model"_s, u"MODEL"_s},
               {u"prices"_s, u"DOLLARS"_s}});
    if (format == OutputFormat::Csv)
        return;
    const auto count = [&difference](QLatin1StringView name) {
        return QString::number(difference.value(name).toInteger());
    };
    printLine(QString());
    printLine(u"%1 -> %2: %3 added, %4 removed, %5 dearer, %6 cheaper, %7 changed%8"_s.arg(
        difference.value("before"_L1).toString(), difference.value("after"_L1).toString(),
        count("added"_L1), count("removed"_L1), count("dearer"_L1), count("cheaper"_L1),
        count("changed"_L1),
        difference.value("dry_run"_L1).toBool() ? u"; nothing was taken"_s : u"; taken"_s));
}

//! A newer list from a file, or from an address that the gateway reads.
void updatePrices(Session &session)
{
    const QString name = session.invocation().words.first();
    QJsonObject body{{u"dry_run"_s, session.invocation().has(u"dry-run"_s)}};
    if (name.startsWith("https://"_L1) || name.startsWith("http://"_L1)) {
        body.insert(u"url"_s, name);
    } else {
        const auto text = readFile(session, name);
        if (!text)
            return;
        body.insert(u"text"_s, QString::fromUtf8(*text));
        body.insert(u"name"_s, name);
    }
    session.await(session.client().post(u"/prices/update"_s, body),
                  [&session](const Api::AdminReply &reply) {
                      printListDifference(session.invocation().format, reply.body);
                      session.finish(ExitCode::Done);
                  });
}

QList<Command> priceCommands()
{
    return {
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
        {u"prices import"_s,
         u"FILE [--replace] [--dry-run]"_s,
         u"Own prices from a JSON list; with --replace no others stay."_s,
         1,
         1,
         {u"replace"_s, u"dry-run"_s},
         importPrices},
        {u"prices update undo"_s,
         {},
         u"The list before the one that was taken."_s,
         0,
         0,
         {},
         [](Session &session) {
             session.show(session.client().post(u"/prices/update/undo"_s, {}));
         }},
        {u"prices update"_s,
         u"FILE|URL [--dry-run]"_s,
         u"Takes a newer list of prices; with --dry-run only shows what it changes."_s,
         1,
         1,
         {u"dry-run"_s},
         updatePrices},
        {u"machines correct"_s,
         u"PROVIDER --from 2026-11-20 [--until DAY] --hour DOLLARS [--dry-run] [--reason TEXT]"_s,
         u"What an hour cost on past days after all; what stood there before is kept."_s,
         1,
         1,
         {u"from="_s, u"until="_s, u"hour="_s, u"reason="_s, u"dry-run"_s},
         correctMachine},
        {u"machines"_s, u"[--since 30d] [--until T]"_s,
         u"Machines paid by the hour: paid, booked by requests, idle."_s, 0, 0,
         listOptions() + QStringList{u"since="_s, u"until="_s},
         [](Session &session) {
             session.list(u"/machines"_s, queryOf(session, {u"since"_s, u"until"_s}),
                          {{u"provider"_s, u"PROVIDER"_s},
                           {u"hours_paid"_s, u"HOURS"_s},
                           {u"paid_nano_usd"_s, u"PAID"_s},
                           {u"booked_nano_usd"_s, u"BOOKED"_s},
                           {u"idle_nano_usd"_s, u"IDLE"_s}});
         }},
        {u"prices recalculate"_s,
         u"--since 30d [--until T] [--provider P] [--model M] [--dry-run] [--reason TEXT]"_s,
         u"Costs of past requests by the prices of now; old values are kept."_s,
         0,
         0,
         {u"since="_s, u"until="_s, u"provider="_s, u"model="_s, u"reason="_s, u"dry-run"_s},
         recalculate},
        {u"prices check"_s,
         u"[--since 35d] [--until T]"_s,
         u"Proves that rows, sums, usage report and export agree."_s,
         0,
         0,
         {u"since="_s, u"until="_s},
         checkBooks},
    };
}

} // namespace

QList<Command> requestCommands()
{
    return priceCommands()
        + QList<Command>{
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
            {u"usage export"_s,
             u"[--since 30d] [--until T]"_s,
             u"Every request as a line of CSV."_s,
             0,
             0,
             {u"since="_s, u"until="_s},
             [](Session &session) { exportPiece(session, {}); }},
            {u"usage"_s,
             u"[--since 30d] [--until T] [--by provider,team,key,person,route,model,tag:NAME,node,day,hour]"_s,
             u"Tokens and money, summed."_s,
             0,
             0,
             {u"since="_s, u"until="_s, u"by="_s},
             usage},
        };
}

} // namespace Gatehouse::Ctl
