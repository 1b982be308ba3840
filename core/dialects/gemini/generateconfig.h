// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::Gemini {

//! "generationConfig" of a client.
Result<void> readConfig(JsonView config, Request &request);

//! The member "generationConfig" of a provider's request, when there is something to say.
Result<void> writeConfig(JsonWriter &json, const Request &request, const WriteOptions &options);

//! A seed of any size as the 32-bit one that Google takes; the same for the same text.
QByteArray smallSeed(const RawJson &seed);

} // namespace Gatehouse::Dialects::Gemini
