// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/rerank in the shape that Cohere v2, Jina and vLLM share. Voyage's words ("top_k",
//! answers in "data") are understood as well, and written where a provider's quirks say so.
extern const WireFormat commonRerank;
extern const RerankCodec commonRerankCodec;

//! Adds the documents that \a request wants back and its provider did not send. To be called
//! between readReply and writeReply.
void addDocuments(const RerankRequest &request, RerankReply &reply);

} // namespace Gatehouse::Dialects
