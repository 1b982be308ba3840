// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/completions (legacy): chunks with choices[].text, "[DONE]" at the end.
extern const WireFormat openAiCompletions;

extern const ChatCodec openAiCompletionsCodec;

} // namespace Gatehouse::Dialects
