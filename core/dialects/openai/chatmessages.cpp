// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatrequest.h"
#include "core/dialects/openai/chatwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

//! Reads the messages one after the other; remembers the names of calls for their results.
class MessageReader
{
public:
    MessageReader(RequestFields &fields, Request &request)
        : m_fields(fields)
        , m_request(request)
    {
    }

    void read(JsonView view);

private:
    QByteArray under(QByteArrayView key) const { return m_path + '.' + key; }
    QByteArray elementPath(QByteArrayView key, int index) const
    {
        return under(key) + '[' + QByteArray::number(index) + ']';
    }
    Role role(JsonView view);
    void readContent(JsonView content, std::vector<Part> &parts);
    Part part(JsonView view, const QByteArray &path);
    void readThoughts(JsonView view, Message &message);
    void readCalls(JsonView calls, Message &message);
    void readResult(JsonView view, Message &message);
    void readExtras(JsonView view, Message &message);

    RequestFields &m_fields;
    Request &m_request;
    QByteArray m_path;                                      //!< "messages[2]"
    std::vector<std::pair<QByteArray, QByteArray>> m_calls; //!< id and name
};

struct RoleWord {
    QByteArrayView word;
    Role role;
};
constexpr std::array roleWords{
    RoleWord{"user", Role::User},           RoleWord{"assistant", Role::Assistant},
    RoleWord{"tool", Role::Tool},           RoleWord{"system", Role::System},
    RoleWord{"developer", Role::Developer},
};

constexpr std::array<QByteArrayView, 9> knownMembers{
    "role",         "content",           "name",      "refusal",      "tool_calls",
    "tool_call_id", "reasoning_content", "reasoning", "cache_control"};

Role MessageReader::role(JsonView view)
{
    const QByteArray word = view["role"].string();
    const auto found = std::ranges::find(roleWords, word, &RoleWord::word);
    if (found != roleWords.end())
        return found->role;
    m_fields.fail(under("role"),
                  u"'%1' must be system, developer, user, assistant or tool"_s.arg(
                      QString::fromUtf8(under("role"))));
    return Role::User;
}

//! A part's media; false when the type is none that is known here.
bool readMedia(JsonView view, QByteArrayView type, Part &part)
{
    const JsonView value = view[type];
    if (type == "image_url") {
        part.kind = PartKind::Image;
        part.media = mediaOfUrl(value.isString() ? value.string() : value["url"].string());
        part.media.detail = value["detail"].string();
    } else if (type == "input_audio") {
        part.kind = PartKind::Audio;
        part.media.mimeType = audioType(value["format"].string());
        part.media.data = value["data"].string();
    } else if (type == "file") {
        part.kind = PartKind::File;
        part.media = mediaOfUrl(value["file_data"].string());
        part.media.fileId = value["file_id"].string();
        part.media.name = value["filename"].string();
    } else if (type == "document_url" && value.isString()) { // Mistral
        part.kind = PartKind::File;
        part.media = mediaOfUrl(value.string());
        part.media.name = view["document_name"].string();
    } else {
        return false;
    }
    return true;
}

bool isEmptyMedia(const Media &media)
{
    return media.data.isEmpty() && media.url.isEmpty() && media.fileId.isEmpty();
}

Part MessageReader::part(JsonView view, const QByteArray &path)
{
    const QByteArray type = view["type"].string();
    Part part;
    part.cacheControl = view["cache_control"].rawCopy();
    if (type == "text" || type == "refusal") {
        part.kind = type == "text" ? PartKind::Text : PartKind::Refusal;
        part.text = m_fields.string(view[type], QByteArray(path + '.' + type));
    } else if (type == "thinking") { // Mistral
        part.kind = PartKind::Reasoning;
        for (const JsonView piece : view["thinking"])
            part.text += piece["text"].string();
    } else if (type.isEmpty()) {
        m_fields.fail(path + ".type", u"A content part needs a type, as \"text\""_s);
    } else if (!readMedia(view, type, part)) {
        part.extras.push_back({path, view.rawCopy()});
    } else if (isEmptyMedia(part.media)) {
        m_fields.fail(
            path + '.' + type,
            u"'%1' holds neither data nor a reference"_s.arg(QString::fromUtf8(path + '.' + type)));
    }
    return part;
}

