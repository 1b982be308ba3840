// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/embedrequest.h"

#include "core/dialects/fields.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generatewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

//! Cohere's words for what a vector is for, which the canonical form uses, and Google's.
struct TaskName {
    QByteArrayView inputType;
    QByteArrayView taskType;
};
constexpr std::array taskNames{
    TaskName{"search_query", "RETRIEVAL_QUERY"},
    TaskName{"search_document", "RETRIEVAL_DOCUMENT"},
    TaskName{"classification", "CLASSIFICATION"},
    TaskName{"clustering", "CLUSTERING"},
    TaskName{"semantic_similarity", "SEMANTIC_SIMILARITY"},
    TaskName{"question_answering", "QUESTION_ANSWERING"},
    TaskName{"fact_verification", "FACT_VERIFICATION"},
    TaskName{"code_retrieval_query", "CODE_RETRIEVAL_QUERY"},
};
constexpr std::array<QByteArrayView, 5> knownMembers{"model", "content", "taskType", "title",
                                                     "outputDimensionality"};

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::InvalidArgument, u"'%1' %2."_s.arg(path, what), path};
}

QByteArray inputTypeOf(const QByteArray &taskType)
{
    const auto task = std::ranges::find(taskNames, QByteArrayView(taskType), &TaskName::taskType);
    if (task != taskNames.end())
        return task->inputType.toByteArray();
    return taskType == "TASK_TYPE_UNSPECIFIED" ? QByteArray() : taskType.toLower();
}

QByteArray taskTypeOf(const QByteArray &inputType)
{
    const auto task = std::ranges::find(taskNames, QByteArrayView(inputType), &TaskName::inputType);
    return task != taskNames.end() ? task->taskType.toByteArray() : QByteArray();
}

Result<EmbeddingRequest::Input> readInput(JsonView content, const QString &path)
{
    EmbeddingRequest::Input input;
    const JsonView parts = content["parts"];
    if (!parts.isList() || parts.isEmpty())
        return invalid(path + u".parts"_s, u"must be a list with at least one part"_s);
    std::vector<Part> pieces;
    for (const JsonView view : parts) {
        auto part = readPart(view);
        if (!part)
            return invalid(path + u".parts"_s, u"holds a part without text or data"_s);
        pieces.push_back(std::move(*part));
    }
    const bool isText =
        std::ranges::all_of(pieces, [](const Part &part) { return part.kind == PartKind::Text; });
    if (!isText) {
        input.parts = std::move(pieces);
        return input;
    }
    for (const Part &part : pieces)
        input.text += input.text.isEmpty() ? part.text : '\n' + part.text;
    return input;
}

//! Takes one request's input and wishes.
Result<void> readOne(JsonView one, const QString &prefix, EmbeddingRequest &request)
{
    if (!one.isObject())
        return invalid(prefix, u"must be an object"_s);
    const QString stem = prefix.isEmpty() ? prefix : prefix + u'.';
    auto input = readInput(one["content"], stem + u"content"_s);
    if (!input)
        return input.error();
    request.inputs.push_back(std::move(*input));
    request.model = modelName(one["model"].string());
    request.inputType = inputTypeOf(either(one, "taskType").string());
    request.title = one["title"].string();
    const JsonView size = either(one, "outputDimensionality");
    request.dimensions = size.integer();
    if (size.exists() && request.dimensions.value_or(0) < 1)
        return invalid(stem + u"outputDimensionality"_s, u"must be a whole number above 0"_s);
    one.forEachMember([&request](const QByteArray &key, JsonView value) {
        const QByteArray name = camelCase(key);
        const bool isKnown =
            std::ranges::find(knownMembers, QByteArrayView(name)) != knownMembers.end();
        if (!isKnown && value.exists())
            request.extras.push_back({name, value.rawCopy()});
    });
    return {};
}

bool wantsTheSame(const EmbeddingRequest &a, const EmbeddingRequest &b)
{
    return a.inputType == b.inputType && a.title == b.title && a.dimensions == b.dimensions
        && a.extras == b.extras;
}

Result<void> checkSayable(const EmbeddingRequest &request, const WriteOptions &options,
                          WrittenRequest &written)
{
    const auto refuse = [&](const QString &name, const QString &why) {
        const QString title = QString::fromUtf8(options.quirks.title);
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' cannot be used with %2: %3"_s.arg(name, title, why), name};
    };
    const bool isGoogles = familyOf(request.source) == Family::Gemini;
    const bool hasTokens = std::ranges::any_of(
        request.inputs, [](const auto &input) { return !input.tokens.isEmpty(); });
    if (hasTokens)
        return refuse(u"input"_s, u"it takes texts, no token numbers."_s);
    const bool hasType = !request.inputType.isEmpty();
    if (hasType && taskTypeOf(request.inputType).isEmpty() && !isGoogles)
        return refuse(u"input_type"_s, u"it does not know this type."_s);
    if (!request.truncate.value_or(true))
        return refuse(u"truncate"_s, u"it always cuts long texts."_s);
    if (!request.user.isEmpty())
        written.dropped.push_back("user");
    if (isGoogles)
        return {};
    return settleExtras(request.extras, request.source, options.quirks.title, written);
}

