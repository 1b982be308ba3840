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
constexpr milliseconds noMoneyRest = 1h;
//! A model is asked again this soon after it was said to be loading.
constexpr milliseconds loadingRest = 5s;
constexpr milliseconds unknownLimitRest = 2s;
constexpr milliseconds longestLimitRest = Breaker::longestHint;
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

//! The breaker of the target's key; null when the key has none.
Breaker *keyBreaker(const Entry &entry, int key)
{
    return key >= 0 && size_t(key) < entry.keys.size() ? entry.keys[size_t(key)] : nullptr;
}

//! With all its keys resting the target rests, until the first of them is back.
void restWithKeys(const Entry &entry, SteadyTime now)
{
    const auto &keys = entry.provider->provider->document.keys;
    std::optional<SteadyTime> first;
    for (size_t i = 0; i < entry.keys.size(); ++i) {
        const Api::ProviderKey &key = keys[qsizetype(i)];
        if (key.disabled || key.weight <= 0 || entry.provider->keys[i]->isParked(now))
            continue;
        const auto until = entry.keys[i]->restsUntil(now);
        if (!until)
            return;
        first = std::min(first.value_or(*until), *until);
    }
    if (first)
        entry.state->restFor(std::chrono::ceil<milliseconds>(*first - now), now);
}

//! Limits are counted per account: others may go on with another key.
void recordLimit(const Entry &entry, int key, std::optional<milliseconds> retryAfter,
                 SteadyTime now)
{
    const ProviderEntry &provider = *entry.provider;
    const bool hasOthers = key >= 0 && provider.keys.size() > 1;
    if (!hasOthers) {
        entry.state->limited(retryAfter, now);
    } else if (Breaker *const breaker = keyBreaker(entry, key)) {
        breaker->limited(retryAfter, now);
        restWithKeys(entry, now);
    } else {
        provider.keys[size_t(key)]->park(
            now, std::min(retryAfter.value_or(unknownLimitRest), longestLimitRest),
            ParkReason::Limited);
    }
}

//! What the target itself is to blame for.
void recordFault(const Entry &entry, const Attempted &attempt, FailureClass failure, SteadyTime now)
{
    TargetState &state = *entry.state;
    const bool isSilent = failure == FailureClass::TimeoutFirstToken && attempt.begun
        && state.wasSilentSince(*attempt.begun);
    if (isSilent)
        state.stayedSilent(now, attempt.begun, state.inFlight());
    else
        state.failed(now, attempt.begun);
    if (Breaker *const breaker = keyBreaker(entry, attempt.key); breaker && entry.keys.size() > 1) {
        breaker->failed(now, attempt.begun);
        restWithKeys(entry, now);
    }
}

//! A caller's own short deadline says nothing about the target.
bool isOwnDeadline(const Entry &entry, const Attempted &attempt, FailureClass failure,
                   SteadyTime now)
{
    return failure == FailureClass::TimeoutTotal && attempt.begun
        && now - *attempt.begun < entry.provider->provider->document.timeouts.firstByte;
}

//! Everything but silence: the target is there.
bool isAnswer(FailureClass failure)
{
    switch (failure) {
    case FailureClass::ConnectFailed:
    case FailureClass::TlsFailed:
    case FailureClass::TimeoutFirstToken:
    case FailureClass::TimeoutIdle:
    case FailureClass::TimeoutTotal:
    case FailureClass::StreamBroken:
        return false;
    case FailureClass::WrongCredentials:
    case FailureClass::NoMoney:
    case FailureClass::RateLimited:
    case FailureClass::Overloaded:
    case FailureClass::ServerError:
    case FailureClass::BadRequest:
    case FailureClass::ContextTooLong:
    case FailureClass::ContentRefused:
    case FailureClass::ModelNotFound:
    case FailureClass::TooLarge:
    case FailureClass::RegionNotAllowed:
        return true;
    }
    Q_UNREACHABLE();
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
    if (after.budget && !after.budget->take(after.now))
        return {.overBudget = true};
    return {NextStep::RetrySame, delay};
}

