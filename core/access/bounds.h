// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetbook.h"
#include "core/access/budgets/budgethold.h"
#include "core/access/keytable.h"
#include "core/access/limits/limitbook.h"
#include "core/access/limits/limithold.h"

#include <memory>

namespace Gatehouse::Access {

//! Which limits and budgets bind whom, found out once per publication: a request of a key that
//! nothing binds costs two comparisons. Immutable; refers to the books, which outlive it.
class Bounds
{
public:
    struct Parts {
        LimitBook &limits;
        BudgetBook &budgets;
        QHash<QByteArray, LimitState *> limitsByScope;
        std::shared_ptr<const BudgetIndex> budgetsByScope;
    };
    Bounds(Parts parts, const KeyTable &keys);

    bool hasLimits() const { return !m_parts.limitsByScope.isEmpty(); }
    bool hasBudgets() const { return !m_parts.budgetsByScope->isEmpty(); }
    BudgetBook &budgets() const { return m_parts.budgets; }

    //! Of gateway, team, key and route, in ascending order.
    LimitHold::States limits(const KeyEntry &key, const QByteArray &route) const;
    LimitHold::States limitsOfProvider(const QByteArray &provider) const;
    //! Of gateway, team, key, person, route and tags, in ascending order.
    BudgetHold::States budgets(const KeyEntry &key, const QByteArray &route,
                               QByteArrayView tags) const;
    BudgetHold::States budgetsOfProvider(const QByteArray &provider) const;

    //! How much of the fullest budget that binds \a key on \a route is used, reservations
    //! included; 0 when none does.
    double percentUsed(const KeyEntry &key, const QByteArray &route) const;

private:
    struct OfKey {
        std::vector<LimitState *> limits;
        std::vector<BudgetState *> budgets;
    };
    OfKey resolve(const KeyEntry &key) const;
    const OfKey &of(const KeyEntry &key) const;

    Parts m_parts;
    std::vector<OfKey> m_keys; //!< by KeyEntry::index
    OfKey m_anybody;           //!< what binds a key of no team
    bool m_bindsRoutes = false;
    bool m_budgetsRoutes = false;
    bool m_budgetsTags = false;
};

} // namespace Gatehouse::Access
