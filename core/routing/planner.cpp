// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/planner.h"

#include "core/dialects/pairing.h"
#include "core/routing/retrypolicy.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Routing {

namespace {

//! Which part of the order a candidate belongs to.
enum class Tier { Ready, AtCapacity, Resting };

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

//! One of the provider's regions is allowed. A provider that does not say where it is fits only
//! where anything does.
bool isInside(const Config::Provider &provider, const QStringList &residency)
{
    if (residency.isEmpty())
        return true;
    const QStringList &regions = provider.document.region;
    return std::any_of(regions.begin(), regions.end(),
                       [&](const QString &region) { return residency.contains(region); });
}

bool hasUsableKey(const ProviderEntry &provider, SteadyTime now)
{
    const auto &keys = provider.provider->document.keys;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].disabled && !provider.keys[size_t(i)]->isParked(now))
            return true;
    }
    return !needsKey(provider);
}

class Planner
{
public:
    Planner(const RoutingTable &table, const Config::Route &asked, const RequestFacts &facts,
            SteadyTime now, Random &random)
        : m_table(table)
        , m_asked(asked)
        , m_facts(facts)
        , m_now(now)
        , m_random(random)
    {
        m_plan.madeAt = now;
    }

    void add(const Config::Route &route);
    Plan take() { return std::move(m_plan); }

private:
    Candidate judged(const Entry &entry, const Config::Route &route) const;
    Rank ranked(Candidate &candidate, const Config::Route &route, quint16 index);
    void order(const Config::Route &route, qsizetype from);

    const RoutingTable &m_table;
    const Config::Route &m_asked;
    const RequestFacts &m_facts;
    SteadyTime m_now;
    Random &m_random;
    Plan m_plan;
    QVarLengthArray<const Config::Route *, 8> m_visited;
};

//! A candidate with what speaks against it; the order comes later.
Candidate Planner::judged(const Entry &entry, const Config::Route &route) const
{
    const Config::Provider &provider = *entry.target->provider;
    Candidate candidate{.entry = entry};
    candidate.viaFallback = &route != &m_asked;
    if (!Dialects::upstreamFormat(*provider.quirks, m_facts.format, entry.target->model))
        candidate.reason = Reason::OtherDialect;
    else if (!isInside(provider, m_asked.residency) || !isInside(provider, m_facts.residency)
             || !isInside(provider, route.residency))
        candidate.reason = Reason::OutsideResidency;
    else if (provider.document.paused || entry.provider->state->isPaused() || entry.state->isHeld())
        candidate.reason = Reason::Paused;
    else if (!hasUsableKey(*entry.provider, m_now))
        candidate.reason = Reason::NoUsableKey;
    else
        candidate.fits = true;
    return candidate;
}

Rank Planner::ranked(Candidate &candidate, const Config::Route &route, quint16 index)
{
    Rank rank{.index = index};
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
        return rank;
    }
    if (most > 0 && entry.provider->state->inFlight() >= most) {
        rank.tier = Tier::AtCapacity;
        candidate.reason = Reason::AtCapacity;
    } else if (availability == Availability::Trial) {
        candidate.reason = Reason::OnTrial;
    }
    if (route.strategy == Config::Strategy::Priority) {
        rank.score = index;
    } else {
        const double weight = std::max(entry.target->weight, 1e-9);
        rank.score = entry.state->inFlight() / weight;
        // The least of exponential variables with these rates falls to each by its weight.
        rank.tie = -std::log(m_random.unit()) / weight;
    }
    candidate.score = rank.score;
    return rank;
}

void Planner::order(const Config::Route &route, qsizetype from)
{
    QVarLengthArray<Rank, 8> ranks;
    for (qsizetype i = from; i < m_plan.candidates.size(); ++i) {
        if (m_plan.candidates[i].fits)
            ranks.append(ranked(m_plan.candidates[i], route, static_cast<quint16>(i)));
    }
    std::sort(ranks.begin(), ranks.end());
    const bool declared = route.strategy == Config::Strategy::Priority;
    bool first = true;
    for (const Rank &rank : std::as_const(ranks)) {
        Candidate &candidate = m_plan.candidates[rank.index];
        if (candidate.reason == Reason::First && (!first || (declared && candidate.viaFallback)))
            candidate.reason = declared ? Reason::Next : Reason::Busier;
        else if (candidate.reason == Reason::First && !declared)
            candidate.reason = Reason::LeastBusy;
        first = false;
        m_plan.order.append(rank.index);
    }
}

void Planner::add(const Config::Route &route)
{
    if (m_visited.contains(&route))
        return;
    m_visited.append(&route);
    const qsizetype from = m_plan.candidates.size();
    const auto entries = m_table.entries(route);
    if (!entries.empty()) {
        for (const Entry &entry : entries)
            m_plan.candidates.append(judged(entry, route));
    } else { // made for this request
        for (const Config::Target &target : route.targets)
            m_plan.candidates.append(judged(m_table.adHocEntry(route, target), route));
    }
    order(route, from);
    for (const Config::Route *fallback : route.fallback)
        add(*fallback);
}

