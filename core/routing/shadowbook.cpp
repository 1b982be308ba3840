// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/shadowbook.h"

#include <algorithm>
#include <limits>

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

qint64 toUs(SteadyTime time)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

} // namespace

QByteArrayView notCopiedName(NotCopied why)
{
    switch (why) {
    case NotCopied::Busy:
        return "busy";
    case NotCopied::NoPlace:
        return "no_place";
    case NotCopied::MoneySpent:
        return "money_spent";
    case NotCopied::NotPriced:
        return "not_priced";
    case NotCopied::NotFit:
        return "not_fit";
    case NotCopied::TooLarge:
        return "too_large";
    case NotCopied::Refused:
        return "refused";
    }
    Q_UNREACHABLE();
}

void ShadowState::seed(qint64 day, Money spent)
{
    turnTo(day);
    m_nanoUsd.fetch_add(spent.nanoUsd, relaxed);
    m_seeded.store(true, std::memory_order_release);
}

//! A new day begins with nothing spent. Of several that see it first, one does it.
void ShadowState::turnTo(qint64 day)
{
    qint64 seen = m_day.load(relaxed);
    while (seen < day) {
        if (m_day.compare_exchange_weak(seen, day, relaxed)) {
            m_nanoUsd.store(0, relaxed);
            return;
        }
    }
}

bool ShadowState::reserve(qint64 day, Money expected)
{
    turnTo(day);
    const qint64 limit = m_shadow.dailyLimit.value_or(std::numeric_limits<qint64>::max());
    qint64 spent = m_nanoUsd.load(relaxed);
    while (spent < limit && expected.nanoUsd <= limit - spent) {
        if (m_nanoUsd.compare_exchange_weak(spent, spent + expected.nanoUsd, relaxed))
            return true;
    }
    return false;
}

//! Over midnight what was set aside went with its day; the cost stays with it as well.
void ShadowState::settle(qint64 day, Money expected, Money cost)
{
    if (m_day.load(relaxed) == day)
        m_nanoUsd.fetch_add(cost.nanoUsd - expected.nanoUsd, relaxed);
}

Money ShadowState::spentOn(qint64 day) const
{
    return {m_day.load(relaxed) == day ? m_nanoUsd.load(relaxed) : 0};
}

void ShadowState::restUntil(SteadyTime until)
{
    m_restUntil.store(toUs(until), relaxed);
}

bool ShadowState::rests(SteadyTime now) const
{
    return m_restUntil.load(relaxed) > toUs(now);
}

std::shared_ptr<ShadowState> ShadowBook::state(QByteArrayView route, const Api::Shadow &shadow)
{
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<ShadowState> &state = m_states[std::string(route.data(), size_t(route.size()))];
    if (!state || !(state->shadow() == shadow))
        state = std::make_shared<ShadowState>(shadow);
    return state;
}

std::vector<ShadowBook::Running> ShadowBook::running() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Running> all;
    for (const auto &[route, state] : m_states)
        all.push_back({QByteArray::fromStdString(route), state});
    return all;
}

std::shared_ptr<ShadowState> ShadowBook::find(QByteArrayView route) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_states.find(std::string(route.data(), size_t(route.size())));
    return found == m_states.end() ? nullptr : found->second;
}

void ShadowBook::keepOnly(const QSet<QByteArray> &routes)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_states, [&](const auto &row) {
        return !routes.contains(QByteArray::fromStdString(row.first));
    });
}

} // namespace Gatehouse::Routing
