// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/embed.h"

#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/openai/chatwords.h"
#include "core/dialects/openai/requestfields.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

bool isTokens(JsonView view)
{
    for (const JsonView token : view) {
        if (!token.integer())
            return false;
    }
    return view.isList() && !view.isEmpty();
}

void readInput(JsonView view, const QByteArray &path, RequestFields &fields,
               EmbeddingRequest &request)
{
    if (view.isString())
        request.inputs.push_back({.text = view.string()});
    else if (isTokens(view))
        request.inputs.push_back({.tokens = view.rawCopy()});
    else
        fields.fail(path,
                    u"'%1' must be a text or a list of tokens"_s.arg(QString::fromUtf8(path)));
}

//! A text, tokens, or a list of either.
void readInputs(JsonView input, RequestFields &fields, EmbeddingRequest &request)
{
    if (input.isEmpty() && !input.isString())
        fields.fail("input", u"'input' must hold at least one text"_s);
    request.single = input.isString() || isTokens(input);
    if (request.single)
        return readInput(input, "input", fields, request);
    int index = 0;
    for (const JsonView element : input)
        readInput(element, QByteArray("input[" + QByteArray::number(index++) + ']'), fields,
                  request);
    if (input.exists() && !input.isList())
        fields.fail("input", u"'input' must be a text or a list of texts"_s);
}

void readFormat(JsonView value, RequestFields &fields, EmbeddingRequest &request)
{
    const QByteArray format = fields.string(value, "encoding_format");
    request.base64 = format == "base64";
    if (!request.base64 && format != "float")
        fields.fail("encoding_format", u"'encoding_format' must be float or base64"_s);
}

void readMember(const QByteArray &key, JsonView value, RequestFields &fields,
                EmbeddingRequest &request)
{
    if (key == "input")
        readInputs(value, fields, request);
    else if (key == "model")
        request.model = fields.string(value, key);
    else if (key == "dimensions")
        request.dimensions = fields.integer(value, key);
    else if (key == "encoding_format")
        readFormat(value, fields, request);
    else if (key == "user")
        request.user = fields.string(value, key);
    else if (key == "input_type")
        request.inputType = fields.string(value, key);
    else
        request.extras.push_back({key, value.rawCopy()});
}

Error refused(const QByteArray &field, const Quirks &quirks, const QString &why)
{
    return {ErrorCode::InvalidArgument,
            u"'%1' cannot be used with %2: %3"_s.arg(QString::fromUtf8(field),
                                                     QString::fromUtf8(quirks.title), why),
            QString::fromUtf8(field)};
}

//! The field of the inputs in the caller's words.
QByteArray inputField(Format source)
{
    return familyOf(source) == Family::Gemini ? "content" : "input";
}

Result<void> writeInputs(JsonWriter &json, const EmbeddingRequest &request, const Quirks &quirks)
{
    json.key("input");
    const bool asList = !request.single || request.inputs.size() != 1;
    if (asList)
        json.beginList();
    for (const EmbeddingRequest::Input &input : request.inputs) {
        if (!input.parts.empty())
            return refused(inputField(request.source), quirks, u"it embeds texts only."_s);
        if (!input.tokens.isEmpty() && !quirks.takesTokenInputs)
            return refused(inputField(request.source), quirks, u"send text, not tokens."_s);
        input.tokens.isEmpty() ? json.string(input.text) : json.raw(input.tokens);
    }
    if (asList)
        json.endList();
    return {};
}

//! Extras of the same format pass; others are settled.
Result<void> writeExtras(JsonWriter &json, const EmbeddingRequest &request, const Quirks &quirks,
                         WrittenRequest &written)
{
    const bool passes =
        request.source == Format::OpenAiEmbeddings && quirks.unknown == Unwanted::Pass;
    if (!passes)
        return settleExtras(request.extras, request.source, quirks.title, written);
    for (const RawMember &extra : request.extras)
        json.rawMember(extra.name, extra.value);
    return {};
}

void writeWishes(JsonWriter &json, const EmbeddingRequest &request, const Quirks &quirks,
                 WrittenRequest &written)
{
    const QByteArrayView inputType = request.source == Format::OpenAiEmbeddings
            && quirks.inputType.isEmpty() && quirks.unknown == Unwanted::Pass
        ? "input_type"
        : quirks.inputType;
    if (inputType.isEmpty() && !request.inputType.isEmpty())
        written.dropped.push_back("input_type");
    else
        json.ifGiven(inputType, request.inputType);
    if (!request.title.isEmpty())
        written.dropped.push_back("title");
    if (quirks.user == Unwanted::Pass)
        json.ifGiven("user", request.user);
    else if (!request.user.isEmpty())
        written.dropped.push_back("user");
}

