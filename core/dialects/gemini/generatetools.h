// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::Gemini {

//! "tools" and "toolConfig" of a client.
Result<void> readTools(JsonView tools, Request &request);
Result<void> readToolConfig(JsonView config, Request &request);

//! The members "tools" and "toolConfig" of a provider's request, when there is something to say.
Result<void> writeTools(JsonWriter &json, const Request &request, const WriteOptions &options,
                        WrittenRequest &written);

} // namespace Gatehouse::Dialects::Gemini
