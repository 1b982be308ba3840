// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messageswords.h"

#include <algorithm>

namespace Gatehouse::Dialects::Messages {

namespace {

//! Keeps the members of \a block that \a known does not list.
void keepOthers(JsonView block, const QByteArray &path, std::initializer_list<QByteArrayView> known,
                Part &part)
{
    block.forEachMember([&](const QByteArray &name, JsonView value) {
        const bool isKnown = std::ranges::find(known, QByteArrayView(name)) != known.end();
        if (!isKnown && value.exists())
            part.extras.push_back({path + '.' + name, value.rawCopy()});
    });
}

Part keptWhole(JsonView block, const QByteArray &path)
{
    Part part;
    keepOthers(block, path, {}, part);
    return part;
}

Part readText(JsonView block, const QByteArray &path)
{
    Part part{.kind = PartKind::Text, .text = block["text"].string()};
    part.citations = readCitations(block["citations"]);
    keepOthers(block, path, {"type", "text", "citations", "cache_control"}, part);
    return part;
}

Part readThinking(JsonView block)
{
    Part part{.kind = PartKind::Reasoning, .text = block["thinking"].string()};
    putSeal(sealOfText(block["signature"].string()), part);
    return part;
}

Part readRedacted(JsonView block)
{
    Part part{.kind = PartKind::Reasoning};
    part.signedBy = Family::Anthropic;
    part.encrypted = block["data"].string();
    return part;
}

Part readToolUse(JsonView block, const QByteArray &path)
{
    Part part{.kind = PartKind::ToolCall};
    part.id = block["id"].string();
    part.name = block["name"].string();
    part.arguments = block["input"].rawCopy();
    keepOthers(block, path, {"type", "id", "name", "input", "cache_control"}, part);
    return part;
}

Part readToolResult(JsonView block, const QByteArray &path)
{
    Part part{.kind = PartKind::ToolResult};
    part.id = block["tool_use_id"].string();
    part.isError = block["is_error"].isTrue();
    part.parts = readContent(block["content"], path + ".content");
    keepOthers(block, path, {"type", "tool_use_id", "is_error", "content", "cache_control"}, part);
    return part;
}

//! False when the source is none of base64, url and file.
bool readSource(JsonView source, Media &media)
{
    if (source["type"].equals("base64"))
        media.data = source["data"].string();
    else if (source["type"].equals("url"))
        media.url = source["url"].string();
    else if (source["type"].equals("file"))
        media.fileId = source["file_id"].string();
    else
        return false;
    media.mimeType = source["media_type"].string();
    return true;
}

Part readImage(JsonView block, const QByteArray &path)
{
    Part part{.kind = PartKind::Image};
    if (!readSource(block["source"], part.media))
        return keptWhole(block, path);
    keepOthers(block, path, {"type", "source", "cache_control"}, part);
    return part;
}

Part readDocument(JsonView block, const QByteArray &path)
{
    Part part{.kind = PartKind::File};
    const JsonView source = block["source"];
    if (source["type"].equals("text")) {
        part.text = source["data"].string();
        part.media.mimeType = "text/plain";
    } else if (!readSource(source, part.media)) {
        return keptWhole(block, path);
    }
    part.media.name = block["title"].string();
    keepOthers(block, path, {"type", "source", "title", "cache_control"}, part);
    return part;
}

} // namespace

Part readBlock(JsonView block, const QByteArray &path)
{
    const QByteArray type = block["type"].string();
    Part part;
    if (type == "text")
        part = readText(block, path);
    else if (type == "thinking")
        part = readThinking(block);
    else if (type == "redacted_thinking")
        part = readRedacted(block);
    else if (type == "tool_use")
        part = readToolUse(block, path);
    else if (type == "tool_result")
        part = readToolResult(block, path);
    else if (type == "image")
        part = readImage(block, path);
    else if (type == "document")
        part = readDocument(block, path);
    else
        return keptWhole(block, path);
    if (!isForeignBlock(part))
        part.cacheControl = block["cache_control"].rawCopy();
    return part;
}

std::vector<Part> readContent(JsonView content, const QByteArray &path)
{
    std::vector<Part> parts;
    if (content.isString() && !content.isEmpty())
        parts.push_back({.kind = PartKind::Text, .text = content.string()});
    qsizetype index = 0;
    for (const JsonView block : content)
        parts.push_back(readBlock(block, path + '[' + QByteArray::number(index++) + ']'));
    return parts;
}

Citation readCitation(JsonView citation)
{
    Citation read;
    read.url = citation["url"].string();
    read.title = citation["title"].string();
    if (read.title.isEmpty())
        read.title = citation["document_title"].string();
    read.quote = citation["cited_text"].string();
    read.raw = citation.rawCopy();
    return read;
}

std::vector<Citation> readCitations(JsonView list)
{
    std::vector<Citation> citations;
    for (const JsonView citation : list)
        if (citation.isObject())
            citations.push_back(readCitation(citation));
    return citations;
}

bool isForeignBlock(const Part &part)
{
    const auto isType = [](const RawMember &extra) { return extra.name.endsWith("].type"); };
    return part.kind == PartKind::Text && part.text.isEmpty()
        && std::ranges::any_of(part.extras, isType);
}

void writeExtras(JsonWriter &json, const Part &part)
{
    for (const RawMember &extra : part.extras)
        json.rawMember(extra.name.mid(extra.name.lastIndexOf(']') + 2), extra.value);
}

void writeCitation(JsonWriter &json, const Citation &citation)
{
    // Citations of other families have pages only; Anthropic's own know their type.
    if (!JsonView::trusted(citation.raw)["cited_text"].exists()) {
        json.beginObject().member("type", "web_search_result_location");
        json.member("cited_text", citation.quote).member("url", citation.url);
        json.key("title");
        citation.title.isEmpty() ? json.null() : json.string(citation.title);
        json.member("encrypted_index", "").endObject();
        return;
    }
    json.raw(citation.raw);
}

//! docs.anthropic.com, "Handling stop reasons", November 2026. Reasons to come are ends as well.
FinishReason finishOf(QByteArrayView stopReason)
{
    if (stopReason.isEmpty())
        return FinishReason::None;
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded")
        return FinishReason::Length;
    if (stopReason == "tool_use")
        return FinishReason::ToolCalls;
    if (stopReason == "pause_turn")
        return FinishReason::Pause;
    if (stopReason == "refusal")
        return FinishReason::ContentFilter;
    return FinishReason::Stop;
}

QByteArrayView stopReasonOf(FinishReason finish, bool hasStopSequence)
{
    switch (finish) {
    case FinishReason::Length:
        return "max_tokens";
    case FinishReason::ToolCalls:
        return "tool_use";
    case FinishReason::ContentFilter:
        return "refusal";
    case FinishReason::Pause:
        return "pause_turn";
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::Error:
        break;
    }
    return hasStopSequence ? "stop_sequence" : "end_turn";
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    const qint64 writes = usage.cacheWriteTokens + usage.cacheWriteHourTokens;
    json.beginObject();
    json.member("input_tokens",
                std::max(qint64(0), usage.promptTokens - usage.cachedTokens - writes));
    json.member("cache_creation_input_tokens", writes);
    json.member("cache_read_input_tokens", usage.cachedTokens);
    if (writes > 0) {
        json.key("cache_creation").beginObject();
        json.member("ephemeral_5m_input_tokens", usage.cacheWriteTokens);
        json.member("ephemeral_1h_input_tokens", usage.cacheWriteHourTokens).endObject();
    }
    json.member("output_tokens", usage.completionTokens);
    if (usage.reasoningTokens > 0) {
        json.key("output_tokens_details").beginObject();
        json.member("thinking_tokens", usage.reasoningTokens).endObject();
    }
    json.endObject();
}

QByteArray signatureText(const Seal &seal)
{
    return seal.family == Family::Anthropic ? seal.signature : packSeal(seal);
}

Seal sealOfText(const QByteArray &signature)
{
    return unpackSeal(signature).value_or(Seal{Family::Anthropic, signature, {}});
}

QByteArray messageId(const QByteArray &providersId, const QByteArray &requestId)
{
    if (providersId.startsWith("msg_"))
        return providersId;
    return "msg_" + (requestId.startsWith("req_") ? requestId.sliced(4) : requestId);
}

} // namespace Gatehouse::Dialects::Messages
