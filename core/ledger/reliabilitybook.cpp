// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/reliabilitybook.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/schema.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr QByteArrayView tables = R"(
CREATE TABLE IF NOT EXISTS objective(
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    target REAL NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY(kind, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS breaker_change(
    n INTEGER PRIMARY KEY,
    ts INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS breaker_change_ts ON breaker_change(ts);
CREATE TABLE IF NOT EXISTS incident_seen(
    incident TEXT PRIMARY KEY,
    who TEXT NOT NULL,
    ts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)";

constexpr double leastTarget = 0.5;
constexpr double mostTarget = 0.99999;
constexpr int mostDays = 90;

WallTime timeOf(qint64 us)
{
    return WallTime(std::chrono::microseconds(us));
}

} // namespace

Result<void> ReliabilityBook::create()
{
    return m_database.execute(tables);
}

Result<std::vector<Objective>> ReliabilityBook::objectives()
{
    std::vector<Objective> all;
    const Result<void> read =
        query(m_database, "SELECT kind, name, target, days FROM objective ORDER BY kind, name",
              [&all](const Store::Statement &row) {
                  all.push_back({.kind = row.string(0),
                                 .name = row.string(1),
                                 .target = row.real(2),
                                 .days = static_cast<int>(row.integer(3)),
                                 .isDefault = false});
              });
    if (!read)
        return read.error();
    return all;
}

Result<void> ReliabilityBook::setObjective(const Objective &objective)
{
    const auto wrong = [](const QString &why, const QString &field) {
        return Error{ErrorCode::InvalidArgument, why, field};
    };
    if (objective.kind != "route"_L1 && objective.kind != "provider"_L1
        && objective.kind != "model"_L1)
        return wrong(u"an objective is of a route, a provider or a model"_s, u"kind"_s);
    if (objective.name.isEmpty())
        return wrong(u"an objective needs the name of what it is of"_s, u"name"_s);
    if (!(objective.target >= leastTarget && objective.target <= mostTarget))
        return wrong(u"the target is a share from 0.5 to 0.99999, for example 0.995"_s,
                     u"target"_s);
    if (objective.days < 1 || objective.days > mostDays)
        return wrong(u"an objective holds over 1 to %1 days"_s.arg(mostDays), u"days"_s);
    return query(
        m_database,
        "INSERT INTO objective VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " target = excluded.target, days = excluded.days",
        [](const Store::Statement &) {}, objective.kind, objective.name, objective.target,
        objective.days);
}

Result<void> ReliabilityBook::removeObjective(const QString &kind, const QString &name)
{
    return query(
        m_database, "DELETE FROM objective WHERE kind = ? AND name = ?",
        [](const Store::Statement &) {}, kind, name);
}

Result<void> ReliabilityBook::addBreakerChange(const BreakerChange &change, WallTime keepFrom)
{
    const Result<void> dropped = query(
        m_database, "DELETE FROM breaker_change WHERE ts < ?", [](const Store::Statement &) {},
        toUs(keepFrom));
    if (!dropped)
        return dropped;
    return query(
        m_database, "INSERT INTO breaker_change(ts, provider, model, state) VALUES(?, ?, ?, ?)",
        [](const Store::Statement &) {}, toUs(change.time), change.provider, change.model,
        change.state);
}

Result<std::vector<BreakerChange>> ReliabilityBook::breakerChanges(WallTime from, WallTime to)
{
    std::vector<BreakerChange> all;
    const auto take = [&all](const Store::Statement &row) {
        all.push_back({.time = timeOf(row.integer(0)),
                       .provider = row.string(1),
                       .model = row.string(2),
                       .state = row.string(3)});
    };
    const Result<void> read =
        query(m_database,
              "SELECT max(ts) AS ts, provider, model, state FROM breaker_change WHERE ts < ?1"
              " GROUP BY provider, model UNION ALL SELECT ts, provider, model, state"
              " FROM breaker_change WHERE ts >= ?1 AND ts < ?2 ORDER BY 1",
              take, toUs(from), toUs(to));
    if (!read)
        return read.error();
    return all;
}

Result<void> ReliabilityBook::acknowledge(const QString &incident, const Acknowledgement &by)
{
    return query(
        m_database, "INSERT INTO incident_seen VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
        [](const Store::Statement &) {}, incident, by.who, toUs(by.time));
}

Result<std::optional<Acknowledgement>> ReliabilityBook::acknowledgement(const QString &incident)
{
    std::optional<Acknowledgement> found;
    const Result<void> read = query(
        m_database, "SELECT who, ts FROM incident_seen WHERE incident = ?",
        [&found](const Store::Statement &row) {
            found = {.who = row.string(0), .time = timeOf(row.integer(1))};
        },
        incident);
    if (!read)
        return read.error();
    return found;
}

} // namespace Gatehouse::Ledger
