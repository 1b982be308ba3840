// SPDX-License-Identifier: GPL-3.0-or-later
//! A request and an engine that sleeps, wakes up or reads its model.
#include "core/gateway/exchange.h"
#include "core/gateway/worker.h"

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

namespace {

constexpr auto wakingLook = 100ms; // between looks whether the engine is awake

const Routing::EngineState &engineOf(const Routing::Candidate &candidate)
{
    return candidate.entry.provider->state->engine();
}

} // namespace

//! The engine of the planned target does not run: it is asked to wake, and another target whose
//! engine runs takes the request; without one the request waits. True when there is nothing to do
//! now: it waits, or is refused because the waking failed.
bool Exchange::waitsForEngine(SteadyTime now)
{
    Routing::EngineState &engine = candidate().entry.provider->state->engine();
    if (engine.isAwake()) {
        m_wakingFailures.reset();
        return false;
    }
    engine.wish();
    const Routing::Plan &plan = m_admission.plan;
    for (qsizetype i = m_planIndex + 1; i < plan.size() && !m_wakingFailures; ++i) {
        if (!engineOf(plan.at(i)).isAwake())
            continue;
        m_trace.step("engine", true, "an engine is being woken; another target is tried");
        m_planIndex = i;
        return false;
    }
    if (!m_wakingFailures)
        m_trace.step("engine", true, "waits until the engine is awake");
    const int failures = m_wakingFailures.value_or(engine.failures());
    if (engine.failures() != failures || timeLeft(now) <= wakingLook) {
        Dialects::ClientError error = Dialects::clientError(
            Dialects::ErrorCase::CapacityExceeded,
            "The engine of this model sleeps and could not be woken in time.");
        error.retryAfter = 10;
        refuse(error, Ledger::Outcome::Overloaded);
        return true;
    }
    m_wakingFailures = failures;
    m_state = State::Waiting;
    m_timer.start(m_worker.io().timers, wakingLook);
    return true;
}

} // namespace Gatehouse::Gateway
