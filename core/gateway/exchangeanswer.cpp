// SPDX-License-Identifier: GPL-3.0-or-later
//! The second half of an exchange: the upstream's answer on its way to the client.
#include "core/base/bytes.h"
#include "core/config/farewell.h"
#include "core/dialects/openai/media.h"
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/promptcount.h"
#include "core/gateway/worker.h"

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;
using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;

namespace {

//! A stream without content is held back for so many bytes.
constexpr qsizetype holdBytes = 16 * 1024;
//! The same for one that is to show its speed: by then it has.
constexpr qsizetype proofBytes = 256 * 1024;
//! The stream's own end waits this long for the end of the upstream's message.
constexpr std::chrono::milliseconds lastPieceTime = 20ms;
//! Callers are told so long before a model is withdrawn.
constexpr std::chrono::days noticeOfEnd{180};

} // namespace

void Exchange::onAttemptBytes(Attempt &attempt, QByteArrayView bytes)
{
    m_attempt = &attempt;
    if (attempt.kind() == AnswerKind::Stream)
        takeStreamBytes(bytes);
    else
        takeBytes(bytes);
}

void Exchange::onAttemptEnd(Attempt &attempt)
{
    m_attempt = &attempt;
    switch (attempt.kind()) {
    case AnswerKind::Stream:
        finishStream();
        return;
    case AnswerKind::Whole:
        finishWhole();
        return;
    case AnswerKind::Bytes:
        finishBytes();
        return;
    case AnswerKind::Failure:
        return; // comes as a failure
    }
}

void Exchange::onAttemptFailed(Attempt &attempt, const Failure &failure)
{
    m_attempt = &attempt;
    if (m_state == State::Replying) // the answer's own end had come: what follows does not matter
        finishStream();
    else if (m_released && attempt.kind() == AnswerKind::Bytes)
        breakBytes(failure);
    else if (m_released)
        breakStream(failure);
    else
        failAttempt(failure);
}

//! Held back long enough.
void Exchange::onAttemptHeld(Attempt &attempt)
{
    if (m_state != State::Calling)
        return;
    m_attempt = &attempt;
    if (attempt.isContentOverdue(m_worker.clock().steady()))
        failWithoutContent();
    else if (m_released)
        attempt.awaitContent();
    else if (!mustProveSpeed())
        release();
    else if (attempt.isProving())
        leaveSlowStream();
    else
        attempt.awaitContent();
}

//! Comments and empty events keep a connection alive, but are nothing to wait for.
void Exchange::failWithoutContent()
{
    Failure failure{.kind = FailureClass::TimeoutFirstToken, .error = {}, .retryAfter = {}};
    failure.error.message = "the stream began, but brought no content in time";
    if (m_released)
        breakStream(failure);
    else
        failAttempt(failure);
}

void Exchange::takeBytes(QByteArrayView bytes)
{
    if (m_attempt->isMetered())
        m_attempt->meter(bytes);
    if (!m_released) {
        winRace();
        m_released = true; // from here on there is no other attempt
        m_client.beginReply(m_attempt->status(), m_attempt->contentType(), replyFields(), bytes);
    } else {
        m_client.writePiece(bytes);
    }
    if (m_client.pendingBytes() > highWater)
        m_attempt->setReading(false);
}

void Exchange::finishBytes()
{
    if (!m_released && !isPassThrough()) {
        Failure failure{.kind = FailureClass::StreamBroken, .error = {}, .retryAfter = {}};
        failure.error.message = "the answer was empty";
        failAttempt(failure);
        return;
    }
    m_attempt->finishMeter();
    settle(m_attempt->status(), passedOutcome(), {}, {});
    m_state = State::Done;
    if (m_released)
        m_client.endReply();
    else
        m_client.reply(m_attempt->status(), m_attempt->contentType(), replyFields(), {});
}

//! Nothing can be said in the middle of sound: the connection is cut, so that the client notices.
void Exchange::breakBytes(const Failure &failure)
{
    const ClientError error = clientError(ErrorCase::UpstreamFailed);
    m_attempt->recordFailure(failure, m_worker.clock().steady());
    settle(200, outcomeOf(failure.kind), error.code, failure.error.message);
    m_state = State::Done;
    m_client.abortReply();
}

