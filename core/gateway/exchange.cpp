// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/exchange.h"

#include "core/dialects/ollama/lists.h"
#include "core/dialects/pairing.h"
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

constexpr int clientClosedRequest = 499;

} // namespace

Exchange::Exchange(Worker &worker, Http::ServerExchange &client, const EndpointMatch &endpoint,
                   std::shared_ptr<const Published> published, const Access::KeyEntry &key)
    : m_worker(worker)
    , m_client(client)
    , m_published(std::move(published))
    , m_front(endpoint.front)
    , m_admission{.published = *m_published,
                  .head = client.head(),
                  .front = endpoint.front,
                  .model = endpoint.model,
                  .stream = endpoint.stream,
                  .rest = endpoint.rest,
                  .key = key,
                  .body = m_body,
                  .scanner = worker.scanner(),
                  .random = worker.random(),
                  .now = {},
                  .trace = m_trace}
    , m_started(client.startedAt())
    , m_shared{.worker = worker,
               .admission = m_admission,
               .record = m_record,
               .started = m_started,
               .images = m_images,
               .jsonList = endpoint.jsonList,
               .upload = m_upload}
    , m_first(m_shared, *this)
    , m_timer([this] { onTimer(); })
{
    const WallTime now = worker.clock().wall();
    m_record.id = worker.nextRequestId(now);
    m_record.time = now;
    const QByteArrayView front = Dialects::formatName(m_front);
    m_record.front = QByteArray::fromRawData(front.data(), front.size()); // of a static table
    m_record.keyId = key.id;
    m_record.keyName = key.name;
    m_record.formerSecret = key.isFormer;
    m_record.team = key.team;
    m_record.clientAddress = client.peerAddress();
    m_record.cache = QByteArrayLiteral("bypass");
    m_admission.tags = requestTags(key, client.head().fields);
    const bool hasOwnTags = m_admission.tags.size() > key.tags.size();
    m_record.tags = hasOwnTags ? worker.redacted(m_admission.tags) : m_admission.tags;
    m_record.revision = m_published->snapshot->revision;
    worker.enlist(*this);
}

Exchange::~Exchange()
{
    leaveQueue();
    m_worker.dismiss(*this);
}

qint64 Exchange::sinceStartUs() const
{
    return microseconds(m_started, m_worker.clock().steady());
}

std::chrono::milliseconds Exchange::timeLeft(SteadyTime now) const
{
    const auto &timeouts = candidate().entry.provider->provider->document.timeouts;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_started);
    return std::min(timeouts.total, m_admission.route->totalTime.value_or(timeouts.total)) - spent;
}

void Exchange::run(QByteArray body)
{
    m_bodyComplete = m_worker.clock().steady();
    m_body = std::move(body);
    m_admission.now = m_bodyComplete;
    m_admission.wall = m_shared.wallTimeAt(m_bodyComplete);
    m_admission.findsPrevious =
        m_front == Dialects::Format::OpenAiResponses && m_worker.keepsResponses();
    admit();
}

void Exchange::admit()
{
    if (auto refusal = m_admission.run()) {
        if (Dialects::taskOf(m_front) == Dialects::Task::CountTokens
            && m_admission.plan.refusal() == Routing::Reason::OtherDialect) {
            answerEstimate();
            return;
        }
        refuseAdmission(*std::move(refusal));
        return;
    }
    if (!m_admission.awaited.isEmpty()) {
        loadPrevious();
        return;
    }
    m_wantsStore = isKept();
    m_record.modelAsked = m_admission.scan.model;
    m_record.route = isPassThrough() ? QByteArray() : m_admission.route->id;
    m_record.streamed = m_admission.scan.stream && Dialects::mayStream(m_front);
    if (hasNothingToLoad()) {
        answerLoaded();
        return;
    }
    preferShortWaits();
    startAttempt();
}

void Exchange::refuseAdmission(ClientError refusal)
{
    // What was asked for is unknown text, perhaps a key in the wrong place.
    m_record.modelAsked = m_worker.redacted(m_admission.scan.model);
    refusal.message = m_worker.redacted(refusal.message);
    refuse(refusal, outcomeOf(refusal));
}

//! No provider of the model counts tokens: the gateway does, exactly where it can.
void Exchange::answerEstimate()
{
    m_record.modelAsked = m_admission.scan.model;
    m_record.route = m_admission.route->id;
    refinePrompt(m_admission);
    m_trace.step("count", true, "by the gateway: no target counts tokens");
    settle(200, Outcome::Ok, {}, {});
    m_state = State::Done;
    QByteArray fields = replyFields();
    if (m_admission.promptKnowledge != PromptKnowledge::Counted)
        appendField(fields, "x-gatehouse-estimated", "true");
    m_client.reply(200, "application/json", fields,
                   Dialects::countCodec(m_front).writeReply(m_admission.scan.promptTokens));
}

