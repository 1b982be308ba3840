// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responsesitems.h"

#include "core/dialects/blockwriter.h"
#include "core/dialects/fields.h"
#include "core/dialects/toolids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

constexpr QByteArrayView upstream = "the Responses API";

Result<void> checkMedia(const Part &part, Format source, const Quirks &quirks)
{
    const Field field = part.kind == PartKind::Image ? Field::Images : Field::Files;
    const Media &media = part.media;
    if (!media.fileId.isEmpty() && familyOf(source) != Family::OpenAi)
        return cannotSay(source, field, upstream,
                         "it does not know files of another provider. Send the file itself.");
    const bool isWeb = media.url.startsWith("https://") || media.url.startsWith("http://");
    if (!media.url.isEmpty() && !(isWeb && quirks.takesRemoteImages))
        return cannotSay(source, field, upstream, "it cannot load it. Send the bytes.");
    return {};
}

Result<void> checkPart(const Part &part, Format source, const Quirks &quirks)
{
    if (part.kind == PartKind::Audio)
        return cannotSay(source, Field::Audio, upstream, "it does not hear.");
    if (part.kind == PartKind::Image || part.kind == PartKind::File)
        return checkMedia(part, source, quirks);
    for (const Part &inner : part.parts)
        if (auto state = checkPart(inner, source, quirks); !state)
            return state;
    return {};
}

QByteArray dataUrl(const Media &media)
{
    return "data:" + media.mimeType + ";base64," + media.data;
}

void writeImage(JsonWriter &json, const Media &media)
{
    json.member("type", "input_image");
    if (!media.fileId.isEmpty())
        json.member("file_id", media.fileId);
    else
        json.member("image_url", media.url.isEmpty() ? dataUrl(media) : media.url);
    json.ifGiven("detail", media.detail);
}

void writeFile(JsonWriter &json, const Part &part)
{
    const Media &media = part.media;
    if (!part.text.isEmpty() && media.data.isEmpty()) {
        json.member("type", "input_text").member("text", part.text);
        return;
    }
    json.member("type", "input_file");
    if (!media.fileId.isEmpty()) {
        json.member("file_id", media.fileId);
    } else if (!media.url.isEmpty()) {
        json.member("file_url", media.url);
    } else {
        json.member("filename", media.name.isEmpty() ? "file.pdf"_ba : media.name);
        json.member("file_data", dataUrl(media));
    }
}

void writeContent(JsonWriter &json, const Part &part, bool isOutput)
{
    json.beginObject();
    if (part.kind == PartKind::Image) {
        writeImage(json, part.media);
    } else if (part.kind == PartKind::File) {
        writeFile(json, part);
    } else if (part.kind == PartKind::Refusal) {
        json.member("type", "refusal").member("refusal", part.text);
    } else {
        json.member("type", isOutput ? "output_text" : "input_text").member("text", part.text);
    }
    json.endObject();
}

bool isContent(const Part &part)
{
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        return !part.text.isEmpty();
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        return true;
    case PartKind::Reasoning:
    case PartKind::ToolCall:
    case PartKind::ToolResult:
        return false;
    }
    return false;
}

QByteArrayView roleName(Role role)
{
    switch (role) {
    case Role::System:
        return "system";
    case Role::Developer:
        return "developer";
    case Role::Assistant:
        return "assistant";
    case Role::User:
    case Role::Tool:
        return "user";
    }
    return "user";
}

void writeMessage(JsonWriter &json, Role role, std::span<const Part *const> parts)
{
    json.beginObject().member("type", "message").key("role").string(roleName(role));
    json.key("content").beginList();
    for (const Part *part : parts)
        writeContent(json, *part, role == Role::Assistant);
    json.endList().endObject();
}

void writeCall(JsonWriter &json, const Part &part, const Request &request)
{
    const Tool *tool = toolOf(&request, part.name);
    const bool isFreeText = tool && tool->isFreeText && request.source == Format::OpenAiResponses;
    json.beginObject().member("type", isFreeText ? "custom_tool_call" : "function_call");
    json.member("call_id", plainToolId(part.id));
    writeName(json, part.name, request.source == Format::OpenAiResponses ? tool : nullptr);
    if (isFreeText)
        json.member("input", freeText(part.arguments));
    else
        json.member("arguments", argumentsObject(part.arguments));
    json.endObject();
}

//! Of a free-text call, whose result has an item type of its own.
bool answersFreeText(const Part &result, const Request &request)
{
    for (const Message &message : request.messages)
        for (const Part &part : message.parts)
            if (part.kind == PartKind::ToolCall && part.id == result.id) {
                const Tool *tool = toolOf(&request, part.name);
                return tool && tool->isFreeText && request.source == Format::OpenAiResponses;
            }
    return false;
}

void writeResult(JsonWriter &json, const Part &part, const Request &request)
{
    const bool isFreeText = answersFreeText(part, request);
    json.beginObject();
    json.member("type", isFreeText ? "custom_tool_call_output" : "function_call_output");
    json.member("call_id", plainToolId(part.id)).key("output");
    const QByteArray prefix = part.isError ? "Error: "_ba : QByteArray();
    const bool isPlain =
        part.parts.empty() || (part.parts.size() == 1 && part.parts[0].kind == PartKind::Text);
    if (isPlain) {
        json.string(QByteArray(prefix + (part.parts.empty() ? QByteArray() : part.parts[0].text)));
    } else {
        json.beginList();
        if (part.isError)
            json.beginObject().member("type", "input_text").member("text", prefix).endObject();
        for (const Part &piece : part.parts)
            if (isContent(piece))
                writeContent(json, piece, false);
        json.endList();
    }
    json.endObject();
}

void writeReasoning(JsonWriter &json, const Part &part)
{
    json.beginObject().member("type", "reasoning");
    if (part.id.startsWith("rs_"))
        json.member("id", part.id);
    json.key("summary").beginList();
    if (!part.text.isEmpty())
        json.beginObject().member("type", "summary_text").member("text", part.text).endObject();
    json.endList().member("encrypted_content", part.encrypted).endObject();
}

void writeParts(JsonWriter &json, const Message &message, const Request &request)
{
    std::vector<const Part *> content;
    const auto flush = [&] {
        if (!content.empty())
            writeMessage(json, message.role, content);
        content.clear();
    };
    for (const Part &part : message.parts) {
        if (isContent(part)) {
            content.push_back(&part);
            continue;
        }
        if (part.kind == PartKind::Text)
            continue;
        flush();
        if (part.kind == PartKind::ToolCall)
            writeCall(json, part, request);
        else if (part.kind == PartKind::ToolResult)
            writeResult(json, part, request);
        else if (part.signedBy == Family::OpenAi && !part.encrypted.isEmpty())
            writeReasoning(json, part);
    }
    flush();
}

} // namespace

Result<void> checkParts(const Request &request, const Quirks &quirks)
{
    for (const Message &message : request.messages)
        for (const Part &part : message.parts)
            if (auto state = checkPart(part, request.source, quirks); !state)
                return state;
    return {};
}

void writeItems(JsonWriter &json, const Request &request, std::size_t first)
{
    json.beginList();
    for (std::size_t i = first; i < request.messages.size(); ++i)
        writeParts(json, request.messages[i], request);
    json.endList();
}

} // namespace Gatehouse::Dialects::Responses
