// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/queryrunner.h"
#include "core/ledger/trialbook.h"
#include "core/routing/livestate.h"

#include <QtCore/QHash>

#include <functional>

namespace Gatehouse::Node {

//! Takes trials of versions over a restart: what both sides of a canary did and since when it runs,
//! and what the copies of a shadow have cost today, which the books know. Control thread.
class TrialKeeper
{
public:
    struct Parts {
        const Clock &clock;
        Routing::LiveState &live;
        Ledger::TrialBook &book;
        Admin::QueryRunner &queries;
        std::function<QTimeZone()> zone; //!< the reporting zone
    };

    explicit TrialKeeper(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    //! Once a second: tells new trials what was before, writes down what has changed.
    void tick();
    void save();

private:
    struct Kept {
        std::shared_ptr<Routing::CanaryState> state;
        Ledger::TrialProgress progress;
    };
    //! Takes up canaries that are new.
    void follow();
    void takeUp(const Routing::CanaryBook::Running &canary);
    void seed(const Routing::ShadowBook::Running &shadow);

    Parts m_parts;
    QHash<QByteArray, Kept> m_canaries;
    QHash<QByteArray, std::shared_ptr<Routing::ShadowState>> m_seeded; //!< asked for at least
    int m_ticks = 0;
};

} // namespace Gatehouse::Node
