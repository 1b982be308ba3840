// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/attempt.h"

#include "core/dialects/bodysplice.h"
#include "core/dialects/fields.h"
#include "core/dialects/pairing.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/placewaiter.h"
#include "core/gateway/worker.h"
#include "core/routing/retrypolicy.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;

namespace {

//! "left out: user, metadata" for the trace.
QByteArray leftOut(const std::vector<QByteArray> &names)
{
    QByteArray text("left out: ");
    for (const QByteArray &name : names)
        text += (text.endsWith(": ") ? "" : ", ") + name;
    return text;
}

} // namespace

Attempt::Attempt(const AttemptContext &shared, AttemptOwner &owner)
    : m_shared(shared)
    , m_owner(owner)
    , m_startedAt(shared.started)
    , m_holdTimer([this] { m_owner.onAttemptHeld(*this); })
{
}

void Attempt::setTarget(const Routing::Candidate &candidate)
{
    if (m_candidate == &candidate)
        return;
    m_candidate = &candidate;
    m_callsAtTarget = 0;
    m_triedKeys.clear();
}

void Attempt::forgetAnswer()
{
    m_watch.reset();
    m_answeredModel.clear();
    m_reply.resize(0);
    m_returnedFields.resize(0);
    m_failureFields.clear();
    m_contentType.clear();
    m_status = 0;
    m_isProving = false;
    m_isMetered = false;
    m_kind = AnswerKind::Whole;
}

void Attempt::chooseFormat()
{
    const Admission &request = m_shared.admission;
    const Dialects::Quirks &quirks = *provider().quirks;
    m_upstreamFormat = Dialects::upstreamFormat(quirks, request.front, entry().target->model)
                           .value_or(request.front);
    m_translates = m_shared.jsonList
        || !Dialects::passesUnchanged(quirks, request.front, m_upstreamFormat, request.scan.touchy);
    m_apiVersion = {};
    m_hideUsage = !m_translates && quirks.takesStreamOptions
        && Dialects::needsUsageInjected(request.front, request.scan);
}

Result<void> Attempt::readRequest()
{
    if (m_translation)
        return {};
    const Admission &request = m_shared.admission;
    auto translation = std::make_unique<Dialects::Translation>(request.front);
    const Result<void> read =
        translation->read(request.body, request.scan.model, m_shared.record.streamed);
    if (read)
        m_translation = std::move(translation);
    return read;
}

Result<std::vector<QByteArray>> Attempt::writeBody()
{
    const Admission &request = m_shared.admission;
    if (m_shared.isPassThrough())
        return std::vector<QByteArray>{request.body};
    chooseFormat();
    const QByteArray &model = entry().target->model;
    if (request.form)
        return Dialects::replaceFormModel(request.body, *request.form, model);
    if (!m_translates)
        return Dialects::spliceBody(request.body, request.scan, model, m_hideUsage);
    return translatedBody();
}

Result<std::vector<QByteArray>> Attempt::translatedBody()
{
    if (const Result<void> read = readRequest(); !read)
        return read.error();
    Result<Dialects::WrittenRequest> written = m_translation->write(
        m_upstreamFormat, {.model = entry().target->model, .quirks = *provider().quirks},
        m_shared.images.images());
    if (!written)
        return aboutImages(written.error());
    m_apiVersion = written->version;
    if (!written->dropped.empty())
        m_shared.admission.trace.step("translate", true, leftOut(written->dropped));
    return std::vector<QByteArray>{std::move(written->body)};
}

// --- images -------------------------------------------------------------------------------------

std::vector<QByteArray> Attempt::missingImages()
{
    const Admission &request = m_shared.admission;
    if (m_shared.isPassThrough() || request.form)
        return {};
    chooseFormat();
    if (!m_translates || !readRequest())
        return {};
    std::vector<QByteArray> urls =
        m_translation->unloadableImages(m_upstreamFormat, *provider().quirks);
    std::erase_if(urls, [this](const QByteArray &url) { return m_shared.images.has(url); });
    return urls;
}

