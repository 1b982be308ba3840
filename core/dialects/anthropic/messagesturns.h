// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/anthropic/messageswords.h"

namespace Gatehouse::Dialects::Messages {

//! The conversation as Anthropic wants it: turns of user and assistant by turns, tool results at
//! the start of a user turn, no empty text.
struct Turn {
    Role role = Role::User; //!< User, Assistant or (of an Anthropic caller, inside the list) System
    std::vector<const Part *> parts;
};

//! Into \a request, which must outlive them. What stands in front as system text is left out.
std::vector<Turn> turnsOf(const Request &request);
//! Parts of the top-level system text.
std::vector<const Part *> systemOf(const Request &request);

//! Anthropic can say all parts of the conversation, else an error naming the caller's field.
Result<void> checkParts(const Request &request);

void writeTurns(JsonWriter &json, const std::vector<Turn> &turns);
//! A string for one plain text, else a list of blocks.
void writeBlocks(JsonWriter &json, std::span<const Part *const> parts);

bool hasToolParts(const std::vector<Turn> &turns);

//! The id of a call as Anthropic takes it ("^[a-zA-Z0-9_-]+$"); the same for call and result.
QByteArray anthropicToolId(QByteArrayView id);

} // namespace Gatehouse::Dialects::Messages
