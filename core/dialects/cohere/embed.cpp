// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/embed.h"

namespace Gatehouse::Dialects {

constinit const WireFormat cohereEmbed{
    .name = "cohere-embed",
    .clientPath = "",
    .path = "/v2/embed",
    .family = Family::Cohere,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::Embed,
};

constinit const EmbedCodec cohereEmbedCodec{};

} // namespace Gatehouse::Dialects
