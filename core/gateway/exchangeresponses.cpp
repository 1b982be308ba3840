// SPDX-License-Identifier: GPL-3.0-or-later
//! What an exchange of POST /v1/responses has to do with stored responses.
#include "core/dialects/jsonview.h"
#include "core/gateway/exchange.h"
#include "core/gateway/responsecall.h"
#include "core/gateway/worker.h"
#include "core/responses/responseitems.h"

namespace Gatehouse::Gateway {

using Dialects::ClientError;
using Dialects::JsonView;

Responses::Owner Exchange::owner() const
{
    return {.keyId = m_record.keyId, .team = m_record.team};
}

void Exchange::loadPrevious()
{
    m_state = State::Loading;
    m_worker.responses().conversation(
        m_admission.awaited, owner(), m_worker.post(),
        [this, alive = std::weak_ptr(m_alive)](Result<Responses::Conversation> found) {
            if (alive.lock()) // the client may have left, and the exchange with it
                takePrevious(std::move(found));
        });
}

void Exchange::takePrevious(Result<Responses::Conversation> found)
{
    if (m_state != State::Loading)
        return;
    m_state = State::Admitting;
    if (!found) {
        ClientError error = responseError(found.error(), "previous_response_id");
        if (error.status == 404)
            error.code = "previous_response_not_found";
        refuseAdmission(std::move(error));
        return;
    }
    m_previous = std::make_unique<Responses::Conversation>(*std::move(found));
    if (m_previous->last.isPinned()) {
        m_admission.pinned = &m_previous->last;
    } else {
        m_newInput = Responses::inputItems(m_body, m_record.id.sliced(4));
        m_body = Responses::continuedRequest(m_body, m_previous->items);
        m_previous->items.clear();
    }
    m_admission.now = m_worker.clock().steady();
    admit();
}

bool Exchange::isKept() const
{
    if (!m_admission.findsPrevious)
        return false;
    const bool saysStore = m_admission.scan.touchy & Dialects::Touchy::Store;
    return !saysStore || JsonView::trusted(m_body)["store"].boolean().value_or(true);
}

void Exchange::keepStreamed(QByteArrayView lastEvents)
{
    if (!m_wantsStore)
        return;
    if (m_attempt->translates())
        keep(Responses::lastResponse(lastEvents));
    else
        pin(m_attempt->watch()->responseId());
}

void Exchange::keepWhole(QByteArrayView body)
{
    if (!m_wantsStore)
        return;
    if (m_attempt->translates())
        keep(body);
    else
        pin(JsonView::parse(body)["id"].string());
}

void Exchange::keep(QByteArrayView response)
{
    const JsonView view = JsonView::parse(response);
    const QByteArray id = view["id"].string();
    if (id.isEmpty() || view["status"].equals("failed"))
        return;
    const bool goesOn = m_previous && !m_previous->last.isPinned();
    m_worker.responses().save(
        {.id = id,
         .owner = owner(),
         .created = m_record.time,
         .model = m_record.modelAsked,
         .previous = goesOn ? m_previous->last.id : QByteArray(),
         .input = goesOn ? m_newInput : Responses::inputItems(m_body, m_record.id.sliced(4)),
         .output = Responses::outputItems(response),
         .response = response.toByteArray(),
         .provider = {},
         .providerKey = {}});
}

//! Remembers who keeps the response that has just been made.
void Exchange::pin(const QByteArray &responseId)
{
    if (responseId.isEmpty())
        return;
    m_worker.responses().save({.id = responseId,
                               .owner = owner(),
                               .created = m_record.time,
                               .model = m_record.modelAsked,
                               .previous = {},
                               .input = {},
                               .output = {},
                               .response = {},
                               .provider = m_record.attempts.back().provider,
                               .providerKey = m_record.attempts.back().providerKey});
}

} // namespace Gatehouse::Gateway
