// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/livestate.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Node {

//! Tells which breakers have opened and closed since it was last asked. The workers only count;
//! the looking is done here, on the control thread.
class BreakerWatch
{
public:
    struct Change {
        QString provider;
        QString model;
        bool isOpen = false;

        bool operator==(const Change &) const = default;
    };

    //! \a live outlives the watch.
    explicit BreakerWatch(const Routing::LiveState &live)
        : m_live(live)
    {
    }

    //! A breaker that opened and closed in between is no change.
    QList<Change> changes();

private:
    const Routing::LiveState &m_live;
    quint64 m_seen = 0;
    std::vector<Routing::LiveState::OpenTarget> m_open;
};

} // namespace Gatehouse::Node