//! Where the target cannot be told the request because of images that lie elsewhere: why they were
//! not fetched.
Error Attempt::aboutImages(const Error &error)
{
    const Dialects::Format front = m_shared.admission.front;
    const auto field = QString::fromLatin1(Dialects::fieldName(front, Dialects::Field::Images));
    if (error.path != field || missingImages().empty())
        return error;
    if (const auto &problem = m_shared.images.problem())
        return {error.code,
                u"'%1': an image %2. Send its bytes, or another address."_s.arg(field, *problem),
                field};
    return {error.code,
            QString(error.detail
                    + u" The administrator can let the gateway fetch images that lie elsewhere: "
                      "Settings > Gateway > Images by address (gateway.fetch_images.enabled)."_s),
            field};
}

// --- the call -----------------------------------------------------------------------------------

std::optional<Failure> Attempt::start(std::vector<QByteArray> body, SteadyTime now,
                                      std::chrono::milliseconds timeLeft)
{
    m_startedAt = now;
    ++m_callsAtTarget;
    forgetAnswer();
    m_row = m_shared.record.attempts.size();
    m_shared.record.attempts.push_back({.provider = provider().id,
                                        .model = entry().target->model,
                                        .providerKey = {},
                                        .startedUs = microseconds(m_shared.started, now),
                                        .upstreamId = {},
                                        .detail = {}});
    if (!chooseKey())
        return unusableKeys();
    Http::UpstreamRequest request = composed(std::move(body), now);
    request.timeouts.total = std::max(timeLeft, 1ms);
    m_firstByteTime = firstByteTime(request.timeouts.firstByte);
    request.timeouts.firstByte = m_firstByteTime;
    const Providers::PreparedProvider &prepared =
        m_shared.admission.published.providers[static_cast<std::size_t>(provider().index)];
    m_call = m_shared.worker.upstream().send(prepared.endpoint, std::move(request), *this);
    return {};
}

//! A cold model answers when it is loaded: that is waited for as long as a waking. A trial of what
//! had fallen silent is to cost its caller little.
std::chrono::milliseconds Attempt::firstByteTime(std::chrono::milliseconds usual)
{
    Routing::ModelWarmth &model = entry().state->model();
    if (!model.isWarm()) {
        model.startWarming();
        return std::max(usual, provider().document.power.wakeTime);
    }
    if (!m_mayBeLeft || !m_slot || !m_slot->isTrial())
        return usual;
    const auto patience = entry().state->trialPatience(m_shared.record.streamed);
    if (!patience || *patience >= usual)
        return usual;
    const QByteArray text = provider().id + " had fallen silent: it is given "
        + QByteArray::number(qint64(patience->count())) + " ms to begin its answer";
    m_shared.admission.trace.step("trial", true, text);
    return *patience;
}

Http::UpstreamRequest Attempt::composed(std::vector<QByteArray> body, SteadyTime now) const
{
    const Admission &request = m_shared.admission;
    const Published &published = request.published;
    const Providers::CallParts parts{
        .provider = provider(),
        .prepared = published.providers[static_cast<std::size_t>(provider().index)],
        .credentials = published.credentials->of(provider()),
        .keyIndex = m_keyIndex,
        .format = m_upstreamFormat,
        .model = entry().target->model,
        .stream = m_shared.record.streamed,
        .isSameFormat = request.front == m_upstreamFormat,
        // A form keeps the client's type, which names its boundary.
        .contentType = request.form ? request.head.fields.value("content-type")
                                    : QByteArrayView("application/json"),
        .client = &request.head,
        .version = m_apiVersion,
        .now = m_shared.wallTimeAt(now)};
    if (m_shared.isPassThrough()) {
        Http::UpstreamRequest passed =
            Providers::composePassed(parts, request.passedPath, std::move(body.front()));
        passed.bodyFollows = m_shared.upload != nullptr;
        passed.followingLength = m_shared.upload ? m_shared.upload->length() : -1;
        return passed;
    }
    return Providers::compose(parts, std::move(body));
}

// --- credentials --------------------------------------------------------------------------------

//! Chooses a key of the provider that can be read; false when there is none.
bool Attempt::chooseKey()
{
    m_keyIndex = -1;
    if (!Routing::needsKey(*entry().provider))
        return true;
    const auto &keys = m_shared.admission.published.credentials->of(provider()).keys;
    for (;;) {
        const int wanted = pinnedKey();
        const int index = wanted >= 0 && !m_triedKeys.contains(wanted)
            ? wanted
            : Routing::chooseKey(*entry().provider, m_startedAt, m_shared.worker.random(),
                                 m_triedKeys, entry().keys);
        if (index < 0)
            return false;
        m_triedKeys.append(index);
        const Providers::Credential &key = keys[static_cast<std::size_t>(index)];
        if (!key.problemAt(m_shared.wallTimeAt(m_startedAt))) {
            m_keyIndex = index;
            entry().provider->keys[static_cast<std::size_t>(index)]->use(m_startedAt);
            m_usedToken = key.token ? key.token->state() : nullptr;
            row().providerKey = key.keyId;
            return true;
        }
    }
}

