// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace Gatehouse::Access {

using std::chrono::nanoseconds;

namespace {
constexpr double nanosecondsPerMinute = 60e9;
}

void TokenBucket::fill(SteadyTime now)
{
    if (now <= m_filled || m_limit <= 0)
        return;
    const auto passed = std::chrono::duration_cast<nanoseconds>(now - m_filled);
    const double gained = static_cast<double>(passed.count()) * m_limit / nanosecondsPerMinute;
    m_level = std::min<double>(m_limit, m_level + gained);
    m_filled = now;
}

nanoseconds TokenBucket::timeFor(double tokens) const
{
    if (tokens <= 0 || m_limit <= 0)
        return nanoseconds::zero();
    return nanoseconds(static_cast<qint64>(std::ceil(tokens * nanosecondsPerMinute / m_limit)));
}

void TokenBucket::setLimit(int tokensPerMinute, SteadyTime now)
{
    const double lacking = missing(now);
    m_limit = tokensPerMinute;
    m_level = m_limit - lacking;
}

nanoseconds TokenBucket::waitingTime(SteadyTime now, qint64 tokens)
{
    if (m_limit <= 0)
        return nanoseconds::zero();
    fill(now);
    // Arithmetic on fractions may end a hair below what was waited for.
    constexpr double hair = 1e-3;
    return timeFor(static_cast<double>(std::min<qint64>(tokens, m_limit)) - m_level - hair);
}

void TokenBucket::take(SteadyTime now, qint64 tokens)
{
    if (m_limit <= 0)
        return;
    fill(now);
    m_level -= static_cast<double>(tokens);
}

void TokenBucket::giveBack(SteadyTime now, qint64 tokens)
{
    if (m_limit <= 0)
        return;
    fill(now);
    m_level = std::min<double>(m_limit, m_level + static_cast<double>(tokens));
}

qint64 TokenBucket::remaining(SteadyTime now)
{
    fill(now);
    return std::max<qint64>(static_cast<qint64>(m_level), 0);
}

nanoseconds TokenBucket::resetTime(SteadyTime now)
{
    return timeFor(missing(now));
}

double TokenBucket::missing(SteadyTime now)
{
    fill(now);
    return m_limit - m_level;
}

void TokenBucket::restore(SteadyTime then, double missing)
{
    m_level = m_limit - std::max(missing, 0.0);
    m_filled = then;
}

} // namespace Gatehouse::Access
