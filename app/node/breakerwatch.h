// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/livestate.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Node {

//! Tells how breakers have changed since it was last asked. The workers only count; the looking is
//! done here, on the control thread.
class BreakerWatch
{
public:
    struct Change {
        QString provider;
        QString model;
        Routing::BreakerState state = Routing::BreakerState::Closed;
        Routing::BreakerState before = Routing::BreakerState::Closed;

        //! It begins to be passed over, or ends so; a half-open breaker still rests.
        bool opens() const { return before == Routing::BreakerState::Closed; }
        bool closes() const { return state == Routing::BreakerState::Closed; }
        bool operator==(const Change &) const = default;
    };

    //! \a live outlives the watch.
    explicit BreakerWatch(const Routing::LiveState &live)
        : m_live(live)
    {
    }

    //! A breaker that opened and closed in between is no change. While all are closed it costs one
    //! look at a number.
    QList<Change> changes(SteadyTime now);

private:
    const Routing::LiveState &m_live;
    quint64 m_seen = 0;
    std::vector<Routing::LiveState::Breaker> m_known; //!< not closed
};

} // namespace Gatehouse::Node
