// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversemessages.h"

#include "core/dialects/bedrock/conversemedia.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView upstream("Amazon Bedrock");
constexpr qsizetype longestToolId = 64;

//! A turn as Bedrock wants it: one role, what it says in order.
struct Turn {
    bool isAssistant = false;
    std::vector<const Part *> parts;
};

bool isSystem(Role role)
{
    return role == Role::System || role == Role::Developer;
}

//! Claude's signatures hold wherever Claude runs (platform.claude.com, "Extended thinking").
bool isOwnThought(const Part &part, BedrockMaker maker)
{
    const bool isOwn = part.signedBy == Family::Bedrock
        || (part.signedBy == Family::Anthropic && maker == BedrockMaker::Anthropic);
    return isOwn && (!part.signature.isEmpty() || !part.encrypted.isEmpty());
}

//! What remains of a message: no blank text, no thoughts of others.
bool isSaid(const Part &part, BedrockMaker maker)
{
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        return !part.text.trimmed().isEmpty();
    case PartKind::Reasoning:
        return isOwnThought(part, maker);
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
    case PartKind::ToolCall:
    case PartKind::ToolResult:
        return true;
    }
    return true;
}

std::vector<Turn> turnsOf(const Request &request, BedrockMaker maker)
{
    std::vector<Turn> turns;
    for (const Message &message : request.messages) {
        if (isSystem(message.role))
            continue;
        const bool isAssistant = message.role == Role::Assistant;
        for (const Part &part : message.parts) {
            if (!isSaid(part, maker))
                continue;
            if (turns.empty() || turns.back().isAssistant != isAssistant)
                turns.push_back({isAssistant, {}});
            turns.back().parts.push_back(&part);
        }
    }
    for (Turn &turn : turns) {
        if (!turn.isAssistant) // answers to calls come before anything else that the user says
            std::stable_partition(turn.parts.begin(), turn.parts.end(), [](const Part *part) {
                return part->kind == PartKind::ToolResult;
            });
    }
    return turns;
}

//! Bedrock's ids have letters, digits, '_' and '-', at most 64.
QByteArray toolUseId(QByteArrayView id)
{
    QByteArray plain = plainToolId(id);
    for (char &c : plain) {
        const bool isAllowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '_' || c == '-';
        c = isAllowed ? c : '_';
    }
    if (plain.size() <= longestToolId)
        return plain;
    return QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
}

class MessageWriter
{
public:
    MessageWriter(const Request &request, BedrockMaker maker, JsonWriter &json)
        : m_source(request.source)
        , m_maker(maker)
        , m_json(json)
    {
    }

    Result<void> turn(const Turn &turn);
    Result<void> system(const Request &request);
    bool hasDroppedCache() const { return m_hasDroppedCache; }

private:
    Result<void> block(const Part &part);
    void text(const QByteArray &text) { m_json.beginObject().member("text", text).endObject(); }
    void reasoning(const Part &part);
    void toolCall(const Part &part);
    Result<void> toolResult(const Part &part);
    void cachePoint(const Part &part);
    //! Amazon's and Anthropic's models know the status of a result; others read it in its text.
    bool takesStatus() const
    {
        return m_maker == BedrockMaker::Anthropic || m_maker == BedrockMaker::Amazon;
    }

    Format m_source;
    BedrockMaker m_maker;
    JsonWriter &m_json;
    DocumentNames m_names;
    bool m_hasDroppedCache = false;
};

Result<void> MessageWriter::turn(const Turn &turn)
{
    m_json.beginObject().member("role", turn.isAssistant ? "assistant" : "user");
    m_json.key("content").beginList();
    for (const Part *const part : turn.parts) {
        if (Result<void> done = block(*part); !done)
            return done;
        cachePoint(*part);
    }
    m_json.endList().endObject();
    return {};
}

Result<void> MessageWriter::system(const Request &request)
{
    for (const Message &message : request.messages) {
        if (!isSystem(message.role))
            continue;
        for (const Part &part : message.parts) {
            if (part.kind != PartKind::Text)
                return cannotSay(m_source, Field::Files, upstream,
                                 "its system messages take text only.");
            if (part.text.trimmed().isEmpty())
                continue;
            text(part.text);
            cachePoint(part);
        }
    }
    return {};
}

Result<void> MessageWriter::block(const Part &part)
{
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        text(part.text);
        return {};
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        return writeConverseMedia(part, m_source, m_names, m_json);
    case PartKind::Reasoning:
        reasoning(part);
        return {};
    case PartKind::ToolCall:
        toolCall(part);
        return {};
    case PartKind::ToolResult:
        return toolResult(part);
    }
    return {};
}

