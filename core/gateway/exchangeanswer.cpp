// SPDX-License-Identifier: GPL-3.0-or-later
//! The second half of an exchange: the upstream's answer on its way to the client.
#include "core/dialects/headerpolicy.h"
#include "core/dialects/openai/media.h"
#include "core/dialects/replywatch.h"
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;
using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;

namespace {

//! A stream without content yet is held back this long, or this many bytes, so that a failure can
//! still be mended by another attempt.
constexpr std::chrono::milliseconds holdTime = 2s;
constexpr qsizetype holdBytes = 16 * 1024;
//! The stream's own end waits this long for the end of the upstream's message.
constexpr std::chrono::milliseconds lastPieceTime = 20ms;
//! A whole answer larger than this is not kept in memory.
constexpr qsizetype maxWholeReply = 64 * 1024 * 1024;
//! Above this a whole answer is large: its usage is looked for in so many bytes at its end.
constexpr qsizetype largeReply = 256 * 1024;
constexpr qsizetype usageTail = 16 * 1024;
constexpr qsizetype maxUpstreamId = 128;

bool isStreamType(QByteArrayView type)
{
    return type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson")
        || type.startsWith("application/vnd.amazon.eventstream");
}

bool isJsonType(QByteArrayView type)
{
    return type.isEmpty() || type.startsWith("application/json");
}

} // namespace

void Exchange::onUpstreamHead(const Http::ResponseHead &head)
{
    m_upstreamStatus = head.status;
    for (const QByteArrayView name : Dialects::requestIdFields()) {
        const QByteArrayView id = head.fields.value(name);
        if (!id.isEmpty()) {
            m_record.attempts.back().upstreamId = id.toByteArray().left(maxUpstreamId);
            break;
        }
    }
    if (head.status < 200 || head.status >= 300) {
        m_kind = AnswerKind::Failure;
        // A provider that refuses repeats more of the request than is good.
        QByteArray &upstreamId = m_record.attempts.back().upstreamId;
        upstreamId = m_worker.redacted(upstreamId);
        for (const Http::Field &field : head.fields.all())
            m_failureFields.emplace_back(field.name.toByteArray().toLower(),
                                         field.value.toByteArray());
        return;
    }
    obeyAllowances(head.fields);
    const QByteArrayView type = head.fields.value("content-type");
    m_contentType = type.toByteArray();
    keepReturnedFields(head.fields);
    if (isStreamType(type) && Dialects::mayStream(m_front)) {
        m_kind = AnswerKind::Stream;
        if (m_translates) {
            m_contentType = Dialects::chatCodec(m_front).streamType.toByteArray();
            m_watch = m_translation->stream(
                m_upstreamFormat, *candidate().entry.provider->provider->quirks, replyContext());
        } else {
            m_watch = std::make_unique<Dialects::ReplyWatch>(m_front, m_hideUsage);
        }
    } else if (Dialects::isUntranslated(m_front) && !isJsonType(type)) {
        m_kind = AnswerKind::Bytes;
    } else {
        m_kind = AnswerKind::Whole;
        if (head.contentLength > 0 && head.contentLength <= maxWholeReply)
            m_reply.reserve(head.contentLength);
    }
}

//! A good answer may say that it was the last one for a while. Read only when it says so at all.
void Exchange::obeyAllowances(const Http::Fields &fields)
{
    const SteadyTime now = m_worker.clock().steady();
    const Routing::Entry &entry = candidate().entry;
    entry.state->gaveSign(now);
    if (!std::ranges::any_of(fields.all(), [](const Http::Field &field) {
            return field.value == "0" && Dialects::isAllowance(field.name);
        }))
        return;
    const auto lookup = [&fields](QByteArrayView name) { return fields.value(name); };
    if (const auto wait = Dialects::exhaustedFor(lookup, m_worker.clock().wall()))
        Routing::recordExhausted(entry, m_keyIndex, *wait, now);
}

