// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/exchange.h"

#include "core/base/log.h"
#include "core/dialects/headerpolicy.h"
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

//! Bytes a slow client may owe us before we stop reading the upstream.
constexpr qsizetype highWater = 256 * 1024;
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
constexpr qsizetype maxDetail = 300;
constexpr qsizetype maxTags = 1024;
constexpr qsizetype maxUpstreamId = 128;
constexpr int clientClosedRequest = 499;

qint64 microseconds(SteadyTime from, SteadyTime to)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count();
}

//! The books' word for a failure class (same words, see Dialects::failureName).
Outcome outcomeOf(FailureClass failure)
{
    switch (failure) {
    case FailureClass::WrongCredentials:
        return Outcome::WrongCredentials;
    case FailureClass::NoMoney:
        return Outcome::NoMoney;
    case FailureClass::RateLimited:
        return Outcome::RateLimited;
    case FailureClass::Overloaded:
        return Outcome::Overloaded;
    case FailureClass::ServerError:
        return Outcome::ServerError;
    case FailureClass::ConnectFailed:
        return Outcome::ConnectFailed;
    case FailureClass::TlsFailed:
        return Outcome::TlsFailed;
    case FailureClass::TimeoutFirstToken:
        return Outcome::TimeoutFirstToken;
    case FailureClass::TimeoutIdle:
        return Outcome::TimeoutIdle;
    case FailureClass::TimeoutTotal:
        return Outcome::TimeoutTotal;
    case FailureClass::StreamBroken:
        return Outcome::StreamBroken;
    case FailureClass::BadRequest:
    case FailureClass::TooLarge:
        return Outcome::BadRequest;
    case FailureClass::ContextTooLong:
        return Outcome::ContextTooLong;
    case FailureClass::ContentRefused:
        return Outcome::ContentRefused;
    case FailureClass::ModelNotFound:
        return Outcome::ModelNotFound;
    case FailureClass::RegionNotAllowed:
        return Outcome::RegionNotAllowed;
    }
    return Outcome::ServerError;
}

FailureClass classOf(const Http::UpstreamFailure &failure)
{
    using Kind = Http::UpstreamFailureKind;
    switch (failure.kind) {
    case Kind::Dns:
    case Kind::Connect:
    case Kind::ConnectTimeout:
    case Kind::Proxy:
    case Kind::Refused:
        return FailureClass::ConnectFailed;
    case Kind::Tls:
        return FailureClass::TlsFailed;
    case Kind::FirstByteTimeout:
        return FailureClass::TimeoutFirstToken;
    case Kind::IdleTimeout:
        return FailureClass::TimeoutIdle;
    case Kind::TotalTimeout:
        return FailureClass::TimeoutTotal;
    case Kind::Reset:
        return failure.answerBegun ? FailureClass::StreamBroken : FailureClass::ConnectFailed;
    case Kind::Malformed:
        return FailureClass::ServerError;
    }
    return FailureClass::ServerError;
}

//! Outcome of a refusal of our own, by its code.
Outcome outcomeOfRefusal(const ClientError &error)
{
    if (error.code == "residency_refused")
        return Outcome::RegionNotAllowed;
    if (error.code == "model_not_found" || error.code == "model_not_allowed")
        return Outcome::ModelNotFound;
    if (error.status == 429 || error.status == 402)
        return Outcome::LimitReached;
    if (error.code == "upstream_auth_failed")
        return Outcome::WrongCredentials;
    return error.status >= 500 ? Outcome::ServerError : Outcome::BadRequest;
}

void appendField(QByteArray &fields, QByteArrayView name, QByteArrayView value)
{
    fields += name;
    fields += ": ";
    fields += value;
    fields += "\r\n";
}

} // namespace

