// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/outbox.h"
#include "core/http/upstream.h"
#include "core/secrets/secret.h"

#include <QtCore/QUrl>

namespace Gatehouse::Alerts {

//! What goes to a webhook.
struct WebhookPost {
    QUrl url;
    QByteArray body = {};
    QByteArray delivery = {};    //!< number of the message: the same at every attempt
    Secrets::Secret secret = {}; //!< signs it; none when empty
    QString caFile = {};
};

//! "v1=" and the hexadecimal HMAC-SHA256 of "<timestamp>.<body>", as x-gatehouse-signature has it.
//! The timestamp, seconds since 1970, stands in x-gatehouse-timestamp, so that a receiver can
//! refuse what is old.
QByteArray webhookSignature(QByteArrayView secret, qint64 timestamp, QByteArrayView body);

//! Sends one message to one webhook. Redirects are not followed, and link-local and metadata
//! addresses are never connected to. Calls back once, later; destroying it cancels. May be
//! destroyed in the callback.
class Webhook final : private Http::UpstreamListener
{
public:
    Webhook(Http::UpstreamClient &client, const Clock &clock, const WebhookPost &post,
            Outbox::Done done);
    ~Webhook() override;
    Webhook(const Webhook &) = delete;
    Webhook &operator=(const Webhook &) = delete;

private:
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;

    int m_status = 0;
    Outbox::Done m_done;
    std::unique_ptr<Http::UpstreamCall> m_call;
};

} // namespace Gatehouse::Alerts
