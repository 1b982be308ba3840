// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Gemini's generateContent and streamGenerateContent: candidates[].content.parts[].
extern const WireFormat geminiGenerate;
extern const ChatCodec geminiGenerateCodec;
extern const WireFormat geminiCountTokens;
extern const CountCodec geminiCountTokensCodec;

} // namespace Gatehouse::Dialects