void MessageReader::readContent(JsonView content, std::vector<Part> &parts)
{
    if (content.isString()) {
        parts.push_back({.text = content.string()});
        return;
    }
    if (content.exists() && !content.isList())
        m_fields.fail(
            under("content"),
            u"'%1' must be a string or a list of parts"_s.arg(QString::fromUtf8(under("content"))));
    int index = 0;
    for (const JsonView element : content) {
        const QByteArray path = elementPath("content", index++);
        parts.push_back(part(element, path));
    }
}

void MessageReader::readThoughts(JsonView view, Message &message)
{
    QByteArray text = view["reasoning_content"].string();
    if (text.isEmpty())
        text = view["reasoning"].string();
    if (!text.isEmpty())
        message.parts.push_back({.kind = PartKind::Reasoning, .text = text});
}

void MessageReader::readCalls(JsonView calls, Message &message)
{
    int index = 0;
    for (const JsonView call : calls) {
        const QByteArray path = elementPath("tool_calls", index++);
        const JsonView function = call["function"];
        Part part{.kind = PartKind::ToolCall,
                  .id = m_fields.string(call["id"], QByteArray(path + ".id")),
                  .name = function["name"].string(),
                  .arguments = argumentsObject(argumentsText(function["arguments"])),
                  .signature = call["extra_content"]["google"]["thought_signature"].string()};
        if (!part.signature.isEmpty())
            part.signedBy = Family::Gemini;
        if (!function.isObject())
            part.extras.push_back({path, call.rawCopy()});
        else if (part.name.isEmpty())
            m_fields.fail(path + ".function.name", u"A tool call needs the function's name"_s);
        m_calls.emplace_back(part.id, part.name);
        message.parts.push_back(std::move(part));
    }
}

void MessageReader::readResult(JsonView view, Message &message)
{
    Part result{.kind = PartKind::ToolResult,
                .id = m_fields.string(view["tool_call_id"], under("tool_call_id")),
                .name = view["name"].string()};
    if (result.id.isEmpty())
        m_fields.fail(under("tool_call_id"), u"A tool message needs the id of its call"_s);
    const auto call =
        std::ranges::find(m_calls, result.id, [](const auto &known) { return known.first; });
    if (result.name.isEmpty() && call != m_calls.end())
        result.name = call->second;
    result.cacheControl = view["cache_control"].rawCopy();
    readContent(view["content"], result.parts);
    message.parts.push_back(std::move(result));
}

void MessageReader::readExtras(JsonView view, Message &message)
{
    view.forEachMember([&](const QByteArray &key, JsonView value) {
        if (value.exists() && std::ranges::find(knownMembers, key) == knownMembers.end())
            message.extras.push_back({under(key), value.rawCopy()});
    });
}

void MessageReader::read(JsonView view)
{
    m_path = "messages[" + QByteArray::number(m_request.messages.size()) + ']';
    Message message{.role = role(view)};
    if (message.role == Role::Tool) {
        readResult(view, message);
    } else {
        message.name = m_fields.string(view["name"], under("name"));
        if (message.role != Role::Assistant && !view["content"].exists())
            m_fields.fail(under("content"), u"A message needs content"_s);
        readThoughts(view, message);
        readContent(view["content"], message.parts);
        if (const JsonView refusal = view["refusal"]; refusal.exists())
            message.parts.push_back(
                {.kind = PartKind::Refusal, .text = m_fields.string(refusal, under("refusal"))});
        readCalls(view["tool_calls"], message);
    }
    readExtras(view, message);
    m_request.messages.push_back(std::move(message));
}

} // namespace

void readChatMessages(JsonView messages, RequestFields &fields, Request &request)
{
    if (messages.isEmpty())
        fields.fail("messages", u"'messages' must hold at least one message"_s);
    MessageReader reader(fields, request);
    for (const JsonView message : messages)
        reader.read(message);
}

} // namespace Gatehouse::Dialects::OpenAi
