// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/snapshot.h"
#include "core/routing/breaker.h"
#include "core/routing/canarybook.h"
#include "core/routing/driftbook.h"
#include "core/routing/enginestate.h"
#include "core/routing/headroom.h"
#include "core/routing/hedgebudget.h"
#include "core/routing/retrybudget.h"
#include "core/routing/routestate.h"
#include "core/routing/shadowbook.h"
#include "core/routing/waitingroom.h"

#include <QtCore/QByteArray>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Routing {

//! Where a target's capacity is known from.
enum class CapacitySource { Unknown, Declared, Learned };
//! "", "declared", "learned".
QByteArrayView capacitySourceName(CapacitySource source);

//! Live state of one (provider, model): its breaker, its load and how much it takes, and a breaker
//! of its own for each credential. Lock-free but for key(). All functions are thread-safe.
class TargetState : public Breaker
{
public:
    explicit TargetState(std::atomic<quint64> *changes = nullptr)
        : Breaker(changes)
        , m_changes(changes)
    {
    }

    // What holds until the provider's own policy is set.
    static constexpr int failuresUntilRest = 5;
    static constexpr std::chrono::seconds firstRest{10};
    static constexpr std::chrono::seconds longestRest{15};

    //! Of this target and its keys.
    void setPolicy(const Api::BreakerPolicy &policy);
    //! The breaker of this target's calls with key \a id, made when new. Takes a lock: for building
    //! tables and screens, not for requests. The address stays valid.
    Breaker &key(const QByteArray &id);
    struct KeyBreaker {
        QByteArray id;
        const Breaker *breaker = nullptr;
    };
    std::vector<KeyBreaker> keys() const;
    //! Target and keys: closed at once, all forgotten.
    void reset();

    int inFlight() const { return m_inFlight.load(std::memory_order_relaxed); }

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

    //! A good answer began to come after \a time. One that comes whole begins when it is done.
    void sawAnswer(std::chrono::microseconds time, bool streamed);
    //! How long a trial waits for the first byte of such an answer when attempts had ended in
    //! silence: four times what it usually takes (never seen: 2 s), at least 1 s, and after trials
    //! that told nothing by turns twice, four times and once that. Nothing for any other target.
    std::optional<std::chrono::milliseconds> trialPatience(bool streamed) const;

    //! Something came from the target: it is not silent.
    void gaveSign(SteadyTime now);
    bool wasSilentSince(SteadyTime time) const;

    //! Whether its engine has the model in memory.
    ModelWarmth &model() { return m_model; }
    const ModelWarmth &model() const { return m_model; }

    //! How many requests it takes at a time as far as is known, declared or learned; 0: unknown.
    int capacity() const { return m_capacity.load(std::memory_order_relaxed); }
    CapacitySource capacitySource() const
    {
        return m_capacitySource.load(std::memory_order_relaxed);
    }
    void setCapacity(int capacity, CapacitySource source = CapacitySource::Declared);

    //! The target said that it had too much to do (429, 503).
    void countOverload() { m_overloads.fetch_add(1, std::memory_order_relaxed); }
    quint64 overloads() const { return m_overloads.load(std::memory_order_relaxed); }
    //! Most in flight at a time since the last call.
    int takePeak();

private:
    friend class Slot;
    //! One more is in flight.
    void notePeak();

    std::atomic<quint64> *const m_changes;
    std::atomic<int> m_inFlight{0};
    std::atomic<int> m_peak{0};
    std::atomic<quint64> m_overloads{0};
    std::atomic<qint64> m_firstToken{0};
    std::atomic<qint64> m_answer{0};         //!< as m_firstToken, of answers that come whole
    std::atomic<qint64> m_streamedAnswer{0}; //!< and of streams
    std::atomic<qint64> m_lastSign{0};       //!< steady microseconds
    std::atomic<int> m_capacity{0};
    std::atomic<CapacitySource> m_capacitySource{CapacitySource::Unknown};
    std::atomic<int> m_engineLoad{0};
    std::atomic<qint64> m_engineLoadAt{0};
    ModelWarmth m_model;
    mutable std::mutex m_mutex; //!< guards the list, not the breakers
    Api::BreakerPolicy m_policy;
    std::vector<std::pair<QByteArray, std::unique_ptr<Breaker>>> m_keys;
};

//! Why a credential is not used.
enum class ParkReason {
    Refused, //!< the provider does not accept it
    NoMoney, //!< the account behind it is empty
    Limited, //!< its rate limit is used up
};

//! Live state of one credential of a provider.
class KeyState
{
public:
    //! A refused credential is tried again after this; an edited one at once.
    static constexpr std::chrono::minutes parkTime{5};

    explicit KeyState(QByteArray id, std::atomic<quint64> *changes = nullptr)
        : m_id(std::move(id))
        , m_changes(changes)
    {
    }
    const QByteArray &id() const { return m_id; }
    bool isParked(SteadyTime now) const;
    void park(SteadyTime now, std::chrono::milliseconds time = parkTime,
              ParkReason reason = ParkReason::Refused);
    void unpark();
    //! Of a parked one: misconfigured, open (no money) or rate limited.
    BreakerReport report(SteadyTime now) const;
    //! A request goes out with it.
    void use(SteadyTime now);
    //! Nothing: not since the gateway started.
    std::optional<SteadyTime> lastUse() const;
    //! What its provider last said is left of its allowances.
    Headroom &headroom() { return m_headroom; }
    const Headroom &headroom() const { return m_headroom; }

private:
    QByteArray m_id;
    std::atomic<quint64> *const m_changes;
    std::atomic<ParkReason> m_reason{ParkReason::Refused};
    std::atomic<qint64> m_parkedAt{0};
    std::atomic<qint64> m_parkedUntil{0};
    std::atomic<qint64> m_usedAt{-1}; //!< steady microseconds
    Headroom m_headroom;
};

