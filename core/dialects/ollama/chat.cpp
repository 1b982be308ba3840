// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/chat.h"

namespace Gatehouse::Dialects {

constinit const WireFormat ollamaChat{
    .name = "ollama-chat",
    .clientPath = "/api/chat",
    .path = "/api/chat",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
};

constinit const ChatCodec ollamaChatCodec{};

constinit const WireFormat ollamaGenerate{
    .name = "ollama-generate",
    .clientPath = "/api/generate",
    .path = "/api/generate",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
};

constinit const ChatCodec ollamaGenerateCodec{};

} // namespace Gatehouse::Dialects
