// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/attemptguard.h"

#include <algorithm>

namespace Gatehouse::Access {

AttemptGuard::AttemptGuard(const Clock &clock)
    : m_clock(clock)
{
}

std::chrono::seconds AttemptGuard::waitingTime(const QByteArray &address) const
{
    if (!m_anyBlocked.load(std::memory_order_relaxed))
        return std::chrono::seconds(0);
    const std::scoped_lock lock(m_mutex);
    const auto found = m_attempts.constFind(address);
    if (found == m_attempts.constEnd() || found->failures < allowedFailures || isOver(*found))
        return std::chrono::seconds(0);
    return std::chrono::ceil<std::chrono::seconds>(found->first + window - m_clock.steady());
}

void AttemptGuard::recordFailure(const QByteArray &address)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_attempts.contains(address) && m_attempts.size() >= mostAddresses)
        makeRoom();
    Attempts &attempts = m_attempts[address];
    if (attempts.failures == 0 || isOver(attempts))
        attempts = {.first = m_clock.steady(), .failures = 0};
    if (++attempts.failures >= allowedFailures)
        m_anyBlocked.store(true, std::memory_order_relaxed);
}

bool AttemptGuard::isOver(const Attempts &attempts) const
{
    return m_clock.steady() - attempts.first >= window;
}

//! Drops what is over; when that is nothing, every address that may still try, so that a flood of
//! addresses cannot free a blocked one before others. Many go at once: a flood pays for each of its
//! addresses, not for a search among all of them.
void AttemptGuard::makeRoom()
{
    m_attempts.removeIf([this](const auto &entry) { return isOver(entry.value()); });
    if (m_attempts.size() < mostAddresses)
        return;
    m_attempts.removeIf([](const auto &entry) { return entry.value().failures < allowedFailures; });
    if (m_attempts.size() >= mostAddresses)
        m_attempts.clear();
}

} // namespace Gatehouse::Access
