// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/exchange.h"

#include "core/access/keytags.h"
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

constexpr qsizetype maxTags = 1024;
constexpr int clientClosedRequest = 499;

//! "left out: user, metadata" for the trace.
QByteArray leftOut(const std::vector<QByteArray> &names)
{
    QByteArray text("left out: ");
    for (const QByteArray &name : names)
        text += (text.endsWith(": ") ? "" : ", ") + name;
    return text;
}

} // namespace

Exchange::Exchange(Worker &worker, Http::ServerExchange &client, const EndpointMatch &endpoint,
                   std::shared_ptr<const Published> published, const Access::KeyEntry &key)
    : m_worker(worker)
    , m_client(client)
    , m_published(std::move(published))
    , m_front(endpoint.front)
    , m_jsonList(endpoint.jsonList)
    , m_admission{.published = *m_published,
                  .head = client.head(),
                  .front = endpoint.front,
                  .model = endpoint.model,
                  .stream = endpoint.stream,
                  .key = key,
                  .body = m_body,
                  .scanner = worker.scanner(),
                  .random = worker.random(),
                  .now = {},
                  .trace = m_trace}
    , m_started(client.startedAt())
    , m_attemptStarted(m_started)
    , m_timer([this] { onTimer(); })
{
    const WallTime now = worker.clock().wall();
    m_record.id = worker.nextRequestId(now);
    m_record.time = now;
    const QByteArrayView front = Dialects::formatName(m_front);
    m_record.front = QByteArray::fromRawData(front.data(), front.size()); // of a static table
    m_record.keyId = key.id;
    m_record.keyName = key.name;
    m_record.team = key.team;
    m_record.clientAddress = client.peerAddress();
    m_record.cache = QByteArrayLiteral("bypass");
    const QByteArrayView tags = client.head().fields.value("x-gatehouse-tags");
    if (!tags.isEmpty() || !key.tags.isEmpty())
        m_record.tags = Access::joinedTags(
            key.tags, worker.redacted(tags.first(std::min(tags.size(), maxTags))), maxTags);
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

//! From the request's own two times: no third look at a clock.
WallTime Exchange::wallTimeAt(SteadyTime now) const
{
    return m_record.time + std::chrono::duration_cast<WallTime::duration>(now - m_started);
}

std::chrono::milliseconds Exchange::timeLeft(SteadyTime now) const
{
    const auto &provider = *candidate().entry.provider->provider;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_started);
    return provider.document.timeouts.total - spent;
}

void Exchange::run(QByteArray body)
{
    m_bodyComplete = m_worker.clock().steady();
    m_body = std::move(body);
    m_admission.now = m_bodyComplete;
    m_admission.findsPrevious =
        m_front == Dialects::Format::OpenAiResponses && m_worker.keepsResponses();
    admit();
}

