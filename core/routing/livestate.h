// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/snapshot.h"
#include "core/routing/canarybook.h"
#include "core/routing/driftbook.h"
#include "core/routing/hedgebudget.h"
#include "core/routing/routestate.h"
#include "core/routing/waitingroom.h"

#include <QtCore/QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Routing {

//! Whether an attempt may be sent to a target now.
enum class Availability {
    Ready,
    Trial,   //!< its rest is over: one attempt may find out whether it is back
    Resting, //!< resting, or the trial is under way
};

//! What a breaker does, for screens.
enum class BreakerState {
    Closed,
    HalfOpen, //!< its rest is over: the next attempt decides
    Open,
    Held, //!< open until a person releases it
};

//! "closed", "half_open", "open", "held".
QByteArrayView breakerName(BreakerState state);

//! Successes and failures of the last five minutes in ten buckets of 30 s. Lock-free; counts may be
//! off by a few when a bucket turns over under load.
class RecentOutcomes
{
public:
    struct Counts {
        int successes = 0;
        int failures = 0;
        int attempts() const { return successes + failures; }
        bool operator==(const Counts &) const = default;
    };

    void count(bool success, SteadyTime now);
    Counts within5Minutes(SteadyTime now) const { return within(now, 10); }
    //! Of the latest \a buckets of 30 s, the present one included.
    Counts within(SteadyTime now, int buckets) const;

private:
    //! Packed: 24 bits bucket number, 20 bits successes, 20 bits failures.
    std::array<std::atomic<quint64>, 10> m_buckets{};
};

//! Live state of one (provider, model). All functions are thread-safe and lock-free.
class TargetState
{
public:
    //! \a openings counts whenever the breaker opens or closes; it outlives the state.
    explicit TargetState(std::atomic<quint64> *openings = nullptr)
        : m_openings(openings)
    {
    }

    static constexpr int failuresUntilRest = 5;
    static constexpr std::chrono::seconds firstRest{10};
    static constexpr std::chrono::seconds longestRest{60};
    //! A trial that never reports is given up after this.
    static constexpr std::chrono::seconds trialTime{120};

    int inFlight() const { return m_inFlight.load(std::memory_order_relaxed); }
    Availability availability(SteadyTime now) const;
    //! End of the present rest, nothing when not resting.
    std::optional<SteadyTime> restsUntil(SteadyTime now) const;
    int consecutiveFailures() const { return m_failures.load(std::memory_order_relaxed); }
    //! Too many attempts failed in a row, and none has succeeded since.
    bool isOpen() const { return m_step.load(std::memory_order_relaxed) > 0; }

    //! What an engine says of itself.
    struct EngineLoad {
        int running = 0;
        int waiting = 0;
    };
    //! Older reports of an engine count for nothing.
    static constexpr std::chrono::seconds loadIsFresh{3};
    void reportLoad(EngineLoad load, SteadyTime now);
    //! The larger of our own count and the engine's running and waiting.
    int load(SteadyTime now) const;

    //! Decayed mean of the time to the first token in microseconds, 0 while unknown.
    qint64 firstTokenUs() const { return m_firstToken.load(std::memory_order_relaxed); }
    void sawFirstToken(std::chrono::microseconds time);

    //! How many requests it takes at a time as far as is known, declared or learned; 0: unknown.
    int capacity() const { return m_capacity.load(std::memory_order_relaxed); }
    void setCapacity(int capacity) { m_capacity.store(capacity, std::memory_order_relaxed); }

    //! 1 normally; after a recovery it grows from 0.1 to 1 over the slow start.
    double startShare(SteadyTime now) const;
    void setSlowStart(std::chrono::milliseconds time);

    //! An attempt was answered: failures are forgotten, a rest ends.
    void succeeded(SteadyTime now);
    //! An attempt failed through the target's fault. The fifth failure in a row starts a rest of
    //! 10 s; a failed trial doubles it, up to 60 s.
    void failed(SteadyTime now);
    //! Rests until told by the provider (Retry-After), at most longestHint; never shortens a rest.
    void restFor(std::chrono::milliseconds time, SteadyTime now);
    static constexpr std::chrono::minutes longestHint{10};

