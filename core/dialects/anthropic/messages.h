// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/messages: named events from message_start to message_stop.
extern const WireFormat anthropicMessages;
//! POST /v1/messages/count_tokens: a request of the same shape, answered {"input_tokens"}.
extern const WireFormat anthropicCountTokens;

extern const ChatCodec anthropicMessagesCodec;
extern const CountCodec anthropicCountTokensCodec;

} // namespace Gatehouse::Dialects
