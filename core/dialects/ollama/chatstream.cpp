// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/codecs.h"
#include "core/dialects/ollama/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

//! Where the words of an answer stand: in "message", or in the line itself.
enum class Shape { Chat, Generate };

class LineReader final : public StreamReader
{
public:
    explicit LineReader(Shape shape)
        : m_shape(shape)
    {
    }

    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;

private:
    void readStart(JsonView line, std::vector<Chunk> &out);
    void readCalls(JsonView line, JsonView calls, std::vector<Chunk> &out);
    void readEnd(JsonView line, std::vector<Chunk> &out);

    const Shape m_shape;
    JsonMemberReader m_members;
    int m_calls = 0;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
};

//! What a line and its message hold, found in one pass over each: there is one for every token.
struct LineMembers {
    JsonView error, done, message, thinking, content, response, logprobs, toolCalls;

    void read(JsonView object)
    {
        object.forEachRawMember([this](QByteArrayView name, JsonView value) {
            if (name == "content")
                content = value;
            else if (name == "thinking")
                thinking = value;
            else if (name == "tool_calls")
                toolCalls = value;
            else if (name == "message")
                message = value;
            else if (name == "response")
                response = value;
            else if (name == "done")
                done = value;
            else if (name == "error")
                error = value;
            else if (name == "logprobs")
                logprobs = value;
        });
    }
};

void addText(ChunkKind kind, JsonView text, std::vector<Chunk> &out)
{
    if (text.isString() && !text.isEmpty())
        out.push_back({.kind = kind, .text = text.string()});
}

void LineReader::readStart(JsonView line, std::vector<Chunk> &out)
{
    if (std::exchange(m_hasStarted, true))
        return;
    Chunk start{.kind = ChunkKind::Start};
    start.model = line["model"].string();
    start.created = timeOf(line["created_at"]);
    out.push_back(std::move(start));
}

//! Calls come whole.
void LineReader::readCalls(JsonView line, JsonView calls, std::vector<Chunk> &out)
{
    for (const JsonView entry : calls) {
        const Part call = toolCallOf(entry, line["created_at"].raw(), m_calls);
        out.push_back(
            {.kind = ChunkKind::ToolCallStart, .call = m_calls, .id = call.id, .name = call.name});
        out.push_back({.kind = ChunkKind::ToolCallArguments,
                       .call = m_calls,
                       .text = call.arguments.isEmpty() ? "{}"_ba : call.arguments});
        ++m_calls;
    }
}

void LineReader::readEnd(JsonView line, std::vector<Chunk> &out)
{
    m_hasEnded = true;
    out.push_back(
        {.kind = ChunkKind::Finish, .finish = finishOf(line["done_reason"], m_calls > 0)});
    UsageParts parts;
    readUsage(line.raw(), usageNames, m_members, parts);
    if (const Usage usage = normalised(parts, PromptCount::IncludesCache); usage.known)
        out.push_back({.kind = ChunkKind::Usage, .usage = usage});
    out.push_back({.kind = ChunkKind::End});
}

void LineReader::read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out)
{
    Q_UNUSED(eventName);
    if (m_hasEnded || hasFailed() || isMalformed())
        return;
    const JsonView line = JsonView::parse(data);
    LineMembers members;
    members.read(line);
    if (members.error.exists())
        return fail(readError(data));
    if (!members.done.isBool())
        return setMalformed();
    readStart(line, out);
    LineMembers words = members;
    if (m_shape == Shape::Chat) {
        words = {};
        words.read(members.message);
    }
    addText(ChunkKind::Reasoning, words.thinking, out);
    addText(ChunkKind::Text, m_shape == Shape::Chat ? words.content : words.response, out);
    if (const RawJson logprobs = logprobsOf(members.logprobs); !logprobs.isEmpty())
        out.push_back({.kind = ChunkKind::Logprobs, .text = logprobs});
    if (m_shape == Shape::Chat)
        readCalls(line, words.toolCalls, out);
    if (members.done.isTrue())
        readEnd(line, out);
}

class LineWriter final : public StreamWriter
{
public:
    LineWriter(Shape shape, const ReplyContext &context)
        : m_shape(shape)
        , m_model(context.model)
        , m_created(context.created)
    {
    }

    void write(const Chunk &chunk, QByteArray &out) override;
    bool repeatsText() const override { return true; }

private:
    //! A call whose arguments are still coming: Ollama's clients get it whole.
    struct OpenCall {
        int call = 0;
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
    };

    void begin(const Chunk &start);
    void writeText(QByteArrayView text, QByteArray &out);
    void writeThinking(QByteArrayView text, QByteArray &out);
    void writeLogprobs(const RawJson &logprobs, QByteArray &out);
    void writeCalls(QByteArray &out);
    void writeEnd(QByteArray &out);
    void addArguments(const Chunk &chunk);
    //! The line as far as its words: {"model":…,"created_at":…,"message":{"role":…,"content":"
    QByteArrayView head();
    //! Closes the words and begins the line's last members.
    QByteArrayView wordsEnd() const
    {
        return m_shape == Shape::Chat ? QByteArrayView("\"}") : QByteArrayView("\"");
    }

