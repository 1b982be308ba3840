// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usageexport.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qsizetype pieceBytes = 256 * 1024;

enum class Kind { Time, Text, Number, Dollars, Flag };

struct Column {
    const char *name;
    const char *sql;
    Kind kind;
};

constexpr std::array columns{
    Column{"time", "ts", Kind::Time},
    Column{"id", "id", Kind::Text},
    Column{"provider", "provider", Kind::Text},
    Column{"model", "model", Kind::Text},
    Column{"route", "route", Kind::Text},
    Column{"team", "team", Kind::Text},
    Column{"key_name", "key_name", Kind::Text},
    Column{"key_id", "key", Kind::Text},
    Column{"tags", "tags", Kind::Text},
    Column{"status", "status", Kind::Number},
    Column{"outcome", "outcome", Kind::Text},
    Column{"tokens_in", "tokens_in", Kind::Number},
    Column{"tokens_out", "tokens_out", Kind::Number},
    Column{"cost_usd", "cost", Kind::Dollars},
    Column{"list_cost_usd", "list_cost", Kind::Dollars},
    Column{"price_list_version", "price_version", Kind::Text},
    Column{"tokens_estimated", "usage_estimated", Kind::Flag},
    Column{"tokens_cache_read", "tokens_cached", Kind::Number},
    Column{"tokens_cache_write", "tokens_cache_write", Kind::Number},
    Column{"tokens_cache_write_1h", "tokens_cache_write_hour", Kind::Number},
    Column{"tokens_reasoning", "tokens_reasoning", Kind::Number},
    Column{"tokens_audio_in", "tokens_audio_in", Kind::Number},
    Column{"tokens_audio_out", "tokens_audio_out", Kind::Number},
    Column{"images", "images", Kind::Number},
    Column{"audio_ms", "audio_ms", Kind::Number},
    Column{"characters", "characters", Kind::Number},
    Column{"queries", "queries", Kind::Number},
    Column{"cache_saved_usd", "cache_saved", Kind::Dollars},
};
static_assert(std::string_view(columns[UsageExport::costColumn].name) == "cost_usd");

//! Quoted where it must be, and no formula.
void addText(QByteArray &line, QByteArrayView text)
{
    constexpr QByteArrayView formulas("=+-@\t\r");
    const bool isFormula = !text.isEmpty() && formulas.contains(text.front());
    const bool isPlain = !isFormula && std::none_of(text.begin(), text.end(), [](char c) {
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    });
    if (isPlain) {
        line += text;
        return;
    }
    line += '"';
    if (isFormula)
        line += '\'';
    for (const char c : text) {
        if (c == '"')
            line += '"';
        line += c;
    }
    line += '"';
}

//! "2026-11-22T21:37:28.123Z"; a row has one, and QDateTime takes longer than all else of it.
void addTime(QByteArray &line, qint64 us)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time(milliseconds(us / 1000));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 32> text;
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                                   int(date.year()), unsigned(date.month()), unsigned(date.day()),
                                   int(clock.hours().count()), int(clock.minutes().count()),
                                   int(clock.seconds().count()), int(clock.subseconds().count()));
    line.append(text.data(), size);
}

void addCell(QByteArray &line, const Store::Statement &row, int index, Kind kind)
{
    switch (kind) {
    case Kind::Time:
        addTime(line, row.integer(index));
        return;
    case Kind::Text:
        addText(line, row.text(index));
        return;
    case Kind::Number:
        line += QByteArray::number(row.integer(index));
        return;
    case Kind::Flag:
        line += row.integer(index) != 0 ? "true" : "false";
        return;
    case Kind::Dollars:
        if (!row.isNull(index))
            line += Money{row.integer(index)}.toDecimal();
        return;
    }
}

//! "1795348800000000.4711": the last line's time and number.
Result<std::pair<qint64, qint64>> positionOf(const UsageExport::Span &span)
{
    if (span.cursor.isEmpty())
        return std::pair{span.sinceUs, qint64(0)};
    bool isTime = false;
    bool isNumber = false;
    const std::pair at{span.cursor.section(u'.', 0, 0).toLongLong(&isTime),
                       span.cursor.section(u'.', 1).toLongLong(&isNumber)};
    if (!isTime || !isNumber)
        return Error{ErrorCode::InvalidArgument, u"is none of ours; begin again without it"_s,
                     u"cursor"_s};
    return at;
}

QString cursorOf(const std::pair<qint64, qint64> &position)
{
    return u"%1.%2"_s.arg(QString::number(position.first), QString::number(position.second));
}

QByteArray statement()
{
    QByteArray names;
    for (const Column &column : columns)
        names += QByteArray(column.sql) + ", ";
    return "SELECT " + names
        + "n FROM requests WHERE ts >= ?1 AND ts < ?2 AND (ts > ?1 OR n > ?3)"
          " ORDER BY ts, n LIMIT ?4";
}

} // namespace

QByteArray UsageExport::header()
{
    QByteArray line;
    for (const Column &column : columns)
        line += QByteArray(line.isEmpty() ? "" : ",") + column.name;
    return line + '\n';
}

QByteArray UsageExport::idleLine(qint64 us, const QDate &day, QByteArrayView provider, Money cost)
{
    QByteArray line;
    for (const Column &column : columns) {
        const QByteArrayView name(column.name);
        if (!line.isEmpty())
            line += ',';
        if (name == "time")
            addTime(line, us);
        else if (name == "id")
            addText(line,
                    QByteArray("idle-" + provider.toByteArray() + '-'
                               + day.toString(Qt::ISODate).toLatin1()));
        else if (name == "provider")
            addText(line, provider);
        else if (name == "outcome")
            line += "idle";
        else if (column.kind == Kind::Number || name == "cache_saved_usd")
            line += '0';
        else if (column.kind == Kind::Dollars)
            line += cost.toDecimal();
        else if (column.kind == Kind::Flag)
            line += "false";
    }
    return line + '\n';
}

Result<QString> UsageExport::run(Store::Database &database, const Span &span, const Sink &sink)
{
    const auto from = positionOf(span);
    if (!from)
        return from.error();
    auto select = database.prepare(statement());
    if (!select)
        return select.error();
    select->bindAll(from->first, span.untilUs, from->second, span.most > 0 ? span.most : -1);
    QByteArray lines;
    lines.reserve(pieceBytes + 4096);
    std::pair last = *from;
    qint64 count = 0;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        for (int i = 0; i < int(columns.size()); ++i) {
            if (i > 0)
                lines += ',';
            addCell(lines, *select, i, columns[std::size_t(i)].kind);
        }
        lines += '\n';
        last = {select->integer(0), select->integer(int(columns.size()))};
        ++count;
        if (lines.size() < pieceBytes)
            continue;
        if (!sink(lines))
            return cursorOf(last);
        lines.resize(0);
    }
    if (!lines.isEmpty())
        sink(lines);
    const bool isFull = span.most > 0 && count == span.most;
    return isFull ? cursorOf(last) : QString();
}

} // namespace Gatehouse::Ledger