Exchange::Exchange(Worker &worker, Http::ServerExchange &client, Dialects::Front front,
                   std::shared_ptr<const Published> published, const Access::KeyEntry &key)
    : m_worker(worker)
    , m_client(client)
    , m_published(std::move(published))
    , m_front(front)
    , m_admission{.published = *m_published,
                  .head = client.head(),
                  .front = front,
                  .key = key,
                  .body = m_body,
                  .scanner = worker.scanner(),
                  .random = worker.random(),
                  .clock = worker.clock(),
                  .trace = m_trace}
    , m_started(client.startedAt())
    , m_attemptStarted(m_started)
    , m_timer([this] { onTimer(); })
{
    const WallTime now = worker.clock().wall();
    m_record.id = worker.nextRequestId(now);
    m_record.time = now;
    m_record.front = Dialects::frontName(front).toByteArray();
    m_record.keyId = key.id;
    m_record.keyName = key.name;
    m_record.team = key.team;
    m_record.clientAddress = client.peerAddress();
    m_record.cache = QByteArrayLiteral("bypass");
    if (const QByteArrayView tags = client.head().fields.value("x-gatehouse-tags"); !tags.isEmpty())
        m_record.tags = worker.redacted(tags.first(std::min(tags.size(), maxTags)));
    m_record.revision = m_published->snapshot->revision;
    worker.enlist(*this);
}

Exchange::~Exchange()
{
    m_worker.dismiss(*this);
}

qint64 Exchange::sinceStartUs() const
{
    return microseconds(m_started, m_worker.clock().steady());
}

std::chrono::milliseconds Exchange::timeLeft() const
{
    const auto &provider = *candidate().entry.provider->provider;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_worker.clock().steady() - m_started);
    return provider.document.timeouts.total - spent;
}

void Exchange::run(QByteArray body)
{
    m_bodyComplete = m_worker.clock().steady();
    m_body = std::move(body);
    if (auto refusal = m_admission.run()) {
        // What was asked for is unknown text, perhaps a key in the wrong place.
        m_record.modelAsked = m_worker.redacted(m_admission.scan.model);
        refusal->message = m_worker.redacted(refusal->message);
        refuse(*refusal, outcomeOfRefusal(*refusal));
        return;
    }
    m_record.modelAsked = m_admission.scan.model;
    m_record.route = m_admission.route->id;
    m_record.streamed = m_admission.scan.stream && Dialects::mayStream(m_front);
    m_hideUsage = Dialects::needsUsageInjected(m_front, m_admission.scan);
    startAttempt();
}

// --- attempts -----------------------------------------------------------------------------------

//! Takes a place at the planned target, or at the next one when its provider is full.
bool Exchange::takeSlot()
{
    const SteadyTime now = m_worker.clock().steady();
    for (;; ++m_planIndex) {
        const Routing::Entry &entry = candidate().entry;
        m_slot =
            Routing::Slot::take(*entry.state, *entry.provider->state, entry.maxInFlight(), now);
        if (m_slot || m_planIndex + 1 == m_admission.plan.size())
            return m_slot.has_value();
        m_triedKeys.clear();
        m_attemptsAtTarget = 0;
    }
}

//! Chooses a key of the planned provider that can be read; false when there is none.
bool Exchange::chooseKey()
{
    const Routing::ProviderEntry &provider = *candidate().entry.provider;
    m_keyIndex = -1;
    if (!Routing::needsKey(provider))
        return true;
    const auto &keys = m_published->credentials->of(*provider.provider).keys;
    for (;;) {
        const int index =
            Routing::chooseKey(provider, m_attemptStarted, m_worker.random(), m_triedKeys);
        if (index < 0)
            return false;
        m_triedKeys.append(index);
        const Providers::Credential &key = keys[static_cast<std::size_t>(index)];
        if (key.isUsable()) {
            m_keyIndex = index;
            m_record.attempts.back().providerKey = key.keyId;
            return true;
        }
    }
}

void Exchange::forgetAttempt()
{
    m_watch.reset();
    m_reply.resize(0);
    m_returnedFields.resize(0);
    m_failureFields.clear();
    m_contentType.clear();
    m_upstreamStatus = 0;
}