void recordFailure(const Entry &entry, const Attempted &attempt, FailureClass failure,
                   std::optional<milliseconds> retryAfter, SteadyTime now)
{
    const ProviderEntry &provider = *entry.provider;
    if (Dialects::isCallersMistake(failure)) {
        recordSuccess(entry, now, attempt);
        // A direct name is the caller's own invention; a route's target is the administrator's.
        if (failure == FailureClass::ModelNotFound && !entry.route->direct)
            entry.state->misconfigured(now);
        return;
    }
    if (isLoading(entry, failure))
        return;
    provider.state->count(false, now);
    if (isAnswer(failure))
        entry.state->gaveSign(now);
    const bool hasKey = attempt.key >= 0 && attempt.key < int(provider.keys.size());
    switch (failure) {
    case FailureClass::WrongCredentials:
        if (hasKey)
            provider.keys[size_t(attempt.key)]->park(now); // the key's fault, not the target's
        else
            recordFault(entry, attempt, failure, now);
        return;
    case FailureClass::NoMoney: // the account behind the key is empty
        if (hasKey)
            provider.keys[size_t(attempt.key)]->park(now, noMoneyRest, ParkReason::NoMoney);
        else
            entry.state->ranOutOfMoney(noMoneyRest, now);
        return;
    case FailureClass::RateLimited:
        entry.state->countOverload();
        recordLimit(entry, attempt.key, retryAfter, now);
        return;
    case FailureClass::Overloaded:
        if (attempt.isLoading) {
            entry.state->warmFor(std::min(retryAfter.value_or(loadingRest), longestLimitRest), now);
            return;
        }
        entry.state->countOverload();
        if (retryAfter)
            entry.state->restFor(*retryAfter, now);
        recordFault(entry, attempt, failure, now);
        return;
    default:
        if (!isOwnDeadline(entry, attempt, failure, now))
            recordFault(entry, attempt, failure, now);
    }
}

void recordLife(const Entry &entry, SteadyTime now, const Attempted &attempt)
{
    entry.state->showedLife(now, attempt.begun.value_or(now));
    if (Breaker *const breaker = keyBreaker(entry, attempt.key))
        breaker->showedLife(now, attempt.begun.value_or(now));
}

void recordSuccess(const Entry &entry, SteadyTime now, const Attempted &attempt)
{
    entry.state->gaveSign(now);
    entry.state->succeeded(now, attempt.begun);
    if (Breaker *const breaker = keyBreaker(entry, attempt.key); breaker && entry.keys.size() > 1)
        breaker->succeeded(now, attempt.begun); // a single key's is never opened
    entry.provider->state->count(true, now);
}

void recordExhausted(const Entry &entry, int keyIndex, milliseconds wait, SteadyTime now)
{
    recordLimit(entry, keyIndex, wait, now);
}

int chooseKey(const ProviderEntry &provider, SteadyTime now, Random &random,
              std::span<const int> tried, std::span<Breaker *const> breakers)
{
    const auto &keys = provider.provider->document.keys;
    const auto usable = [&](int i) {
        return !keys[i].disabled && keys[i].weight > 0 && !provider.keys[size_t(i)]->isParked(now)
            && std::find(tried.begin(), tried.end(), i) == tried.end();
    };
    const auto ready = [&](int i) {
        return size_t(i) >= breakers.size()
            || breakers[size_t(i)]->availability(now) != Availability::Resting;
    };
    double total = 0;
    double totalReady = 0;
    for (int i = 0; i < int(keys.size()); ++i) {
        const double weight = usable(i) ? keys[i].weight : 0;
        total += weight;
        totalReady += weight > 0 && ready(i) ? weight : 0;
    }
    const bool onlyReady = totalReady > 0;
    double left = random.unit() * (onlyReady ? totalReady : total);
    int last = -1;
    for (int i = 0; i < int(keys.size()); ++i) {
        if (!usable(i) || (onlyReady && !ready(i)))
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
