// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::OpenAi {

//! A whole answer of a provider of the OpenAI kind to the canonical form, and back.
Result<Reply> readChatReply(JsonView body);
QByteArray writeChatReply(const Reply &reply, const ReplyContext &context);

//! Perplexity's sources: "search_results", else "citations" (a list of URLs).
std::vector<Citation> sourcesIn(JsonView body);

//! Pictures and sound of a message or a delta: "images" (OpenRouter) and "audio".
std::vector<Part> mediaIn(JsonView message);
//! The members that mediaIn() reads; nothing when there is no such part.
void writeMedia(JsonWriter &json, const std::vector<Part> &parts, QByteArrayView requestId);

//! The id of a call whose provider gave none: made of the answer's id and the call's number.
QByteArray madeCallId(QByteArrayView replyId, int choice, int call);

} // namespace Gatehouse::Dialects::OpenAi
