// SPDX-License-Identifier: GPL-3.0-or-later
//! A request and an engine that sleeps, wakes up or reads its model.
#include "core/gateway/exchange.h"
#include "core/gateway/worker.h"

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

namespace {

constexpr auto wakingLook = 100ms; // between looks whether the engine is awake

} // namespace

//! No target has a place, but the engine of one does not run; it was asked to wake. True when that
//! leaves nothing to do now: the request waits, or is refused because the waking failed.
bool Exchange::waitsForEngine(SteadyTime now)
{
    const Routing::EngineState *engine = nullptr;
    for (qsizetype i = m_planIndex; i < m_admission.plan.size() && !engine; ++i) {
        const auto &one = m_admission.plan.at(i).entry.provider->state->engine();
        engine = one.isAwake() ? nullptr : &one;
    }
    if (!engine)
        return false;
    if (!m_wakingFailures)
        m_trace.step("engine", true, "waits until the engine is awake");
    const int failures = m_wakingFailures.value_or(engine->failures());
    if (engine->failures() != failures || timeLeft(now) <= wakingLook) {
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
