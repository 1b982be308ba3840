// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converse.h"

#include "core/dialects/bedrock/conversereply.h"
#include "core/dialects/bedrock/converserequest.h"
#include "core/dialects/bedrock/conversestream.h"

namespace Gatehouse::Dialects {

constinit const WireFormat bedrockConverse{
    .name = "bedrock-converse",
    .clientPath = "",
    .path = "", // names the model: bedrock/path.h
    .family = Family::Bedrock,
    .promptCount = conversePromptCount,
    .usageNames = converseUsageNames,
    .finishKey = "stopReason",
    .answerKey = "output",
    .framing = Framing::EventStream,
};

constinit const ChatCodec bedrockConverseCodec{
    .writeRequest = writeConverseRequest,
    .readReply = readConverseReply,
    .streamReader = makeConverseStreamReader,
    .framing = Framing::EventStream,
};

} // namespace Gatehouse::Dialects
