// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Gemini's embedContent and batchEmbedContents.
extern const WireFormat geminiEmbed;
extern const EmbedCodec geminiEmbedCodec;
extern const WireFormat geminiBatchEmbed;
extern const EmbedCodec geminiBatchEmbedCodec;

} // namespace Gatehouse::Dialects
