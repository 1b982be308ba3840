// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/embed.h"

#include "core/dialects/gemini/embedrequest.h"
#include "core/dialects/gemini/generatewords.h"

namespace Gatehouse::Dialects {

constinit const WireFormat geminiEmbed{
    .name = "gemini-embed",
    .clientPath = "", // names the model: path.h
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Gemini::usageNames,
    .finishKey = {},
    .answerKey = "embedding",
    .usageKey = "usageMetadata",
    .modelKey = "modelVersion",
    .task = Task::Embed,
};

constinit const EmbedCodec geminiEmbedCodec{
    .readRequest = Gemini::readEmbedRequest,
    .writeRequest = Gemini::writeBatchRequest,
    .readReply = Gemini::readEmbedReply,
    .writeReply = Gemini::writeEmbedReply,
};

constinit const WireFormat geminiBatchEmbed{
    .name = "gemini-batch-embed",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Gemini::usageNames,
    .finishKey = {},
    .answerKey = "embeddings",
    .usageKey = "usageMetadata",
    .modelKey = "modelVersion",
    .task = Task::Embed,
};

constinit const EmbedCodec geminiBatchEmbedCodec{
    .readRequest = Gemini::readBatchRequest,
    .writeRequest = Gemini::writeBatchRequest,
    .readReply = Gemini::readEmbedReply,
    .writeReply = Gemini::writeBatchReply,
};

} // namespace Gatehouse::Dialects
