// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/chat.h"

namespace Gatehouse::Dialects {

constinit const WireFormat cohereChat{
    .name = "cohere-chat",
    .clientPath = "",
    .path = "/v2/chat",
    .family = Family::Cohere,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
};

constinit const ChatCodec cohereChatCodec{};

} // namespace Gatehouse::Dialects
