// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"
#include "core/base/clock.h"
#include "core/base/quantities.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Routing {

//! What one side of a trial did. Counted by workers, lock-free.
class TrialSide
{
public:
    struct Sums {
        qint64 requests = 0;
        qint64 errors = 0;
        qint64 priced = 0;           //!< requests with a known cost
        qint64 nanoUsd = 0;          //!< of those
        qint64 firstTokenP95Us = -1; //!< -1: no first token was seen
    };

    //! First-token times in steps of a quarter of an octave from 1 ms to 1 h.
    static constexpr std::size_t steps = 88;
    //! All that was counted, to be kept over a restart.
    struct Counts {
        qint64 requests = 0;
        qint64 errors = 0;
        qint64 priced = 0;
        qint64 nanoUsd = 0;
        std::array<quint32, steps> firstTokens{};

        bool operator==(const Counts &) const = default;
    };

    //! What is counted, also in memory that outlives the process; all zero at the beginning.
    struct Cells {
        std::atomic<qint64> requests{0};
        std::atomic<qint64> errors{0};
        std::atomic<qint64> priced{0};
        std::atomic<qint64> nanoUsd{0};
        std::array<std::atomic<quint32>, steps> firstTokens{};
    };

    //! Counts in \a kept from now on and takes along what it has counted itself. Once in its life;
    //! \a kept outlives it.
    void keepIn(Cells &kept);

    //! \a firstTokenUs and \a nanoUsd are negative when not known.
    void count(bool failed, qint64 firstTokenUs, qint64 nanoUsd);
    Sums sums() const;
    Counts counts() const;
    void add(const Counts &counts);

private:
    static std::size_t stepOf(qint64 us);

    Cells m_own;
    std::atomic<Cells *> m_cells{&m_own}; //!< where is counted
};

//! The counters of a canary in memory that outlives the process.
struct KeptTrial {
    TrialSide::Cells trial;
    TrialSide::Cells control;
};

//! A canary of one route while it runs: who takes part, and how both sides do. Thread-safe.
class CanaryState
{
public:
    CanaryState(const Api::Canary &canary, SteadyTime started)
        : m_canary(canary)
    {
        startedAt(started);
    }

    const Api::Canary &canary() const { return m_canary; }
    SteadyTime started() const
    {
        return SteadyTime(std::chrono::microseconds(m_started.load(std::memory_order_relaxed)));
    }
    //! It runs since then: its whole time may be over sooner.
    void startedAt(SteadyTime time)
    {
        m_started.store(
            std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count(),
            std::memory_order_relaxed);
    }
    //! A session (else the key \a keyId) stays on its side: the same answer each time while the
    //! share grows or stays. False once halted. No allocation.
    bool takes(QByteArrayView route, QByteArrayView keyId, QByteArrayView session,
               SteadyTime now) const;
    //! Both sides count there from now on. Once in its life.
    void keepIn(std::shared_ptr<KeptTrial> kept);
    TrialSide &trial() { return m_trial; }
    TrialSide &control() { return m_control; }

    //! Why it must stop, in words, as soon as its guard says so; halts it. Nothing otherwise.
    std::optional<QString> judge();
    bool isHalted() const { return m_halted.load(std::memory_order_relaxed); }

private:
    const Api::Canary m_canary;
    std::shared_ptr<KeptTrial> m_kept; //!< goes after the sides that count in it
    std::atomic<qint64> m_started{0};  //!< steady microseconds
    TrialSide m_trial;
    TrialSide m_control;
    std::atomic<bool> m_halted{false};
};

//! The canaries of all routes; a running one survives publications that leave it as it is.
class CanaryBook
{
public:
    //! The state of \a route's canary: the running one when it is the same, else a new one. Takes a
    //! lock: for building tables.
    std::shared_ptr<CanaryState> state(QByteArrayView route, const Api::Canary &canary,
                                       SteadyTime now);
    struct Running {
        QByteArray route;
        std::shared_ptr<CanaryState> state;
    };
    std::vector<Running> running() const;
    //! Forgets those of routes that have none any more.
    void keepOnly(const QSet<QByteArray> &routes);

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<CanaryState>> m_states;
};

} // namespace Gatehouse::Routing
