// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generateparts.h"

#include "core/dialects/gemini/generatewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

struct FamilyName {
    QByteArrayView name;
    Family family;
};
constexpr std::array familyNames{
    FamilyName{"openai", Family::OpenAi},   FamilyName{"anthropic", Family::Anthropic},
    FamilyName{"gemini", Family::Gemini},   FamilyName{"ollama", Family::Ollama},
    FamilyName{"bedrock", Family::Bedrock}, FamilyName{"cohere", Family::Cohere},
};

//! Members of a part that mean something to Google only.
constexpr std::array<QByteArrayView, 3> extraMembers{"videoMetadata", "mediaResolution",
                                                     "partMetadata"};

//! Length of {"text":"","partMetadata":{}}, the shortest part with text and something else to keep.
constexpr qsizetype shortest = 28;

constexpr QByteArrayView foreignMark = "gatehouse.";

QByteArray decoded(QByteArray text)
{
    text.replace('-', '+').replace('_', '/'); // Python's client answers in the URL-safe alphabet
    const auto bytes = QByteArray::fromBase64Encoding(text);
    return bytes ? bytes.decoded : QByteArray();
}

Part readMedia(JsonView inlineData, JsonView fileData)
{
    Part part;
    Media &media = part.media;
    const JsonView source = inlineData.isObject() ? inlineData : fileData;
    media.mimeType = either(source, "mimeType").string();
    media.name = either(source, "displayName").string();
    media.data = source["data"].string();
    const QByteArray uri = either(source, "fileUri").string();
    const bool isKept = uri.startsWith("files/") || uri.contains("generativelanguage.googleapis");
    (isKept ? media.fileId : media.url) = uri;
    part.kind = mediaKind(media.mimeType);
    return part;
}

Part readCall(JsonView call)
{
    Part part{.kind = PartKind::ToolCall};
    part.id = call["id"].string();
    part.name = call["name"].string();
    part.arguments = call["args"].isObject() ? call["args"].rawCopy() : "{}"_ba;
    return part;
}

//! {"result":"text"} and {"error":…} are what writers make of a text.
Part readResult(JsonView result)
{
    Part part{.kind = PartKind::ToolResult};
    part.id = result["id"].string();
    part.name = result["name"].string();
    const JsonView response = result["response"];
    const bool hasOne = response.size() == 1;
    part.isError = hasOne && response["error"].exists();
    const JsonView said = part.isError            ? response["error"]
        : hasOne && response["result"].isString() ? response["result"]
                                                  : response;
    part.parts.push_back({.text = said.isString() ? said.string() : said.rawCopy()});
    for (const JsonView attached : result["parts"]) {
        if (auto media = readPart(attached))
            part.parts.push_back(std::move(*media));
    }
    return part;
}

//! Code the model ran, and what came out, as other formats can show them.
std::optional<Part> readExecution(JsonView part)
{
    const JsonView code = either(part, "executableCode");
    const JsonView outcome = either(part, "codeExecutionResult");
    if (!code.isObject() && !outcome.isObject())
        return {};
    const JsonView words = code.isObject() ? code["code"] : outcome["output"];
    const QByteArray language = code.isObject() ? code["language"].string().toLower() : ""_ba;
    Part text{.text = "\n```"_ba + language + '\n' + words.string() + "\n```\n"};
    text.extras.push_back({code.isObject() ? "executableCode"_ba : "codeExecutionResult"_ba,
                           (code.isObject() ? code : outcome).rawCopy()});
    return text;
}

std::optional<Part> readContent(JsonView part)
{
    const JsonView text = part["text"];
    if (text.isString())
        return Part{.kind = part["thought"].isTrue() ? PartKind::Reasoning : PartKind::Text,
                    .text = text.string()};
    if (const JsonView call = either(part, "functionCall"); call.isObject())
        return readCall(call);
    if (const JsonView data = either(part, "inlineData"); data.isObject())
        return readMedia(data, {});
    if (const JsonView result = either(part, "functionResponse"); result.isObject())
        return readResult(result);
    if (const JsonView file = either(part, "fileData"); file.isObject())
        return readMedia({}, file);
    return readExecution(part);
}

} // namespace

