// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/webhook.h"

#include <QtCore/QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Alerts {

namespace {

constexpr Http::UpstreamTimeouts patience{
    .connect = 5s, .firstByte = 10s, .idle = 10s, .total = 15s};

Http::Endpoint endpointOf(const WebhookPost &post)
{
    Http::Endpoint endpoint;
    endpoint.host = QUrl::toAce(post.url.host());
    if (endpoint.host.isEmpty()) // an IPv6 address is no domain name
        endpoint.host = post.url.host().toLatin1();
    endpoint.tls = post.url.scheme() == "https"_L1;
    endpoint.port = static_cast<quint16>(post.url.port(endpoint.tls ? 443 : 80));
    endpoint.caFile = post.caFile;
    return endpoint;
}

QByteArray targetOf(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

QByteArray fieldsOf(const WebhookPost &post, qint64 timestamp)
{
    QByteArray fields = "content-type: application/json\r\nuser-agent: Gatehouse/" GATEHOUSE_VERSION
                        "\r\nx-gatehouse-delivery: "
        + post.delivery + "\r\nx-gatehouse-timestamp: " + QByteArray::number(timestamp) + "\r\n";
    if (!post.secret.isEmpty())
        fields += "x-gatehouse-signature: "
            + webhookSignature(post.secret.reveal(), timestamp, post.body) + "\r\n";
    return fields;
}

} // namespace

QByteArray webhookSignature(QByteArrayView secret, qint64 timestamp, QByteArrayView body)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, secret.toByteArray());
    code.addData(QByteArray(QByteArray::number(timestamp) + '.'));
    code.addData(body.data(), body.size());
    return "v1=" + code.result().toHex();
}

Webhook::Webhook(Http::UpstreamClient &client, const Clock &clock, const WebhookPost &post,
                 Outbox::Done done)
    : m_done(std::move(done))
{
    const qint64 now =
        std::chrono::floor<std::chrono::seconds>(clock.wall()).time_since_epoch().count();
    Http::UpstreamRequest request;
    request.methodAndTarget = "POST " + targetOf(post.url);
    request.fields = fieldsOf(post, now);
    request.body = {post.body};
    request.timeouts = patience;
    m_call = client.send(endpointOf(post), std::move(request), *this);
}

Webhook::~Webhook() = default;

void Webhook::onUpstreamHead(const Http::ResponseHead &head)
{
    m_status = head.status;
}

void Webhook::onUpstreamBody(QByteArrayView) { }

void Webhook::onUpstreamEnd()
{
    const bool delivered = m_status >= 200 && m_status < 300;
    const bool mayRetry = m_status >= 500 || m_status == 408 || m_status == 429;
    const Outbox::Done done = std::move(m_done);
    done({delivered, mayRetry, u"answered %1"_s.arg(m_status)}); // may destroy this
}

void Webhook::onUpstreamFailed(const Http::UpstreamFailure &failure)
{
    const Outbox::Done done = std::move(m_done);
    done({false, failure.kind != Http::UpstreamFailureKind::Refused, failure.detail});
}

} // namespace Gatehouse::Alerts
