// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/waitingroom.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Routing {

WaitingRoom::Joined WaitingRoom::join(const std::shared_ptr<Waiter> &waiter, const Terms &terms,
                                      const Clock &clock)
{
    Told told;
    Joined joined;
    {
        const std::scoped_lock lock(m_mutex);
        m_clock = &clock;
        const SteadyTime now = clock.steady();
        joined.expected = expected(ahead(terms), terms.places);
        if (joined.expected > terms.maxWait)
            return {Answer::TooLong, joined.expected};
        if (m_waiting.load(std::memory_order_relaxed) >= terms.maxWaiting) {
            std::shared_ptr<Waiter> other = makeRoom(terms);
            if (!other)
                return {Answer::Full, joined.expected};
            told.push_back(std::move(other));
        }
        waiter->m_priority = terms.priority;
        waiter->m_key = terms.key;
        waiter->m_deadline = now + terms.maxWait;
        waiter->m_ages = now + std::min<milliseconds>(batchPatience, terms.maxWait / 2);
        waiter->m_number = ++m_arrivals;
        insert(waiter);
        // Only now is a place that becomes free announced to us; it may have been before.
        serveLocked(told);
        joined.answer = waiter->m_state == Waiter::State::Placed ? Answer::Placed : Answer::Waits;
    }
    for (const std::shared_ptr<Waiter> &one : told) {
        if (one != waiter)
            one->told();
    }
    return joined;
}

bool WaitingRoom::leave(Waiter &waiter)
{
    std::shared_ptr<Waiter> left; // ends after the lock
    const std::scoped_lock lock(m_mutex);
    if (waiter.m_state != Waiter::State::Waiting)
        return false;
    left = remove(waiter);
    left->m_state = Waiter::State::Outside;
    return true;
}

bool WaitingRoom::isWaiting(const Waiter &waiter) const
{
    const std::scoped_lock lock(m_mutex);
    return waiter.m_state == Waiter::State::Waiting;
}

void WaitingRoom::served(std::chrono::microseconds time)
{
    constexpr qint64 share = 8; // of the newest in the mean: 1/8
    const qint64 mean = m_serviceUs.load(std::memory_order_relaxed);
    const qint64 next = mean == 0 ? time.count() : mean + (time.count() - mean) / share;
    m_serviceUs.store(std::max<qint64>(next, 1), std::memory_order_relaxed);
}

milliseconds WaitingRoom::expectedWait(int places) const
{
    return expected(waiting(), places);
}

//! With n places one becomes free every n-th of the time that a request takes.
milliseconds WaitingRoom::expected(int ahead, int places) const
{
    const qint64 service = m_serviceUs.load(std::memory_order_relaxed);
    return std::chrono::ceil<milliseconds>(
        std::chrono::microseconds(service * (ahead + 1) / std::max(places, 1)));
}

void WaitingRoom::serve()
{
    Told told;
    {
        const std::scoped_lock lock(m_mutex);
        serveLocked(told);
    }
    for (const std::shared_ptr<Waiter> &one : told)
        one->told();
}

void WaitingRoom::serveLocked(Told &told)
{
    if (m_waiting.load(std::memory_order_relaxed) == 0)
        return;
    const SteadyTime now = m_clock->steady();
    promoteAged(now);
    while (std::shared_ptr<Waiter> next = placeNext(now))
        told.push_back(std::move(next));
}

//! Gives a place to the first in turn who can have one; null when nobody can.
std::shared_ptr<Waiter> WaitingRoom::placeNext(SteadyTime now)
{
    for (Class &all : m_classes) {
        for (Line *line : all.turns) {
            for (const auto &[ticket, waiter] : line->waiters) {
                const Waiter::Take taken = waiter->take(now);
                if (taken == Waiter::Take::Nothing)
                    return {};
                if (taken == Waiter::Take::Done)
                    return placed(all, *line, *waiter);
            }
        }
    }
    return {};
}

std::shared_ptr<Waiter> WaitingRoom::placed(Class &all, Line &line, Waiter &waiter)
{
    all.round = std::max(all.round, line.round);
    all.turns.erase(&line);
    ++line.round;
    all.turns.insert(&line);
    std::shared_ptr<Waiter> placed = remove(waiter);
    placed->m_state = Waiter::State::Placed;
    return placed;
}

