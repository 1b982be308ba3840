// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/bedrock/modelid.h"
#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

class JsonWriter;

//! Writes "toolConfig" when there are tools, or blocks of tools in the history.
Result<void> writeConverseTools(const Request &request, BedrockMaker maker, JsonWriter &json,
                                WrittenRequest &written);

} // namespace Gatehouse::Dialects
