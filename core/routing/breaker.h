// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/providerpolicy.h"
#include "core/routing/recentoutcomes.h"

#include <QtCore/QByteArrayView>

#include <optional>

namespace Gatehouse::Routing {

//! Whether an attempt may be sent to a target now.
enum class Availability {
    Ready,
    Trial,   //!< its rest is over: one attempt may find out whether it is back
    Resting, //!< resting, or the trial is under way
};

//! What a breaker is shown as. The first that applies.
enum class BreakerState {
    Held,          //!< kept open by an administrator
    Paused,        //!< its provider is paused
    Misconfigured, //!< credentials refused, or the provider does not know the model
    Warming,       //!< a model is being loaded
    Open,
    HalfOpen, //!< the rest is over, one trial finds out
    RateLimited,
    Draining,  //!< weight 0 or no longer in the configuration
    SlowStart, //!< back, with a growing share
    Closed,
};
//! "held", "paused", "misconfigured", "warming", "open", "half_open", "rate_limited", "draining",
//! "slow_start", "closed".
QByteArrayView breakerStateName(BreakerState state);

//! Why a breaker is not closed.
enum class BreakerCause {
    None,
    Failures, //!< too many in a row
    Share,    //!< too many of the recent attempts
    Silence,  //!< no first byte in time, from nobody
    Peers,    //!< far worse than the other targets of its routes
    NoMoney,
};
//! "", "failures", "share", "silence", "peers", "no_money".
QByteArrayView breakerCauseName(BreakerCause cause);

//! A breaker at a moment.
struct BreakerReport {
    BreakerState state = BreakerState::Closed;
    BreakerCause cause = BreakerCause::None;
    std::optional<SteadyTime> since = {};
    std::optional<SteadyTime> until = {}; //!< known end
    int failures = 0;                     //!< in a row
    std::optional<double> share = {}; //!< of failures among the attempts within the window, 0..1
};

//! Decides whether something that fails is still asked: closed, open on failures in a row or on
//! their share, half-open for one trial, closed with a slow start. Besides that it rests when the
//! provider asks for it. All functions are thread-safe and lock-free.
class Breaker
{
public:
    //! \a changes counts every opening and closing; it outlives the breaker.
    explicit Breaker(std::atomic<quint64> *changes = nullptr)
        : m_changes(changes)
    {
    }
    Breaker(const Breaker &) = delete;
    Breaker &operator=(const Breaker &) = delete;

    void setPolicy(const Api::BreakerPolicy &policy);
    void setSlowStart(std::chrono::milliseconds time);

    //! A trial that has not told anything after this is not waited for: another may be made.
    static constexpr std::chrono::seconds trialTime{15};
    //! Callers are no trial for so long after a check that failed: the next check is.
    static constexpr std::chrono::seconds checkTime{15};
    //! No hint of a provider counts for longer.
    static constexpr std::chrono::minutes longestHint{10};

    Availability availability(SteadyTime now) const;
    //! End of the present rest, nothing when not resting.
    std::optional<SteadyTime> restsUntil(SteadyTime now) const;
    int consecutiveFailures() const { return m_failures.load(std::memory_order_relaxed); }
    //! Failures opened it, and no attempt begun since has succeeded.
    bool isOpen() const { return m_step.load(std::memory_order_relaxed) > 0; }
    //! It is open, and an attempt since it was last closed ended without a first byte.
    bool isSilent() const { return isOpen() && m_wasSilent.load(std::memory_order_relaxed); }
    bool isHeld() const { return m_held.load(std::memory_order_relaxed); }
    //! 1 normally; from a recovery on it grows from 0.1 to 1 over the slow start; 0.1 while it is
    //! far slower than its peers.
    double startShare(SteadyTime now) const;
    RecentOutcomes::Counts recent(SteadyTime now) const { return m_window.all(now); }
    BreakerReport report(SteadyTime now) const;

