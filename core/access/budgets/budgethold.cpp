// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgethold.h"

#include <algorithm>

namespace Gatehouse::Access {

namespace {

class Locks
{
public:
    explicit Locks(const BudgetHold::States &states)
        : m_states(states)
    {
        for (BudgetState *state : m_states)
            state->mutex.lock();
    }
    ~Locks()
    {
        for (BudgetState *state : m_states)
            state->mutex.unlock();
    }
    Locks(const Locks &) = delete;
    Locks &operator=(const Locks &) = delete;

private:
    const BudgetHold::States &m_states;
};

//! What \a state lets a request reserve; nothing when it refuses.
std::optional<Money> reservable(BudgetState &state, Money amount, Money least, WallTime now)
{
    state.roll(now);
    if (state.action() == BudgetAction::Warn)
        return amount;
    if (state.left().nanoUsd <= 0)
        return std::nullopt;
    if (state.holds(amount))
        return amount;
    if (state.reserved() == Money() && state.holds(least))
        return state.left();
    return std::nullopt;
}

BudgetRefusal refusalOf(BudgetState &state, WallTime now)
{
    return {.scope = state.scope.text().toUtf8(),
            .id = state.id(),
            .limit = state.ceiling(),
            .spent = state.spentNow(),
            .reserved = state.reserved(),
            .resets = state.resets(now),
            .action = state.action(),
            .redirectRoute = state.redirectRoute()};
}

} // namespace

std::optional<BudgetRefusal> BudgetHold::take(const States &states, Money amount, Money least,
                                              WallTime now, bool onlyLooks)
{
    if (states.isEmpty())
        return std::nullopt;
    release();
    const Locks locks(states);
    QVarLengthArray<Part, 8> parts;
    for (BudgetState *state : states) {
        const auto part = reservable(*state, amount, least, now);
        if (!part) {
            if (!onlyLooks && state->spentNow() + least > state->ceiling())
                state->noteRefusal();
            return refusalOf(*state, now);
        }
        parts.append({state, 0, *part});
    }
    if (onlyLooks)
        return std::nullopt;
    for (Part &part : parts)
        part.period = part.state->reserve(part.amount);
    m_parts = parts;
    return std::nullopt;
}

void BudgetHold::release()
{
    for (const Part &part : m_parts) {
        const std::scoped_lock lock(part.state->mutex);
        part.state->giveBack(part.period, part.amount);
    }
    m_parts.clear();
}

} // namespace Gatehouse::Access
