// SPDX-License-Identifier: GPL-3.0-or-later
//! An exchange that talks to a provider past the gateway: nothing is changed but the credentials,
//! and what the answer says of its usage is read on the way.
#include "core/dialects/headerpolicy.h"
#include "core/dialects/openai/media.h"
#include "core/dialects/passthrough.h"
#include "core/dialects/replywatch.h"
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

#include <algorithm>

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;
using Ledger::Outcome;

namespace {

//! Usage stands in the last bytes of a large answer.
constexpr qsizetype meteredTail = 16 * 1024;
constexpr qsizetype meteredWhole = 256 * 1024;

bool isEvents(QByteArrayView type)
{
    return type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson")
        || type.startsWith("application/vnd.amazon.eventstream");
}

} // namespace

//! Errors are worded as the path's neighbours would.
Dialects::Family Exchange::family() const
{
    return isPassThrough() ? familyOfPath(m_client.head().path) : Dialects::familyOf(m_front);
}

void Exchange::beginPassing(const Http::ResponseHead &head)
{
    m_kind = AnswerKind::Bytes;
    const Dialects::Quirks &quirks = *candidate().entry.provider->provider->quirks;
    const Dialects::Family provider = Dialects::familyOf(quirks.chat.value_or(m_front));
    for (const Http::Field &field : head.fields.all()) {
        const QByteArrayView name = Dialects::passesToClient(field.name)
            ? field.name
            : Dialects::returnedFieldName(provider, field.name);
        if (!name.isEmpty())
            appendField(m_returnedFields, name, field.value);
    }
    const Dialects::PassedPath known = Dialects::passedPath(m_admission.passedPath);
    const bool isPlain = head.fields.value("content-encoding").isEmpty();
    m_isMetered = known.format && isPlain && head.status < 300;
    if (!m_isMetered)
        return;
    m_upstreamFormat = *known.format;
    m_record.streamed = isEvents(m_contentType) && Dialects::mayStream(m_upstreamFormat);
    if (m_record.streamed)
        m_watch = std::make_unique<Dialects::ReplyWatch>(m_upstreamFormat, false);
}

//! Looks at bytes on their way: at a stream's events, else at as many as tell the usage.
void Exchange::meter(QByteArrayView bytes)
{
    if (m_watch) {
        m_out.resize(0);
        m_watch->feed(bytes, m_out);
        if (m_record.firstTokenUs < 0 && m_watch->hasContent())
            m_record.firstTokenUs = sinceStartUs();
        return;
    }
    m_reply += bytes;
    if (m_reply.size() > meteredWhole)
        m_reply = m_reply.last(meteredTail);
}

void Exchange::finishMeter()
{
    if (!m_isMetered)
        return;
    if (m_watch) {
        m_out.resize(0);
        m_watch->finish(m_out);
        return;
    }
    const bool isWhole = m_reply.startsWith('{') && m_reply.trimmed().endsWith('}');
    const Dialects::WholeReply whole = Dialects::scanReply(m_upstreamFormat, m_reply, isWhole);
    m_record.usage = whole.usage;
    const Dialects::Task task = Dialects::taskOf(m_upstreamFormat);
    if (isWhole && task != Dialects::Task::Speech)
        Dialects::addUnits(m_upstreamFormat, {}, m_reply, m_record.usage);
}

//! The client got what the provider said; the books say when that was a failure.
Outcome Exchange::passedOutcome() const
{
    return m_watch && m_watch->hasFailed() ? outcomeOf(Dialects::classifyError(m_watch->error()))
                                           : Outcome::Ok;
}

//! Of what passes a wrong address is the caller's: no other provider would know it.
Failure Exchange::passedFailure(Failure failure) const
{
    const bool isCallers = m_upstreamStatus == 404 || m_upstreamStatus == 405
        || m_upstreamStatus == 409 || m_upstreamStatus == 424;
    if (isPassThrough() && isCallers)
        failure.kind = FailureClass::BadRequest;
    return failure;
}

//! What the provider refused with, in its own words but for secrets.
void Exchange::answerPassedFailure(Outcome outcome)
{
    const auto field = std::ranges::find(m_failureFields, QByteArray("retry-after"),
                                         &std::pair<QByteArray, QByteArray>::first);
    QByteArray fields = replyFields();
    if (field != m_failureFields.end())
        appendField(fields, "Retry-After", field->second);
    const QByteArray body = m_worker.redacted(m_reply);
    settle(m_upstreamStatus, outcome, "upstream_error", m_record.attempts.back().detail);
    m_state = State::Done;
    m_client.reply(m_upstreamStatus, m_contentType, fields, body);
}

} // namespace Gatehouse::Gateway
