// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/embeddings: never streamed, no completion tokens.
extern const WireFormat openAiEmbeddings;

extern const EmbedCodec openAiEmbeddingsCodec;

} // namespace Gatehouse::Dialects
