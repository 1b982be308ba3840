// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messages.h"

#include "core/dialects/anthropic/messageswords.h"
#include "core/dialects/classify.h"
#include "core/dialects/keyscan.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

//! What one pass over an event's members finds.
struct EventMarks {
    QByteArrayView type;
    bool toolUse = false;
    qsizetype contentBytes = 0;
};

EventMarks marksOf(const StreamEvent &event)
{
    EventMarks marks{.type = event.name};
    scanKeys(event.data, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (key == "type" && depth <= 2) {
            const QByteArrayView token = stringToken(value, end);
            if (depth == 1 && token.size() > 2)
                marks.type = token.sliced(1, token.size() - 2);
            else
                marks.toolUse = marks.toolUse || token == "\"tool_use\"";
        } else if (depth == 2 && (key == "text" || key == "thinking" || key == "partial_json")) {
            marks.contentBytes += stringLength(value, end);
        }
    });
    return marks;
}

//! \a key of \a object, when it is an object itself: its members.
bool enter(QByteArrayView key, JsonMembers &members, JsonMemberReader &reader)
{
    const QByteArrayView value = memberValue(members, key);
    return value.startsWith('{') && reader.read(value, members);
}

void readStart(QByteArrayView data, JsonMemberReader &reader, ReplyFacts &facts)
{
    JsonMembers members;
    if (!reader.read(data, members)) {
        facts.isMalformed = true;
        return;
    }
    if (!enter("message", members, reader))
        return;
    facts.model = unquoted(memberValue(members, "model"));
    const QByteArrayView usage = memberValue(members, "usage");
    if (usage.startsWith('{'))
        readUsage(usage, Messages::usageNames, reader, facts.usage);
}

void readDelta(QByteArrayView data, JsonMemberReader &reader, ReplyFacts &facts)
{
    JsonMembers members;
    if (!reader.read(data, members)) {
        facts.isMalformed = true;
        return;
    }
    const QByteArrayView usage = memberValue(members, "usage");
    if (usage.startsWith('{'))
        readUsage(usage, Messages::usageNames, reader, facts.usage);
    if (enter("delta", members, reader)) {
        const QByteArray reason = unquoted(memberValue(members, "stop_reason"));
        if (!reason.isEmpty())
            facts.finishReason = reason;
    }
}

void readMessagesEvent(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    if (!event.data.startsWith('{')) {
        facts.isMalformed = facts.isMalformed || event.name.isEmpty();
        return;
    }
    const EventMarks marks = marksOf(event);
    if (marks.type == "content_block_delta" || marks.type == "content_block_start") {
        facts.contentBytes += marks.contentBytes;
        if (marks.contentBytes > 0 || marks.toolUse)
            ++facts.contentEvents;
    } else if (marks.type == "message_start") {
        readStart(event.data, reader, facts);
    } else if (marks.type == "message_delta") {
        readDelta(event.data, reader, facts);
    } else if (marks.type == "message_stop") {
        facts.hasEnded = true;
    } else if (marks.type == "error") {
        facts.hasFailed = true;
        facts.error = readError(event.data);
    }
}

Result<qint64> readCountReply(JsonView body)
{
    const auto tokens = body["input_tokens"].integer();
    if (!tokens)
        return Error{ErrorCode::Corrupt, u"The answer holds no input_tokens."_s};
    return *tokens;
}

QByteArray writeCountReply(qint64 tokens)
{
    QByteArray out;
    JsonWriter(out).beginObject().member("input_tokens", tokens).endObject();
    return out;
}

} // namespace

constinit const WireFormat anthropicMessages{
    .name = "anthropic-messages",
    .clientPath = "/v1/messages",
    .path = "/messages",
    .family = Family::Anthropic,
    .promptCount = PromptCount::ExcludesCache,
    .usageNames = Messages::usageNames,
    .finishKey = "stop_reason",
    .answerKey = "content",
    .readEvent = readMessagesEvent,
    .finishReasonEnds = false,
};

constinit const WireFormat anthropicCountTokens{
    .name = "anthropic-count-tokens",
    .clientPath = "/v1/messages/count_tokens",
    .path = "/messages/count_tokens",
    .family = Family::Anthropic,
    .promptCount = PromptCount::ExcludesCache,
    .usageNames = {}, // counting is free
    .finishKey = {},
    .answerKey = "input_tokens",
    .readEvent = nullptr,
    .task = Task::CountTokens,
    .finishReasonEnds = false,
};

constinit const ChatCodec anthropicMessagesCodec{
    .readRequest = Messages::readMessagesRequest,
    .writeRequest = Messages::writeMessagesRequest,
    .readReply = Messages::readMessagesReply,
    .writeReply = Messages::writeMessagesReply,
    .streamReader = Messages::makeMessagesReader,
    .streamWriter = Messages::makeMessagesWriter,
};

constinit const CountCodec anthropicCountTokensCodec{
    .readRequest = Messages::readCountRequest,
    .writeRequest = Messages::writeCountRequest,
    .readReply = readCountReply,
    .writeReply = writeCountReply,
};

} // namespace Gatehouse::Dialects
