// SPDX-License-Identifier: GPL-3.0-or-later
//! An exchange whose short-lived access token was refused: it waits for another and tries again.
#include "core/gateway/exchange.h"
#include "core/gateway/worker.h"

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;

namespace {

//! A refused access token's successor is awaited this long, and looked for this often.
constexpr std::chrono::milliseconds tokenWait = 5s;
constexpr std::chrono::milliseconds tokenLook = 25ms;

} // namespace

//! A refused access token is bought anew; this very request is tried once more with it.
bool Exchange::awaitsFreshToken(const Failure &failure)
{
    const Providers::TokenCell *cell =
        failure.kind == FailureClass::WrongCredentials ? m_attempt->token() : nullptr;
    if (!cell)
        return false;
    const bool isRenewed = m_attempt->isTokenRenewed();
    const bool mayBeRenewed = cell->mayBeRenewed(m_worker.clock().wall());
    if (!isRenewed)
        cell->reportRefusal();
    if (m_hasRenewed || mayNotRepeat() || (!isRenewed && !mayBeRenewed))
        return false;
    const SteadyTime now = m_worker.clock().steady();
    m_hasRenewed = true;
    m_refusal = std::make_unique<Failure>(failure);
    m_tokenDeadline = now + std::min(tokenWait, timeLeft(now));
    m_state = State::Waiting;
    m_trace.step("token", true, "refused; tried again with a new one");
    m_timer.start(m_worker.io().timers, isRenewed ? 1ms : tokenLook);
    return true;
}

void Exchange::lookForToken()
{
    const bool isRenewed = m_attempt->isTokenRenewed();
    if (!isRenewed && m_worker.clock().steady() < m_tokenDeadline) {
        m_timer.start(m_worker.io().timers, tokenLook);
        return;
    }
    const Failure refusal = *std::exchange(m_refusal, nullptr);
    if (!isRenewed || m_attempt->token()->state()->problem) {
        settleFailure(refusal);
        return;
    }
    m_attempt->forgetUsedKey();
    startAttempt();
}

} // namespace Gatehouse::Gateway
