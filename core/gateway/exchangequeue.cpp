// SPDX-License-Identifier: GPL-3.0-or-later
//! How an exchange gets a place at a target: at once, or after a wait in its provider's queue.
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;
using Ledger::Outcome;
using Routing::WaitingRoom;

//! A caller may put its request behind others, never before them.
Routing::Priority Exchange::priority() const
{
    const bool isBatch =
        m_admission.key.batch || m_client.head().fields.value("x-gatehouse-priority") == "batch";
    return isBatch ? Routing::Priority::Batch : Routing::Priority::Interactive;
}

//! The declared order counts for more than a short wait: full targets that are worth one go back to
//! where they were declared, before free ones.
void Exchange::preferShortWaits()
{
    const Config::Route &route = *m_admission.route;
    if (!route.maxWait || route.strategy != Config::Strategy::Priority)
        return;
    auto &order = m_admission.plan.order;
    for (qsizetype i = 1; i < order.size(); ++i) {
        const Routing::Candidate &full = m_admission.plan.at(i);
        if (full.reason != Routing::Reason::AtCapacity
            || full.entry.provider->state->room().expectedWait(placesOf(full.entry))
                > *route.maxWait)
            continue;
        const auto later = std::find_if(order.begin(), order.begin() + i,
                                        [&](quint16 other) { return other > order[i]; });
        std::rotate(later, order.begin() + i, order.begin() + i + 1);
    }
}

//! Makes the target at \a index of the plan the next one; those before it stay to be tried.
void Exchange::chooseTarget(qsizetype index)
{
    bringForward(index);
    m_attempt->setTarget(candidate());
}

void Exchange::bringForward(qsizetype index)
{
    auto &order = m_admission.plan.order;
    std::rotate(order.begin() + m_planIndex, order.begin() + index, order.begin() + index + 1);
}

//! Takes a place at the target at \a index and calls it; false when it has none.
bool Exchange::callAt(qsizetype index, SteadyTime now)
{
    const Routing::Entry &entry = m_admission.plan.at(index).entry;
    Routing::EngineState &engine = entry.provider->state->engine();
    if (!engine.isAwake()) {
        engine.wish();
        return false;
    }
    auto slot = Routing::Slot::take(*entry.state, *entry.provider->state, entry.maxInFlight(), now);
    if (!slot)
        return false;
    chooseTarget(index);
    callTarget(*std::move(slot), now);
    return true;
}

//! The next attempt: at the first planned target with a place, else where it may wait for one, and
//! as a last resort at one that rests. A route that names its longest wait is waited for target by
//! target; otherwise a free target further down is better than a wait.
void Exchange::startAttempt()
{
    if (awaitsImages())
        return;
    const SteadyTime now = m_worker.clock().steady();
    const Routing::Plan &plan = m_admission.plan;
    const bool waitsInOrder = m_admission.route->maxWait.has_value();
    qsizetype end = m_planIndex;
    for (; end < plan.size() && plan.at(end).reason != Routing::Reason::LastResort; ++end) {
        if (callAt(end, now) || (waitsInOrder && waitAt(end, now)))
            return;
    }
    if (!waitsInOrder && waitAtBest(end, now))
        return;
    for (qsizetype i = end; i < plan.size(); ++i) {
        if (callAt(i, now) || waitAt(i, now))
            return;
    }
    if (!waitsForEngine(now))
        refuseForCapacity();
}

//! Waits where it is likely to be shortest, of the targets before \a end.
bool Exchange::waitAtBest(qsizetype end, SteadyTime now)
{
    QVarLengthArray<std::pair<milliseconds, qsizetype>, 8> waits;
    for (qsizetype i = m_planIndex; i < end; ++i) {
        const Routing::Entry &entry = m_admission.plan.at(i).entry;
        waits.append({entry.provider->state->room().expectedWait(placesOf(entry)), i});
    }
    std::sort(waits.begin(), waits.end());
    return std::ranges::any_of(waits, [&](const auto &wait) { return waitAt(wait.second, now); });
}

