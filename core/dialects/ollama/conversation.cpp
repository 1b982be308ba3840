// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/conversation.h"

#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/words.h"
#include "core/dialects/toolids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

constexpr std::array<QByteArrayView, 7> messageNames{
    "role", "content", "thinking", "images", "tool_calls", "tool_name", "tool_call_id"};

//! The media type of base64 text, by the signatures of the formats.
QByteArray imageType(QByteArrayView base64)
{
    if (base64.startsWith("/9j/"))
        return "image/jpeg"_ba;
    if (base64.startsWith("R0lGOD"))
        return "image/gif"_ba;
    if (base64.startsWith("UklGR"))
        return "image/webp"_ba;
    return "image/png"_ba;
}

std::optional<Role> roleOf(JsonView role)
{
    if (role.equals("user"))
        return Role::User;
    if (role.equals("assistant"))
        return Role::Assistant;
    if (role.equals("system"))
        return Role::System;
    if (role.equals("tool"))
        return Role::Tool;
    return {};
}

//! A call of the history that a result may answer.
struct OpenCall {
    QByteArray id;
    QByteArray name;
};

//! Reads messages in order, giving ids to calls that have none.
class MessagesReader
{
public:
    explicit MessagesReader(Request &request)
        : m_request(request)
    {
    }

    Result<void> read(JsonView list);

private:
    Result<void> readMessage(JsonView message);
    Result<void> readText(JsonView message, Message &out);
    Result<void> readCalls(JsonView calls, Message &out);
    Result<void> readResult(JsonView message, Message &out);
    Error wrongAt(QByteArrayView member, const QString &what) const
    {
        return wrong(m_path + '.' + member, what);
    }

    Request &m_request;
    QByteArray m_path;            //!< "messages[2]"
    std::vector<OpenCall> m_open; //!< calls without a result yet
};

Result<void> MessagesReader::read(JsonView list)
{
    int index = 0;
    for (const JsonView message : list) {
        m_path = "messages["_ba + QByteArray::number(index++) + ']';
        if (!message.isObject())
            return wrong(m_path, u"must be an object"_s);
        if (auto read = readMessage(message); !read)
            return read;
    }
    return {};
}

Result<void> MessagesReader::readMessage(JsonView message)
{
    const auto role = roleOf(message["role"]);
    if (!role)
        return wrongAt("role", u"must be system, user, assistant or tool"_s);
    Message out;
    out.role = *role;
    const JsonView content = message["content"];
    if (content.exists() && !content.isString())
        return wrongAt("content", u"must be a string"_s);
    const Result<void> read =
        *role == Role::Tool ? readResult(message, out) : readText(message, out);
    if (!read)
        return read;
    if (auto calls = readCalls(message["tool_calls"], out); !calls)
        return calls;
    message.forEachMember([&](const QByteArray &name, JsonView value) {
        if (!value.isEmpty() && std::ranges::find(messageNames, name) == messageNames.end())
            out.extras.push_back({m_path + '.' + name, value.rawCopy()});
    });
    m_request.messages.push_back(std::move(out));
    return {};
}

Result<void> MessagesReader::readText(JsonView message, Message &out)
{
    if (const QByteArray thinking = message["thinking"].string(); !thinking.isEmpty())
        out.parts.push_back({.kind = PartKind::Reasoning, .text = thinking});
    if (const QByteArray text = message["content"].string(); !text.isEmpty())
        out.parts.push_back({.kind = PartKind::Text, .text = text});
    return readImages(message["images"], m_path + ".images", out.parts);
}

Result<void> MessagesReader::readCalls(JsonView calls, Message &out)
{
    if (calls.exists() && !calls.isList())
        return wrongAt("tool_calls", u"must be a list"_s);
    int index = 0;
    for (const JsonView call : calls) {
        const QByteArray path = m_path + ".tool_calls[" + QByteArray::number(index) + "].function";
        const JsonView arguments = call["function"]["arguments"];
        if (call["function"]["name"].string().isEmpty())
            return wrong(path + ".name", u"is missing"_s);
        if (arguments.exists() && !arguments.isObject())
            return wrong(path + ".arguments", u"must be an object"_s);
        out.parts.push_back(toolCallOf(call, m_path, index++));
        m_open.push_back({out.parts.back().id, out.parts.back().name});
    }
    return {};
}

