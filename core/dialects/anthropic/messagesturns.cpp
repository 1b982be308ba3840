// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messagesturns.h"

#include "core/dialects/blockwriter.h"
#include "core/dialects/fields.h"
#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Messages {

namespace {

constexpr QByteArrayView upstream = "Anthropic";

bool isAnthropics(const Part &part)
{
    return part.signedBy == Family::Anthropic
        && !(part.signature.isEmpty() && part.encrypted.isEmpty());
}

//! The part has words for Anthropic; blank texts and other families' thoughts have none.
bool isSaid(const Part &part)
{
    switch (part.kind) {
    case PartKind::Text:
        return isForeignBlock(part) || !part.text.trimmed().isEmpty();
    case PartKind::Refusal:
        return !part.text.trimmed().isEmpty();
    case PartKind::Reasoning:
        return isAnthropics(part);
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
    case PartKind::ToolCall:
    case PartKind::ToolResult:
        return true;
    }
    return true;
}

bool isSystem(const Message &message)
{
    return message.role == Role::System || message.role == Role::Developer;
}

//! System messages inside the list keep their place for Anthropic's own callers; of others they
//! join the ones in front, which every model takes.
bool isTopLevel(const Request &request, std::size_t index)
{
    if (!isSystem(request.messages[index]))
        return false;
    return index == 0 || familyOf(request.source) != Family::Anthropic;
}

void addParts(const Message &message, Turn &turn)
{
    for (const Part &part : message.parts) {
        if (!isSaid(part))
            continue;
        if (part.kind != PartKind::ToolResult) {
            turn.parts.push_back(&part);
            continue;
        }
        const auto firstOther = std::ranges::find_if(
            turn.parts, [](const Part *other) { return other->kind != PartKind::ToolResult; });
        turn.parts.insert(firstOther, &part);
    }
}

//! The media type of base64 bytes by their first ones, for callers that do not say.
QByteArray imageType(const Media &media)
{
    if (!media.mimeType.isEmpty())
        return media.mimeType == "image/jpg" ? "image/jpeg"_ba : media.mimeType;
    if (media.data.startsWith("iVBORw"))
        return "image/png"_ba;
    if (media.data.startsWith("R0lGOD"))
        return "image/gif"_ba;
    if (media.data.startsWith("UklGR"))
        return "image/webp"_ba;
    return media.data.startsWith("/9j/") ? "image/jpeg"_ba : QByteArray();
}

bool isWebUrl(const QByteArray &url)
{
    return url.startsWith("https://") || url.startsWith("http://");
}

Result<void> checkImage(const Media &media, Format source)
{
    static constexpr std::array<QByteArrayView, 4> types{"image/jpeg", "image/png", "image/gif",
                                                         "image/webp"};
    if (!media.fileId.isEmpty() && familyOf(source) != Family::Anthropic)
        return cannotSay(source, Field::Images, upstream,
                         "it does not know files of another provider. Send the image itself.");
    if (!media.url.isEmpty() && !isWebUrl(media.url))
        return cannotSay(source, Field::Images, upstream, "it loads images from the web only.");
    const bool isKnown = std::ranges::find(types, QByteArrayView(imageType(media))) != types.end();
    if (!media.data.isEmpty() && !isKnown)
        return cannotSay(source, Field::Images, upstream,
                         "it takes images of type JPEG, PNG, GIF and WebP.");
    return {};
}

bool isPlainText(const Media &media)
{
    return media.mimeType.startsWith("text/") || media.mimeType == "application/json";
}

Result<void> checkFile(const Part &part, Format source)
{
    const Media &media = part.media;
    if (!media.fileId.isEmpty() && familyOf(source) != Family::Anthropic)
        return cannotSay(source, Field::Files, upstream,
                         "it does not know files of another provider. Send the file itself.");
    if (!media.url.isEmpty() && !isWebUrl(media.url))
        return cannotSay(source, Field::Files, upstream, "it loads files from the web only.");
    const bool isKnown = media.mimeType == "application/pdf" || isPlainText(media)
        || (media.mimeType.isEmpty() && media.name.endsWith(".pdf"));
    if (!media.data.isEmpty() && !isKnown)
        return cannotSay(source, Field::Files, upstream, "it takes PDF and plain text only.");
    return {};
}

Result<void> checkPart(const Part &part, Format source)
{
    if (part.kind == PartKind::Audio)
        return cannotSay(source, Field::Audio, upstream, "it does not hear.");
    if (part.kind == PartKind::Image)
        return checkImage(part.media, source);
    if (part.kind == PartKind::File)
        return checkFile(part, source);
    for (const Part &inner : part.parts)
        if (auto sound = checkPart(inner, source); !sound)
            return sound;
    return {};
}

void writeMediaSource(JsonWriter &json, const Media &media, const QByteArray &mimeType)
{
    json.key("source").beginObject();
    if (!media.fileId.isEmpty())
        json.member("type", "file").member("file_id", media.fileId);
    else if (!media.url.isEmpty())
        json.member("type", "url").member("url", media.url);
    else
        json.member("type", "base64").member("media_type", mimeType).member("data", media.data);
    json.endObject();
}

void writeDocument(JsonWriter &json, const Part &part)
{
    const Media &media = part.media;
    json.member("type", "document");
    const bool hasBytes = !media.data.isEmpty();
    const QByteArray text =
        hasBytes && isPlainText(media) ? QByteArray::fromBase64(media.data) : part.text;
    if (!text.isEmpty() && media.url.isEmpty() && media.fileId.isEmpty()) {
        json.key("source").beginObject().member("type", "text");
        json.member("media_type", "text/plain").member("data", text).endObject();
    } else {
        writeMediaSource(json, media, "application/pdf");
    }
    json.ifGiven("title", media.name);
}

void writeThinking(JsonWriter &json, const Part &part)
{
    if (!part.encrypted.isEmpty())
        json.member("type", "redacted_thinking").member("data", part.encrypted);
    else
        json.member("type", "thinking")
            .member("thinking", part.text)
            .member("signature", part.signature);
}

void writeToolResult(JsonWriter &json, const Part &part)
{
    json.member("type", "tool_result").member("tool_use_id", anthropicToolId(part.id));
    std::vector<const Part *> inner;
    for (const Part &piece : part.parts)
        if (isSaid(piece))
            inner.push_back(&piece);
    if (!inner.empty()) {
        json.key("content");
        writeBlocks(json, inner);
    }
    if (part.isError)
        json.member("is_error", true);
}

void writeText(JsonWriter &json, const Part &part)
{
    json.member("type", "text").member("text", part.text);
    const auto hasRaw = [](const Citation &citation) {
        return JsonView::trusted(citation.raw)["cited_text"].exists();
    };
    if (part.citations.empty() || !std::ranges::all_of(part.citations, hasRaw))
        return;
    json.key("citations").beginList();
    for (const Citation &citation : part.citations)
        json.raw(citation.raw);
    json.endList();
}

void writeBlock(JsonWriter &json, const Part &part)
{
    json.beginObject();
    switch (part.kind) {
    case PartKind::Text:
        if (!isForeignBlock(part))
            writeText(json, part);
        break;
    case PartKind::Refusal:
        json.member("type", "text").member("text", part.text);
        break;
    case PartKind::Image:
        json.member("type", "image");
        writeMediaSource(json, part.media, imageType(part.media));
        break;
    case PartKind::Audio: // refused before
    case PartKind::File:
        writeDocument(json, part);
        break;
    case PartKind::Reasoning:
        writeThinking(json, part);
        break;
    case PartKind::ToolCall:
        json.member("type", "tool_use").member("id", anthropicToolId(part.id));
        json.member("name", part.name).rawMember("input", argumentsObject(part.arguments));
        break;
    case PartKind::ToolResult:
        writeToolResult(json, part);
        break;
    }
    json.rawIfGiven("cache_control", part.cacheControl);
    writeExtras(json, part);
    json.endObject();
}

bool isPlain(const Part &part)
{
    return part.kind == PartKind::Text && part.extras.empty() && part.cacheControl.isEmpty()
        && part.citations.empty();
}

} // namespace

