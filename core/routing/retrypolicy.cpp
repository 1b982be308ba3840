// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/retrypolicy.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Routing {

namespace {

using Dialects::FailureClass;

//! What a class of failure means for the next step and for those involved.
struct Treatment {
    bool elsewhere = false;  //!< another target may do better
    int triesAtSame = 1;     //!< calls to the same target in all, when there is no other
    bool enabled = true;     //!< by the route's retry.on
    bool anotherKey = false; //!< the same target is worth a try with another credential
};

//! Why a provider without more money rests so long: only a person or a new period helps.
constexpr milliseconds noMoneyRest = 10min;
constexpr milliseconds unknownLimitRest = 2s;
constexpr milliseconds longestLimitRest = TargetState::longestHint;
constexpr milliseconds longestBackoff = 5s;

Treatment treatment(FailureClass failure, const Config::Route &route)
{
    switch (failure) {
    case FailureClass::WrongCredentials:
        return {.elsewhere = true, .anotherKey = true};
    case FailureClass::NoMoney:
        return {.elsewhere = true, .anotherKey = true};
    case FailureClass::RegionNotAllowed:
        return {.elsewhere = true};
    case FailureClass::RateLimited:
        return {.elsewhere = true,
                .triesAtSame = 3,
                .enabled = route.retryRateLimited,
                .anotherKey = true};
    case FailureClass::Overloaded:
    case FailureClass::ServerError:
        return {.elsewhere = true, .triesAtSame = 3, .enabled = route.retryServerError};
    case FailureClass::ConnectFailed:
    case FailureClass::TlsFailed:
        return {.elsewhere = true, .triesAtSame = 2, .enabled = route.retryConnect};
    case FailureClass::StreamBroken: // before any content: as a lost connection
        return {.elsewhere = true, .triesAtSame = 2, .enabled = route.retryConnect};
    case FailureClass::TimeoutFirstToken:
    case FailureClass::TimeoutIdle:
    case FailureClass::TimeoutTotal:
        return {.elsewhere = true, .enabled = route.retryTimeout};
    case FailureClass::BadRequest:
    case FailureClass::ContextTooLong:
    case FailureClass::ContentRefused:
    case FailureClass::ModelNotFound:
    case FailureClass::TooLarge:
        return {.elsewhere = false, .enabled = false};
    }
    Q_UNREACHABLE();
}

//! Doubled per attempt; a random half keeps callers apart.
milliseconds backoff(milliseconds base, int attempts, Random &random)
{
    const int doublings = std::clamp(attempts - 1, 0, 10);
    const milliseconds full = std::min(base * (1 << doublings), longestBackoff);
    const double spread = 0.5 + 0.5 * random.unit();
    return milliseconds(static_cast<qint64>(double(full.count()) * spread));
}

//! An engine that is starting or reading its model is slow to answer, not ill.
bool isLoading(const Entry &entry, FailureClass failure)
{
    const bool mayBe = failure == FailureClass::ConnectFailed || failure == FailureClass::Overloaded
        || failure == FailureClass::TimeoutFirstToken;
    return mayBe && !(entry.provider->state->engine().isAwake() && entry.state->model().isWarm());
}

} // namespace

Next nextStep(const Config::Route &route, const AfterFailure &after, Random &random)
{
    const Treatment how = treatment(after.failure, route);
    if (after.contentSent || !how.enabled || after.attemptsMade >= route.retry.attempts
        || after.timeLeft <= 0ms)
        return {};
    if (how.anotherKey && after.anotherKey)
        return {NextStep::RetrySame, 0ms};
    if (how.elsewhere && after.moreTargets)
        return {NextStep::TryNextTarget, 0ms};
    if (after.attemptsAtTarget >= how.triesAtSame)
        return {};
    const milliseconds own = backoff(route.retry.backoff, after.attemptsAtTarget, random);
    const milliseconds delay = std::max(after.retryAfter.value_or(0ms), own);
    if (delay > longestWait || delay >= after.timeLeft)
        return {};
    return {NextStep::RetrySame, delay};
}

void recordFailure(const Entry &entry, int keyIndex, FailureClass failure,
                   std::optional<milliseconds> retryAfter, SteadyTime now)
{
    const ProviderEntry &provider = *entry.provider;
    if (Dialects::isCallersMistake(failure)) {
        recordSuccess(entry, now);
        return;
    }
    if (isLoading(entry, failure))
        return;
    provider.state->count(false, now);
    const bool hasKey = keyIndex >= 0 && keyIndex < int(provider.keys.size());
    switch (failure) {
    case FailureClass::WrongCredentials:
        if (hasKey)
            provider.keys[size_t(keyIndex)]->park(now); // the key's fault, not the target's
        else
            entry.state->failed(now);
        return;
    case FailureClass::NoMoney: // the account behind the key is empty
        if (hasKey)
            provider.keys[size_t(keyIndex)]->park(now);
        else
            entry.state->restFor(noMoneyRest, now);
        return;
    case FailureClass::RateLimited: {
        const milliseconds rest = retryAfter.value_or(unknownLimitRest);
        if (hasKey && provider.keys.size() > 1) // limits are counted per account
            provider.keys[size_t(keyIndex)]->park(now, std::min(rest, longestLimitRest));
        else
            entry.state->restFor(rest, now);
        return;
    }
    case FailureClass::Overloaded:
        if (retryAfter)
            entry.state->restFor(*retryAfter, now);
        entry.state->failed(now);
        return;
    default:
        entry.state->failed(now);
    }
}

void recordSuccess(const Entry &entry, SteadyTime now)
{
    entry.state->succeeded(now);
    entry.provider->state->count(true, now);
}

int chooseKey(const ProviderEntry &provider, SteadyTime now, Random &random,
              std::span<const int> tried)
{
    const auto &keys = provider.provider->document.keys;
    const auto usable = [&](int i) {
        return !keys[i].disabled && keys[i].weight > 0 && !provider.keys[size_t(i)]->isParked(now)
            && std::find(tried.begin(), tried.end(), i) == tried.end();
    };
    double total = 0;
    for (int i = 0; i < int(keys.size()); ++i)
        total += usable(i) ? keys[i].weight : 0;
    double left = random.unit() * total;
    int last = -1;
    for (int i = 0; i < int(keys.size()); ++i) {
        if (!usable(i))
            continue;
        last = i;
        left -= keys[i].weight;
        if (left <= 0)
            break;
    }
    return last;
}

bool needsKey(const ProviderEntry &provider)
{
    return !provider.provider->document.keys.isEmpty();
}

} // namespace Gatehouse::Routing
