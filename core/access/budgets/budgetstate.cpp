// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

constexpr QLatin1StringView redirectWord("redirect:");
constexpr int full = 100;
//! So many points below what was told, a rolling budget may tell it again.
constexpr int toldAgainBelow = 10;

int percentOf(Money part, Money whole)
{
    if (whole.nanoUsd <= 0)
        return full;
    return static_cast<int>(std::min<double>(
        static_cast<double>(part.nanoUsd) * full / static_cast<double>(whole.nanoUsd), 1e6));
}

} // namespace

QByteArray BudgetState::nameOf(const Api::Budget &budget)
{
    return QString(budget.scope + u'|' + budget.period).toUtf8();
}

BudgetState::BudgetState(const Api::Budget &budget, const QTimeZone &zone, Qt::DayOfWeek weekStart,
                         quint32 place, WallTime now)
    : name(nameOf(budget))
    , scope(Api::parseScope(budget.scope).value_or(Api::Scope()))
    , order(place)
    , m_period(BudgetPeriod::parse(budget.period).value_or(BudgetPeriod()))
    , m_zone(zone)
    , m_weekStart(weekStart)
    , m_span(m_period.spanAt(now, zone, weekStart))
    , m_rolling(m_period.length())
{
    setTerms(budget);
}

void BudgetState::setTerms(const Api::Budget &budget)
{
    m_id = budget.id.isEmpty() ? name : budget.id.toUtf8();
    m_periodText = budget.period;
    m_actionText = budget.action;
    m_limit = {budget.limit.value_or(0)};
    m_warnAt = budget.warnAt;
    m_redirect.clear();
    m_action = budget.action == "warn"_L1 ? BudgetAction::Warn : BudgetAction::Block;
    if (budget.action.startsWith(redirectWord)) {
        m_action = BudgetAction::Redirect;
        m_redirect = budget.action.sliced(redirectWord.size()).toUtf8();
    }
}

void BudgetState::roll(WallTime now)
{
    if (isRolling()) {
        m_spent = m_rolling.sum(now);
        m_span = {now - m_period.length(), now};
        if (m_adjustment.raisedUntil && now >= *m_adjustment.raisedUntil) {
            m_adjustment.raised = {};
            m_adjustment.raisedUntil.reset();
        }
        const int percent = percentOf(m_spent, ceiling());
        if (percent + toldAgainBelow < m_toldPercent)
            m_toldPercent = percent;
        return;
    }
    if (now < m_span.until)
        return;
    m_span = m_period.spanAt(now, m_zone, m_weekStart);
    ++m_periodNumber;
    m_spent = {};
    m_reserved = {};
    m_adjustment = {};
    m_toldPercent = 0;
    m_refused.reset();
}

WallTime BudgetState::resets(WallTime now)
{
    return isRolling() ? m_rolling.nextRelief(now) : m_span.until;
}

quint64 BudgetState::reserve(Money amount)
{
    m_reserved += amount;
    return m_periodNumber;
}

void BudgetState::giveBack(quint64 period, Money amount)
{
    if (period == m_periodNumber)
        m_reserved = m_reserved - amount;
}

//! Money of another period belongs to that period's books.
void BudgetState::book(WallTime time, Money cost)
{
    if (isRolling()) {
        if (!m_adjustment.resetAt || time >= *m_adjustment.resetAt)
            m_rolling.add(time, cost);
    } else if (m_span.contains(time)) {
        m_spent += cost;
    }
}

void BudgetState::charge(WallTime time, Money cost, const QByteArray &requestId, WallTime now)
{
    roll(std::max(time, now));
    book(time, cost); // a budget binds from the start, whatever the books will say
    if (wantsBooks())
        m_unseeded.push_back({requestId, {time, cost}});
    if (isRolling())
        m_spent = m_rolling.sum(now);
}

void BudgetState::noteRefusal()
{
    if (m_spent.nanoUsd >= ceiling().nanoUsd / 2)
        m_refused = {ceiling(), m_spent};
}

bool BudgetState::refuses() const
{
    return m_refused && m_refused->ceiling == ceiling() && m_spent >= m_refused->spent;
}

void BudgetState::takeEvents(std::vector<BudgetEvent> &events, WallTime now)
{
    if (!m_seeded)
        return;
    const int percent = std::max(percentOf(m_spent, ceiling()), refuses() ? full : 0);
    QList<int> parts = m_warnAt;
    parts.append(full);
    for (const int part : parts) {
        if (part > m_toldPercent && part <= percent)
            events.push_back(
                {m_id, scope.text().toUtf8(), part, ceiling(), m_spent, m_action, resets(now)});
    }
    m_toldPercent = std::max(m_toldPercent, percent);
}

BudgetReport BudgetState::report(WallTime now)
{
    roll(now);
    const WallTime until = isRolling() ? resets(now) : m_span.until;
    return {.id = m_id,
            .scope = scope,
            .period = m_periodText,
            .action = m_actionText,
            .warnAt = m_warnAt,
            .limit = m_limit,
            .raised = m_adjustment.raised,
            .spent = m_spent,
            .reserved = m_reserved,
            .span = {m_span.from, until},
            .isRolling = isRolling(),
            .refuses = refuses()};
}

WallTime BudgetState::countsFrom(WallTime now) const
{
    return isRolling() ? std::max(m_rolling.oldest(now), m_adjustment.resetAt.value_or(WallTime()))
                       : m_span.from;
}

void BudgetState::seed(const std::vector<Spent> &spent,
                       const std::function<bool(const QByteArray &)> &knew, WallTime now)
{
    m_spent = {};
    m_rolling.clear();
    roll(now);
    for (const Spent &one : spent)
        book(one.time, one.cost);
    for (const Unseeded &one : m_unseeded) {
        if (!knew(one.id))
            book(one.spent.time, one.spent.cost);
    }
    m_unseeded.clear();
    if (!isRolling())
        m_spent = m_spent - m_adjustment.forgiven;
    m_seeded = true;
    roll(now);
    const int percent = percentOf(m_spent, ceiling());
    // passed before: told before; passed by new prices: to be told
    m_toldPercent =
        std::exchange(m_isRecounting, false) ? std::min(m_toldPercent, percent) : percent;
}

void BudgetState::adjust(const BudgetAdjustment &adjustment)
{
    m_adjustment = adjustment;
}

void BudgetState::raise(Money amount, WallTime now)
{
    roll(now);
    m_adjustment.raised += amount;
    if (isRolling())
        m_adjustment.raisedUntil = now + m_period.length();
}

void BudgetState::reset(WallTime now)
{
    roll(now);
    if (isRolling()) {
        m_rolling.clear();
        m_adjustment = {.raised = {}, .raisedUntil = {}, .forgiven = {}, .resetAt = now};
    } else {
        m_adjustment.forgiven += m_spent;
        m_adjustment.raised = {};
    }
    m_spent = {};
    m_toldPercent = 0;
    m_refused.reset();
}

} // namespace Gatehouse::Access
