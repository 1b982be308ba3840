// SPDX-License-Identifier: GPL-3.0-or-later
//! Second attempts before the client saw a byte: beside one that is late, in place of one that is
//! slow.
#include "core/dialects/jsonview.h"
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"
#include "core/ledger/requestjson.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;

//! Asking twice does no harm: nothing is made, kept or read aloud.
bool Exchange::mayAskTwice() const
{
    if (!isCountedInTokens(m_front) || m_wantsStore || m_admission.pinned)
        return false;
    return m_front != Dialects::Format::OpenAiResponses
        || !Dialects::JsonView::trusted(m_body)["store"].boolean().value_or(true);
}

//! There is a planned target left, and a call in the route's budget of attempts.
bool Exchange::hasAnotherTry() const
{
    return static_cast<int>(m_record.attempts.size()) < m_admission.route->retry.attempts
        && m_planIndex + 1 < m_admission.plan.size();
}

//! One that is not resting would take over if this one let its caller wait.
bool Exchange::hasReadyTarget() const
{
    return m_admission.route->retryTimeout && !m_shared.upload
        && static_cast<int>(m_record.attempts.size()) + 1 < m_admission.route->retry.attempts
        && m_admission.plan.hasReadyAfter(m_planIndex);
}

//! A place at one of the next targets, which becomes the next one; nothing when none has one now.
std::optional<Routing::Slot> Exchange::takeNextPlace(SteadyTime now)
{
    const Routing::Plan &plan = m_admission.plan;
    for (qsizetype i = m_planIndex + 1; i < plan.size(); ++i) {
        const Routing::Candidate &next = plan.at(i);
        if (next.reason == Routing::Reason::LastResort)
            break;
        auto slot = Routing::Slot::take(*next.entry.state, *next.entry.provider->state,
                                        next.entry.maxInFlight(), now);
        if (!slot)
            continue;
        ++m_planIndex;
        bringForward(i);
        return slot;
    }
    return {};
}

// --- hedging ------------------------------------------------------------------------------------

//! Waits for the first sign of an answer, where the route says how long.
void Exchange::watchForDelay()
{
    const auto &hedge = m_admission.route->hedge;
    if (!hedge || m_second || !mayAskTwice())
        return;
    Routing::HedgeBudget *budget = m_published->routing->hedging(*m_admission.route);
    if (budget && m_record.attempts.size() == 1)
        budget->earn(hedge->extraCost);
    m_timer.start(m_worker.io().timers, hedge->after);
}

//! The first attempt is late: another target is asked beside it.
void Exchange::startHedge()
{
    if (m_released || m_second || m_attempt->hasContent() || !hasAnotherTry())
        return;
    const SteadyTime now = m_worker.clock().steady();
    const QByteArray late = m_attempt->provider().id;
    Routing::HedgeBudget *budget = m_published->routing->hedging(*m_admission.route);
    auto slot = takeNextPlace(now);
    if (!slot)
        return;
    if (!budget || !budget->spend()) {
        m_trace.step("hedge", false, "the route's extra cost is used up");
        --m_planIndex;
        return;
    }
    AttemptOwner &owner = *this;
    m_second = std::make_unique<Attempt>(m_shared, owner);
    m_second->setTarget(candidate());
    m_second->setSlot(*std::move(slot));
    Result<std::vector<QByteArray>> body = m_second->writeBody();
    if (!body) {
        m_trace.step("hedge", false, body.error().detail.toUtf8());
        m_second->releaseSlot();
        return;
    }
    const QByteArray text = late + " is late, " + m_second->provider().id + " is asked too";
    m_trace.step("hedge", true, text);
    m_races = true;
    if (const auto failure = m_second->start(*std::move(body), now, timeLeft(now))) {
        m_attempt = m_second.get();
        failAttempt(*failure);
    }
}

Attempt &Exchange::rival()
{
    return m_attempt == &m_first ? *m_second : m_first;
}

