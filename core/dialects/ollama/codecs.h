// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

//! The functions that the tables of chat.cpp hold.
namespace Gatehouse::Dialects::Ollama {

Result<Request> readChatRequest(JsonView body);
Result<WrittenRequest> writeChatRequest(const Request &request, const WriteOptions &options);
Result<Request> readGenerateRequest(JsonView body);
Result<WrittenRequest> writeGenerateRequest(const Request &request, const WriteOptions &options);

Result<Reply> readChatReply(JsonView body);
QByteArray writeChatReply(const Reply &reply, const ReplyContext &context);
Result<Reply> readGenerateReply(JsonView body);
QByteArray writeGenerateReply(const Reply &reply, const ReplyContext &context);

std::unique_ptr<StreamReader> chatReader(const Quirks &quirks);
std::unique_ptr<StreamWriter> chatWriter(const ReplyContext &context);
std::unique_ptr<StreamReader> generateReader(const Quirks &quirks);
std::unique_ptr<StreamWriter> generateWriter(const ReplyContext &context);

} // namespace Gatehouse::Dialects::Ollama
