// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/limithold.h"

#include "core/access/limits/roomof.h"

#include <algorithm>

namespace Gatehouse::Access {

namespace {

using What = LimitRefusal::What;

//! Holds the locks of several states, which are in ascending order.
class Locks
{
public:
    explicit Locks(const LimitHold::States &states)
        : m_states(states)
    {
        for (LimitState *state : m_states)
            state->mutex.lock();
    }
    ~Locks()
    {
        for (LimitState *state : m_states)
            state->mutex.unlock();
    }
    Locks(const Locks &) = delete;
    Locks &operator=(const Locks &) = delete;

private:
    const LimitHold::States &m_states;
};

std::optional<LimitRefusal> refusalOf(LimitState &state, qint64 tokens, SteadyTime now)
{
    const auto requests = state.requests.waitingTime(now);
    const auto forTokens = state.tokens.waitingTime(now, tokens);
    if (requests.count() > 0 && requests >= forTokens)
        return LimitRefusal{What::Requests, state.scope, state.requests.limit(), requests};
    if (forTokens.count() > 0)
        return LimitRefusal{What::Tokens, state.scope, state.tokens.limit(), forTokens};
    if (state.maxInFlight > 0 && state.inFlight >= state.maxInFlight)
        return LimitRefusal{What::InFlight, state.scope, state.maxInFlight, {}};
    return std::nullopt;
}

} // namespace

LimitHold::~LimitHold()
{
    // No clock here: who ends without settling gives back what it took when it took it.
    if (m_phase == Phase::Held)
        leave(m_moments.first(), 0, true);
}

std::optional<LimitRefusal> LimitHold::take(const States &states, qint64 tokens, SteadyTime now,
                                            bool onlyLooks)
{
    const Locks locks(states);
    std::optional<LimitRefusal> refusal;
    for (LimitState *state : states) {
        const auto own = refusalOf(*state, tokens, now);
        if (own && (!refusal || own->wait > refusal->wait))
            refusal = own;
    }
    if (refusal || onlyLooks || states.isEmpty())
        return refusal;
    m_states = states;
    m_moments.clear();
    for (LimitState *state : states) {
        m_moments.append(state->requests.limit() > 0 ? state->requests.take(now) : now);
        state->tokens.take(now, tokens);
        ++state->inFlight;
    }
    m_tokens = tokens;
    m_phase = Phase::Held;
    return std::nullopt;
}

void LimitHold::countFrom(SteadyTime moment)
{
    if (m_phase != Phase::Held)
        return;
    const Locks locks(m_states);
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        const SteadyTime later = std::min(moment, m_moments[i] + longestStart);
        if (m_states[i]->requests.limit() <= 0 || later <= m_moments[i])
            continue;
        m_states[i]->requests.postpone(m_moments[i], later);
        m_moments[i] = later;
    }
}

void LimitHold::settle(qint64 tokens, SteadyTime now)
{
    leave(now, tokens, true);
}

void LimitHold::withdraw(SteadyTime now)
{
    leave(now, 0, false);
}

void LimitHold::leave(SteadyTime now, qint64 tokens, bool keepsRequest)
{
    if (m_phase != Phase::Held)
        return;
    m_phase = Phase::Over;
    const Locks locks(m_states);
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        LimitState &state = *m_states[i];
        --state.inFlight;
        state.tokens.giveBack(now, m_tokens - tokens);
        if (!keepsRequest)
            state.requests.giveBack(m_moments[i]);
    }
}

LimitRoom LimitHold::room(SteadyTime now) const
{
    return roomOf(m_states, now);
}

} // namespace Gatehouse::Access
