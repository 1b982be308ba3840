// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/placewaiter.h"

#include <algorithm>

namespace Gatehouse::Gateway {

PlaceWaiter::PlaceWaiter(const Routing::Entry &entry, Post post, std::function<void()> over)
    : m_target(*entry.state)
    , m_provider(*entry.provider->state)
    , m_maxInFlight(entry.maxInFlight())
    , m_post(std::move(post))
    , m_over(std::move(over))
{
}

void PlaceWaiter::leave()
{
    room().leave(*this);
    m_slot.reset();
}

Routing::Waiter::Take PlaceWaiter::take(SteadyTime now)
{
    return Routing::Slot::takeInTurn(m_slot, m_target, m_provider, m_maxInFlight, now);
}

void PlaceWaiter::told()
{
    m_post([self = shared_from_this()] { self->m_over(); });
}

int placesOf(const Routing::Entry &entry)
{
    const int most = entry.maxInFlight();
    const int capacity = entry.state->capacity();
    return most > 0 && capacity > 0 ? std::min(most, capacity) : std::max(most, capacity);
}

} // namespace Gatehouse::Gateway
