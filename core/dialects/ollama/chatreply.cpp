// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/codecs.h"
#include "core/dialects/ollama/words.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

Error corrupt(const QString &what)
{
    return {ErrorCode::Corrupt, u"the answer is not Ollama's: "_s + what};
}

void addPart(PartKind kind, JsonView text, std::vector<Part> &parts)
{
    if (const QByteArray words = text.string(); !words.isEmpty())
        parts.push_back({.kind = kind, .text = words});
}

//! All but the parts, which /api/chat and /api/generate put in places of their own.
Result<Reply> replyOf(JsonView body, std::vector<Part> parts)
{
    if (!body["done"].isTrue())
        return corrupt(u"'done' is not true"_s);
    Reply reply;
    reply.model = body["model"].string();
    reply.created = timeOf(body["created_at"]);
    UsageParts usage;
    JsonMemberReader reader;
    readUsage(body.raw(), usageNames, reader, usage);
    reply.usage = normalised(usage, PromptCount::IncludesCache);
    Choice choice;
    const bool hasCalls = !parts.empty() && parts.back().kind == PartKind::ToolCall;
    choice.finish = finishOf(body["done_reason"], hasCalls);
    choice.logprobs = logprobsOf(body["logprobs"]);
    choice.parts = std::move(parts);
    reply.choices.push_back(std::move(choice));
    return reply;
}

//! What of a reply an Ollama client gets, each kind together.
struct ReplyWords {
    QByteArray text;
    QByteArray thinking;
    std::vector<const Part *> calls;
};

ReplyWords wordsOf(const Choice &choice)
{
    ReplyWords words;
    for (const Part &part : choice.parts) {
        switch (part.kind) {
        case PartKind::Text:
        case PartKind::Refusal:
        case PartKind::Audio: // its transcript
            words.text += part.text;
            break;
        case PartKind::Reasoning:
            words.thinking += part.text;
            break;
        case PartKind::ToolCall:
            words.calls.push_back(&part);
            break;
        case PartKind::Image:
        case PartKind::File:
        case PartKind::ToolResult:
            break;
        }
    }
    return words;
}

const Choice &firstChoice(const Reply &reply)
{
    static const Choice none;
    return reply.choices.empty() ? none : reply.choices.front();
}

void writeHead(const Reply &reply, const ReplyContext &context, JsonWriter &json)
{
    json.beginObject();
    json.member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.member("created_at", timeText(reply.created > 0 ? reply.created : context.created));
}

void writeTail(const Reply &reply, JsonWriter &json)
{
    const Choice &choice = firstChoice(reply);
    json.rawIfGiven("logprobs", logprobsList(choice.logprobs));
    json.member("done", true).member("done_reason", doneReason(choice.finish));
    writeMetrics(reply.usage, json);
    json.endObject();
}

} // namespace

Result<Reply> readChatReply(JsonView body)
{
    const JsonView message = body["message"];
    if (!message.isObject())
        return corrupt(u"it has no 'message'"_s);
    std::vector<Part> parts;
    addPart(PartKind::Reasoning, message["thinking"], parts);
    addPart(PartKind::Text, message["content"], parts);
    int index = 0;
    for (const JsonView call : message["tool_calls"])
        parts.push_back(toolCallOf(call, body["created_at"].raw(), index++));
    return replyOf(body, std::move(parts));
}

Result<Reply> readGenerateReply(JsonView body)
{
    if (!body["response"].isString())
        return corrupt(u"it has no 'response'"_s);
    std::vector<Part> parts;
    addPart(PartKind::Reasoning, body["thinking"], parts);
    addPart(PartKind::Text, body["response"], parts);
    return replyOf(body, std::move(parts));
}

QByteArray writeChatReply(const Reply &reply, const ReplyContext &context)
{
    const ReplyWords words = wordsOf(firstChoice(reply));
    QByteArray body;
    JsonWriter json(body);
    writeHead(reply, context, json);
    json.key("message").beginObject().member("role", "assistant").member("content", words.text);
    json.ifGiven("thinking", words.thinking);
    if (!words.calls.empty()) {
        json.key("tool_calls").beginList();
        for (const Part *call : words.calls)
            writeToolCall(call->id, call->name, call->arguments, json);
        json.endList();
    }
    json.endObject();
    writeTail(reply, json);
    return body;
}

QByteArray writeGenerateReply(const Reply &reply, const ReplyContext &context)
{
    const ReplyWords words = wordsOf(firstChoice(reply));
    QByteArray body;
    JsonWriter json(body);
    writeHead(reply, context, json);
    json.member("response", words.text).ifGiven("thinking", words.thinking);
    writeTail(reply, json);
    return body;
}

} // namespace Gatehouse::Dialects::Ollama