void WaitingRoom::insert(std::shared_ptr<Waiter> waiter)
{
    Waiter &one = *waiter;
    Class &all = classOf(one.m_priority);
    Line &line = all.lines[one.m_key];
    if (line.waiters.empty()) {
        line.key = one.m_key;
        line.round = std::max(line.round, all.round);
    } else {
        all.turns.erase(&line);
    }
    line.waiters.emplace(Ticket{one.m_deadline, one.m_number}, std::move(waiter));
    all.turns.insert(&line);
    ++all.waiting;
    if (one.m_priority == Priority::Batch)
        m_ageing.emplace(one.m_ages, one.m_number, &one);
    one.m_state = Waiter::State::Waiting;
    m_waiting.fetch_add(1);
}

std::shared_ptr<Waiter> WaitingRoom::remove(Waiter &waiter)
{
    Class &all = classOf(waiter.m_priority);
    Line &line = all.lines.at(waiter.m_key);
    all.turns.erase(&line);
    const auto place = line.waiters.find(Ticket{waiter.m_deadline, waiter.m_number});
    std::shared_ptr<Waiter> removed = std::move(place->second);
    line.waiters.erase(place);
    if (!line.waiters.empty())
        all.turns.insert(&line);
    --all.waiting;
    if (waiter.m_priority == Priority::Batch)
        m_ageing.erase({waiter.m_ages, waiter.m_number, &waiter});
    m_waiting.fetch_sub(1);
    forgetIdle(all);
    return removed;
}

//! Keys that have nothing here are remembered only while their turn is still to come.
void WaitingRoom::forgetIdle(Class &all)
{
    constexpr std::size_t someIdle = 64;
    if (all.waiting == 0) {
        all.lines.clear();
        all.round = 0;
    } else if (all.lines.size() > 2 * all.turns.size() + someIdle) {
        std::erase_if(all.lines, [&all](const auto &entry) {
            return entry.second.waiters.empty() && entry.second.round <= all.round;
        });
    }
}

void WaitingRoom::promoteAged(SteadyTime now)
{
    while (!m_ageing.empty() && std::get<0>(*m_ageing.begin()) <= now) {
        std::shared_ptr<Waiter> aged = remove(*std::get<2>(*m_ageing.begin()));
        aged->m_priority = Priority::Interactive;
        insert(std::move(aged));
    }
}

//! Who gives way to one more: the last of the longest line, when that is longer than the newcomer's
//! would be. Null when nobody does.
std::shared_ptr<Waiter> WaitingRoom::makeRoom(const Terms &terms)
{
    const bool overBatch =
        terms.priority == Priority::Interactive && classOf(Priority::Batch).waiting > 0;
    Class &all = classOf(overBatch ? Priority::Batch : terms.priority);
    const auto longest = std::ranges::max_element(
        all.turns, {}, [](const Line *line) { return line->waiters.size(); });
    if (longest == all.turns.end())
        return {};
    const auto own = all.lines.find(terms.key);
    const std::size_t ownSize = own == all.lines.end() ? 0 : own->second.waiters.size();
    if (!overBatch && (*longest)->waiters.size() <= ownSize + 1)
        return {};
    std::shared_ptr<Waiter> last = remove(*(*longest)->waiters.rbegin()->second);
    last->m_state = Waiter::State::PushedOut;
    return last;
}

//! How many have their turn before a newcomer: of each other key as many as of its own, and one.
int WaitingRoom::ahead(const Terms &terms)
{
    const Class &all = classOf(terms.priority);
    const auto own = all.lines.find(terms.key);
    const std::size_t ownSize = own == all.lines.end() ? 0 : own->second.waiters.size();
    std::size_t count = ownSize;
    for (const Line *line : all.turns) {
        if (line->key != terms.key)
            count += std::min(line->waiters.size(), ownSize + 1);
    }
    if (terms.priority == Priority::Batch)
        count += static_cast<std::size_t>(classOf(Priority::Interactive).waiting);
    return static_cast<int>(count);
}

} // namespace Gatehouse::Routing