//! The upstream's fields that the client gets, in the client's words.
void Exchange::keepReturnedFields(const Http::Fields &fields)
{
    const Dialects::Family upstream = Dialects::familyOf(m_upstreamFormat);
    const Dialects::Family client = Dialects::familyOf(m_front);
    for (const Http::Field &field : fields.all()) {
        if (upstream == client) {
            const QByteArrayView name = Dialects::returnedFieldName(client, field.name);
            if (!name.isEmpty())
                appendField(m_returnedFields, name, field.value);
            continue;
        }
        const Dialects::ReturnedField told = Dialects::translatedField(
            upstream, client, field.name, field.value, m_worker.clock().wall());
        if (!told.name.isEmpty())
            appendField(m_returnedFields, told.name, told.value);
    }
}

void Exchange::onUpstreamBody(QByteArrayView bytes)
{
    switch (m_kind) {
    case AnswerKind::Stream:
        takeStreamBytes(bytes);
        return;
    case AnswerKind::Bytes:
        takeBytes(bytes);
        return;
    case AnswerKind::Failure:
        m_reply += bytes.first(std::min(bytes.size(), Dialects::maxErrorBody - m_reply.size()));
        return;
    case AnswerKind::Whole:
        if (m_reply.size() + bytes.size() <= maxWholeReply) {
            m_reply += bytes;
            return;
        }
        Failure failure{.kind = FailureClass::ServerError, .error = {}, .retryAfter = {}};
        failure.error.message = "the answer is larger than 64 MiB";
        failAttempt(failure);
    }
}

void Exchange::onUpstreamEnd()
{
    switch (m_kind) {
    case AnswerKind::Stream:
        finishStream();
        return;
    case AnswerKind::Whole:
        finishWhole();
        return;
    case AnswerKind::Bytes:
        finishBytes();
        return;
    case AnswerKind::Failure: {
        const auto lookup = [this](QByteArrayView name) {
            const auto it = std::ranges::find(m_failureFields, name, [](const auto &field) {
                return QByteArrayView(field.first);
            });
            return it == m_failureFields.end() ? QByteArrayView() : QByteArrayView(it->second);
        };
        failAttempt(
            Dialects::classifyAnswer(m_upstreamStatus, lookup, m_reply, m_worker.clock().wall()));
        return;
    }
    }
}

void Exchange::onUpstreamFailed(const Http::UpstreamFailure &upstream)
{
    Failure failure{.kind = classOf(upstream), .error = {}, .retryAfter = {}};
    failure.error.message = upstream.detail.toUtf8();
    if (m_state == State::Replying) // the answer's own end had come: what follows does not matter
        finishStream();
    else if (m_released && m_kind == AnswerKind::Bytes)
        breakBytes(failure);
    else if (m_released)
        breakStream(failure);
    else
        failAttempt(failure);
}

void Exchange::takeBytes(QByteArrayView bytes)
{
    if (!m_released) {
        m_released = true; // from here on there is no other attempt
        m_client.beginReply(200, m_contentType, replyFields(), bytes);
    } else {
        m_client.writePiece(bytes);
    }
    if (m_client.pendingBytes() > highWater && m_call)
        m_call->setReading(false);
}

void Exchange::finishBytes()
{
    if (!m_released) {
        Failure failure{.kind = FailureClass::StreamBroken, .error = {}, .retryAfter = {}};
        failure.error.message = "the answer was empty";
        failAttempt(failure);
        return;
    }
    settle(200, Outcome::Ok, {}, {});
    m_state = State::Done;
    m_client.endReply();
}

//! Nothing can be said in the middle of sound: the connection is cut, so that the client notices.
void Exchange::breakBytes(const Failure &failure)
{
    const ClientError error = clientError(ErrorCase::UpstreamFailed);
    Routing::recordFailure(candidate().entry, {m_keyIndex, m_attemptStarted}, failure.kind,
                           failure.retryAfter, m_worker.clock().steady());
    settle(200, outcomeOf(failure.kind), error.code, failure.error.message);
    m_state = State::Done;
    m_client.abortReply();
}

