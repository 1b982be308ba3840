// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Ollama's POST /api/chat and /api/generate: one JSON text a line, "done" in the last.
extern const WireFormat ollamaChat;
extern const ChatCodec ollamaChatCodec;
extern const WireFormat ollamaGenerate;
extern const ChatCodec ollamaGenerateCodec;

} // namespace Gatehouse::Dialects