//! The present attempt goes on alone; its row stands last, as that of the one that serves.
void Exchange::stopRacing()
{
    m_races = false;
    if (&m_attempt->row() != &m_record.attempts.back())
        m_attempt->swapRows(rival());
}

//! The present attempt has won.
void Exchange::winRace()
{
    endRace("hedged: another target answered first");
}

//! The other attempt is cancelled and booked, with what its provider bills.
void Exchange::endRace(QByteArrayView why)
{
    if (!m_races)
        return;
    Attempt &loser = rival();
    bill(loser);
    loser.close(Outcome::Cancelled, why, m_worker.clock().steady());
    stopRacing();
}

//! The present attempt failed, the other may still do better.
void Exchange::loseRace(const Failure &failure)
{
    const SteadyTime now = m_worker.clock().steady();
    m_attempt->close(outcomeOf(failure.kind), failure.error.message, now);
    m_attempt->recordFailure(failure, now);
    m_attempt = &rival();
    stopRacing();
}

//! What was sent to a provider is paid for, also when nobody reads its answer.
void Exchange::bill(Attempt &attempt)
{
    const Ledger::Price *price =
        m_published->prices->findAt(attempt.row().provider, attempt.row().model, m_record.time);
    if (!price || !attempt.wasSent())
        return;
    Usage usage = attempt.watch()
        ? settledUsage(attempt)
        : Usage{.promptTokens = promptTokens(attempt), .estimated = true, .known = true};
    if (price->perHour)
        usage.machineUs =
            microseconds(m_started, m_worker.clock().steady()) - attempt.row().startedUs;
    const auto cost = Ledger::priceOf(usage, *price, attempt.provider().document.priceMultiplier);
    if (!cost)
        return;
    attempt.row().cost = cost->paid;
    m_unusedListCost += cost->list;
    const Ledger::AttemptRecord *row = &attempt.row();
    m_terms.unused.push_back({static_cast<int>(row - m_record.attempts.data()), usage});
}

// --- slow streams -------------------------------------------------------------------------------

//! The stream must show its speed before the client sees it; the last target need not.
bool Exchange::mustProveSpeed()
{
    const auto &guard = m_admission.route->slowStream;
    if (!guard || !(m_races || hasAnotherTry()))
        return false;
    if (m_attempt->watch()->hasContent() && !m_attempt->isProving())
        m_attempt->prove(guard->hold);
    return !hasProvedSpeed();
}

bool Exchange::hasProvedSpeed() const
{
    constexpr qint64 bytesPerToken = 4;
    const auto &guard = *m_admission.route->slowStream;
    const Dialects::StreamWatch &watch = *m_attempt->watch();
    const qint64 tokens = std::max(watch.contentEvents(), watch.contentBytes() / bytesPerToken);
    const double needed = guard.tokensPerSecond * std::chrono::duration<double>(guard.hold).count();
    return static_cast<double>(tokens) >= needed;
}

//! Another target takes over when one has a place; else slow is better than nothing.
void Exchange::leaveSlowStream()
{
    const SteadyTime now = m_worker.clock().steady();
    Failure failure{.kind = FailureClass::TimeoutIdle, .error = {}, .retryAfter = {}};
    failure.error.message = Ledger::slowStreamWords.toByteArray()
        + QByteArray::number(m_admission.route->slowStream->tokensPerSecond)
        + " tokens a second that the route asks for";
    const QByteArray told = m_attempt->provider().id + ": " + failure.error.message;
    m_trace.step("slow_stream", false, told);
    if (m_races) {
        bill(*m_attempt);
        loseRace(failure);
        return;
    }
    auto slot = takeNextPlace(now);
    if (!slot) {
        release();
        return;
    }
    bill(*m_attempt);
    m_timer.stop();
    m_attempt->close(outcomeOf(failure.kind), failure.error.message, now);
    m_attempt->recordFailure(failure, now);
    m_attempt->setTarget(candidate());
    callTarget(*std::move(slot), now);
}

} // namespace Gatehouse::Gateway
