// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responses.h"

#include "core/dialects/classify.h"
#include "core/dialects/keyscan.h"
#include "core/dialects/openai/responseswords.h"

namespace Gatehouse::Dialects {

namespace {

//! What one pass over an event's outer members finds.
struct EventMarks {
    QByteArrayView type;
    qsizetype deltaBytes = 0;
};

EventMarks marksOf(const StreamEvent &event, ReplyFacts &facts)
{
    EventMarks marks{.type = event.name};
    scanKeys(event.data, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth == 1 && key == "type") {
            const QByteArrayView token = stringToken(value, end);
            if (token.size() > 2)
                marks.type = token.sliced(1, token.size() - 2);
        } else if (depth == 1 && key == "delta") {
            marks.deltaBytes = stringLength(value, end);
        } else if (depth == 1 && key == "sequence_number") {
            const char *digits = value;
            while (digits < end && *digits >= '0' && *digits <= '9')
                ++digits;
            facts.sequenceNumber =
                wholeNumber(QByteArrayView(value, digits)).value_or(facts.sequenceNumber);
        }
    });
    return marks;
}

//! The response object that events at the beginning and the end of a stream carry.
void readResponse(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    JsonMembers members;
    if (!reader.read(event.data, members)) {
        facts.isMalformed = true;
        return;
    }
    const QByteArrayView response = memberValue(members, "response");
    if (!response.startsWith('{') || !reader.read(response, members))
        return;
    const QByteArray id = unquoted(memberValue(members, "id"));
    if (!id.isEmpty())
        facts.id = id;
    const QByteArray model = unquoted(memberValue(members, "model"));
    if (!model.isEmpty())
        facts.model = model;
    facts.usage.batch |= isBatchTier(memberValue(members, "service_tier"));
    const QByteArrayView usage = memberValue(members, "usage");
    if (usage.startsWith('{'))
        readUsage(usage, Responses::usageNames, reader, facts.usage);
}

void readResponsesEvent(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    if (!event.data.startsWith('{')) {
        facts.isMalformed = facts.isMalformed || (event.name.isEmpty() && event.data != "[DONE]");
        return;
    }
    const EventMarks marks = marksOf(event, facts);
    if (marks.deltaBytes > 0) {
        facts.contentBytes += marks.deltaBytes;
        ++facts.contentEvents;
    }
    if (marks.type == "response.created") {
        readResponse(event, reader, facts);
    } else if (marks.type == "response.completed" || marks.type == "response.incomplete") {
        readResponse(event, reader, facts);
        facts.hasEnded = true;
        facts.finishReason = marks.type.sliced(marks.type.indexOf('.') + 1).toByteArray();
    } else if (marks.type == "response.failed" || marks.type == "error") {
        readResponse(event, reader, facts);
        facts.hasEnded = marks.type != "error";
        facts.hasFailed = true;
        facts.error = readError(event.data);
    }
}

} // namespace

constinit const WireFormat openAiResponses{
    .name = "openai-responses",
    .clientPath = "/v1/responses",
    .path = "/responses",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Responses::usageNames,
    .finishKey = "status",
    .answerKey = "output",
    .readEvent = readResponsesEvent,
    .finishReasonEnds = false,
};

constinit const ChatCodec openAiResponsesCodec{
    .readRequest = Responses::readRequest,
    .writeRequest = Responses::writeRequest,
    .readReply = Responses::readReply,
    .writeReply = Responses::writeReply,
    .streamReader = Responses::makeReader,
    .streamWriter = Responses::makeWriter,
};

} // namespace Gatehouse::Dialects
