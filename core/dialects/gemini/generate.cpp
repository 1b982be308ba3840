// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generate.h"

namespace Gatehouse::Dialects {

constinit const WireFormat geminiGenerate{
    .name = "gemini-generate",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
};

constinit const ChatCodec geminiGenerateCodec{};

constinit const WireFormat geminiCountTokens{
    .name = "gemini-count-tokens",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::CountTokens,
};

constinit const CountCodec geminiCountTokensCodec{};

} // namespace Gatehouse::Dialects
