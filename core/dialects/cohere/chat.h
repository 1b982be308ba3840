// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Cohere's POST /v2/chat.
extern const WireFormat cohereChat;
extern const ChatCodec cohereChatCodec;

} // namespace Gatehouse::Dialects
