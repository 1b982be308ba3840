// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatreply.h"

#include "core/dialects/openai/chatwords.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

bool hasKind(const std::vector<Part> &parts, PartKind kind)
{
    return std::ranges::find(parts, kind, &Part::kind) != parts.end();
}

void appendText(std::vector<Part> &parts, const QByteArray &text)
{
    if (!text.isEmpty())
        parts.push_back({.text = text});
}

//! A string, or Mistral's list of {"type":"thinking"} and {"type":"text"} pieces.
void readContent(JsonView content, std::vector<Part> &parts)
{
    appendText(parts, content.string());
    for (const JsonView piece : content) {
        if (!piece["type"].equals("thinking")) {
            appendText(parts, piece["text"].string());
            continue;
        }
        Part thoughts{.kind = PartKind::Reasoning};
        for (const JsonView thought : piece["thinking"])
            thoughts.text += thought["text"].string();
        parts.push_back(std::move(thoughts));
    }
}

void readThoughts(JsonView message, std::vector<Part> &parts)
{
    QByteArray text = message["reasoning_content"].string();
    if (text.isEmpty())
        text = message["reasoning"].string();
    if (!text.isEmpty())
        parts.push_back({.kind = PartKind::Reasoning, .text = text});
}

void readCalls(JsonView calls, QByteArrayView replyId, Choice &choice)
{
    int number = 0;
    for (const JsonView call : calls) {
        const JsonView function = call["function"];
        Part part{.kind = PartKind::ToolCall,
                  .id = call["id"].string(),
                  .name = function["name"].string(),
                  .arguments = argumentsObject(argumentsText(function["arguments"])),
                  .signature = call["extra_content"]["google"]["thought_signature"].string()};
        if (!part.signature.isEmpty())
            part.signedBy = Family::Gemini;
        if (part.id.isEmpty())
            part.id = madeCallId(replyId, int(choice.index), number);
        ++number;
        choice.parts.push_back(std::move(part));
    }
}

void readCitations(JsonView annotations, Choice &choice)
{
    const auto text = std::ranges::find(choice.parts, PartKind::Text, &Part::kind);
    if (text == choice.parts.end())
        return;
    for (const JsonView annotation : annotations)
        text->citations.push_back(citationOf(annotation));
}

Choice readChoice(JsonView view, QByteArrayView replyId)
{
    Choice choice{.index = view["index"].integer().value_or(0),
                  .finish = finishReasonOf(view["finish_reason"].string()),
                  .stopSequence = view["stop_reason"].string(),
                  .logprobs = view["logprobs"].rawCopy()};
    const JsonView message = view["message"];
    readThoughts(message, choice.parts);
    readContent(message["content"], choice.parts);
    if (const QByteArray refusal = message["refusal"].string(); !refusal.isEmpty())
        choice.parts.push_back({.kind = PartKind::Refusal, .text = refusal});
    readCitations(message["annotations"], choice);
    std::ranges::move(mediaIn(message), std::back_inserter(choice.parts));
    readCalls(message["tool_calls"], replyId, choice);
    if (choice.finish == FinishReason::Stop && hasKind(choice.parts, PartKind::ToolCall))
        choice.finish = FinishReason::ToolCalls; // as some say when the call was forced
    return choice;
}

QByteArray joined(const std::vector<Part> &parts, PartKind kind)
{
    QByteArray text;
    for (const Part &part : parts) {
        if (part.kind == kind)
            text += part.text;
    }
    return text;
}

void writeCalls(JsonWriter &json, const std::vector<Part> &parts)
{
    if (!hasKind(parts, PartKind::ToolCall))
        return;
    json.key("tool_calls").beginList();
    for (const Part &part : parts) {
        if (part.kind != PartKind::ToolCall)
            continue;
        json.beginObject().member("id", part.id).member("type", "function").key("function");
        json.beginObject().member("name", part.name);
        json.member("arguments", part.arguments.isEmpty() ? QByteArray("{}") : part.arguments);
        json.endObject().endObject();
    }
    json.endList();
}

void writeCitations(JsonWriter &json, const std::vector<Part> &parts)
{
    json.key("annotations").beginList();
    for (const Part &part : parts) {
        for (const Citation &citation : part.citations)
            writeCitation(json, citation);
    }
    json.endList();
}

