// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/shadowcopy.h"

#include "core/gateway/exchangewords.h"
#include "core/gateway/promptcount.h"
#include "core/gateway/worker.h"
#include "core/ledger/schema.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;
using Routing::NotCopied;

namespace {

//! A copy is for measuring: nobody waits for it longer than this.
constexpr milliseconds longestCopy = 10min;
//! A target that asks for a rest without saying how long.
constexpr milliseconds unknownRest = 10s;
//! An answer of unknown length is expected to be so long at least, and twice as long as the
//! original's.
constexpr qint64 leastExpected = 256;

//! The fields of \a from with their text in \a text. What is only of the client's connection is not
//! needed.
Http::RequestHead copyHead(const Http::RequestHead &from, QByteArray &text)
{
    qsizetype size = from.query.size();
    for (const Http::Field &field : from.fields.all())
        size += field.name.size() + field.value.size();
    text.reserve(size);
    const auto keep = [&text](QByteArrayView part) {
        const qsizetype at = text.size();
        text += part;
        return QByteArrayView(text.constData() + at, part.size());
    };
    Http::RequestHead head;
    head.method = from.method;
    head.query = keep(from.query);
    for (const Http::Field &field : from.fields.all())
        head.fields.m_fields.push_back({keep(field.name), keep(field.value)});
    return head;
}

Failure broken(QByteArray message)
{
    Failure failure{.kind = FailureClass::StreamBroken, .error = {}, .retryAfter = {}};
    failure.error.message = std::move(message);
    return failure;
}

} // namespace

ShadowCopy::ShadowCopy(ShadowCopies &owner, Worker &worker, const ShadowCopies::Original &original,
                       const Routing::ShadowTarget &target)
    : m_owner(owner)
    , m_worker(worker)
    , m_published(original.published)
    , m_state(target.state)
    , m_candidate{.entry = target.entry, .fits = true}
    , m_originalTokens(original.record.usage.completionTokens)
    , m_head(copyHead(original.admission.head, m_fieldText))
    , m_body(original.admission.body)
    , m_started(worker.clock().steady())
    , m_admission{.published = *m_published,
                  .head = m_head,
                  .front = original.admission.front,
                  .key = original.admission.key,
                  .body = m_body,
                  .scanner = worker.scanner(),
                  .random = worker.random(),
                  .now = m_started,
                  .trace = m_trace}
    , m_shared{.worker = worker,
               .admission = m_admission,
               .record = m_record,
               .started = m_started,
               .images = m_images,
               .jsonList = original.jsonList,
               .upload = m_upload}
    , m_attempt(m_shared, *this)
{
    m_admission.scan = original.admission.scan;
    m_admission.promptKnowledge = original.admission.promptKnowledge;
    m_admission.wall = worker.clock().wall();
    m_admission.route = original.admission.route;
    m_record.id = worker.nextRequestId(worker.clock().wall());
    m_record.time = worker.clock().wall();
    m_record.copyOf = original.record.id;
    m_record.front = original.record.front;
    m_record.route = original.record.route;
    m_record.modelAsked = original.record.modelAsked;
    m_record.provider = target.entry.provider->provider->id;
    m_record.model = target.entry.target->model;
    m_record.streamed = original.record.streamed;
    m_record.revision = original.record.revision;
}

milliseconds ShadowCopy::longestTime() const
{
    const auto &timeouts = m_candidate.entry.provider->provider->document.timeouts;
    return std::min(
        {timeouts.total, m_admission.route->totalTime.value_or(longestCopy), longestCopy});
}

//! Where callers are sent as well, half of the places are theirs alone.
std::optional<Routing::Slot> ShadowCopy::takePlace(SteadyTime now) const
{
    const Routing::Entry &entry = m_candidate.entry;
    if (m_state->rests(now) || !entry.provider->state->engine().isAwake()
        || entry.state->availability(now) != Routing::Availability::Ready)
        return {};
    int most = entry.maxInFlight();
    if (!m_admission.route->shadow->isAlone) {
        const int capacity = entry.state->capacity();
        const bool isSpare = capacity == 0 || entry.state->inFlight() < capacity / 2;
        if (!isSpare || most == 1)
            return {};
        most /= 2;
    }
    return Routing::Slot::take(*entry.state, *entry.provider->state, most, now);
}

std::optional<NotCopied> ShadowCopy::setMoneyAside()
{
    const Dialects::RequestScan &scan = m_admission.scan;
    const qint64 answer = std::max(2 * m_originalTokens, leastExpected);
    const Usage expected{.promptTokens = scan.promptTokens,
                         .completionTokens = std::min(scan.maxTokens.value_or(answer), answer),
                         .known = true};
    const Ledger::Price *price =
        m_published->prices->findAt(m_record.provider, m_record.model, m_record.time);
    const auto cost = price
        ? Ledger::priceOf(expected, *price,
                          m_candidate.entry.provider->provider->document.priceMultiplier)
        : std::nullopt;
    if (!cost && m_state->shadow().dailyLimit)
        return NotCopied::NotPriced;
    m_setAside = cost ? cost->paid : Money();
    m_day = Ledger::DayCalendar(m_published->snapshot->reportingZone)
                .dayOf(Ledger::toUs(m_record.time));
    if (m_state->reserve(m_day, m_setAside))
        return {};
    m_setAside = {};
    return NotCopied::MoneySpent;
}