void MessageWriter::reasoning(const Part &part)
{
    m_json.beginObject().key("reasoningContent").beginObject();
    if (part.signature.isEmpty()) {
        m_json.member("redactedContent", part.encrypted);
    } else {
        m_json.key("reasoningText").beginObject().member("text", part.text);
        m_json.member("signature", part.signature).endObject();
    }
    m_json.endObject().endObject();
}

void MessageWriter::toolCall(const Part &part)
{
    m_json.beginObject().key("toolUse").beginObject();
    m_json.member("toolUseId", toolUseId(part.id)).member("name", part.name);
    m_json.rawMember("input", part.arguments.isEmpty() ? "{}"_ba : part.arguments);
    m_json.endObject().endObject();
}

Result<void> MessageWriter::toolResult(const Part &part)
{
    m_json.beginObject().key("toolResult").beginObject();
    m_json.member("toolUseId", toolUseId(part.id)).key("content").beginList();
    bool isEmpty = true;
    if (part.isError && !takesStatus()) {
        text("Error:"_ba);
        isEmpty = false;
    }
    for (const Part &inner : part.parts) {
        if (!isSaid(inner, m_maker))
            continue;
        if (Result<void> done = block(inner); !done)
            return done;
        isEmpty = false;
    }
    if (isEmpty)
        text("(empty)"_ba); // blank texts are refused
    m_json.endList();
    if (part.isError && takesStatus())
        m_json.member("status", "error");
    m_json.endObject().endObject();
    return {};
}

void MessageWriter::cachePoint(const Part &part)
{
    if (part.cacheControl.isEmpty())
        return;
    if (takesCachePoints(m_maker))
        writeCachePoint(part.cacheControl, m_json);
    else
        m_hasDroppedCache = true;
}

Error noFirstQuestion(Format source)
{
    const QString path = QString::fromLatin1(fieldName(source, Field::Images));
    return {ErrorCode::InvalidArgument,
            u"'%1' must begin with a message of the user for Amazon Bedrock."_s.arg(path), path};
}

Result<void> settleMessageExtras(const Request &request, WrittenRequest &written)
{
    for (const Message &message : request.messages) {
        if (!message.name.isEmpty())
            written.dropped.push_back("messages.name"_ba);
        if (auto settled = settleExtras(message.extras, request.source, upstream, written);
            !settled)
            return settled;
        for (const Part &part : message.parts) {
            if (auto settled = settleExtras(part.extras, request.source, upstream, written);
                !settled)
                return settled;
        }
    }
    return {};
}

} // namespace

Result<void> writeConverseMessages(const Request &request, BedrockMaker maker, JsonWriter &json,
                                   WrittenRequest &written)
{
    if (Result<void> settled = settleMessageExtras(request, written); !settled)
        return settled;
    const std::vector<Turn> turns = turnsOf(request, maker);
    if (turns.empty() || turns.front().isAssistant)
        return noFirstQuestion(request.source);
    MessageWriter writer(request, maker, json);
    json.key("messages").beginList();
    for (const Turn &turn : turns) {
        if (Result<void> done = writer.turn(turn); !done)
            return done;
    }
    json.endList().key("system").beginList();
    if (Result<void> done = writer.system(request); !done)
        return done;
    if (request.output.kind == OutputFormat::Kind::JsonObject) // it has no word for this
        json.beginObject()
            .member("text", "Answer with one JSON object and nothing else.")
            .endObject();
    json.endList();
    if (writer.hasDroppedCache())
        written.dropped.push_back("cache_control"_ba);
    return {};
}

std::vector<QByteArray> toolsOfHistory(const Request &request)
{
    std::vector<QByteArray> names;
    for (const Message &message : request.messages) {
        for (const Part &part : message.parts) {
            if (part.kind == PartKind::ToolCall
                && std::ranges::find(names, part.name) == names.end())
                names.push_back(part.name);
        }
    }
    return names;
}

bool hasToolBlocks(const Request &request)
{
    return std::ranges::any_of(request.messages, [](const Message &message) {
        return std::ranges::any_of(message.parts, [](const Part &part) {
            return part.kind == PartKind::ToolCall || part.kind == PartKind::ToolResult;
        });
    });
}

bool takesCachePoints(BedrockMaker maker)
{
    return maker == BedrockMaker::Anthropic || maker == BedrockMaker::Amazon;
}

void writeCachePoint(const RawJson &control, JsonWriter &json)
{
    const JsonView view = JsonView::trusted(control);
    json.beginObject().key("cachePoint").beginObject().member("type", "default");
    json.ifGiven("ttl", view["ttl"].string());
    json.endObject().endObject();
}

} // namespace Gatehouse::Dialects
