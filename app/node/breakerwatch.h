// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/livestate.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Node {

//! Tells what has become of breakers and credentials since it was last asked. The workers only
//! count; the looking is done here, on the control thread.
class BreakerWatch
{
public:
    struct Change {
        QString provider;
        QString model; //!< empty: the change is of the provider's key, for all models
        QString key;   //!< empty: of the target, whatever the key
        Routing::BreakerState from = Routing::BreakerState::Closed;
        Routing::BreakerState to = Routing::BreakerState::Closed;
        Routing::BreakerCause cause = Routing::BreakerCause::None; //!< of the state it came to
        int failures = 0;                                          //!< in a row

        bool operator==(const Change &) const = default;
        //! It no longer takes requests, or takes them again: a trial is neither.
        bool hasOpened() const;
        bool hasClosed() const;
    };

    //! \a live outlives the watch.
    explicit BreakerWatch(const Routing::LiveState &live)
        : m_live(live)
    {
    }

    //! A breaker that opened and closed in between is no change.
    QList<Change> changes(SteadyTime now);

private:
    const Routing::LiveState &m_live;
    quint64 m_seen = 0;
    std::vector<Routing::LiveState::BreakerRow> m_unsettled; //!< at the last look, in order
};

} // namespace Gatehouse::Node
