// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/bookscheck.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/usageexport.h"
#include "core/ledger/usagereport.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr QByteArrayView sqlOfRows =
    "SELECT count(*), sum(tokens_in), sum(tokens_out), sum(ifnull(cost, 0)),"
    " sum(ifnull(list_cost, 0)), sum(cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out"
    " + images + audio_ms + characters + queries > 0)), sum(cache_saved) FROM requests WHERE ts >= "
    "? AND ts < ?";
//! Copies are nobody's requests: they stand in the sums with their money and tokens, in no export.
constexpr QByteArrayView sqlOfCopies = "SELECT 0, sum(tokens_in), sum(tokens_out), "
                                       "sum(ifnull(cost, 0)), sum(ifnull(list_cost, 0)), 0, 0"
                                       " FROM copies WHERE ts >= ? AND ts < ?";
constexpr QByteArrayView sqlOfDays =
    "SELECT sum(requests), sum(tokens_in), sum(tokens_out), sum(cost), sum(list_cost),"
    " sum(unpriced), sum(cache_saved) FROM roll_day_key WHERE day >= ? AND day < ?";
constexpr QByteArrayView sqlOfSlots =
    "SELECT sum(requests), sum(tokens_in), sum(tokens_out), sum(cost), sum(list_cost),"
    " sum(unpriced), sum(cache_saved) FROM roll_slot_model WHERE slot >= ? AND slot < ?";
constexpr QByteArrayView sqlOfWeeks =
    "SELECT sum(requests), sum(tokens_in), sum(tokens_out), sum(cost), 0, sum(unpriced),"
    " sum(cache_saved) FROM roll_week_key WHERE week >= ? AND week < ?";
constexpr QByteArrayView sqlOfHours =
    "SELECT sum(requests), sum(tokens_in), sum(tokens_out), sum(cost), 0, sum(unpriced), 0"
    " FROM roll_hour_model WHERE hour >= ? AND hour < ?";

QJsonObject json(const BooksCheck::Sums &sums)
{
    return {{u"requests"_s, sums.requests},
            {u"tokens_in"_s, sums.tokensIn},
            {u"tokens_out"_s, sums.tokensOut},
            {u"cost_nano_usd"_s, sums.cost},
            {u"list_cost_nano_usd"_s, sums.listCost},
            {u"unpriced"_s, sums.unpriced},
            {u"cache_saved_nano_usd"_s, sums.cacheSaved}};
}

void add(BooksCheck::Sums &sums, const BooksCheck::Sums &more)
{
    sums.requests += more.requests;
    sums.tokensIn += more.tokensIn;
    sums.tokensOut += more.tokensOut;
    sums.cost += more.cost;
    sums.listCost += more.listCost;
    sums.unpriced += more.unpriced;
    sums.cacheSaved += more.cacheSaved;
}

//! The column of a line of the export that no quoted text stands behind; from 0.
QByteArrayView cell(const QList<QByteArrayView> &cells, int column)
{
    return column < cells.size() ? cells[column] : QByteArrayView();
}

QList<QByteArrayView> cellsOf(QByteArrayView line)
{
    QList<QByteArrayView> cells;
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"')
            isQuoted = !isQuoted;
        if (i < line.size() && (line[i] != ',' || isQuoted))
            continue;
        cells.append(line.sliced(begin, i - begin));
        begin = i + 1;
    }
    return cells;
}

} // namespace

QJsonObject BooksCheck::Outcome::toJson() const
{
    QJsonArray items;
    for (const Difference &difference : differences)
        items.append(QJsonObject{{u"day"_s, difference.day.toString(Qt::ISODate)},
                                 {u"between"_s, difference.between},
                                 {u"rows"_s, json(difference.rows)},
                                 {u"others"_s, json(difference.others)}});
    return {{u"ok"_s, isSound()},
            {u"days"_s, days},
            {u"requests"_s, sums.requests},
            {u"cost_nano_usd"_s, sums.cost},
            {u"differences"_s, items}};
}

Result<BooksCheck::Sums> BooksCheck::read(QByteArrayView sql, qint64 from, qint64 to)
{
    Sums sums;
    const Result<void> done = query(
        m_database, sql,
        [&sums](const Store::Statement &row) {
            int column = 0;
            for (qint64 *value : {&sums.requests, &sums.tokensIn, &sums.tokensOut, &sums.cost,
                                  &sums.listCost, &sums.unpriced, &sums.cacheSaved})
                *value = row.integer(column++);
        },
        from, to);
    if (!done)
        return done.error();
    return sums;
}

