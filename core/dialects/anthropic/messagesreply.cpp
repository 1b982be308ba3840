// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messageswords.h"
#include "core/dialects/blockwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Messages {

namespace {

Usage readReplyUsage(JsonView usage)
{
    JsonMemberReader reader;
    UsageParts parts;
    if (usage.isObject())
        readUsage(usage.raw(), usageNames, reader, parts);
    return normalised(parts, PromptCount::ExcludesCache);
}

void writeThinking(JsonWriter &json, const Part &part)
{
    if (part.signedBy == Family::Anthropic && !part.encrypted.isEmpty())
        json.member("type", "redacted_thinking").member("data", part.encrypted);
    else
        json.member("type", "thinking")
            .member("thinking", part.text)
            .member("signature", signatureText(sealOf(part)));
}

void writeText(JsonWriter &json, const Part &part, const QByteArray &text)
{
    json.member("type", "text").member("text", text);
    if (part.citations.empty())
        return;
    json.key("citations").beginList();
    for (const Citation &citation : part.citations)
        writeCitation(json, citation);
    json.endList();
}

void writeBlock(JsonWriter &json, const Part &part)
{
    json.beginObject();
    if (isForeignBlock(part)) {
        writeExtras(json, part);
    } else if (part.kind == PartKind::Reasoning) {
        writeThinking(json, part);
    } else if (part.kind == PartKind::ToolCall) {
        json.member("type", "tool_use").member("id", part.id).member("name", part.name);
        json.rawMember("input", argumentsObject(part.arguments));
    } else {
        const bool isWords = part.kind == PartKind::Text || part.kind == PartKind::Refusal;
        writeText(json, part, isWords ? part.text : mediaAsText(part));
    }
    json.endObject();
}

bool saysNothing(const Part &part)
{
    switch (part.kind) {
    case PartKind::Text:
        return part.text.isEmpty() && !isForeignBlock(part);
    case PartKind::Refusal:
        return part.text.isEmpty();
    case PartKind::Reasoning:
        return part.text.isEmpty() && sealOf(part).isEmpty();
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        return mediaAsText(part).isEmpty();
    case PartKind::ToolResult:
        return true;
    case PartKind::ToolCall:
        return false;
    }
    return false;
}

FinishReason finishOf(const Choice &choice)
{
    const auto has = [&choice](PartKind kind) {
        return std::ranges::find(choice.parts, kind, &Part::kind) != choice.parts.end();
    };
    if (choice.finish == FinishReason::Stop && has(PartKind::Refusal))
        return FinishReason::ContentFilter;
    return choice.finish;
}

} // namespace

Result<Reply> readMessagesReply(JsonView body)
{
    const JsonView content = body["content"];
    if (!content.isList())
        return Error{ErrorCode::Corrupt, u"The answer is not an Anthropic message."_s};
    Reply reply;
    reply.id = body["id"].string();
    reply.model = body["model"].string();
    Choice choice;
    choice.parts = readContent(content, "content");
    choice.finish = finishOf(body["stop_reason"].string());
    choice.stopSequence = body["stop_sequence"].string();
    reply.choices.push_back(std::move(choice));
    reply.usage = readReplyUsage(body["usage"]);
    reply.serviceTier = body["usage"]["service_tier"].string();
    return reply;
}

QByteArray writeMessagesReply(const Reply &reply, const ReplyContext &context)
{
    QByteArray out;
    JsonWriter json(out);
    const Choice choice = reply.choices.empty() ? Choice() : reply.choices.front();
    json.beginObject().member("id", messageId(reply.id, context.requestId));
    json.member("type", "message").member("role", "assistant");
    json.member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("content").beginList();
    for (const Part &part : choice.parts)
        if (!saysNothing(part))
            writeBlock(json, part);
    json.endList();
    const bool hasSequence = !choice.stopSequence.isEmpty();
    json.key("stop_reason").string(stopReasonOf(finishOf(choice), hasSequence));
    json.key("stop_sequence");
    hasSequence ? json.string(choice.stopSequence) : json.null();
    json.key("usage");
    writeUsage(json, reply.usage);
    json.endObject();
    return out;
}

} // namespace Gatehouse::Dialects::Messages
