// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/openai/responseswords.h"

namespace Gatehouse::Dialects::Responses {

//! Every part can be an input item, else an error naming the caller's field.
Result<void> checkParts(const Request &request, const Quirks &quirks);

//! The conversation from message \a first on, as the list of input items.
void writeItems(JsonWriter &json, const Request &request, std::size_t first);

} // namespace Gatehouse::Dialects::Responses
