// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetbook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

QByteArray scopeText(QByteArrayView kind, QByteArrayView name)
{
    QByteArray text;
    text.reserve(kind.size() + 1 + name.size());
    text.append(kind).append(':').append(name);
    return text;
}

void addOf(const BudgetIndex &index, const QByteArray &scope, std::vector<BudgetState *> &found)
{
    const auto own = index.constFind(scope);
    if (own != index.constEnd())
        found.insert(found.end(), own->begin(), own->end());
}

} // namespace

bool SpendingPause::spares(const Spender &spender) const
{
    return except.contains(QString::fromUtf8(scopeText("key", spender.key)))
        || (!spender.team.isEmpty()
            && except.contains(QString::fromUtf8(scopeText("team", spender.team))))
        || (!spender.owner.isEmpty()
            && except.contains(QString::fromUtf8(scopeText("person", spender.owner))));
}

BudgetBook::BudgetBook(const Clock &clock)
    : m_clock(clock)
    , m_index(std::make_shared<const BudgetIndex>())
{
}

std::shared_ptr<const BudgetIndex> BudgetBook::apply(
    const QList<Api::Budget> &budgets, const QTimeZone &zone, Qt::DayOfWeek weekStart,
    const QHash<QByteArray, BudgetAdjustment> &adjustments)
{
    QByteArray calendar = zone.id() + ' ' + QByteArray::number(int(weekStart));
    if (calendar != std::exchange(m_calendar, calendar))
        m_byName.clear();
    auto index = std::make_shared<BudgetIndex>();
    m_inForce.clear();
    const auto before = std::exchange(m_byName, {});
    for (const Api::Budget &budget : budgets) {
        const QByteArray name = BudgetState::nameOf(budget);
        if (m_byName.contains(name))
            continue; // its checks refuse a second one
        const auto kept = before.find(name);
        BudgetState *&state = m_byName[name];
        if (kept != before.end()) {
            state = kept->second;
            const std::scoped_lock lock(state->mutex);
            state->setTerms(budget);
        } else {
            m_states.push_back(
                std::make_unique<BudgetState>(budget, zone, weekStart, ++m_made, m_clock.wall()));
            state = m_states.back().get();
            state->adjust(adjustments.value(state->name));
        }
        (*index)[budget.scope.toUtf8()].push_back(state);
        m_inForce.push_back(state);
    }
    m_index.store(index);
    return index;
}

std::vector<BudgetState *> BudgetBook::unseeded() const
{
    std::vector<BudgetState *> states;
    for (BudgetState *state : m_inForce) {
        const std::scoped_lock lock(state->mutex);
        if (state->wantsBooks())
            states.push_back(state);
    }
    return states;
}

void BudgetBook::recount()
{
    for (BudgetState *state : m_inForce) {
        const std::scoped_lock lock(state->mutex);
        state->recount();
    }
}

void BudgetBook::collect(const BudgetIndex &index, const Spender &spender,
                         std::vector<BudgetState *> &found)
{
    if (index.isEmpty())
        return;
    addOf(index, "gateway"_ba, found);
    addOf(index, scopeText("team", spender.team), found);
    addOf(index, scopeText("key", spender.key), found);
    addOf(index, scopeText("person", spender.owner), found);
    addOf(index, scopeText("route", spender.route), found);
    addOf(index, scopeText("provider", spender.provider), found);
    for (const QByteArray &tag : spender.tags.toByteArray().split(','))
        addOf(index, scopeText("tag", QByteArrayView(tag).trimmed()), found);
}

void BudgetBook::charge(const Spender &spender, WallTime time, Money cost,
                        const QByteArray &requestId)
{
    const std::shared_ptr<const BudgetIndex> index = m_index.load();
    if (index->isEmpty() || cost == Money())
        return;
    std::vector<BudgetState *> states;
    collect(*index, spender, states);
    const WallTime now = m_clock.wall();
    for (BudgetState *state : states) {
        const std::scoped_lock lock(state->mutex);
        state->charge(time, cost, requestId, now);
    }
}

void BudgetBook::setPause(std::optional<SpendingPause> pause)
{
    m_pause.store(pause ? std::make_shared<const SpendingPause>(*std::move(pause)) : nullptr);
    m_isPaused.store(m_pause.load() != nullptr);
}

std::vector<BudgetEvent> BudgetBook::takeEvents()
{
    std::vector<BudgetEvent> events;
    const WallTime now = m_clock.wall();
    for (BudgetState *state : m_inForce) {
        const std::scoped_lock lock(state->mutex);
        state->roll(now);
        state->takeEvents(events, now);
    }
    return events;
}

std::vector<BudgetReport> BudgetBook::report() const
{
    std::vector<BudgetReport> rows;
    const WallTime now = m_clock.wall();
    for (BudgetState *state : m_inForce) {
        const std::scoped_lock lock(state->mutex);
        rows.push_back(state->report(now));
    }
    return rows;
}

BudgetState *BudgetBook::find(const QByteArray &id) const
{
    const auto found = std::ranges::find_if(m_inForce, [&id](const BudgetState *state) {
        const std::scoped_lock lock(state->mutex);
        return state->id() == id || state->name == id;
    });
    return found == m_inForce.end() ? nullptr : *found;
}

} // namespace Gatehouse::Access
