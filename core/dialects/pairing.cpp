// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/pairing.h"

#include "core/dialects/vertex/path.h"

namespace Gatehouse::Dialects {

namespace {

//! The format of a publisher's model; nothing of Google's own, which the row tells.
std::optional<Format> publishersFormat(Task task, QByteArrayView model)
{
    const VertexModel named = vertexModel(model);
    if (task == Task::Chat && named.publisher == "anthropic")
        return Format::AnthropicMessages;
    if (task == Task::CountTokens && named.publisher == "anthropic")
        return Format::AnthropicCountTokens;
    if (task == Task::Chat && named.publisher != "google")
        return Format::OpenAiChat;
    return {};
}

} // namespace

std::optional<Format> upstreamFormat(const Quirks &quirks, Format front, QByteArrayView model)
{
    if (quirks.hasPublishers) {
        if (const auto format = publishersFormat(taskOf(front), model))
            return format;
    }
    switch (taskOf(front)) {
    case Task::Chat:
        if ((front == Format::OpenAiResponses && quirks.hasResponses)
            || (front == Format::AnthropicMessages && quirks.hasMessages)
            || (front == Format::OpenAiCompletions && quirks.hasCompletions))
            return front;
        return quirks.chat;
    case Task::Embed:
        return quirks.embed;
    case Task::CountTokens:
        return quirks.countTokens;
    case Task::Rerank:
        return quirks.rerank;
    case Task::Images:
        return quirks.hasImages ? std::optional(front) : std::nullopt;
    case Task::Transcription:
    case Task::Speech:
        return quirks.hasAudio ? std::optional(front) : std::nullopt;
    case Task::Moderation:
        return quirks.hasModerations ? std::optional(front) : std::nullopt;
    case Task::PassThrough:
        return front;
    }
    Q_UNREACHABLE();
}

namespace {

//! A reranking in the words of Cohere's and Jina's own servers.
bool hasCommonRerank(const Quirks &quirks)
{
    return quirks.rerankTopN == "top_n" && quirks.takesReturnDocuments
        && quirks.takesDocumentObjects;
}

} // namespace

bool passesUnchanged(const Quirks &quirks, Format front, Format upstream, Touchy seen)
{
    if (isUntranslated(front))
        return true;
    if (front != upstream || (seen & Touchy::Seals))
        return false;
    if (front == Format::Rerank)
        return hasCommonRerank(quirks);
    return front != Format::OpenAiChat || !(quirks.touchy & seen);
}

} // namespace Gatehouse::Dialects