void writeMessage(JsonWriter &json, const Choice &choice, QByteArrayView requestId)
{
    const QByteArray text = joined(choice.parts, PartKind::Text);
    const QByteArray refusal = joined(choice.parts, PartKind::Refusal);
    const bool hasNoText =
        text.isEmpty() && (hasKind(choice.parts, PartKind::ToolCall) || !refusal.isEmpty());
    json.beginObject().member("role", "assistant").key("content");
    hasNoText ? json.null() : json.string(text);
    json.key("refusal");
    refusal.isEmpty() ? json.null() : json.string(refusal);
    json.ifGiven("reasoning_content", joined(choice.parts, PartKind::Reasoning));
    writeCitations(json, choice.parts);
    writeMedia(json, choice.parts, requestId);
    writeCalls(json, choice.parts);
    json.endObject();
}

} // namespace

QByteArray madeCallId(QByteArrayView replyId, int choice, int call)
{
    const QByteArray digest =
        QCryptographicHash::hash(replyId.toByteArray(), QCryptographicHash::Sha256);
    return "call_" + digest.toHex().left(16) + QByteArray::number(choice) + '_'
        + QByteArray::number(call);
}

std::vector<Citation> sourcesIn(JsonView body)
{
    std::vector<Citation> sources;
    for (const JsonView source : body["search_results"])
        sources.push_back({.url = source["url"].string(), .title = source["title"].string()});
    if (!sources.empty())
        return sources;
    for (const JsonView url : body["citations"]) {
        if (url.isString())
            sources.push_back({.url = url.string()});
    }
    return sources;
}

std::vector<Part> mediaIn(JsonView message)
{
    std::vector<Part> parts;
    for (const JsonView image : message["images"]) {
        if (const QByteArray url = image["image_url"]["url"].string(); !url.isEmpty())
            parts.push_back({.kind = PartKind::Image, .media = mediaOfUrl(url)});
    }
    const JsonView audio = message["audio"];
    if (audio.isObject())
        parts.push_back({.kind = PartKind::Audio,
                         .text = audio["transcript"].string(),
                         .media = {.data = audio["data"].string()},
                         .id = audio["id"].string()});
    return parts;
}

void writeMedia(JsonWriter &json, const std::vector<Part> &parts, QByteArrayView requestId)
{
    if (hasKind(parts, PartKind::Image)) {
        json.key("images").beginList();
        for (const Part &part : parts) {
            if (part.kind != PartKind::Image)
                continue;
            json.beginObject().member("type", "image_url").key("image_url").beginObject();
            json.member("url", urlOf(part.media)).endObject().endObject();
        }
        json.endList();
    }
    const auto audio = std::ranges::find(parts, PartKind::Audio, &Part::kind);
    if (audio == parts.end())
        return;
    json.key("audio").beginObject();
    json.member("id", audio->id.isEmpty() ? replyId("audio_", {}, requestId) : audio->id);
    json.member("data", audio->media.data).member("transcript", audio->text).endObject();
}

Result<Reply> readChatReply(JsonView body)
{
    if (body["choices"].isEmpty() || !body["choices"].isList())
        return Error{ErrorCode::Corrupt, u"the answer has no 'choices'"_s, u"choices"_s};
    Reply reply{.id = body["id"].string(),
                .model = body["model"].string(),
                .created = body["created"].integer().value_or(0),
                .usage = usageIn(body),
                .serviceTier = body["service_tier"].string()};
    for (const JsonView choice : body["choices"])
        reply.choices.push_back(readChoice(choice, reply.id));
    auto &parts = reply.choices.front().parts;
    const auto text = std::ranges::find(parts, PartKind::Text, &Part::kind);
    if (text != parts.end())
        std::ranges::move(sourcesIn(body), std::back_inserter(text->citations));
    return reply;
}

QByteArray writeChatReply(const Reply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject()
        .member("id", replyId("chatcmpl-", reply.id, context.requestId))
        .member("object", "chat.completion")
        .member("created", reply.created > 0 ? reply.created : context.created)
        .member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("choices").beginList();
    for (const Choice &choice : reply.choices) {
        json.beginObject().member("index", choice.index).key("message");
        writeMessage(json, choice, context.requestId);
        json.rawMember("logprobs", choice.logprobs.isEmpty() ? "null" : choice.logprobs);
        json.member("finish_reason", finishWord(choice.finish).toByteArray());
        json.endObject();
    }
    json.endList();
    if (reply.usage.known) {
        json.key("usage");
        writeUsage(json, reply.usage);
    }
    json.ifGiven("service_tier", reply.serviceTier).endObject();
    return body;
}

} // namespace Gatehouse::Dialects::OpenAi
