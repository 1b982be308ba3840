// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/fit.h"

#include "core/dialects/pairing.h"
#include "core/routing/retrypolicy.h"

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

quint8 needsOf(const RequestFacts &facts)
{
    quint8 needs = 0;
    if (facts.tools)
        needs |= quint8(Ability::Tools);
    if (facts.images)
        needs |= quint8(Ability::Images);
    if (facts.structured)
        needs |= quint8(Ability::Structured);
    if (facts.audio)
        needs |= quint8(Ability::Audio);
    return needs;
}

bool allows(const TargetPatterns *patterns, const Config::Target &target)
{
    return !patterns || patterns->empty() || isNamed(target, *patterns);
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

} // namespace

Fit::Fit(const Direction &direction, const RequestFacts &facts, SteadyTime now)
    : m_facts(facts)
    , m_narrowed(direction.narrowed)
    , m_now(now)
    , m_needs(needsOf(facts))
{
    bind(facts.residency);
    bind(facts.keyResidency);
    for (const Config::Route *route : direction.passed)
        bind(route->residency);
}

void Fit::bind(const QStringList &regions)
{
    if (!regions.isEmpty())
        m_regions.append(&regions);
}

void Fit::enter(const Config::Route &route)
{
    m_entered.append(m_regions.size());
    bind(route.residency);
}

void Fit::leave()
{
    m_regions.resize(m_entered.back());
    m_entered.removeLast();
}

//! Of each list of allowed regions one is the provider's. A provider that does not say where it is
//! fits only where anything does.
bool Fit::isInside(const Config::Provider &provider) const
{
    const QStringList &own = provider.document.region;
    return std::all_of(m_regions.begin(), m_regions.end(), [&](const QStringList *allowed) {
        return std::any_of(own.begin(), own.end(),
                           [&](const QString &region) { return allowed->contains(region); });
    });
}

bool Fit::isAllowed(const Config::Target &target) const
{
    return allows(m_facts.keyTargets, target) && allows(m_facts.teamTargets, target);
}

Reason Fit::missing(quint8 lacks) const
{
    const auto lacksOne = [&](Ability ability) { return (lacks & m_needs & quint8(ability)) != 0; };
    if (lacksOne(Ability::Tools))
        return Reason::NoTools;
    if (lacksOne(Ability::Images))
        return Reason::NoImages;
    return lacksOne(Ability::Structured) ? Reason::NoStructured : Reason::NoAudio;
}

std::optional<Reason> Fit::problem(const Entry &entry) const
{
    const Config::Provider &provider = *entry.target->provider;
    if (!Dialects::upstreamFormat(*provider.quirks, m_facts.format, entry.target->model))
        return Reason::OtherDialect;
    if (!isInside(provider))
        return Reason::OutsideResidency;
    if (!isAllowed(*entry.target))
        return Reason::NotAllowed;
    if (m_narrowed && !isNamed(*entry.target, *m_narrowed))
        return Reason::NarrowedOut;
    if (entry.abilities.lacksOne(m_needs))
        return missing(entry.abilities.lacks);
    if (!entry.abilities.takes(m_facts.promptTokens, m_facts.maxTokens))
        return Reason::ContextTooSmall;
    if (entry.target->weight <= 0)
        return Reason::Draining;
    if (provider.document.paused || entry.provider->state->isPaused() || entry.state->isHeld())
        return Reason::Paused;
    if (!hasUsableKey(*entry.provider, m_now))
        return Reason::NoUsableKey;
    return {};
}

} // namespace Gatehouse::Routing
