// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about contracts, invoices, chargeback reports and replays under another configuration.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ctl {

namespace {

constexpr auto betweenLooks = 300ms;

void writeReport(Session &session, const Api::AdminReply &reply)
{
    const QString name = session.invocation().options.value(u"file"_s);
    const QByteArray content = reply.body.contains("content_base64"_L1)
        ? QByteArray::fromBase64(reply.body.value("content_base64"_L1).toString().toLatin1())
        : reply.body.value("content"_L1).toString().toUtf8();
    QFile file(name);
    const bool isOpen =
        name == "-"_L1 ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    if (!isOpen || file.write(content) != content.size() || !file.flush()) {
        session.fail(ExitCode::Usage, u"%1: %2"_s.arg(name, file.errorString()));
        return;
    }
    if (name != "-"_L1)
        printLine(u"Written to %1"_s.arg(name));
    session.finish(ExitCode::Done);
}

void usageReport(Session &session)
{
    QUrlQuery query = queryOf(session, {u"month"_s, u"team"_s});
    const QString name = session.invocation().options.value(u"file"_s);
    const QString format = session.invocation().options.value(
        u"format"_s, name.endsWith(u".pdf"_s) ? u"pdf"_s : u"csv"_s);
    const bool shows = name.isEmpty() && !session.invocation().has(u"format"_s);
    if (shows) {
        session.await(session.client().get(u"/reports/chargeback"_s, query),
                      [&session](const Api::AdminReply &reply) {
                          printRows(session.invocation().format, reply.body,
                                    reply.body.value("teams"_L1).toArray(),
                                    {{u"team_name"_s, u"TEAM"_s},
                                     {u"requests"_s, u"REQUESTS"_s},
                                     {u"tokens_in"_s, u"IN"_s},
                                     {u"tokens_out"_s, u"OUT"_s},
                                     {u"cost_nano_usd"_s, u"COST"_s},
                                     {u"previous_nano_usd"_s, u"MONTH BEFORE"_s},
                                     {u"unpriced"_s, u"UNPRICED"_s}});
                          session.finish(ExitCode::Done);
                      });
        return;
    }
    if (name.isEmpty()) {
        session.fail(ExitCode::Usage, u"say where to with --file FILE, - for standard output"_s);
        return;
    }
    query.addQueryItem(u"format"_s, format);
    session.await(session.client().get(u"/reports/chargeback"_s, query),
                  [&session](const Api::AdminReply &reply) { writeReport(session, reply); });
}

void checkInvoice(Session &session)
{
    const auto text = readFile(session, session.invocation().words.at(1));
    if (!text)
        return;
    session.await(session.client().post(u"/invoices/check"_s,
                                        {{u"provider"_s, session.invocation().words.first()},
                                         {u"text"_s, QString::fromUtf8(*text)}}),
                  [&session](const Api::AdminReply &reply) {
                      const QString rows =
                          session.invocation().has(u"by-day"_s) ? u"days"_s : u"models"_s;
                      QList<Column> columns{{u"model"_s, u"MODEL"_s},
                                            {u"invoice_nano_usd"_s, u"INVOICE"_s},
                                            {u"booked_nano_usd"_s, u"BOOKS"_s},
                                            {u"gap_nano_usd"_s, u"GAP"_s},
                                            {u"invoice_tokens_in"_s, u"INVOICE IN"_s},
                                            {u"booked_tokens_in"_s, u"BOOKS IN"_s},
                                            {u"state"_s, u"STATE"_s}};
                      if (rows == "days"_L1)
                          columns.prepend({u"day"_s, u"DAY"_s});
                      printRows(session.invocation().format, reply.body,
                                reply.body.value(rows).toArray(), columns);
                      session.finish(ExitCode::Done);
                  });
}

//! What a person wants of a replay; JSON has all of it.
void printReplay(Session &session, const QJsonObject &result)
{
    const OutputFormat format = session.invocation().format;
    if (format == OutputFormat::Json) {
        printJson(result);
        return;
    }
    printRows(format, result, result.value("models"_L1).toArray(),
              {{u"provider"_s, u"PROVIDER"_s},
               {u"model"_s, u"MODEL"_s},
               {u"requests_before"_s, u"BEFORE"_s},
               {u"requests_after"_s, u"AFTER"_s},
               {u"cost_before_nano_usd"_s, u"COST BEFORE"_s},
               {u"cost_after_nano_usd"_s, u"COST AFTER"_s}});
    if (format == OutputFormat::Csv)
        return;
    const auto text = [&result](const QString &key) { return cellText(key, result.value(key)); };
    printLine(QString());
    printLine(u"cost %1 -> %2 (%3); %4 of %5 requests moved, %6 refused"_s.arg(
        text(u"cost_before_nano_usd"_s), text(u"cost_after_nano_usd"_s), text(u"delta_nano_usd"_s),
        text(u"moved"_s), text(u"requests"_s), text(u"refused"_s)));
    for (const QJsonValue &value : result.value("refusals"_L1).toArray())
        printLine(u"refused: %1 %2, %3 requests"_s.arg(
            value["reason"_L1].toString(), value["scope"_L1].toString(),
            QString::number(value["requests"_L1].toInteger())));
    for (const QJsonValue &value : result.value("blocked"_L1).toArray())
        printLine(u"could not use %1/%2: %3, %4 requests"_s.arg(
            value["provider"_L1].toString(), value["model"_L1].toString(),
            value["reason"_L1].toString(), QString::number(value["requests"_L1].toInteger())));
}

void follow(Session &session, const QString &path)
{
    session.await(session.client().get(path), [&session, path](const Api::AdminReply &reply) {
        const QString state = reply.body.value("state"_L1).toString();
        if (state == "running"_L1) {
            QTimer::singleShot(betweenLooks, &session, [&session, path] { follow(session, path); });
            return;
        }
        if (state != "done"_L1) {
            session.fail(
                ExitCode::Refused,
                u"the simulation %1: %2"_s.arg(state, reply.body.value("error"_L1).toString()));
            return;
        }
        printReplay(session, reply.body.value("result"_L1).toObject());
        session.finish(ExitCode::Done);
    });
}

void simulate(Session &session)
{
    const auto &options = session.invocation().options;
    const QString name = options.value(u"config"_s);
    if (name.isEmpty()) {
        session.fail(ExitCode::Usage, u"say which configuration with --config FILE"_s);
        return;
    }
    const auto text = readFile(session, name);
    if (!text)
        return;
    QJsonObject body{{u"text"_s, QString::fromUtf8(*text)},
                     {u"format"_s, name.endsWith(u".json"_s) ? u"json"_s : u"yaml"_s}};
    for (const QString &option : {u"since"_s, u"until"_s, u"filter"_s})
        if (options.contains(option))
            body.insert(option, options.value(option));
    session.await(
        session.client().post(u"/simulate"_s, body), [&session](const Api::AdminReply &reply) {
            follow(session, u"/simulate/"_s + segment(reply.body.value("id"_L1).toString()));
        });
}

} // namespace

