// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/breakerwatch.h"

#include <algorithm>

namespace Gatehouse::Node {

QList<BreakerWatch::Change> BreakerWatch::changes()
{
    using Target = Routing::LiveState::OpenTarget;
    const quint64 openings = m_live.openings();
    if (std::exchange(m_seen, openings) == openings)
        return {};
    std::vector<Target> now = m_live.openTargets();
    QList<Change> changes;
    const auto add = [&changes](const Target &target, bool isOpen) {
        changes.append(
            {QString::fromUtf8(target.provider), QString::fromUtf8(target.model), isOpen});
    };
    for (const Target &target : m_open)
        if (!std::binary_search(now.cbegin(), now.cend(), target))
            add(target, false);
    for (const Target &target : now)
        if (!std::binary_search(m_open.cbegin(), m_open.cend(), target))
            add(target, true);
    m_open = std::move(now);
    return changes;
}

} // namespace Gatehouse::Node
