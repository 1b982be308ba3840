// SPDX-License-Identifier: GPL-3.0-or-later
//! The second half of an attempt: what the upstream answers.
#include "core/dialects/allowances.h"
#include "core/dialects/headerpolicy.h"
#include "core/dialects/replywatch.h"
#include "core/gateway/attempt.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"
#include "core/routing/retrypolicy.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;

namespace {

//! A stream without content yet is held back this long, so that a failure can still be mended by
//! another attempt.
constexpr std::chrono::milliseconds holdTime = 2s;
//! A whole answer larger than this is not kept in memory.
constexpr qsizetype maxWholeReply = 64 * 1024 * 1024;
//! Above this a whole answer is large: its usage is looked for in so many bytes at its end.
constexpr qsizetype largeReply = 256 * 1024;
constexpr qsizetype usageTail = 16 * 1024;
constexpr qsizetype maxUpstreamId = 128;
//! From connection to a provider that has read the request: no more is taken for granted.
constexpr std::chrono::milliseconds longestArrival = 250ms;

bool isJsonType(QByteArrayView type)
{
    return type.isEmpty() || type.startsWith("application/json");
}

Failure failed(FailureClass kind, QByteArray message)
{
    Failure failure{.kind = kind, .error = {}, .retryAfter = {}};
    failure.error.message = std::move(message);
    return failure;
}

} // namespace

void Attempt::onUpstreamHead(const Http::ResponseHead &head)
{
    m_status = head.status;
    // The provider has had it when it answers; a slow answer is not the request's own time.
    const std::chrono::microseconds connected(std::max<qint64>(m_call->times().connected, 0));
    m_shared.admission.purse.countFrom(
        std::min(m_shared.worker.clock().steady(), m_startedAt + connected + longestArrival));
    for (const QByteArrayView name : Dialects::requestIdFields()) {
        const QByteArrayView id = head.fields.value(name);
        if (!id.isEmpty()) {
            row().upstreamId = id.toByteArray().left(maxUpstreamId);
            break;
        }
    }
    m_contentType = head.fields.value("content-type").toByteArray();
    const int leastFailure = m_shared.isPassThrough() ? 400 : 300; // what passes may be a redirect
    if (head.status < 200 || head.status >= leastFailure) {
        m_kind = AnswerKind::Failure;
        noteHeadroom(head.fields);
        keepFailureFields(head.fields);
        return;
    }
    noteHeadroom(head.fields);
    if (!m_shared.record.isCopy())
        obeyAllowances(head.fields);
    if (m_shared.isPassThrough()) {
        beginPassing(head);
        return;
    }
    const Dialects::Format front = m_shared.admission.front;
    const QByteArrayView type = head.fields.value("content-type");
    keepReturnedFields(head.fields);
    if (isStreamType(type) && Dialects::mayStream(front)) {
        m_kind = AnswerKind::Stream;
        if (m_translates) {
            m_contentType = Dialects::chatCodec(front).streamType.toByteArray();
            m_watch = m_translation->stream(m_upstreamFormat, *provider().quirks,
                                            m_owner.replyContext(*this));
        } else {
            m_watch = std::make_unique<Dialects::ReplyWatch>(front, m_hideUsage);
        }
    } else if (Dialects::isUntranslated(front) && !isJsonType(type)) {
        m_kind = AnswerKind::Bytes;
    } else {
        m_kind = AnswerKind::Whole;
        if (head.contentLength > 0 && head.contentLength <= maxWholeReply)
            m_reply.reserve(head.contentLength);
    }
}

//! What an answer tells of its key's allowances is kept for screens. Looked for only where there is
//! something: a field of the kind has "ratelimit-" in its name.
void Attempt::noteHeadroom(const Http::Fields &fields) const
{
    if (m_keyIndex < 0 || !std::ranges::any_of(fields.all(), [](const Http::Field &field) {
            return Dialects::isAllowance(field.name);
        }))
        return;
    const auto lookup = [&fields](QByteArrayView name) { return fields.value(name); };
    const auto readings = Dialects::readAllowances(lookup, m_shared.worker.clock().wall());
    entry().provider->keys[static_cast<std::size_t>(m_keyIndex)]->headroom().saw(
        readings, m_shared.worker.clock().steady());
}

