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
        QString folder; //!< of the files that counts are kept in
        Admin::QueryRunner &queries;
        std::function<QTimeZone()> zone; //!< the reporting zone
    };

    explicit TrialKeeper(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    //! Takes up canaries that are new: before the first request counts for one.
    void follow();
    //! Once a second: tells new trials what was before, writes down what has changed.
    void tick();
    void save();

private:
    struct Kept {
        std::shared_ptr<Routing::CanaryState> state;
        Ledger::TrialProgress progress;
    };
    void takeUp(const Routing::CanaryBook::Running &canary);
    //! Counts survive the process from now on; \a known is what the book says of them.
    void keep(const Routing::CanaryBook::Running &canary, const Ledger::TrialProgress &progress,
              const QString &known) const;
    void seed(const Routing::ShadowBook::Running &shadow);

    Parts m_parts;
    QHash<QByteArray, Kept> m_canaries;
    QHash<QByteArray, std::shared_ptr<Routing::ShadowState>> m_seeded; //!< asked for at least
    int m_ticks = 0;
};

} // namespace Gatehouse::Node
