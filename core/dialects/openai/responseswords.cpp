// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

Error wrong(const QByteArray &path, const QString &what)
{
    const QString name = QString::fromUtf8(path);
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

QByteArray itemPath(const QByteArray &list, qsizetype index)
{
    return list + '[' + QByteArray::number(index) + ']';
}

QByteArray flatName(const QByteArray &nameSpace, const QByteArray &name)
{
    return nameSpace.isEmpty() ? name : QByteArray(nameSpace + "__" + name);
}

const Tool *toolOf(const Request *request, QByteArrayView name)
{
    if (!request)
        return nullptr;
    const auto tool = std::ranges::find_if(
        request->tools, [name](const Tool &known) { return known.name == name; });
    return tool == request->tools.end() ? nullptr : &*tool;
}

void writeName(JsonWriter &json, const QByteArray &name, const Tool *tool)
{
    if (tool && !tool->nameSpace.isEmpty())
        json.member("name", name.mid(tool->nameSpace.size() + 2))
            .member("namespace", tool->nameSpace);
    else
        json.member("name", name);
}

QByteArray freeText(const RawJson &arguments)
{
    const JsonView view = JsonView::parse(arguments);
    return view["input"].isString() ? view["input"].string() : arguments;
}

RawJson freeTextArguments(const QByteArray &text)
{
    RawJson arguments;
    JsonWriter(arguments).beginObject().member("input", text).endObject();
    return arguments;
}

QByteArray sealText(const Seal &seal)
{
    if (seal.isEmpty())
        return {};
    const bool isOwn = seal.family == Family::OpenAi && !seal.encrypted.isEmpty();
    return isOwn ? seal.encrypted : packSeal(seal);
}

Seal sealOfText(const QByteArray &text)
{
    return unpackSeal(text).value_or(Seal{Family::OpenAi, {}, text});
}

Citation readAnnotation(JsonView annotation)
{
    Citation citation;
    citation.url = annotation["url"].string();
    citation.title = annotation["title"].string();
    citation.begin = annotation["start_index"].integer();
    citation.end = annotation["end_index"].integer();
    citation.raw = annotation.rawCopy();
    return citation;
}

void writeAnnotation(JsonWriter &json, const Citation &citation)
{
    // OpenAI's own know their type and have no "cited_text"; others are told by their page.
    const JsonView raw = JsonView::trusted(citation.raw);
    if (raw["type"].isString() && !raw["cited_text"].exists()) {
        json.raw(citation.raw);
        return;
    }
    json.beginObject().member("type", "url_citation");
    json.member("start_index", citation.begin.value_or(0));
    json.member("end_index", citation.end.value_or(0));
    json.member("url", citation.url).member("title", citation.title).endObject();
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    json.beginObject().member("input_tokens", usage.promptTokens);
    json.key("input_tokens_details").beginObject().member("cached_tokens", usage.cachedTokens);
    if (const qint64 writes = usage.cacheWriteTokens + usage.cacheWriteHourTokens; writes > 0)
        json.member("cache_write_tokens", writes);
    json.endObject().member("output_tokens", usage.completionTokens);
    json.key("output_tokens_details").beginObject();
    json.member("reasoning_tokens", usage.reasoningTokens).endObject();
    json.member("total_tokens", usage.promptTokens + usage.completionTokens).endObject();
}

QByteArray itemId(QByteArrayView prefix, const ReplyContext &context, qint64 number)
{
    const QByteArray &id = context.requestId;
    return prefix.toByteArray() + (id.startsWith("req_") ? id.sliced(4) : id) + '_'
        + QByteArray::number(number);
}

QByteArray responseId(const QByteArray &providersId, const ReplyContext &context)
{
    if (providersId.startsWith("resp_") && !context.isStored)
        return providersId;
    const QByteArray &id = context.requestId;
    return "resp_" + (id.startsWith("req_") ? id.sliced(4) : id);
}

} // namespace Gatehouse::Dialects::Responses
