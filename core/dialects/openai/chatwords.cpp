// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatwords.h"

#include "core/dialects/wireformat.h"

namespace Gatehouse::Dialects::OpenAi {

namespace {

struct FinishRow {
    QByteArrayView word;
    FinishReason reason;
};

//! The vendor's own words first (November 2026), then those of servers of its kind.
constexpr std::array finishRows{
    FinishRow{"stop", FinishReason::Stop},
    FinishRow{"length", FinishReason::Length},
    FinishRow{"tool_calls", FinishReason::ToolCalls},
    FinishRow{"content_filter", FinishReason::ContentFilter},
    FinishRow{"error", FinishReason::Error},
    FinishRow{"function_call", FinishReason::ToolCalls},
    FinishRow{"eos", FinishReason::Stop},                           // Together
    FinishRow{"eos_token", FinishReason::Stop},                     // TGI
    FinishRow{"stop_sequence", FinishReason::Stop},                 // TGI
    FinishRow{"end_turn", FinishReason::Stop},                      // proxies before Claude
    FinishRow{"model_length", FinishReason::Length},                // Mistral
    FinishRow{"max_tokens", FinishReason::Length},                  // proxies before Claude
    FinishRow{"insufficient_system_resource", FinishReason::Error}, // DeepSeek
};

constexpr qsizetype maxUsageText = 16 * 1024;

} // namespace

FinishReason finishReasonOf(QByteArrayView word)
{
    if (word.isEmpty())
        return FinishReason::None;
    const auto row = std::ranges::find(finishRows, word, &FinishRow::word);
    return row == finishRows.end() ? FinishReason::Stop : row->reason;
}

QByteArrayView finishWord(FinishReason reason)
{
    switch (reason) {
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::Pause:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Error:
        return "error";
    }
    return "stop";
}

Usage usageIn(JsonView body)
{
    JsonView usage = body["usage"];
    if (!usage.isObject())
        usage = body["x_groq"]["usage"];
    if (!usage.isObject() || usage.raw().size() > maxUsageText)
        return {};
    JsonMemberReader reader;
    UsageParts parts;
    parts.batch = isBatchTier(body["service_tier"].raw());
    readUsage(usage.raw(), openAiUsageNames, reader, parts);
    return normalised(parts, PromptCount::IncludesCache);
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    json.beginObject()
        .member("prompt_tokens", usage.promptTokens)
        .member("completion_tokens", usage.completionTokens)
        .member("total_tokens", usage.promptTokens + usage.completionTokens);
    json.key("prompt_tokens_details").beginObject().member("cached_tokens", usage.cachedTokens);
    if (const qint64 written = usage.cacheWriteTokens + usage.cacheWriteHourTokens; written > 0)
        json.member("cache_write_tokens", written);
    json.member("audio_tokens", usage.audioInTokens).endObject();
    json.key("completion_tokens_details")
        .beginObject()
        .member("reasoning_tokens", usage.reasoningTokens)
        .member("audio_tokens", usage.audioOutTokens)
        .endObject();
    json.endObject();
}

RawJson argumentsObject(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == "null")
        return "{}";
    const JsonView view = JsonView::parse(trimmed);
    if (view.isObject())
        return view.raw().toByteArray();
    RawJson wrapped;
    JsonWriter(wrapped).beginObject().member("input", text).endObject();
    return wrapped;
}

QByteArray argumentsText(JsonView arguments)
{
    return arguments.isObject() ? arguments.rawCopy() : arguments.string();
}

Media mediaOfUrl(const QByteArray &url)
{
    Media media;
    const qsizetype comma = url.startsWith("data:") ? url.indexOf(',') : -1;
    const QByteArray head = url.mid(5, comma - 5);
    if (comma < 0 || !head.endsWith(";base64")) {
        media.url = url;
        return media;
    }
    media.mimeType = head.left(head.indexOf(';'));
    media.data = url.mid(comma + 1);
    return media;
}

QByteArray urlOf(const Media &media)
{
    if (media.data.isEmpty())
        return media.url;
    const QByteArray type =
        media.mimeType.isEmpty() ? QByteArray("application/octet-stream") : media.mimeType;
    return "data:" + type + ";base64," + media.data;
}

QByteArray audioType(QByteArrayView format)
{
    if (format == "mp3")
        return "audio/mpeg";
    return "audio/" + (format.isEmpty() ? QByteArray("wav") : format.toByteArray());
}

QByteArray audioFormat(QByteArrayView mimeType)
{
    const QByteArrayView type = mimeType.sliced(mimeType.indexOf('/') + 1);
    if (type == "mpeg")
        return "mp3";
    if (type.isEmpty() || type == "x-wav" || type == "wave")
        return "wav";
    return type.toByteArray();
}

Citation citationOf(JsonView annotation)
{
    const JsonView place = annotation["url_citation"];
    return {.url = place["url"].string(),
            .title = place["title"].string(),
            .quote = place["content"].string(),
            .begin = place["start_index"].integer(),
            .end = place["end_index"].integer(),
            .raw = annotation.rawCopy()};
}

void writeCitation(JsonWriter &json, const Citation &citation)
{
    const JsonView raw = JsonView::trusted(citation.raw);
    if (raw["url_citation"].isObject()) {
        json.raw(citation.raw);
        return;
    }
    json.beginObject().member("type", "url_citation").key("url_citation").beginObject();
    json.member("url", citation.url).member("title", citation.title);
    json.member("start_index", citation.begin.value_or(0));
    json.member("end_index", citation.end.value_or(0));
    json.endObject().endObject();
}

QByteArray replyId(QByteArrayView prefix, QByteArrayView id, QByteArrayView requestId)
{
    if (id.startsWith(prefix))
        return id.toByteArray();
    const QByteArrayView name = requestId.startsWith("req_") ? requestId.sliced(4)
        : requestId.isEmpty()                                ? id
                                                             : requestId;
    return prefix.toByteArray() + name.toByteArray();
}

} // namespace Gatehouse::Dialects::OpenAi