std::optional<NotCopied> ShadowCopy::begin()
{
    const SteadyTime now = m_worker.clock().steady();
    auto slot = takePlace(now);
    if (!slot)
        return NotCopied::NoPlace;
    if (const auto why = setMoneyAside())
        return why;
    const auto giveUp = [this] {
        m_state->settle(m_day, m_setAside, {});
        return NotCopied::Refused;
    };
    const Access::Bounds *bounds = m_published->bounds.get();
    if (bounds && bounds->budgets().pause())
        return giveUp();
    m_attempt.setTarget(m_candidate);
    if (!m_admission.purse.enterProvider(m_admission, m_attempt.provider(), m_record.model, now))
        return giveUp();
    Result<std::vector<QByteArray>> body = m_attempt.writeBody();
    if (!body) {
        m_admission.purse.withdraw(now);
        return giveUp();
    }
    m_attempt.setSlot(*std::move(slot));
    m_hasBegun = true;
    m_state->countCopy();
    if (const auto failure = m_attempt.start(*std::move(body), now, longestTime()))
        fail(*failure);
    return {};
}

void ShadowCopy::interrupt()
{
    finish(Outcome::Interrupted, "the gateway stopped");
}

Dialects::ReplyContext ShadowCopy::replyContext(const Attempt &attempt) const
{
    return {.requestId = m_record.id,
            .created = Ledger::toUs(m_record.time) / 1'000'000,
            .model = attempt.row().model,
            .request = nullptr,
            .isStored = false,
            .previousResponse = {},
            .jsonList = m_shared.jsonList};
}

void ShadowCopy::onAttemptBytes(Attempt &attempt, QByteArrayView bytes)
{
    if (attempt.kind() != Attempt::AnswerKind::Stream)
        return;
    attempt.feed(bytes);
    if (const auto failure = attempt.streamFailure())
        fail(*failure);
    else if (attempt.watch()->hasEnded() && attempt.watch()->isComplete())
        finish(Outcome::Ok, {});
}

void ShadowCopy::onAttemptEnd(Attempt &attempt)
{
    if (attempt.kind() == Attempt::AnswerKind::Stream)
        finishStream();
    else if (attempt.kind() == Attempt::AnswerKind::Whole)
        finishWhole();
    else
        finish(Outcome::Ok, {});
}

void ShadowCopy::onAttemptFailed(Attempt &, const Failure &failure)
{
    fail(failure);
}

void ShadowCopy::finishStream()
{
    m_attempt.feedEnd();
    const Dialects::StreamWatch &watch = *m_attempt.watch();
    if (const auto failure = m_attempt.streamFailure())
        fail(*failure);
    else if (watch.isComplete() && (watch.hasContent() || !watch.finishReason().isEmpty()))
        finish(Outcome::Ok, {});
    else
        fail(broken(watch.hasContent() ? "the stream ended without its end mark"
                                       : "the answer was empty"));
}

void ShadowCopy::finishWhole()
{
    const auto read = m_attempt.readWhole();
    if (const auto *failure = std::get_if<Failure>(&read)) {
        fail(*failure);
        return;
    }
    const Attempt::Whole &whole = std::get<Attempt::Whole>(read);
    m_record.usage = whole.usage;
    if (!m_record.usage.known && isCountedInTokens(m_admission.front)) {
        m_record.usage.promptTokens = m_admission.scan.promptTokens;
        m_record.usage.completionTokens = answerTokens(*m_published, m_attempt);
        m_record.usage.estimated = true;
        m_record.usage.known = true;
    }
    finish(Outcome::Ok, {});
}

void ShadowCopy::fail(const Failure &failure)
{
    if (failure.retryAfter || failure.kind == FailureClass::RateLimited)
        m_state->restUntil(m_worker.clock().steady()
                           + std::min<milliseconds>(failure.retryAfter.value_or(unknownRest),
                                                    Routing::Breaker::longestHint));
    finish(outcomeOf(failure.kind), failure.error.message);
}

//! What its stream used, as its provider said or as we count.
Usage ShadowCopy::settledUsage(const Dialects::StreamWatch &watch) const
{
    return watch.settledUsage(m_admission.scan.promptTokens,
                              bytesPerToken(*m_published, m_attempt));
}

//! What the provider bills: nothing for what it refused.
std::optional<Money> ShadowCopy::price()
{
    const Ledger::Price *price =
        m_published->prices->findAt(m_record.provider, m_record.model, m_record.time);
    if (!price)
        return m_record.usage.known ? std::nullopt : std::optional(Money());
    m_record.priceVersion = price->version;
    m_record.usage.machineUs = price->perHour ? m_attempt.row().durationUs : 0;
    if (!m_record.usage.known && !price->perHour)
        return Money();
    const auto cost =
        Ledger::priceOf(m_record.usage, *price, m_attempt.provider().document.priceMultiplier);
    if (!cost)
        return std::nullopt;
    m_record.listCost = cost->list;
    return cost->paid;
}

//! The last of it: it is gone when this returns.
void ShadowCopy::finish(Outcome outcome, QByteArrayView detail)
{
    const SteadyTime now = m_worker.clock().steady();
    if (const Dialects::StreamWatch *watch = m_attempt.watch();
        watch && (outcome == Outcome::Ok || watch->hasContent()))
        m_record.usage = settledUsage(*watch);
    m_attempt.close(outcome, detail, now);
    m_record.outcome = outcome;
    m_record.status = m_attempt.status();
    m_record.firstTokenUs = m_record.streamed ? m_attempt.row().firstTokenUs : -1;
    m_record.totalUs = m_attempt.row().durationUs;
    m_record.cost = price();
    m_worker.bookCopy(m_record);
    m_state->settle(m_day, m_setAside, m_record.cost.value_or(Money()));
    m_admission.purse.settleCopy(*m_published, m_record, now);
    m_owner.remove(*this);
}

} // namespace Gatehouse::Gateway
