// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/traffic.h"

#include "core/ledger/distribution.h"
#include "core/ledger/rowquery.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

using Kind = Api::Scope::Kind;

//! The column that holds the names of a scope; empty for the gateway, nothing where there is none.
std::optional<QByteArray> columnOf(Kind kind)
{
    switch (kind) {
    case Kind::Gateway:
        return QByteArray();
    case Kind::Team:
        return "team"_ba;
    case Kind::Key:
        return "key"_ba;
    case Kind::Route:
        return "route"_ba;
    case Kind::Provider:
        return "provider"_ba;
    case Kind::Tag:
        return "tags"_ba;
    case Kind::Person:
    case Kind::Budget:
        break;
    }
    return std::nullopt;
}

struct Sum {
    HourFigures figures;
    Distribution firstToken;
};

constexpr auto sumsByHour =
    "SELECT hour, class, sum(requests), sum(cost), sum(unpriced) FROM roll_hour_model"
    " WHERE hour >= ?1 AND hour < ?2 AND (?3 = '' OR %1 = ?3) GROUP BY hour, class";
constexpr auto firstTokensByHour =
    "SELECT hour, bucket, sum(requests) FROM hist_hour_model"
    " WHERE hour >= ?1 AND hour < ?2 AND kind = 1 AND (?3 = '' OR %1 = ?3) GROUP BY hour, bucket";
constexpr auto sumsOfRows =
    "SELECT ts / 3600000000, class, count(*), sum(ifnull(cost, 0)),"
    " sum(cost IS NULL AND (outcome = 'ok' OR tokens_in > 0 OR tokens_out > 0)) FROM requests"
    " WHERE ts >= ?1 * 3600000000 AND ts < ?2 * 3600000000 AND %1 = ?3 GROUP BY 1, 2";
constexpr auto firstTokensOfRows =
    "SELECT ts / 3600000000, CAST(floor(ln(max(first_token_us, 1)) * 4) AS INTEGER), count(*)"
    " FROM requests WHERE ts >= ?1 * 3600000000 AND ts < ?2 * 3600000000 AND %1 = ?3"
    " AND outcome = 'ok' AND cache <> 'hit' AND streamed AND first_token_us >= 0 GROUP BY 1, 2";

} // namespace

Traffic trafficOf(const RequestRecord &record)
{
    return {.time = record.time,
            .provider = record.provider,
            .model = record.model,
            .route = record.route,
            .key = record.keyId,
            .keyName = record.keyName,
            .team = record.team,
            .counts = classOf(record),
            .cost = record.cost.value_or(Money{}),
            .firstTokenUs = record.streamed ? record.firstTokenUs : -1,
            .isUnpriced = isUnpriced(record),
            .isKeyRefused = record.outcome == Outcome::KeyRefused};
}

Result<std::vector<Traffic>> recentTraffic(Store::Database &database, qint64 sinceUs, int most)
{
    std::vector<Traffic> all;
    const Result<void> read = query(
        database,
        "SELECT ts, provider, model, route, key, key_name, team, class, ifnull(cost, 0),"
        " iif(streamed, ifnull(first_token_us, -1), -1),"
        " cost IS NULL AND (outcome = 'ok' OR tokens_in > 0 OR tokens_out > 0),"
        " outcome = 'key_refused' FROM requests WHERE ts >= ? ORDER BY ts DESC LIMIT ?",
        [&all](const Store::Statement &row) {
            all.push_back({.time = WallTime(std::chrono::microseconds(row.integer(0))),
                           .provider = row.text(1),
                           .model = row.text(2),
                           .route = row.text(3),
                           .key = row.text(4),
                           .keyName = row.text(5),
                           .team = row.text(6),
                           .counts = static_cast<RequestClass>(row.integer(7)),
                           .cost = {row.integer(8)},
                           .firstTokenUs = row.integer(9),
                           .isUnpriced = row.integer(10) != 0,
                           .isKeyRefused = row.integer(11) != 0});
        },
        sinceUs, most);
    if (!read)
        return read.error();
    std::ranges::reverse(all);
    return all;
}

Result<std::vector<HourFigures>> hourFigures(Store::Database &database, const Api::Scope &scope,
                                             qint64 firstHour, qint64 endHour)
{
    const auto column = columnOf(scope.kind);
    if (!column)
        return Error{ErrorCode::InvalidArgument, u"%1 is not counted by hours"_s.arg(scope.text()),
                     u"scope"_s};
    const bool isSummed =
        scope.kind == Kind::Gateway || scope.kind == Kind::Route || scope.kind == Kind::Provider;
    const auto named = [&](const char *sql) {
        QByteArray text(sql);
        if (scope.kind == Kind::Tag) // one of several
            text.replace("%1 = ?3",
                         "instr(',' || replace(tags, ', ', ',') || ',', ',' || ?3 || ',')");
        return text.replace("%1", column->isEmpty() ? "route"_ba : *column);
    };
    std::map<qint64, Sum> hours;
    const auto takeSum = [&hours](const Store::Statement &row) {
        HourFigures &figures = hours[row.integer(0)].figures;
        const auto counts = static_cast<RequestClass>(row.integer(1));
        if (counts == RequestClass::Answered)
            figures.answered += row.integer(2);
        else if (counts == RequestClass::Failed)
            figures.failed += row.integer(2);
        figures.cost += Money{row.integer(3)};
        figures.unpriced += row.integer(4);
    };
    const auto takeBucket = [&hours](const Store::Statement &row) {
        hours[row.integer(0)].firstToken.addBucket(static_cast<int>(row.integer(1)),
                                                   row.integer(2));
    };
    Result<void> read = query(database, named(isSummed ? sumsByHour : sumsOfRows), takeSum,
                              firstHour, endHour, scope.name);
    if (read)
        read = query(database, named(isSummed ? firstTokensByHour : firstTokensOfRows), takeBucket,
                     firstHour, endHour, scope.name);
    if (!read)
        return read.error();
    std::vector<HourFigures> figures;
    for (auto &[hour, sum] : hours) {
        sum.figures.hour = hour;
        if (const auto us = sum.firstToken.percentile(0.95))
            sum.figures.firstTokenP95 = *us / 1000;
        figures.push_back(sum.figures);
    }
    return figures;
}

} // namespace Gatehouse::Ledger
