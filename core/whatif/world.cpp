// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/world.h"

#include "core/dialects/format.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/priceterms.h"

#include <QtCore/QHash>

namespace Gatehouse::WhatIf {

namespace {

using Routing::Reason;

//! The reasons that stand in results; those of the moment (busy, resting) are never unfitness.
QByteArray reasonName(Reason reason)
{
    switch (reason) {
    case Reason::OtherDialect:
        return "other_dialect";
    case Reason::NoTools:
        return "no_tools";
    case Reason::NoImages:
        return "no_images";
    case Reason::NoStructured:
        return "no_structured_output";
    case Reason::NoAudio:
        return "no_audio";
    case Reason::ContextTooSmall:
        return "context_too_small";
    case Reason::OutsideResidency:
        return "outside_region";
    case Reason::NotAllowed:
        return "not_allowed";
    case Reason::NarrowedOut:
        return "narrowed_out";
    case Reason::Draining:
        return "weight_zero";
    case Reason::Paused:
        return "paused";
    case Reason::NoUsableKey:
        return "no_key";
    default:
        return "no_target";
    }
}

Place placeOf(const Routing::Candidate &candidate)
{
    return {candidate.entry.provider->provider->id, candidate.entry.target->model};
}

//! What the decision trace of a request says that it used: "tools, images".
QByteArrayView needsOf(const Ledger::RequestRecord &record)
{
    constexpr QByteArrayView begin(R"("name":"needs","ok":true,"text":")");
    const qsizetype place = record.trace.indexOf(begin);
    if (place < 0)
        return {};
    const QByteArrayView rest = QByteArrayView(record.trace).sliced(place + begin.size());
    return rest.first(std::max<qsizetype>(rest.indexOf('"'), 0));
}

//! Size and quality of the pictures that were asked for; unknown ones are empty.
Ledger::PriceTerms::Picture pictureOf(const Ledger::RequestRecord &record)
{
    if (record.usage.images == 0)
        return {};
    const auto terms = Ledger::PriceTerms::fromText(record.terms);
    return terms && terms->picture ? *terms->picture : Ledger::PriceTerms::Picture();
}

} // namespace

World::World(Compiled compiled, ReplayClock &clock)
    : m_compiled(std::move(compiled))
    , m_clock(clock)
    , m_limits(clock)
    , m_budgets(clock)
{
    const Api::Document &document = m_compiled.snapshot->document;
    auto limits = m_limits.apply(document.limits);
    auto budgets = m_budgets.apply(document.budgets, m_compiled.snapshot->reportingZone,
                                   document.gateway.firstDayOfWeek());
    for (Access::BudgetState *state : m_budgets.unseeded()) {
        const std::scoped_lock lock(state->mutex);
        state->seed(
            {}, [](const QByteArray &) { return false; }, clock.wall());
    }
    m_bounds = std::make_unique<const Access::Bounds>(
        Access::Bounds::Parts{m_limits, m_budgets, std::move(limits), std::move(budgets)},
        *m_compiled.keys);
    m_anybody.routes = {"*"};
}

//! A key that is gone meanwhile counts as one that may call everything.
const Access::KeyEntry &World::keyOf(const Ledger::RequestRecord &record)
{
    if (const Access::KeyEntry *key = m_compiled.keys->byId(record.keyId))
        return *key;
    m_anybody.id = record.keyId;
    m_anybody.team = record.team;
    return m_anybody;
}

const Config::Route *World::routeOf(const QByteArray &model)
{
    if (const Config::Route *route = m_compiled.snapshot->route(model))
        return route;
    const Config::Provider *provider = m_compiled.snapshot->providerOf(model);
    if (!provider || !provider->document.models.isEmpty() || provider->document.paused)
        return nullptr;
    m_adHoc = {};
    m_adHoc.id = model;
    m_adHoc.direct = true;
    m_adHoc.targets.push_back({provider, model.sliced(provider->id.size() + 1), 1});
    return &m_adHoc;
}

Routing::RequestFacts World::factsOf(const Ledger::RequestRecord &record,
                                     const Access::KeyEntry &key) const
{
    const QByteArrayView needs = needsOf(record);
    const Usage &usage = record.usage;
    const Ledger::PriceTerms::Picture picture = pictureOf(record);
    return {.format = Dialects::formatFromName(record.front).value_or(Dialects::Format::OpenAiChat),
            .streamed = record.streamed,
            .promptTokens = usage.promptTokens,
            .maxTokens = usage.completionTokens,
            .tools = needs.contains("tools"),
            .images = needs.contains("images") || usage.imageInTokens > 0,
            .structured = needs.contains("structured output"),
            .audio = needs.contains("audio") || usage.audioInTokens > 0,
            .pictures = usage.images,
            .characters = usage.characters,
            .searches = usage.queries,
            .pictureSize = picture.size,
            .pictureQuality = picture.quality,
            .keyId = record.keyId,
            .team = record.team,
            .tags = record.tags,
            .residency = key.residency,
            .keyResidency = key.ownResidency,
            .keyTargets = &key.targets,
            .teamTargets = &key.teamTargets,
            .wall = record.time,
            .zone = &m_compiled.snapshot->reportingZone};
}

Decision World::decide(const Ledger::RequestRecord &record, const QByteArray &redirected)
{
    const QByteArray &asked = redirected.isEmpty() ? record.modelAsked : redirected;
    const Access::KeyEntry &key = keyOf(record);
    const Config::Route *route = routeOf(asked);
    if (!route)
        return {.place = {}, .why = "model_not_found"};
    if (!key.mayCall(asked))
        return {.place = {}, .why = "model_not_allowed"};
    Routing::RequestFacts facts = factsOf(record, key);
    facts.route = route->id;
    const Routing::Direction direction = Routing::follow(*route, facts);
    if (direction.end != Routing::Direction::End::Plan)
        return {.place = {}, .why = "denied_by_rule"};
    if (direction.route != route && !key.mayCall(direction.route->id))
        return {.place = {}, .why = "model_not_allowed"};
    const qint64 most = direction.route->promptLimit;
    if (most > 0 && facts.promptTokens > most)
        return {.place = {}, .why = "prompt_limit"};
    // The same chance for a request whatever the configuration: only what differs moves it.
    Routing::Random random(qHash(record.id));
    const Routing::Plan plan =
        Routing::plan(*m_compiled.routing, direction, facts, m_clock.steady(), random);
    Decision decision{.place = {}, .route = direction.route->id};
    for (const Routing::Candidate &candidate : plan.candidates)
        if (!candidate.fits)
            decision.unfit.emplace_back(reasonName(candidate.reason), placeOf(candidate));
    if (plan.isEmpty())
        decision.why = plan.refusal() ? reasonName(*plan.refusal()) : QByteArray("no_target");
    else
        decision.place = placeOf(plan.at(0));
    return decision;
}

Access::Spender World::spenderOf(const Ledger::RequestRecord &record, const Decision &decision)
{
    return {.key = record.keyId,
            .team = record.team,
            .owner = keyOf(record).owner,
            .route = decision.route,
            .provider = decision.place.provider,
            .tags = record.tags};
}

World::Toll World::charge(const Ledger::RequestRecord &record, const Decision &decision, Money cost)
{
    const Access::KeyEntry &key = keyOf(record);
    const qint64 tokens = record.usage.promptTokens + record.usage.completionTokens;
    const SteadyTime now = m_clock.steady();
    Access::LimitHold limits;
    Access::LimitHold providerLimits;
    auto late = limits.take(m_bounds->limits(key, decision.route), tokens, now);
    if (!late)
        late =
            providerLimits.take(m_bounds->limitsOfProvider(decision.place.provider), tokens, now);
    Access::BudgetHold budgets;
    Access::BudgetHold providerBudgets;
    std::optional<Access::BudgetRefusal> poor;
    if (!late)
        poor = budgets.take(m_bounds->budgets(key, decision.route, record.tags), cost, cost,
                            record.time);
    if (!late && !poor)
        poor = providerBudgets.take(m_bounds->budgetsOfProvider(decision.place.provider), cost,
                                    cost, record.time);
    if (late || poor) {
        limits.withdraw(now);
        providerLimits.withdraw(now);
    }
    if (late)
        return {.refusedBy = "limit " + late->scope};
    if (poor && poor->action == Access::BudgetAction::Redirect)
        return {.redirectedTo = poor->redirectRoute};
    if (poor)
        return {.refusedBy = "budget " + poor->scope};
    limits.settle(tokens, now);
    providerLimits.settle(tokens, now);
    m_budgets.charge(spenderOf(record, decision), record.time, cost, record.id);
    return {};
}

void World::chargeOnly(const Ledger::RequestRecord &record, Money cost)
{
    m_budgets.charge(
        spenderOf(record, {.place = {record.provider, record.model}, .route = record.route}),
        record.time, cost, record.id);
}

WallTime World::countsFrom(WallTime time)
{
    WallTime earliest = time;
    for (const Access::BudgetReport &report : m_budgets.report()) {
        if (const Access::BudgetState *state = m_budgets.find(report.id)) {
            const std::scoped_lock lock(state->mutex);
            earliest = std::min(earliest, state->countsFrom(time));
        }
    }
    return earliest;
}

double World::multiplierOf(const QByteArray &provider) const
{
    const Config::Provider *known = m_compiled.snapshot->provider(provider);
    return known ? known->document.priceMultiplier : 1;
}

std::optional<Money> World::costAt(const Ledger::RequestRecord &record, const Place &place) const
{
    const Ledger::Price *price =
        m_compiled.prices->findAt(place.provider, place.model, record.time);
    if (!price)
        return std::nullopt;
    Usage usage = record.usage;
    if (price->perHour && usage.machineUs == 0 && !record.attempts.empty())
        usage.machineUs = record.attempts.back().durationUs; // as long as where it ran
    const Ledger::PriceTerms::Picture picture = pictureOf(record);
    const auto cost = price->pictures.empty()
        ? Ledger::priceOf(usage, *price, multiplierOf(place.provider))
        : Ledger::priceOf(usage, Ledger::forPictures(*price, picture.size, picture.quality),
                          multiplierOf(place.provider));
    return cost ? std::optional(cost->paid) : std::nullopt;
}

bool World::isSizeMissing(const Ledger::RequestRecord &record, const Place &place) const
{
    const Ledger::Price *price =
        m_compiled.prices->findAt(place.provider, place.model, record.time);
    return price && !price->pictures.empty() && record.usage.images > 0
        && pictureOf(record).size.isEmpty();
}

bool World::isCopied(const QByteArray &route, const Place &place) const
{
    const Config::Route *known = m_compiled.snapshot->route(route);
    return known && known->shadow
        && Place{known->shadow->target.provider->id, known->shadow->target.model} == place;
}

bool World::pricesAlike(const World &other, const Place &place, WallTime time) const
{
    const Ledger::Price *own = m_compiled.prices->findAt(place.provider, place.model, time);
    const Ledger::Price *others =
        other.m_compiled.prices->findAt(place.provider, place.model, time);
    if (!own || !others)
        return own == others;
    Ledger::Price a = *own;
    Ledger::Price b = *others;
    a.version = b.version = {};
    return a == b && multiplierOf(place.provider) == other.multiplierOf(place.provider);
}

} // namespace Gatehouse::WhatIf