//! The key that made the response this one goes on from; -1 when there is none to be kept to.
int Attempt::pinnedKey() const
{
    const Responses::StoredResponse *pinned = m_shared.admission.pinned;
    if (!pinned || pinned->providerKey.isEmpty())
        return -1;
    const auto &keys = m_shared.admission.published.credentials->of(provider()).keys;
    const auto key = std::ranges::find(keys, pinned->providerKey, &Providers::Credential::keyId);
    return key == keys.end() ? -1 : static_cast<int>(key - keys.begin());
}

bool Attempt::hasAnotherKey(SteadyTime now) const
{
    return Routing::chooseKey(*entry().provider, now, m_shared.worker.random(), m_triedKeys,
                              entry().keys)
        >= 0;
}

//! Why no key of the provider can be used: it cannot be read, or its access token is not there.
Failure Attempt::unusableKeys() const
{
    Failure failure{.kind = FailureClass::WrongCredentials, .error = {}, .retryAfter = {}};
    failure.error.message = "the gateway cannot read the key of provider '" + provider().id + "'";
    if (areKeysLocked())
        failure.error.message += ": its key store is locked";
    for (const auto &key : m_shared.admission.published.credentials->of(provider()).keys) {
        const auto problem = key.problemAt(m_shared.worker.clock().wall());
        if (!key.token || !problem)
            continue;
        failure.error.message = "there is no access token for provider '" + provider().id
            + "': " + problem->detail.toUtf8();
        if (problem->code != ErrorCode::PermissionDenied)
            failure.kind = FailureClass::ConnectFailed;
    }
    return failure;
}

bool Attempt::areKeysLocked() const
{
    const auto &keys = m_shared.admission.published.credentials->of(provider()).keys;
    return std::any_of(keys.begin(), keys.end(), [](const Providers::Credential &key) {
        return key.problem && key.problem->code == ErrorCode::Locked;
    });
}

const Providers::TokenCell *Attempt::token() const
{
    if (m_keyIndex < 0)
        return nullptr;
    const auto &keys = m_shared.admission.published.credentials->of(provider()).keys;
    return keys[static_cast<std::size_t>(m_keyIndex)].token.get();
}

// --- the end ------------------------------------------------------------------------------------

void Attempt::setReading(bool on)
{
    if (m_call)
        m_call->setReading(on);
}

void Attempt::drop()
{
    m_holdTimer.stop();
    m_call.reset();
}

void Attempt::book(Outcome result, SteadyTime now)
{
    Ledger::AttemptRecord &row = this->row();
    row.result = result;
    row.status = m_status;
    row.durationUs = microseconds(m_startedAt, now);
    if (m_call) {
        row.connectedUs = m_call->times().connected;
        row.headUs = m_call->times().head;
    }
    if (result == Outcome::Ok && placesOf(entry()) > 0 && !m_shared.record.isCopy())
        entry().provider->state->room().served(std::chrono::microseconds(row.durationUs));
    m_slot.reset();
}

void Attempt::close(Outcome result, QByteArrayView detail, SteadyTime now)
{
    book(result, now);
    if (!detail.isEmpty())
        row().detail = m_shared.worker.redacted(detail).left(maxDetail);
    drop();
}

void Attempt::recordSuccess(SteadyTime now) const
{
    Routing::recordSuccess(entry(), now, {m_keyIndex, m_startedAt});
}

void Attempt::swapRows(Attempt &other)
{
    std::swap(row(), other.row());
    std::swap(m_row, other.m_row);
}

void Attempt::recordFailure(const Failure &failure, SteadyTime now) const
{
    Routing::recordFailure(entry(), {m_keyIndex, m_startedAt, failure.isLoading}, failure.kind,
                           failure.retryAfter, now);
}

} // namespace Gatehouse::Gateway