//! Requests and copies.
Result<BooksCheck::Sums> BooksCheck::readRows(qint64 from, qint64 to)
{
    Result<Sums> sums = read(sqlOfRows, from, to);
    const Result<Sums> copies = read(sqlOfCopies, from, to);
    if (!sums || !copies)
        return sums ? copies.error() : sums.error();
    add(*sums, *copies);
    return sums;
}

//! As screens and gatehousectl ask for it: three days, so that it is counted from the sums, and of
//! them this one.
Result<BooksCheck::Sums> BooksCheck::reported(const QDate &day)
{
    const UsageSpan span{.sinceUs = m_calendar.startOf(day.addDays(-2)),
                         .untilUs = m_calendar.startOf(day.addDays(1))};
    const Result<QJsonObject> report = usageReport(m_database, m_calendar, u"day", span);
    if (!report)
        return report.error();
    Sums sums;
    for (const QJsonValue &item : report->value("items"_L1).toArray()) {
        if (item["day"_L1].toString() == day.toString(Qt::ISODate))
            add(sums,
                {item["requests"_L1].toInteger(), item["tokens_in"_L1].toInteger(),
                 item["tokens_out"_L1].toInteger(), item["cost_nano_usd"_L1].toInteger(), 0,
                 item["unpriced"_L1].toInteger(), item["cache_saved_nano_usd"_L1].toInteger()});
    }
    return sums;
}

Result<BooksCheck::Sums> BooksCheck::exported(const QDate &day)
{
    Sums sums;
    const auto take = [&sums](QByteArrayView lines) {
        for (qsizetype begin = 0; begin < lines.size();) {
            qsizetype end = begin;
            for (bool isQuoted = false; end < lines.size(); ++end) {
                isQuoted ^= lines[end] == '"';
                if (lines[end] == '\n' && !isQuoted)
                    break;
            }
            const auto cells = cellsOf(lines.sliced(begin, end - begin));
            ++sums.requests;
            sums.tokensIn += cell(cells, UsageExport::costColumn - 2).toLongLong();
            sums.tokensOut += cell(cells, UsageExport::costColumn - 1).toLongLong();
            sums.cost += decimalToNano(cell(cells, UsageExport::costColumn)).value_or(0);
            sums.listCost += decimalToNano(cell(cells, UsageExport::costColumn + 1)).value_or(0);
            begin = end + 1;
        }
        return true;
    };
    const auto done = UsageExport::run(
        m_database,
        {.sinceUs = m_calendar.startOf(day), .untilUs = m_calendar.startOf(day.addDays(1))}, take);
    if (!done)
        return done.error();
    return sums;
}

Result<QDate> BooksCheck::firstWhole()
{
    const Result<qint64> oldest = m_database.integer("SELECT ifnull(min(ts), 0) FROM requests");
    const Result<qint64> summed =
        m_database.integer("SELECT ifnull(min(day), 0) FROM roll_day_key");
    if (!oldest || !summed)
        return oldest ? summed.error() : oldest.error();
    if (*oldest == 0)
        return QDate();
    const QDate day = m_calendar.dateAt(*oldest);
    return *summed < DayCalendar::number(day) ? day.addDays(1) : day;
}

//! The first day that is counted wholly in the zone of now, which becomes the one of this check.
//! Invalid: all are.
Result<QDate> BooksCheck::sinceZone()
{
    qint64 since = 0;
    QByteArray zone;
    const Result<void> read =
        query(m_database, "SELECT ts, zone FROM day_zones ORDER BY ts DESC LIMIT 1",
              [&](const Store::Statement &row) {
                  since = row.integer(0);
                  zone = row.text(1);
              });
    if (!read)
        return read.error();
    if (const QTimeZone counted(zone); !zone.isEmpty() && counted.isValid())
        m_calendar = DayCalendar(counted);
    return since > 0 ? m_calendar.dateAt(since).addDays(1) : QDate();
}

