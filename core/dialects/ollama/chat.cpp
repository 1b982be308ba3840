// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/chat.h"

#include "core/dialects/classify.h"
#include "core/dialects/keyscan.h"
#include "core/dialects/ollama/codecs.h"
#include "core/dialects/ollama/words.h"

namespace Gatehouse::Dialects {

namespace {

//! What one pass over a line's members finds.
struct LineMarks {
    bool isDone = false;
    bool hasDone = false;
    bool hasFailed = false;
    bool toolCalls = false;
    qsizetype contentBytes = 0;
};

LineMarks marksOf(QByteArrayView line, ReplyFacts &facts)
{
    LineMarks marks;
    scanKeys(line, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth > 2)
            return;
        if (key == "content" || key == "response" || key == "thinking") {
            marks.contentBytes += stringLength(value, end);
        } else if (depth == 2) {
            marks.toolCalls = marks.toolCalls || (key == "tool_calls" && *value == '[');
        } else if (key == "done") {
            marks.hasDone = true;
            marks.isDone = *value == 't';
        } else if (key == "done_reason") {
            facts.finishReason = unquoted(stringToken(value, end));
        } else if (key == "model" && facts.model.isEmpty()) {
            facts.model = unquoted(stringToken(value, end));
        } else if (key == "error") {
            marks.hasFailed = !isNull(value, end);
        }
    });
    return marks;
}

void readLine(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    if (!event.data.startsWith('{')) {
        facts.isMalformed = true;
        return;
    }
    const LineMarks marks = marksOf(event.data, facts);
    facts.contentBytes += marks.contentBytes;
    if (marks.contentBytes > 0 || marks.toolCalls)
        ++facts.contentEvents;
    if (marks.hasFailed) {
        facts.hasFailed = true;
        facts.error = readError(event.data);
    } else if (!marks.hasDone) {
        facts.isMalformed = true;
    } else if (marks.isDone) {
        facts.hasEnded = true;
        facts.isMalformed |= !readUsage(event.data, Ollama::usageNames, reader, facts.usage);
    }
}

} // namespace

constinit const WireFormat ollamaChat{
    .name = "ollama-chat",
    .clientPath = "/api/chat",
    .path = "/api/chat",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Ollama::usageNames,
    .finishKey = "done_reason",
    .answerKey = "message",
    .usageKey = {},
    .readEvent = readLine,
    .framing = Framing::Lines,
};

constinit const ChatCodec ollamaChatCodec{
    .readRequest = Ollama::readChatRequest,
    .writeRequest = Ollama::writeChatRequest,
    .readReply = Ollama::readChatReply,
    .writeReply = Ollama::writeChatReply,
    .streamReader = Ollama::chatReader,
    .streamWriter = Ollama::chatWriter,
    .framing = Framing::Lines,
    .streamType = "application/x-ndjson",
};

constinit const WireFormat ollamaGenerate{
    .name = "ollama-generate",
    .clientPath = "/api/generate",
    .path = "/api/generate",
    .family = Family::Ollama,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Ollama::usageNames,
    .finishKey = "done_reason",
    .answerKey = "response",
    .usageKey = {},
    .readEvent = readLine,
    .framing = Framing::Lines,
};

constinit const ChatCodec ollamaGenerateCodec{
    .readRequest = Ollama::readGenerateRequest,
    .writeRequest = Ollama::writeGenerateRequest,
    .readReply = Ollama::readGenerateReply,
    .writeReply = Ollama::writeGenerateReply,
    .streamReader = Ollama::generateReader,
    .streamWriter = Ollama::generateWriter,
    .framing = Framing::Lines,
    .streamType = "application/x-ndjson",
};

} // namespace Gatehouse::Dialects