//! An Ollama client wants its model loaded, and the planned provider is no Ollama: its models are
//! always ready.
bool Exchange::hasNothingToLoad() const
{
    const Routing::Candidate &chosen = candidate();
    return m_admission.scan.isLoad
        && Dialects::upstreamFormat(*chosen.entry.provider->provider->quirks, m_front,
                                    chosen.entry.target->model)
        != m_front;
}

void Exchange::answerLoaded()
{
    m_record.streamed = false;
    m_trace.step("load", true, "answered here: the provider's models are always ready");
    settle(200, Outcome::Ok, {}, {});
    m_state = State::Done;
    m_client.reply(200, "application/json", replyFields(),
                   Dialects::ollamaLoadedBody(m_front, m_admission.scan.model, createdAt()));
}

//! The present target cannot be asked: the next one, or \a refusal where there is none.
void Exchange::goOnOrRefuse(const ClientError &refusal, Outcome outcome)
{
    if (++m_planIndex < m_admission.plan.size())
        startAttempt();
    else
        refuse(refusal, outcome);
}

//! Calls the target whose turn it is.
void Exchange::callTarget(Routing::Slot slot, SteadyTime now)
{
    m_attempt->setSlot(std::move(slot));
    if (awaitsImages()) {
        m_attempt->releaseSlot();
        return;
    }
    if (!m_admission.purse.enterProvider(m_admission, m_attempt->provider(),
                                         m_attempt->entry().target->model, now)) {
        m_attempt->releaseSlot();
        goOnOrRefuse(*m_admission.purse.refusal(), Outcome::LimitReached);
        return;
    }
    Result<std::vector<QByteArray>> body = m_attempt->writeBody();
    if (!body) { // this provider cannot be told; another may understand more
        m_attempt->releaseSlot();
        const QByteArray why = body.error().detail.toUtf8();
        m_trace.step("translate", false, why);
        goOnOrRefuse(clientError(ErrorCase::InvalidRequest, why, body.error().path.toUtf8()),
                     Outcome::BadRequest);
        return;
    }
    if (m_record.attempts.empty())
        m_ownUs = microseconds(m_bodyComplete, now) - m_record.queuedUs - m_fetchedUs;
    m_state = State::Calling;
    m_attempt->setMayBeLeft(hasReadyTarget());
    if (const auto failure = m_attempt->start(*std::move(body), now, timeLeft(now)))
        failAttempt(*failure);
    else
        watchForDelay();
}

void Exchange::failAttempt(const Failure &failure)
{
    if (m_races) {
        loseRace(failure);
        return;
    }
    const SteadyTime now = m_worker.clock().steady();
    m_timer.stop();
    m_attempt->close(outcomeOf(failure.kind), failure.error.message, now);
    if (!awaitsFreshToken(failure))
        settleFailure(failure);
}

//! Whatever went wrong at a target on trial, its caller is not to notice: even what a caller did
//! wrong is told by the others.
bool Exchange::mayLeaveCanary() const
{
    return candidate().reason == Routing::Reason::Canary && !m_released
        && m_planIndex + 1 < m_admission.plan.size() && timeLeft(m_worker.clock().steady()) > 0ms;
}

//! What a failed attempt means to its target and key, and what comes next.
void Exchange::settleFailure(const Failure &failure)
{
    const SteadyTime now = m_worker.clock().steady();
    m_attempt->recordFailure(failure, now);
    if (mayLeaveCanary()) {
        tryAfter({.step = Routing::NextStep::TryNextTarget});
        return;
    }
    // What was tried at the canary's target takes nothing from the others.
    const bool hasLeftCanary = m_admission.plan.part == Routing::Part::Canary && m_planIndex > 0;
    const int attempts = static_cast<int>(m_record.attempts.size()) - (hasLeftCanary ? 1 : 0);
    const Routing::AfterFailure after{.failure = failure.kind,
                                      .retryAfter = failure.retryAfter,
                                      .attemptsMade = attempts,
                                      .attemptsAtTarget = m_attempt->callsAtTarget(),
                                      .contentSent = mayNotRepeat(),
                                      .moreTargets = m_planIndex + 1 < m_admission.plan.size(),
                                      .anotherKey = m_attempt->hasAnotherKey(now),
                                      .timeLeft = timeLeft(now),
                                      .budget = &m_attempt->entry().provider->state->retryBudget(),
                                      .now = now};
    const Routing::Next next = Routing::nextStep(*m_admission.route, after, m_worker.random());
    if (next.overBudget)
        m_trace.step("retry", false,
                     QByteArray("the retry budget of provider '" + m_attempt->provider().id
                                + "' is used up"));
    if (next.step == Routing::NextStep::GiveUp)
        giveUp(failure);
    else
        tryAfter(next);
}

