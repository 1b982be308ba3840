// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/signatures.h"

//! What the parts of the Messages codec share: blocks, stop reasons, usage.
namespace Gatehouse::Dialects::Messages {

inline constexpr std::array usageNames{
    UsageName{"", "input_tokens", &UsageParts::prompt},
    UsageName{"", "cache_read_input_tokens", &UsageParts::cached},
    UsageName{"", "cache_creation_input_tokens", &UsageParts::cacheWrite},
    UsageName{"cache_creation", "ephemeral_1h_input_tokens", &UsageParts::cacheWriteHour},
    UsageName{"", "output_tokens", &UsageParts::completion},
    UsageName{"output_tokens_details", "thinking_tokens", &UsageParts::reasoning},
};

//! One content block as a part; a type without a place of its own becomes a text part without text
//! whose extras hold all members. \a path is the block's ("messages[2].content[0]").
Part readBlock(JsonView block, const QByteArray &path);
//! A string or a list of blocks.
std::vector<Part> readContent(JsonView content, const QByteArray &path);
std::vector<Citation> readCitations(JsonView list);
Citation readCitation(JsonView citation);

//! The block was kept whole because its type has no place in the canonical form.
bool isForeignBlock(const Part &part);
//! A block that was kept whole, or the members of a known one that have no place.
void writeExtras(JsonWriter &json, const Part &part);
void writeCitation(JsonWriter &json, const Citation &citation);

FinishReason finishOf(QByteArrayView stopReason);
QByteArrayView stopReasonOf(FinishReason finish, bool hasStopSequence);

//! The members of a usage object.
void writeUsage(JsonWriter &json, const Usage &usage);

//! A proof as the string that a thinking block carries.
QByteArray signatureText(const Seal &seal);
Seal sealOfText(const QByteArray &signature);

Result<Request> readMessagesRequest(JsonView body);
Result<Request> readCountRequest(JsonView body);
Result<WrittenRequest> writeMessagesRequest(const Request &request, const WriteOptions &options);
Result<WrittenRequest> writeCountRequest(const Request &request, const WriteOptions &options);
Result<Reply> readMessagesReply(JsonView body);
QByteArray writeMessagesReply(const Reply &reply, const ReplyContext &context);
std::unique_ptr<StreamReader> makeMessagesReader(const Quirks &quirks);
std::unique_ptr<StreamWriter> makeMessagesWriter(const ReplyContext &context);

//! "msg_…" for a reply of ours.
QByteArray messageId(const QByteArray &providersId, const QByteArray &requestId);

} // namespace Gatehouse::Dialects::Messages
