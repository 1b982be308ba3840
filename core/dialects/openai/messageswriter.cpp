// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatwords.h"
#include "core/dialects/openai/requestwriter.h"
#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

//! OpenAI and servers after its schema refuse longer ids of tool calls (November 2026).
constexpr qsizetype longestCallId = 40;

QByteArray digestOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

bool isHeld(const Part &part)
{
    return part.kind == PartKind::Image || part.kind == PartKind::Audio
        || part.kind == PartKind::File;
}

//! Part of "content": neither thoughts nor calls.
bool isContent(const Part &part)
{
    return part.kind != PartKind::Reasoning && part.kind != PartKind::ToolCall
        && part.kind != PartKind::ToolResult;
}

//! A text document's words stand in for its bytes.
bool isText(const Part &part)
{
    if (!part.extras.empty())
        return false;
    return part.kind == PartKind::Text || part.kind == PartKind::Refusal
        || (part.kind == PartKind::File && !part.text.isEmpty());
}

std::vector<Part> contentOf(const std::vector<Part> &parts)
{
    std::vector<Part> content;
    std::ranges::copy_if(parts, std::back_inserter(content), isContent);
    return content;
}

bool hasKind(const Message &message, PartKind kind)
{
    return std::ranges::find(message.parts, kind, &Part::kind) != message.parts.end();
}

//! "audio" of "messages[2].audio".
QByteArray lastName(const QByteArray &path)
{
    return path.mid(path.lastIndexOf("].") + 2);
}

//! Who wants a prefill marked (Mistral) refuses instructions between and behind the turns: there
//! they stand before them. Claude Code gives some behind the results of tools.
std::vector<const Message *> inOrder(const std::vector<Message> &messages, const Quirks &quirks)
{
    std::vector<const Message *> ordered;
    ordered.reserve(messages.size());
    for (const Message &message : messages)
        ordered.push_back(&message);
    if (!quirks.prefillMark.isEmpty())
        std::stable_partition(ordered.begin(), ordered.end(), [](const Message *message) {
            return message->role == Role::System || message->role == Role::Developer;
        });
    return ordered;
}

} // namespace

QByteArray nineCharacterId(const QByteArray &id)
{
    const bool fits =
        id.size() == 9 && std::ranges::all_of(id, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
    if (fits)
        return id;
    static constexpr QByteArrayView letters =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    QByteArray nine = digestOf(id).left(9);
    for (char &c : nine)
        c = letters[static_cast<unsigned char>(c) % letters.size()];
    return nine;
}

QByteArray RequestWriter::callId(const QByteArray &id) const
{
    const QByteArray plain = plainToolId(id);
    if (m_quirks.needsNineCharacterToolIds)
        return nineCharacterId(plain);
    return plain.size() <= longestCallId ? plain : "call_" + digestOf(plain).toHex().left(32);
}

void RequestWriter::writeMessages()
{
    const std::vector<const Message *> messages = inOrder(m_request.messages, m_quirks);
    const auto lastUser =
        std::find_if(messages.rbegin(), messages.rend(),
                     [](const Message *message) { return message->role == Role::User; });
    const auto loopBegin = std::size_t(messages.rend() - lastUser);
    m_json.key("messages").beginList();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message &message = *messages[i];
        if (message.role != Role::Tool)
            writeHeldMedia();
        writeMessage(message, i >= loopBegin);
    }
    writeHeldMedia();
    m_json.endList();
}

void RequestWriter::writeMessage(const Message &message, bool inLoop)
{
    for (const Part &part : message.parts) {
        if (part.kind == PartKind::ToolResult)
            writeResult(part);
    }
    if (message.role == Role::Tool)
        return;
    const std::vector<Part> content = contentOf(message.parts);
    const bool calls = hasKind(message, PartKind::ToolCall);
    if (content.empty() && !calls)
        return; // nothing but thoughts of another family
    m_json.beginObject();
    writeRole(message);
    writeName(message);
    m_json.key("content");
    if (content.empty())
        m_json.null();
    else
        writeContent(content);
    if (calls) {
        if (inLoop)
            writeThoughts(message);
        writeCalls(message);
    }
    const bool isPrefill =
        &message == &m_request.messages.back() && message.role == Role::Assistant && !calls;
    if (isPrefill && !m_quirks.prefillMark.isEmpty())
        m_json.member(m_quirks.prefillMark, true);
    writeMessageExtras(message);
    m_json.endObject();
}

