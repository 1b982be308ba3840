// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"
#include "core/dialects/cohere/codecs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Cohere {

namespace {

class EventReader final : public StreamReader
{
public:
    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;

private:
    //! A call that may still get arguments; calls are told apart by their event's index.
    struct OpenCall {
        qint64 index = 0;
        int call = 0;
        bool hasArguments = false;
    };

    void start(JsonView event, std::vector<Chunk> &out);
    void readContent(JsonView content, std::vector<Chunk> &out);
    void readCallStart(qint64 index, JsonView call, std::vector<Chunk> &out);
    void readCallDelta(qint64 index, JsonView call, std::vector<Chunk> &out);
    void readCallEnd(qint64 index, std::vector<Chunk> &out);
    void readCitations(JsonView citations, std::vector<Chunk> &out);
    void readEnd(JsonView delta, std::vector<Chunk> &out);
    void readMessage(QByteArrayView type, qint64 index, JsonView message, std::vector<Chunk> &out);

    std::vector<OpenCall> m_open;
    int m_calls = 0;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
};

void addText(ChunkKind kind, JsonView text, std::vector<Chunk> &out)
{
    if (text.isString() && !text.isEmpty())
        out.push_back({.kind = kind, .text = text.string()});
}

//! Calls are an object in events, where whole answers have a list.
JsonView oneOf(JsonView value)
{
    return value.isList() ? value.at(0) : value;
}

void EventReader::start(JsonView event, std::vector<Chunk> &out)
{
    if (std::exchange(m_hasStarted, true))
        return;
    out.push_back({.kind = ChunkKind::Start, .id = event["id"].string()});
}

void EventReader::readContent(JsonView content, std::vector<Chunk> &out)
{
    addText(ChunkKind::Reasoning, content["thinking"], out);
    addText(ChunkKind::Text, content["text"], out);
}

void EventReader::readCallStart(qint64 index, JsonView call, std::vector<Chunk> &out)
{
    m_open.push_back({.index = index, .call = m_calls});
    out.push_back({.kind = ChunkKind::ToolCallStart,
                   .call = m_calls++,
                   .id = call["id"].string(),
                   .name = call["function"]["name"].string()});
    readCallDelta(index, call, out);
}

void EventReader::readCallDelta(qint64 index, JsonView call, std::vector<Chunk> &out)
{
    const JsonView arguments = call["function"]["arguments"];
    const auto open = std::ranges::find(m_open, index, &OpenCall::index);
    if (open == m_open.end() || !arguments.isString() || arguments.isEmpty())
        return;
    open->hasArguments = true;
    out.push_back(
        {.kind = ChunkKind::ToolCallArguments, .call = open->call, .text = arguments.string()});
}

void EventReader::readCallEnd(qint64 index, std::vector<Chunk> &out)
{
    const auto open = std::ranges::find(m_open, index, &OpenCall::index);
    if (open == m_open.end())
        return;
    if (!open->hasArguments)
        out.push_back({.kind = ChunkKind::ToolCallArguments, .call = open->call, .text = "{}"_ba});
    m_open.erase(open);
}

void EventReader::readCitations(JsonView citations, std::vector<Chunk> &out)
{
    const JsonView citation = oneOf(citations);
    if (!citation.isObject() || isOfPlan(citation))
        return;
    Chunk chunk{.kind = ChunkKind::Citation};
    chunk.citations.push_back(citationOf(citation));
    out.push_back(std::move(chunk));
}

void EventReader::readEnd(JsonView delta, std::vector<Chunk> &out)
{
    while (!m_open.empty())
        readCallEnd(m_open.front().index, out);
    const FinishReason finish = finishOf(delta["finish_reason"]);
    if (finish == FinishReason::Error) {
        ProviderError error;
        error.message = delta["error"].string();
        if (error.message.isEmpty())
            error.message = "the answer ended with "_ba + delta["finish_reason"].string();
        return fail(std::move(error));
    }
    out.push_back({.kind = ChunkKind::Finish, .finish = finish});
    if (const Usage usage = usageOf(delta["usage"]); usage.known)
        out.push_back({.kind = ChunkKind::Usage, .usage = usage});
    out.push_back({.kind = ChunkKind::End});
    m_hasEnded = true;
}

void EventReader::readMessage(QByteArrayView type, qint64 index, JsonView message,
                              std::vector<Chunk> &out)
{
    if (type == "content-delta" || type == "content-start")
        readContent(message["content"], out);
    else if (type == "tool-plan-delta")
        addText(ChunkKind::Reasoning, message["tool_plan"], out);
    else if (type == "tool-call-start")
        readCallStart(index, oneOf(message["tool_calls"]), out);
    else if (type == "tool-call-delta")
        readCallDelta(index, oneOf(message["tool_calls"]), out);
    else if (type == "tool-call-end")
        readCallEnd(index, out);
    else if (type == "citation-start")
        readCitations(message["citations"], out);
}

void EventReader::read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out)
{
    if (m_hasEnded || hasFailed() || isMalformed())
        return;
    const JsonView event = JsonView::parse(data);
    if (!event.isObject())
        return setMalformed();
    const QByteArray type =
        event["type"].isString() ? event["type"].string() : eventName.toByteArray();
    if (type == "error" || type.isEmpty())
        return fail(readError(data));
    start(event, out);
    const JsonView delta = event["delta"];
    if (type == "message-end")
        return readEnd(delta, out);
    readMessage(type, event["index"].integer().value_or(0), delta["message"], out);
}

} // namespace

std::unique_ptr<StreamReader> streamReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<EventReader>();
}

} // namespace Gatehouse::Dialects::Cohere
