// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/shadowcopies.h"

#include "core/gateway/shadowcopy.h"
#include "core/gateway/worker.h"
#include "core/routing/fit.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Ledger::Outcome;
using Routing::NotCopied;

namespace {

//! The end of the original says something about its target, so that there is something to compare.
bool isComparable(const Ledger::RequestRecord &record)
{
    switch (record.outcome) {
    case Outcome::BadRequest:
    case Outcome::ContextTooLong:
    case Outcome::ContentRefused:
    case Outcome::RegionNotAllowed:
    case Outcome::LimitReached:
    case Outcome::KeyRefused:
    case Outcome::Cancelled:
    case Outcome::Interrupted:
        return false;
    default:
        return !record.attempts.empty();
    }
}

//! Residency, allowed targets, rules and abilities hold for copies too.
bool isFit(const Admission &admission, const Routing::Entry &entry, SteadyTime now)
{
    Routing::Fit fit(admission.direction, admission.facts, now);
    fit.enter(*admission.route);
    return !fit.problem(entry);
}

} // namespace

ShadowCopies::ShadowCopies(Worker &worker)
    : m_worker(worker)
    , m_begin([this] { begin(); })
{
}

ShadowCopies::~ShadowCopies() = default;

void ShadowCopies::offer(const Original &original)
{
    const Admission &admission = original.admission;
    const Routing::ShadowTarget *shadow = original.published->routing->shadow(*admission.route);
    if (!shadow || m_worker.random().unit() * 100 >= shadow->state->shadow().percent
        || !isComparable(original.record))
        return;
    const SteadyTime now = m_worker.clock().steady();
    const bool isReady = shadow->state->isSeeded() || !shadow->state->shadow().dailyLimit;
    if (!isReady || !hasRoom(*shadow->state)) {
        shadow->state->count(NotCopied::Busy);
    } else if (admission.body.size() > largestBody) {
        shadow->state->count(NotCopied::TooLarge);
    } else if (!isFit(admission, shadow->entry, now)) {
        shadow->state->count(NotCopied::NotFit);
    } else {
        m_copies.push_back(std::make_unique<ShadowCopy>(*this, m_worker, original, *shadow));
        m_begin.start(m_worker.io().timers, 1ms);
    }
}

//! A target that hangs takes no room from those of other routes.
bool ShadowCopies::hasRoom(const Routing::ShadowState &state) const
{
    const auto own = std::ranges::count_if(
        m_copies, [&state](const auto &copy) { return &copy->state() == &state; });
    return running() < mostAtATime && own < mostOfARoute;
}

//! What is refused a place or money goes at once.
void ShadowCopies::begin()
{
    std::vector<ShadowCopy *> waiting;
    for (const auto &copy : m_copies) {
        if (!copy->hasBegun())
            waiting.push_back(copy.get());
    }
    for (ShadowCopy *copy : waiting) {
        if (const auto why = copy->begin()) {
            copy->state().count(*why);
            remove(*copy);
        }
    }
}

void ShadowCopies::interruptAll()
{
    while (!m_copies.empty()) {
        if (m_copies.front()->hasBegun())
            m_copies.front()->interrupt(); // it is gone after this
        else
            m_copies.pop_front();
    }
}

void ShadowCopies::remove(ShadowCopy &copy)
{
    m_copies.remove_if([&copy](const auto &one) { return one.get() == &copy; });
}

} // namespace Gatehouse::Gateway
