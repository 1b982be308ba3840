// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/signatures.h"

//! What the parts of the Responses codec share.
namespace Gatehouse::Dialects::Responses {

inline constexpr std::array usageNames{
    UsageName{"", "input_tokens", &UsageParts::prompt},
    UsageName{"", "output_tokens", &UsageParts::completion},
    UsageName{"", "total_tokens", &UsageParts::total},
    UsageName{"input_tokens_details", "cached_tokens", &UsageParts::cached},
    UsageName{"input_tokens_details", "cache_write_tokens", &UsageParts::cacheWrite},
    UsageName{"output_tokens_details", "reasoning_tokens", &UsageParts::reasoning},
};

//! "'input[2].type' must be …"
Error wrong(const QByteArray &path, const QString &what);
//! "input[2]"
QByteArray itemPath(const QByteArray &list, qsizetype index);

//! The items of "input" as messages; refuses what needs state or tools that nobody else has.
Result<void> readInput(JsonView input, Request &request);
Result<void> readTools(JsonView body, Request &request);
Result<void> readToolChoice(JsonView body, Request &request);

//! A namespace's tool under one name: "crm" and "find" are "crm__find".
QByteArray flatName(const QByteArray &nameSpace, const QByteArray &name);
//! The tool of that flat name; null when there is none or no request is known.
const Tool *toolOf(const Request *request, QByteArrayView name);
//! Members "name" and, of a namespace's tool, "namespace".
void writeName(JsonWriter &json, const QByteArray &name, const Tool *tool);

//! The text of a free-text call: the "input" of its arguments.
QByteArray freeText(const RawJson &arguments);
RawJson freeTextArguments(const QByteArray &text);

void writeTools(JsonWriter &json, const Request &request);
void writeToolChoice(JsonWriter &json, const ToolChoice &choice, const Request &request);

//! The proof as "encrypted_content" carries it.
QByteArray sealText(const Seal &seal);
Seal sealOfText(const QByteArray &text);

Citation readAnnotation(JsonView annotation);
void writeAnnotation(JsonWriter &json, const Citation &citation);

void writeUsage(JsonWriter &json, const Usage &usage);

//! Members of the response object that repeat what was asked.
void writeEcho(JsonWriter &json, const ReplyContext &context);

//! The id of a thing of this reply: "fc_" + request id + number.
QByteArray itemId(QByteArrayView prefix, const ReplyContext &context, qint64 number);
QByteArray responseId(const QByteArray &providersId, const ReplyContext &context);

//! One output item as it is when done.
struct Item {
    PartKind kind = PartKind::Text; //!< Text, Refusal, Reasoning, ToolCall
    QByteArray id;
    QByteArray text; //!< words, or arguments
    QByteArray callId;
    QByteArray name;
    Seal seal;
    std::vector<Citation> citations;
    RawJson logprobs; //!< a list
    bool isWhole = true;
};
void writeItem(JsonWriter &json, const Item &item, const Request *request);
//! The part of a message item.
void writeContentPart(JsonWriter &json, const Item &item);

//! What stands at the end of a response object.
struct Outcome {
    QByteArrayView status = "in_progress";
    QByteArrayView incompleteReason = {};
    bool hasFailed = false;
};
Outcome outcomeOf(FinishReason finish);

//! The whole response object; \a output is the inside of its list, \a usage null while unknown.
struct ResponseState {
    QByteArray id;
    QByteArray model;
    qint64 created = 0;
};
void writeResponse(JsonWriter &json, const ResponseState &state, const Outcome &outcome,
                   QByteArrayView output, const Usage *usage, const ReplyContext &context);

Result<Request> readRequest(JsonView body);
Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options);
Result<Reply> readReply(JsonView body);
QByteArray writeReply(const Reply &reply, const ReplyContext &context);
std::unique_ptr<StreamReader> makeReader(const Quirks &quirks);
std::unique_ptr<StreamWriter> makeWriter(const ReplyContext &context);

} // namespace Gatehouse::Dialects::Responses
