// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversereply.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

Part textPart(QByteArray text)
{
    return {.kind = PartKind::Text, .text = std::move(text)};
}

Part toolPart(JsonView use)
{
    Part part{
        .kind = PartKind::ToolCall, .id = use["toolUseId"].string(), .name = use["name"].string()};
    part.arguments = use["input"].isObject() ? use["input"].rawCopy() : "{}"_ba;
    return part;
}

Part reasoningPart(JsonView reasoning)
{
    const JsonView text = reasoning["reasoningText"];
    return {.kind = PartKind::Reasoning,
            .text = text["text"].string(),
            .signature = text["signature"].string(),
            .signedBy = Family::Bedrock,
            .encrypted = reasoning["redactedContent"].string()};
}

Part imagePart(JsonView image)
{
    Part part{.kind = PartKind::Image};
    part.media.mimeType = "image/" + image["format"].string();
    part.media.data = image["source"]["bytes"].string();
    return part;
}

Part citedPart(JsonView cited)
{
    Part part{.kind = PartKind::Text};
    for (const JsonView content : cited["content"])
        part.text += content["text"].string();
    for (const JsonView citation : cited["citations"])
        part.citations.push_back(converseCitation(citation));
    return part;
}

//! Blocks of kinds that are not known are passed over.
void readBlock(JsonView block, std::vector<Part> &parts)
{
    if (const JsonView text = block["text"]; text.isString())
        parts.push_back(textPart(text.string()));
    else if (const JsonView use = block["toolUse"]; use.isObject())
        parts.push_back(toolPart(use));
    else if (const JsonView thought = block["reasoningContent"]; thought.isObject())
        parts.push_back(reasoningPart(thought));
    else if (const JsonView cited = block["citationsContent"]; cited.isObject())
        parts.push_back(citedPart(cited));
    else if (const JsonView image = block["image"]; image["source"]["bytes"].isString())
        parts.push_back(imagePart(image));
}

} // namespace

FinishReason converseFinish(QByteArrayView stopReason)
{
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded")
        return FinishReason::Length;
    if (stopReason == "tool_use")
        return FinishReason::ToolCalls;
    if (stopReason == "guardrail_intervened" || stopReason == "content_filtered")
        return FinishReason::ContentFilter;
    if (stopReason == "malformed_model_output" || stopReason == "malformed_tool_use")
        return FinishReason::Error;
    return FinishReason::Stop; // end_turn, stop_sequence and what may come
}

Usage converseUsage(JsonView usage)
{
    if (!usage.isObject())
        return {};
    JsonMemberReader reader;
    UsageParts parts;
    readUsage(usage.raw(), converseUsageNames, reader, parts);
    for (const JsonView detail : usage["cacheDetails"]) {
        const std::optional<qint64> written = detail["inputTokens"].integer();
        if (detail["ttl"].equals("1h") && written && *written >= 0)
            parts.cacheWriteHour = written;
    }
    return normalised(parts, conversePromptCount);
}

Citation converseCitation(JsonView citation)
{
    Citation read{.url = citation["location"]["web"]["url"].string(),
                  .title = citation["title"].string(),
                  .quote = {},
                  .begin = {},
                  .end = {},
                  .raw = citation.rawCopy()};
    for (const JsonView content : citation["sourceContent"])
        read.quote += content["text"].string();
    return read;
}

Result<Reply> readConverseReply(JsonView body)
{
    const JsonView content = body["output"]["message"]["content"];
    if (!content.isList())
        return Error{ErrorCode::Corrupt, u"the answer has no output.message.content"_s};
    Reply reply;
    Choice &choice = reply.choices.emplace_back();
    for (const JsonView block : content)
        readBlock(block, choice.parts);
    choice.finish = converseFinish(body["stopReason"].string());
    choice.stopSequence = body["additionalModelResponseFields"]["stop_sequence"].string();
    reply.usage = converseUsage(body["usage"]);
    reply.serviceTier = body["serviceTier"]["type"].string();
    return reply;
}

} // namespace Gatehouse::Dialects