    //! What a person does to the breaker: forgets failures and rests, or passes the target over
    //! until release().
    void reset();
    void hold();
    void release();
    bool isHeld() const { return m_held.load(std::memory_order_relaxed); }
    BreakerState breaker(SteadyTime now) const;

private:
    friend class Slot;
    bool claimTrial(SteadyTime now);
    void countOpening();

    std::atomic<quint64> *const m_openings;
    std::atomic<int> m_inFlight{0};
    std::atomic<int> m_failures{0};
    std::atomic<int> m_step{0};         //!< rests in a row; 0 = closed
    std::atomic<qint64> m_restUntil{0}; //!< steady microseconds
    std::atomic<qint64> m_trialUntil{0};
    std::atomic<qint64> m_recovered{0}; //!< steady microseconds of the end of the last opening
    std::atomic<qint64> m_slowStartUs{10'000'000};
    std::atomic<qint64> m_firstToken{0};
    std::atomic<int> m_capacity{0};
    std::atomic<int> m_engineLoad{0};
    std::atomic<qint64> m_engineLoadAt{0};
    std::atomic<bool> m_held{false};
};

//! Live state of one credential of a provider.
class KeyState
{
public:
    //! A refused credential is tried again after this; an edited one at once.
    static constexpr std::chrono::minutes parkTime{5};

    explicit KeyState(QByteArray id)
        : m_id(std::move(id))
    {
    }
    const QByteArray &id() const { return m_id; }
    bool isParked(SteadyTime now) const;
    void park(SteadyTime now, std::chrono::milliseconds time = parkTime);
    void unpark() { m_parkedUntil.store(0, std::memory_order_relaxed); }

private:
    QByteArray m_id;
    std::atomic<qint64> m_parkedUntil{0};
};

enum class Health { NotTested, Healthy, Degraded, Down, Paused };

//! "not_tested", "healthy", "degraded", "down", "paused".
QByteArrayView healthName(Health health);

//! Health of a provider as its traffic tells it.
struct HealthReport {
    Health health = Health::NotTested;
    SteadyTime since{};            //!< when this health was first seen
    RecentOutcomes::Counts recent; //!< last five minutes
    std::optional<SteadyTime> lastSuccess;
    int inFlight = 0;
    QString source; //!< "from traffic, 240 attempts in 5 min", "no traffic yet"

    //! Share of successes, nothing without attempts.
    std::optional<double> successShare() const;
};

//! Live state of one provider. Thread-safe.
class ProviderState
{
public:
    int inFlight() const { return m_inFlight.load(std::memory_order_relaxed); }
    bool isPaused() const { return m_paused.load(std::memory_order_relaxed); }
    //! Until further notice and apart from the configuration's own "paused".
    void setPaused(bool paused) { m_paused.store(paused, std::memory_order_relaxed); }

    //! Those who wait for a place.
    WaitingRoom &room() { return m_room; }

    //! Counts an attempt for the health display.
    void count(bool success, SteadyTime now);

    //! The state of key \a id, made when new. A changed \a secret reference unparks it. Takes a
    //! lock: for building tables, not for requests. The address stays valid.
    KeyState &key(const QByteArray &id, const QString &secret = {});
    void unparkAll();

    //! See LiveState::health(). \a paused: the configuration says so.
    HealthReport health(bool paused, SteadyTime now);

private:
    friend class Slot;

    std::atomic<int> m_inFlight{0};
    std::atomic<bool> m_paused{false};
    WaitingRoom m_room;
    RecentOutcomes m_recent;
    std::atomic<qint64> m_lastSuccess{-1}; //!< steady microseconds
    std::atomic<qint64> m_lastAttempt{-1};
    mutable std::mutex m_mutex; //!< guards what follows
    struct KeyRow {
        QString secret;
        std::unique_ptr<KeyState> state;
    };
    std::vector<KeyRow> m_keys;
    Health m_lastKnown = Health::NotTested; //!< by traffic
    Health m_shown = Health::NotTested;
    std::optional<SteadyTime> m_shownSince;
};

