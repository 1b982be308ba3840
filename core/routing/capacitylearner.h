// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingtable.h"

#include <unordered_set>

namespace Gatehouse::Routing {

//! Learns how many requests a target takes at a time, as TCP learns a path's window: cut by a share
//! when it says that it has too much to do (429, 503) or its first token takes far longer than it
//! can; one more each second while the limit is reached and nothing speaks against it. Leaves alone
//! what is declared and providers with adaptive off. Control thread, once a second.
class CapacityLearner
{
public:
    static constexpr double cut = 0.7; //!< of what was in flight when it had too much to do
    static constexpr double slowCut = 0.9;
    static constexpr double timesSlower = 3;   //!< than the best that was seen
    static constexpr int leastForSlowness = 4; //!< in flight; below it is not for the load
    //! Unused limits are forgotten after this.
    static constexpr std::chrono::minutes forgotten{10};

    void learn(const RoutingTable &table, SteadyTime now);

private:
    struct Record {
        quint64 overloads = 0; //!< seen so far
        qint64 bestUs = 0;     //!< time to the first token
        int slowSeconds = 0;   //!< in a row
        SteadyTime lastCut{};
    };
    void learnTarget(TargetState &state, SteadyTime now);
    bool isSlow(Record &record, const TargetState &state, int peak) const;

    std::unordered_map<const TargetState *, Record> m_records;
    std::unordered_set<const TargetState *> m_done; //!< targets of several routes learn once
};

} // namespace Gatehouse::Routing
