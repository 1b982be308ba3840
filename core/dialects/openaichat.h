// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/wireformat.h"

namespace Gatehouse::Dialects {

//! POST /v1/chat/completions: chunks with choices[].delta, "[DONE]" at the end.
extern const WireFormat openAiChat;

} // namespace Gatehouse::Dialects
