// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/fields.h"
#include "core/dialects/gemini/generateconfig.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generaterequest.h"
#include "core/dialects/gemini/generatetools.h"
#include "core/dialects/gemini/generatewords.h"
#include "core/dialects/toolids.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

//! What Google takes for a call that another model made (ai.google.dev, "Thought signatures").
constexpr QByteArrayView sentinel = "skip_thought_signature_validator";

//! First bytes in base64 of what comes without a mime type.
struct MediaStart {
    QByteArrayView start;
    QByteArrayView mimeType;
};
constexpr std::array mediaStarts{
    MediaStart{"iVBOR", "image/png"},      MediaStart{"/9j/", "image/jpeg"},
    MediaStart{"R0lG", "image/gif"},       MediaStart{"UklGR", "image/webp"},
    MediaStart{"JVBE", "application/pdf"},
};

QByteArray mimeTypeOf(const Media &media)
{
    if (!media.mimeType.isEmpty() || media.data.isEmpty())
        return media.mimeType;
    for (const MediaStart &known : mediaStarts) {
        if (media.data.startsWith(known.start))
            return known.mimeType.toByteArray();
    }
    return "application/octet-stream"_ba;
}

bool isMedia(const Part &part)
{
    return part.kind == PartKind::Image || part.kind == PartKind::Audio
        || part.kind == PartKind::File;
}

//! The text tells what the part's own member says: code that Google ran, or what came out.
bool isExecution(const Part &part)
{
    return std::ranges::any_of(part.extras, [](const RawMember &extra) {
        return extra.name == "executableCode" || extra.name == "codeExecutionResult";
    });
}

//! One element of contents.
struct Turn {
    bool isModel = false;
    bool isOfResults = false;
    struct Piece {
        qsizetype order = 0; //!< of a result: that of its call
        QByteArray json;
    };
    std::vector<Piece> pieces = {};
};

//! Turns messages into contents. Neighbours of one role become one turn; results of calls are a
//! turn of their own, because Google counts them against the calls before.
class ContentsWriter
{
public:
    ContentsWriter(const Request &request, const WriteOptions &options, WrittenRequest &written)
        : m_request(request)
        , m_options(options)
        , m_written(written)
        , m_policy(modelPolicy(options.model))
    {
    }
    Result<void> read();
    void write(JsonWriter &json);

private:
    struct Call {
        QByteArray name;
        qsizetype order = 0;
    };
    Result<void> addSystem(const Message &message);
    Result<void> addMessage(const Message &message);
    Result<void> addPart(const Part &part, Turn &turn);
    Result<void> addMedia(const Part &part, Turn &turn);
    Result<void> addResult(const Part &result);
    void addText(QByteArrayView text, const Part &part, bool isThought, Turn &turn);
    void addCall(const Part &call, Turn &turn);
    Result<Media> mediaOf(const Part &part) const;
    Result<void> settle(const std::vector<RawMember> &extras);
    QByteArray extrasText(const Part &part) const;
    Turn &turn(bool isModel, bool isOfResults);
    bool isGoogles() const { return familyOf(m_request.source) == Family::Gemini; }
    Error refuse(Field field, QByteArrayView why) const
    {
        return cannotSay(m_request.source, field, m_options.quirks.title, why);
    }

    const Request &m_request;
    const WriteOptions &m_options;
    WrittenRequest &m_written;
    const ModelPolicy m_policy;
    QByteArray m_system; //!< elements of systemInstruction.parts
    std::vector<Turn> m_turns;
    QHash<QByteArray, Call> m_calls;
};

Turn &ContentsWriter::turn(bool isModel, bool isOfResults)
{
    if (m_turns.empty() || m_turns.back().isModel != isModel
        || m_turns.back().isOfResults != isOfResults)
        m_turns.push_back({.isModel = isModel, .isOfResults = isOfResults});
    return m_turns.back();
}

Result<void> ContentsWriter::settle(const std::vector<RawMember> &extras)
{
    return isGoogles() ? Result<void>()
                       : settleExtras(extras, m_request.source, m_options.quirks.title, m_written);
}

//! Members of a part that its client's format and Google's share.
QByteArray ContentsWriter::extrasText(const Part &part) const
{
    QByteArray text;
    for (const RawMember &extra : part.extras) {
        if (isGoogles())
            text += ",\"" + extra.name + "\":" + extra.value;
    }
    return text;
}

Result<void> ContentsWriter::addSystem(const Message &message)
{
    for (const Part &part : message.parts) {
        if (part.kind != PartKind::Text)
            return refuse(Field::Images, "its system instruction is text only.");
        if (part.text.isEmpty())
            continue;
        if (!m_system.isEmpty())
            m_system += ',';
        JsonWriter json(m_system);
        writeText(json, part.text, false, {});
    }
    return {};
}

void ContentsWriter::addText(QByteArrayView text, const Part &part, bool isThought, Turn &turn)
{
    const QByteArray signature = part.signedBy == Family::Gemini ? part.signature : QByteArray();
    if (text.isEmpty() && signature.isEmpty())
        return;
    QByteArray piece;
    JsonWriter json(piece);
    writeText(json, text, isThought, signature);
    piece.insert(piece.size() - 1, extrasText(part));
    turn.pieces.push_back({0, piece});
}

