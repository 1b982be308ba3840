// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/requestwindow.h"

#include <algorithm>

namespace Gatehouse::Access {

using std::chrono::nanoseconds;

void RequestWindow::forgetOld(SteadyTime now)
{
    while (!m_taken.empty() && m_taken.front() + length <= now)
        m_taken.pop_front();
}

nanoseconds RequestWindow::waitingTime(SteadyTime now)
{
    forgetOld(now);
    const auto limit = static_cast<std::size_t>(m_limit);
    if (m_limit <= 0 || m_taken.size() < limit)
        return nanoseconds::zero();
    return std::max(m_taken[m_taken.size() - limit] + length - now, nanoseconds(1));
}

SteadyTime RequestWindow::take(SteadyTime now)
{
    if (!m_taken.empty())
        now = std::max(now, m_taken.back());
    m_taken.push_back(now);
    return now;
}

void RequestWindow::postpone(SteadyTime moment, SteadyTime later)
{
    const auto found = std::find(m_taken.rbegin(), m_taken.rend(), moment);
    if (found == m_taken.rend() || later <= moment)
        return;
    m_taken.erase(std::next(found).base());
    m_taken.insert(std::upper_bound(m_taken.begin(), m_taken.end(), later), later);
}

void RequestWindow::giveBack(SteadyTime moment)
{
    const auto found = std::find(m_taken.rbegin(), m_taken.rend(), moment);
    if (found != m_taken.rend())
        m_taken.erase(std::next(found).base());
}

int RequestWindow::remaining(SteadyTime now)
{
    forgetOld(now);
    return std::max(m_limit - static_cast<int>(m_taken.size()), 0);
}

nanoseconds RequestWindow::resetTime(SteadyTime now)
{
    forgetOld(now);
    return m_taken.empty() ? nanoseconds::zero() : m_taken.back() + length - now;
}

} // namespace Gatehouse::Access
