// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/breaker.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr microseconds unknownLimitRest = 2s;
constexpr microseconds longestUnknownLimit = 60s;
//! A held breaker has no end; planning wants one.
constexpr microseconds heldTime = 1h;

qint64 toUs(SteadyTime time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch()).count();
}

SteadyTime fromUs(qint64 us)
{
    return SteadyTime(microseconds(us));
}

std::optional<SteadyTime> known(qint64 us)
{
    return us > 0 ? std::optional(fromUs(us)) : std::nullopt;
}

//! Raises \a value to \a to, never lowers it.
void raise(std::atomic<qint64> &value, qint64 to)
{
    qint64 seen = value.load(relaxed);
    while (seen < to && !value.compare_exchange_weak(seen, to, relaxed)) { }
}

} // namespace

QByteArrayView breakerStateName(BreakerState state)
{
    switch (state) {
    case BreakerState::Held:
        return "held";
    case BreakerState::Paused:
        return "paused";
    case BreakerState::Misconfigured:
        return "misconfigured";
    case BreakerState::Warming:
        return "warming";
    case BreakerState::Open:
        return "open";
    case BreakerState::HalfOpen:
        return "half_open";
    case BreakerState::RateLimited:
        return "rate_limited";
    case BreakerState::Draining:
        return "draining";
    case BreakerState::SlowStart:
        return "slow_start";
    case BreakerState::Closed:
        return "closed";
    }
    Q_UNREACHABLE();
}

QByteArrayView breakerCauseName(BreakerCause cause)
{
    switch (cause) {
    case BreakerCause::None:
        return "";
    case BreakerCause::Failures:
        return "failures";
    case BreakerCause::Share:
        return "share";
    case BreakerCause::Silence:
        return "silence";
    case BreakerCause::Peers:
        return "peers";
    case BreakerCause::NoMoney:
        return "no_money";
    }
    Q_UNREACHABLE();
}

void Breaker::setPolicy(const Api::BreakerPolicy &policy)
{
    m_mostFailures.store(std::max(policy.failures, 1), relaxed);
    m_mostShare.store(policy.failureShare, relaxed);
    m_leastRequests.store(std::max(policy.leastRequests, 1), relaxed);
    m_firstRestUs.store(microseconds(policy.rest).count(), relaxed);
    m_longestRestUs.store(microseconds(policy.longestRest).count(), relaxed);
    m_window.setWindow(policy.window);
    setSlowStart(policy.slowStart);
}

void Breaker::setSlowStart(std::chrono::milliseconds time)
{
    m_slowStartUs.store(microseconds(time).count(), relaxed);
}

//! The latest of everything it rests for; a trial under way is not among it.
qint64 Breaker::endOfRest() const
{
    return std::max({m_restUntil.load(relaxed), m_limitUntil.load(relaxed),
                     m_brokeUntil.load(relaxed), m_warmUntil.load(relaxed),
                     m_ejectedUntil.load(relaxed)});
}

Availability Breaker::availability(SteadyTime now) const
{
    const qint64 us = toUs(now);
    if (isHeld() || endOfRest() > us)
        return Availability::Resting;
    if (!isOpen())
        return Availability::Ready;
    const bool isTried = m_trialUntil.load(relaxed) > us || m_checkUntil.load(relaxed) > us;
    return isTried ? Availability::Resting : Availability::Trial;
}

std::optional<SteadyTime> Breaker::restsUntil(SteadyTime now) const
{
    if (availability(now) != Availability::Resting)
        return {};
    if (isHeld())
        return now + heldTime;
    const qint64 tried = std::max(m_trialUntil.load(relaxed), m_checkUntil.load(relaxed));
    return fromUs(std::max(endOfRest(), isOpen() ? tried : 0));
}

double Breaker::startShare(SteadyTime now) const
{
    constexpr double least = 0.1;
    const qint64 us = toUs(now);
    if (m_lessUntil.load(relaxed) > us)
        return least;
    const qint64 recovered = std::max(m_recovered.load(relaxed), m_ejectedUntil.load(relaxed));
    const qint64 ramp = m_slowStartUs.load(relaxed);
    const qint64 age = us - recovered;
    if (recovered == 0 || age >= ramp)
        return 1;
    return least + (1 - least) * double(std::max<qint64>(age, 0)) / double(ramp);
}

void Breaker::succeeded(SteadyTime now, std::optional<SteadyTime> begun)
{
    m_window.count(true, now);
    // Only what is not so already is written: all workers share these.
    if (m_failures.load(relaxed) != 0)
        m_failures.store(0, relaxed);
    if (m_limits.load(relaxed) != 0)
        m_limits.store(0, relaxed);
    if (m_misconfiguredAt.load(relaxed) != 0 && m_misconfiguredAt.exchange(0, relaxed) != 0)
        countChange();
    if (!isOpen() || (begun && toUs(*begun) < m_openedAt.load(relaxed)))
        return;
    close(now);
}

