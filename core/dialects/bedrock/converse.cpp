// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converse.h"

namespace Gatehouse::Dialects {

constinit const WireFormat bedrockConverse{
    .name = "bedrock-converse",
    .clientPath = "",
    .path = "",
    .family = Family::Bedrock,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
};

constinit const ChatCodec bedrockConverseCodec{};

} // namespace Gatehouse::Dialects
