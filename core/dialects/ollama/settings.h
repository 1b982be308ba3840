// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

#include <span>

//! What /api/chat and /api/generate say besides the conversation.
namespace Gatehouse::Dialects::Ollama {

//! Model, stream, options, format, think and logprobs of \a body. Any member that is neither of
//! them nor one of \a own goes to the extras; so do options without a place: "options.num_ctx".
Result<void> readSettings(JsonView body, std::span<const QByteArrayView> own, Request &request);

//! Refuses by name what Ollama cannot say, and notes what is left out.
Result<void> checkSayable(const Request &request, const WriteOptions &options,
                          WrittenRequest &written);

//! The members format, options, think and logprobs, and an Ollama caller's extras. \a promptBytes
//! of text and \a images tell how large the context must be: Ollama cuts a longer one silently.
void writeSettings(const Request &request, qint64 promptBytes, int images, JsonWriter &json);

//! The functions a model may call; empty when there are none. Refuses what is no function.
Result<RawJson> writeTools(const Request &request, WrittenRequest &written);

} // namespace Gatehouse::Dialects::Ollama