//! Without an id a result answers the first open call of its name, or the first of all.
Result<void> MessagesReader::readResult(JsonView message, Message &out)
{
    Part result{.kind = PartKind::ToolResult};
    result.id = message["tool_call_id"].string();
    result.name = message["tool_name"].string();
    auto call = result.id.isEmpty() ? std::ranges::find(m_open, result.name, &OpenCall::name)
                                    : std::ranges::find(m_open, result.id, &OpenCall::id);
    if (call == m_open.end() && result.name.isEmpty() && result.id.isEmpty())
        call = m_open.begin();
    if (call == m_open.end())
        return wrong(m_path, u"answers no tool call of the messages before it"_s);
    result.id = call->id;
    result.name = call->name;
    m_open.erase(call);
    if (const QByteArray text = message["content"].string(); !text.isEmpty())
        result.parts.push_back({.kind = PartKind::Text, .text = text});
    if (auto read = readImages(message["images"], m_path + ".images", result.parts); !read)
        return read;
    out.parts.push_back(std::move(result));
    return {};
}

//! Writes messages in order; results of tools are messages of their own.
class MessagesWriter
{
public:
    MessagesWriter(const Request &request, WrittenRequest &written)
        : m_request(request)
        , m_written(written)
        , m_json(m_out.list)
    {
    }

    Result<WrittenMessages> write();

private:
    Result<void> writeMessage(const Message &message);
    Result<void> writeResult(const Part &result);
    Result<void> writePieces(const std::vector<Part> &parts, QByteArrayView prefix);
    Result<void> settle(const std::vector<RawMember> &extras);
    QByteArray nameOfCall(const Part &result) const;

    const Request &m_request;
    WrittenRequest &m_written;
    WrittenMessages m_out;
    JsonWriter m_json;
    std::vector<OpenCall> m_calls;
};

QByteArrayView roleName(Role role)
{
    switch (role) {
    case Role::System:
    case Role::Developer:
        return "system";
    case Role::User:
        return "user";
    case Role::Assistant:
        return "assistant";
    case Role::Tool:
        return "tool";
    }
    return "user";
}

Result<WrittenMessages> MessagesWriter::write()
{
    m_json.beginList();
    for (const Message &message : m_request.messages) {
        if (auto written = writeMessage(message); !written)
            return written.error();
    }
    m_json.endList();
    return std::move(m_out);
}

Result<void> MessagesWriter::settle(const std::vector<RawMember> &extras)
{
    if (familyOf(m_request.source) == Family::Ollama)
        return {};
    return settleExtras(extras, m_request.source, "Ollama", m_written);
}

QByteArray MessagesWriter::nameOfCall(const Part &result) const
{
    if (!result.name.isEmpty())
        return result.name;
    const auto call = std::ranges::find(m_calls, result.id, &OpenCall::id);
    return call == m_calls.end() ? QByteArray() : call->name;
}

//! The members content, thinking and images.
Result<void> MessagesWriter::writePieces(const std::vector<Part> &parts, QByteArrayView prefix)
{
    const auto pieces = piecesOf(parts, m_request.source);
    if (!pieces)
        return pieces.error();
    m_json.member("content", prefix + pieces->text).ifGiven("thinking", pieces->thinking);
    if (pieces->images.empty())
        return {};
    m_json.key("images").beginList();
    for (const QByteArray &image : pieces->images) {
        m_json.string(image);
        m_out.imageBytes += image.size();
        ++m_out.images;
    }
    m_json.endList();
    return {};
}

