// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/breakerwatch.h"

#include <algorithm>

namespace Gatehouse::Node {

namespace {

using Breakers = std::vector<Routing::LiveState::Breaker>;

Routing::BreakerState stateIn(const Breakers &breakers, const Routing::LiveState::Breaker &target)
{
    const auto found =
        std::find_if(breakers.cbegin(), breakers.cend(), [&target](const auto &candidate) {
            return candidate.provider == target.provider && candidate.model == target.model;
        });
    return found == breakers.cend() ? Routing::BreakerState::Closed : found->state;
}

} // namespace

QList<BreakerWatch::Change> BreakerWatch::changes(SteadyTime now)
{
    const quint64 openings = m_live.openings();
    if (std::exchange(m_seen, openings) == openings && m_known.empty())
        return {};
    Breakers breakers = m_live.breakers(now);
    QList<Change> changes;
    const auto add = [&](const Routing::LiveState::Breaker &target) {
        const Change change{QString::fromUtf8(target.provider), QString::fromUtf8(target.model),
                            stateIn(breakers, target), stateIn(m_known, target)};
        if (change.state != change.before && !changes.contains(change))
            changes.append(change);
    };
    std::for_each(m_known.cbegin(), m_known.cend(), add);
    std::for_each(breakers.cbegin(), breakers.cend(), add);
    m_known = std::move(breakers);
    return changes;
}

} // namespace Gatehouse::Node