void Exchange::startAttempt()
{
    if (!takeSlot()) {
        ClientError error = clientError(ErrorCase::CapacityExceeded);
        error.retryAfter = 1;
        refuse(error, Outcome::Overloaded);
        return;
    }
    const Routing::Candidate &chosen = candidate();
    const Config::Provider &provider = *chosen.entry.provider->provider;
    m_attemptStarted = m_worker.clock().steady();
    if (m_record.attempts.empty())
        m_ownUs = microseconds(m_bodyComplete, m_attemptStarted);
    m_state = State::Calling;
    ++m_attemptsAtTarget;
    forgetAttempt();

    m_record.attempts.push_back({.provider = provider.id,
                                 .model = chosen.entry.target->model,
                                 .providerKey = {},
                                 .startedUs = microseconds(m_started, m_attemptStarted),
                                 .upstreamId = {},
                                 .detail = {}});
    if (!chooseKey()) {
        Failure failure{.kind = FailureClass::WrongCredentials, .error = {}, .retryAfter = {}};
        failure.error.message = "the gateway cannot read the key of provider '" + provider.id + "'";
        failAttempt(failure);
        return;
    }
    const Providers::CredentialSet::OfProvider &credentials =
        m_published->credentials->of(provider);
    const std::vector<QByteArray> body =
        Dialects::spliceBody(m_body, m_admission.scan, chosen.entry.target->model, m_hideUsage);
    const Providers::PreparedProvider &prepared =
        m_published->providers[static_cast<std::size_t>(provider.index)];
    Http::UpstreamRequest request = Providers::compose({.provider = provider,
                                                        .prepared = prepared,
                                                        .credentials = credentials,
                                                        .keyIndex = m_keyIndex,
                                                        .front = m_front,
                                                        .client = &m_client.head()},
                                                       body);
    request.timeouts.total = std::max(timeLeft(), 1ms);
    m_call = m_worker.upstream().send(prepared.endpoint, std::move(request), *this);
}

void Exchange::closeAttempt(Outcome result, QByteArrayView detail)
{
    Ledger::AttemptRecord &attempt = m_record.attempts.back();
    attempt.result = result;
    attempt.status = m_upstreamStatus;
    attempt.durationUs = microseconds(m_attemptStarted, m_worker.clock().steady());
    if (m_call) {
        const Http::UpstreamTimes &times = m_call->times();
        attempt.connectedUs = times.connected;
        attempt.headUs = times.head;
    }
    if (!detail.isEmpty())
        attempt.detail = m_worker.redacted(detail).left(maxDetail);
    m_timer.stop();
    m_slot.reset();
    m_call.reset();
}

void Exchange::failAttempt(const Failure &failure)
{
    const Routing::Entry &entry = candidate().entry;
    const SteadyTime now = m_worker.clock().steady();
    closeAttempt(outcomeOf(failure.kind), failure.error.message);
    Routing::recordFailure(entry, m_keyIndex, failure.kind, failure.retryAfter, now);

    const Routing::AfterFailure after{
        .failure = failure.kind,
        .retryAfter = failure.retryAfter,
        .attemptsMade = static_cast<int>(m_record.attempts.size()),
        .attemptsAtTarget = m_attemptsAtTarget,
        .contentSent = m_released,
        .moreTargets = m_planIndex + 1 < m_admission.plan.size(),
        .anotherKey = Routing::chooseKey(*entry.provider, now, m_worker.random(), m_triedKeys) >= 0,
        .timeLeft = timeLeft()};
    const Routing::Next next = Routing::nextStep(*m_admission.route, after, m_worker.random());
    if (next.step == Routing::NextStep::GiveUp)
        giveUp(failure);
    else
        tryAfter(next);
}

