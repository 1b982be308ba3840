// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/embed.h"

#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

using Ollama::wrong;

constexpr std::array<QByteArrayView, 4> ownNames{"model", "input", "dimensions", "truncate"};

constexpr std::array embedUsageNames{
    UsageName{"", "prompt_eval_count", &UsageParts::prompt},
};

void readExtras(JsonView body, std::span<const QByteArrayView> names, EmbeddingRequest &request)
{
    body.forEachMember([&](const QByteArray &name, JsonView value) {
        if (!value.isEmpty() && std::ranges::find(names, QByteArrayView(name)) == names.end())
            request.extras.push_back({name, value.rawCopy()});
    });
}

Result<void> readInput(JsonView input, EmbeddingRequest &request)
{
    request.single = input.isString();
    if (request.single)
        request.inputs.push_back({input.string(), {}, {}});
    for (const JsonView text : input) {
        if (!text.isString())
            return wrong("input"_ba, u"must be a string or a list of strings"_s);
        request.inputs.push_back({text.string(), {}, {}});
    }
    if (request.inputs.empty())
        return wrong("input"_ba, u"must be a string or a list of strings"_s);
    return {};
}

Result<EmbeddingRequest> readRequest(JsonView body)
{
    EmbeddingRequest request;
    request.source = Format::OllamaEmbed;
    request.model = body["model"].string();
    if (auto read = readInput(body["input"], request); !read)
        return read.error();
    const JsonView dimensions = body["dimensions"];
    request.dimensions = dimensions.integer();
    if (dimensions.exists() && request.dimensions.value_or(-1) < 0)
        return wrong("dimensions"_ba, u"must be a whole number"_s);
    if (request.dimensions == 0) // the same as not given
        request.dimensions.reset();
    request.truncate = body["truncate"].boolean();
    readExtras(body, ownNames, request);
    return request;
}

Result<void> writeInput(const EmbeddingRequest &request, JsonWriter &json)
{
    json.key("input");
    if (!request.single)
        json.beginList();
    for (const EmbeddingRequest::Input &input : request.inputs) {
        if (!input.tokens.isEmpty() || !input.parts.empty())
            return wrong(familyOf(request.source) == Family::Gemini ? "content"_ba : "input"_ba,
                         u"must be text for Ollama: it embeds neither tokens nor media"_s);
        json.string(input.text);
    }
    if (!request.single)
        json.endList();
    return {};
}

Result<WrittenRequest> writeRequest(const EmbeddingRequest &request, const WriteOptions &options)
{
    WrittenRequest written;
    const bool isOwn = familyOf(request.source) == Family::Ollama;
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model);
    if (auto input = writeInput(request, json); !input)
        return input.error();
    json.ifGiven("dimensions", request.dimensions).ifGiven("truncate", request.truncate);
    for (const RawMember &extra : request.extras) {
        if (isOwn)
            json.rawMember(extra.name, extra.value);
    }
    json.endObject();
    if (!request.user.isEmpty())
        written.dropped.push_back("user"_ba);
    if (!request.inputType.isEmpty()) // its models read it from the text, if at all
        written.dropped.push_back("input_type"_ba);
    if (!request.title.isEmpty())
        written.dropped.push_back("title"_ba);
    if (isOwn)
        return written;
    if (auto settled = settleExtras(request.extras, request.source, "Ollama", written); !settled)
        return settled.error();
    return written;
}

Result<EmbeddingReply> readReply(JsonView body)
{
    EmbeddingReply reply;
    reply.model = body["model"].string();
    for (const JsonView vector : body["embeddings"])
        reply.vectors.push_back(vector.isList() ? vector.rawCopy() : RawJson());
    if (reply.vectors.empty() || std::ranges::count(reply.vectors, RawJson()) > 0)
        return Error{ErrorCode::Corrupt, u"the answer is not Ollama's: no 'embeddings'"_s};
    UsageParts usage;
    JsonMemberReader reader;
    readUsage(body.raw(), embedUsageNames, reader, usage);
    reply.usage = normalised(usage, PromptCount::IncludesCache);
    return reply;
}

QByteArray writeReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                      const ReplyContext &context)
{
    Q_UNUSED(request);
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("embeddings").beginList();
    for (const RawJson &vector : reply.vectors)
        json.raw(vector);
    json.endList().member("total_duration", 0).member("load_duration", 0);
    json.member("prompt_eval_count", reply.usage.promptTokens).endObject();
    return body;
}

Result<EmbeddingRequest> readOlderRequest(JsonView body)
{
    constexpr std::array<QByteArrayView, 2> names{"model", "prompt"};
    EmbeddingRequest request;
    request.source = Format::OllamaEmbeddings;
    request.model = body["model"].string();
    request.single = true;
    if (!body["prompt"].isString())
        return wrong("prompt"_ba, u"must be a string"_s);
    request.inputs.push_back({body["prompt"].string(), {}, {}});
    readExtras(body, names, request);
    return request;
}

QByteArray writeOlderReply(const EmbeddingReply &reply, const EmbeddingRequest &request,
                           const ReplyContext &context)
{
    Q_UNUSED(request);
    Q_UNUSED(context);
    return "{\"embedding\":"_ba + (reply.vectors.empty() ? "[]"_ba : reply.vectors.front()) + '}';
}

} // namespace

constinit const WireFormat ollamaEmbed{
    .name = "ollama-embed",
    .clientPath = "/api/embed",
    .path = "/api/embed",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = embedUsageNames,
    .finishKey = {},
    .answerKey = "embeddings",
    .usageKey = {},
    .task = Task::Embed,
};

constinit const WireFormat ollamaEmbeddings{
    .name = "ollama-embeddings",
    .clientPath = "/api/embeddings",
    .path = "/api/embeddings",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = embedUsageNames,
    .finishKey = {},
    .answerKey = "embedding",
    .usageKey = {},
    .task = Task::Embed,
};

constinit const EmbedCodec ollamaEmbedCodec{
    .readRequest = readRequest,
    .writeRequest = writeRequest,
    .readReply = readReply,
    .writeReply = writeReply,
};

constinit const EmbedCodec ollamaEmbeddingsCodec{
    .readRequest = readOlderRequest,
    .writeReply = writeOlderReply,
};

} // namespace Gatehouse::Dialects
