// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/responses: named events, the last is response.completed, .incomplete or .failed.
extern const WireFormat openAiResponses;

extern const ChatCodec openAiResponsesCodec;

} // namespace Gatehouse::Dialects
