// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "core/http/message.h"

namespace Gatehouse::Gateway {

//! What a path of the gateway port stands for.
enum class EndpointKind {
    Inference, //!< a front's own endpoint
    ModelList,
    Model, //!< "/v1/models/{id}", rest holds the id still percent-encoded
    Health,
    Ready,
    Metrics,
    Unknown,
};

struct EndpointMatch {
    EndpointKind kind = EndpointKind::Unknown;
    Dialects::Format front = Dialects::Format::OpenAiChat; //!< of Inference
    QByteArrayView rest;
};

EndpointMatch matchEndpoint(QByteArrayView path);

//! Value of Allow for an endpoint: "POST, OPTIONS" or "GET, HEAD, OPTIONS".
QByteArrayView allowedMethods(EndpointKind kind);
bool isMethodAllowed(EndpointKind kind, Http::Method method);

//! The dialect errors of a path are worded in: Anthropic for its own paths, OpenAI otherwise.
Dialects::Family familyOfPath(QByteArrayView path);

} // namespace Gatehouse::Gateway
