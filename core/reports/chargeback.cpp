// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chargeback.h"

#include "core/base/csv.h"
#include "core/ledger/machinecosts.h"
#include "core/ledger/usagereport.h"
#include "core/reports/pdfdocument.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

struct Sums {
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 cached = 0;
    qint64 cacheWrite = 0;
    qint64 cost = 0;
    qint64 unpriced = 0;

    void read(const Store::Statement &row, int column)
    {
        for (qint64 *value :
             {&requests, &errors, &tokensIn, &tokensOut, &cached, &cacheWrite, &cost, &unpriced})
            *value += row.integer(column++);
    }
};

QJsonObject jsonOf(const Sums &sums)
{
    return {{u"requests"_s, sums.requests},    {u"errors"_s, sums.errors},
            {u"tokens_in"_s, sums.tokensIn},   {u"tokens_out"_s, sums.tokensOut},
            {u"tokens_cached"_s, sums.cached}, {u"tokens_cache_write"_s, sums.cacheWrite},
            {u"cost_nano_usd"_s, sums.cost},   {u"unpriced"_s, sums.unpriced}};
}

struct Team {
    Sums sums;
    qint64 previous = 0;
    QJsonArray rows;
};
using Teams = std::map<QString, Team>;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

Result<Store::Statement> select(Store::Database &database, const QDate &month, const QString &team)
{
    auto statement = database.prepare(
        "SELECT team, provider, model, key, sum(requests), sum(errors), sum(tokens_in),"
        " sum(tokens_out), sum(tokens_cached), sum(tokens_cache_write), sum(cost), sum(unpriced)"
        " FROM roll_day_key WHERE day >= ?1 AND day <= ?2 AND (?3 = '' OR team = ?3)"
        " GROUP BY 1, 2, 3, 4 ORDER BY sum(cost) DESC, sum(requests) DESC");
    if (statement)
        statement->bindAll(Ledger::DayCalendar::number(month),
                           Ledger::DayCalendar::number(month.addMonths(1).addDays(-1)), team);
    return statement;
}

Result<void> addMonth(Teams &teams, Store::Statement &statement,
                      const QHash<QString, QString> &names)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        Sums sums;
        sums.read(statement, 4);
        Team &team = teams[statement.string(0)];
        team.sums.read(statement, 4);
        QJsonObject item = jsonOf(sums);
        const QString key = statement.string(3);
        item.insert(u"provider"_s, textOrNull(statement.string(1)));
        item.insert(u"model"_s, textOrNull(statement.string(2)));
        item.insert(u"key"_s, textOrNull(key));
        item.insert(u"key_name"_s, textOrNull(names.value(key)));
        team.rows.append(item);
    }
}

Result<void> addPrevious(Teams &teams, Store::Statement &statement)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (const auto team = teams.find(statement.string(0)); team != teams.end())
            team->second.previous += statement.integer(10);
    }
}

QJsonObject reportOf(const Teams &teams, const QHash<QString, QString> &names)
{
    Sums total;
    qint64 previous = 0;
    std::vector<const Teams::value_type *> ordered;
    for (const auto &team : teams)
        ordered.push_back(&team);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        return a->second.sums.cost > b->second.sums.cost;
    });
    QJsonArray items;
    for (const auto *entry : ordered) {
        const auto &[id, team] = *entry;
        QJsonObject item = jsonOf(team.sums);
        const QString name = names.value(id);
        item.insert(u"team"_s, textOrNull(id));
        item.insert(u"team_name"_s, textOrNull(name.isEmpty() ? id : name));
        item.insert(u"previous_nano_usd"_s, team.previous);
        item.insert(u"rows"_s, team.rows);
        items.append(item);
        total.requests += team.sums.requests;
        total.errors += team.sums.errors;
        total.tokensIn += team.sums.tokensIn;
        total.tokensOut += team.sums.tokensOut;
        total.cached += team.sums.cached;
        total.cacheWrite += team.sums.cacheWrite;
        total.cost += team.sums.cost;
        total.unpriced += team.sums.unpriced;
        previous += team.previous;
    }
    QJsonObject whole = jsonOf(total);
    whole.insert(u"previous_nano_usd"_s, previous);
    return {{u"teams"_s, items}, {u"total"_s, whole}};
}

//! No team's, and all the same paid.
void addIdle(QJsonObject &report, const QJsonArray &machines)
{
    qint64 idle = 0;
    for (const QJsonValue &machine : machines)
        idle += machine["idle_nano_usd"_L1].toInteger();
    QJsonObject total = report.value("total"_L1).toObject();
    total.insert(u"idle_nano_usd"_s, idle);
    total.insert(u"whole_nano_usd"_s, total.value("cost_nano_usd"_L1).toInteger() + idle);
    report.insert(u"total"_s, total);
    report.insert(u"idle"_s, machines);
}

