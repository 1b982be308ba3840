// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/embeddings.h"

#include "core/dialects/openai/embed.h"

namespace Gatehouse::Dialects {

constinit const WireFormat openAiEmbeddings{
    .name = "openai-embeddings",
    .clientPath = "/v1/embeddings",
    .path = "/embeddings",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = openAiUsageNames,
    .finishKey = {},
    .answerKey = "data",
    .readEvent = nullptr,
    .task = Task::Embed,
    .finishReasonEnds = false,
};

constinit const EmbedCodec openAiEmbeddingsCodec{
    .readRequest = OpenAi::readEmbeddingRequest,
    .writeRequest = OpenAi::writeEmbeddingRequest,
    .readReply = OpenAi::readEmbeddingReply,
    .writeReply = OpenAi::writeEmbeddingReply,
};

} // namespace Gatehouse::Dialects