void Exchange::admit()
{
    if (auto refusal = m_admission.run()) {
        if (Dialects::taskOf(m_front) == Dialects::Task::CountTokens
            && m_admission.plan.refusedByDialect()) {
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
    m_record.route = m_admission.route->id;
    m_record.streamed = m_admission.scan.stream && Dialects::mayStream(m_front);
    startAttempt();
}

void Exchange::refuseAdmission(ClientError refusal)
{
    // What was asked for is unknown text, perhaps a key in the wrong place.
    m_record.modelAsked = m_worker.redacted(m_admission.scan.model);
    refusal.message = m_worker.redacted(refusal.message);
    refuse(refusal, outcomeOf(refusal));
}

//! No provider of the model counts tokens: the client gets the gateway's own estimate.
void Exchange::answerEstimate()
{
    m_record.modelAsked = m_admission.scan.model;
    m_record.route = m_admission.route->id;
    m_trace.step("count", true, "estimated: no target counts tokens");
    settle(200, Outcome::Ok, {}, {});
    m_state = State::Done;
    QByteArray fields = replyFields();
    appendField(fields, "x-gatehouse-estimated", "true");
    m_client.reply(200, "application/json", fields,
                   Dialects::countCodec(m_front).writeReply(m_admission.scan.promptTokens));
}

//! Takes a place at the planned target, or at the next one when its provider is full.
bool Exchange::takeSlot(SteadyTime now)
{
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
        const int wanted = pinnedKey();
        const int index = wanted >= 0 && !m_triedKeys.contains(wanted)
            ? wanted
            : Routing::chooseKey(provider, m_attemptStarted, m_worker.random(), m_triedKeys);
        if (index < 0)
            return false;
        m_triedKeys.append(index);
        const Providers::Credential &key = keys[static_cast<std::size_t>(index)];
        if (!key.problemAt(m_worker.clock().wall())) {
            m_keyIndex = index;
            m_record.attempts.back().providerKey = key.keyId;
            return true;
        }
    }
}

//! Why no key of \a provider can be used: it cannot be read, or its access token is not there.
Failure Exchange::unusableKeys(const Config::Provider &provider) const
{
    Failure failure{.kind = FailureClass::WrongCredentials, .error = {}, .retryAfter = {}};
    failure.error.message = "the gateway cannot read the key of provider '" + provider.id + "'";
    if (areKeysLocked(provider))
        failure.error.message += ": its key store is locked";
    for (const Providers::Credential &key : m_published->credentials->of(provider).keys) {
        const auto problem = key.problemAt(m_worker.clock().wall());
        if (!key.token || !problem)
            continue;
        failure.error.message = "there is no access token for provider '" + provider.id
            + "': " + problem->detail.toUtf8();
        if (problem->code != ErrorCode::PermissionDenied)
            failure.kind = FailureClass::ConnectFailed;
    }
    return failure;
}

bool Exchange::areKeysLocked(const Config::Provider &provider) const
{
    const auto &keys = m_published->credentials->of(provider).keys;
    return std::any_of(keys.begin(), keys.end(), [](const Providers::Credential &key) {
        return key.problem && key.problem->code == ErrorCode::Locked;
    });
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

//! The request in the words of the planned provider; an error says what it cannot be told.
Result<std::vector<QByteArray>> Exchange::writeBody()
{
    const Routing::Candidate &chosen = candidate();
    const Dialects::Quirks &quirks = *chosen.entry.provider->provider->quirks;
    const QByteArray &model = chosen.entry.target->model;
    m_upstreamFormat = Dialects::upstreamFormat(quirks, m_front, model).value_or(m_front);
    m_translates = m_jsonList
        || !Dialects::passesUnchanged(quirks, m_front, m_upstreamFormat, m_admission.scan.touchy);
    m_apiVersion = {};
    m_hideUsage = !m_translates && quirks.takesStreamOptions
        && Dialects::needsUsageInjected(m_front, m_admission.scan);
    if (m_admission.form)
        return Dialects::replaceFormModel(m_body, *m_admission.form, model);
    if (!m_translates)
        return Dialects::spliceBody(m_body, m_admission.scan, model, m_hideUsage);
    if (!m_translation) {
        auto translation = std::make_unique<Dialects::Translation>(m_front);
        const Result<void> read =
            translation->read(m_body, m_admission.scan.model, m_record.streamed);
        if (!read)
            return read.error();
        m_translation = std::move(translation);
    }
    Result<Dialects::WrittenRequest> written =
        m_translation->write(m_upstreamFormat, {.model = model, .quirks = quirks});
    if (!written)
        return written.error();
    m_apiVersion = written->version;
    if (!written->dropped.empty())
        m_trace.step("translate", true, leftOut(written->dropped));
    return std::vector<QByteArray>{std::move(written->body)};
}

//! A form keeps the client's type, which names its boundary.
QByteArrayView Exchange::requestType() const
{
    return m_admission.form ? m_client.head().fields.value("content-type")
                            : QByteArrayView("application/json");
}

void Exchange::startAttempt()
{
    const SteadyTime now = m_worker.clock().steady();
    if (waitsForEngine(now))
        return;
    std::vector<QByteArray> body;
    for (;;) {
        if (!takeSlot(now)) {
            ClientError error = clientError(ErrorCase::CapacityExceeded);
            error.retryAfter = 1;
            refuse(error, Outcome::Overloaded);
            return;
        }
        Result<std::vector<QByteArray>> written = writeBody();
        if (written) {
            body = *std::move(written);
            break;
        }
        // This provider cannot be told; another may understand more.
        m_slot.reset();
        const QByteArray why = written.error().detail.toUtf8();
        m_trace.step("translate", false, why);
        if (m_planIndex + 1 == m_admission.plan.size()) {
            refuse(clientError(ErrorCase::InvalidRequest, why, written.error().path.toUtf8()),
                   Outcome::BadRequest);
            return;
        }
        ++m_planIndex;
        m_triedKeys.clear();
        m_attemptsAtTarget = 0;
    }
    const Routing::Candidate &chosen = candidate();
    const Config::Provider &provider = *chosen.entry.provider->provider;
    m_attemptStarted = now;
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
        failAttempt(unusableKeys(provider));
        return;
    }
    const Providers::CredentialSet::OfProvider &credentials =
        m_published->credentials->of(provider);
    const Providers::PreparedProvider &prepared =
        m_published->providers[static_cast<std::size_t>(provider.index)];
    Http::UpstreamRequest request = Providers::compose({.provider = provider,
                                                        .prepared = prepared,
                                                        .credentials = credentials,
                                                        .keyIndex = m_keyIndex,
                                                        .format = m_upstreamFormat,
                                                        .model = chosen.entry.target->model,
                                                        .stream = m_record.streamed,
                                                        .isSameFormat = m_front == m_upstreamFormat,
                                                        .contentType = requestType(),
                                                        .client = &m_client.head(),
                                                        .version = m_apiVersion,
                                                        .now = wallTimeAt(now)},
                                                       std::move(body));
    request.timeouts.total = std::max(timeLeft(now), 1ms);
    request.timeouts.firstByte = firstByteTime(request.timeouts.firstByte);
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

//! A refused access token is bought anew.
void Exchange::reportRefusal() const
{
    if (m_keyIndex < 0)
        return;
    const Config::Provider &provider = *candidate().entry.provider->provider;
    const auto &keys = m_published->credentials->of(provider).keys;
    if (const auto &token = keys[static_cast<std::size_t>(m_keyIndex)].token)
        token->reportRefusal();
}

void Exchange::failAttempt(const Failure &failure)
{
    const Routing::Entry &entry = candidate().entry;
    const SteadyTime now = m_worker.clock().steady();
    closeAttempt(outcomeOf(failure.kind), failure.error.message);
    if (failure.kind == FailureClass::WrongCredentials)
        reportRefusal();
    Routing::recordFailure(entry, m_keyIndex, failure.kind, failure.retryAfter, now);

    const Routing::AfterFailure after{
        .failure = failure.kind,
        .retryAfter = failure.retryAfter,
        .attemptsMade = static_cast<int>(m_record.attempts.size()),
        .attemptsAtTarget = m_attemptsAtTarget,
        .contentSent = m_released,
        .moreTargets = m_planIndex + 1 < m_admission.plan.size(),
        .anotherKey = Routing::chooseKey(*entry.provider, now, m_worker.random(), m_triedKeys) >= 0,
        .timeLeft = timeLeft(now)};
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
    case State::Loading:
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
    if (error.status >= 500 || error.status == 429)
        appendField(fields, "x-should-retry", "false"); // what can be retried was retried here
    m_state = State::Done;
    m_client.reply(error.status, "application/json", fields,
                   Dialects::errorBody(Dialects::familyOf(m_front), error, m_record.id));
}

//! Codes, types and field names of another vendor mean nothing to the caller's client.
ClientError Exchange::callersMistake(const Failure &failure, const QByteArray &words) const
{
    if (Dialects::familyOf(m_upstreamFormat) != Dialects::familyOf(m_front)) {
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
    if (Dialects::isCallersMistake(failure.kind)) {
        ClientError error = callersMistake(failure, words);
        error.status = m_upstreamStatus >= 400 && m_upstreamStatus < 500 ? m_upstreamStatus : 400;
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

void Exchange::interrupt(QByteArrayView reason)
{
    const ClientError error = clientError(ErrorCase::NotReady, reason.toByteArray());
    m_call.reset();
    m_timer.stop();
    if (m_state == State::Replying) {
        finishStream();
    } else if (m_released && m_kind == AnswerKind::Bytes) {
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
