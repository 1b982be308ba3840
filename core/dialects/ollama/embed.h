// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Ollama's POST /api/embed.
extern const WireFormat ollamaEmbed;
extern const EmbedCodec ollamaEmbedCodec;

//! The older POST /api/embeddings: one "prompt", answered with one "embedding". Only for clients;
//! upstreams are asked in the newer words.
extern const WireFormat ollamaEmbeddings;
extern const EmbedCodec ollamaEmbeddingsCodec;

} // namespace Gatehouse::Dialects
