// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/strategies.h"

#include <algorithm>
#include <cmath>

namespace Gatehouse::Routing {

double Contest::share(const Rank &rank) const
{
    const Entry &entry = this->entry(rank);
    return entry.target->weight * entry.state->startShare(now);
}

double Contest::chance(double share) const
{
    return -std::log(random.unit()) / share;
}

double capacityOf(const Entry &entry, double otherwise)
{
    const int known = entry.state->capacity();
    return known > 0 ? known : otherwise;
}

double meanCapacity(const Contest &contest)
{
    double sum = 0;
    int known = 0;
    for (const Rank &rank : contest.ranks) {
        const int capacity = contest.entry(rank).state->capacity();
        sum += capacity;
        known += capacity > 0 ? 1 : 0;
    }
    return known > 0 ? sum / known : 1;
}

//! Weighted least-connections: with nothing in flight only chance decides, by weight.
void rankWeighted(Contest &contest)
{
    for (Rank &rank : contest.ranks) {
        const double share = contest.share(rank);
        contest.setScore(rank, contest.entry(rank).state->inFlight() / share);
        rank.tie = contest.chance(share);
    }
}

void rankLeastBusy(Contest &contest)
{
    const double otherwise = meanCapacity(contest);
    for (Rank &rank : contest.ranks) {
        const Entry &entry = contest.entry(rank);
        const double share = contest.share(rank) * capacityOf(entry, otherwise);
        contest.setScore(rank, entry.state->load(contest.now) / share);
        rank.tie = contest.chance(share);
    }
}

} // namespace Gatehouse::Routing
