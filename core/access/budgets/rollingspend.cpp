// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/rollingspend.h"

#include <algorithm>

namespace Gatehouse::Access {

using namespace std::chrono_literals;

RollingSpend::RollingSpend(std::chrono::microseconds length)
    : m_length(length)
    , m_step(std::max<std::chrono::microseconds>(length / steps, 1s))
{
}

qint64 RollingSpend::numberOf(WallTime time) const
{
    return time.time_since_epoch() / m_step;
}

WallTime RollingSpend::oldest(WallTime now) const
{
    return WallTime(m_step * numberOf(now - m_length));
}

void RollingSpend::add(WallTime time, Money spent)
{
    const qint64 number = numberOf(time);
    const auto after = std::ranges::upper_bound(m_spent, number, {}, &Step::number);
    if (after != m_spent.begin() && std::prev(after)->number == number)
        std::prev(after)->spent += spent;
    else
        m_spent.insert(after, {number, spent});
    m_sum += spent;
}

void RollingSpend::forgetOld(WallTime now)
{
    const qint64 first = numberOf(now - m_length);
    while (!m_spent.empty() && m_spent.front().number < first) {
        m_sum = m_sum - m_spent.front().spent;
        m_spent.pop_front();
    }
}

Money RollingSpend::sum(WallTime now)
{
    forgetOld(now);
    return m_sum;
}

WallTime RollingSpend::nextRelief(WallTime now)
{
    forgetOld(now);
    return m_spent.empty() ? now : WallTime(m_step * (m_spent.front().number + 1)) + m_length;
}

void RollingSpend::clear()
{
    m_spent.clear();
    m_sum = {};
}

} // namespace Gatehouse::Access
