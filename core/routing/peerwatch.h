// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingtable.h"

namespace Gatehouse::Routing {

//! Compares the targets of each route with each other and takes share from the one that is far off:
//! nothing for a while when its attempts fail and those of others do not, little when its first
//! token takes far longer. At most half of a route's targets are out at a time, for whatever cause.
//! Control thread; asked every few seconds.
class PeerWatch
{
public:
    static constexpr int leastAttempts = 10;  //!< below this nobody is judged
    static constexpr double shareAbove = 0.3; //!< failures above the median of the others
    static constexpr double timesSlower = 4;  //!< than the median of the others
    static constexpr std::chrono::microseconds slowerBy{1'000'000}; //!< and by at least this
    static constexpr std::chrono::seconds firstTime{30};
    static constexpr std::chrono::seconds longestTime{300};

    //! Judges every route of \a table with two targets or more.
    void judge(const RoutingTable &table, SteadyTime now);

private:
    void judgeRoute(std::span<const Entry> entries, bool isBalanced, SteadyTime now);
    void judgeFailures(std::span<const Entry> entries, int places, SteadyTime now);
    void judgeSlowness(std::span<const Entry> entries, int places, SteadyTime now);
    std::chrono::milliseconds timeFor(const TargetState &state, SteadyTime now);

    struct Record {
        int times = 0;
        SteadyTime last{};
    };
    std::unordered_map<const TargetState *, Record> m_records;
};

} // namespace Gatehouse::Routing
