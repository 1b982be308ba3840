// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/responsecall.h"

#include "core/gateway/exchangewords.h"
#include "core/gateway/worker.h"
#include "core/responses/responseitems.h"

#include <algorithm>

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;

namespace {

constexpr QByteArrayView json("application/json");
constexpr qsizetype maxAnswer = 64 * 1024 * 1024;

} // namespace

ClientError responseError(const Error &error, const QByteArray &param)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return clientError(ErrorCase::NotFound, error.detail.toUtf8(), param);
    case ErrorCode::LimitExceeded:
        return clientError(ErrorCase::RequestTooLarge, error.detail.toUtf8(), param);
    default:
        return clientError(ErrorCase::Internal,
                           "Stored responses cannot be read at present. Try again later, or send "
                           "the whole input.",
                           param);
    }
}

ResponseCall::ResponseCall(Worker &worker, Http::ServerExchange &client,
                           const EndpointMatch &endpoint,
                           std::shared_ptr<const Published> published, const Access::KeyEntry &key)
    : m_worker(worker)
    , m_client(client)
    , m_published(std::move(published))
    , m_kind(endpoint.kind)
    , m_requestId(worker.nextRequestId(worker.clock().wall()))
    , m_id(QByteArray::fromPercentEncoding(endpoint.rest.toByteArray()))
    , m_owner({.keyId = key.id, .team = key.team})
{
}

ResponseCall::~ResponseCall() = default;

void ResponseCall::start()
{
    if (!m_worker.keepsResponses()) {
        refuse(clientError(ErrorCase::NotFound,
                           "This gateway keeps no responses (gateway.keep_responses is 0)."));
        return;
    }
    m_worker.responses().load(
        m_id, m_owner, m_worker.post(),
        [this, alive = std::weak_ptr(m_alive)](Result<Responses::StoredResponse> response) {
            if (alive.lock())
                found(std::move(response));
        });
}

void ResponseCall::found(Result<Responses::StoredResponse> response)
{
    if (!response) {
        ClientError error = responseError(response.error(), "response_id");
        error.message = m_worker.redacted(error.message);
        refuse(error);
        return;
    }
    m_response = *std::move(response);
    if (m_response.isPinned())
        relay();
    else
        answerKept();
}

void ResponseCall::answerKept()
{
    if (m_kind == EndpointKind::ResponseCancel) {
        refuse(clientError(ErrorCase::InvalidRequest,
                           "This response is complete: only one that runs in the background can "
                           "be cancelled.",
                           "response_id"));
    } else if (m_kind == EndpointKind::ResponseInput) {
        const Result<QByteArray> page =
            Responses::inputItemsPage(m_response.input, m_client.head().query);
        if (page)
            answer(*page);
        else
            refuse(clientError(ErrorCase::InvalidRequest, page.error().detail.toUtf8(),
                               page.error().path.toUtf8()));
    } else if (isDelete()) {
        remove();
    } else if (m_client.head().query.contains("stream=true")) {
        refuse(clientError(ErrorCase::InvalidRequest,
                           "This response is complete and was not made in the background: it "
                           "cannot be streamed again. Leave 'stream' out.",
                           "stream"));
    } else {
        answer(m_response.response);
    }
}

void ResponseCall::remove()
{
    m_worker.responses().remove(m_id, m_owner, m_worker.post(),
                                [this, alive = std::weak_ptr(m_alive)](Result<void> done) {
                                    if (!alive.lock())
                                        return;
                                    const QByteArray deleted = R"({"id":")" + m_response.id
                                        + R"(","object":"response","deleted":true})";
                                    if (done)
                                        answer(deleted);
                                    else
                                        refuse(responseError(done.error(), "response_id"));
                                });
}

QByteArray ResponseCall::fields() const
{
    QByteArray fields = "x-request-id: " + m_requestId + "\r\n";
    if (m_response.isPinned())
        fields += "x-gatehouse-provider: " + m_response.provider + "\r\n";
    return fields;
}

void ResponseCall::answer(QByteArrayView body)
{
    m_client.reply(200, json, fields(), body);
}

void ResponseCall::refuse(const ClientError &error)
{
    m_client.reply(error.status, json, fields(),
                   Dialects::errorBody(Dialects::Family::OpenAi, error, m_requestId));
}