Result<void> MessagesWriter::writeResult(const Part &result)
{
    m_json.beginObject().member("role", "tool").ifGiven("tool_name", nameOfCall(result));
    m_json.ifGiven("tool_call_id", plainToolId(result.id));
    const QByteArrayView prefix = result.isError ? QByteArrayView("Error: ") : QByteArrayView();
    if (auto written = writePieces(result.parts, prefix); !written)
        return written;
    m_json.endObject();
    return settle(result.extras);
}

Result<void> MessagesWriter::writeMessage(const Message &message)
{
    bool hasOther = message.parts.empty();
    bool hasCalls = false;
    for (const Part &part : message.parts) {
        if (auto settled = settle(part.extras); !settled)
            return settled;
        hasOther = hasOther || part.kind != PartKind::ToolResult;
        hasCalls = hasCalls || part.kind == PartKind::ToolCall;
        if (part.kind != PartKind::ToolResult)
            continue;
        if (auto written = writeResult(part); !written)
            return written;
    }
    if (auto settled = settle(message.extras); !settled || !hasOther || message.role == Role::Tool)
        return settled;
    m_json.beginObject().member("role", roleName(message.role));
    if (auto written = writePieces(message.parts, {}); !written)
        return written;
    if (hasCalls)
        m_json.key("tool_calls").beginList();
    for (const Part &part : message.parts) {
        if (part.kind != PartKind::ToolCall)
            continue;
        writeToolCall(plainToolId(part.id), part.name, part.arguments, m_json);
        m_calls.push_back({part.id, part.name});
    }
    if (hasCalls)
        m_json.endList();
    m_json.endObject();
    return {};
}

void appendText(QByteArray &text, const QByteArray &piece)
{
    if (!text.isEmpty() && !piece.isEmpty())
        text += '\n';
    text += piece;
}

//! Thoughts without anyone's signature are plain text that any model may read again.
bool isPlainThought(const Part &part)
{
    return part.signature.isEmpty() && part.encrypted.isEmpty() && !part.isSummary;
}

} // namespace

Result<void> readImages(JsonView images, const QByteArray &path, std::vector<Part> &parts)
{
    if (images.exists() && !images.isList())
        return wrong(path, u"must be a list of base64 texts"_s);
    for (const JsonView image : images) {
        Part part{.kind = PartKind::Image};
        part.media.data = image.string();
        if (part.media.data.isEmpty() || part.media.data.contains(':'))
            return wrong(path, u"must be a list of base64 texts without a prefix"_s);
        part.media.mimeType = imageType(part.media.data);
        parts.push_back(std::move(part));
    }
    return {};
}

Result<void> readMessages(JsonView list, Request &request)
{
    if (!list.isList())
        return wrong("messages"_ba, u"must be a list"_s);
    return MessagesReader(request).read(list);
}

Result<WrittenMessages> writeMessages(const Request &request, WrittenRequest &written)
{
    return MessagesWriter(request, written).write();
}

Result<MessagePieces> piecesOf(const std::vector<Part> &parts, Format source)
{
    MessagePieces pieces;
    for (const Part &part : parts) {
        switch (part.kind) {
        case PartKind::Text:
        case PartKind::Refusal:
            appendText(pieces.text, part.text);
            break;
        case PartKind::Reasoning:
            if (isPlainThought(part))
                appendText(pieces.thinking, part.text);
            break;
        case PartKind::Image:
            if (part.media.data.isEmpty())
                return cannotSay(source, Field::Images, "Ollama",
                                 "it fetches no images; send the image itself in a data URL.");
            pieces.images.push_back(part.media.data);
            break;
        case PartKind::File:
            if (part.text.isEmpty())
                return cannotSay(source, Field::Files, "Ollama",
                                 "it reads no files; send their text.");
            appendText(pieces.text, part.text);
            break;
        case PartKind::Audio:
            return cannotSay(source, Field::Audio, "Ollama", "it hears no audio.");
        case PartKind::ToolCall:
        case PartKind::ToolResult:
            break;
        }
    }
    return pieces;
}

} // namespace Gatehouse::Dialects::Ollama