//! A good answer may say that it was the last one for a while. Read only when it says so at all.
void Attempt::obeyAllowances(const Http::Fields &fields) const
{
    const std::chrono::microseconds head(m_call->times().head);
    const SteadyTime now = m_startedAt + head;
    entry().state->gaveSign(now);
    entry().state->sawAnswer(head, m_shared.record.streamed);
    if (!std::ranges::any_of(fields.all(), [](const Http::Field &field) {
            return field.value == "0" && Dialects::isAllowance(field.name);
        }))
        return;
    const auto lookup = [&fields](QByteArrayView name) { return fields.value(name); };
    if (const auto wait = Dialects::exhaustedFor(lookup, m_shared.wallTimeAt(now)))
        Routing::recordExhausted(entry(), m_keyIndex, *wait, now);
}

void Attempt::keepFailureFields(const Http::Fields &fields)
{
    // A provider that refuses repeats more of the request than is good.
    QByteArray &upstreamId = row().upstreamId;
    upstreamId = m_shared.worker.redacted(upstreamId);
    for (const Http::Field &field : fields.all())
        m_failureFields.emplace_back(field.name.toByteArray().toLower(), field.value.toByteArray());
}

//! The upstream's fields that the client gets, in the client's words.
void Attempt::keepReturnedFields(const Http::Fields &fields)
{
    const Dialects::Family upstream = Dialects::familyOf(m_upstreamFormat);
    const Dialects::Family client = Dialects::familyOf(m_shared.admission.front);
    for (const Http::Field &field : fields.all()) {
        if (upstream == client) {
            const QByteArrayView name = Dialects::returnedFieldName(client, field.name);
            if (!name.isEmpty())
                appendField(m_returnedFields, name, field.value);
            continue;
        }
        const Dialects::ReturnedField told = Dialects::translatedField(
            upstream, client, field.name, field.value, m_shared.worker.clock().wall());
        if (!told.name.isEmpty())
            appendField(m_returnedFields, told.name, told.value);
    }
}

void Attempt::onUpstreamBody(QByteArrayView bytes)
{
    switch (m_kind) {
    case AnswerKind::Stream:
    case AnswerKind::Bytes:
        m_owner.onAttemptBytes(*this, bytes);
        return;
    case AnswerKind::Failure:
        m_reply += bytes.first(std::min(bytes.size(), Dialects::maxErrorBody - m_reply.size()));
        return;
    case AnswerKind::Whole:
        if (m_reply.size() + bytes.size() <= maxWholeReply) {
            m_reply += bytes;
            return;
        }
        m_owner.onAttemptFailed(
            *this, failed(FailureClass::ServerError, "the answer is larger than 64 MiB"));
    }
}

void Attempt::onUpstreamEnd()
{
    if (m_kind == AnswerKind::Failure)
        m_owner.onAttemptFailed(*this, answeredFailure());
    else
        m_owner.onAttemptEnd(*this);
}

void Attempt::onUpstreamFailed(const Http::UpstreamFailure &failure)
{
    m_owner.onAttemptFailed(*this, failed(classOf(failure), failure.detail.toUtf8()));
}

QByteArrayView Attempt::failureField(QByteArrayView name) const
{
    const auto it = std::ranges::find(
        m_failureFields, name, [](const auto &field) { return QByteArrayView(field.first); });
    return it == m_failureFields.end() ? QByteArrayView() : QByteArrayView(it->second);
}

Failure Attempt::answeredFailure() const
{
    const auto lookup = [this](QByteArrayView name) { return failureField(name); };
    return passedFailure(
        Dialects::classifyAnswer(m_status, lookup, m_reply, m_shared.worker.clock().wall()));
}

// --- streams ------------------------------------------------------------------------------------

