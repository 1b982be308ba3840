// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/rerank.h"

#include "core/dialects/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr std::array usageNames{
    UsageName{"", "total_tokens", &UsageParts::prompt},
    UsageName{"", "prompt_tokens", &UsageParts::prompt},
};

constexpr std::array<QByteArrayView, 7> ownNames{
    "model", "query", "documents", "top_n", "top_k", "return_documents", "stream"};

Error wrong(const QByteArray &path, const QString &what)
{
    const QString name = QString::fromUtf8(path);
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

Error corrupt(const QString &what)
{
    return {ErrorCode::Corrupt, u"the answer is no reranking: "_s + what};
}

Result<void> readDocuments(JsonView documents, RerankRequest &request)
{
    for (const JsonView document : documents) {
        if (!document.isString() && !document.isObject())
            return wrong("documents["_ba + QByteArray::number(qsizetype(request.documents.size()))
                             + ']',
                         u"must be a string or an object with \"text\""_s);
        request.documents.push_back(document.rawCopy());
    }
    if (request.documents.empty())
        return wrong("documents"_ba, u"must be a list of at least one document"_s);
    return {};
}

//! "top_n", or "top_k" as Voyage's clients say.
Result<void> readTopN(JsonView body, RerankRequest &request)
{
    for (const QByteArrayView name : {"top_n", "top_k"}) {
        const JsonView count = body[name];
        if (!count.exists() || request.topN)
            continue;
        request.topN = count.integer();
        if (request.topN.value_or(0) < 1)
            return wrong(name.toByteArray(), u"must be a whole number above 0"_s);
    }
    return {};
}

Result<RerankRequest> readRequest(JsonView body)
{
    RerankRequest request;
    request.model = body["model"].string();
    if (!body["query"].isString())
        return wrong("query"_ba, u"must be a string"_s);
    request.query = body["query"].string();
    if (auto read = readDocuments(body["documents"], request); !read)
        return read.error();
    if (auto read = readTopN(body, request); !read)
        return read.error();
    request.returnDocuments = body["return_documents"].boolean();
    body.forEachMember([&](const QByteArray &name, JsonView value) {
        if (value.exists() && std::ranges::find(ownNames, QByteArrayView(name)) == ownNames.end())
            request.extras.push_back({name, value.rawCopy()});
    });
    return request;
}

//! An object that says no more than its text is written as the text: every server takes that.
Result<RawJson> plainDocument(const RawJson &raw, std::size_t index, const WriteOptions &options)
{
    const JsonView document = JsonView::trusted(raw);
    if (!document.isObject())
        return raw;
    const JsonView text = document["text"];
    if (text.isString() && document.size() == 1)
        return text.rawCopy();
    if (options.quirks.takesDocumentObjects)
        return raw;
    return wrong("documents["_ba + QByteArray::number(qsizetype(index)) + ']',
                 u"must be a text for this model"_s);
}

Result<WrittenRequest> writeRequest(const RerankRequest &request, const WriteOptions &options)
{
    WrittenRequest written;
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model).member("query", request.query);
    json.key("documents").beginList();
    for (std::size_t at = 0; at < request.documents.size(); ++at) {
        const auto document = plainDocument(request.documents[at], at, options);
        if (!document)
            return document.error();
        json.raw(*document);
    }
    json.endList().ifGiven(options.quirks.rerankTopN, request.topN);
    if (options.quirks.takesReturnDocuments)
        json.ifGiven("return_documents", request.returnDocuments);
    for (const RawMember &extra : request.extras)
        json.rawMember(extra.name, extra.value);
    json.endObject();
    return written;
}

Usage usageOf(JsonView body)
{
    JsonView tokens = body["usage"]["prompt_tokens"];
    if (!tokens.exists())
        tokens = body["usage"]["total_tokens"];
    if (!tokens.exists())
        tokens = body["meta"]["tokens"]["input_tokens"];
    UsageParts parts;
    parts.prompt = tokens.integer();
    parts.odd = tokens.exists() && parts.prompt.value_or(-1) < 0;
    if (parts.odd)
        parts.prompt.reset();
    return normalised(parts, PromptCount::IncludesCache);
}

Result<RerankReply> readReply(JsonView body)
{
    RerankReply reply;
    reply.id = body["id"].string();
    reply.model = body["model"].string();
    const JsonView results = body["results"].isList() ? body["results"] : body["data"];
    if (!results.isList())
        return corrupt(u"it has no 'results'"_s);
    for (const JsonView entry : results) {
        const auto index = entry["index"].integer();
        const JsonView score =
            entry["relevance_score"].exists() ? entry["relevance_score"] : entry["score"];
        if (index.value_or(-1) < 0 || !score.isNumber())
            return corrupt(u"a result lacks its index or score"_s);
        reply.results.push_back({*index, score.rawCopy(), entry["document"].rawCopy()});
    }
    reply.usage = usageOf(body);
    reply.searchUnits = body["meta"]["billed_units"]["search_units"].integer();
    return reply;
}

void writeResult(const RerankReply::Result &result, JsonWriter &json)
{
    json.beginObject().member("index", result.index);
    json.rawMember("relevance_score", result.score);
    if (result.document.startsWith('"'))
        json.key("document").beginObject().rawMember("text", result.document).endObject();
    else
        json.rawIfGiven("document", result.document);
    json.endObject();
}

QByteArray writeReply(const RerankReply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().member("id", reply.id.isEmpty() ? context.requestId : reply.id);
    json.member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("results").beginList();
    for (const RerankReply::Result &result : reply.results)
        writeResult(result, json);
    json.endList();
    if (reply.searchUnits) {
        json.key("meta").beginObject().key("billed_units").beginObject();
        json.member("search_units", *reply.searchUnits).endObject().endObject();
    }
    if (reply.usage.known) {
        json.key("usage").beginObject().member("prompt_tokens", reply.usage.promptTokens);
        json.member("total_tokens", reply.usage.promptTokens).endObject();
    }
    json.endObject();
    return body;
}

} // namespace

void addDocuments(const RerankRequest &request, RerankReply &reply)
{
    if (request.returnDocuments != true)
        return;
    for (RerankReply::Result &result : reply.results) {
        const auto index = static_cast<std::size_t>(result.index);
        if (result.document.isEmpty() && index < request.documents.size())
            result.document = request.documents[index];
    }
}

constinit const WireFormat commonRerank{
    .name = "rerank",
    .clientPath = "/v1/rerank",
    .path = "/rerank",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = usageNames,
    .finishKey = {},
    .answerKey = "results",
    .otherAnswerKey = "data",
    .task = Task::Rerank,
};

constinit const RerankCodec commonRerankCodec{
    .readRequest = readRequest,
    .writeRequest = writeRequest,
    .readReply = readReply,
    .writeReply = writeReply,
};

} // namespace Gatehouse::Dialects
