// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <span>

namespace Gatehouse::Dialects {

//! Everything a client can be refused with. One entry, one status, one code.
enum class ErrorCase {
    InvalidApiKey,      //!< 401 invalid_api_key
    ExpiredApiKey,      //!< 401 expired_api_key
    DisabledApiKey,     //!< 401 disabled_api_key
    ModelNotAllowed,    //!< 403 model_not_allowed
    ModelNotFound,      //!< 404 model_not_found
    RequestDenied,      //!< 403 request_denied: by a rule
    ResidencyRefused,   //!< 403 residency_refused
    RateLimitExceeded,  //!< 429 rate_limit_exceeded
    BudgetExceeded,     //!< 402 budget_exceeded
    ContentRefused,     //!< 400 content_refused
    CapacityExceeded,   //!< 503 capacity_exceeded
    UpstreamAuthFailed, //!< 502 upstream_auth_failed
    UpstreamFailed,     //!< 502 upstream_failed
    UpstreamTimeout,    //!< 504 upstream_timeout
    InvalidRequest,     //!< 400 invalid_request
    NotFound,           //!< 404 not_found: no such endpoint
    MethodNotAllowed,   //!< 405 method_not_allowed
    RequestTimeout,     //!< 408 request_timeout: the body did not arrive
    RequestTooLarge,    //!< 413 request_too_large
    UnsupportedMedia,   //!< 415 unsupported_media_type
    NotReady,           //!< 503 not_ready: starting, stopping or without providers
    Internal,           //!< 500 internal_error
};

//! An error as a client gets it. type is chosen from the status when empty.
struct ClientError {
    int status = 500;
    QByteArray code;
    QByteArray type;
    QByteArray message;            //!< what happened and what to do; UTF-8
    QByteArray param;              //!< name of the request field, empty = none
    QByteArray detail;             //!< the last provider's own words, redacted; empty = none
    std::optional<int> retryAfter; //!< seconds, for the Retry-After field
    std::optional<qint64> retryAfterMs = {}; //!< the same to the millisecond, when it is known

    bool operator==(const ClientError &) const = default;
};

//! The catalogue's entry with its status and code; an empty \a message takes the standard one.
ClientError clientError(ErrorCase what, QByteArray message = {}, QByteArray param = {});

//! Body of an error answer:
//! OpenAI    {"error":{"message","type","param","code","detail"?}},
//! Anthropic {"type":"error","error":{"type","message","code","param"?,"detail"?},"request_id"},
//! Gemini    {"error":{"code","message","status","details":[ErrorInfo]}},
//! Ollama    {"error":"message","code","detail"?}.
QByteArray errorBody(Family family, const ClientError &error, QByteArrayView requestId);

//! The same as an event inside a stream that has begun, blank line included. \a sequenceNumber is
//! used by the Responses form only. Formats that do not stream get the OpenAI form.
QByteArray errorEvent(Format front, const ClientError &error, QByteArrayView requestId,
                      qint64 sequenceNumber = 0);

//! A model a key may call, as listed by GET /v1/models.
struct ModelEntry {
    QByteArray id;
    QByteArray ownedBy; //!< provider id, "gatehouse" for routes
    qint64 created = 0; //!< seconds since 1970

    bool operator==(const ModelEntry &) const = default;
};

//! GET /v1/models and GET /v1/models/{id}; the Anthropic shape is for requests that carry
//! "anthropic-version", Gemini's for "/v1beta/models".
QByteArray modelListBody(Family family, std::span<const ModelEntry> models);
QByteArray modelBody(Family family, const ModelEntry &model);

} // namespace Gatehouse::Dialects
