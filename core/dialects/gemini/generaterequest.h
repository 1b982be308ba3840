// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects::Gemini {

//! A client's generateContent body. The model and the wish for a stream stand in its path.
Result<Request> readRequest(JsonView body);

//! A provider's generateContent body.
Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options);

//! countTokens: {"contents"} or {"generateContentRequest":{"model",…}}, answered {"totalTokens"}.
Result<Request> readCountRequest(JsonView body);
Result<WrittenRequest> writeCountRequest(const Request &request, const WriteOptions &options);
Result<qint64> readCountReply(JsonView body);
QByteArray writeCountReply(qint64 tokens);

} // namespace Gatehouse::Dialects::Gemini
