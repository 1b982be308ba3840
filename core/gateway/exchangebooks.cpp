// SPDX-License-Identifier: GPL-3.0-or-later
//! The end of an exchange: what it used and cost goes into the books.
#include "core/dialects/openai/media.h"
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/promptcount.h"
#include "core/gateway/worker.h"

#include <algorithm>

namespace Gatehouse::Gateway {

using Dialects::ClientError;
using Ledger::Outcome;

namespace {

//! Of what passes: reading and removing are free of charge, and so is what was refused.
bool mayCost(Http::Method method, const Ledger::RequestRecord &record)
{
    using Http::Method;
    const bool makes = method == Method::Post || method == Method::Put || method == Method::Patch;
    return record.usage.known || (makes && record.status < 400);
}

//! The target did not do what it was asked, whoever did so in the end.
bool isTargetsFault(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
    case Outcome::Cancelled:
    case Outcome::Interrupted:
    case Outcome::LimitReached:
    case Outcome::BadRequest:
    case Outcome::ContextTooLong:
    case Outcome::ContentRefused:
        return false;
    default:
        return true;
    }
}

} // namespace

//! A pinned target answered with another model than it names.
void Exchange::noteDrift(SteadyTime now) const
{
    const Config::Target &target = *m_attempt->entry().target;
    if (!target.pinned)
        return;
    const QByteArray answered = m_attempt->answeredModel();
    if (Routing::isAnotherModel(target.model, answered))
        m_published->routing->live().drifts().note(target.provider->id, target.model, answered,
                                                   now);
}

//! The request counts for its side of the route's canary. A canary that answers what the others can
//! serve with a refusal has failed as well.
void Exchange::countTrial()
{
    using Routing::Part;
    const Routing::Plan &plan = m_admission.plan;
    if (plan.part == Part::None || m_record.attempts.empty())
        return;
    Routing::CanaryState &state = *plan.trial->state;
    const qint64 cost = m_record.cost ? m_record.cost->nanoUsd : -1;
    if (plan.part == Part::Control) {
        state.control().count(isTargetsFault(m_record.outcome), m_record.firstTokenUs, cost);
        return;
    }
    if (plan.part == Part::Missed) {
        state.trial().count(true, -1, -1);
        return;
    }
    const Config::Target &target = *plan.trial->entry.target;
    const auto row = std::ranges::find_if(m_record.attempts, [&](const auto &attempt) {
        return attempt.provider == target.provider->id && attempt.model == target.model;
    });
    if (row == m_record.attempts.end() || row->result == Outcome::Cancelled)
        return;
    const bool failed = isTargetsFault(row->result)
        || (row->result != Outcome::Ok && m_record.outcome == Outcome::Ok);
    state.trial().count(failed, row->firstTokenUs, failed ? -1 : cost);
}

//! What a picture costs there depends on its size and quality.
bool Exchange::isPricedByPicture() const
{
    if (Dialects::taskOf(m_front) != Dialects::Task::Images || m_record.attempts.empty())
        return false;
    const Ledger::AttemptRecord &served = m_record.attempts.back();
    const Ledger::Price *price =
        m_published->prices->findAt(served.provider, served.model, m_record.time);
    return price && !price->pictures.empty();
}

std::optional<Money> Exchange::price()
{
    const Money unused = m_record.costOfUnused();
    if (m_record.provider.isEmpty())
        return unused; // of those that were asked nobody served
    if (Dialects::taskOf(m_front) == Dialects::Task::CountTokens)
        return Money{}; // counting is free of charge
    if (isPassThrough() && !mayCost(m_client.head().method, m_record))
        return Money{};
    const Ledger::Price *price =
        m_published->prices->findAt(m_record.provider, m_record.model, m_record.time);
    if (!price)
        return std::nullopt;
    m_record.priceVersion = price->version;
    if (price->perHour && !m_record.attempts.empty())
        m_record.usage.machineUs = m_record.attempts.back().durationUs;
    const Config::Provider &provider = m_attempt->provider();
    const double multiplier = provider.document.priceMultiplier;
    const Dialects::RequestScan &scan = m_admission.scan;
    const auto cost = price->pictures.empty()
        ? Ledger::priceOf(m_record.usage, *price, multiplier)
        : Ledger::priceOf(m_record.usage,
                          forPictures(*price, scan.pictureSize, scan.pictureQuality), multiplier);
    if (!cost)
        return std::nullopt;
    m_record.listCost = cost->list + m_unusedListCost;
    m_record.cacheSaved = cost->cacheSaved;
    return cost->paid + unused;
}

//! What usage alone does not tell about the price.
void Exchange::keepTerms()
{
    m_terms.batch = m_record.usage.batch;
    m_terms.machineUs = m_record.usage.machineUs;
    if (m_record.usage.images > 0 && Dialects::taskOf(m_front) == Dialects::Task::Images)
        m_terms.picture = {m_admission.scan.pictureSize, m_admission.scan.pictureQuality};
    m_record.terms = m_terms.toText();
}