//! The first call of a step needs its proof from the 3.x line on.
void ContentsWriter::addCall(const Part &call, Turn &turn)
{
    const ToolId id = unpackToolId(call.id);
    const bool isFirst = std::ranges::none_of(turn.pieces, [](const Turn::Piece &piece) {
        return piece.json.startsWith("{\"functionCall\"");
    });
    QByteArray signature = call.signedBy == Family::Gemini ? call.signature : QByteArray();
    if (signature.isEmpty())
        signature = id.signature;
    if (signature.isEmpty() && isFirst && m_policy.needsThoughtSignature)
        signature = sentinel.toByteArray();
    QByteArray piece;
    JsonWriter json(piece);
    writeCall(json, call, isMadeCallId(id.id) ? QByteArrayView() : QByteArrayView(id.id),
              signature);
    m_calls.insert(id.id, {call.name, m_calls.size()});
    turn.pieces.push_back({0, piece});
}

Result<Media> ContentsWriter::mediaOf(const Part &part) const
{
    const Field field = part.kind == PartKind::Image ? Field::Images
        : part.kind == PartKind::Audio               ? Field::Audio
                                                     : Field::Files;
    Media media = part.media;
    media.mimeType = mimeTypeOf(media);
    const QByteArray &uri = media.url.isEmpty() ? media.fileId : media.url;
    if (media.data.isEmpty() && uri.isEmpty())
        return refuse(field, "a part of a message holds no data.");
    if (media.data.isEmpty() && !isGooglesUri(uri) && !(isGoogles() && !media.fileId.isEmpty()))
        return refuse(field,
                      "it cannot fetch files of other servers or providers. Send the bytes.");
    return media;
}

Result<void> ContentsWriter::addMedia(const Part &part, Turn &turn)
{
    if (part.kind == PartKind::File && part.media.data.isEmpty() && !part.text.isEmpty()) {
        addText(part.text, {}, false, turn);
        return {};
    }
    const auto media = mediaOf(part);
    if (!media)
        return media.error();
    QByteArray piece;
    JsonWriter json(piece);
    json.beginObject();
    writeMedia(json, *media);
    turn.pieces.push_back({0, piece + extrasText(part) + '}'});
    return {};
}

//! A result's text as the object that a response must be.
void writeResponse(JsonWriter &json, const QByteArray &text, bool isError)
{
    const JsonView value = JsonView::parse(text);
    if (value.isObject() && !isError) {
        json.raw(value.raw());
        return;
    }
    json.beginObject().key(isError ? "error" : "result");
    if (value.isObject())
        json.raw(value.raw());
    else
        json.string(text);
    json.endObject();
}

Result<void> ContentsWriter::addResult(const Part &result)
{
    const QByteArray id = plainToolId(result.id);
    const auto call = m_calls.constFind(id);
    const QByteArray name = call != m_calls.cend() ? call->name : result.name;
    if (name.isEmpty())
        return refuse(Field::Images, "a tool's result answers a call that was not made before.");
    QByteArray text;
    QByteArray attached;
    Turn apart; // models before the 3.x line take media beside the results only
    for (const Part &part : result.parts) {
        if (!isMedia(part)) {
            text += part.text;
        } else if (const auto added = addMedia(part, apart); !added) {
            return added;
        }
    }
    if (m_policy.needsThoughtSignature) {
        for (const Turn::Piece &piece : std::exchange(apart.pieces, {}))
            attached += (attached.isEmpty() ? ""_ba : ","_ba) + piece.json;
    }
    QByteArray piece;
    JsonWriter json(piece);
    json.beginObject().key("functionResponse").beginObject();
    json.ifGiven("id", isMadeCallId(id) ? QByteArray() : id).member("name", name).key("response");
    writeResponse(json, text, result.isError);
    if (!attached.isEmpty())
        json.key("parts").beginList().raw(attached).endList();
    json.endObject().endObject();
    const qsizetype order = call != m_calls.cend() ? call->order : m_calls.size();
    turn(false, true).pieces.push_back({order, piece});
    for (Turn::Piece &media : apart.pieces)
        turn(false, true).pieces.push_back({std::numeric_limits<qsizetype>::max(), media.json});
    return {};
}

Result<void> ContentsWriter::addPart(const Part &part, Turn &turn)
{
    if (const auto settled = settle(part.extras); !settled)
        return settled;
    switch (part.kind) {
    case PartKind::Text:
        if (isGoogles() && isExecution(part))
            turn.pieces.push_back({0, '{' + extrasText(part).mid(1) + '}'});
        else
            addText(part.text, part, false, turn);
        return {};
    case PartKind::Refusal:
        addText(part.text, part, false, turn);
        return {};
    case PartKind::Reasoning: // thoughts of other families mean nothing to it
        if (part.signedBy == Family::Gemini)
            addText(part.text, part, true, turn);
        return {};
    case PartKind::ToolCall:
        addCall(part, turn);
        return {};
    case PartKind::ToolResult:
        return addResult(part);
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        return addMedia(part, turn);
    }
    return {};
}

