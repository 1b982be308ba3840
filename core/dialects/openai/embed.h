// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects::OpenAi {

Result<EmbeddingRequest> readEmbeddingRequest(JsonView body);
//! Providers are always asked for lists of numbers: base64 is made here for callers that want it.
Result<WrittenRequest> writeEmbeddingRequest(const EmbeddingRequest &request,
                                             const WriteOptions &options);
//! Takes lists of numbers and base64, whatever was asked for.
Result<EmbeddingReply> readEmbeddingReply(JsonView body);
QByteArray writeEmbeddingReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                               const ReplyContext &context);

//! A vector as base64 of little-endian 32-bit floats, and back. Empty when \a vector is no list of
//! numbers or \a text no such base64. Numbers come back with as few digits as tell them apart.
QByteArray packedVector(JsonView vector);
RawJson unpackedVector(QByteArrayView text);

} // namespace Gatehouse::Dialects::OpenAi
