// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/facts.h"
#include "core/routing/plan.h"
#include "core/routing/random.h"

#include <span>

namespace Gatehouse::Routing {

//! Which part of the order a candidate belongs to.
enum class Tier { Ready, Warming, AtCapacity, Resting };

//! How a fitting candidate sorts within its route.
struct Rank {
    Tier tier = Tier::Ready;
    double score = 0;
    double tie = 0; //!< smaller is earlier among equal scores
    quint16 index = 0;

    bool operator<(const Rank &other) const
    {
        if (tier != other.tier)
            return tier < other.tier;
        if (score != other.score)
            return score < other.score;
        if (tie != other.tie)
            return tie < other.tie;
        return index < other.index;
    }
};

//! The fitting candidates of one route, which a strategy gives their scores.
struct Contest {
    const Config::Route &route;
    const RequestFacts &facts;
    SteadyTime now;
    Random &random;
    QVarLengthArray<Candidate, 4> &candidates;
    std::span<Rank> ranks; //!< of the tiers Ready, Warming and AtCapacity

    Candidate &candidate(const Rank &rank) const { return candidates[rank.index]; }
    const Entry &entry(const Rank &rank) const { return candidates[rank.index].entry; }
    //! The target's part of the whole now: its weight, less while it starts slowly.
    double share(const Rank &rank) const;
    //! The least of such numbers falls to each by its share: exponential variables with the shares
    //! as rates.
    double chance(double share) const;
    void setScore(Rank &rank, double score) const
    {
        rank.score = score;
        candidate(rank).score = score;
    }
};

// balance.cpp: by what is in flight
void rankWeighted(Contest &contest);
void rankLeastBusy(Contest &contest);
// speed.cpp
void rankFastest(Contest &contest);
// cost.cpp
void rankCheapest(Contest &contest);
// affinity.cpp: the same target for what belongs together
void rankSticky(Contest &contest);
void rankByPrefix(Contest &contest);

//! How many requests a target takes at a time; where nobody knows, the mean of the others, else 1.
double meanCapacity(const Contest &contest);
double capacityOf(const Entry &entry, double otherwise);

} // namespace Gatehouse::Routing