    //! An attempt was answered. An answer to what \a begun before the opening proves nothing about
    //! now: the breaker stays as it is. Without \a begun any answer closes it.
    void succeeded(SteadyTime now, std::optional<SteadyTime> begun = {});
    //! The content of a good answer begins to come to what \a begun after the opening: closes it.
    //! How the answer ends is told by succeeded() or failed(), perhaps minutes later.
    void showedLife(SteadyTime now, SteadyTime begun);
    //! An attempt failed through the target's fault. Late failures, of calls begun before the
    //! opening or arriving within the rest, do not lengthen it.
    void failed(SteadyTime now, std::optional<SteadyTime> begun = {});
    //! No first byte came in time, and nothing at all came since \a begun: counts for several, as
    //! the \a others in flight wait for nothing, too.
    void stayedSilent(SteadyTime now, std::optional<SteadyTime> begun, int others);
    //! Rests until told by the provider (Retry-After), at most longestHint; never shortens a rest.
    void restFor(std::chrono::milliseconds time, SteadyTime now);
    //! The provider limits us: rests for its hint, without one for 2 s, doubled each time in a row
    //! up to a minute.
    void limited(std::optional<std::chrono::milliseconds> hint, SteadyTime now);
    //! The account behind it is empty: rests for \a time, whatever succeeds.
    void ranOutOfMoney(std::chrono::milliseconds time, SteadyTime now);
    //! A model is being loaded: rests, and nothing is held against it.
    void warmFor(std::chrono::milliseconds time, SteadyTime now);
    //! The provider does not know the model. Shown until an attempt succeeds.
    void misconfigured(SteadyTime now);
    //! Worse than its peers: gets nothing for \a time, then a slow start.
    void eject(std::chrono::milliseconds time, SteadyTime now);
    //! Slower than its peers: gets little for \a time.
    void lessen(std::chrono::milliseconds time, SteadyTime now);
    bool isEjected(SteadyTime now) const;

    //! A check from outside the traffic. A success closes an open breaker when it is \a proof (the
    //! model answered) or when checks had failed since the opening; else traffic and check disagree
    //! and a caller's trial decides. A failure of a closed one counts as an attempt's.
    void checked(bool passed, bool proof, SteadyTime now);

    //! Closed at once, all forgotten, without a slow start; not held any more.
    void reset();
    //! Open until release(), whatever happens.
    void hold(SteadyTime now = {});
    void release();

protected:
    //! Of rests in a row; 0 when closed.
    int step() const { return m_step.load(std::memory_order_relaxed); }
    bool claimTrial(SteadyTime now);
    void giveTrialBack() { m_trialUntil.store(0, std::memory_order_relaxed); }

private:
    void count(int failures, BreakerCause cause, SteadyTime now, std::optional<SteadyTime> begun);
    void open(int step, BreakerCause cause, SteadyTime now);
    void close(SteadyTime now);
    void countChange();
    bool isShareExceeded(SteadyTime now) const;
    qint64 endOfRest() const;
    void addOpenTimes(BreakerReport &report, SteadyTime now) const;
    BreakerState stateOf(SteadyTime now) const;

    std::atomic<quint64> *const m_changes;
    // the policy
    std::atomic<int> m_mostFailures{5};
    std::atomic<double> m_mostShare{50};
    std::atomic<int> m_leastRequests{20};
    std::atomic<qint64> m_firstRestUs{10'000'000};
    std::atomic<qint64> m_longestRestUs{15'000'000};
    std::atomic<qint64> m_slowStartUs{10'000'000};
    // the state; times are steady microseconds, 0 = never
    RecentOutcomes m_window;
    std::atomic<int> m_failures{0};
    std::atomic<int> m_step{0}; //!< rests in a row; 0 = closed
    std::atomic<BreakerCause> m_cause{BreakerCause::None};
    std::atomic<bool> m_wasSilent{false};
    std::atomic<qint64> m_openedAt{0};  //!< the last rest began
    std::atomic<qint64> m_firstOpen{0}; //!< the first of the rests in a row began
    std::atomic<qint64> m_restUntil{0};
    std::atomic<qint64> m_trialUntil{0};
    std::atomic<qint64> m_recovered{0}; //!< end of the last opening
    std::atomic<qint64> m_limitedAt{0};
    std::atomic<qint64> m_limitUntil{0}; //!< what the provider asked for
    std::atomic<int> m_limits{0};        //!< in a row, without a hint
    std::atomic<qint64> m_brokeUntil{0}; //!< without money
    std::atomic<qint64> m_warmUntil{0};
    std::atomic<qint64> m_ejectedUntil{0};
    std::atomic<qint64> m_lessUntil{0};
    std::atomic<qint64> m_checkUntil{0}; //!< a check failed: callers wait for the next one
    std::atomic<bool> m_checkFailed{false};
    std::atomic<qint64> m_misconfiguredAt{0};
    std::atomic<bool> m_held{false};
    std::atomic<qint64> m_heldAt{0};
};

} // namespace Gatehouse::Routing