void Exchange::takeStreamBytes(QByteArrayView bytes)
{
    if (m_state == State::Replying)
        return; // nothing belongs behind the stream's own end
    const QByteArrayView piece = m_attempt->feed(bytes);
    const Dialects::StreamWatch &watch = *m_attempt->watch();
    if (m_released)
        noteFirstToken();
    if (const auto failure = m_attempt->streamFailure()) {
        if (m_released && watch.hasFailed() && !m_attempt->translates())
            m_lastPiece = m_worker.redacted(piece);
        if (m_released)
            breakStream(*failure);
        else
            failAttempt(*failure);
        return;
    }
    if (!m_released) {
        m_attempt->holdBack(piece);
        if (watch.hasEnded() && !watch.hasContent() && watch.finishReason().isEmpty())
            return; // an empty 200: the end decides
        const bool proves = !watch.hasEnded() && mustProveSpeed();
        if (proves ? m_attempt->heldBytes() >= proofBytes
                   : watch.hasContent() || watch.hasEnded() || m_attempt->heldBytes() >= holdBytes)
            release();
        return;
    }
    sendPiece(piece);
}

void Exchange::noteFirstToken()
{
    if (m_record.firstTokenUs >= 0 || !m_attempt->watch()->hasContent())
        return;
    m_record.firstTokenUs = sinceStartUs();
    m_attempt->stopHolding();
}

//! The client gets the stream's head and what was held back; from here on there is no other
//! attempt.
void Exchange::release()
{
    m_attempt->stopHolding();
    winRace();
    noteFirstToken();
    m_released = true;
    const QByteArray held = m_attempt->takeHeld();
    m_client.beginReply(200, m_attempt->contentType(), replyFields(),
                        m_attempt->watch()->hasEnded() ? QByteArrayView() : held);
    if (m_attempt->watch()->hasEnded())
        sendPiece(held);
    else if (!m_attempt->watch()->hasContent())
        m_attempt->awaitContent();
}

void Exchange::sendPiece(QByteArrayView piece)
{
    if (m_attempt->watch()->hasEnded() && m_state == State::Calling) {
        // The record is in the journal before the client can know that its answer is complete. The
        // last piece then waits a moment for the upstream's own end, so that both leave together.
        m_state = State::Replying;
        m_lastPiece = piece.toByteArray();
        if (m_attempt->watch()->isComplete())
            keepStreamed(piece);
        const Outcome outcome =
            m_attempt->watch()->isComplete() ? Outcome::Ok : Outcome::StreamBroken;
        settle(200, outcome, {}, {});
        if (m_record.cost && m_client.head().fields.value("x-gatehouse-cost") == "1")
            m_lastPiece += ": x-gatehouse-cost-usd: " + m_record.cost->toDecimal()
                + (m_record.usage.estimated ? "\n: x-gatehouse-estimated: true\n\n" : "\n\n");
        m_timer.start(m_worker.io().timers, lastPieceTime);
        return;
    }
    if (!piece.isEmpty())
        m_client.writePiece(piece);
    if (m_client.pendingBytes() > highWater)
        m_attempt->setReading(false);
}

void Exchange::finishStream()
{
    m_timer.stop();
    if (m_state == State::Replying) {
        m_state = State::Done;
        m_attempt->drop();
        m_client.endReply(std::exchange(m_lastPiece, {}));
        return;
    }
    m_attempt->stopHolding();
    const QByteArray rest = m_attempt->feedEnd().toByteArray();
    const Dialects::StreamWatch &watch = *m_attempt->watch();
    if (watch.isComplete() && (watch.hasContent() || !watch.finishReason().isEmpty())) {
        winRace();
        noteFirstToken();
        const QByteArray last = m_released ? rest : QByteArray(m_attempt->takeHeld() + rest);
        keepStreamed(last);
        settle(200, Outcome::Ok, {}, {});
        if (!std::exchange(m_released, true))
            m_client.beginReply(200, m_attempt->contentType(), replyFields());
        m_state = State::Done;
        m_client.endReply(last);
        return;
    }
    Failure failure{.kind = m_attempt->watch()->hasFailed()
                        ? Dialects::classifyError(m_attempt->watch()->error())
                        : FailureClass::StreamBroken,
                    .error = m_attempt->watch()->error(),
                    .retryAfter = {}};
    if (failure.error.message.isEmpty())
        failure.error.message = m_attempt->watch()->hasContent()
            ? "the stream ended without its end mark"
            : "the answer was empty";
    if (m_released)
        breakStream(failure);
    else
        failAttempt(failure);
}