void Exchange::tryAfter(const Routing::Next &next)
{
    const SteadyTime now = m_worker.clock().steady();
    if (next.step == Routing::NextStep::TryNextTarget) {
        ++m_planIndex;
        m_attemptsAtTarget = 0;
        m_triedKeys.clear();
    } else if (Routing::chooseKey(*candidate().entry.provider, now, m_worker.random(), m_triedKeys)
               < 0) {
        m_triedKeys.clear(); // each had its turn: the same ones again
    }
    m_state = State::Waiting;
    if (next.delay > 0ms)
        m_timer.start(m_worker.io().timers, next.delay);
    else
        startAttempt();
}

void Exchange::onTimer()
{
    switch (m_state) {
    case State::Waiting:
        startAttempt();
        break;
    case State::Calling: // held back long enough
        release();
        break;
    case State::Replying: // the upstream's end does not come: the client gets its last piece now
        sendPiece(std::exchange(m_lastPiece, {}));
        break;
    case State::Admitting:
    case State::Done:
        break;
    }
}

// --- the upstream's answer ----------------------------------------------------------------------

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
    const QByteArrayView type = head.fields.value("content-type");
    m_contentType = type.toByteArray();
    for (const Http::Field &field : head.fields.all()) {
        const QByteArrayView name =
            Dialects::returnedFieldName(Dialects::familyOf(m_front), field.name);
        if (!name.isEmpty())
            appendField(m_returnedFields, name, field.value);
    }
    if (type.startsWith("text/event-stream")) {
        m_kind = AnswerKind::Stream;
        m_watch.emplace(m_front, m_hideUsage);
    } else {
        m_kind = AnswerKind::Whole;
        if (head.contentLength > 0 && head.contentLength <= maxWholeReply)
            m_reply.reserve(head.contentLength);
    }
}

