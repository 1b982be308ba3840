// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openaiembeddings.h"

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
    .finishReasonEnds = false,
};

} // namespace Gatehouse::Dialects
