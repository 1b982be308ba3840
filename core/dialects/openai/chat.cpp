// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chat.h"

#include "core/dialects/classify.h"
#include "core/dialects/keyscan.h"
#include "core/dialects/openai/chatreader.h"
#include "core/dialects/openai/chatreply.h"
#include "core/dialects/openai/chatrequest.h"
#include "core/dialects/openai/chatwriter.h"
#include "core/dialects/openai/requestwriter.h"

namespace Gatehouse::Dialects {

namespace {

//! Members of a delta that hold generated text. "text" is the choice's own in completions chunks
//! and a piece of a content list at Mistral.
bool isContentKey(QByteArrayView key)
{
    return key == "content" || key == "arguments" || key == "reasoning_content"
        || key == "reasoning" || key == "refusal" || key == "text";
}

//! What one pass over a chunk's members finds.
struct ChunkMarks {
    bool usage = false;
    bool error = false;
    bool toolCalls = false;
    qsizetype contentBytes = 0;
    QByteArray finishReason;
};

ChunkMarks marksOf(QByteArrayView data, ReplyFacts &facts)
{
    ChunkMarks marks;
    scanKeys(data, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth <= 2) {
            if (key == "usage" && !isNull(value, end))
                marks.usage = true; // depth 2: x_groq.usage
            else if (depth == 1 && key == "error" && !isNull(value, end))
                marks.error = true;
            else if (depth == 1 && key == "model" && facts.model.isEmpty())
                facts.model = unquoted(stringToken(value, end));
            return;
        }
        if (key == "finish_reason")
            marks.finishReason = unquoted(stringToken(value, end));
        else if (key == "tool_calls")
            marks.toolCalls = marks.toolCalls || *value == '[';
        else if (isContentKey(key))
            marks.contentBytes += stringLength(value, end);
    });
    return marks;
}

void readChunkUsage(QByteArrayView data, JsonMemberReader &reader, ReplyFacts &facts)
{
    JsonMembers members;
    if (!reader.read(data, members)) {
        facts.isMalformed = true;
        return;
    }
    facts.usage.batch |= isBatchTier(memberValue(members, "service_tier"));
    QByteArrayView usage = memberValue(members, "usage");
    if (!usage.startsWith('{')) {
        const QByteArrayView groq = memberValue(members, "x_groq");
        if (!groq.startsWith('{') || !reader.read(groq, members))
            return;
        usage = memberValue(members, "usage");
    }
    if (usage.startsWith('{'))
        readUsage(usage, openAiUsageNames, reader, facts.usage);
}

void fail(QByteArrayView data, ReplyFacts &facts)
{
    facts.hasFailed = true;
    facts.error = readError(data);
}

} // namespace

void readOpenAiChunk(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    if (event.data == "[DONE]") {
        facts.hasEnded = true;
        return;
    }
    if (event.name == "error")
        return fail(event.data, facts);
    if (!event.data.startsWith('{')) {
        facts.isMalformed = facts.isMalformed || event.name.isEmpty();
        return;
    }
    const ChunkMarks marks = marksOf(event.data, facts);
    facts.contentBytes += marks.contentBytes;
    if (marks.contentBytes > 0 || marks.toolCalls)
        ++facts.contentEvents;
    if (!marks.finishReason.isEmpty())
        facts.finishReason = marks.finishReason;
    if (marks.usage)
        readChunkUsage(event.data, reader, facts);
    if (marks.error || marks.finishReason == "error")
        fail(event.data, facts);
}

constinit const WireFormat openAiChat{
    .name = "openai-chat",
    .clientPath = "/v1/chat/completions",
    .path = "/chat/completions",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = openAiUsageNames,
    .finishKey = "finish_reason",
    .answerKey = "choices",
    .readEvent = readOpenAiChunk,
    .finishReasonEnds = true,
};

namespace {

Result<WrittenRequest> writeChatRequest(const Request &request, const WriteOptions &options)
{
    return OpenAi::RequestWriter(request, options).chat();
}

std::unique_ptr<StreamReader> chatStreamReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<OpenAi::ChunkReader>();
}

std::unique_ptr<StreamWriter> chatStreamWriter(const ReplyContext &context)
{
    return std::make_unique<OpenAi::ChatStreamWriter>(context);
}

} // namespace

constinit const ChatCodec openAiChatCodec{
    .readRequest = OpenAi::readChatRequest,
    .writeRequest = writeChatRequest,
    .readReply = OpenAi::readChatReply,
    .writeReply = OpenAi::writeChatReply,
    .streamReader = chatStreamReader,
    .streamWriter = chatStreamWriter,
};

} // namespace Gatehouse::Dialects
