// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/codec.h"

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
#include "core/dialects/openai/responses.h"
#include "core/dialects/rerank.h"

#include <array>

namespace Gatehouse::Dialects {

namespace {

//! What translates a format: one of the four, by its task.
struct Row {
    Format format;
    const ChatCodec *chat = nullptr;
    const EmbedCodec *embed = nullptr;
    const CountCodec *count = nullptr;
    const RerankCodec *rerank = nullptr;
};

constexpr std::array rows{
    Row{.format = Format::OpenAiChat, .chat = &openAiChatCodec},
    Row{.format = Format::OpenAiCompletions, .chat = &openAiCompletionsCodec},
    Row{.format = Format::OpenAiResponses, .chat = &openAiResponsesCodec},
    Row{.format = Format::AnthropicMessages, .chat = &anthropicMessagesCodec},
    Row{.format = Format::GeminiGenerate, .chat = &geminiGenerateCodec},
    Row{.format = Format::OllamaChat, .chat = &ollamaChatCodec},
    Row{.format = Format::OllamaGenerate, .chat = &ollamaGenerateCodec},
    Row{.format = Format::BedrockConverse, .chat = &bedrockConverseCodec},
    Row{.format = Format::CohereChat, .chat = &cohereChatCodec},
    Row{.format = Format::OpenAiEmbeddings, .embed = &openAiEmbeddingsCodec},
    Row{.format = Format::GeminiEmbed, .embed = &geminiEmbedCodec},
    Row{.format = Format::GeminiBatchEmbed, .embed = &geminiBatchEmbedCodec},
    Row{.format = Format::OllamaEmbed, .embed = &ollamaEmbedCodec},
    Row{.format = Format::OllamaEmbeddings, .embed = &ollamaEmbeddingsCodec},
    Row{.format = Format::CohereEmbed, .embed = &cohereEmbedCodec},
    Row{.format = Format::AnthropicCountTokens, .count = &anthropicCountTokensCodec},
    Row{.format = Format::GeminiCountTokens, .count = &geminiCountTokensCodec},
    Row{.format = Format::Rerank, .rerank = &commonRerankCodec},
};

template <typename Codec>
const Codec &codecOf(Format format, const Codec *Row::*codec)
{
    for (const Row &row : rows) {
        if (row.format == format && row.*codec)
            return *(row.*codec);
    }
    Q_UNREACHABLE();
}

} // namespace

const ChatCodec &chatCodec(Format format)
{
    return codecOf(format, &Row::chat);
}

const EmbedCodec &embedCodec(Format format)
{
    return codecOf(format, &Row::embed);
}

const CountCodec &countCodec(Format format)
{
    return codecOf(format, &Row::count);
}

const RerankCodec &rerankCodec(Format format)
{
    return codecOf(format, &Row::rerank);
}

} // namespace Gatehouse::Dialects
