// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/probe.h"

#include <algorithm>

namespace Gatehouse::Providers {

namespace {

constexpr qsizetype maxBody = 4 * 1024 * 1024;

} // namespace

Probe::Probe(const Clock &clock, Http::UpstreamClient &client, const Http::Endpoint &endpoint,
             Http::UpstreamRequest request, Done done)
    : m_clock(clock)
    , m_started(clock.steady())
    , m_done(std::move(done))
    , m_call(client.send(endpoint, std::move(request), *this))
{
}

Probe::~Probe() = default;

void Probe::onUpstreamHead(const Http::ResponseHead &head)
{
    m_reply.status = head.status;
    m_reply.contentType = head.fields.value("content-type").toByteArray();
}

void Probe::onUpstreamBody(QByteArrayView bytes)
{
    m_reply.body += bytes.first(std::min(bytes.size(), maxBody - m_reply.body.size()));
}

void Probe::onUpstreamEnd()
{
    finish();
}

void Probe::onUpstreamFailed(const Http::UpstreamFailure &failure)
{
    m_reply.failure = failure;
    finish();
}

void Probe::finish()
{
    m_reply.times = m_call->times();
    m_reply.totalUs =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steady() - m_started).count();
    const Done done = std::move(m_done);
    done(std::move(m_reply)); // may destroy this
}

} // namespace Gatehouse::Providers