// --- passing on ---------------------------------------------------------------------------------

//! The key that made the response, else the first that can be read; -1 without any.
int ResponseCall::keyIndex(const Config::Provider &provider) const
{
    const auto &keys = m_published->credentials->of(provider).keys;
    const auto isUsable = [](const Providers::Credential &key) { return key.isUsable(); };
    auto key = std::ranges::find_if(keys, [this](const Providers::Credential &each) {
        return each.isUsable() && each.keyId == m_response.providerKey;
    });
    if (key == keys.end())
        key = std::ranges::find_if(keys, isUsable);
    return key == keys.end() ? -1 : static_cast<int>(key - keys.begin());
}

Http::UpstreamRequest ResponseCall::relayed(const Config::Provider &provider) const
{
    const auto index = static_cast<std::size_t>(provider.index);
    Http::UpstreamRequest request =
        Providers::compose({.provider = provider,
                            .prepared = m_published->providers[index],
                            .credentials = m_published->credentials->of(provider),
                            .keyIndex = keyIndex(provider),
                            .format = Dialects::Format::OpenAiResponses,
                            .client = &m_client.head()},
                           {});
    QByteArray target =
        Dialects::upstreamTarget(Dialects::Format::OpenAiResponses, provider.address.basePath) + '/'
        + m_id.toPercentEncoding();
    if (m_kind == EndpointKind::ResponseCancel)
        target += "/cancel";
    else if (m_kind == EndpointKind::ResponseInput)
        target += "/input_items";
    if (!m_client.head().query.isEmpty())
        target += '?' + m_client.head().query.toByteArray();
    const QByteArray method = m_kind == EndpointKind::ResponseCancel ? "POST "
        : isDelete()                                                 ? "DELETE "
                                                                     : "GET ";
    request.methodAndTarget = method + target;
    return request;
}

void ResponseCall::relay()
{
    const auto &providers = m_published->snapshot->providers;
    const auto provider = std::ranges::find_if(
        providers, [this](const auto &each) { return each->id == m_response.provider; });
    if (provider == providers.end()) {
        refuse(clientError(ErrorCase::NotFound,
                           "This response is kept by a provider that is no longer set up here.",
                           "response_id"));
        return;
    }
    const Http::Endpoint &endpoint =
        m_published->providers[static_cast<std::size_t>((*provider)->index)].endpoint;
    m_call = m_worker.upstream().send(endpoint, relayed(**provider), *this);
}

void ResponseCall::clientDrained()
{
    if (m_call)
        m_call->setReading(true);
}

void ResponseCall::onUpstreamHead(const Http::ResponseHead &head)
{
    m_status = head.status;
    m_contentType = head.fields.value("content-type").toByteArray();
    m_isStream = head.status == 200 && m_contentType.startsWith("text/event-stream");
    if (m_isStream)
        m_client.beginReply(200, m_contentType, fields());
}

void ResponseCall::onUpstreamBody(QByteArrayView bytes)
{
    if (!m_isStream) {
        m_body += bytes.first(std::min(bytes.size(), maxAnswer - m_body.size()));
        return;
    }
    m_client.writePiece(bytes);
    if (m_client.pendingBytes() > highWater && m_call)
        m_call->setReading(false);
}

void ResponseCall::onUpstreamEnd()
{
    if (m_isStream) {
        m_client.endReply();
        return;
    }
    if (m_status == 401 || m_status == 403) {
        refuse(clientError(ErrorCase::UpstreamAuthFailed));
        return;
    }
    const bool isGood = m_status >= 200 && m_status < 300;
    if (isGood && isDelete()) // forgotten there, forgotten here
        m_worker.responses().remove(m_id, m_owner, m_worker.post(), [](const Result<void> &) {});
    m_client.reply(m_status, m_contentType, fields(), isGood ? m_body : m_worker.redacted(m_body));
}

void ResponseCall::onUpstreamFailed(const Http::UpstreamFailure &failure)
{
    if (m_isStream) {
        m_client.abortReply();
        return;
    }
    ClientError error = clientError(ErrorCase::UpstreamFailed);
    error.detail = m_worker.redacted(failure.detail.toUtf8()).left(maxDetail);
    refuse(error);
}

} // namespace Gatehouse::Gateway
