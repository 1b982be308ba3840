// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keytable.h"
#include "core/base/result.h"
#include "core/dialects/errors.h"
#include "core/gateway/endpoints.h"
#include "core/gateway/published.h"
#include "core/http/server.h"
#include "core/http/upstream.h"
#include "core/responses/storedresponse.h"

namespace Gatehouse::Gateway {

class Worker;

//! What a client is told when a stored response cannot be had.
Dialects::ClientError responseError(const Error &error, const QByteArray &param);

//! GET and DELETE of a response made earlier, its input items and its cancelling: answered from
//! what is kept here, or passed on to the provider that keeps it. Lives on its worker's thread as
//! the state of its ServerExchange, which destroys it when the reply is complete.
class ResponseCall final : public Http::ExchangeState, private Http::UpstreamListener
{
public:
    ResponseCall(Worker &worker, Http::ServerExchange &client, const EndpointMatch &endpoint,
                 std::shared_ptr<const Published> published, const Access::KeyEntry &key);
    ~ResponseCall() override;

    void start();
    void clientDrained();

private:
    void found(Result<Responses::StoredResponse> response);
    void answerKept();
    void remove();
    void answer(QByteArrayView body);
    void refuse(const Dialects::ClientError &error);

    // passing on
    void relay();
    Http::UpstreamRequest relayed(const Config::Provider &provider) const;
    int keyIndex(const Config::Provider &provider) const;
    QByteArray fields() const;
    bool isDelete() const { return m_client.head().method == Http::Method::Delete; }

    // UpstreamListener
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;

    Worker &m_worker;
    Http::ServerExchange &m_client;
    const std::shared_ptr<const Published> m_published;
    const EndpointKind m_kind;
    const QByteArray m_requestId;
    const QByteArray m_id;
    const Responses::Owner m_owner;
    Responses::StoredResponse m_response;
    std::unique_ptr<Http::UpstreamCall> m_call;
    int m_status = 0;
    bool m_isStream = false;
    QByteArray m_contentType;
    QByteArray m_body;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
};

} // namespace Gatehouse::Gateway