    const Shape m_shape;
    QByteArray m_model;
    qint64 m_created;
    QByteArray m_head;
    std::vector<OpenCall> m_calls;
    FinishReason m_finish = FinishReason::Stop;
    Usage m_usage;
};

constexpr QByteArrayView notDone = ",\"done\":false}\n";

QByteArrayView LineWriter::head()
{
    if (m_head.isEmpty()) {
        JsonWriter json(m_head);
        json.beginObject().member("model", m_model).member("created_at", timeText(m_created));
        m_head += m_shape == Shape::Chat
            ? QByteArrayView(",\"message\":{\"role\":\"assistant\",\"content\":\"")
            : QByteArrayView(",\"response\":\"");
    }
    return m_head;
}

void LineWriter::begin(const Chunk &start)
{
    if (!start.model.isEmpty())
        m_model = start.model;
    if (start.created > 0)
        m_created = start.created;
    m_head.clear();
}

void LineWriter::writeText(QByteArrayView text, QByteArray &out)
{
    if (text.isEmpty())
        return;
    out += head();
    appendJsonEscaped(out, text);
    out += wordsEnd();
    out += notDone;
}

void LineWriter::writeThinking(QByteArrayView text, QByteArray &out)
{
    if (text.isEmpty())
        return;
    out += head();
    out += "\",\"thinking\":\"";
    appendJsonEscaped(out, text);
    out += wordsEnd();
    out += notDone;
}

void LineWriter::writeLogprobs(const RawJson &logprobs, QByteArray &out)
{
    const RawJson list = logprobsList(logprobs);
    if (list.isEmpty())
        return;
    out += head();
    out += wordsEnd();
    out += ",\"logprobs\":";
    out += list;
    out += notDone;
}

void LineWriter::addArguments(const Chunk &chunk)
{
    const auto call = std::ranges::find(m_calls, chunk.call, &OpenCall::call);
    if (call != m_calls.end())
        call->arguments += chunk.text;
}

void LineWriter::writeCalls(QByteArray &out)
{
    for (const OpenCall &call : m_calls) {
        if (m_shape == Shape::Generate) // it offers no tools, so nothing can be called
            break;
        out += head();
        out += "\",\"tool_calls\":[";
        JsonWriter json(out);
        writeToolCall(call.id, call.name, call.arguments, json);
        out += "]}";
        out += notDone;
    }
    m_calls.clear();
}

void LineWriter::writeEnd(QByteArray &out)
{
    writeCalls(out);
    out += head();
    out += wordsEnd();
    out += ",\"done\":true,\"done_reason\":\"";
    out += doneReason(m_finish);
    out += "\",";
    QByteArray metrics;
    JsonWriter json(metrics);
    writeMetrics(m_usage, json);
    out += metrics;
    out += "}\n";
}

void LineWriter::write(const Chunk &chunk, QByteArray &out)
{
    if (chunk.choice != 0)
        return; // its clients cannot ask for a second
    switch (chunk.kind) {
    case ChunkKind::Start:
        return begin(chunk);
    case ChunkKind::Text:
    case ChunkKind::Refusal:
        return writeText(chunk.text, out);
    case ChunkKind::Reasoning:
        return writeThinking(chunk.text, out);
    case ChunkKind::ToolCallStart:
        m_calls.push_back({chunk.call, chunk.id, chunk.name, {}});
        return;
    case ChunkKind::ToolCallArguments:
        return addArguments(chunk);
    case ChunkKind::Logprobs:
        return writeLogprobs(chunk.text, out);
    case ChunkKind::Finish:
        m_finish = chunk.finish;
        return writeCalls(out);
    case ChunkKind::Usage:
        m_usage = chunk.usage;
        return;
    case ChunkKind::End:
        return writeEnd(out);
    case ChunkKind::ReasoningSignature:
    case ChunkKind::Media:
    case ChunkKind::Citation:
        return; // no place for them
    }
}

} // namespace

std::unique_ptr<StreamReader> chatReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<LineReader>(Shape::Chat);
}

std::unique_ptr<StreamWriter> chatWriter(const ReplyContext &context)
{
    return std::make_unique<LineWriter>(Shape::Chat, context);
}

std::unique_ptr<StreamReader> generateReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<LineReader>(Shape::Generate);
}

std::unique_ptr<StreamWriter> generateWriter(const ReplyContext &context)
{
    return std::make_unique<LineWriter>(Shape::Generate, context);
}

} // namespace Gatehouse::Dialects::Ollama
