// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetbook.h"
#include "core/store/database.h"

namespace Gatehouse::Access {

//! What administrators decided about running budgets, in gatehouse.db: raises, resets, the pause.
//! Belongs to the thread of its database.
class BudgetStore
{
public:
    //! Makes the tables when they are missing.
    static Result<BudgetStore> open(Store::Database &database);

    //! Those that still hold at \a now, by the budget's name.
    Result<QHash<QByteArray, BudgetAdjustment>> adjustments(WallTime now) const;
    //! Keeps \a adjustment until \a until, when its period is over.
    Result<void> keep(const QByteArray &name, const BudgetAdjustment &adjustment, WallTime until);

    Result<std::optional<SpendingPause>> pause() const;
    Result<void> keepPause(const std::optional<SpendingPause> &pause);

private:
    explicit BudgetStore(Store::Database &database)
        : m_database(&database)
    {
    }

    Store::Database *m_database;
};

} // namespace Gatehouse::Access