//! Our own share of the time: before the first attempt and, where the answer is not streamed,
//! everything that was not spent in attempts.
qint64 Exchange::ownTimeUs(SteadyTime now) const
{
    const qint64 sinceBody = microseconds(m_bodyComplete, now) - m_record.queuedUs - m_fetchedUs;
    if (m_record.attempts.empty())
        return sinceBody;
    if (m_record.streamed)
        return m_ownUs;
    qint64 upstreamUs = 0;
    for (const Ledger::AttemptRecord &attempt : m_record.attempts)
        upstreamUs += attempt.durationUs;
    return std::max(m_ownUs, sinceBody - upstreamUs);
}

//! Closes the record and puts it into the journal. After this the request is booked, whatever
//! happens.
void Exchange::settle(int status, Outcome outcome, QByteArrayView errorCode,
                      QByteArrayView errorDetail)
{
    const SteadyTime now = m_worker.clock().steady();
    const bool attempted = !m_record.attempts.empty();
    const bool calling = m_attempt->isCalling();
    const Dialects::StreamWatch *watch = m_attempt->watch();
    const bool answered =
        outcome == Outcome::Ok || m_released || (outcome == Outcome::Cancelled && calling);
    const bool counted = isCountedInTokens(m_front);
    if (watch && answered)
        m_record.usage = counted ? settledUsage(*m_attempt) : watch->usage();
    if (!counted && answered && m_attempt->kind() != AnswerKind::Whole && !isPassThrough())
        Dialects::addUnits(m_front, m_admission.scan, {}, m_record.usage);
    if (attempted && answered) {
        m_record.provider = m_record.attempts.back().provider;
        m_record.model = m_record.attempts.back().model;
    }
    if (!watch && outcome == Outcome::Cancelled && calling && !m_record.usage.known && counted) {
        // The prompt was sent and may have been read: booked as an estimate.
        m_record.usage = {.promptTokens = m_attempt->wasSent() ? promptTokens(*m_attempt) : 0,
                          .estimated = true,
                          .known = true};
    }
    if (calling)
        m_attempt->book(outcome, now);
    if (outcome == Outcome::Ok && attempted) {
        noteDrift(now);
        m_attempt->recordSuccess(now);
        Routing::RouteState *const route = m_attempt->entry().routeState;
        if (route && m_record.usage.known && m_record.usage.completionTokens > 0)
            route->sawOutput(m_record.usage.completionTokens);
    }

    m_record.status = status;
    m_record.outcome = outcome;
    m_record.errorCode = errorCode.toByteArray();
    m_record.errorDetail =
        errorDetail.isEmpty() ? QByteArray() : m_worker.redacted(errorDetail).left(maxDetail);
    if (!m_record.streamed)
        m_record.firstTokenUs = -1;
    m_record.cost = price();
    keepTerms();
    m_record.totalUs = microseconds(m_started, now);
    m_record.gatewayUs = ownTimeUs(now);
    m_record.trace = attempted ? m_trace.json() : m_worker.redacted(m_trace.json());
    countTrial();
    m_worker.book(m_record);
    m_admission.purse.settle(*m_published, m_record, m_admission.key, now,
                             watch ? watch->contentBytes() : 0);
    offerCopy();
}

//! The route may want to know how another target would have answered.
void Exchange::offerCopy()
{
    const Config::Route *const route = m_admission.route;
    if (!route || !route->shadow || !mayAskTwice()
        || Dialects::taskOf(m_front) == Dialects::Task::CountTokens)
        return;
    m_worker.copies().offer({.published = m_published,
                             .admission = m_admission,
                             .record = m_record,
                             .jsonList = m_shared.jsonList});
}

//! For books that the provider does not fill.
qint64 Exchange::promptTokens(const Attempt &attempt)
{
    if (!isPassThrough())
        refinePrompt(m_admission, *attempt.entry().target);
    return m_admission.scan.promptTokens;
}

//! What the attempt's stream used, as its provider said or as we count.
Usage Exchange::settledUsage(const Attempt &attempt)
{
    const Dialects::StreamWatch &watch = *attempt.watch();
    if (watch.usage().known && watch.isComplete())
        return watch.usage();
    return watch.settledUsage(promptTokens(attempt), bytesPerToken(*m_published, attempt));
}

void Exchange::recordRefusal(Worker &worker, Http::ServerExchange &client, Dialects::Format front,
                             const Access::KeyEntry &key, QByteArrayView requestId,
                             const ClientError &error, Outcome outcome)
{
    Ledger::RequestRecord record;
    record.id = requestId.toByteArray();
    record.time = worker.clock().wall();
    record.status = error.status;
    record.outcome = outcome;
    record.front = Dialects::formatName(front).toByteArray();
    record.keyId = key.id;
    record.keyName = key.name;
    record.formerSecret = key.isFormer;
    record.team = key.team;
    record.clientAddress = client.peerAddress();
    record.cache = QByteArrayLiteral("bypass");
    record.cost = Money{};
    record.errorCode = error.code;
    record.errorDetail = error.message.left(maxDetail);
    Trace trace;
    trace.step("key", false, key.name);
    record.trace = trace.json();
    worker.book(record);
}

} // namespace Gatehouse::Gateway
