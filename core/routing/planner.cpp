// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"

#include "core/routing/fit.h"
#include "core/routing/strategies.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

using Config::Strategy;

//! The reasons of the first in a route's order and of the others.
struct Places {
    Reason first;
    Reason others;
};

Places placesOf(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Priority:
        return {Reason::First, Reason::Next};
    case Strategy::Weighted:
        return {Reason::LeastBusy, Reason::Busier};
    case Strategy::LeastBusy:
        return {Reason::Freest, Reason::LessFree};
    case Strategy::Fastest:
        return {Reason::Fastest, Reason::Slower};
    case Strategy::Cheapest:
        return {Reason::Cheapest, Reason::Dearer};
    case Strategy::Sticky:
    case Strategy::PrefixAffinity:
        return {Reason::Belongs, Reason::Elsewhere};
    }
    Q_UNREACHABLE();
}

//! The strategy gives a target that has just come back a part of its share; of the others chance
//! decides for each request whether it is in that part.
bool sharesByWeight(Strategy strategy)
{
    return strategy != Strategy::Priority && strategy != Strategy::Fastest
        && strategy != Strategy::Cheapest;
}

void rankDeclared(Contest &contest)
{
    for (Rank &rank : contest.ranks)
        contest.setScore(rank, rank.index);
}

void score(Contest &contest)
{
    switch (contest.route.strategy) {
    case Strategy::Priority:
        return rankDeclared(contest);
    case Strategy::Weighted:
        return rankWeighted(contest);
    case Strategy::LeastBusy:
        return rankLeastBusy(contest);
    case Strategy::Fastest:
        return rankFastest(contest);
    case Strategy::Cheapest:
        return rankCheapest(contest);
    case Strategy::Sticky:
        return rankSticky(contest);
    case Strategy::PrefixAffinity:
        return rankByPrefix(contest);
    }
}

class Planner
{
public:
    Planner(const RoutingTable &table, const Direction &direction, const RequestFacts &facts,
            SteadyTime now, Random &random)
        : m_table(table)
        , m_direction(direction)
        , m_facts(facts)
        , m_now(now)
        , m_random(random)
        , m_fit(direction, facts, now)
    {
        m_plan.madeAt = now;
    }

    void add(const Config::Route &route);
    Plan take();

private:
    void judge(const Entry &entry);
    void tryCanary(const Config::Route &route);
    Rank placed(quint16 index, Strategy strategy);
    void order(const Config::Route &route, qsizetype from);

    const RoutingTable &m_table;
    const Direction &m_direction;
    const RequestFacts &m_facts;
    SteadyTime m_now;
    Random &m_random;
    Fit m_fit;
    Plan m_plan;
    QVarLengthArray<const Config::Route *, 8> m_visited;
};

//! A candidate with what speaks against it; the order comes later.
void Planner::judge(const Entry &entry)
{
    const auto problem = m_fit.problem(entry);
    m_plan.candidates.append({.entry = entry,
                              .fits = !problem,
                              .reason = problem.value_or(Reason::First),
                              .viaFallback = entry.route != m_direction.route});
}

//! The part of the order that the state of a fitting candidate puts it in.
Rank Planner::placed(quint16 index, Strategy strategy)
{
    Rank rank{.index = index};
    Candidate &candidate = m_plan.candidates[index];
    const Entry &entry = candidate.entry;
    const Availability availability = entry.state->availability(m_now);
    const int most = entry.maxInFlight();
    if (availability == Availability::Resting) {
        candidate.restsUntil = entry.state->restsUntil(m_now);
        candidate.reason = Reason::LastResort;
        rank.tier = Tier::Resting;
        // A trial may end between the two looks: then nothing is left of the rest.
        rank.score =
            std::chrono::duration<double>(candidate.restsUntil.value_or(m_now) - m_now).count();
        candidate.score = rank.score;
    } else if (most > 0 && entry.provider->state->inFlight() >= most) {
        rank.tier = Tier::AtCapacity;
        candidate.reason = Reason::AtCapacity;
    } else if (availability == Availability::Trial) {
        candidate.reason = Reason::OnTrial;
    } else if (!sharesByWeight(strategy)) {
        const double share = entry.state->startShare(m_now);
        if (share < 1 && m_random.unit() > share) {
            rank.tier = Tier::Warming;
            candidate.reason = Reason::SlowStart;
        }
    }
    return rank;
}

