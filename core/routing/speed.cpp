// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/strategies.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

//! This share of the requests goes to a target drawn by weight, however slow it was: how else would
//! it be known that it has become fast?
constexpr double exploration = 0.05;

//! One of \a ranks by weighted chance, but not \a except; nothing when there is no other.
Rank *drawn(const Contest &contest, std::span<Rank> ranks, const Rank *except)
{
    double total = 0;
    for (const Rank &rank : ranks)
        total += &rank == except ? 0 : contest.entry(rank).target->weight;
    double left = contest.random.unit() * total;
    Rank *last = nullptr;
    for (Rank &rank : ranks) {
        if (&rank == except)
            continue;
        last = &rank;
        left -= contest.entry(rank).target->weight;
        if (left <= 0)
            break;
    }
    return last;
}

} // namespace

//! Power of two choices (Mitzenmacher 1996) on the decayed time to the first token: the faster of
//! two drawn ones, so that not everybody runs to the same target at once. A target whose time is
//! not known yet wins its draw and so becomes known. The others follow, fastest first.
void rankFastest(Contest &contest)
{
    for (Rank &rank : contest.ranks) {
        contest.setScore(rank, double(contest.entry(rank).state->firstTokenUs()) / 1000);
        rank.tie = contest.random.unit();
    }
    const auto end = std::partition(contest.ranks.begin(), contest.ranks.end(),
                                    [](const Rank &rank) { return rank.tier == Tier::Ready; });
    const std::span<Rank> ready(contest.ranks.begin(), end);
    Rank *first = drawn(contest, ready, nullptr);
    Rank *const second = drawn(contest, ready, first);
    if (!second)
        return;
    if (contest.random.unit() < exploration)
        contest.candidate(*first).reason = Reason::Explored;
    else if (second->score < first->score)
        first = second;
    first->score = -1; // before all others
}

} // namespace Gatehouse::Routing
