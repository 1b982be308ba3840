// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generaterequest.h"

#include "core/dialects/gemini/generateconfig.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generatetools.h"
#include "core/dialects/gemini/generatewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr std::array<QByteArrayView, 7> knownMembers{
    "contents",         "systemInstruction", "tools", "toolConfig",
    "generationConfig", "serviceTier",       "model"};

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::InvalidArgument, u"'%1' %2."_s.arg(path, what), path};
}

//! Reads contents, and gives calls and results without ids the same made ones.
class ContentsReader
{
public:
    explicit ContentsReader(Request &request)
        : m_request(request)
    {
    }
    Result<void> readSystem(JsonView instruction);
    Result<void> read(JsonView contents);

private:
    struct Call {
        QByteArray id;
        QByteArray name;
    };
    Result<void> readTurn(JsonView turn, const QString &path);
    Result<std::vector<Part>> readParts(JsonView parts, const QString &path);
    void nameCall(Part &call);
    void nameResult(Part &result);

    Request &m_request;
    std::vector<Call> m_open; //!< calls that no result has answered yet
    qint64 m_made = 0;
};

void ContentsReader::nameCall(Part &call)
{
    if (call.id.isEmpty())
        call.id = madeCallId({}, m_made++);
    m_open.push_back({call.id, call.name});
}

//! By its id, else the oldest open call of that name.
void ContentsReader::nameResult(Part &result)
{
    const auto call = std::ranges::find_if(m_open, [&result](const Call &open) {
        return result.id.isEmpty() ? open.name == result.name : open.id == result.id;
    });
    if (call != m_open.end()) {
        result.id = call->id;
        if (result.name.isEmpty())
            result.name = call->name;
        m_open.erase(call);
    } else if (result.id.isEmpty()) {
        result.id = madeCallId({}, m_made++);
    }
}

Result<std::vector<Part>> ContentsReader::readParts(JsonView parts, const QString &path)
{
    if (!parts.isList())
        return invalid(path, u"must be a list"_s);
    std::vector<Part> read;
    qsizetype index = 0;
    for (const JsonView part : parts) {
        const QString at = u"%1[%2]"_s.arg(path).arg(index++);
        auto piece = readPart(part);
        if (!piece)
            return invalid(at, u"holds no text, data, call or response"_s);
        if (piece->kind == PartKind::ToolCall)
            nameCall(*piece);
        else if (piece->kind == PartKind::ToolResult)
            nameResult(*piece);
        if (piece->kind == PartKind::ToolCall && piece->name.isEmpty())
            return invalid(at + u".functionCall.name"_s, u"is missing"_s);
        read.push_back(std::move(*piece));
    }
    return read;
}

Result<void> ContentsReader::readSystem(JsonView instruction)
{
    if (!instruction.exists())
        return {};
    Message system{.role = Role::System};
    if (instruction.isString()) {
        system.parts.push_back({.text = instruction.string()});
    } else {
        auto parts = readParts(instruction["parts"], u"systemInstruction.parts"_s);
        if (!parts)
            return parts.error();
        system.parts = std::move(*parts);
    }
    m_request.messages.push_back(std::move(system));
    return {};
}

Result<void> ContentsReader::readTurn(JsonView turn, const QString &path)
{
    const QByteArray role = turn["role"].string();
    if (!role.isEmpty() && role != "user" && role != "model" && role != "function")
        return invalid(path + u".role"_s, u"must be 'user' or 'model'"_s);
    auto parts = readParts(turn["parts"], path + u".parts"_s);
    if (!parts)
        return parts.error();
    Message results{.role = Role::Tool};
    Message rest{.role = role == "model" ? Role::Assistant : Role::User};
    for (Part &part : *parts) {
        const bool isResult = part.kind == PartKind::ToolResult;
        (isResult ? results : rest).parts.push_back(std::move(part));
    }
    if (!results.parts.empty())
        m_request.messages.push_back(std::move(results));
    if (!rest.parts.empty() || parts->empty())
        m_request.messages.push_back(std::move(rest));
    return {};
}

Result<void> ContentsReader::read(JsonView contents)
{
    if (!contents.isList() || contents.isEmpty())
        return invalid(u"contents"_s, u"must be a list with at least one turn"_s);
    qsizetype index = 0;
    for (const JsonView turn : contents) {
        const QString path = u"contents[%1]"_s.arg(index++);
        if (!turn.isObject())
            return invalid(path, u"must be an object"_s);
        if (const auto read = readTurn(turn, path); !read)
            return read;
    }
    return {};
}

void readExtras(JsonView body, Request &request)
{
    body.forEachMember([&request](const QByteArray &key, JsonView value) {
        const QByteArray name = camelCase(key);
        const bool isKnown =
            std::ranges::find(knownMembers, QByteArrayView(name)) != knownMembers.end();
        if (!isKnown && value.exists())
            request.extras.push_back({name, value.rawCopy()});
    });
}

} // namespace

Result<Request> readRequest(JsonView body)
{
    Request request;
    request.source = Format::GeminiGenerate;
    request.model = modelName(body["model"].string());
    request.serviceTier = either(body, "serviceTier").string().toLower();
    ContentsReader reader(request);
    for (const auto &read :
         {reader.readSystem(either(body, "systemInstruction")), reader.read(body["contents"]),
          readTools(body["tools"], request), readToolConfig(either(body, "toolConfig"), request),
          readConfig(either(body, "generationConfig"), request)}) {
        if (!read)
            return read.error();
    }
    readExtras(body, request);
    return request;
}

Result<Request> readCountRequest(JsonView body)
{
    const JsonView whole = either(body, "generateContentRequest");
    if (whole.exists() && !whole.isObject())
        return invalid(u"generateContentRequest"_s, u"must be an object"_s);
    auto request = readRequest(whole.exists() ? whole : body);
    if (request)
        request->source = Format::GeminiCountTokens;
    return request;
}

Result<qint64> readCountReply(JsonView body)
{
    const auto tokens = body["totalTokens"].integer();
    if (!tokens || *tokens < 0)
        return Error{ErrorCode::Corrupt, u"the answer has no 'totalTokens'"_s, {}};
    return *tokens;
}

QByteArray writeCountReply(qint64 tokens)
{
    return "{\"totalTokens\":"_ba + QByteArray::number(tokens) + '}';
}

} // namespace Gatehouse::Dialects::Gemini