void RequestWriter::writeRole(const Message &message)
{
    switch (message.role) {
    case Role::System:
        m_json.member("role", "system");
        break;
    case Role::Developer:
        m_json.member("role", m_quirks.takesDeveloperRole ? "developer" : "system");
        break;
    case Role::User:
    case Role::Tool:
        m_json.member("role", "user");
        break;
    case Role::Assistant:
        m_json.member("role", "assistant");
        break;
    }
}

void RequestWriter::writeName(const Message &message)
{
    if (message.name.isEmpty())
        return;
    if (m_quirks.messageName == Unwanted::Pass)
        m_json.member("name", message.name);
    else if (m_quirks.messageName == Unwanted::Drop)
        drop("messages.name");
    else
        refuse({ErrorCode::InvalidArgument,
                u"'name' of a message cannot be used with %1. Leave it out."_s.arg(
                    QString::fromUtf8(m_quirks.title)),
                u"messages.name"_s});
}

//! Some servers take only strings: several texts of another format are joined. A list is kept as
//! the caller wrote it.
bool RequestWriter::keepsAsText(const std::vector<Part> &parts) const
{
    if (!std::ranges::all_of(parts, isText))
        return false;
    if (parts.size() == 1)
        return !m_quirks.takesCacheControl || parts.front().cacheControl.isEmpty();
    const bool caches = m_quirks.takesCacheControl
        && std::ranges::any_of(parts,
                               [](const Part &part) { return !part.cacheControl.isEmpty(); });
    return !isSameFormat() && !caches;
}

void RequestWriter::writeContent(const std::vector<Part> &parts)
{
    if (keepsAsText(parts)) {
        QByteArray text = parts.front().text;
        for (std::size_t i = 1; i < parts.size(); ++i)
            text += "\n\n" + parts[i].text;
        m_json.string(text);
        return;
    }
    m_json.beginList();
    for (const Part &part : parts)
        writePart(part);
    m_json.endList();
}

void RequestWriter::writePart(const Part &part)
{
    if (!part.extras.empty() && passesAnyExtra()) {
        m_json.raw(part.extras.front().value);
        return;
    }
    if (const auto settled = settleExtras(part.extras, m_request.source, m_quirks.title, m_written);
        !settled)
        return refuse(settled.error());
    if (isText(part)) {
        m_json.beginObject().member("type", "text").member("text", part.text);
        if (m_quirks.takesCacheControl)
            m_json.rawIfGiven("cache_control", part.cacheControl);
        m_json.endObject();
    } else if (part.kind == PartKind::Image) {
        writeImage(part);
    } else if (part.kind == PartKind::Audio) {
        writeAudio(part);
    } else if (part.kind == PartKind::File) {
        writeFile(part);
    }
}

void RequestWriter::writeImage(const Part &part)
{
    if (!part.media.fileId.isEmpty() || (part.media.data.isEmpty() && part.media.url.isEmpty()))
        return refuse(Field::Images, "send the image itself or its URL, not the id of a file.");
    if (!m_quirks.takesRemoteImages && part.media.data.isEmpty())
        return refuse(Field::Images, "it loads no images from URLs. Send the image itself.");
    m_json.beginObject().member("type", "image_url").key("image_url").beginObject();
    m_json.member("url", urlOf(part.media)).ifGiven("detail", part.media.detail);
    m_json.endObject().endObject();
}

void RequestWriter::writeAudio(const Part &part)
{
    if (part.media.data.isEmpty())
        return refuse(Field::Audio, "send the sound itself, not a reference.");
    m_json.beginObject().member("type", "input_audio").key("input_audio").beginObject();
    m_json.member("data", part.media.data);
    m_json.member("format", audioFormat(part.media.mimeType)).endObject().endObject();
}