QList<Command> reportCommands()
{
    return {
        {u"usage report"_s,
         u"[--month 2026-11] [--team T] [--file FILE.csv|FILE.pdf] [--format csv|pdf]"_s,
         u"What each team used in a month."_s,
         0,
         0,
         {u"month="_s, u"team="_s, u"file="_s, u"format="_s},
         usageReport},
        {u"commitments"_s,
         {},
         u"Contracts with providers: used, expected at the end."_s,
         0,
         0,
         listOptions(),
         listAll(u"/commitments"_s,
                 {{u"id"_s, u"CONTRACT"_s},
                  {u"provider"_s, u"PROVIDER"_s},
                  {u"amount_nano_usd"_s, u"AMOUNT"_s},
                  {u"from"_s, u"FROM"_s},
                  {u"until"_s, u"UNTIL"_s},
                  {u"used_nano_usd"_s, u"USED"_s},
                  {u"expected_nano_usd"_s, u"EXPECTED"_s},
                  {u"unused_nano_usd"_s, u"UNUSED"_s},
                  {u"used_up_on"_s, u"USED UP ON"_s},
                  {u"discount_percent"_s, u"DISCOUNT %"_s},
                  {u"tier_nano_usd"_s, u"TIER"_s},
                  {u"next_tier_nano_usd"_s, u"NEXT TIER"_s},
                  {u"next_tier_on"_s, u"REACHED ON"_s},
                  {u"state"_s, u"STATE"_s}})},
        {u"invoice check"_s,
         u"PROVIDER FILE.csv|- [--by-day]"_s,
         u"Compares a provider's usage export with the books."_s,
         2,
         2,
         {u"by-day"_s},
         checkInvoice},
        {u"simulate"_s,
         u"--config FILE|- [--since 7d] [--until T] [--filter F]"_s,
         u"What past traffic would cost under another configuration; sends nothing."_s,
         0,
         0,
         {u"config="_s, u"since="_s, u"until="_s, u"filter="_s},
         simulate},
    };
}

} // namespace Gatehouse::Ctl
