// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dialects/format.h"

#include <span>

namespace Gatehouse::Dialects {

//! Client request fields that reach an upstream of \a family (lower-case names): an allow list.
//! Credentials, cookies, organisation and hop-by-hop fields are never on it.
std::span<const QByteArrayView> forwardedRequestFields(Family family);

//! Those of them that mean the same to every vendor: what a translated request takes along.
std::span<const QByteArrayView> tracingFields();

//! The name under which an upstream response field is returned to a client of \a family, empty when
//! it is not: rate-limit fields and processing time under their own names, request ids
//! (x-request-id, request-id, apim-request-id, x-amzn-requestid, mistral-correlation-id) as
//! "x-gatehouse-upstream-id". Any letter case. Content-Type and Retry-After are the gateway's own.
QByteArrayView returnedFieldName(Family family, QByteArrayView upstreamName);

//! A rate-limit field of an upstream in the words of a client of another family. The name is empty
//! where the client's family has no such field.
struct ReturnedField {
    QByteArray name;
    QByteArray value;

    bool operator==(const ReturnedField &) const = default;
};
ReturnedField translatedField(Family upstream, Family client, QByteArrayView name,
                              QByteArrayView value, WallTime now);

//! The upstream's own request id among response field names, in the order they are to be tried.
std::span<const QByteArrayView> requestIdFields();

} // namespace Gatehouse::Dialects
