// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/embed.h"

namespace Gatehouse::Dialects {

constinit const WireFormat geminiEmbed{
    .name = "gemini-embed",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::Embed,
};

constinit const EmbedCodec geminiEmbedCodec{};

constinit const WireFormat geminiBatchEmbed{
    .name = "gemini-batch-embed",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::Embed,
};

constinit const EmbedCodec geminiBatchEmbedCodec{};

} // namespace Gatehouse::Dialects
