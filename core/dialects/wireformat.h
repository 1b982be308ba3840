// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "core/dialects/providererror.h"
#include "core/dialects/usageparts.h"

#include <array>

namespace Gatehouse::Dialects {

//! What an answer has said so far, in the words of its format.
struct ReplyFacts {
    UsageParts usage;
    QByteArray model;
    QByteArray id; //!< of a response, once it is told (Responses)
    QByteArray finishReason;
    ProviderError error;
    bool hasEnded = false;
    bool hasFailed = false;
    bool isMalformed = false;
    qint64 contentBytes = 0;
    qint64 contentEvents = 0;
    qint64 sequenceNumber = -1; //!< last one seen (Responses)
};

//! One complete event of a stream.
struct StreamEvent {
    QByteArrayView name; //!< of the "event:" line, empty when there was none
    QByteArrayView data;
};

//! How messages are cut out of a stream.
enum class Framing {
    Events,      //!< server-sent events
    Lines,       //!< one JSON text a line
    EventStream, //!< application/vnd.amazon.eventstream
};

//! What the gateway must know of one wire format to pass it through. One table per format, in the
//! file of its name.
struct WireFormat {
    QByteArrayView name;       //!< "openai-chat"
    QByteArrayView clientPath; //!< "/v1/chat/completions"
    QByteArrayView path;       //!< behind the base path: "/chat/completions"
    Family family = Family::OpenAi;
    PromptCount promptCount = PromptCount::IncludesCache;
    std::span<const UsageName> usageNames;
    QByteArrayView finishKey; //!< member that tells why an answer ended, empty when none does
    QByteArrayView answerKey; //!< member every whole answer has: "choices"
    QByteArrayView otherAnswerKey = {}; //!< or this one: Gemini's "promptFeedback"
    //! Member of a whole answer with the counts; empty: they stand in the answer itself.
    QByteArrayView usageKey = "usage";
    QByteArrayView modelKey = "model"; //!< member that names the model in an answer

    //! Takes in one event of a stream; null when the format does not stream.
    void (*readEvent)(const StreamEvent &event, JsonMemberReader &reader,
                      ReplyFacts &facts) = nullptr;
    Framing framing = Framing::Events;
    Task task = Task::Chat;
    //! A finish reason and the connection's end make an answer whole, also without a last marker.
    bool finishReasonEnds = false;
    qsizetype maxEvent = 4 * 1024 * 1024; //!< bytes of one event; a longer one is malformed
};

const WireFormat &wireFormat(Format front);

//! Usage names of chat, legacy completions and embeddings (platform.openai.com, November 2026),
//! with DeepSeek's own name for cache reads.
inline constexpr std::array openAiUsageNames{
    UsageName{"", "prompt_tokens", &UsageParts::prompt},
    UsageName{"", "completion_tokens", &UsageParts::completion},
    UsageName{"", "total_tokens", &UsageParts::total},
    UsageName{"prompt_tokens_details", "cached_tokens", &UsageParts::cached},
    UsageName{"prompt_tokens_details", "cache_write_tokens", &UsageParts::cacheWrite},
    UsageName{"prompt_tokens_details", "audio_tokens", &UsageParts::audioIn},
    UsageName{"completion_tokens_details", "reasoning_tokens", &UsageParts::reasoning},
    UsageName{"completion_tokens_details", "audio_tokens", &UsageParts::audioOut},
    UsageName{"", "prompt_cache_hit_tokens", &UsageParts::cached},
};

//! Reads a chat or completions chunk; the two differ only in where content stands.
void readOpenAiChunk(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts);

} // namespace Gatehouse::Dialects