Result<void> ContentsWriter::addMessage(const Message &message)
{
    if (const auto settled = settle(message.extras); !settled)
        return settled;
    if (!message.name.isEmpty())
        m_written.dropped.push_back("messages.name");
    if (message.role == Role::System || message.role == Role::Developer)
        return addSystem(message);
    for (const Part &part : message.parts) {
        if (part.kind == PartKind::ToolResult) {
            if (const auto added = addResult(part); !added)
                return added;
            continue;
        }
        if (const auto added = addPart(part, turn(message.role == Role::Assistant, false)); !added)
            return added;
    }
    return {};
}

Result<void> ContentsWriter::read()
{
    for (const Message &message : m_request.messages) {
        if (const auto added = addMessage(message); !added)
            return added;
    }
    std::erase_if(m_turns, [](const Turn &turn) { return turn.pieces.empty(); });
    for (Turn &turn : m_turns)
        std::ranges::stable_sort(turn.pieces, {}, &Turn::Piece::order);
    if (m_turns.empty()) { // an instruction alone is refused
        const QByteArray text = m_system.isEmpty() ? R"({"text":""})"_ba : m_system;
        m_turns.push_back({.pieces = {{0, text}}});
        m_system.clear();
    }
    return {};
}

void ContentsWriter::write(JsonWriter &json)
{
    if (!m_system.isEmpty()) {
        json.key("systemInstruction").beginObject().key("parts").beginList().raw(m_system);
        json.endList().endObject();
    }
    json.key("contents").beginList();
    for (const Turn &turn : m_turns) {
        json.beginObject().member("role", turn.isModel ? "model" : "user").key("parts").beginList();
        for (const Turn::Piece &piece : turn.pieces)
            json.raw(piece.json);
        json.endList().endObject();
    }
    json.endList();
}

//! "default" and "auto" are Google's "standard"; what it does not know is left out.
void writeServiceTier(JsonWriter &json, const Request &request, WrittenRequest &written)
{
    const QByteArray &tier = request.serviceTier;
    const bool isGoogles = familyOf(request.source) == Family::Gemini;
    if (isGoogles || tier == "flex" || tier == "priority")
        json.ifGiven("serviceTier", tier);
    else if (!tier.isEmpty() && tier != "auto" && tier != "default")
        written.dropped.push_back(fieldName(request.source, Field::ServiceTier).toByteArray());
}

void dropBookkeeping(const Request &request, WrittenRequest &written)
{
    const auto drop = [&](bool isGiven, Field field) {
        if (isGiven)
            written.dropped.push_back(fieldName(request.source, field).toByteArray());
    };
    drop(!request.user.isEmpty(), Field::User);
    drop(!request.metadata.isEmpty(), Field::Metadata);
    drop(!request.promptCacheKey.isEmpty(), Field::PromptCacheKey);
}

//! Extras of Google's own words that stand at the top.
Result<void> writeExtras(JsonWriter &json, const Request &request, const WriteOptions &options,
                         WrittenRequest &written)
{
    if (familyOf(request.source) != Family::Gemini)
        return settleExtras(request.extras, request.source, options.quirks.title, written);
    for (const RawMember &extra : request.extras) {
        if (!extra.name.contains('.'))
            json.rawMember(extra.name, extra.value);
    }
    return {};
}

//! The members of a generateContent body, without its braces.
Result<void> writeMembers(JsonWriter &json, const Request &request, const WriteOptions &options,
                          WrittenRequest &written)
{
    ContentsWriter contents(request, options, written);
    if (const auto read = contents.read(); !read)
        return read;
    contents.write(json);
    if (const auto tools = writeTools(json, request, options, written); !tools)
        return tools;
    if (const auto config = writeConfig(json, request, options); !config)
        return config;
    writeServiceTier(json, request, written);
    dropBookkeeping(request, written);
    return writeExtras(json, request, options, written);
}

} // namespace

Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options)
{
    WrittenRequest written;
    JsonWriter json(written.body);
    json.beginObject();
    if (const auto members = writeMembers(json, request, options, written); !members)
        return members.error();
    json.endObject();
    return written;
}

Result<WrittenRequest> writeCountRequest(const Request &request, const WriteOptions &options)
{
    // Vertex AI counts the body as it is; the Gemini API wants all but contents wrapped.
    const bool isWrapped = options.quirks.authentication != Authentication::GoogleAccount;
    WrittenRequest written;
    JsonWriter json(written.body);
    json.beginObject();
    if (isWrapped) {
        json.key("generateContentRequest").beginObject();
        json.member("model", "models/" + modelName(options.model.toByteArray()));
    }
    if (const auto members = writeMembers(json, request, options, written); !members)
        return members.error();
    if (isWrapped)
        json.endObject();
    json.endObject();
    return written;
}

} // namespace Gatehouse::Dialects::Gemini