void appendFloat(QByteArray &out, float value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    out.append(digits.data(), end - digits.data());
}

} // namespace

Result<EmbeddingRequest> readEmbeddingRequest(JsonView body)
{
    RequestFields fields;
    EmbeddingRequest request;
    if (!body["input"].exists())
        fields.fail("input", u"'input' is missing"_s);
    body.forEachMember([&](const QByteArray &key, JsonView value) {
        if (value.exists())
            readMember(key, value, fields, request);
    });
    if (request.dimensions && *request.dimensions < 1)
        fields.fail("dimensions", u"'dimensions' must be at least 1"_s);
    if (fields.hasFailed())
        return fields.error();
    return request;
}

Result<WrittenRequest> writeEmbeddingRequest(const EmbeddingRequest &request,
                                             const WriteOptions &options)
{
    const Quirks &quirks = options.quirks;
    WrittenRequest written;
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model);
    if (const auto inputs = writeInputs(json, request, quirks); !inputs)
        return inputs.error();
    if (request.dimensions && quirks.dimensions.isEmpty())
        return refused("dimensions", quirks, u"its vectors have one length."_s);
    json.ifGiven(quirks.dimensions, request.dimensions);
    if (quirks.takesEncodingFormat)
        json.member("encoding_format", "float");
    writeWishes(json, request, quirks, written);
    if (const auto extras = writeExtras(json, request, quirks, written); !extras)
        return extras.error();
    json.endObject();
    return written;
}

Result<EmbeddingReply> readEmbeddingReply(JsonView body)
{
    const auto corrupt = [](const QString &what) {
        return Error{ErrorCode::Corrupt, what, u"data"_s};
    };
    if (!body["data"].isList())
        return corrupt(u"the answer has no 'data'"_s);
    EmbeddingReply reply{.id = body["id"].string(),
                         .model = body["model"].string(),
                         .vectors = {},
                         .usage = usageIn(body)};
    const auto count = std::size_t(body["data"].size());
    reply.vectors.resize(count);
    std::size_t position = 0;
    for (const JsonView entry : body["data"]) {
        const auto index = std::size_t(entry["index"].integer().value_or(qint64(position++)));
        const JsonView vector = entry["embedding"];
        const RawJson numbers =
            vector.isString() ? unpackedVector(vector.string()) : vector.rawCopy();
        if (index >= count || !numbers.startsWith('[') || !reply.vectors[index].isEmpty())
            return corrupt(u"an entry of 'data' is no vector"_s);
        reply.vectors[index] = numbers;
    }
    if (!reply.usage.known) { // Voyage and Jina count the total only
        if (const auto total = body["usage"]["total_tokens"].integer(); total && *total >= 0)
            reply.usage = {.promptTokens = *total, .known = true};
    }
    return reply;
}

QByteArray writeEmbeddingReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                               const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().member("object", "list").key("data").beginList();
    int index = 0;
    for (const RawJson &vector : reply.vectors) {
        json.beginObject().member("object", "embedding").member("index", index++);
        json.key("embedding");
        request.base64 ? json.string(packedVector(JsonView::trusted(vector))) : json.raw(vector);
        json.endObject();
    }
    json.endList().member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("usage").beginObject().member("prompt_tokens", reply.usage.promptTokens);
    json.member("total_tokens", reply.usage.promptTokens).endObject().endObject();
    return body;
}

QByteArray packedVector(JsonView vector)
{
    QByteArray bytes;
    for (const JsonView number : vector) {
        const auto value = number.real();
        if (!value)
            return {};
        const qsizetype at = bytes.size();
        bytes.resize(at + 4);
        qToLittleEndian(static_cast<float>(*value), bytes.data() + at);
    }
    return bytes.toBase64();
}

RawJson unpackedVector(QByteArrayView text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.size() % 4 != 0)
        return {};
    RawJson list = "[";
    for (qsizetype at = 0; at < bytes.decoded.size(); at += 4) {
        const auto value = qFromLittleEndian<float>(bytes.decoded.constData() + at);
        if (!std::isfinite(value))
            return {};
        if (at > 0)
            list += ',';
        appendFloat(list, value);
    }
    return list + ']';
}

} // namespace Gatehouse::Dialects::OpenAi
