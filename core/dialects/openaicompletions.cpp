// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openaicompletions.h"

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

} // namespace Gatehouse::Dialects
