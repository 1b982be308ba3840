// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/roomof.h"

namespace Gatehouse::Access {

namespace {

template <typename Value>
LimitRoom::Left leftOf(Value &value, SteadyTime now)
{
    return {value.limit(), value.remaining(now), value.resetTime(now)};
}

void keepNarrower(std::optional<LimitRoom::Left> &kept, const LimitRoom::Left &other)
{
    if (!kept || other.remaining < kept->remaining)
        kept = other;
}

} // namespace

//! One after the other is enough: nothing is taken.
LimitRoom roomOf(const LimitHold::States &states, SteadyTime now)
{
    LimitRoom room;
    for (LimitState *state : states) {
        const std::scoped_lock lock(state->mutex);
        if (state->requests.limit() > 0)
            keepNarrower(room.requests, leftOf(state->requests, now));
        if (state->tokens.limit() > 0)
            keepNarrower(room.tokens, leftOf(state->tokens, now));
    }
    return room;
}

} // namespace Gatehouse::Access
