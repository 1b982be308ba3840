// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>
#include <span>

namespace Gatehouse::Dialects {

//! Vendors whose way of wording errors, fields and events a wire format belongs to.
enum class Family { OpenAi, Anthropic, Gemini, Ollama, Bedrock, Cohere };

//! What is asked for, whatever the words.
enum class Task {
    Chat,
    Embed,
    CountTokens,
    Rerank,
    // never translated: only providers that have the endpoint are asked
    Images,
    Transcription,
    Speech,
    Moderation,
    PassThrough,
};

//! A wire format: what one endpoint takes and answers. Clients may speak those that have a path of
//! ours; providers may speak any.
enum class Format {
    OpenAiChat,
    OpenAiCompletions,
    OpenAiResponses,
    OpenAiEmbeddings,
    AnthropicMessages,
    AnthropicCountTokens,
    GeminiGenerate,   //!< generateContent and streamGenerateContent
    GeminiEmbed,      //!< embedContent
    GeminiBatchEmbed, //!< batchEmbedContents
    GeminiCountTokens,
    OllamaChat,
    OllamaGenerate,
    OllamaEmbed,
    OllamaEmbeddings, //!< the older POST /api/embeddings, of clients only
    Rerank, //!< the common shape of Cohere v2 and Jina: {"model","query","documents","top_n"}
    BedrockConverse,
    CohereChat,
    CohereEmbed,
    OpenAiImages,         //!< POST /v1/images/generations
    OpenAiImageEdits,     //!< POST /v1/images/edits: a form
    OpenAiTranscriptions, //!< POST /v1/audio/transcriptions: a form
    OpenAiTranslations,   //!< POST /v1/audio/translations: a form
    OpenAiSpeech,         //!< POST /v1/audio/speech: answered by sound
    OpenAiModerations,    //!< POST /v1/moderations
    PassThrough,          //!< whatever a provider takes, forwarded untouched
};

std::span<const Format> allFormats();

//! "openai-chat", "anthropic-messages", "gemini-generate" …: the names stored in the books.
QByteArrayView formatName(Format format);
std::optional<Format> formatFromName(QByteArrayView name);

//! The format of a request path without its query: "/v1/chat/completions" is OpenAiChat. Only
//! paths that name no model; "/v1beta/models/…" is taken apart by gemini/path.h.
std::optional<Format> formatOfPath(QByteArrayView path);

Family familyOf(Format format);
Task taskOf(Format format);

//! The format can answer as a stream.
bool mayStream(Format format);

//! Requests of the format come as multipart/form-data (edits of images also as JSON).
bool takesForm(Format format);

//! Answers of the format are never turned into another's.
bool isUntranslated(Format format);

//! Target of the upstream request line of a format whose path names no model: \a basePath ("/v1",
//! "", "/openai/v1"; no trailing slash) plus the format's own path. An Anthropic base path that
//! does not end in "/v1" gets "/v1" first. The client's query is never forwarded, except
//! "beta=true" of the Anthropic formats: \a query is what stood behind the client's '?'.
QByteArray upstreamTarget(Format format, QByteArrayView basePath, QByteArrayView query = {});

} // namespace Gatehouse::Dialects