QString dollars(qint64 nano)
{
    return u'$' + QLocale::c().toString(double(nano) * 1e-9, 'f', 2);
}

QString count(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString teamName(const QJsonObject &team)
{
    return team.value("team_name"_L1).toString(u"(no team)"_s);
}

QList<PdfDocument::Column> columns(const QStringList &names)
{
    QList<PdfDocument::Column> all;
    for (const QString &name : names)
        all.append({.title = name, .share = name == "Provider"_L1 ? 1.6 : 2.4});
    for (const QString &number : {u"Requests"_s, u"Tokens in"_s, u"Tokens out"_s, u"Cost"_s})
        all.append({.title = number, .share = 1.3, .isNumber = true});
    return all;
}

QStringList numbers(const QJsonObject &row)
{
    return {count(row.value("requests"_L1).toInteger()),
            count(row.value("tokens_in"_L1).toInteger()),
            count(row.value("tokens_out"_L1).toInteger()),
            dollars(row.value("cost_nano_usd"_L1).toInteger())};
}

void addTeam(PdfDocument &pdf, const QJsonObject &team)
{
    pdf.heading(teamName(team));
    QList<QStringList> rows;
    for (const QJsonValue &value : team.value("rows"_L1).toArray()) {
        const QJsonObject row = value.toObject();
        const QString key = row.value("key_name"_L1).toString(row.value("key"_L1).toString());
        rows.append(QStringList{key, row.value("provider"_L1).toString(u"(none)"_s),
                                row.value("model"_L1).toString(u"(none)"_s)}
                    + numbers(row));
    }
    pdf.table(columns({u"Key"_s, u"Provider"_s, u"Model"_s}), rows);
}

void addMachines(PdfDocument &pdf, const QJsonObject &report)
{
    const QJsonArray machines = report.value("idle"_L1).toArray();
    if (machines.isEmpty())
        return;
    QList<PdfDocument::Column> titles{{.title = u"Provider"_s, .share = 2.4}};
    for (const QString &title : {u"Hours paid"_s, u"Paid"_s, u"Booked"_s, u"Idle"_s})
        titles.append({.title = title, .share = 1.3, .isNumber = true});
    QList<QStringList> rows;
    for (const QJsonValue &machine : machines)
        rows.append({machine["provider"_L1].toString(),
                     QLocale::c().toString(machine["hours_paid"_L1].toDouble(), 'f', 1),
                     dollars(machine["paid_nano_usd"_L1].toInteger()),
                     dollars(machine["booked_nano_usd"_L1].toInteger()),
                     dollars(machine["idle_nano_usd"_L1].toInteger())});
    pdf.heading(u"Machines paid by the hour"_s);
    pdf.table(titles, rows);
    pdf.line(u"Idle hours are in no team's sum. With them the office pays %1."_s.arg(
        dollars(report["total"_L1]["whole_nano_usd"_L1].toInteger())));
}

} // namespace

QHash<QString, QString> teamNames(const QList<Api::Team> &teams)
{
    QHash<QString, QString> names;
    for (const Api::Team &team : teams)
        names.insert(team.id, team.name);
    return names;
}

Result<QDate> parseMonth(const QString &text)
{
    static const QRegularExpression form(u"\\A\\d{4}-\\d{2}\\z"_s);
    const QDate month = QDate::fromString(text + u"-01"_s, Qt::ISODate);
    if (!form.match(text).hasMatch() || !month.isValid())
        return Error{ErrorCode::InvalidArgument,
                     u"\"%1\" is no month; write for example 2026-11"_s.arg(text.left(40)),
                     u"month"_s};
    return month;
}

Result<QJsonObject> chargeback(Store::Database &database, const Ledger::DayCalendar &calendar,
                               const ChargebackQuestion &question)
{
    const QDate month(question.month.year(), question.month.month(), 1);
    const auto names = Ledger::keyNames(database);
    if (!names)
        return names.error();
    Teams teams;
    auto rows = select(database, month, question.team);
    if (!rows)
        return rows.error();
    if (const auto added = addMonth(teams, *rows, *names); !added)
        return added.error();
    auto before = select(database, month.addMonths(-1), question.team);
    if (!before)
        return before.error();
    if (const auto added = addPrevious(teams, *before); !added)
        return added.error();
    QJsonObject report = reportOf(teams, question.teamNames);
    if (question.team.isEmpty()) {
        const auto machines = Ledger::machineDays(database, calendar, question.machines, month,
                                                  month.addMonths(1).addDays(-1), question.now);
        if (!machines)
            return machines.error();
        addIdle(report, Ledger::machineSums(*machines));
    }
    report.insert(u"month"_s, month.toString(u"yyyy-MM"_s));
    report.insert(u"from"_s, month.toString(Qt::ISODate));
    report.insert(u"to"_s, month.addMonths(1).addDays(-1).toString(Qt::ISODate));
    report.insert(u"time_zone"_s, QString::fromUtf8(calendar.zone().id()));
    return report;
}