QByteArrayView Attempt::feed(QByteArrayView bytes)
{
    m_out.resize(0);
    m_watch->feed(bytes, m_out);
    if (row().firstTokenUs < 0 && m_watch->hasContent()) {
        const SteadyTime now = m_shared.worker.clock().steady();
        row().firstTokenUs = microseconds(m_startedAt, now);
        if (!m_shared.record.isCopy()) {
            entry().state->sawFirstToken(std::chrono::microseconds(row().firstTokenUs));
            Routing::recordLife(entry(), now, {m_keyIndex, m_startedAt});
        }
    }
    return m_watch->passesThrough() ? bytes : QByteArrayView(m_out);
}

QByteArrayView Attempt::feedEnd()
{
    m_out.resize(0);
    m_watch->finish(m_out);
    return m_out;
}

std::optional<Failure> Attempt::streamFailure() const
{
    if (!m_watch->hasFailed() && !m_watch->isMalformed())
        return {};
    Failure failure{.kind = Dialects::classifyError(m_watch->error()),
                    .error = m_watch->error(),
                    .retryAfter = {}};
    if (m_watch->isMalformed())
        failure.error.message = "the stream is not in the provider's own format";
    return failure;
}

void Attempt::holdBack(QByteArrayView piece)
{
    if (m_reply.isEmpty() && !m_watch->hasContent())
        holdFor(std::min(holdTime, timeForContent(m_shared.worker.clock().steady())));
    m_reply += piece;
}

//! What is left of it, at least a moment; without a limit for ever.
std::chrono::milliseconds Attempt::timeForContent(SteadyTime now) const
{
    if (m_firstByteTime <= 0ms)
        return std::chrono::milliseconds::max();
    const auto left = m_startedAt + m_firstByteTime - now;
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(left), 1ms);
}

void Attempt::awaitContent()
{
    if (m_firstByteTime > 0ms)
        holdFor(timeForContent(m_shared.worker.clock().steady()));
}

bool Attempt::isContentOverdue(SteadyTime now) const
{
    return m_firstByteTime > 0ms && !hasContent() && now >= m_startedAt + m_firstByteTime;
}

void Attempt::prove(std::chrono::milliseconds time)
{
    m_isProving = true;
    holdFor(time);
}

bool Attempt::hasContent() const
{
    if (m_kind == AnswerKind::Failure)
        return false;
    return m_watch ? m_watch->hasContent() : !m_reply.isEmpty();
}

void Attempt::holdFor(std::chrono::milliseconds time)
{
    m_holdTimer.start(m_shared.worker.io().timers, time);
}

// --- whole answers ------------------------------------------------------------------------------

//! What the answer says. Of a large one its end is enough when usage stands there: reading all of
//! it costs a copy and a pass, and an answer that carries an error instead is read whole.
Dialects::WholeReply Attempt::scanReply() const
{
    if (m_reply.size() <= largeReply)
        return Dialects::scanReply(m_upstreamFormat, m_reply, m_shared.worker.replyReader());
    Dialects::WholeReply whole =
        Dialects::scanReply(m_upstreamFormat, QByteArrayView(m_reply).last(usageTail), false);
    if (!whole.usage.known)
        return Dialects::scanReply(m_upstreamFormat, m_reply);
    return whole;
}

QByteArray Attempt::answeredModel() const
{
    return m_watch ? m_watch->model() : m_answeredModel;
}

std::variant<Attempt::Whole, Failure> Attempt::readWhole()
{
    const Dialects::WholeReply reply = scanReply();
    if (reply.hasFailed)
        return Failure{
            .kind = Dialects::classifyError(reply.error), .error = reply.error, .retryAfter = {}};
    m_answeredModel = reply.model;
    Whole whole{.body = m_reply, .usage = reply.usage};
    if (!m_translates)
        return whole;
    Result<Dialects::Translation::Answer> answer =
        m_translation->answer(m_upstreamFormat, m_reply, m_owner.replyContext(*this));
    if (!answer)
        return failed(FailureClass::ServerError, answer.error().detail.toUtf8());
    whole.usage = answer->usage;
    whole.body = std::move(answer->body);
    m_contentType = QByteArrayLiteral("application/json");
    return whole;
}

} // namespace Gatehouse::Gateway
