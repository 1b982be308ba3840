// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/blockwriter.h"
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

QByteArray joined(JsonView list)
{
    QByteArray text;
    for (const JsonView piece : list)
        text += (text.isEmpty() ? QByteArray() : "\n\n"_ba) + piece["text"].string();
    return text;
}

void readMessage(JsonView item, Choice &choice)
{
    for (const JsonView content : item["content"]) {
        if (content["type"].equals("refusal")) {
            choice.parts.push_back(
                {.kind = PartKind::Refusal, .text = content["refusal"].string()});
            continue;
        }
        Part part{.kind = PartKind::Text, .text = content["text"].string()};
        for (const JsonView annotation : content["annotations"])
            part.citations.push_back(readAnnotation(annotation));
        choice.parts.push_back(std::move(part));
        if (const JsonView logprobs = content["logprobs"]; !logprobs.isEmpty())
            choice.logprobs = R"({"content":)" + logprobs.rawCopy() + '}';
    }
}

void readCall(JsonView item, Choice &choice)
{
    Part part{.kind = PartKind::ToolCall};
    part.id = item["call_id"].string();
    part.name = flatName(item["namespace"].string(), item["name"].string());
    part.arguments = item["type"].equals("custom_tool_call")
        ? freeTextArguments(item["input"].string())
        : item["arguments"].string();
    choice.parts.push_back(std::move(part));
}

void readReasoning(JsonView item, Choice &choice)
{
    Part part{.kind = PartKind::Reasoning, .text = joined(item["summary"])};
    part.isSummary = !part.text.isEmpty();
    if (part.text.isEmpty())
        part.text = joined(item["content"]);
    part.id = item["id"].string();
    if (!item["encrypted_content"].isEmpty())
        putSeal(sealOfText(item["encrypted_content"].string()), part);
    choice.parts.push_back(std::move(part));
}

FinishReason finishOf(JsonView body, const Choice &choice)
{
    if (body["status"].equals("failed") || body["status"].equals("cancelled"))
        return FinishReason::Error;
    if (body["status"].equals("incomplete"))
        return body["incomplete_details"]["reason"].equals("content_filter")
            ? FinishReason::ContentFilter
            : FinishReason::Length;
    const bool hasCalls =
        std::ranges::find(choice.parts, PartKind::ToolCall, &Part::kind) != choice.parts.end();
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

Item itemOf(const Part &part, const ReplyContext &context, qint64 number)
{
    Item item;
    item.kind = part.kind;
    item.text = part.text;
    if (part.kind == PartKind::ToolCall) {
        item.text = argumentsObject(part.arguments);
        item.callId = part.id;
        item.name = part.name;
        const Tool *tool = toolOf(context.request, part.name);
        item.id = itemId(tool && tool->isFreeText ? "ctc_" : "fc_", context, number);
    } else if (part.kind == PartKind::Reasoning) {
        item.seal = sealOf(part);
        item.id = part.id.startsWith("rs_") ? part.id : itemId("rs_", context, number);
    } else {
        const bool isWords = part.kind == PartKind::Text || part.kind == PartKind::Refusal;
        if (!isWords) {
            item.kind = PartKind::Text;
            item.text = mediaAsText(part);
        }
        item.citations = part.citations;
        item.id = itemId("msg_", context, number);
    }
    return item;
}

bool saysNothing(const Item &item)
{
    return item.kind == PartKind::Reasoning
        ? item.text.isEmpty() && item.seal.isEmpty()
        : item.kind != PartKind::ToolCall && item.text.isEmpty();
}

} // namespace

Result<Reply> readReply(JsonView body)
{
    const JsonView output = body["output"];
    if (!output.isList())
        return Error{ErrorCode::Corrupt, u"The answer is not a response object."_s};
    Reply reply;
    reply.id = body["id"].string();
    reply.model = body["model"].string();
    reply.created = body["created_at"].integer().value_or(0);
    reply.serviceTier = body["service_tier"].string();
    Choice choice;
    for (const JsonView item : output) {
        const QByteArray type = item["type"].string();
        if (type == "message")
            readMessage(item, choice);
        else if (type == "function_call" || type == "custom_tool_call")
            readCall(item, choice);
        else if (type == "reasoning")
            readReasoning(item, choice);
    }
    choice.finish = finishOf(body, choice);
    reply.choices.push_back(std::move(choice));
    JsonMemberReader reader;
    UsageParts parts;
    parts.batch = isBatchTier(body["service_tier"].raw());
    if (body["usage"].isObject())
        readUsage(body["usage"].raw(), usageNames, reader, parts);
    reply.usage = normalised(parts, PromptCount::IncludesCache);
    return reply;
}

QByteArray writeReply(const Reply &reply, const ReplyContext &context)
{
    const Choice choice = reply.choices.empty() ? Choice() : reply.choices.front();
    const Outcome outcome = outcomeOf(choice.finish);
    QByteArray output;
    qint64 number = 0;
    for (const Part &part : choice.parts) {
        Item item = itemOf(part, context, number);
        if (part.kind == PartKind::ToolResult || saysNothing(item))
            continue;
        item.isWhole = outcome.incompleteReason.isEmpty() || &part != &choice.parts.back();
        if (item.kind == PartKind::Text && !choice.logprobs.isEmpty())
            item.logprobs = JsonView::trusted(choice.logprobs)["content"].rawCopy();
        if (number++ > 0)
            output += ',';
        JsonWriter json(output);
        writeItem(json, item, context.request);
    }
    QByteArray out;
    JsonWriter json(out);
    const ResponseState state{.id = responseId(reply.id, context),
                              .model = reply.model.isEmpty() ? context.model : reply.model,
                              .created = reply.created > 0 ? reply.created : context.created};
    writeResponse(json, state, outcome, output, &reply.usage, context);
    return out;
}

} // namespace Gatehouse::Dialects::Responses
