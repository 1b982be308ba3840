// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/completions.h"

namespace Gatehouse::Dialects {

constinit const WireFormat openAiCompletions{
    .name = "openai-completions",
    .clientPath = "/v1/completions",
    .path = "/completions",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = openAiUsageNames,
    .finishKey = "finish_reason",
    .answerKey = "choices",
    .readEvent = readOpenAiChunk,
    .finishReasonEnds = true,
};

constinit const ChatCodec openAiCompletionsCodec{};

} // namespace Gatehouse::Dialects