void Breaker::showedLife(SteadyTime now, SteadyTime begun)
{
    if (isOpen() && toUs(begun) >= m_openedAt.load(relaxed))
        close(now);
}

void Breaker::failed(SteadyTime now, std::optional<SteadyTime> begun)
{
    count(1, BreakerCause::Failures, now, begun);
}

void Breaker::stayedSilent(SteadyTime now, std::optional<SteadyTime> begun, int others)
{
    const int most = m_mostFailures.load(relaxed);
    const int counted = std::min((most + 1) / 2 + std::max(others, 0), most);
    m_wasSilent.store(true, relaxed);
    count(counted, BreakerCause::Silence, now, begun);
}

void Breaker::count(int failures, BreakerCause cause, SteadyTime now,
                    std::optional<SteadyTime> begun)
{
    m_window.count(false, now);
    const int inARow = m_failures.fetch_add(failures, relaxed) + failures;
    const int step = m_step.load(relaxed);
    if (step > 0) {
        const bool isLate = begun && toUs(*begun) < m_openedAt.load(relaxed);
        if (!isLate && m_restUntil.load(relaxed) <= toUs(now))
            open(step, cause, now);
    } else if (inARow >= m_mostFailures.load(relaxed)) {
        open(step, cause, now);
    } else if (isShareExceeded(now)) {
        open(step, BreakerCause::Share, now);
    }
}

bool Breaker::isShareExceeded(SteadyTime now) const
{
    const RecentOutcomes::Counts counts = m_window.all(now);
    return counts.attempts() >= m_leastRequests.load(relaxed)
        && counts.failures * 100.0 >= m_mostShare.load(relaxed) * counts.attempts();
}

//! Of several that want the same step, one does it.
void Breaker::open(int step, BreakerCause cause, SteadyTime now)
{
    if (!m_step.compare_exchange_strong(step, step + 1, relaxed))
        return;
    const qint64 longest = m_longestRestUs.load(relaxed);
    const qint64 rest = std::min(m_firstRestUs.load(relaxed) << std::min(step, 12), longest);
    m_openedAt.store(toUs(now), relaxed);
    raise(m_restUntil, toUs(now) + rest);
    m_trialUntil.store(0, relaxed);
    if (step > 0)
        return;
    m_cause.store(cause, relaxed);
    m_firstOpen.store(toUs(now), relaxed);
    m_checkFailed.store(false, relaxed);
    countChange();
}

void Breaker::close(SteadyTime now)
{
    if (m_step.exchange(0, relaxed) == 0)
        return;
    m_recovered.store(toUs(now), relaxed);
    m_trialUntil.store(0, relaxed);
    m_restUntil.store(0, relaxed);
    m_checkUntil.store(0, relaxed);
    m_wasSilent.store(false, relaxed);
    m_failures.store(0, relaxed);
    m_window.clear(); // else the next failure would find the old share
    countChange();
}

void Breaker::countChange()
{
    if (m_changes)
        m_changes->fetch_add(1, relaxed);
}

void Breaker::restFor(std::chrono::milliseconds time, SteadyTime now)
{
    if (m_limitUntil.load(relaxed) <= toUs(now)) {
        m_limitedAt.store(toUs(now), relaxed);
        countChange();
    }
    raise(m_limitUntil, toUs(now + std::min<microseconds>(time, longestHint)));
}

void Breaker::limited(std::optional<std::chrono::milliseconds> hint, SteadyTime now)
{
    if (hint) {
        restFor(*hint, now);
        return;
    }
    if (m_limitUntil.load(relaxed) > toUs(now))
        return; // said before
    const int before = std::min(m_limits.fetch_add(1, relaxed), 8);
    const auto rest = std::min<microseconds>(unknownLimitRest * (1 << before), longestUnknownLimit);
    restFor(std::chrono::duration_cast<std::chrono::milliseconds>(rest), now);
}

void Breaker::ranOutOfMoney(std::chrono::milliseconds time, SteadyTime now)
{
    raise(m_brokeUntil, toUs(now + time));
    m_limitedAt.store(toUs(now), relaxed);
    countChange();
}

void Breaker::warmFor(std::chrono::milliseconds time, SteadyTime now)
{
    if (m_warmUntil.load(relaxed) <= toUs(now))
        countChange();
    raise(m_warmUntil, toUs(now + time));
}

void Breaker::misconfigured(SteadyTime now)
{
    qint64 never = 0;
    if (m_misconfiguredAt.compare_exchange_strong(never, toUs(now), relaxed))
        countChange();
}

void Breaker::eject(std::chrono::milliseconds time, SteadyTime now)
{
    raise(m_ejectedUntil, toUs(now + time));
    m_window.clear(); // judged anew when it is back
    countChange();
}

void Breaker::lessen(std::chrono::milliseconds time, SteadyTime now)
{
    raise(m_lessUntil, toUs(now + time));
    countChange();
}

bool Breaker::isEjected(SteadyTime now) const
{
    return std::max(m_ejectedUntil.load(relaxed), m_lessUntil.load(relaxed)) > toUs(now);
}

