// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/purse.h"

#include "core/access/limits/roomof.h"
#include "core/gateway/admission.h"
#include "core/gateway/spendwords.h"

#include <algorithm>

namespace Gatehouse::Gateway {

namespace {

using Dialects::Task;

//! What is set aside for a request to a machine paid by the hour: few hold it longer, and what was
//! too little is settled at the end.
constexpr qint64 usualHoldUs = 60'000'000;

//! What a request may use: few use more than \a most, and it uses no less than \a least, which
//! takes what the caller allows at its word.
struct Expected {
    Usage most;
    Usage least;
};

Expected expectedUsage(const Admission &a)
{
    const Access::UsageEstimates &estimates = a.published.bounds->budgets().estimates();
    const Dialects::RequestScan &scan = a.scan;
    const Task task = Dialects::taskOf(a.front);
    Usage least;
    least.known = true;
    least.promptTokens = scan.promptTokens;
    least.characters = task == Task::Speech ? scan.characters : 0;
    least.images = task == Task::Images ? scan.count : 0;
    least.queries = task == Task::Rerank ? 1 : 0;
    Usage most = least;
    if (a.promptKnowledge != PromptKnowledge::Counted)
        most.promptTokens =
            std::max(least.promptTokens, estimates.upperPrompt(scan.model, a.purse.roughPrompt()));
    if (task == Task::Chat) {
        const qint64 answers = std::max<qint64>(scan.count, 1);
        least.completionTokens = scan.maxTokens.value_or(0) * answers;
        most.completionTokens =
            scan.maxTokens.value_or(estimates.upperOutput(scan.model)) * answers;
    }
    return {most, least};
}

Money priceAt(const Admission &a, const Config::Target &target, Usage usage)
{
    const Ledger::Price *price =
        a.published.prices->findAt(target.provider->id, target.model, a.wall);
    if (!price)
        return {};
    if (price->perHour)
        usage.machineUs = usualHoldUs;
    Ledger::Price ofPictures;
    if (!price->pictures.empty()) {
        ofPictures = forPictures(*price, a.scan.pictureSize, a.scan.pictureQuality);
        price = &ofPictures;
    }
    const double multiplier = target.provider->document.priceMultiplier;
    if (const auto cost = Ledger::priceOf(usage, *price, multiplier))
        return cost->paid;
    // Units are priced only where the model is sold by them.
    usage.characters = usage.images = usage.queries = 0;
    const auto cost = Ledger::priceOf(usage, *price, multiplier);
    return cost ? cost->paid : Money();
}

//! The dearest of all the places a request to \a route may end at.
Money dearest(const Admission &a, const Config::Route &route, const Usage &usage)
{
    Money most;
    for (const Config::Target &target : route.targets)
        most = std::max(most, priceAt(a, target, usage));
    for (const Config::Route *fallback : route.fallback) {
        for (const Config::Target &target : fallback->targets)
            most = std::max(most, priceAt(a, target, usage));
    }
    return most;
}

bool isFree(const Admission &a)
{
    return Dialects::taskOf(a.front) == Task::CountTokens;
}

//! Estimated, as what is usual: what was too little is settled at the end.
qint64 estimatedTokens(const Admission &a)
{
    if (Dialects::taskOf(a.front) != Task::Chat)
        return a.scan.promptTokens;
    const qint64 usual = a.published.bounds->budgets().estimates().usualOutput(a.scan.model);
    return a.scan.promptTokens
        + std::min(usual, a.scan.maxTokens.value_or(usual)) * std::max<qint64>(a.scan.count, 1);
}

//! Limits go by the moment they are asked, not by the one the request arrived at: a worker that was
//! held up in between would count it into a minute that is over.
SteadyTime decisionTime(const Admission &a)
{
    return std::max(a.now, a.published.bounds->budgets().clock().steady());
}

constexpr int mostRedirections = 3;
//! A refusal of tokens that ends later than that stands, however many there are exactly.
constexpr std::chrono::seconds worthCounting{15};

} // namespace

Purse::Refusal Purse::pauseRefusal(const Admission &a) const
{
    const auto pause = a.published.bounds->budgets().pause();
    if (!pause
        || pause->spares({.key = a.key.id,
                          .team = a.key.team,
                          .owner = a.key.owner,
                          .route = {},
                          .provider = {},
                          .tags = {}}))
        return {};
    a.trace.step("budgets", false, "spending is paused");
    return refusalOf(*pause);
}

Purse::Refusal Purse::enterLimits(Admission &a)
{
    const Access::Bounds *bounds = a.published.bounds.get();
    if (!bounds)
        return {};
    if (auto refusal = pauseRefusal(a))
        return refusal;
    m_promptEstimate = a.scan.promptTokens;
    if (!bounds->hasLimits())
        return {};
    m_tokens = estimatedTokens(a);
    const auto states = bounds->limits(a.key, a.route->id);
    if (states.isEmpty())
        return {};
    auto refusal = m_limits.take(states, m_tokens, decisionTime(a), a.dryRun);
    if (refusal && refusal->what == Access::LimitRefusal::What::Tokens
        && refusal->wait < worthCounting && refinePrompt(a)) {
        m_tokens = estimatedTokens(a);
        refusal = m_limits.take(states, m_tokens, decisionTime(a), a.dryRun);
    }
    a.trace.step("limits", !refusal, refusal ? refusal->scope : QByteArray());
    if (!refusal)
        return {};
    m_refusedRoom = Access::roomOf(states, decisionTime(a));
    return refusalOf(*refusal);
}

Purse::Refusal Purse::enterBudgets(Admission &a)
{
    const Access::Bounds *bounds = a.published.bounds.get();
    if (!bounds || !bounds->hasBudgets() || isFree(a))
        return {};
    Expected expected = expectedUsage(a);
    const WallTime now = bounds->budgets().clock().wall();
    for (int i = 0;; ++i) {
        const auto states = bounds->budgets(a.key, a.route->id, a.tags);
        if (states.isEmpty())
            return {};
        Money least = dearest(a, *a.route, expected.least);
        auto refusal =
            m_budgets.take(states, dearest(a, *a.route, expected.most), least, now, a.dryRun);
        if (refusal && refusal->spent < refusal->limit && refinePrompt(a)) {
            expected = expectedUsage(a); // something is left: it is worth a closer look
            least = dearest(a, *a.route, expected.least);
            refusal =
                m_budgets.take(states, dearest(a, *a.route, expected.most), least, now, a.dryRun);
        }
        const bool redirects =
            refusal && refusal->action == Access::BudgetAction::Redirect && i < mostRedirections;
        const Config::Route *other =
            redirects ? a.published.snapshot->route(refusal->redirectRoute) : nullptr;
        a.trace.step("budgets", !refusal || other,
                     !refusal    ? QByteArray()
                         : other ? QByteArray(refusal->scope + " is used up: to " + other->id)
                                 : refusal->scope);
        if (!refusal)
            return {};
        if (!other || other == a.route || !a.key.mayCall(other->id))
            return refusalOf(*refusal, least);
        a.route = other;
    }
}

bool Purse::enterProvider(const Admission &a, const Config::Provider &provider,
                          const QByteArray &model, SteadyTime now)
{
    const Access::Bounds *bounds = a.published.bounds.get();
    m_refusal.reset();
    m_providerLimits.settle(0, now);
    m_providerBudgets.release();
    if (a.published.snapshot->document.gateway.refuseUnpriced && !isFree(a)
        && !a.published.prices->findAt(provider.id, model, a.wall)) {
        m_refusal = unpricedRefusal(provider.id, model);
        return false;
    }
    if (!bounds)
        return true;
    if (bounds->hasLimits()) {
        const auto states = bounds->limitsOfProvider(provider.id);
        const auto refusal = m_providerLimits.take(states, m_tokens, now);
        if (refusal) {
            m_refusal = refusalOf(*refusal);
            return false;
        }
    }
    const auto states = bounds->hasBudgets() ? bounds->budgetsOfProvider(provider.id)
                                             : Access::BudgetHold::States();
    if (states.isEmpty() || isFree(a))
        return true;
    const Expected expected = expectedUsage(a);
    const Config::Target target{.provider = &provider, .model = model};
    const Money least = priceAt(a, target, expected.least);
    const auto refusal = m_providerBudgets.take(states, priceAt(a, target, expected.most), least,
                                                bounds->budgets().clock().wall());
    if (!refusal)
        return true;
    m_providerLimits.withdraw(now);
    m_refusal = refusalOf(*refusal, least);
    return false;
}

void Purse::countFrom(SteadyTime moment)
{
    m_limits.countFrom(moment);
    m_providerLimits.countFrom(moment);
}

void Purse::withdraw(SteadyTime now)
{
    m_limits.withdraw(now);
    m_providerLimits.withdraw(now);
    m_budgets.release();
    m_providerBudgets.release();
}

void Purse::settle(const Published &published, const Ledger::RequestRecord &record,
                   const Access::KeyEntry &key, SteadyTime now, qint64 contentBytes)
{
    const Access::Bounds *bounds = published.bounds.get();
    if (!bounds)
        return;
    const qint64 used = record.usage.promptTokens + record.usage.completionTokens;
    if (record.attempts.empty())
        m_limits.withdraw(now);
    m_limits.settle(used, now);
    m_providerLimits.settle(used, now);
    const auto charge = [&](const QByteArray &provider, Money cost) {
        bounds->budgets().charge({.key = record.keyId,
                                  .team = record.team,
                                  .owner = key.owner,
                                  .route = record.route,
                                  .provider = provider,
                                  .tags = record.tags},
                                 record.time, cost, record.id);
    };
    for (const Ledger::AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            charge(attempt.provider, *attempt.cost);
    }
    if (record.cost)
        charge(record.provider, *record.cost - record.costOfUnused());
    m_budgets.release();
    m_providerBudgets.release();
    if (record.outcome != Ledger::Outcome::Ok)
        return;
    Access::UsageEstimates &estimates = bounds->budgets().estimates();
    const QByteArray served = record.provider + '/' + record.model;
    estimates.learn(record.modelAsked, m_promptEstimate, record.usage, contentBytes);
    if (served != record.modelAsked)
        estimates.learn(served, m_promptEstimate, record.usage, contentBytes);
}

void Purse::settleCopy(const Published &published, const Ledger::RequestRecord &record,
                       SteadyTime now)
{
    m_providerLimits.settle(record.usage.promptTokens + record.usage.completionTokens, now);
    if (published.bounds)
        published.bounds->budgets().charge({.key = {},
                                            .team = {},
                                            .owner = {},
                                            .route = {},
                                            .provider = record.provider,
                                            .tags = {}},
                                           record.time, record.cost.value_or(Money()), record.id);
    m_providerBudgets.release();
}

void Purse::appendFields(QByteArray &fields, Dialects::Format front, SteadyTime now,
                         WallTime wall) const
{
    appendRoom(fields, front, m_refusedRoom ? *m_refusedRoom : m_limits.room(now), wall);
}

} // namespace Gatehouse::Gateway
