// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

//! What chat.cpp's table holds, and what whole and streamed answers share (Cohere's API v2, 2026).
namespace Gatehouse::Dialects::Cohere {

Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options);
Result<Reply> readReply(JsonView body);
std::unique_ptr<StreamReader> streamReader(const Quirks &quirks);

FinishReason finishOf(JsonView reason);
//! The counts of "tokens", or those of "billed_units" when a model leaves them out.
Usage usageOf(JsonView usage);
Citation citationOf(JsonView citation);
//! A citation of a tool plan, which no caller sees as text.
bool isOfPlan(JsonView citation);

} // namespace Gatehouse::Dialects::Cohere