//! Resting targets, of whatever route, go behind everything that may answer now.
void moveRestingBack(Plan &plan)
{
    std::stable_partition(plan.order.begin(), plan.order.end(), [&](quint16 index) {
        return plan.candidates[index].reason != Reason::LastResort;
    });
}

bool allRefused(const Plan &plan, std::initializer_list<Reason> otherwise, Reason reason)
{
    bool seen = false;
    for (const Candidate &candidate : plan.candidates) {
        if (candidate.fits)
            return false;
        if (candidate.reason == reason)
            seen = true;
        else if (std::find(otherwise.begin(), otherwise.end(), candidate.reason) == otherwise.end())
            return false;
    }
    return seen;
}

QString weightText(double weight)
{
    return QString::number(weight, 'g', 6);
}

QString name(const Candidate &candidate)
{
    return QString::fromUtf8(candidate.entry.target->provider->id) + u'/'
        + QString::fromUtf8(candidate.entry.target->model);
}

QJsonObject step(const QString &name, bool ok, const QString &text)
{
    return {{u"name"_s, name}, {u"ok"_s, ok}, {u"text"_s, text}};
}

} // namespace

QString Candidate::why(SteadyTime now) const
{
    const int inFlight = entry.state->inFlight();
    switch (reason) {
    case Reason::First:
        return u"first in the declared order"_s;
    case Reason::Next:
        return viaFallback ? u"fallback route \"%1\""_s.arg(QString::fromUtf8(entry.route->id))
                           : u"declared later"_s;
    case Reason::LeastBusy:
        return u"fewest in flight for its weight (%1 at weight %2)"_s.arg(
            QString::number(inFlight), weightText(entry.target->weight));
    case Reason::Busier:
        return u"behind by load or by weighted chance (%1 in flight at weight %2)"_s.arg(
            QString::number(inFlight), weightText(entry.target->weight));
    case Reason::OnTrial:
        return u"one trial after a rest"_s;
    case Reason::AtCapacity:
        return u"at its limit of %1 in flight"_s.arg(entry.maxInFlight());
    case Reason::LastResort: {
        const auto left = restsUntil.value_or(now) - now;
        const auto seconds =
            std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(left).count(), 0);
        return u"resting for %1 s after failures"_s.arg(seconds);
    }
    case Reason::OtherDialect:
        return u"does not do what the request asks for"_s;
    case Reason::OutsideResidency:
        return u"outside the allowed regions"_s;
    case Reason::Paused:
        return u"the provider is paused"_s;
    case Reason::NoUsableKey:
        return u"no usable credential"_s;
    }
    Q_UNREACHABLE();
}

bool Plan::refusedByResidency() const
{
    return allRefused(*this, {Reason::OtherDialect, Reason::Paused, Reason::NoUsableKey},
                      Reason::OutsideResidency);
}

bool Plan::refusedByDialect() const
{
    return allRefused(*this, {}, Reason::OtherDialect);
}

bool Plan::refusedByPause() const
{
    return allRefused(*this, {Reason::OtherDialect, Reason::NoUsableKey}, Reason::Paused);
}

bool Plan::refusedByCredentials() const
{
    return allRefused(*this, {Reason::OtherDialect}, Reason::NoUsableKey);
}

Plan plan(const RoutingTable &table, const Config::Route &route, const RequestFacts &facts,
          SteadyTime now, Random &random)
{
    Planner planner(table, route, facts, now, random);
    planner.add(route);
    Plan result = planner.take();
    moveRestingBack(result);
    return result;
}

QJsonObject explain(const Plan &plan)
{
    QJsonArray candidates;
    qsizetype fitting = 0;
    for (const Candidate &candidate : plan.candidates) {
        fitting += candidate.fits ? 1 : 0;
        candidates.append(QJsonObject{
            {u"provider"_s, QString::fromUtf8(candidate.entry.target->provider->id)},
            {u"model"_s, QString::fromUtf8(candidate.entry.target->model)},
            {u"fit"_s, candidate.fits},
            {u"score"_s, candidate.fits ? QJsonValue(candidate.score) : QJsonValue()},
            {u"why"_s, candidate.why(plan.madeAt)},
        });
    }
    QJsonArray order;
    for (qsizetype i = 0; i < plan.size(); ++i)
        order.append(name(plan.at(i)));
    const QString fit = u"%1 of %2 targets fit"_s.arg(fitting).arg(plan.candidates.size());
    const QString chosen =
        plan.isEmpty() ? u"nothing to try"_s : u"%1 is tried first"_s.arg(name(plan.at(0)));
    return {
        {u"steps"_s,
         QJsonArray{step(u"fit"_s, fitting > 0, fit), step(u"order"_s, !plan.isEmpty(), chosen)}},
        {u"candidates"_s, candidates},
        {u"plan"_s, order},
    };
}

} // namespace Gatehouse::Routing
