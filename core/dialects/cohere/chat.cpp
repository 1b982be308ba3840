// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/chat.h"

#include "core/dialects/cohere/codecs.h"

namespace Gatehouse::Dialects {

namespace {

constexpr std::array usageNames{
    UsageName{"tokens", "input_tokens", &UsageParts::prompt},
    UsageName{"tokens", "output_tokens", &UsageParts::completion},
    UsageName{"", "cached_tokens", &UsageParts::cached},
};

} // namespace

constinit const WireFormat cohereChat{
    .name = "cohere-chat",
    .clientPath = "",
    .path = "/v2/chat",
    .family = Family::Cohere,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = usageNames,
    .finishKey = "finish_reason",
    .answerKey = "message",
};

constinit const ChatCodec cohereChatCodec{
    .writeRequest = Cohere::writeRequest,
    .readReply = Cohere::readReply,
    .streamReader = Cohere::streamReader,
};

} // namespace Gatehouse::Dialects