std::optional<Part> readPart(JsonView part)
{
    std::optional<Part> read = readContent(part);
    if (read && read->kind == PartKind::Text && part.raw().size() < read->text.size() + shortest)
        return read; // as most parts of a stream: there is no room for more
    const QByteArray signature = either(part, "thoughtSignature").string();
    if (!read && !signature.isEmpty())
        read = Part{};
    if (!read)
        return {};
    if (read->kind == PartKind::Reasoning)
        read->signedBy = Family::Gemini;
    if (!signature.isEmpty())
        readSignature(signature, *read);
    for (const QByteArrayView name : extraMembers) {
        if (const JsonView extra = either(part, name); extra.exists())
            read->extras.push_back({name.toByteArray(), extra.rawCopy()});
    }
    return read;
}

QByteArray signatureText(Family signedBy, const QByteArray &signature, const QByteArray &encrypted)
{
    if (signature.isEmpty() && encrypted.isEmpty())
        return {};
    if (signedBy == Family::Gemini)
        return signature;
    const auto name = std::ranges::find(familyNames, signedBy, &FamilyName::family);
    QByteArray text = foreignMark.toByteArray() + name->name;
    if (!encrypted.isEmpty())
        text += ':' + signature.toBase64(QByteArray::Base64UrlEncoding);
    text += '.' + (encrypted.isEmpty() ? signature : encrypted);
    return text.toBase64();
}

void readSignature(const QByteArray &text, Part &part)
{
    part.signature = text;
    part.signedBy = Family::Gemini;
    const QByteArray plain = text.startsWith(foreignMark) ? text : decoded(text);
    if (!plain.startsWith(foreignMark))
        return;
    const qsizetype begin = foreignMark.size();
    const qsizetype end = plain.indexOf('.', begin);
    if (end < 0)
        return;
    const QByteArray maker = plain.mid(begin, end - begin);
    const qsizetype colon = maker.indexOf(':');
    const QByteArray name = colon < 0 ? maker : maker.first(colon);
    const auto family = std::ranges::find(familyNames, QByteArrayView(name), &FamilyName::name);
    if (family == familyNames.end())
        return;
    part.signedBy = family->family;
    part.signature = colon < 0
        ? plain.mid(end + 1)
        : QByteArray::fromBase64(maker.mid(colon + 1), QByteArray::Base64UrlEncoding);
    part.encrypted = colon < 0 ? QByteArray() : plain.mid(end + 1);
}

void writeMedia(JsonWriter &json, const Media &media)
{
    const bool isInline = !media.data.isEmpty();
    json.key(isInline ? "inlineData" : "fileData").beginObject();
    json.ifGiven("mimeType", media.mimeType); // displayName: Vertex AI only
    if (isInline)
        json.member("data", media.data);
    else
        json.member("fileUri", media.url.isEmpty() ? media.fileId : media.url);
    json.endObject();
}

void writeCall(JsonWriter &json, const Part &call, QByteArrayView id, const QByteArray &signature)
{
    json.beginObject().key("functionCall").beginObject();
    json.ifGiven("id", id.toByteArray()).member("name", call.name);
    const bool hasArguments = JsonView::parse(call.arguments).isObject();
    json.rawMember("args", hasArguments ? QByteArrayView(call.arguments) : "{}").endObject();
    json.ifGiven("thoughtSignature", signature).endObject();
}

void writeText(JsonWriter &json, QByteArrayView text, bool isThought, const QByteArray &signature)
{
    json.beginObject().member("text", text);
    if (isThought)
        json.member("thought", true);
    json.ifGiven("thoughtSignature", signature).endObject();
}

} // namespace Gatehouse::Dialects::Gemini
