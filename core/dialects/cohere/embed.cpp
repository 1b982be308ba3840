// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/embed.h"

#include "core/dialects/cohere/codecs.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr std::array usageNames{
    UsageName{"billed_units", "input_tokens", &UsageParts::prompt},
};

//! Other vendors' words for what a vector is for; Cohere requires one.
struct InputType {
    QByteArrayView said;
    QByteArrayView meant;
};
constexpr std::array inputTypes{
    InputType{"", "search_document"},
    InputType{"search_document", "search_document"},
    InputType{"retrieval_document", "search_document"},
    InputType{"document", "search_document"},
    InputType{"passage", "search_document"},
    InputType{"search_query", "search_query"},
    InputType{"retrieval_query", "search_query"},
    InputType{"query", "search_query"},
    InputType{"question_answering", "search_query"},
    InputType{"fact_verification", "search_query"},
    InputType{"code_retrieval_query", "search_query"},
    InputType{"classification", "classification"},
    InputType{"clustering", "clustering"},
    InputType{"semantic_similarity", "clustering"},
    InputType{"image", "image"},
};

Error wrongInput(const EmbeddingRequest &request, const QString &what)
{
    const QString name = familyOf(request.source) == Family::Gemini ? u"content"_s : u"input"_s;
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

Result<void> checkInputs(const EmbeddingRequest &request)
{
    constexpr std::size_t mostInputs = 96; // docs.cohere.com, November 2026
    if (request.inputs.size() > mostInputs)
        return wrongInput(request, u"may hold at most 96 texts for Cohere"_s);
    for (const EmbeddingRequest::Input &input : request.inputs) {
        if (!input.tokens.isEmpty())
            return wrongInput(request, u"must be text for Cohere: it embeds no token numbers"_s);
        for (const Part &part : input.parts) {
            const bool isImage = part.kind == PartKind::Image && !part.media.data.isEmpty();
            if (part.kind != PartKind::Text && !isImage)
                return wrongInput(request, u"may hold text and images only for Cohere"_s);
        }
    }
    return {};
}

void writePart(const Part &part, JsonWriter &json)
{
    if (part.kind == PartKind::Text) {
        json.beginObject().member("type", "text").member("text", part.text).endObject();
        return;
    }
    json.beginObject().member("type", "image_url").key("image_url").beginObject().key("url");
    json.string(QByteArray("data:" + part.media.mimeType + ";base64," + part.media.data));
    json.endObject().endObject();
}

void writeInputs(const EmbeddingRequest &request, JsonWriter &json)
{
    const bool isText = std::ranges::all_of(
        request.inputs, [](const EmbeddingRequest::Input &input) { return input.parts.empty(); });
    json.key(isText ? "texts" : "inputs").beginList();
    for (const EmbeddingRequest::Input &input : request.inputs) {
        if (isText) {
            json.string(input.text);
            continue;
        }
        json.beginObject().key("content").beginList();
        if (input.parts.empty())
            writePart({.text = input.text}, json);
        for (const Part &part : input.parts)
            writePart(part, json);
        json.endList().endObject();
    }
    json.endList();
}

Result<WrittenRequest> writeRequest(const EmbeddingRequest &request, const WriteOptions &options)
{
    if (auto checked = checkInputs(request); !checked)
        return checked.error();
    const auto type = std::ranges::find(inputTypes, request.inputType.toLower(), &InputType::said);
    if (type == inputTypes.end()) {
        const QString name =
            familyOf(request.source) == Family::Gemini ? u"taskType"_s : u"input_type"_s;
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' is '%2', which Cohere does not know"_s.arg(
                         name, QString::fromUtf8(request.inputType)),
                     name};
    }
    WrittenRequest written;
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model).member("input_type", type->meant);
    writeInputs(request, json);
    json.key("embedding_types").beginList().string("float").endList();
    json.ifGiven("output_dimension", request.dimensions);
    if (request.truncate)
        json.member("truncate", *request.truncate ? "END" : "NONE");
    json.endObject();
    if (!request.user.isEmpty())
        written.dropped.push_back("user"_ba);
    if (!request.title.isEmpty())
        written.dropped.push_back("title"_ba);
    if (auto settled = settleExtras(request.extras, request.source, "Cohere", written); !settled)
        return settled.error();
    return written;
}

Result<EmbeddingReply> readReply(JsonView body)
{
    EmbeddingReply reply;
    reply.id = body["id"].string();
    const JsonView embeddings = body["embeddings"];
    for (const JsonView vector : embeddings.isList() ? embeddings : embeddings["float"])
        reply.vectors.push_back(vector.isList() ? vector.rawCopy() : RawJson());
    if (reply.vectors.empty() || std::ranges::count(reply.vectors, RawJson()) > 0)
        return Error{ErrorCode::Corrupt, u"the answer is not Cohere's: no 'embeddings.float'"_s};
    reply.usage = Cohere::usageOf(body["meta"]);
    return reply;
}

} // namespace

constinit const WireFormat cohereEmbed{
    .name = "cohere-embed",
    .clientPath = "",
    .path = "/v2/embed",
    .family = Family::Cohere,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = usageNames,
    .finishKey = {},
    .answerKey = "embeddings",
    .usageKey = "meta",
    .task = Task::Embed,
};

constinit const EmbedCodec cohereEmbedCodec{
    .writeRequest = writeRequest,
    .readReply = readReply,
};

} // namespace Gatehouse::Dialects