QByteArray chargebackCsv(const QJsonObject &report, const QString &gateway)
{
    QByteArray csv = "month,timezone,gateway,team,key_name,key_id,provider,model,requests,errors,"
                     "tokens_in,tokens_out,tokens_cache_read,tokens_cache_write,cost,currency,"
                     "unpriced_requests,team_name\n"_ba;
    for (const QJsonValue &team : report.value("teams"_L1).toArray()) {
        for (const QJsonValue &value : team["rows"_L1].toArray()) {
            const QJsonObject row = value.toObject();
            const auto text = [&row](QLatin1StringView key) {
                return csvCell(row.value(key).toString());
            };
            const auto number = [&row](QLatin1StringView key) {
                return QByteArray::number(row.value(key).toInteger());
            };
            csv += QByteArrayList{csvCell(report.value("month"_L1).toString()),
                                  csvCell(report.value("time_zone"_L1).toString()),
                                  csvCell(gateway),
                                  csvCell(team["team"_L1].toString()),
                                  text("key_name"_L1),
                                  text("key"_L1),
                                  text("provider"_L1),
                                  text("model"_L1),
                                  number("requests"_L1),
                                  number("errors"_L1),
                                  number("tokens_in"_L1),
                                  number("tokens_out"_L1),
                                  number("tokens_cached"_L1),
                                  number("tokens_cache_write"_L1),
                                  Money{row.value("cost_nano_usd"_L1).toInteger()}.toDecimal(),
                                  "USD"_ba,
                                  number("unpriced"_L1),
                                  csvCell(team["team_name"_L1].toString())}
                       .join(',')
                + '\n';
        }
    }
    for (const QJsonValue &value : report.value("idle"_L1).toArray()) {
        if (value["idle_nano_usd"_L1].toInteger() == 0)
            continue;
        csv += QByteArrayList{csvCell(report.value("month"_L1).toString()),
                              csvCell(report.value("time_zone"_L1).toString()),
                              csvCell(gateway),
                              {},
                              {},
                              {},
                              csvCell(value["provider"_L1].toString()),
                              "(idle)"_ba,
                              "0"_ba,
                              "0"_ba,
                              "0"_ba,
                              "0"_ba,
                              "0"_ba,
                              "0"_ba,
                              Money{value["idle_nano_usd"_L1].toInteger()}.toDecimal(),
                              "USD"_ba,
                              "0"_ba,
                              {}}
                   .join(',')
            + '\n';
    }
    return csv;
}

QByteArray chargebackPdf(const QJsonObject &report, const QString &gateway, const QDateTime &made)
{
    PdfDocument pdf(u"Chargeback %1"_s.arg(report.value("month"_L1).toString()), made);
    const QJsonObject total = report.value("total"_L1).toObject();
    pdf.line(u"%1, %2 to %3 (%4), made %5"_s.arg(
        gateway, report.value("from"_L1).toString(), report.value("to"_L1).toString(),
        report.value("time_zone"_L1).toString(),
        made.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)));
    const qint64 unpriced = total.value("unpriced"_L1).toInteger();
    pdf.line(u"Total %1 for %2 requests; the month before %3."_s.arg(
        dollars(total.value("cost_nano_usd"_L1).toInteger()),
        count(total.value("requests"_L1).toInteger()),
        dollars(total.value("previous_nano_usd"_L1).toInteger())));
    if (unpriced > 0)
        pdf.line(u"%1 requests have no price; their cost is missing from every sum."_s.arg(
            count(unpriced)));
    const QJsonArray teams = report.value("teams"_L1).toArray();
    QList<PdfDocument::Bar> bars;
    QList<QStringList> rows;
    const auto most = std::max<qint64>(teams.first()["cost_nano_usd"_L1].toInteger(), 1);
    for (const QJsonValue &value : teams) {
        const QJsonObject team = value.toObject();
        const qint64 cost = team.value("cost_nano_usd"_L1).toInteger();
        bars.append({teamName(team), dollars(cost), double(cost) / double(most)});
        rows.append(QStringList{teamName(team)} + numbers(team));
    }
    rows.append(QStringList{u"Total"_s} + numbers(total));
    pdf.heading(u"Teams"_s);
    pdf.bars(bars);
    pdf.table(columns({u"Team"_s}), rows);
    addMachines(pdf, report);
    for (const QJsonValue &team : teams)
        addTeam(pdf, team.toObject());
    return pdf.finish();
}

QString chargebackName(const QJsonObject &report, const QString &team, const QString &extension)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9._-]"_s);
    QString name = team;
    name.replace(unsafe, u"_"_s);
    const QString month = report.value("month"_L1).toString();
    return name.isEmpty() ? u"chargeback-%1.%2"_s.arg(month, extension)
                          : u"chargeback-%1-%2.%3"_s.arg(name, month, extension);
}

} // namespace Gatehouse::Reports