//! Everything that must survive a publication of the configuration: state by id, made on first use,
//! never removed (addresses stay valid). One for the whole engine, shared by all workers.
class LiveState
{
public:
    //! Distinct models per provider that get a state of their own; any further ones (a client may
    //! make names up where a provider lists none) share one.
    static constexpr int maxTargetsPerProvider = 2000;

    LiveState();
    ~LiveState();

    //! All take a lock; \a target about 60 ns. Routing tables keep the references.
    ProviderState &provider(QByteArrayView id);
    TargetState &target(QByteArrayView provider, QByteArrayView model);
    RouteState &route(QByteArrayView id);
    HedgeBudget &hedging(QByteArrayView route);
    CanaryBook &canaries() { return m_canaries; }
    DriftBook &drifts() { return m_drifts; }

    //! Down: of at least 5 recent attempts less than half succeeded, and none of the last 30 s.
    //! Degraded: less than 95 % of at least 10, or none of fewer. Without recent attempts the last
    //! known health stays; without any ever, NotTested. since is when a call of this function first
    //! saw the health: it is asked for every second while a screen or the status endpoint is open.
    HealthReport health(const Config::Provider &provider, SteadyTime now);

    //! A target whose breaker is open.
    struct OpenTarget {
        QByteArray provider;
        QByteArray model;

        bool operator==(const OpenTarget &) const = default;
        bool operator<(const OpenTarget &other) const
        {
            return std::tie(provider, model) < std::tie(other.provider, other.model);
        }
    };
    //! Another number whenever a breaker has opened or closed. Lock-free.
    quint64 openings() const { return m_openings.load(std::memory_order_relaxed); }
    //! Takes a lock and looks at every target: only for when openings() is another.
    std::vector<OpenTarget> openTargets() const;

    //! A target whose breaker is not closed.
    struct Breaker {
        QByteArray provider;
        QByteArray model;
        BreakerState state = BreakerState::Open;

        bool operator==(const Breaker &) const = default;
    };
    //! By provider and model. Takes a lock and looks at every target.
    std::vector<Breaker> breakers(SteadyTime now) const;

private:
    struct Row;
    Row &row(QByteArrayView provider);

    std::atomic<quint64> m_openings{0};
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::unique_ptr<Row>> m_rows;
    std::unordered_map<std::string, std::unique_ptr<RouteState>> m_routes;
    std::unordered_map<std::string, HedgeBudget> m_hedging; //!< by route
    CanaryBook m_canaries;
    DriftBook m_drifts;
};

//! A place at a target, held from the attempt's start to its last byte. Releasing is automatic and
//! gives it to whoever waits for it.
class Slot
{
public:
    //! Nothing when the provider already has \a maxInFlight attempts running (0 = no limit), the
    //! target its capacity, or others wait for a place of this provider. When the target's rest is
    //! over this becomes its trial. Lock-free.
    static std::optional<Slot> take(TargetState &target, ProviderState &provider, int maxInFlight,
                                    SteadyTime now);
    //! The same for one whose turn it is, called by the provider's waiting room: fills \a slot.
    static Waiter::Take takeInTurn(std::optional<Slot> &slot, TargetState &target,
                                   ProviderState &provider, int maxInFlight, SteadyTime now);
    Slot(Slot &&other) noexcept;
    Slot &operator=(Slot &&other) noexcept;
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;
    ~Slot() { release(); }

    //! Gives the place back early; harmless twice.
    void release();

private:
    Slot(TargetState *target, ProviderState *provider, bool trial);
    static bool claim(std::atomic<int> &inFlight, int most);

    TargetState *m_target = nullptr;
    ProviderState *m_provider = nullptr;
    bool m_trial = false;
};

} // namespace Gatehouse::Routing
