// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

//! Items that tell of tools OpenAI ran itself; what they found stands in the messages behind them.
constexpr std::array<QByteArrayView, 6> silentItems{"web_search_call",       "file_search_call",
                                                    "code_interpreter_call", "mcp_list_tools",
                                                    "tool_search_call",      "tool_search_output"};

//! "data:image/png;base64,…" is taken apart, anything else is an address.
void readUrl(const QByteArray &url, Media &media)
{
    const qsizetype comma = url.indexOf(',');
    const QByteArray head = url.startsWith("data:") && comma > 0 ? url.first(comma) : QByteArray();
    if (!head.endsWith(";base64")) {
        media.url = url;
        return;
    }
    media.mimeType = head.sliced(5, head.indexOf(';') - 5);
    media.data = url.sliced(comma + 1);
}

Part readImage(JsonView content)
{
    Part part{.kind = PartKind::Image};
    readUrl(content["image_url"].string(), part.media);
    part.media.fileId = content["file_id"].string();
    part.media.detail = content["detail"].string();
    return part;
}

Part readFile(JsonView content)
{
    Part part{.kind = PartKind::File};
    const QByteArray data = content["file_data"].string();
    readUrl(data.isEmpty() ? content["file_url"].string() : data, part.media);
    if (!data.isEmpty() && !part.media.url.isEmpty()) // base64 without a prefix
        part.media.data = std::exchange(part.media.url, {});
    part.media.fileId = content["file_id"].string();
    part.media.name = content["filename"].string();
    if (part.media.mimeType.isEmpty() && !part.media.data.isEmpty())
        part.media.mimeType = "application/pdf";
    return part;
}

Part readAudio(JsonView content)
{
    Part part{.kind = PartKind::Audio};
    part.media.data = content["input_audio"]["data"].string();
    part.media.mimeType = "audio/" + content["input_audio"]["format"].string();
    return part;
}

Part readText(JsonView content)
{
    Part part{.kind = PartKind::Text, .text = content["text"].string()};
    for (const JsonView annotation : content["annotations"])
        part.citations.push_back(readAnnotation(annotation));
    return part;
}

Result<std::vector<Part>> readContent(JsonView content, const QByteArray &path)
{
    std::vector<Part> parts;
    if (content.isString()) {
        parts.push_back({.kind = PartKind::Text, .text = content.string()});
        return parts;
    }
    if (!content.isList())
        return wrong(path, u"must be a string or a list of content."_s);
    qsizetype index = 0;
    for (const JsonView piece : content) {
        const QByteArray type = piece["type"].string();
        const QByteArray at = itemPath(path, index++);
        if (type == "input_text" || type == "output_text" || type == "text")
            parts.push_back(readText(piece));
        else if (type == "refusal")
            parts.push_back({.kind = PartKind::Refusal, .text = piece["refusal"].string()});
        else if (type == "input_image")
            parts.push_back(readImage(piece));
        else if (type == "input_file")
            parts.push_back(readFile(piece));
        else if (type == "input_audio")
            parts.push_back(readAudio(piece));
        else
            return wrong(at + ".type", u"'%1' is not known here."_s.arg(QString::fromUtf8(type)));
    }
    return parts;
}

//! The message that an item of \a role joins: neighbours of the model's turn and results are one.
std::vector<Part> &turnOf(Role role, Request &request)
{
    const bool joins = !request.messages.empty() && request.messages.back().role == role;
    if (!joins)
        request.messages.push_back({.role = role, .parts = {}, .name = {}, .extras = {}});
    return request.messages.back().parts;
}

