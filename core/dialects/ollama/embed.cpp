// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/embed.h"

namespace Gatehouse::Dialects {

constinit const WireFormat ollamaEmbed{
    .name = "ollama-embed",
    .clientPath = "/api/embed",
    .path = "/api/embed",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::Embed,
};

constinit const EmbedCodec ollamaEmbedCodec{};

} // namespace Gatehouse::Dialects
