// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/openai/requestfields.h"

namespace Gatehouse::Dialects::OpenAi {

//! A client's chat request to the canonical form. Deprecated "functions" and members that nobody
//! here knows become extras.
Result<Request> readChatRequest(JsonView body);

//! "messages" of \a body. A part of a type without a canonical form becomes a text part without
//! text whose extra is named as its place ("messages[1].content[0]") and holds all of it.
void readChatMessages(JsonView messages, RequestFields &fields, Request &request);

} // namespace Gatehouse::Dialects::OpenAi
