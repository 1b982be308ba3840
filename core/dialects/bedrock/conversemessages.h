// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/bedrock/modelid.h"
#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

class JsonWriter;

//! Writes "messages" and "system". Turns of one role are merged, tool results stand first in
//! theirs, blank texts are left out.
Result<void> writeConverseMessages(const Request &request, BedrockMaker maker, JsonWriter &json,
                                   WrittenRequest &written);

//! The names of the tools that the history calls, each once. Bedrock wants to know tools as soon
//! as there is any block of theirs.
std::vector<QByteArray> toolsOfHistory(const Request &request);
bool hasToolBlocks(const Request &request);

//! The maker's models take marks of what shall be cached.
bool takesCachePoints(BedrockMaker maker);
//! {"cachePoint":{"type":"default"}} for Anthropic's cache control \a control.
void writeCachePoint(const RawJson &control, JsonWriter &json);

} // namespace Gatehouse::Dialects
