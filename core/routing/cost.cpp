// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/strategies.h"

#include <algorithm>
#include <limits>

namespace Gatehouse::Routing {

namespace {

//! Nano-dollars of this request at the target; nothing when no price is known. A machine of one's
//! own costs the same whether it is used or not.
std::optional<double> expectedCost(const Entry &entry, const RequestFacts &facts, qint64 output)
{
    const Api::Provider &provider = entry.provider->provider->document;
    if (entry.price && entry.price->perHour)
        return 0.0;
    if (!entry.price)
        return provider.selfHosted ? std::optional(0.0) : std::nullopt;
    const Usage usage{.promptTokens = facts.promptTokens,
                      .completionTokens = output,
                      .images = facts.pictures,
                      .characters = facts.characters,
                      .queries = facts.searches,
                      .known = true};
    const bool bySize = !entry.price->pictures.empty();
    const auto cost = bySize
        ? Ledger::priceOf(usage, forPictures(*entry.price, facts.pictureSize, facts.pictureQuality),
                          provider.priceMultiplier)
        : Ledger::priceOf(usage, *entry.price, provider.priceMultiplier);
    return cost ? std::optional(double(cost->paid.nanoUsd)) : std::nullopt;
}

} // namespace

//! The counted prompt and what answers of this route usually are, not more than is asked for.
void rankCheapest(Contest &contest)
{
    for (Rank &rank : contest.ranks) {
        const Entry &entry = contest.entry(rank);
        qint64 output =
            entry.routeState ? entry.routeState->expectedOutput() : RouteState::usualOutput;
        if (contest.facts.maxTokens > 0)
            output = std::min(output, contest.facts.maxTokens);
        rank.tie = contest.chance(entry.target->weight);
        if (const auto cost = expectedCost(entry, contest.facts, output)) {
            contest.setScore(rank, *cost);
            continue;
        }
        rank.score = std::numeric_limits<double>::max(); // behind every known price
        if (contest.candidate(rank).reason == Reason::First)
            contest.candidate(rank).reason = Reason::Unpriced;
    }
}

} // namespace Gatehouse::Routing
