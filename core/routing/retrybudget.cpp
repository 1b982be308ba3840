// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/retrybudget.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr qint64 retryCost = 100;
//! Time alone saves no more than this.
constexpr qint64 mostByTime = 2 * RetryBudget::leastPerSecond * retryCost;
constexpr qint64 leastAge = 100'000; // microseconds

} // namespace

void RetryBudget::setPercent(int percent)
{
    m_percent.store(std::max(percent, 0), relaxed);
}

void RetryBudget::countRequest()
{
    constexpr qint64 most = mostSaved * retryCost;
    if (m_saved.load(relaxed) < most) // a full bucket costs no write; a few too many do no harm
        m_saved.fetch_add(m_percent.load(relaxed), relaxed);
}

void RetryBudget::refill(SteadyTime now)
{
    const qint64 us =
        std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count();
    qint64 before = m_refilledAt.load(relaxed);
    if (us - before < leastAge || !m_refilledAt.compare_exchange_strong(before, us, relaxed))
        return; // too soon to have earned anything, or another has just done it
    const qint64 age = std::min<qint64>(us - before, 10'000'000);
    const qint64 earned = age * leastPerSecond * retryCost / 1'000'000;
    qint64 saved = m_saved.load(relaxed);
    while (
        saved < mostByTime
        && !m_saved.compare_exchange_weak(saved, std::min(saved + earned, mostByTime), relaxed)) { }
}

bool RetryBudget::take(SteadyTime now)
{
    const int percent = m_percent.load(relaxed);
    if (percent == 0)
        return false;
    refill(now);
    const qint64 cost = retryCost + percent; // the retry itself is counted as a request, too
    qint64 saved = m_saved.load(relaxed);
    do {
        if (saved < cost)
            return false;
    } while (!m_saved.compare_exchange_weak(saved, saved - cost, relaxed));
    return true;
}

} // namespace Gatehouse::Routing
