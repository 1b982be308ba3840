// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/limits/limitstate.h"

#include <QtCore/QVarLengthArray>

#include <optional>
#include <span>

namespace Gatehouse::Access {

//! Why a request has to wait: the limit that will bind it longest.
struct LimitRefusal {
    enum class What { Requests, Tokens, InFlight };

    What what = What::Requests;
    QByteArray scope;
    qint64 limit = 0;
    std::chrono::nanoseconds wait{}; //!< of requests in flight nobody knows: zero
};

//! What is left of the narrowest limit on requests and of the one on tokens.
struct LimitRoom {
    struct Left {
        qint64 limit = 0;
        qint64 remaining = 0;
        std::chrono::nanoseconds reset{};
    };
    std::optional<Left> requests;
    std::optional<Left> tokens;
};

//! What one request has taken of its scopes' limits; its places in flight are free again when it
//! is settled, withdrawn or goes. The states outlive it.
class LimitHold
{
public:
    static constexpr std::chrono::seconds longestStart{1};
    using States = QVarLengthArray<LimitState *, 8>;

    LimitHold() = default;
    ~LimitHold();
    LimitHold(const LimitHold &) = delete;
    LimitHold &operator=(const LimitHold &) = delete;

    //! Takes one request, a place in flight and \a tokens of each of \a states, or nothing of any.
    //! \a onlyLooks: takes nothing, says only what would be.
    std::optional<LimitRefusal> take(const States &states, qint64 tokens, SteadyTime now,
                                     bool onlyLooks = false);
    //! The request left at \a moment: it counts from then, at most by \c longestStart later than it
    //! was taken, so that what a provider sees keeps to the limit as well as what was decided. A
    //! new connection takes longer than a kept one, and the second minute must not catch up on the
    //! first.
    void countFrom(SteadyTime moment);
    //! The request has ended and used \a tokens.
    void settle(qint64 tokens, SteadyTime now);
    //! Nothing was sent to anybody: all is as if the request had not come.
    void withdraw(SteadyTime now);

    //! Also after settling.
    LimitRoom room(SteadyTime now) const;
    bool isEmpty() const { return m_states.isEmpty(); }

private:
    enum class Phase { Empty, Held, Over };
    void leave(SteadyTime now, qint64 tokens, bool keepsRequest);

    States m_states;
    QVarLengthArray<SteadyTime, 8> m_moments; //!< one per state
    qint64 m_tokens = 0;
    Phase m_phase = Phase::Empty;
};

} // namespace Gatehouse::Access
