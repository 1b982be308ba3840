// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generatewords.h"

#include "core/dialects/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr QByteArrayView madeIdPrefix = "call_gh_";

QByteArray snakeCase(QByteArrayView name)
{
    QByteArray snake;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            snake += '_';
        snake += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    }
    return snake;
}

void writeToken(JsonWriter &json, JsonView candidate)
{
    json.member("token", candidate["token"].string());
    const JsonView probability = candidate["logProbability"];
    json.rawMember("logprob", probability.isNumber() ? probability.raw() : QByteArrayView("0"));
    json.key("bytes").null();
}

void writeCandidate(JsonWriter &json, JsonView token)
{
    json.beginObject().member("token", token["token"].string());
    const JsonView probability = token["logprob"];
    json.rawMember("logProbability", probability.isNumber() ? probability.raw() : "0");
    json.endObject();
}

} // namespace

JsonView either(JsonView object, QByteArrayView camelName)
{
    const JsonView value = object[camelName];
    const bool isOneWord =
        std::ranges::none_of(camelName, [](char c) { return c >= 'A' && c <= 'Z'; });
    return value.isSound() || isOneWord ? value : object[snakeCase(camelName)];
}

QByteArray camelCase(const QByteArray &name)
{
    QByteArray camel;
    bool raise = false;
    for (const char c : name) {
        if (c == '_') {
            raise = !camel.isEmpty();
            continue;
        }
        camel += raise && c >= 'a' && c <= 'z' ? char(c & ~0x20) : c;
        raise = false;
    }
    return camel;
}

QByteArray modelName(const QByteArray &name)
{
    return name.startsWith("models/") ? name.mid(7) : name;
}

FinishReason finishReasonOf(QByteArrayView name, bool hasCalls)
{
    static constexpr std::array<QByteArrayView, 6> filtered{
        "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR"};
    static constexpr std::array<QByteArrayView, 7> failed{"MALFORMED_FUNCTION_CALL",
                                                          "UNEXPECTED_TOOL_CALL",
                                                          "TOO_MANY_TOOL_CALLS",
                                                          "OTHER",
                                                          "MALFORMED_RESPONSE",
                                                          "MISSING_THOUGHT_SIGNATURE",
                                                          "LANGUAGE"};
    if (name.isEmpty())
        return FinishReason::None;
    if (name == "MAX_TOKENS")
        return FinishReason::Length;
    if (name.startsWith("IMAGE_") || std::ranges::find(filtered, name) != filtered.end())
        return FinishReason::ContentFilter;
    if (std::ranges::find(failed, name) != failed.end())
        return FinishReason::Error;
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

QByteArrayView finishName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
    case FinishReason::Pause:
        return "STOP";
    case FinishReason::Length:
        return "MAX_TOKENS";
    case FinishReason::ContentFilter:
        return "SAFETY";
    case FinishReason::Error:
        return "OTHER";
    }
    return "STOP";
}

Usage usageOf(JsonView usageMetadata, JsonMemberReader &reader)
{
    UsageParts parts;
    if (usageMetadata.isObject())
        readUsage(usageMetadata.raw(), usageNames, reader, parts);
    return normalised(parts, PromptCount::IncludesCache);
}

QByteArray usageText(const Usage &usage)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject().member("promptTokenCount", usage.promptTokens);
    if (usage.cachedTokens > 0)
        json.member("cachedContentTokenCount", usage.cachedTokens);
    json.member("candidatesTokenCount", usage.completionTokens - usage.reasoningTokens);
    if (usage.reasoningTokens > 0)
        json.member("thoughtsTokenCount", usage.reasoningTokens);
    json.member("totalTokenCount", usage.promptTokens + usage.completionTokens).endObject();
    return text;
}

PartKind mediaKind(QByteArrayView mimeType)
{
    if (mimeType.startsWith("image/"))
        return PartKind::Image;
    return mimeType.startsWith("audio/") ? PartKind::Audio : PartKind::File;
}

QByteArray madeCallId(QByteArrayView conversation, qint64 number)
{
    QByteArray id = madeIdPrefix.toByteArray();
    if (!conversation.isEmpty())
        id += conversation.toByteArray() + '_';
    return id + QByteArray::number(number);
}

bool isMadeCallId(QByteArrayView id)
{
    return id.startsWith(madeIdPrefix);
}

RawJson logprobsOf(JsonView logprobsResult)
{
    const JsonView chosen = logprobsResult["chosenCandidates"];
    if (chosen.isEmpty() || !chosen.isList())
        return {};
    const JsonView top = logprobsResult["topCandidates"];
    JsonView::Iterator alternatives = top.begin();
    RawJson text;
    JsonWriter json(text);
    json.beginObject().key("content").beginList();
    for (const JsonView token : chosen) {
        json.beginObject();
        writeToken(json, token);
        json.key("top_logprobs").beginList();
        if (!(alternatives == top.end())) {
            for (const JsonView alternative : (*alternatives)["candidates"]) {
                json.beginObject();
                writeToken(json, alternative);
                json.endObject();
            }
            ++alternatives;
        }
        json.endList().endObject();
    }
    json.endList().endObject();
    return text;
}

RawJson logprobsResultOf(JsonView logprobs)
{
    const JsonView content = logprobs["content"];
    if (content.isEmpty() || !content.isList())
        return {};
    RawJson text;
    JsonWriter json(text);
    json.beginObject().key("topCandidates").beginList();
    for (const JsonView token : content) {
        json.beginObject().key("candidates").beginList();
        for (const JsonView alternative : token["top_logprobs"])
            writeCandidate(json, alternative);
        json.endList().endObject();
    }
    json.endList().key("chosenCandidates").beginList();
    for (const JsonView token : content)
        writeCandidate(json, token);
    json.endList().endObject();
    return text;
}

bool isGooglesUri(QByteArrayView uri)
{
    return uri.startsWith("gs://") || uri.startsWith("https://generativelanguage.googleapis.com/")
        || uri.startsWith("https://www.youtube.com/") || uri.startsWith("https://youtube.com/")
        || uri.startsWith("https://youtu.be/");
}

} // namespace Gatehouse::Dialects::Gemini