std::vector<Turn> turnsOf(const Request &request)
{
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < request.messages.size(); ++i) {
        const Message &message = request.messages[i];
        if (isTopLevel(request, i))
            continue;
        const Role role = isSystem(message)   ? Role::System
            : message.role == Role::Assistant ? Role::Assistant
                                              : Role::User;
        Turn turn{.role = role, .parts = {}};
        const bool joins = !turns.empty() && turns.back().role == role && role != Role::System;
        addParts(message, joins ? turns.back() : turn);
        if (!joins && !turn.parts.empty())
            turns.push_back(std::move(turn));
    }
    return turns;
}

std::vector<const Part *> systemOf(const Request &request)
{
    std::vector<const Part *> parts;
    for (std::size_t i = 0; i < request.messages.size(); ++i) {
        if (!isTopLevel(request, i))
            continue;
        for (const Part &part : request.messages[i].parts)
            if (isSaid(part))
                parts.push_back(&part);
    }
    return parts;
}

Result<void> checkParts(const Request &request)
{
    for (const Message &message : request.messages) {
        for (const Part &part : message.parts) {
            if (isSystem(message) && part.kind != PartKind::Text)
                return cannotSay(request.source, Field::Images, upstream,
                                 "its system messages hold text only.");
            if (auto sound = checkPart(part, request.source); !sound)
                return sound;
        }
    }
    return {};
}

void writeBlocks(JsonWriter &json, std::span<const Part *const> parts)
{
    if (parts.size() == 1 && isPlain(*parts.front())) {
        json.string(parts.front()->text);
        return;
    }
    json.beginList();
    for (const Part *part : parts)
        writeBlock(json, *part);
    json.endList();
}

void writeTurns(JsonWriter &json, const std::vector<Turn> &turns)
{
    json.beginList();
    // The first turn must be the user's; other providers let a conversation begin with a greeting.
    if (turns.empty() || turns.front().role != Role::User)
        json.beginObject().member("role", "user").member("content", "Begin.").endObject();
    for (const Turn &turn : turns) {
        json.beginObject().member("role",
                                  turn.role == Role::User            ? "user"
                                      : turn.role == Role::Assistant ? "assistant"
                                                                     : "system");
        json.key("content");
        writeBlocks(json, turn.parts);
        json.endObject();
    }
    json.endList();
}

bool hasToolParts(const std::vector<Turn> &turns)
{
    const auto isTool = [](const Part *part) {
        return part->kind == PartKind::ToolCall || part->kind == PartKind::ToolResult;
    };
    return std::ranges::any_of(
        turns, [&isTool](const Turn &turn) { return std::ranges::any_of(turn.parts, isTool); });
}

QByteArray anthropicToolId(QByteArrayView id)
{
    const QByteArray plain = plainToolId(id);
    QByteArray clean = plain;
    for (char &c : clean) {
        const bool isAllowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!isAllowed)
            c = '_';
    }
    if (clean == plain && !clean.isEmpty())
        return clean;
    // Two ids that differ in such characters only stay different.
    const QByteArray hash = QCryptographicHash::hash(plain, QCryptographicHash::Sha1).toHex();
    return clean + '_' + hash.first(8);
}

} // namespace Gatehouse::Dialects::Messages