Result<void> BooksCheck::checkDay(const QDate &day, bool withExport, Outcome &outcome)
{
    const qint64 from = m_calendar.startOf(day);
    const qint64 to = m_calendar.startOf(day.addDays(1));
    const Result<Sums> requests = read(sqlOfRows, from, to);
    const Result<Sums> rows = readRows(from, to);
    const Result<Sums> days =
        read(sqlOfDays, DayCalendar::number(day), DayCalendar::number(day.addDays(1)));
    const Result<Sums> report = reported(day);
    if (!requests || !rows || !days || !report)
        return !requests ? requests.error()
            : !rows      ? rows.error()
            : !days      ? days.error()
                         : report.error();
    const auto compare = [&](const QString &between, const Sums &expected, const Sums &others) {
        if (expected != others)
            outcome.differences.push_back({day, between, expected, others});
    };
    compare(u"rows and sums by day"_s, *rows, *days);
    Sums without = *rows;
    without.listCost = 0; // the report does not tell it
    compare(u"rows and usage report"_s, without, *report);
    if (withExport) {
        const Result<Sums> lines = exported(day);
        if (!lines)
            return lines.error();
        without = *requests;
        without.unpriced = 0; // an empty cell of the export
        without.cacheSaved = 0;
        compare(u"rows and export"_s, without, *lines);
    }
    ++outcome.days;
    add(outcome.sums, *rows);
    return {};
}

//! Whole hours: those at the ends that belong to two days, in zones with half hours, are left out.
Result<void> BooksCheck::checkHours(const QDate &first, const QDate &last, Outcome &outcome)
{
    constexpr qint64 slotsPerHour = usPerHour / usPerSlot;
    const qint64 from = (m_calendar.startOf(first) + usPerHour - 1) / usPerHour;
    const qint64 to = m_calendar.startOf(last.addDays(1)) / usPerHour;
    Result<Sums> rows = readRows(from * usPerHour, to * usPerHour);
    const Result<Sums> hours = read(sqlOfHours, from, to);
    const Result<Sums> quarters = read(sqlOfSlots, from * slotsPerHour, to * slotsPerHour);
    if (!rows || !hours || !quarters)
        return !rows ? rows.error() : !hours ? hours.error() : quarters.error();
    if (*rows != *quarters)
        outcome.differences.push_back(
            {first, u"rows and sums by quarter of an hour"_s, *rows, *quarters});
    rows->listCost = 0; // the sums by hour do not tell these
    rows->cacheSaved = 0;
    if (*rows != *hours)
        outcome.differences.push_back({first, u"rows and sums by hour"_s, *rows, *hours});
    return {};
}

//! Whole weeks.
Result<void> BooksCheck::checkWeeks(const QDate &first, const QDate &last, Outcome &outcome)
{
    const auto [from, to] = DayCalendar::wholeWeeks(first, last);
    if (from >= to)
        return {};
    Result<Sums> days = read(sqlOfDays, DayCalendar::number(from), DayCalendar::number(to));
    const Result<Sums> weeks = read(sqlOfWeeks, DayCalendar::number(from), DayCalendar::number(to));
    if (!days || !weeks)
        return days ? weeks.error() : days.error();
    days->listCost = 0;
    if (*days != *weeks)
        outcome.differences.push_back({from, u"sums by day and by week"_s, *days, *weeks});
    return {};
}

Result<BooksCheck::Outcome> BooksCheck::run(const QDate &first, const QDate &last, int exports)
{
    if (const Result<void> begun = m_database.execute("BEGIN"); !begun)
        return begun.error();
    struct End {
        Store::Database &database;
        ~End() { (void)database.execute("COMMIT"); }
    } const end{m_database};
    const Result<QDate> zoned = sinceZone();
    const Result<QDate> whole = firstWhole();
    if (!zoned || !whole)
        return zoned ? whole.error() : zoned.error();
    Outcome outcome;
    if (!whole->isValid())
        return outcome;
    const QDate from = std::max({first, *whole, zoned->isValid() ? *zoned : *whole});
    for (QDate day = from; day <= last; day = day.addDays(1)) {
        const bool withExport = day.daysTo(last) < exports;
        if (const Result<void> checked = checkDay(day, withExport, outcome); !checked)
            return checked.error();
    }
    if (from <= last) {
        if (const Result<void> checked = checkHours(from, last, outcome); !checked)
            return checked.error();
        if (const Result<void> checked = checkWeeks(from, last, outcome); !checked)
            return checked.error();
    }
    return outcome;
}

} // namespace Gatehouse::Ledger
