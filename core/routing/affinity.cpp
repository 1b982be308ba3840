// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/hashing.h"
#include "core/routing/strategies.h"

#include <algorithm>
#include <cmath>

namespace Gatehouse::Routing {

namespace {

//! A target may have so many times the mean load before the next one is taken.
constexpr double boundedLoad = 1.25;
//! Below this part of its known capacity a target is not crowded, whatever the others have: no
//! request waits there, and its engine still remembers the beginning.
constexpr double idlePart = 0.7;

//! Weighted rendezvous hashing: the least number is the target of \a key. When a target comes, goes
//! or changes its weight only its own part moves (Schindelhauer and Schomaker 2005).
double rendezvous(quint64 key, const Entry &entry, double share)
{
    const double unit = (double(mixed(key ^ entry.hash) >> 11) + 1) * 0x1.0p-53;
    return -std::log(unit) / share;
}

//! What requests are held together by; empty when they have nothing in common.
QByteArrayView belongingOf(const Config::Route &route, const RequestFacts &facts)
{
    switch (route.stickyBy) {
    case Config::StickyBy::Key:
        return facts.keyId;
    case Config::StickyBy::Team:
        return facts.team.isEmpty() ? facts.keyId : facts.team;
    case Config::StickyBy::Session:
        return facts.session;
    case Config::StickyBy::SessionOrKey:
        return facts.session.isEmpty() ? facts.keyId : facts.session;
    }
    Q_UNREACHABLE();
}

//! What each target may have at once, this request included, for a unit of capacity.
struct Bound {
    double mean = 1; //!< capacity of those that do not tell theirs
    double perCapacity = 0;

    double of(const Entry &entry) const
    {
        const int known = entry.state->capacity();
        return std::max(std::ceil(perCapacity * capacityOf(entry, mean)), known * idlePart);
    }
};

Bound boundOf(const Contest &contest)
{
    Bound bound{.mean = meanCapacity(contest)};
    double load = 1; // this request
    double capacity = 0;
    for (const Rank &rank : contest.ranks) {
        load += contest.entry(rank).state->load(contest.now);
        capacity += capacityOf(contest.entry(rank), bound.mean);
    }
    bound.perCapacity = boundedLoad * load / std::max(capacity, 1.0);
    return bound;
}

} // namespace

void rankSticky(Contest &contest)
{
    const QByteArrayView belonging = belongingOf(contest.route, contest.facts);
    if (belonging.isEmpty()) {
        rankWeighted(contest);
        return;
    }
    const quint64 key = hashOf(belonging);
    for (Rank &rank : contest.ranks)
        contest.setScore(rank, rendezvous(key, contest.entry(rank), contest.share(rank)));
}

//! Consistent hashing with bounded loads (Mirrokni, Thorup and Zadimoghaddam 2016).
void rankByPrefix(Contest &contest)
{
    if (contest.facts.prefix == 0) {
        rankLeastBusy(contest);
        return;
    }
    constexpr double behind = 1e6; // more than any hash gives
    const Bound bound = boundOf(contest);
    for (Rank &rank : contest.ranks) {
        const Entry &entry = contest.entry(rank);
        contest.setScore(rank, rendezvous(contest.facts.prefix, entry, contest.share(rank)));
        if (entry.state->load(contest.now) + 1 <= bound.of(entry))
            continue;
        rank.score += behind;
        if (contest.candidate(rank).reason == Reason::First)
            contest.candidate(rank).reason = Reason::Crowded;
    }
}

} // namespace Gatehouse::Routing
