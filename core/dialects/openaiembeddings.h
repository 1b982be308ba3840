// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/wireformat.h"

namespace Gatehouse::Dialects {

//! POST /v1/embeddings: never streamed, no completion tokens.
extern const WireFormat openAiEmbeddings;

} // namespace Gatehouse::Dialects