void Breaker::checked(bool passed, bool proof, SteadyTime now)
{
    if (!passed) {
        m_checkFailed.store(true, relaxed);
        failed(now);
        if (isOpen())
            raise(m_checkUntil, toUs(now + checkTime));
        return;
    }
    const bool agreedBefore = m_checkFailed.exchange(false, relaxed);
    m_checkUntil.store(0, relaxed);
    if (!isOpen())
        m_failures.store(0, relaxed);
    else if (proof || agreedBefore)
        close(now);
}

void Breaker::reset()
{
    m_held.store(false, relaxed);
    for (std::atomic<qint64> *time :
         {&m_openedAt, &m_firstOpen, &m_restUntil, &m_trialUntil, &m_recovered, &m_limitUntil,
          &m_brokeUntil, &m_warmUntil, &m_ejectedUntil, &m_lessUntil, &m_checkUntil,
          &m_misconfiguredAt})
        time->store(0, relaxed);
    m_step.store(0, relaxed);
    m_wasSilent.store(false, relaxed);
    m_failures.store(0, relaxed);
    m_limits.store(0, relaxed);
    m_window.clear();
    countChange();
}

void Breaker::hold(SteadyTime now)
{
    m_heldAt.store(toUs(now), relaxed);
    if (!m_held.exchange(true, relaxed))
        countChange();
}

void Breaker::release()
{
    if (m_held.exchange(false, relaxed))
        countChange();
}

bool Breaker::claimTrial(SteadyTime now)
{
    if (availability(now) != Availability::Trial)
        return false;
    qint64 seen = m_trialUntil.load(relaxed);
    return seen <= toUs(now)
        && m_trialUntil.compare_exchange_strong(seen, toUs(now + trialTime), relaxed);
}

BreakerState Breaker::stateOf(SteadyTime now) const
{
    const qint64 us = toUs(now);
    if (isHeld())
        return BreakerState::Held;
    if (m_misconfiguredAt.load(relaxed) > 0)
        return BreakerState::Misconfigured;
    if (m_warmUntil.load(relaxed) > us)
        return BreakerState::Warming;
    if (m_ejectedUntil.load(relaxed) > us || m_brokeUntil.load(relaxed) > us)
        return BreakerState::Open;
    if (isOpen())
        return std::max(m_restUntil.load(relaxed), m_checkUntil.load(relaxed)) > us
            ? BreakerState::Open
            : BreakerState::HalfOpen;
    if (m_limitUntil.load(relaxed) > us)
        return BreakerState::RateLimited;
    return startShare(now) < 1 ? BreakerState::SlowStart : BreakerState::Closed;
}

void Breaker::addOpenTimes(BreakerReport &report, SteadyTime now) const
{
    const qint64 us = toUs(now);
    if (m_brokeUntil.load(relaxed) > us) {
        report.cause = BreakerCause::NoMoney;
        report.since = known(m_limitedAt.load(relaxed));
        report.until = known(m_brokeUntil.load(relaxed));
    } else if (isOpen()) {
        report.cause = m_cause.load(relaxed);
        report.since = known(m_firstOpen.load(relaxed));
        report.until = report.state == BreakerState::Open ? restsUntil(now) : std::nullopt;
    } else {
        report.cause = BreakerCause::Peers;
        report.until = known(m_ejectedUntil.load(relaxed));
    }
}

BreakerReport Breaker::report(SteadyTime now) const
{
    BreakerReport report{.state = stateOf(now), .failures = consecutiveFailures()};
    if (const RecentOutcomes::Counts counts = recent(now); counts.attempts() > 0)
        report.share = double(counts.failures) / counts.attempts();
    const qint64 ramp = m_slowStartUs.load(relaxed);
    const qint64 recovered = std::max(m_recovered.load(relaxed), m_ejectedUntil.load(relaxed));
    switch (report.state) {
    case BreakerState::Held:
        report.since = known(m_heldAt.load(relaxed));
        break;
    case BreakerState::Misconfigured:
        report.since = known(m_misconfiguredAt.load(relaxed));
        break;
    case BreakerState::Warming:
        report.until = known(m_warmUntil.load(relaxed));
        break;
    case BreakerState::Open:
    case BreakerState::HalfOpen:
        addOpenTimes(report, now);
        break;
    case BreakerState::RateLimited:
        report.since = known(m_limitedAt.load(relaxed));
        report.until = known(m_limitUntil.load(relaxed));
        break;
    case BreakerState::SlowStart:
        if (m_lessUntil.load(relaxed) > toUs(now)) {
            report.cause = BreakerCause::Peers;
            report.until = known(m_lessUntil.load(relaxed));
        } else {
            report.since = known(recovered);
            report.until = known(recovered + ramp);
        }
        break;
    case BreakerState::Closed:
        report.since = recovered > 0 ? known(recovered + ramp) : std::nullopt;
        break;
    case BreakerState::Paused:
    case BreakerState::Draining:
        break; // not a breaker's own
    }
    return report;
}

} // namespace Gatehouse::Routing
