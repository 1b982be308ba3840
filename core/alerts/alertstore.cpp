// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertstore.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/schema.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

using Ledger::query;
using Ledger::toUs;

namespace {

constexpr QByteArrayView tables = R"(
CREATE TABLE IF NOT EXISTS alert(
    n INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    rule_name TEXT NOT NULL,
    measure TEXT NOT NULL,
    object TEXT NOT NULL,
    name TEXT NOT NULL,
    period TEXT NOT NULL,
    severity TEXT NOT NULL,
    detail TEXT NOT NULL,
    value REAL NOT NULL,
    threshold REAL NOT NULL,
    below INTEGER NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER,
    seen_by TEXT NOT NULL,
    seen INTEGER,
    told INTEGER,
    end_told INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS alert_open ON alert(n) WHERE ended IS NULL OR NOT end_told;
CREATE TABLE IF NOT EXISTS alert_snooze(
    rule TEXT PRIMARY KEY,
    until INTEGER NOT NULL,
    who TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alert_delivery(
    n INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    ts INTEGER NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    detail TEXT NOT NULL,
    ended INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS alert_delivery_waiting ON alert_delivery(n) WHERE state = 0;
)";

constexpr auto alertColumns =
    "SELECT n, rule, rule_name, measure, object, name, period, severity, detail, value, threshold,"
    " below, started, ended, seen_by, seen, told, end_told FROM alert ";

constexpr auto deliveryColumns = "SELECT n, channel, ts, summary, body, state, attempts, detail,"
                                 " ended FROM alert_delivery ";

WallTime timeOf(qint64 us)
{
    return WallTime(std::chrono::microseconds(us));
}

std::optional<WallTime> timeOrNone(const Store::Statement &row, int column)
{
    const auto us = row.integerOrNull(column);
    return us ? std::optional(timeOf(*us)) : std::nullopt;
}

std::optional<qint64> usOrNull(const std::optional<WallTime> &time)
{
    return time ? std::optional(toUs(*time)) : std::nullopt;
}

Alert alertFrom(const Store::Statement &row)
{
    return {.id = row.integer(0),
            .rule = row.string(1),
            .ruleName = row.string(2),
            .measure = row.string(3),
            .object = row.string(4),
            .name = row.string(5),
            .period = row.string(6),
            .severity = row.string(7),
            .detail = row.string(8),
            .value = row.real(9),
            .threshold = row.real(10),
            .firesBelow = row.integer(11) != 0,
            .started = timeOf(row.integer(12)),
            .ended = timeOrNone(row, 13),
            .acknowledgedBy = row.string(14),
            .acknowledged = timeOrNone(row, 15),
            .told = timeOrNone(row, 16),
            .endTold = row.integer(17) != 0};
}

Delivery deliveryFrom(const Store::Statement &row)
{
    return {.id = row.integer(0),
            .channel = row.string(1),
            .time = timeOf(row.integer(2)),
            .summary = row.string(3),
            .body = row.text(4),
            .state = static_cast<Delivery::State>(row.integer(5)),
            .attempts = static_cast<int>(row.integer(6)),
            .detail = row.string(7),
            .ended = timeOrNone(row, 8)};
}

//! All rows of a question as values of \a read.
template <typename Read, typename... Values>
auto all(Store::Database &database, const QByteArray &sql, Read read, const Values &...values)
    -> Result<std::vector<decltype(read(std::declval<const Store::Statement &>()))>>
{
    std::vector<decltype(read(std::declval<const Store::Statement &>()))> rows;
    const Result<void> done = query(
        database, sql, [&](const Store::Statement &row) { rows.push_back(read(row)); }, values...);
    if (!done)
        return done.error();
    return rows;
}

template <typename... Values>
Result<void> run(Store::Database &database, QByteArrayView sql, const Values &...values)
{
    return query(
        database, sql, [](const Store::Statement &) {}, values...);
}

} // namespace

QString noticeName(Notice::What what)
{
    switch (what) {
    case Notice::What::Fired:
        return u"fired"_s;
    case Notice::What::Reminder:
        return u"reminder"_s;
    case Notice::What::Recovered:
        return u"recovered"_s;
    }
    Q_UNREACHABLE();
}

QString stateName(Delivery::State state)
{
    switch (state) {
    case Delivery::State::Waiting:
        return u"waiting"_s;
    case Delivery::State::Delivered:
        return u"delivered"_s;
    case Delivery::State::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

Result<void> AlertStore::create()
{
    return m_database.execute(tables);
}

Result<qint64> AlertStore::add(const Alert &alert)
{
    const Result<void> added =
        run(m_database,
            "INSERT INTO alert(rule, rule_name, measure, object, name, period, severity, detail,"
            " value, threshold, below, started, ended, seen_by, seen, told, end_told)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            alert.rule, alert.ruleName, alert.measure, alert.object, alert.name, alert.period,
            alert.severity, alert.detail, alert.value, alert.threshold, int(alert.firesBelow),
            toUs(alert.started), usOrNull(alert.ended), alert.acknowledgedBy,
            usOrNull(alert.acknowledged), usOrNull(alert.told), int(alert.endTold));
    if (!added)
        return added.error();
    return m_database.lastInsertId();
}

Result<void> AlertStore::update(const Alert &alert)
{
    return run(m_database,
               "UPDATE alert SET value = ?, detail = ?, ended = ?, seen_by = ?, seen = ?, told = ?,"
               " end_told = ? WHERE n = ?",
               alert.value, alert.detail, usOrNull(alert.ended), alert.acknowledgedBy,
               usOrNull(alert.acknowledged), usOrNull(alert.told), int(alert.endTold), alert.id);
}

Result<std::vector<Alert>> AlertStore::unfinished()
{
    return all(m_database,
               QByteArray(alertColumns) + "WHERE ended IS NULL OR NOT end_told ORDER BY n",
               alertFrom);
}

Result<QStringList> AlertStore::periods()
{
    QStringList keys;
    const Result<void> read =
        query(m_database, "SELECT DISTINCT rule, object, period FROM alert WHERE period <> ''",
              [&keys](const Store::Statement &row) {
                  keys.append(u"%1\n%2\n%3"_s.arg(row.string(0), row.string(1), row.string(2)));
              });
    if (!read)
        return read.error();
    return keys;
}

Result<std::vector<Alert>> AlertStore::history(int limit, qint64 before)
{
    return all(m_database,
               QByteArray(alertColumns) + "WHERE ?1 = 0 OR n < ?1 ORDER BY n DESC LIMIT ?2",
               alertFrom, before, limit);
}

Result<qint64> AlertStore::count(const QString &measure, WallTime from)
{
    auto select =
        m_database.prepare("SELECT count(*) FROM alert WHERE measure = ? AND started >= ?");
    if (!select)
        return select.error();
    select->bindAll(measure, toUs(from));
    const auto counted = select->oneInteger();
    if (!counted)
        return counted.error();
    return counted->value_or(0);
}

Result<void> AlertStore::purge(WallTime time)
{
    const Result<void> alerts =
        run(m_database, "DELETE FROM alert WHERE ended < ? AND end_told", toUs(time));
    return alerts ? run(m_database, "DELETE FROM alert_delivery WHERE ts < ?", toUs(time)) : alerts;
}

Result<QHash<QString, Snooze>> AlertStore::snoozes()
{
    QHash<QString, Snooze> found;
    const Result<void> read =
        query(m_database, "SELECT rule, until, who FROM alert_snooze",
              [&found](const Store::Statement &row) {
                  found.insert(row.string(0), {timeOf(row.integer(1)), row.string(2)});
              });
    if (!read)
        return read.error();
    return found;
}

Result<void> AlertStore::setSnooze(const QString &rule, const std::optional<Snooze> &snooze)
{
    if (!snooze)
        return run(m_database, "DELETE FROM alert_snooze WHERE rule = ?", rule);
    return run(m_database,
               "INSERT INTO alert_snooze VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET"
               " until = excluded.until, who = excluded.who",
               rule, toUs(snooze->until), snooze->who);
}

Result<qint64> AlertStore::addDelivery(const Delivery &delivery)
{
    const Result<void> added =
        run(m_database,
            "INSERT INTO alert_delivery(channel, ts, summary, body, state, attempts, detail, ended)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            delivery.channel, toUs(delivery.time), delivery.summary, delivery.body,
            int(delivery.state), delivery.attempts, delivery.detail, usOrNull(delivery.ended));
    if (!added)
        return added.error();
    return m_database.lastInsertId();
}

Result<void> AlertStore::updateDelivery(const Delivery &delivery)
{
    return run(
        m_database,
        "UPDATE alert_delivery SET state = ?, attempts = ?, detail = ?, ended = ? WHERE n = ?",
        int(delivery.state), delivery.attempts, delivery.detail, usOrNull(delivery.ended),
        delivery.id);
}

Result<std::vector<Delivery>> AlertStore::waiting()
{
    return all(m_database, QByteArray(deliveryColumns) + "WHERE state = 0 ORDER BY n",
               deliveryFrom);
}

Result<std::vector<Delivery>> AlertStore::deliveries(const QString &channel, int limit)
{
    return all(m_database,
               QByteArray(deliveryColumns)
                   + "WHERE ?1 = '' OR channel = ?1 ORDER BY n DESC LIMIT ?2",
               deliveryFrom, channel, limit);
}

} // namespace Gatehouse::Alerts