void Exchange::takeStreamBytes(QByteArrayView bytes)
{
    if (m_state == State::Replying)
        return; // nothing belongs behind the stream's own end
    m_out.resize(0);
    m_watch->feed(bytes, m_out);
    const QByteArrayView piece = m_watch->passesThrough() ? bytes : QByteArrayView(m_out);
    if (m_record.firstTokenUs < 0 && m_watch->hasContent()) {
        m_record.firstTokenUs = sinceStartUs();
        m_record.attempts.back().firstTokenUs =
            microseconds(m_attemptStarted, m_worker.clock().steady());
        candidate().entry.state->sawFirstToken(
            std::chrono::microseconds(m_record.attempts.back().firstTokenUs));
    }
    if (m_watch->hasFailed() || m_watch->isMalformed()) {
        Failure failure{.kind = Dialects::classifyError(m_watch->error()),
                        .error = m_watch->error(),
                        .retryAfter = {}};
        if (m_watch->isMalformed())
            failure.error.message = "the stream is not in the provider's own format";
        if (!m_released) {
            failAttempt(failure);
        } else if (m_watch->hasFailed() && !m_translates) {
            m_lastPiece = m_worker.redacted(piece);
            breakStream(failure);
        } else {
            breakStream(failure);
        }
        return;
    }
    if (!m_released) {
        if (m_reply.isEmpty() && !m_watch->hasContent())
            m_timer.start(m_worker.io().timers, holdTime);
        m_reply += piece;
        if (m_watch->hasEnded() && !m_watch->hasContent() && m_watch->finishReason().isEmpty())
            return; // an empty 200: the end decides
        if (m_watch->hasContent() || m_watch->hasEnded() || m_reply.size() >= holdBytes)
            release();
        return;
    }
    sendPiece(piece);
}

//! The client gets the stream's head and what was held back; from here on there is no other
//! attempt.
void Exchange::release()
{
    m_timer.stop();
    m_released = true;
    const QByteArray held = std::exchange(m_reply, {});
    m_client.beginReply(200, m_contentType, replyFields(),
                        m_watch->hasEnded() ? QByteArrayView() : held);
    if (m_watch->hasEnded())
        sendPiece(held);
}

void Exchange::sendPiece(QByteArrayView piece)
{
    if (m_watch->hasEnded() && m_state == State::Calling) {
        // The record is in the journal before the client can know that its answer is complete. The
        // last piece then waits a moment for the upstream's own end, so that both leave together.
        m_state = State::Replying;
        m_lastPiece = piece.toByteArray();
        if (m_watch->isComplete())
            keepStreamed(piece);
        const Outcome outcome = m_watch->isComplete() ? Outcome::Ok : Outcome::StreamBroken;
        settle(200, outcome, {}, {});
        if (m_record.cost && m_client.head().fields.value("x-gatehouse-cost") == "1")
            m_lastPiece += ": x-gatehouse-cost-usd: " + m_record.cost->toDecimal() + "\n\n";
        m_timer.start(m_worker.io().timers, lastPieceTime);
        return;
    }
    if (!piece.isEmpty())
        m_client.writePiece(piece);
    if (m_client.pendingBytes() > highWater && m_call)
        m_call->setReading(false);
}

void Exchange::finishStream()
{
    m_timer.stop();
    if (m_state == State::Replying) {
        m_state = State::Done;
        m_call.reset();
        m_client.endReply(std::exchange(m_lastPiece, {}));
        return;
    }
    m_out.resize(0);
    m_watch->finish(m_out);
    if (m_watch->isComplete() && (m_watch->hasContent() || !m_watch->finishReason().isEmpty())) {
        const QByteArray rest = m_out;
        keepStreamed(m_released ? rest : QByteArray(m_reply + rest));
        if (!m_released) {
            m_reply += rest;
            m_out.resize(0);
            m_released = true;
            settle(200, Outcome::Ok, {}, {});
            m_client.beginReply(200, m_contentType, replyFields());
            m_state = State::Done;
            m_client.endReply(m_reply);
            return;
        }
        settle(200, Outcome::Ok, {}, {});
        m_state = State::Done;
        m_client.endReply(rest);
        return;
    }
    Failure failure{.kind = m_watch->hasFailed() ? Dialects::classifyError(m_watch->error())
                                                 : FailureClass::StreamBroken,
                    .error = m_watch->error(),
                    .retryAfter = {}};
    if (failure.error.message.isEmpty())
        failure.error.message = m_watch->hasContent() ? "the stream ended without its end mark"
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
    const Routing::Entry &entry = candidate().entry;
    Routing::recordFailure(entry, {m_keyIndex, m_attemptStarted}, failure.kind, failure.retryAfter,
                           m_worker.clock().steady());
    const Outcome outcome = outcomeOf(failure.kind);
    const bool timedOut = outcome == Outcome::TimeoutIdle || outcome == Outcome::TimeoutTotal;
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
        Dialects::errorEvent(m_front, error, m_record.id, m_watch->nextSequenceNumber());
    return m_translates ? event : "\n\n" + event;
}

