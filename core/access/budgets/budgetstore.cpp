// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetstore.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

// Times in microseconds since 1970; NULL: none.
constexpr QByteArrayView tables = R"(
CREATE TABLE IF NOT EXISTS budget_adjustment(
    budget TEXT PRIMARY KEY,
    holds_until INTEGER NOT NULL,
    raised INTEGER NOT NULL,
    raised_until INTEGER,
    forgiven INTEGER NOT NULL,
    reset_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS spending_pause(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    except_for TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT;
)";

qint64 stamp(WallTime time)
{
    return time.time_since_epoch().count();
}

WallTime timeOf(qint64 stamp)
{
    return WallTime(std::chrono::microseconds(stamp));
}

std::optional<qint64> stamp(const std::optional<WallTime> &time)
{
    return time ? std::optional(stamp(*time)) : std::nullopt;
}

std::optional<WallTime> timeOrNone(std::optional<qint64> stamp)
{
    return stamp ? std::optional(timeOf(*stamp)) : std::nullopt;
}

Result<void> run(Store::Statement &statement)
{
    const auto done = statement.step();
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

Result<BudgetStore> BudgetStore::open(Store::Database &database)
{
    if (const auto made = database.execute(tables); !made)
        return made.error();
    return BudgetStore(database);
}

Result<QHash<QByteArray, BudgetAdjustment>> BudgetStore::adjustments(WallTime now) const
{
    auto select = m_database->prepare(
        "SELECT budget, raised, raised_until, forgiven, reset_at FROM budget_adjustment "
        "WHERE holds_until > ?");
    if (!select)
        return select.error();
    select->bind(1, stamp(now));
    QHash<QByteArray, BudgetAdjustment> found;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        found.insert(select->text(0),
                     {.raised = {select->integer(1)},
                      .raisedUntil = timeOrNone(select->integerOrNull(2)),
                      .forgiven = {select->integer(3)},
                      .resetAt = timeOrNone(select->integerOrNull(4))});
    }
}

Result<void> BudgetStore::keep(const QByteArray &name, const BudgetAdjustment &adjustment,
                               WallTime until)
{
    auto insert = m_database->prepare(
        "INSERT OR REPLACE INTO budget_adjustment(budget, holds_until, raised, raised_until, "
        "forgiven, reset_at) VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bindAll(name, stamp(until), adjustment.raised, stamp(adjustment.raisedUntil),
                    adjustment.forgiven, stamp(adjustment.resetAt));
    return run(*insert);
}

Result<std::optional<SpendingPause>> BudgetStore::pause() const
{
    auto select = m_database->prepare("SELECT except_for, reason, who, since FROM spending_pause");
    if (!select)
        return select.error();
    const auto row = select->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<SpendingPause>();
    return std::optional(SpendingPause{.except = select->string(0).split(u'\n', Qt::SkipEmptyParts),
                                       .reason = select->string(1),
                                       .who = select->string(2),
                                       .since = timeOf(select->integer(3))});
}

Result<void> BudgetStore::keepPause(const std::optional<SpendingPause> &pause)
{
    if (!pause)
        return m_database->execute("DELETE FROM spending_pause");
    auto insert = m_database->prepare(
        "INSERT OR REPLACE INTO spending_pause(one, except_for, reason, who, since) "
        "VALUES (1, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bindAll(pause->except.join(u'\n'), pause->reason, pause->who, stamp(pause->since));
    return run(*insert);
}

} // namespace Gatehouse::Access