void Exchange::onUpstreamBody(QByteArrayView bytes)
{
    switch (m_kind) {
    case AnswerKind::Stream:
        takeStreamBytes(bytes);
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
    else if (m_released)
        breakStream(failure);
    else
        failAttempt(failure);
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
    }
    if (m_watch->hasFailed() || m_watch->isMalformed()) {
        Failure failure{.kind = Dialects::classifyError(m_watch->error()),
                        .error = m_watch->error(),
                        .retryAfter = {}};
        if (m_watch->isMalformed())
            failure.error.message = "the stream is not in the provider's own format";
        if (!m_released) {
            failAttempt(failure);
        } else if (m_watch->hasFailed()) {
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
    Routing::recordFailure(entry, m_keyIndex, failure.kind, failure.retryAfter,
                           m_worker.clock().steady());
    const Outcome outcome = outcomeOf(failure.kind);
    const bool timedOut = outcome == Outcome::TimeoutIdle || outcome == Outcome::TimeoutTotal;
    ClientError error =
        clientError(timedOut ? ErrorCase::UpstreamTimeout : ErrorCase::UpstreamFailed);
    error.detail = m_worker.redacted(failure.error.message).left(maxDetail);
    QByteArray last = std::exchange(m_lastPiece, {});
    if (last.isEmpty()) // an unfinished event, if any, is ended by the blank line
        last = "\n\n"
            + Dialects::errorEvent(m_front, error, m_record.id, m_watch->nextSequenceNumber());
    settle(200, outcome, error.code, failure.error.message);
    m_state = State::Done;
    m_client.endReply(last);
}

//! What the answer says. Of a large one its end is enough when usage stands there: reading all of
//! it costs a copy and a pass, and an answer that carries an error instead is read whole.
Dialects::WholeReply Exchange::readReply()
{
    if (m_reply.size() <= largeReply)
        return Dialects::scanReply(m_front, m_reply, m_worker.replyReader());
    Dialects::WholeReply whole =
        Dialects::scanReply(m_front, QByteArrayView(m_reply).last(usageTail), false);
    if (!whole.usage.known)
        return Dialects::scanReply(m_front, m_reply);
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
    if (!m_record.usage.known && m_front != Dialects::Front::AnthropicCountTokens) {
        m_record.usage.promptTokens = m_admission.scan.promptTokens;
        m_record.usage.completionTokens = whole.textBytes / 4;
        m_record.usage.estimated = true;
        m_record.usage.known = true;
    }
    settle(200, Outcome::Ok, {}, {});
    QByteArray fields = replyFields();
    if (m_record.cost)
        appendField(fields, "x-gatehouse-cost-usd", m_record.cost->toDecimal());
    m_state = State::Done;
    m_client.reply(m_upstreamStatus, m_contentType, fields, m_reply);
}

QByteArray Exchange::replyFields() const
{
    QByteArray fields;
    fields.reserve(256 + m_returnedFields.size());
    appendField(fields, "x-request-id", m_record.id);
    if (m_front == Dialects::Front::AnthropicMessages)
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

// --- ends ---------------------------------------------------------------------------------------

void Exchange::refuse(const ClientError &error, Outcome outcome)
{
    settle(error.status, outcome, error.code, error.message);
    QByteArray fields = replyFields();
    if (error.retryAfter)
        appendField(fields, "Retry-After", QByteArray::number(*error.retryAfter));
    if (error.status >= 500 || error.status == 429)
        appendField(fields, "x-should-retry", "false"); // what can be retried was retried here
    m_state = State::Done;
    m_client.reply(error.status, "application/json", fields,
                   Dialects::errorBody(Dialects::familyOf(m_front), error, m_record.id));
}

void Exchange::giveUp(const Failure &failure)
{
    const QByteArray words = m_worker.redacted(failure.error.message).left(maxDetail);
    const Outcome outcome = outcomeOf(failure.kind);
    if (Dialects::isCallersMistake(failure.kind)) {
        ClientError error = clientError(ErrorCase::InvalidRequest, words, failure.error.param);
        error.status = m_upstreamStatus >= 400 && m_upstreamStatus < 500 ? m_upstreamStatus : 400;
        if (!failure.error.code.isEmpty())
            error.code = failure.error.code;
        error.type = failure.error.type;
        refuse(error, outcome);
        return;
    }
    const auto sameForAll = [this](Outcome result) {
        return std::ranges::all_of(m_record.attempts,
                                   [result](const auto &a) { return a.result == result; });
    };
    ClientError error = clientError(ErrorCase::UpstreamFailed);
    if (sameForAll(Outcome::RateLimited)) {
        error = clientError(
            ErrorCase::RateLimitExceeded,
            "Every provider of this model is rate limiting the gateway. Try again later.");
    } else if (sameForAll(Outcome::WrongCredentials)) {
        error = clientError(ErrorCase::UpstreamAuthFailed);
    } else if (outcome == Outcome::TimeoutFirstToken || outcome == Outcome::TimeoutIdle
               || outcome == Outcome::TimeoutTotal) {
        error = clientError(ErrorCase::UpstreamTimeout);
    }
    if (failure.retryAfter)
        error.retryAfter = static_cast<int>(
            std::clamp<qint64>((failure.retryAfter->count() + 999) / 1000, 1, 3600));
    else if (error.status == 429)
        error.retryAfter = 1;
    error.detail = words;
    refuse(error, outcome);
}

void Exchange::clientLeft()
{
    if (m_state == State::Done || m_state == State::Replying)
        return; // booked already
    if (m_slot)
        m_slot->release();
    m_timer.stop();
    settle(m_released ? 200 : clientClosedRequest, Outcome::Cancelled, "cancelled", {});
    m_state = State::Done;
    m_call.reset();
}

void Exchange::clientDrained()
{
    if (m_call)
        m_call->setReading(true);
}

void Exchange::interrupt()
{
    const ClientError error = clientError(ErrorCase::NotReady, "The gateway is stopping.");
    m_call.reset();
    m_timer.stop();
    if (m_state == State::Replying) {
        finishStream();
    } else if (m_released) {
        settle(200, Outcome::Interrupted, error.code, error.message);
        m_state = State::Done;
        const QByteArray last = "\n\n"
            + Dialects::errorEvent(m_front, error, m_record.id, m_watch->nextSequenceNumber());
        m_client.endReply(last);
    } else if (m_state != State::Done) {
        refuse(error, Outcome::Interrupted);
    }
}

// --- the books ----------------------------------------------------------------------------------

std::optional<Money> Exchange::price()
{
    if (m_record.provider.isEmpty())
        return Money{}; // nothing was asked of anybody
    if (m_front == Dialects::Front::AnthropicCountTokens)
        return Money{}; // counting is free of charge
    const Ledger::Price *price = m_published->prices->find(m_record.provider, m_record.model);
    if (!price)
        return std::nullopt;
    m_record.priceVersion = price->version;
    const Config::Provider &provider = *candidate().entry.provider->provider;
    const auto cost = Ledger::priceOf(m_record.usage, *price, provider.document.priceMultiplier);
    if (!cost)
        return std::nullopt;
    m_record.listCost = cost->list;
    return cost->paid;
}

//! Our own share of the time: before the first attempt and, where the answer is not streamed,
//! everything that was not spent in attempts.
qint64 Exchange::ownTimeUs() const
{
    const qint64 sinceBody = microseconds(m_bodyComplete, m_worker.clock().steady());
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
    const bool attempted = !m_record.attempts.empty();
    const bool answered =
        outcome == Outcome::Ok || m_released || (outcome == Outcome::Cancelled && m_call);
    if (m_watch && answered)
        m_record.usage = m_watch->settledUsage(m_admission.scan.promptTokens);
    if (attempted && answered) {
        m_record.provider = m_record.attempts.back().provider;
        m_record.model = m_record.attempts.back().model;
    }
    if (!m_watch && outcome == Outcome::Cancelled && m_call && !m_record.usage.known) {
        // The prompt was sent and may have been read: booked as an estimate.
        m_record.usage = {.promptTokens =
                              m_call->times().sent >= 0 ? m_admission.scan.promptTokens : 0,
                          .estimated = true,
                          .known = true};
    }
    if (attempted && m_call) {
        // The call stays until its end was seen: the connection can then be used again.
        Ledger::AttemptRecord &attempt = m_record.attempts.back();
        attempt.result = outcome;
        attempt.status = m_upstreamStatus;
        attempt.durationUs = microseconds(m_attemptStarted, m_worker.clock().steady());
        attempt.connectedUs = m_call->times().connected;
        attempt.headUs = m_call->times().head;
        m_slot.reset();
    }
    if (outcome == Outcome::Ok && attempted)
        Routing::recordSuccess(candidate().entry, m_worker.clock().steady());

    m_record.status = status;
    m_record.outcome = outcome;
    m_record.errorCode = errorCode.toByteArray();
    m_record.errorDetail =
        errorDetail.isEmpty() ? QByteArray() : m_worker.redacted(errorDetail).left(maxDetail);
    if (!m_record.streamed)
        m_record.firstTokenUs = -1;
    m_record.cost = price();
    m_record.totalUs = sinceStartUs();
    m_record.gatewayUs = ownTimeUs();
    m_record.trace = attempted ? m_trace.json() : m_worker.redacted(m_trace.json());
    m_worker.book(m_record);
}

void Exchange::recordRefusal(Worker &worker, Http::ServerExchange &client, Dialects::Front front,
                             const Access::KeyEntry &key, QByteArrayView requestId,
                             const ClientError &error, Outcome outcome)
{
    Ledger::RequestRecord record;
    record.id = requestId.toByteArray();
    record.time = worker.clock().wall();
    record.status = error.status;
    record.outcome = outcome;
    record.front = Dialects::frontName(front).toByteArray();
    record.keyId = key.id;
    record.keyName = key.name;
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
