// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <random>

namespace Gatehouse::Ledger {

//! A plausible request \a n seconds after 2026-11-22 12:00 UTC with every field set.
inline RequestRecord sampleRecord(int n)
{
    RequestRecord r;
    r.id = "req_" + QByteArray::number(n).rightJustified(26, '0');
    r.time = WallTime(std::chrono::seconds(1'795'348'800 + n));
    r.status = 200;
    r.front = "openai-chat";
    r.route = "fast";
    r.modelAsked = "fast";
    r.provider = "openai";
    r.model = "gpt-4o-mini";
    r.keyId = "key_design";
    r.keyName = "design";
    r.team = "research";
    r.clientAddress = "127.0.0.1";
    r.usage = {.promptTokens = 1200,
               .cachedTokens = 1000,
               .completionTokens = 340,
               .reasoningTokens = 40,
               .known = true};
    r.cost = Money{423'000};
    r.listCost = Money{497'647};
    r.cacheSaved = Money{75'000};
    r.priceVersion = "list 2026-07-24";
    r.firstTokenUs = 412'345;
    r.totalUs = 2'345'678;
    r.gatewayUs = 87;
    r.queuedUs = 1'500;
    AttemptRecord &attempt = r.attempts.emplace_back();
    attempt.provider = "openai";
    attempt.model = "gpt-4o-mini";
    attempt.providerKey = "1";
    attempt.status = 200;
    attempt.startedUs = 60;
    attempt.durationUs = 2'345'500;
    attempt.connectedUs = 20'000;
    attempt.headUs = 300'000;
    attempt.firstTokenUs = 412'000;
    attempt.upstreamId = "chatcmpl-abc";
    r.cache = "miss";
    r.streamed = true;
    r.tags = "job=invoice,stage=test";
    r.revision = 12;
    r.trace = R"({"steps":[{"name":"key","ok":true,"text":"key design"}]})";
    return r;
}

//! Request \a n with everything that matters for sums drawn from \a random; spread over four days.
inline RequestRecord randomRecord(int n, std::mt19937 &random)
{
    const auto below = [&random](int bound) {
        return static_cast<int>(random() % unsigned(bound));
    };
    static constexpr Outcome outcomes[] = {Outcome::Ok,         Outcome::Ok,
                                           Outcome::Ok,         Outcome::ServerError,
                                           Outcome::BadRequest, Outcome::Cancelled};
    static constexpr int statuses[] = {200, 200, 200, 502, 400, 499};
    const int kind = below(6);
    RequestRecord r = sampleRecord(n);
    r.time += std::chrono::seconds(below(345'600)) + std::chrono::microseconds(below(1'000'000));
    r.outcome = outcomes[kind];
    r.status = statuses[kind];
    r.provider = below(2) == 0 ? "openai" : "anthropic";
    r.model = "model-" + QByteArray::number(below(3));
    r.route = below(2) == 0 ? "fast" : "careful";
    r.keyId = "key-" + QByteArray::number(below(4));
    r.keyName = "name of " + r.keyId;
    r.team = below(2) == 0 ? "research" : "";
    r.usage.promptTokens = below(100'000);
    r.usage.completionTokens = below(5'000);
    r.usage.cachedTokens = below(10) == 0 ? r.usage.promptTokens / 2 : 0;
    r.cacheSaved = Money{r.usage.cachedTokens * 75};
    r.cost = below(8) == 0 ? std::nullopt : std::optional(Money{below(1'000'000'000)});
    r.listCost = r.cost;
    r.streamed = below(2) == 0;
    r.totalUs = 1 + below(60'000'000);
    r.firstTokenUs = r.streamed ? below(static_cast<int>(r.totalUs)) : -1;
    r.cache = below(10) == 0 ? "hit" : "miss";
    r.attempts.front().provider = r.provider;
    r.attempts.front().result = r.outcome;
    if (below(4) == 0) {
        AttemptRecord failed = r.attempts.front();
        failed.result = Outcome::RateLimited;
        r.attempts.insert(r.attempts.begin(), failed);
    }
    return r;
}

} // namespace Gatehouse::Ledger
