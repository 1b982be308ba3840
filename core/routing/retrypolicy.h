// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/classify.h"
#include "core/routing/random.h"
#include "core/routing/routingtable.h"

namespace Gatehouse::Routing {

//! The situation after a failed attempt.
struct AfterFailure {
    Dialects::FailureClass failure = Dialects::FailureClass::ServerError;
    std::optional<std::chrono::milliseconds> retryAfter = {};
    int attemptsMade = 1;     //!< in all, on any target
    int attemptsAtTarget = 1; //!< on this one
    bool contentSent = false; //!< the client has received content
    bool moreTargets = false; //!< the plan has an untried target
    bool anotherKey = false;  //!< the provider has a usable key that was not tried
    std::chrono::milliseconds timeLeft{600'000}; //!< until the request's deadline
    RetryBudget *budget = nullptr;               //!< of the provider; null: retries are free
    SteadyTime now{};
};

enum class NextStep {
    TryNextTarget,
    RetrySame, //!< the same target after delay, with another key when the key was refused
    GiveUp,
};

struct Next {
    NextStep step = NextStep::GiveUp;
    std::chrono::milliseconds delay{0};
    bool overBudget = false; //!< another call of the same target would have been made

    bool operator==(const Next &) const = default;
};

//! Decides what follows a failed attempt: nothing after content was sent,
//! for a caller's mistake, past the attempt budget or the deadline, or for a class the route's
//! retry.on leaves out. Another target is tried at once; the same one once more only when there is
//! no other and the class allows it, after the provider's hint (at most longestWait) or the
//! backoff, doubled per attempt at it, with full jitter above its half.
Next nextStep(const Config::Route &route, const AfterFailure &after, Random &random);

//! A longer Retry-After is passed on to the client instead of being waited for.
inline constexpr std::chrono::seconds longestWait{5};

//! An attempt as its booking needs it. A number alone is the key's.
struct Attempted {
    // NOLINTNEXTLINE(google-explicit-constructor)
    Attempted(int usedKey = -1, std::optional<SteadyTime> began = {}, bool loading = false)
        : key(usedKey)
        , begun(began)
        , isLoading(loading)
    {
    }

    int key;                         //!< index into the provider's keys, -1 = none was used
    std::optional<SteadyTime> begun; //!< old calls prove nothing about what opened since
    bool isLoading;                  //!< the provider says that it is loading the model
};

//! Books a failed attempt: rests the target or its key, parks the key, counts for health. A
//! caller's mistake counts as an answer: the target is alive.
void recordFailure(const Entry &entry, const Attempted &attempt, Dialects::FailureClass failure,
                   std::optional<std::chrono::milliseconds> retryAfter, SteadyTime now);
//! The content of a good answer begins to come: a target that was open is back.
void recordLife(const Entry &entry, SteadyTime now, const Attempted &attempt);
//! Books an attempt that was answered in full.
void recordSuccess(const Entry &entry, SteadyTime now, const Attempted &attempt = {});
//! A good answer said that nothing is left of an allowance for \a wait: the key rests before it is
//! refused.
void recordExhausted(const Entry &entry, int keyIndex, std::chrono::milliseconds wait,
                     SteadyTime now);

//! Index of the credential to use, by weighted chance among those neither disabled nor parked and
//! not in \a tried; -1 when there is none. A provider without keys needs none: also -1, see
//! needsKey(). \a breakers are those of the target's keys: a resting one is chosen only when no
//! other is left.
int chooseKey(const ProviderEntry &provider, SteadyTime now, Random &random,
              std::span<const int> tried = {}, std::span<Breaker *const> breakers = {});
bool needsKey(const ProviderEntry &provider);

} // namespace Gatehouse::Routing
