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

namespace Gatehouse::Dialects {

const ChatCodec &chatCodec(Format format)
{
    switch (format) {
    case Format::OpenAiChat:
        return openAiChatCodec;
    case Format::OpenAiCompletions:
        return openAiCompletionsCodec;
    case Format::OpenAiResponses:
        return openAiResponsesCodec;
    case Format::AnthropicMessages:
        return anthropicMessagesCodec;
    case Format::GeminiGenerate:
        return geminiGenerateCodec;
    case Format::OllamaChat:
        return ollamaChatCodec;
    case Format::OllamaGenerate:
        return ollamaGenerateCodec;
    case Format::BedrockConverse:
        return bedrockConverseCodec;
    case Format::CohereChat:
        return cohereChatCodec;
    case Format::OpenAiEmbeddings:
    case Format::AnthropicCountTokens:
    case Format::GeminiEmbed:
    case Format::GeminiBatchEmbed:
    case Format::GeminiCountTokens:
    case Format::OllamaEmbed:
    case Format::Rerank:
    case Format::CohereEmbed:
    case Format::OpenAiImages:
    case Format::OpenAiImageEdits:
    case Format::OpenAiTranscriptions:
    case Format::OpenAiTranslations:
    case Format::OpenAiSpeech:
    case Format::OpenAiModerations:
    case Format::PassThrough:
        break;
    }
    Q_UNREACHABLE();
}

const EmbedCodec &embedCodec(Format format)
{
    switch (format) {
    case Format::OpenAiEmbeddings:
        return openAiEmbeddingsCodec;
    case Format::GeminiEmbed:
        return geminiEmbedCodec;
    case Format::GeminiBatchEmbed:
        return geminiBatchEmbedCodec;
    case Format::OllamaEmbed:
        return ollamaEmbedCodec;
    case Format::CohereEmbed:
        return cohereEmbedCodec;
    case Format::OpenAiChat:
    case Format::OpenAiCompletions:
    case Format::OpenAiResponses:
    case Format::AnthropicMessages:
    case Format::AnthropicCountTokens:
    case Format::GeminiGenerate:
    case Format::GeminiCountTokens:
    case Format::OllamaChat:
    case Format::OllamaGenerate:
    case Format::Rerank:
    case Format::BedrockConverse:
    case Format::CohereChat:
    case Format::OpenAiImages:
    case Format::OpenAiImageEdits:
    case Format::OpenAiTranscriptions:
    case Format::OpenAiTranslations:
    case Format::OpenAiSpeech:
    case Format::OpenAiModerations:
    case Format::PassThrough:
        break;
    }
    Q_UNREACHABLE();
}

const CountCodec &countCodec(Format format)
{
    switch (format) {
    case Format::AnthropicCountTokens:
        return anthropicCountTokensCodec;
    case Format::GeminiCountTokens:
        return geminiCountTokensCodec;
    case Format::OpenAiChat:
    case Format::OpenAiCompletions:
    case Format::OpenAiResponses:
    case Format::OpenAiEmbeddings:
    case Format::AnthropicMessages:
    case Format::GeminiGenerate:
    case Format::GeminiEmbed:
    case Format::GeminiBatchEmbed:
    case Format::OllamaChat:
    case Format::OllamaGenerate:
    case Format::OllamaEmbed:
    case Format::Rerank:
    case Format::BedrockConverse:
    case Format::CohereChat:
    case Format::CohereEmbed:
    case Format::OpenAiImages:
    case Format::OpenAiImageEdits:
    case Format::OpenAiTranscriptions:
    case Format::OpenAiTranslations:
    case Format::OpenAiSpeech:
    case Format::OpenAiModerations:
    case Format::PassThrough:
        break;
    }
    Q_UNREACHABLE();
}

const RerankCodec &rerankCodec(Format format)
{
    switch (format) {
    case Format::Rerank:
        return commonRerankCodec;
    case Format::OpenAiChat:
    case Format::OpenAiCompletions:
    case Format::OpenAiResponses:
    case Format::OpenAiEmbeddings:
    case Format::AnthropicMessages:
    case Format::AnthropicCountTokens:
    case Format::GeminiGenerate:
    case Format::GeminiEmbed:
    case Format::GeminiBatchEmbed:
    case Format::GeminiCountTokens:
    case Format::OllamaChat:
    case Format::OllamaGenerate:
    case Format::OllamaEmbed:
    case Format::BedrockConverse:
    case Format::CohereChat:
    case Format::CohereEmbed:
    case Format::OpenAiImages:
    case Format::OpenAiImageEdits:
    case Format::OpenAiTranscriptions:
    case Format::OpenAiTranslations:
    case Format::OpenAiSpeech:
    case Format::OpenAiModerations:
    case Format::PassThrough:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace Gatehouse::Dialects
