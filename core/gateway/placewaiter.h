// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingtable.h"

#include <functional>

namespace Gatehouse::Gateway {

//! An exchange's place in a provider's waiting room. The room may end the wait on any thread; what
//! it holds then is given back with it.
class PlaceWaiter final : public Routing::Waiter, public std::enable_shared_from_this<PlaceWaiter>
{
public:
    using Post = std::function<void(std::function<void()>)>;

    //! \a over is called through \a post, on the exchange's thread, when the wait is over.
    PlaceWaiter(const Routing::Entry &entry, Post post, std::function<void()> over);

    //! After the wait: its place, nothing when it was pushed out.
    std::optional<Routing::Slot> takeSlot() { return std::exchange(m_slot, {}); }
    //! Gives up: leaves the room, or passes on the place it has been given.
    void leave();
    //! Out of time; false when the wait is over already and the exchange is about to hear of it.
    bool expire() { return room().leave(*this); }
    bool isWaiting() const { return room().isWaiting(*this); }
    Routing::WaitingRoom &room() const { return m_provider.room(); }

    Take take(SteadyTime now) override;
    void told() override;

private:
    Routing::TargetState &m_target;
    Routing::ProviderState &m_provider;
    const int m_maxInFlight;
    const Post m_post;
    const std::function<void()> m_over;
    std::optional<Routing::Slot> m_slot;
};

//! How many requests the target of \a entry runs at a time; 0: no limit is known.
int placesOf(const Routing::Entry &entry);

} // namespace Gatehouse::Gateway
