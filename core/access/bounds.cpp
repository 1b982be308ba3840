// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/bounds.h"

#include <algorithm>

namespace Gatehouse::Access {

namespace {

template <typename Index>
bool namesScope(const Index &index, QByteArrayView prefix)
{
    const auto keys = index.keyBegin();
    return std::any_of(keys, index.keyEnd(),
                       [prefix](const QByteArray &scope) { return scope.startsWith(prefix); });
}

void sortByOrder(auto &states)
{
    std::sort(states.begin(), states.end(),
              [](const auto *a, const auto *b) { return a->order < b->order; });
}

} // namespace

Bounds::Bounds(Parts parts, const KeyTable &keys)
    : m_parts(std::move(parts))
    , m_bindsRoutes(namesScope(m_parts.limitsByScope, "route:"))
    , m_budgetsRoutes(namesScope(*m_parts.budgetsByScope, "route:"))
    , m_budgetsTags(namesScope(*m_parts.budgetsByScope, "tag:"))
{
    m_anybody = resolve({});
    if (!hasLimits() && !hasBudgets())
        return;
    m_keys.reserve(keys.entries().size());
    for (const KeyEntry &key : keys.entries())
        m_keys.push_back(resolve(key));
}

Bounds::OfKey Bounds::resolve(const KeyEntry &key) const
{
    OfKey own;
    const auto addLimit = [&](const QByteArray &scope) {
        if (LimitState *state = m_parts.limitsByScope.value(scope))
            own.limits.push_back(state);
    };
    addLimit("gateway");
    addLimit("team:" + key.team);
    addLimit("key:" + key.id);
    BudgetBook::collect(*m_parts.budgetsByScope,
                        {.key = key.id,
                         .team = key.team,
                         .owner = key.owner,
                         .route = {},
                         .provider = {},
                         .tags = {}},
                        own.budgets);
    sortByOrder(own.limits);
    sortByOrder(own.budgets);
    return own;
}

const Bounds::OfKey &Bounds::of(const KeyEntry &key) const
{
    return key.index < m_keys.size() ? m_keys[key.index] : m_anybody;
}

LimitHold::States Bounds::limits(const KeyEntry &key, const QByteArray &route) const
{
    const OfKey &own = of(key);
    LimitHold::States states(own.limits.begin(), own.limits.end());
    if (!m_bindsRoutes)
        return states;
    if (LimitState *state = m_parts.limitsByScope.value("route:" + route)) {
        states.append(state);
        sortByOrder(states);
    }
    return states;
}

LimitHold::States Bounds::limitsOfProvider(const QByteArray &provider) const
{
    LimitHold::States states;
    if (LimitState *state = m_parts.limitsByScope.value("provider:" + provider))
        states.append(state);
    return states;
}

BudgetHold::States Bounds::budgets(const KeyEntry &key, const QByteArray &route,
                                   QByteArrayView tags) const
{
    const OfKey &own = of(key);
    BudgetHold::States states(own.budgets.begin(), own.budgets.end());
    const auto add = [&](const QByteArray &scope) {
        for (BudgetState *state : m_parts.budgetsByScope->value(scope))
            states.append(state);
    };
    if (m_budgetsRoutes)
        add("route:" + route);
    if (m_budgetsTags) {
        for (const QByteArray &tag : tags.toByteArray().split(','))
            add("tag:" + tag.trimmed());
    }
    sortByOrder(states);
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states;
}

BudgetHold::States Bounds::budgetsOfProvider(const QByteArray &provider) const
{
    BudgetHold::States states;
    for (BudgetState *state : m_parts.budgetsByScope->value("provider:" + provider))
        states.append(state);
    return states;
}

double Bounds::percentUsed(const KeyEntry &key, const QByteArray &route) const
{
    constexpr double full = 100;
    const WallTime now = m_parts.budgets.clock().wall();
    double most = 0;
    for (BudgetState *state : budgets(key, route, key.tags)) {
        const std::scoped_lock lock(state->mutex);
        state->roll(now);
        const auto ceiling = static_cast<double>(state->ceiling().nanoUsd);
        const auto used = static_cast<double>((state->spentNow() + state->reserved()).nanoUsd);
        most = std::max(most, ceiling > 0 ? used * full / ceiling : full);
    }
    return most;
}

} // namespace Gatehouse::Access
