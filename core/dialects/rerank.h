// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/rerank in the shape that Cohere v2 and Jina share.
extern const WireFormat commonRerank;
extern const RerankCodec commonRerankCodec;

} // namespace Gatehouse::Dialects
