// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/trialbook.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/schema.h"

namespace Gatehouse::Ledger {

Result<void> TrialBook::create()
{
    return m_database.execute("CREATE TABLE IF NOT EXISTS trial(route TEXT PRIMARY KEY,"
                              " policy TEXT NOT NULL, started INTEGER NOT NULL,"
                              " counts TEXT NOT NULL) STRICT, WITHOUT ROWID");
}

Result<std::optional<TrialProgress>> TrialBook::find(const QString &route)
{
    std::optional<TrialProgress> found;
    const Result<void> read = query(
        m_database, "SELECT policy, started, counts FROM trial WHERE route = ?",
        [&](const Store::Statement &row) {
            found = {.route = route,
                     .policy = row.string(0),
                     .started = WallTime(std::chrono::microseconds(row.integer(1))),
                     .counts = row.string(2)};
        },
        route);
    if (!read)
        return read.error();
    return found;
}

Result<void> TrialBook::keep(const TrialProgress &progress)
{
    return query(
        m_database,
        "INSERT INTO trial VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET policy = excluded.policy,"
        " started = excluded.started, counts = excluded.counts",
        [](const Store::Statement &) {}, progress.route, progress.policy, toUs(progress.started),
        progress.counts);
}

} // namespace Gatehouse::Ledger