Result<void> writeInput(JsonWriter &json, const EmbeddingRequest::Input &input,
                        const EmbeddingRequest &request, const WriteOptions &options)
{
    json.key("content").beginObject().key("parts").beginList();
    if (input.parts.empty())
        writeText(json, input.text, false, {});
    for (const Part &part : input.parts) {
        const bool isMedia = part.kind == PartKind::Image || part.kind == PartKind::Audio
            || part.kind == PartKind::File;
        if (part.kind == PartKind::Text) {
            writeText(json, part.text, false, {});
        } else if (isMedia && (!part.media.data.isEmpty() || part.media.url.startsWith("gs://"))) {
            json.beginObject();
            writeMedia(json, part.media);
            json.endObject();
        } else {
            return cannotSay(request.source, Field::Images, options.quirks.title,
                             "send texts, or media as bytes.");
        }
    }
    json.endList().endObject();
    return {};
}

QByteArray vectorText(const RawJson &vector)
{
    return "{\"values\":"_ba + vector + '}';
}

void writeUsage(QByteArray &body, const Usage &usage)
{
    if (usage.known)
        body += ",\"usageMetadata\":{\"promptTokenCount\":"_ba
            + QByteArray::number(usage.promptTokens) + '}';
}

} // namespace

Result<EmbeddingRequest> readEmbedRequest(JsonView body)
{
    EmbeddingRequest request;
    request.source = Format::GeminiEmbed;
    request.single = true;
    if (const auto read = readOne(body, {}, request); !read)
        return read.error();
    return request;
}

Result<EmbeddingRequest> readBatchRequest(JsonView body)
{
    const JsonView list = body["requests"];
    if (!list.isList() || list.isEmpty())
        return invalid(u"requests"_s, u"must be a list with at least one request"_s);
    EmbeddingRequest request;
    request.source = Format::GeminiBatchEmbed;
    qsizetype index = 0;
    for (const JsonView view : list) {
        const QString path = u"requests[%1]"_s.arg(index);
        EmbeddingRequest one;
        if (const auto read = readOne(view, path, one); !read)
            return read.error();
        if (index++ == 0) {
            request = one;
            request.source = Format::GeminiBatchEmbed;
            continue;
        }
        if (!wantsTheSame(request, one))
            return invalid(path,
                           u"must have the taskType, title and outputDimensionality of the "
                           u"first request; send others apart"_s);
        request.inputs.push_back(std::move(one.inputs.front()));
    }
    return request;
}

Result<WrittenRequest> writeBatchRequest(const EmbeddingRequest &request,
                                         const WriteOptions &options)
{
    WrittenRequest written;
    if (const auto sayable = checkSayable(request, options, written); !sayable)
        return sayable.error();
    const QByteArray model = "models/" + modelName(options.model.toByteArray());
    const QByteArray taskType = taskTypeOf(request.inputType);
    JsonWriter json(written.body);
    json.beginObject().key("requests").beginList();
    for (const EmbeddingRequest::Input &input : request.inputs) {
        json.beginObject().member("model", model);
        if (const auto content = writeInput(json, input, request, options); !content)
            return content.error();
        json.ifGiven("taskType", taskType.isEmpty() ? request.inputType.toUpper() : taskType);
        json.ifGiven("title", request.title);
        json.ifGiven("outputDimensionality", request.dimensions);
        for (const RawMember &extra : request.extras) {
            if (familyOf(request.source) == Family::Gemini)
                json.rawMember(extra.name, extra.value);
        }
        json.endObject();
    }
    json.endList().endObject();
    return written;
}

Result<EmbeddingReply> readEmbedReply(JsonView body)
{
    EmbeddingReply reply;
    const JsonView one = body["embedding"];
    const auto take = [&reply](JsonView embedding) {
        const JsonView values = embedding["values"];
        if (values.isList())
            reply.vectors.push_back(values.rawCopy());
        return values.isList();
    };
    bool isSound = one.isObject() || body["embeddings"].isList();
    if (one.isObject())
        isSound = take(one);
    for (const JsonView embedding : body["embeddings"])
        isSound = take(embedding) && isSound;
    if (!isSound)
        return Error{ErrorCode::Corrupt, u"the answer has no 'embeddings'"_s, {}};
    JsonMemberReader reader;
    reply.usage = usageOf(body["usageMetadata"], reader);
    return reply;
}

QByteArray writeEmbedReply(const EmbeddingReply &reply, const EmbeddingRequest &,
                           const ReplyContext &)
{
    QByteArray body = "{\"embedding\":"_ba
        + (reply.vectors.empty() ? "{\"values\":[]}"_ba : vectorText(reply.vectors.front()));
    writeUsage(body, reply.usage);
    return body + '}';
}

QByteArray writeBatchReply(const EmbeddingReply &reply, const EmbeddingRequest &,
                           const ReplyContext &)
{
    QByteArray body = "{\"embeddings\":["_ba;
    for (bool isFirst = true; const RawJson &vector : reply.vectors) {
        body += std::exchange(isFirst, false) ? ""_ba : ","_ba;
        body += vectorText(vector);
    }
    body += ']';
    writeUsage(body, reply.usage);
    return body + '}';
}

} // namespace Gatehouse::Dialects::Gemini
