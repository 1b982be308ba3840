// SPDX-License-Identifier: GPL-3.0-or-later
//! An exchange that talks to a provider past the gateway: nothing is changed but the credentials,
//! and what the answer says of its usage is read on the way.
#include "core/gateway/exchange.h"
#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"

namespace Gatehouse::Gateway {

using Ledger::Outcome;

//! Errors are worded as the path's neighbours would.
Dialects::Family Exchange::family() const
{
    return isPassThrough() ? familyOfPath(m_client.head().path) : Dialects::familyOf(m_front);
}

//! The client got what the provider said; the books say when that was a failure.
Outcome Exchange::passedOutcome() const
{
    const Dialects::StreamWatch *watch = m_attempt->watch();
    return watch && watch->hasFailed() ? outcomeOf(Dialects::classifyError(watch->error()))
                                       : Outcome::Ok;
}

// --- the body -----------------------------------------------------------------------------------

void Exchange::runUpload()
{
    m_upload = std::make_unique<Upload>(m_client);
    m_client.setBodyReading(false); // until there is somebody to take it
    run({});
}

void Exchange::takeBody(QByteArrayView bytes)
{
    m_upload->take(bytes);
    noteUploadedModel();
    m_upload->pass(*m_attempt);
}

void Exchange::endBody()
{
    m_upload->end();
    m_upload->pass(*m_attempt);
}

void Exchange::onAttemptWritable(Attempt &attempt)
{
    noteUploadedModel();
    m_upload->pass(attempt);
}

//! The request was planned before its body told the model; the books name it all the same.
void Exchange::noteUploadedModel()
{
    const QByteArray &model = m_upload->model();
    if (model.isEmpty() || !m_admission.scan.model.isEmpty())
        return;
    m_record.modelAsked = model;
    for (Ledger::AttemptRecord &attempt : m_record.attempts)
        attempt.model = model;
}

// --- the answer ---------------------------------------------------------------------------------

//! What the provider refused with, in its own words but for secrets.
void Exchange::answerPassedFailure(Outcome outcome)
{
    const QByteArrayView retryAfter = m_attempt->failureField("retry-after");
    QByteArray fields = replyFields();
    if (!retryAfter.isEmpty())
        appendField(fields, "Retry-After", retryAfter);
    const QByteArray body = m_worker.redacted(m_attempt->upstreamBody());
    const int status = m_attempt->status();
    settle(status, outcome, "upstream_error", m_record.attempts.back().detail);
    m_state = State::Done;
    m_client.reply(status, m_attempt->contentType(), fields, body);
}

} // namespace Gatehouse::Gateway
