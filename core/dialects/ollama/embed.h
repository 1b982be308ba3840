// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Ollama's POST /api/embed.
extern const WireFormat ollamaEmbed;
extern const EmbedCodec ollamaEmbedCodec;

} // namespace Gatehouse::Dialects
