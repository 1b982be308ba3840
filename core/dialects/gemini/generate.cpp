// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generate.h"

#include "core/dialects/classify.h"
#include "core/dialects/gemini/generatereply.h"
#include "core/dialects/gemini/generaterequest.h"
#include "core/dialects/gemini/generatewords.h"
#include "core/dialects/keyscan.h"

namespace Gatehouse::Dialects {

namespace {

//! What one pass over an event's members finds.
struct EventMarks {
    QByteArrayView usage; //!< the object, when it is whole
    QByteArrayView model;
    QByteArrayView finish;
    bool hasCall = false;
    bool hasError = false;
    qsizetype contentBytes = 0;
};

//! The object at \a value, without looking into strings: Google's counts hold names only.
QByteArrayView objectAt(const char *value, const char *end)
{
    int depth = 0;
    for (const char *at = value; at < end; ++at) {
        depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
        if (depth == 0)
            return *value == '{' ? QByteArrayView(value, at + 1) : QByteArrayView();
    }
    return {};
}

//! Depths of candidates[0].content.parts[0].text: 1, 3, 4 and 6.
EventMarks marksOf(QByteArrayView data)
{
    EventMarks marks;
    scanKeys(data, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth == 6) {
            if (key == "text")
                marks.contentBytes += stringLength(value, end);
            else if (key == "functionCall" || key == "inlineData" || key == "executableCode")
                marks.hasCall = true;
        } else if (depth == 3 && key == "finishReason") {
            marks.finish = stringToken(value, end);
        } else if (depth == 2 && key == "blockReason") {
            marks.finish = stringToken(value, end);
        } else if (depth == 1 && key == "usageMetadata") {
            marks.usage = objectAt(value, end);
        } else if (depth == 1 && key == "modelVersion") {
            marks.model = stringToken(value, end);
        } else if (depth == 1 && key == "error") {
            marks.hasError = !isNull(value, end);
        }
    });
    return marks;
}

void readGenerateEvent(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    const bool isList = event.data.startsWith('['); // an error may come in one
    if (!event.data.startsWith('{') && !isList) {
        facts.isMalformed = true;
        return;
    }
    const EventMarks marks = marksOf(isList ? event.data.sliced(1) : event.data);
    if (marks.hasError) {
        facts.hasFailed = true;
        facts.error = readError(event.data);
        return;
    }
    facts.contentBytes += marks.contentBytes;
    if (marks.contentBytes > 0 || marks.hasCall)
        ++facts.contentEvents;
    if (facts.model.isEmpty() && !marks.model.isEmpty())
        facts.model = Gemini::modelName(unquoted(marks.model));
    if (!marks.finish.isEmpty())
        facts.finishReason = unquoted(marks.finish);
    if (!marks.usage.isEmpty())
        readUsage(marks.usage, Gemini::usageNames, reader, facts.usage);
}

} // namespace

constinit const WireFormat geminiGenerate{
    .name = "gemini-generate",
    .clientPath = "", // names the model: path.h
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = Gemini::usageNames,
    .finishKey = "finishReason",
    .answerKey = "candidates",
    .otherAnswerKey = "promptFeedback",
    .usageKey = "usageMetadata",
    .modelKey = "modelVersion",
    .readEvent = readGenerateEvent,
    .finishReasonEnds = true,
};

constinit const ChatCodec geminiGenerateCodec{
    .readRequest = Gemini::readRequest,
    .writeRequest = Gemini::writeRequest,
    .readReply = Gemini::readReply,
    .writeReply = Gemini::writeReply,
    .streamReader = Gemini::streamReader,
    .streamWriter = Gemini::streamWriter,
};

constinit const WireFormat geminiCountTokens{
    .name = "gemini-count-tokens",
    .clientPath = "",
    .path = "",
    .family = Family::Gemini,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {}, // counting is free
    .finishKey = {},
    .answerKey = "totalTokens",
    .task = Task::CountTokens,
};

constinit const CountCodec geminiCountTokensCodec{
    .readRequest = Gemini::readCountRequest,
    .writeRequest = Gemini::writeCountRequest,
    .readReply = Gemini::readCountReply,
    .writeReply = Gemini::writeCountReply,
};

} // namespace Gatehouse::Dialects