//! The canary's target comes before all others in its share of the requests, else not at all. Where
//! it rests or is full the request goes where all others go.
void Planner::tryCanary(const Config::Route &route)
{
    const Trial *const trial = m_table.trial(route);
    if (!trial || trial->state->isHalted())
        return;
    m_plan.trial = trial;
    m_plan.part = Part::Control;
    if (!trial->state->takes(route.id, m_facts.keyId, m_facts.session, m_now))
        return;
    m_plan.part = Part::None;
    judge(trial->entry);
    if (!m_plan.candidates.back().fits)
        return;
    const Rank rank = placed(0, Strategy::Weighted);
    if (rank.tier == Tier::Resting && !trial->entry.state->isHeld()) // not by hand
        m_plan.part = Part::Missed;
    if (rank.tier != Tier::Ready)
        return;
    m_plan.part = Part::Canary;
    m_plan.candidates[0].reason = Reason::Canary;
    m_plan.candidates[0].score = trial->state->canary().percent;
    m_plan.order.append(0);
}

void Planner::order(const Config::Route &route, qsizetype from)
{
    QVarLengthArray<Rank, 16> ranks;
    for (qsizetype i = from; i < m_plan.candidates.size(); ++i) {
        if (m_plan.candidates[i].fits)
            ranks.append(placed(static_cast<quint16>(i), route.strategy));
    }
    const auto resting = std::partition(
        ranks.begin(), ranks.end(), [](const Rank &rank) { return rank.tier != Tier::Resting; });
    Contest contest{.route = route,
                    .facts = m_facts,
                    .now = m_now,
                    .random = m_random,
                    .candidates = m_plan.candidates,
                    .ranks = {ranks.begin(), resting}};
    score(contest);
    std::sort(ranks.begin(), ranks.end());
    const Places places = placesOf(route.strategy);
    Reason next =
        places.first == Reason::First && &route != m_direction.route ? places.others : places.first;
    for (const Rank &rank : std::as_const(ranks)) {
        Candidate &candidate = m_plan.candidates[rank.index];
        if (candidate.reason == Reason::First)
            candidate.reason = next;
        next = places.others;
        m_plan.order.append(rank.index);
    }
}

void Planner::add(const Config::Route &route)
{
    if (m_visited.contains(&route))
        return;
    m_visited.append(&route);
    m_fit.enter(route);
    if (&route == m_direction.route)
        tryCanary(route);
    const qsizetype from = m_plan.candidates.size();
    const auto entries = m_table.entries(route);
    m_plan.candidates.reserve(from + qsizetype(route.targets.size()));
    if (!entries.empty()) {
        for (const Entry &entry : entries)
            judge(entry);
    } else { // made for this request
        for (const Config::Target &target : route.targets)
            judge(m_table.adHocEntry(route, target));
    }
    order(route, from);
    for (const Config::Route *fallback : route.fallback)
        add(*fallback);
    m_fit.leave();
}

//! Resting targets, of whatever route, go behind everything that may answer now.
Plan Planner::take()
{
    std::stable_partition(m_plan.order.begin(), m_plan.order.end(), [this](quint16 index) {
        return m_plan.candidates[index].reason != Reason::LastResort;
    });
    return std::move(m_plan);
}

} // namespace

Plan plan(const RoutingTable &table, const Direction &direction, const RequestFacts &facts,
          SteadyTime now, Random &random)
{
    Planner planner(table, direction, facts, now, random);
    planner.add(*direction.route);
    return planner.take();
}

Plan plan(const RoutingTable &table, const Config::Route &route, const RequestFacts &facts,
          SteadyTime now, Random &random)
{
    return plan(table, Direction{.route = &route}, facts, now, random);
}

} // namespace Gatehouse::Routing
