// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/upstream.h"

#include <QtCore/QByteArray>

#include <functional>
#include <memory>

namespace Gatehouse::Providers {

//! What a probe learnt.
struct ProbeReply {
    int status = 0; //!< 0: no answer
    QByteArray contentType;
    QByteArray body;           //!< at most 4 MiB
    Http::UpstreamTimes times; //!< microseconds
    qint64 totalUs = 0;
    std::optional<Http::UpstreamFailure> failure;

    bool succeeded() const { return !failure && status >= 200 && status < 300; }
};

//! One small call to a provider outside the request path: model lists, tests, discovery. Calls back
//! once, later; destroying it cancels. May be destroyed in the callback.
class Probe final : private Http::UpstreamListener
{
public:
    using Done = std::function<void(ProbeReply)>;

    Probe(const Clock &clock, Http::UpstreamClient &client, const Http::Endpoint &endpoint,
          Http::UpstreamRequest request, Done done);
    ~Probe() override;
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;

private:
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;
    void finish();

    const Clock &m_clock;
    const SteadyTime m_started;
    ProbeReply m_reply;
    Done m_done;
    std::unique_ptr<Http::UpstreamCall> m_call;
};

} // namespace Gatehouse::Providers
