// SPDX-License-Identifier: GPL-3.0-or-later
//! An attempt that is forwarded as it comes; what it says of its usage is read on the way.
#include "core/dialects/headerpolicy.h"
#include "core/dialects/openai/media.h"
#include "core/dialects/passthrough.h"
#include "core/dialects/replywatch.h"
#include "core/gateway/attempt.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

namespace Gatehouse::Gateway {

using Dialects::Failure;
using Dialects::FailureClass;

namespace {

//! Usage stands in the last bytes of a large answer.
constexpr qsizetype meteredTail = 16 * 1024;
constexpr qsizetype meteredWhole = 256 * 1024;

} // namespace

void Attempt::beginPassing(const Http::ResponseHead &head)
{
    m_kind = AnswerKind::Bytes;
    const Dialects::Quirks &quirks = *provider().quirks;
    const Dialects::Family provider =
        Dialects::familyOf(quirks.chat.value_or(m_shared.admission.front));
    for (const Http::Field &field : head.fields.all()) {
        const QByteArrayView name = Dialects::passesToClient(field.name)
            ? field.name
            : Dialects::returnedFieldName(provider, field.name);
        if (!name.isEmpty())
            appendField(m_returnedFields, name, field.value);
    }
    const Dialects::PassedPath known = Dialects::passedPath(m_shared.admission.passedPath);
    const bool isPlain = head.fields.value("content-encoding").isEmpty();
    m_isMetered = known.format && isPlain && head.status < 300;
    if (!m_isMetered)
        return;
    m_upstreamFormat = *known.format;
    m_shared.record.streamed = isStreamType(m_contentType) && Dialects::mayStream(m_upstreamFormat);
    if (m_shared.record.streamed)
        m_watch = std::make_unique<Dialects::ReplyWatch>(m_upstreamFormat, false);
}

void Attempt::meter(QByteArrayView bytes)
{
    if (m_watch) {
        feed(bytes);
        if (m_shared.record.firstTokenUs < 0 && m_watch->hasContent())
            m_shared.record.firstTokenUs =
                microseconds(m_shared.started, m_shared.worker.clock().steady());
        return;
    }
    m_reply += bytes;
    if (m_reply.size() > meteredWhole)
        m_reply = m_reply.last(meteredTail);
}

void Attempt::finishMeter()
{
    if (!m_isMetered)
        return;
    if (m_watch) {
        feedEnd();
        return;
    }
    const bool isWhole = m_reply.startsWith('{') && m_reply.trimmed().endsWith('}');
    const Dialects::WholeReply whole = Dialects::scanReply(m_upstreamFormat, m_reply, isWhole);
    m_shared.record.usage = whole.usage;
    const Dialects::Task task = Dialects::taskOf(m_upstreamFormat);
    if (isWhole && task != Dialects::Task::Speech)
        Dialects::addUnits(m_upstreamFormat, {}, m_reply, m_shared.record.usage);
}

//! Of what passes a wrong address is the caller's: no other provider would know it.
Failure Attempt::passedFailure(Failure failure) const
{
    const bool isCallers = m_status == 404 || m_status == 405 || m_status == 409 || m_status == 424;
    if (m_shared.isPassThrough() && isCallers)
        failure.kind = FailureClass::BadRequest;
    return failure;
}

} // namespace Gatehouse::Gateway