//! The stream fails after the client has received some of it: an error event in its dialect, the
//! end.
void Exchange::breakStream(const Failure &failure)
{
    m_timer.stop();
    m_attempt->recordFailure(failure, m_worker.clock().steady());
    const Outcome outcome = outcomeOf(failure.kind);
    const bool timedOut = outcome == Outcome::TimeoutIdle || outcome == Outcome::TimeoutTotal
        || outcome == Outcome::TimeoutFirstToken;
    ClientError error =
        clientError(timedOut ? ErrorCase::UpstreamTimeout : ErrorCase::UpstreamFailed);
    error.detail = m_worker.redacted(failure.error.message).left(maxDetail);
    QByteArray last = std::exchange(m_lastPiece, {});
    if (last.isEmpty())
        last = errorEnd(error);
    settle(200, outcome, error.code, failure.error.message);
    m_state = State::Done;
    m_client.endReply(last);
}

//! The error that ends a stream that has begun. The blank line before it ends an unfinished event.
QByteArray Exchange::errorEnd(const ClientError &error) const
{
    const QByteArray event =
        Dialects::errorEvent(m_front, error, m_record.id, m_attempt->watch()->nextSequenceNumber());
    return m_attempt->translates() ? event : "\n\n" + event;
}

//! Seconds since 1970.
qint64 Exchange::createdAt() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_record.time.time_since_epoch())
        .count();
}

Dialects::ReplyContext Exchange::replyContext(const Attempt &attempt) const
{
    return {.requestId = m_record.id,
            .created = createdAt(),
            .model = attempt.row().model,
            .request = nullptr,
            .isStored = m_wantsStore,
            .previousResponse = m_previous ? m_previous->last.id : QByteArray(),
            .jsonList = m_shared.jsonList};
}

void Exchange::finishWhole()
{
    auto read = m_attempt->readWhole();
    if (const auto *failure = std::get_if<Failure>(&read)) {
        failAttempt(*failure);
        return;
    }
    winRace();
    const Attempt::Whole &whole = std::get<Attempt::Whole>(read);
    m_record.usage = whole.usage;
    keepWhole(whole.body);
    if (isPricedByPicture())
        Dialects::notePictures(m_front, m_attempt->upstreamBody(), m_admission.scan);
    Dialects::addUnits(m_front, m_admission.scan, m_attempt->upstreamBody(), m_record.usage);
    if (m_admission.scan.isLoad) {
        m_record.usage.known = true; // nothing was said
    } else if (!m_record.usage.known && isCountedInTokens(m_front)) {
        m_record.usage.promptTokens = promptTokens(*m_attempt);
        if (Dialects::taskOf(m_front) == Dialects::Task::Chat)
            m_record.usage.completionTokens = answerTokens(*m_published, *m_attempt);
        m_record.usage.estimated = true;
        m_record.usage.known = true;
    }
    settle(200, Outcome::Ok, {}, {});
    QByteArray fields = replyFields();
    if (m_record.cost)
        appendField(fields, "x-gatehouse-cost-usd", m_record.cost->toDecimal());
    if (m_record.usage.estimated)
        appendField(fields, "x-gatehouse-estimated", "true");
    m_state = State::Done;
    m_client.reply(m_attempt->status(), m_attempt->contentType(), fields, whole.body);
}

QByteArray Exchange::replyFields() const
{
    QByteArray fields;
    fields.reserve(256 + m_attempt->returnedFields().size());
    appendField(fields, "x-request-id", m_record.id);
    if (m_front == Dialects::Format::AnthropicMessages)
        appendField(fields, "request-id", m_record.id);
    if (!m_record.attempts.empty()) {
        appendField(fields, "x-gatehouse-provider", m_record.attempts.back().provider);
        if (!m_record.attempts.back().model.isEmpty())
            appendField(fields, "x-gatehouse-model", m_record.attempts.back().model);
        appendField(fields, "x-gatehouse-attempts", qint64(m_record.attempts.size()));
    }
    appendField(fields, "x-gatehouse-cache", m_record.cache);
    if (m_admission.purse.isLimited()) {
        const SteadyTime now = m_worker.clock().steady();
        m_admission.purse.appendFields(fields, m_front, now, m_shared.wallTimeAt(now));
    }
    if (m_client.head().fields.value("x-gatehouse-explain") == "1")
        appendField(fields, "x-gatehouse-explain", m_trace.header());
    append(fields, m_attempt->returnedFields());
    appendFarewell(fields);
    return fields;
}

//! What was asked for ends some day: the route, or the model its maker withdraws.
void Exchange::appendFarewell(QByteArray &fields) const
{
    const auto &passed = m_admission.direction.passed;
    const Config::Route *const asked = passed.isEmpty() ? m_admission.route : passed.front();
    if (!asked || isPassThrough())
        return;
    fields += asked->farewell;
    const auto end = m_published->routing->end(*asked);
    if (end && *end - m_record.time < noticeOfEnd)
        fields += Config::farewellFields(*end);
}

} // namespace Gatehouse::Gateway