Dialects::ReplyContext Exchange::replyContext() const
{
    return {.requestId = m_record.id,
            .created =
                std::chrono::duration_cast<std::chrono::seconds>(m_record.time.time_since_epoch())
                    .count(),
            .model = m_record.attempts.back().model,
            .request = nullptr,
            .isStored = m_wantsStore,
            .previousResponse = m_previous ? m_previous->last.id : QByteArray(),
            .jsonList = m_jsonList};
}

//! What the answer says. Of a large one its end is enough when usage stands there: reading all of
//! it costs a copy and a pass, and an answer that carries an error instead is read whole.
Dialects::WholeReply Exchange::readReply()
{
    if (m_reply.size() <= largeReply)
        return Dialects::scanReply(m_upstreamFormat, m_reply, m_worker.replyReader());
    Dialects::WholeReply whole =
        Dialects::scanReply(m_upstreamFormat, QByteArrayView(m_reply).last(usageTail), false);
    if (!whole.usage.known)
        return Dialects::scanReply(m_upstreamFormat, m_reply);
    whole.textBytes = m_reply.size();
    return whole;
}

void Exchange::finishWhole()
{
    const Dialects::WholeReply whole = readReply();
    if (whole.hasFailed) {
        failAttempt(
            {.kind = Dialects::classifyError(whole.error), .error = whole.error, .retryAfter = {}});
        return;
    }
    m_record.usage = whole.usage;
    QByteArray body = m_reply;
    if (m_translates) {
        Result<Dialects::Translation::Answer> answer =
            m_translation->answer(m_upstreamFormat, m_reply, replyContext());
        if (!answer) {
            Failure failure{.kind = FailureClass::ServerError, .error = {}, .retryAfter = {}};
            failure.error.message = answer.error().detail.toUtf8();
            failAttempt(failure);
            return;
        }
        m_record.usage = answer->usage;
        body = std::move(answer->body);
        m_contentType = QByteArrayLiteral("application/json");
    }
    keepWhole(body);
    Dialects::addUnits(m_front, m_admission.scan, m_reply, m_record.usage);
    if (!m_record.usage.known && isCountedInTokens(m_front)) {
        m_record.usage.promptTokens = m_admission.scan.promptTokens;
        if (Dialects::taskOf(m_front) == Dialects::Task::Chat)
            m_record.usage.completionTokens = whole.textBytes / 4;
        m_record.usage.estimated = true;
        m_record.usage.known = true;
    }
    settle(200, Outcome::Ok, {}, {});
    QByteArray fields = replyFields();
    if (m_record.cost)
        appendField(fields, "x-gatehouse-cost-usd", m_record.cost->toDecimal());
    m_state = State::Done;
    m_client.reply(m_upstreamStatus, m_contentType, fields, body);
}

QByteArray Exchange::replyFields() const
{
    QByteArray fields;
    fields.reserve(256 + m_returnedFields.size());
    appendField(fields, "x-request-id", m_record.id);
    if (m_front == Dialects::Format::AnthropicMessages)
        appendField(fields, "request-id", m_record.id);
    if (!m_record.attempts.empty()) {
        appendField(fields, "x-gatehouse-provider", m_record.attempts.back().provider);
        appendField(fields, "x-gatehouse-model", m_record.attempts.back().model);
        appendField(fields, "x-gatehouse-attempts", QByteArray::number(m_record.attempts.size()));
    }
    appendField(fields, "x-gatehouse-cache", m_record.cache);
    if (m_client.head().fields.value("x-gatehouse-explain") == "1")
        appendField(fields, "x-gatehouse-trace", m_trace.json());
    fields += m_returnedFields;
    return fields;
}

} // namespace Gatehouse::Gateway
