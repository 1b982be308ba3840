// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/format.h"

#include "core/base/bytes.h"
#include "core/dialects/anthropic/messages.h"
#include "core/dialects/bedrock/converse.h"
#include "core/dialects/cohere/chat.h"
#include "core/dialects/cohere/embed.h"
#include "core/dialects/gemini/embed.h"
#include "core/dialects/gemini/generate.h"
#include "core/dialects/ollama/chat.h"
#include "core/dialects/ollama/embed.h"
#include "core/dialects/openai/chat.h"
#include "core/dialects/openai/completions.h"
#include "core/dialects/openai/embeddings.h"
#include "core/dialects/openai/media.h"
#include "core/dialects/openai/responses.h"
#include "core/dialects/rerank.h"

namespace Gatehouse::Dialects {

namespace {

//! Claude Code and the SDKs' beta resources append it.
bool asksForBeta(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        if ((end < 0 ? query : query.first(end)) == "beta=true")
            return true;
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return false;
}

} // namespace

std::span<const Format> allFormats()
{
    static constexpr std::array formats{
        Format::OpenAiChat,         Format::OpenAiCompletions, Format::OpenAiResponses,
        Format::OpenAiEmbeddings,   Format::AnthropicMessages, Format::AnthropicCountTokens,
        Format::GeminiGenerate,     Format::GeminiEmbed,       Format::GeminiBatchEmbed,
        Format::GeminiCountTokens,  Format::OllamaChat,        Format::OllamaGenerate,
        Format::OllamaEmbed,        Format::OllamaEmbeddings,  Format::Rerank,
        Format::BedrockConverse,    Format::CohereChat,        Format::CohereEmbed,
        Format::OpenAiImages,       Format::OpenAiImageEdits,  Format::OpenAiTranscriptions,
        Format::OpenAiTranslations, Format::OpenAiSpeech,      Format::OpenAiModerations,
        Format::PassThrough,
    };
    return formats;
}

const WireFormat &wireFormat(Format format)
{
    switch (format) {
    case Format::OpenAiChat:
        return openAiChat;
    case Format::OpenAiCompletions:
        return openAiCompletions;
    case Format::OpenAiResponses:
        return openAiResponses;
    case Format::OpenAiEmbeddings:
        return openAiEmbeddings;
    case Format::AnthropicMessages:
        return anthropicMessages;
    case Format::AnthropicCountTokens:
        return anthropicCountTokens;
    case Format::GeminiGenerate:
        return geminiGenerate;
    case Format::GeminiEmbed:
        return geminiEmbed;
    case Format::GeminiBatchEmbed:
        return geminiBatchEmbed;
    case Format::GeminiCountTokens:
        return geminiCountTokens;
    case Format::OllamaChat:
        return ollamaChat;
    case Format::OllamaGenerate:
        return ollamaGenerate;
    case Format::OllamaEmbed:
        return ollamaEmbed;
    case Format::OllamaEmbeddings:
        return ollamaEmbeddings;
    case Format::Rerank:
        return commonRerank;
    case Format::BedrockConverse:
        return bedrockConverse;
    case Format::CohereChat:
        return cohereChat;
    case Format::CohereEmbed:
        return cohereEmbed;
    case Format::OpenAiImages:
        return openAiImages;
    case Format::OpenAiImageEdits:
        return openAiImageEdits;
    case Format::OpenAiTranscriptions:
        return openAiTranscriptions;
    case Format::OpenAiTranslations:
        return openAiTranslations;
    case Format::OpenAiSpeech:
        return openAiSpeech;
    case Format::OpenAiModerations:
        return openAiModerations;
    case Format::PassThrough:
        return passThrough;
    }
    Q_UNREACHABLE();
}

QByteArrayView formatName(Format format)
{
    return wireFormat(format).name;
}

std::optional<Format> formatFromName(QByteArrayView name)
{
    for (const Format format : allFormats()) {
        if (wireFormat(format).name == name)
            return format;
    }
    return {};
}

std::optional<Format> formatOfPath(QByteArrayView path)
{
    for (const Format format : allFormats()) {
        if (!path.isEmpty() && wireFormat(format).clientPath == path)
            return format;
    }
    return {};
}

Family familyOf(Format format)
{
    return wireFormat(format).family;
}

Task taskOf(Format format)
{
    return wireFormat(format).task;
}

bool mayStream(Format format)
{
    return taskOf(format) == Task::Chat || wireFormat(format).readEvent != nullptr;
}

bool takesForm(Format format)
{
    return format == Format::OpenAiImageEdits || taskOf(format) == Task::Transcription;
}

bool isUntranslated(Format format)
{
    return taskOf(format) >= Task::Images;
}

QByteArray upstreamTarget(Format format, QByteArrayView basePath, QByteArrayView query)
{
    const WireFormat &wire = wireFormat(format);
    constexpr qsizetype additions = 16;
    QByteArray target;
    target.reserve(basePath.size() + wire.path.size() + additions);
    append(target, basePath);
    const bool anthropic = wire.family == Family::Anthropic;
    if (anthropic && !basePath.endsWith("/v1"))
        append(target, "/v1");
    append(target, wire.path);
    if (anthropic && asksForBeta(query))
        append(target, "?beta=true");
    return target;
}

} // namespace Gatehouse::Dialects
