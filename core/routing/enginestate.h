// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace Gatehouse::Routing {

//! Whether the engine behind a provider runs, as far as whoever starts and stops it knows. The
//! control thread says so, workers ask and wish. Thread-safe and lock-free.
class EngineState
{
public:
    enum class Power {
        Awake, //!< also where nobody knows
        Asleep,
        Waking, //!< being started, or reading its model
    };

    Power power() const { return m_power.load(); }
    bool isAwake() const { return power() == Power::Awake; }
    void setPower(Power power) { m_power.store(power); }

    //! A request needs it. Any number of wishes is one.
    void wish() { m_isWished.store(true, std::memory_order_relaxed); }
    //! True once after wishes; control thread.
    bool takeWish() { return m_isWished.exchange(false, std::memory_order_relaxed); }

    //! How many wakings have failed: whoever waits gives up when it grows.
    int failures() const { return m_failures.load(std::memory_order_relaxed); }
    void countFailure() { m_failures.fetch_add(1, std::memory_order_relaxed); }

private:
    std::atomic<Power> m_power{Power::Awake};
    std::atomic<bool> m_isWished{false};
    std::atomic<int> m_failures{0};
};

//! Whether an engine has a model in memory, as far as it tells. Thread-safe and lock-free.
class ModelWarmth
{
public:
    enum class Warmth {
        Warm, //!< also where nobody knows
        Cold,
        Warming, //!< a request needs it: it is being loaded
    };

    Warmth warmth() const { return m_warmth.load(std::memory_order_relaxed); }
    bool isWarm() const { return warmth() == Warmth::Warm; }
    void setWarmth(Warmth warmth) { m_warmth.store(warmth, std::memory_order_relaxed); }
    //! A request needs it. True for the one that makes a cold model warm up.
    bool startWarming()
    {
        Warmth cold = Warmth::Cold;
        return m_warmth.compare_exchange_strong(cold, Warmth::Warming, std::memory_order_relaxed);
    }

private:
    std::atomic<Warmth> m_warmth{Warmth::Warm};
};

} // namespace Gatehouse::Routing
