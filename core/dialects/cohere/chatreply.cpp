// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/codecs.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Cohere {

namespace {

void addCount(JsonView count, std::optional<qint64> &part, bool &isOdd)
{
    if (!count.exists())
        return;
    const auto whole = count.integer();
    constexpr qint64 largest = 1'000'000'000'000;
    if (whole && *whole >= 0 && *whole <= largest)
        part = whole;
    else
        isOdd = true;
}

void readContent(JsonView content, std::vector<Part> &parts)
{
    if (content.isString() && !content.isEmpty())
        parts.push_back({.kind = PartKind::Text, .text = content.string()});
    for (const JsonView piece : content) {
        if (piece["type"].equals("thinking"))
            parts.push_back({.kind = PartKind::Reasoning, .text = piece["thinking"].string()});
        else if (piece["type"].equals("text"))
            parts.push_back({.kind = PartKind::Text, .text = piece["text"].string()});
    }
}

//! The plan stands before the first text: it was written for the calls.
void addPlan(JsonView plan, std::vector<Part> &parts)
{
    if (!plan.isString() || plan.isEmpty())
        return;
    const auto text = std::ranges::find(parts, PartKind::Text, &Part::kind);
    parts.insert(text, {.kind = PartKind::Reasoning, .text = plan.string()});
}

void addCalls(JsonView calls, std::vector<Part> &parts)
{
    for (const JsonView call : calls) {
        Part part{.kind = PartKind::ToolCall, .id = call["id"].string()};
        part.name = call["function"]["name"].string();
        part.arguments = call["function"]["arguments"].string();
        if (part.arguments.trimmed().isEmpty())
            part.arguments = "{}"_ba;
        parts.push_back(std::move(part));
    }
}

void addCitations(JsonView citations, std::vector<Part> &parts)
{
    const auto text = std::ranges::find(parts, PartKind::Text, &Part::kind);
    if (text == parts.end())
        return;
    for (const JsonView citation : citations) {
        if (!isOfPlan(citation))
            text->citations.push_back(citationOf(citation));
    }
}

//! {"text","logprobs":[numbers]} for each piece becomes an entry for each number.
RawJson logprobsOf(JsonView list)
{
    if (!list.isList() || list.isEmpty())
        return {};
    RawJson out;
    JsonWriter json(out);
    json.beginObject().key("content").beginList();
    for (const JsonView piece : list) {
        QByteArray text = piece["text"].string();
        for (const JsonView number : piece["logprobs"]) {
            if (!number.isNumber())
                continue;
            json.beginObject().member("token", text).rawMember("logprob", number.raw());
            json.key("bytes").null().key("top_logprobs").beginList().endList().endObject();
            text.clear(); // the words of a piece stand at its first token
        }
    }
    json.endList().endObject();
    return out;
}

} // namespace

FinishReason finishOf(JsonView reason)
{
    if (reason.equals("COMPLETE") || reason.equals("STOP_SEQUENCE"))
        return FinishReason::Stop;
    if (reason.equals("MAX_TOKENS"))
        return FinishReason::Length;
    if (reason.equals("TOOL_CALL"))
        return FinishReason::ToolCalls;
    if (reason.equals("ERROR") || reason.equals("TIMEOUT"))
        return FinishReason::Error;
    return reason.exists() ? FinishReason::Stop : FinishReason::None;
}

Usage usageOf(JsonView usage)
{
    const JsonView tokens = usage["tokens"];
    const JsonView counts = tokens.exists() ? tokens : usage["billed_units"];
    UsageParts parts;
    addCount(counts["input_tokens"], parts.prompt, parts.odd);
    addCount(counts["output_tokens"], parts.completion, parts.odd);
    addCount(usage["cached_tokens"], parts.cached, parts.odd);
    return normalised(parts, PromptCount::IncludesCache);
}

bool isOfPlan(JsonView citation)
{
    return citation["type"].equals("PLAN") || citation["type"].equals("THINKING_CONTENT");
}

Citation citationOf(JsonView citation)
{
    Citation out;
    const JsonView source = citation["sources"].at(0);
    const JsonView document = source["document"];
    out.url = document["url"].string();
    out.title = document["title"].string();
    if (out.title.isEmpty())
        out.title = source["id"].string();
    out.quote = citation["text"].string();
    out.begin = citation["start"].integer();
    out.end = citation["end"].integer();
    out.raw = citation.rawCopy();
    return out;
}

Result<Reply> readReply(JsonView body)
{
    const JsonView message = body["message"];
    if (!message.isObject())
        return Error{ErrorCode::Corrupt, u"the answer is not Cohere's: no 'message'"_s};
    Reply reply;
    reply.id = body["id"].string();
    reply.usage = usageOf(body["usage"]);
    Choice choice;
    readContent(message["content"], choice.parts);
    addPlan(message["tool_plan"], choice.parts);
    addCitations(message["citations"], choice.parts);
    addCalls(message["tool_calls"], choice.parts);
    choice.finish = finishOf(body["finish_reason"]);
    choice.logprobs = logprobsOf(body["logprobs"]);
    reply.choices.push_back(std::move(choice));
    return reply;
}

} // namespace Gatehouse::Dialects::Cohere