enum class Health { NotTested, Healthy, Degraded, Down, Paused };

//! "not_tested", "healthy", "degraded", "down", "paused".
QByteArrayView healthName(Health health);

//! What asking a provider without a caller told.
struct HealthCheck {
    SteadyTime time{};
    bool passed = false;
    bool asksModel = false; //!< a model answered; else only the provider
    int milliseconds = 0;
    QString detail; //!< of a failure, redacted
};

//! Health of a provider as its traffic tells it and, where there is none, checks.
struct HealthReport {
    Health health = Health::NotTested;
    SteadyTime since{};            //!< when this health was first seen
    RecentOutcomes::Counts recent; //!< last five minutes
    std::optional<SteadyTime> lastSuccess;
    int inFlight = 0;
    //! "from traffic, 240 attempts in 5 min", "from check, 40 s ago", "no traffic yet".
    QString source;
    bool isFromCheck = false;
    std::optional<HealthCheck> check; //!< the latest
    bool disagrees = false;           //!< recent traffic and a recent check tell opposite things

    //! Share of successes, nothing without attempts.
    std::optional<double> successShare() const;
};

//! Live state of one provider. Thread-safe.
class ProviderState
{
public:
    //! \a changes counts whenever a key is parked; it outlives the state.
    explicit ProviderState(std::atomic<quint64> *changes = nullptr)
        : m_changes(changes)
    {
    }

    int inFlight() const { return m_inFlight.load(std::memory_order_relaxed); }
    bool isPaused() const { return m_paused.load(std::memory_order_relaxed); }
    //! Until further notice and apart from the configuration's own "paused".
    void setPaused(bool paused) { m_paused.store(paused, std::memory_order_relaxed); }

    //! Whether its engine runs.
    EngineState &engine() { return m_engine; }
    const EngineState &engine() const { return m_engine; }
    //! When an attempt ended last, nothing before the first.
    std::optional<SteadyTime> lastAttempt() const;

    //! Those who wait for a place.
    WaitingRoom &room() { return m_room; }

    //! Counts an attempt for the health display.
    void count(bool success, SteadyTime now);
    //! So many results of checks are kept.
    static constexpr size_t mostChecks = 60;
    //! Takes the result of a check for the health display.
    void note(const HealthCheck &check);
    //! The latest ones, oldest first. Takes a lock: for screens.
    std::vector<HealthCheck> checks() const;
    RetryBudget &retryBudget() { return m_retryBudget; }

    //! The state of key \a id, made when new. A changed \a secret reference unparks it. Takes a
    //! lock: for building tables, not for requests. The address stays valid.
    KeyState &key(const QByteArray &id, const QString &secret = {});
    void unparkAll();
    //! What is known of the keys' allowances. Takes a lock: for screens.
    struct KeyHeadroom {
        QByteArray key;
        Headroom::Reading reading;
    };
    std::vector<KeyHeadroom> headroom(SteadyTime now) const;
    //! Of the parked keys.
    std::vector<std::pair<QByteArray, BreakerReport>> parkedKeys(SteadyTime now) const;

    //! See LiveState::health(). \a paused: the configuration says so.
    HealthReport health(bool paused, SteadyTime now);

private:
    friend class Slot;

    Health judged(HealthReport &report, SteadyTime now);

    std::atomic<quint64> *const m_changes;
    std::atomic<int> m_inFlight{0};
    std::atomic<bool> m_paused{false};
    EngineState m_engine;
    WaitingRoom m_room;
    RetryBudget m_retryBudget;
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
    std::optional<HealthCheck> m_check;
    std::vector<HealthCheck> m_checks;
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
    ShadowBook &shadows() { return m_shadows; }
    DriftBook &drifts() { return m_drifts; }

    //! Down: of at least 5 recent attempts less than half succeeded, and none of the last 30 s.
    //! Degraded: less than 95 % of at least 10, or none of fewer. Without recent attempts the last
    //! known health stays; without any ever, NotTested. since is when a call of this function first
    //! saw the health: it is asked for every second while a screen or the status endpoint is open.
    HealthReport health(const Config::Provider &provider, SteadyTime now);

    //! A breaker of a target, of a target's key, or (without a model) of a provider's key.
    struct BreakerRow {
        QByteArray provider;
        QByteArray model;
        QByteArray key;
        BreakerReport report;

        bool isSamePlace(const BreakerRow &other) const
        {
            return std::tie(provider, model, key)
                == std::tie(other.provider, other.model, other.key);
        }
    };
    //! Another number whenever a breaker or a key has changed by itself. Lock-free. What time alone
    //! changes (the end of a rest) is not counted.
    quint64 changes() const { return m_changes.load(std::memory_order_relaxed); }
    //! All that are not closed, in order. Takes a lock and looks at every target: only for when
    //! changes() is another or something was not closed.
    std::vector<BreakerRow> unsettled(SteadyTime now) const;
    //! The targets of \a provider that have a state, ordered by model. Takes a lock.
    struct TargetRow {
        QByteArray model;
        TargetState *state = nullptr;
    };
    std::vector<TargetRow> targets(QByteArrayView provider) const;

private:
    struct Row;
    Row &row(QByteArrayView provider);

    std::atomic<quint64> m_changes{0};
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::unique_ptr<Row>> m_rows;
    std::unordered_map<std::string, std::unique_ptr<RouteState>> m_routes;
    std::unordered_map<std::string, HedgeBudget> m_hedging; //!< by route
    CanaryBook m_canaries;
    ShadowBook m_shadows;
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

    //! The attempt finds out whether the target is back.
    bool isTrial() const { return m_trial; }
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
