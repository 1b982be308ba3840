// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetstate.h"

#include <QtCore/QVarLengthArray>

namespace Gatehouse::Access {

//! Why a request is not paid for: the budget that is used up.
struct BudgetRefusal {
    QByteArray scope;
    QByteArray id;
    Money limit;
    Money spent;
    Money reserved;
    WallTime resets{};
    BudgetAction action = BudgetAction::Block;
    QByteArray redirectRoute;
};

//! The money one request has reserved of its budgets, given back when it is released or goes. The
//! states outlive it.
class BudgetHold
{
public:
    using States = QVarLengthArray<BudgetState *, 8>;

    BudgetHold() = default;
    ~BudgetHold() { release(); }
    BudgetHold(const BudgetHold &) = delete;
    BudgetHold &operator=(const BudgetHold &) = delete;

    //! Reserves \a amount of each of \a states, which are in ascending order, or nothing of any.
    //! Where that is too much and nothing else is running, what is left will do if it is \a least
    //! or more: a cautious estimate keeps nobody from a budget that has money. A budget that only
    //! warns never refuses. \a onlyLooks: reserves nothing, says only what would be.
    std::optional<BudgetRefusal> take(const States &states, Money amount, Money least, WallTime now,
                                      bool onlyLooks = false);
    void release();

private:
    struct Part {
        BudgetState *state = nullptr;
        quint64 period = 0;
        Money amount;
    };
    QVarLengthArray<Part, 8> m_parts;
};

} // namespace Gatehouse::Access
