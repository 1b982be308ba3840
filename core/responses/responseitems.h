// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

//! The items of stored responses as JSON texts. Lists go about as their inside: "{…},{…}". Every
//! text given here was found sound before.
namespace Gatehouse::Responses {

//! The items of a request's "input" as they are listed later: a text becomes a message, and what
//! has no id gets one made from \a seed.
QByteArray inputItems(QByteArrayView requestBody, QByteArrayView seed);

//! The items of "output" of a response object.
QByteArray outputItems(QByteArrayView response);

//! A request without "previous_response_id", its input behind \a items. Their ids are left out:
//! another provider would look for them among its own, and for the same reason reasoning without
//! its sealed content.
QByteArray continuedRequest(QByteArrayView requestBody, QByteArrayView items);

//! The response object at the end of a stream of events; empty when \a events have none.
QByteArray lastResponse(QByteArrayView events);

//! GET /v1/responses/{id}/input_items: \a query has "limit" (1 to 100, usually 20), "order" ("desc"
//! as usual, or "asc") and "after" (an item's id). An error's path is the parameter.
Result<QByteArray> inputItemsPage(QByteArrayView items, QByteArrayView query);

} // namespace Gatehouse::Responses