void RequestWriter::writeFile(const Part &part)
{
    const Media &media = part.media;
    if (m_quirks.filePart.isEmpty())
        return refuse(Field::Files, "it takes no documents.");
    if (m_quirks.filePart == "document_url") { // Mistral
        if (!media.fileId.isEmpty())
            return refuse(Field::Files, "send the document itself, not the id of a file.");
        m_json.beginObject().member("type", "document_url");
        m_json.member("document_url", urlOf(media)).ifGiven("document_name", media.name);
        m_json.endObject();
        return;
    }
    if (media.data.isEmpty() && media.fileId.isEmpty())
        return refuse(Field::Files, "it loads no documents from URLs. Send the document itself.");
    m_json.beginObject().member("type", "file").key("file").beginObject();
    m_json.ifGiven("file_id", media.fileId);
    if (!media.data.isEmpty())
        m_json.member("filename", media.name.isEmpty() ? QByteArray("document") : media.name)
            .member("file_data", urlOf(media));
    m_json.endObject().endObject();
}

void RequestWriter::writeCalls(const Message &message)
{
    m_json.key("tool_calls").beginList();
    for (const Part &part : message.parts) {
        if (part.kind != PartKind::ToolCall)
            continue;
        if (!part.extras.empty() && passesAnyExtra()) {
            m_json.raw(part.extras.front().value);
            continue;
        }
        m_json.beginObject().member("id", callId(part.id)).member("type", "function");
        m_json.key("function").beginObject().member("name", part.name);
        m_json.member("arguments", part.arguments.isEmpty() ? QByteArray("{}") : part.arguments);
        m_json.endObject().endObject();
    }
    m_json.endList();
}

//! Tool messages hold text only: images and files of a result follow in a user message.
void RequestWriter::writeResult(const Part &result)
{
    std::vector<Part> texts;
    for (const Part &part : result.parts) {
        if (isText(part) || !part.extras.empty())
            texts.push_back(part);
        else if (isHeld(part))
            m_held.push_back(&part);
    }
    if (result.isError)
        texts.insert(texts.begin(), Part{.text = "The tool failed:"});
    m_json.beginObject().member("role", "tool").member("tool_call_id", callId(result.id));
    m_json.key("content");
    if (texts.empty())
        m_json.string({});
    else
        writeContent(texts);
    m_json.endObject();
}

void RequestWriter::writeHeldMedia()
{
    if (m_held.empty())
        return;
    m_json.beginObject().member("role", "user").key("content").beginList();
    m_json.beginObject().member("type", "text").member("text", "Attached to the tool results:");
    m_json.endObject();
    for (const Part *part : std::exchange(m_held, {}))
        writePart(*part);
    m_json.endList().endObject();
}

//! Thoughts go back to a provider that asks for them while its tool loop runs, and to an unknown
//! server when its own client sends them; never those of another family.
void RequestWriter::writeThoughts(const Message &message)
{
    const bool isCallers = passesAnyExtra() && !m_quirks.takesDeveloperRole;
    const QByteArrayView member = !m_quirks.reasoningHistory.isEmpty() ? m_quirks.reasoningHistory
        : isCallers                                                    ? "reasoning_content"
                                                                       : QByteArrayView();
    if (member.isEmpty())
        return;
    QByteArray thoughts;
    for (const Part &part : message.parts) {
        const bool isForeign = !part.signature.isEmpty() && part.signedBy != Family::OpenAi;
        if (part.kind == PartKind::Reasoning && !isForeign)
            thoughts += part.text;
    }
    m_json.ifGiven(member, thoughts);
}

void RequestWriter::writeMessageExtras(const Message &message)
{
    std::vector<RawMember> foreign;
    for (const RawMember &extra : message.extras) {
        const QByteArray name = lastName(extra.name);
        const bool isKnown = isSameFormat()
            && std::ranges::find(m_quirks.ownMembers, name) != m_quirks.ownMembers.end();
        if (isKnown && name == m_quirks.prefillMark)
            continue; // written already
        if (isKnown || passesAnyExtra())
            m_json.rawMember(name, extra.value);
        else
            foreign.push_back(extra);
    }
    const auto settled = settleExtras(foreign, m_request.source, m_quirks.title, m_written);
    if (!settled)
        refuse(settled.error());
}

} // namespace Gatehouse::Dialects::OpenAi