void Exchange::tryAfter(const Routing::Next &next)
{
    if (next.step == Routing::NextStep::TryNextTarget)
        ++m_planIndex;
    else if (!m_attempt->hasAnotherKey(m_worker.clock().steady()))
        m_attempt->forgetTriedKeys();
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
        if (m_refusal)
            lookForToken();
        else
            startAttempt();
        break;
    case State::Queued:
        onWaitExpired();
        break;
    case State::Replying: // the upstream's end does not come: the client gets its last piece now
        sendPiece(std::exchange(m_lastPiece, {}));
        break;
    case State::Calling:
        startHedge();
        break;
    case State::Admitting:
    case State::Loading:
    case State::Fetching:
    case State::Done:
        break;
    }
}

void Exchange::refuse(const ClientError &error, Outcome outcome)
{
    settle(error.status, outcome, error.code, error.message);
    QByteArray fields = replyFields();
    if (error.retryAfter)
        appendField(fields, "Retry-After", QByteArray::number(*error.retryAfter));
    if (error.retryAfterMs) // a limit of ours: to be tried again, and then
        appendField(fields, "retry-after-ms", QByteArray::number(*error.retryAfterMs));
    else if (error.status >= 500 || error.status == 429)
        appendField(fields, "x-should-retry", "false"); // what can be retried was retried here
    m_state = State::Done;
    m_client.reply(error.status, "application/json", fields,
                   Dialects::errorBody(family(), error, m_record.id));
}

//! Codes, types and field names of another vendor mean nothing to the caller's client.
ClientError Exchange::callersMistake(const Failure &failure, const QByteArray &words) const
{
    if (Dialects::familyOf(m_attempt->upstreamFormat()) != Dialects::familyOf(m_front)) {
        ClientError error = clientError(ErrorCase::InvalidRequest, words);
        error.code = codeOfMistake(failure.kind).toByteArray();
        return error;
    }
    ClientError error = clientError(ErrorCase::InvalidRequest, words, failure.error.param);
    if (!failure.error.code.isEmpty())
        error.code = failure.error.code;
    error.type = failure.error.type;
    return error;
}

void Exchange::giveUp(const Failure &failure)
{
    const QByteArray words = m_worker.redacted(failure.error.message).left(maxDetail);
    const Outcome outcome = outcomeOf(failure.kind);
    if (isPassThrough() && m_attempt->status() >= 400
        && failure.kind != FailureClass::WrongCredentials) {
        answerPassedFailure(outcome);
        return;
    }
    if (Dialects::isCallersMistake(failure.kind)) {
        ClientError error = callersMistake(failure, words);
        const int status = m_attempt->status();
        error.status = status >= 400 && status < 500 ? status : 400;
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
    leaveQueue();
    m_images.cancel();
    endRace("hedged: the caller left");
    m_attempt->releaseSlot();
    m_timer.stop();
    settle(m_released ? 200 : clientClosedRequest, Outcome::Cancelled, "cancelled", {});
    m_state = State::Done;
    m_attempt->drop();
}

void Exchange::clientDrained()
{
    m_attempt->setReading(true);
}

void Exchange::interrupt(QByteArrayView reason)
{
    const ClientError error = clientError(ErrorCase::NotReady, reason.toByteArray());
    leaveQueue();
    m_images.cancel();
    endRace("hedged: interrupted");
    m_attempt->drop();
    m_timer.stop();
    if (m_state == State::Replying) {
        finishStream();
    } else if (m_released && m_attempt->kind() == AnswerKind::Bytes) {
        settle(200, Outcome::Interrupted, error.code, error.message);
        m_state = State::Done;
        m_client.abortReply();
    } else if (m_released) {
        settle(200, Outcome::Interrupted, error.code, error.message);
        m_state = State::Done;
        m_client.endReply(errorEnd(error));
    } else if (m_state != State::Done) {
        refuse(error, Outcome::Interrupted);
    }
}

} // namespace Gatehouse::Gateway
