// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/chat/completions: chunks with choices[].delta, "[DONE]" at the end.
extern const WireFormat openAiChat;

extern const ChatCodec openAiChatCodec;

} // namespace Gatehouse::Dialects