//! Waits for a place at the target at \a index, or has got one; false when it may not.
bool Exchange::waitAt(qsizetype index, SteadyTime now)
{
    const Routing::Entry &entry = m_admission.plan.at(index).entry;
    if (!entry.provider->state->engine().isAwake())
        return false;
    const Api::ProviderQueue &queue = entry.provider->provider->document.queue;
    const milliseconds allowed =
        std::min(m_admission.route->maxWait.value_or(queue.maxWait), timeLeft(now));
    if (allowed <= 0ms)
        return false;
    const auto waiter = std::make_shared<PlaceWaiter>(entry, m_worker.post(),
                                                      [this, alive = std::weak_ptr(m_alive)] {
                                                          if (alive.lock())
                                                              onWaitOver();
                                                      });
    const WaitingRoom::Joined joined = waiter->room().join(waiter,
                                                           {.key = m_record.keyId,
                                                            .priority = priority(),
                                                            .places = placesOf(entry),
                                                            .maxWaiting = queue.maxWaiting,
                                                            .maxWait = allowed},
                                                           m_worker.clock());
    switch (joined.answer) {
    case WaitingRoom::Answer::Placed:
        chooseTarget(index);
        callTarget(*waiter->takeSlot(), now);
        return true;
    case WaitingRoom::Answer::Waits:
        chooseTarget(index);
        m_waiter = waiter;
        m_queuedSince = now;
        m_state = State::Queued;
        m_timer.start(m_worker.io().timers, allowed);
        return true;
    case WaitingRoom::Answer::Full:
    case WaitingRoom::Answer::TooLong:
        break;
    }
    const bool isFull = joined.answer == WaitingRoom::Answer::Full;
    noWait(entry, isFull ? "its queue is full" : "the wait would be too long", joined.expected);
    return false;
}

//! Remembers why there was no place, and how soon there may be one.
void Exchange::noWait(const Routing::Entry &entry, QByteArrayView why, milliseconds expected)
{
    const QByteArray text = entry.provider->provider->id + ": " + why.toByteArray() + ", about "
        + QByteArray::number(expected.count()) + " ms";
    m_trace.step("queue", false, text);
    m_shortestWait = std::min(m_shortestWait.value_or(expected), expected);
}

//! Ends the wait and counts it.
std::shared_ptr<PlaceWaiter> Exchange::endWait()
{
    m_timer.stop();
    m_record.queuedUs += microseconds(m_queuedSince, m_worker.clock().steady());
    return std::exchange(m_waiter, {});
}

//! Its turn has come, or another took its place in the queue. What is left of an earlier wait is
//! not meant.
void Exchange::onWaitOver()
{
    if (m_state != State::Queued || m_waiter->isWaiting())
        return;
    auto slot = m_waiter->takeSlot();
    const std::shared_ptr<PlaceWaiter> waiter = endWait();
    if (!slot) {
        goOnElsewhere("pushed out of the queue by others", waiter->room());
        return;
    }
    const QByteArray text = "waited " + QByteArray::number(m_record.queuedUs / 1000) + " ms for "
        + candidate().entry.provider->provider->id;
    m_trace.step("queue", true, text);
    callTarget(*std::move(slot), m_worker.clock().steady());
}

//! Nobody gave it a place in time.
void Exchange::onWaitExpired()
{
    if (!m_waiter->expire())
        return; // its place is on the way
    const std::shared_ptr<PlaceWaiter> waiter = endWait();
    goOnElsewhere("waited in vain", waiter->room());
}

void Exchange::goOnElsewhere(QByteArrayView why, const WaitingRoom &room)
{
    const Routing::Entry &entry = candidate().entry;
    noWait(entry, why, room.expectedWait(placesOf(entry)));
    ++m_planIndex;
    startAttempt();
}

void Exchange::leaveQueue()
{
    if (m_waiter)
        endWait()->leave();
}

//! Retry-After is when a place is to be expected.
void Exchange::refuseForCapacity()
{
    if (const auto &limit = m_admission.purse.refusal()) {
        refuse(*limit, Outcome::LimitReached);
        return;
    }
    ClientError error = clientError(ErrorCase::CapacityExceeded);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_shortestWait.value_or(0ms));
    error.retryAfter = static_cast<int>(std::clamp<qint64>(wait.count(), 1, 3600));
    refuse(error, Outcome::Overloaded);
}

} // namespace Gatehouse::Gateway
