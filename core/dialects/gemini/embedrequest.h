// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects::Gemini {

//! {"content":{"parts":[{"text"}]},"taskType","title","outputDimensionality"}
Result<EmbeddingRequest> readEmbedRequest(JsonView body);
//! {"requests":[…]} of such; all must want the same kind and size of vector.
Result<EmbeddingRequest> readBatchRequest(JsonView body);
//! A provider is always asked for a batch.
Result<WrittenRequest> writeBatchRequest(const EmbeddingRequest &request,
                                         const WriteOptions &options);

//! {"embeddings":[{"values":[…]}]}, or {"embedding":…} of one.
Result<EmbeddingReply> readEmbedReply(JsonView body);
QByteArray writeEmbedReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                           const ReplyContext &context);
QByteArray writeBatchReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                           const ReplyContext &context);

} // namespace Gatehouse::Dialects::Gemini