Result<void> readMessage(JsonView item, const QByteArray &path, Request &request)
{
    auto parts = readContent(item["content"], path + ".content");
    if (!parts)
        return parts.error();
    const QByteArray role = item["role"].string();
    if (role == "assistant") {
        std::vector<Part> &turn = turnOf(Role::Assistant, request);
        std::ranges::move(*parts, std::back_inserter(turn));
        return {};
    }
    if (role != "user" && role != "system" && role != "developer")
        return wrong(path + ".role", u"must be 'user', 'assistant', 'system' or 'developer'."_s);
    request.messages.push_back({.role = role == "user" ? Role::User
                                    : role == "system" ? Role::System
                                                       : Role::Developer,
                                .parts = std::move(*parts),
                                .name = {},
                                .extras = {}});
    return {};
}

Result<void> readCall(JsonView item, const QByteArray &path, Request &request)
{
    Part part{.kind = PartKind::ToolCall};
    part.id = item["call_id"].string();
    if (part.id.isEmpty())
        return wrong(path + ".call_id", u"must be the id of the call."_s);
    part.name = flatName(item["namespace"].string(), item["name"].string());
    if (part.name.isEmpty())
        return wrong(path + ".name", u"must be the name of a tool."_s);
    part.arguments = item["type"].equals("custom_tool_call")
        ? freeTextArguments(item["input"].string())
        : item["arguments"].string();
    turnOf(Role::Assistant, request).push_back(std::move(part));
    return {};
}

Result<void> readOutput(JsonView item, const QByteArray &path, Request &request)
{
    Part part{.kind = PartKind::ToolResult};
    part.id = item["call_id"].string();
    if (part.id.isEmpty())
        return wrong(path + ".call_id", u"must be the id of a call."_s);
    auto parts = readContent(item["output"], path + ".output");
    if (!parts)
        return parts.error();
    part.parts = std::move(*parts);
    turnOf(Role::Tool, request).push_back(std::move(part));
    return {};
}

QByteArray joined(JsonView list)
{
    QByteArray text;
    for (const JsonView piece : list) {
        if (!text.isEmpty())
            text += "\n\n";
        text += piece["text"].string();
    }
    return text;
}

void readReasoning(JsonView item, Request &request)
{
    Part part{.kind = PartKind::Reasoning, .text = joined(item["summary"])};
    part.isSummary = !part.text.isEmpty();
    if (part.text.isEmpty())
        part.text = joined(item["content"]);
    part.id = item["id"].string();
    if (!item["encrypted_content"].isEmpty())
        putSeal(sealOfText(item["encrypted_content"].string()), part);
    turnOf(Role::Assistant, request).push_back(std::move(part));
}

Result<void> readItem(JsonView item, const QByteArray &path, Request &request)
{
    const QByteArray type = item["type"].exists() ? item["type"].string() : "message"_ba;
    if (type == "message")
        return readMessage(item, path, request);
    if (type == "function_call" || type == "custom_tool_call")
        return readCall(item, path, request);
    if (type == "function_call_output" || type == "custom_tool_call_output")
        return readOutput(item, path, request);
    if (type == "reasoning") {
        readReasoning(item, request);
        return {};
    }
    if (type == "item_reference")
        return wrong(path + ".type",
                     u"cannot be 'item_reference': nothing is stored. Send the item itself."_s);
    if (std::ranges::find(silentItems, QByteArrayView(type)) != silentItems.end())
        return {};
    return wrong(path + ".type",
                 u"'%1' cannot be translated for the model's provider. Leave the item out."_s.arg(
                     QString::fromUtf8(type)));
}

} // namespace

Result<void> readInput(JsonView input, Request &request)
{
    if (input.isString()) {
        turnOf(Role::User, request).push_back({.kind = PartKind::Text, .text = input.string()});
        return {};
    }
    if (!input.isList())
        return wrong("input", u"must be a string or a list of items."_s);
    qsizetype index = 0;
    for (const JsonView item : input) {
        const QByteArray path = itemPath("input", index++);
        if (!item.isObject())
            return wrong(path, u"must be an item."_s);
        if (auto state = readItem(item, path, request); !state)
            return state;
    }
    return {};
}

} // namespace Gatehouse::Dialects::Responses
