// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "core/http/message.h"

namespace Gatehouse::Gateway {

//! What a path of the gateway port stands for.
enum class EndpointKind {
    Inference,   //!< a front's own endpoint
    PassThrough, //!< "/passthrough/{provider}/…", any method; rest is what stands behind
    ModelList,
    Model,          //!< "/v1/models/{id}", rest holds the id still percent-encoded
    Response,       //!< "/v1/responses/{id}", rest holds the id still percent-encoded
    ResponseCancel, //!< "/v1/responses/{id}/cancel"
    ResponseInput,  //!< "/v1/responses/{id}/input_items"
    OllamaShow,     //!< POST /api/show
    OllamaVersion,
    OllamaProcesses, //!< GET /api/ps
    Health,
    Ready,
    Metrics,
    Unknown,
};

struct EndpointMatch {
    EndpointKind kind = EndpointKind::Unknown;
    Dialects::Format front = Dialects::Format::OpenAiChat; //!< of Inference
    QByteArrayView rest = {};
    //! Whose shape lists and errors have; Anthropic's also where its version field says so.
    Dialects::Family family = Dialects::Family::OpenAi;
    QByteArray model = {}; //!< named by the path (Gemini), decoded
    bool stream = false;   //!< the path asks for a stream (Gemini)
    bool jsonList = false; //!< … as one JSON list
};

EndpointMatch matchEndpoint(QByteArrayView path, QByteArrayView query = {});

//! One of the three about a response made earlier.
bool isAboutResponse(EndpointKind kind);

//! Value of Allow for an endpoint: "POST, OPTIONS" or "GET, HEAD, OPTIONS".
QByteArrayView allowedMethods(EndpointKind kind);
bool isMethodAllowed(EndpointKind kind, Http::Method method);

//! The dialect errors of a path are worded in, of unknown paths too: that of its neighbours.
Dialects::Family familyOfPath(QByteArrayView path);

} // namespace Gatehouse::Gateway
