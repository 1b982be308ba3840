// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messageswords.h"
#include "core/dialects/classify.h"

namespace Gatehouse::Dialects::Messages {

namespace {

//! Reads Anthropic's events. Its content blocks never overlap, so that one is remembered.
class Reader final : public StreamReader
{
public:
    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;

private:
    enum class Open { None, Other, Call };

    void start(JsonView message, std::vector<Chunk> &out);
    void startBlock(JsonView block, std::vector<Chunk> &out);
    void startCall(JsonView block, std::vector<Chunk> &out);
    void delta(JsonView delta, std::vector<Chunk> &out);
    void stopBlock(std::vector<Chunk> &out);
    void messageDelta(JsonView event, std::vector<Chunk> &out);
    void takeUsage(JsonView usage, std::vector<Chunk> &out);
    void seal(const Seal &seal, std::vector<Chunk> &out);

    JsonMemberReader m_members;
    UsageParts m_usage;
    Open m_open = Open::None;
    int m_call = -1;
    bool m_hasArguments = false;
    RawJson m_wholeInput; //!< a server that does not send arguments in pieces gives them at once
    bool m_hasFinished = false;
};

void addText(ChunkKind kind, JsonView text, std::vector<Chunk> &out)
{
    if (text.isEmpty() || !text.isString())
        return;
    out.push_back({.kind = kind, .text = text.string()});
    if (kind == ChunkKind::Reasoning)
        out.back().signedBy = Family::Anthropic;
}

void Reader::read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out)
{
    const JsonView event = JsonView::parse(data);
    if (!event.isObject()) {
        setMalformed();
        return;
    }
    const JsonView type = event["type"];
    const QByteArray name = type.isString() ? type.string() : eventName.toByteArray();
    if (name == "content_block_delta")
        delta(event["delta"], out);
    else if (name == "content_block_start")
        startBlock(event["content_block"], out);
    else if (name == "content_block_stop")
        stopBlock(out);
    else if (name == "message_start")
        start(event["message"], out);
    else if (name == "message_delta")
        messageDelta(event, out);
    else if (name == "message_stop")
        out.push_back({.kind = ChunkKind::End});
    else if (name == "error")
        fail(readError(data));
}

void Reader::start(JsonView message, std::vector<Chunk> &out)
{
    Chunk chunk{.kind = ChunkKind::Start};
    chunk.id = message["id"].string();
    chunk.model = message["model"].string();
    out.push_back(std::move(chunk));
    takeUsage(message["usage"], out);
}

void Reader::startBlock(JsonView block, std::vector<Chunk> &out)
{
    m_open = Open::Other;
    const JsonView type = block["type"];
    if (type.equals("text")) {
        addText(ChunkKind::Text, block["text"], out);
    } else if (type.equals("thinking")) {
        addText(ChunkKind::Reasoning, block["thinking"], out);
        if (!block["signature"].isEmpty())
            seal(sealOfText(block["signature"].string()), out);
    } else if (type.equals("redacted_thinking")) {
        seal({Family::Anthropic, {}, block["data"].string()}, out);
    } else if (type.equals("tool_use")) {
        startCall(block, out);
    }
}

void Reader::startCall(JsonView block, std::vector<Chunk> &out)
{
    m_open = Open::Call;
    m_hasArguments = false;
    const JsonView input = block["input"];
    m_wholeInput = input.isObject() ? input.rawCopy() : RawJson();
    Chunk chunk{.kind = ChunkKind::ToolCallStart};
    chunk.call = ++m_call;
    chunk.id = block["id"].string();
    chunk.name = block["name"].string();
    out.push_back(std::move(chunk));
}

void Reader::delta(JsonView delta, std::vector<Chunk> &out)
{
    const JsonView type = delta["type"];
    if (type.equals("text_delta")) {
        addText(ChunkKind::Text, delta["text"], out);
    } else if (type.equals("input_json_delta") && m_open == Open::Call) {
        if (delta["partial_json"].isEmpty())
            return;
        m_hasArguments = true;
        out.push_back({.kind = ChunkKind::ToolCallArguments,
                       .call = m_call,
                       .text = delta["partial_json"].string()});
    } else if (type.equals("thinking_delta")) {
        addText(ChunkKind::Reasoning, delta["thinking"], out);
    } else if (type.equals("signature_delta")) {
        if (!delta["signature"].isEmpty())
            seal(sealOfText(delta["signature"].string()), out);
    } else if (type.equals("citations_delta") && delta["citation"].isObject()) {
        Chunk chunk{.kind = ChunkKind::Citation};
        chunk.citations.push_back(readCitation(delta["citation"]));
        out.push_back(std::move(chunk));
    }
}

//! No pieces at all mean the input of the block's start, which is {} with Anthropic itself.
void Reader::stopBlock(std::vector<Chunk> &out)
{
    if (m_open == Open::Call && !m_hasArguments)
        out.push_back({.kind = ChunkKind::ToolCallArguments,
                       .call = m_call,
                       .text = m_wholeInput.isEmpty() ? RawJson("{}") : m_wholeInput});
    m_open = Open::None;
    m_wholeInput = {};
}

void Reader::messageDelta(JsonView event, std::vector<Chunk> &out)
{
    const JsonView delta = event["delta"];
    if (!delta["stop_reason"].isEmpty() && !m_hasFinished) {
        m_hasFinished = true;
        Chunk chunk{.kind = ChunkKind::Finish};
        chunk.finish = finishOf(delta["stop_reason"].string());
        chunk.stopSequence = delta["stop_sequence"].string();
        out.push_back(std::move(chunk));
    }
    takeUsage(event["usage"], out);
}

void Reader::takeUsage(JsonView usage, std::vector<Chunk> &out)
{
    if (!usage.isObject() || !readUsage(usage.raw(), usageNames, m_members, m_usage))
        return;
    Chunk chunk{.kind = ChunkKind::Usage};
    chunk.usage = normalised(m_usage, PromptCount::ExcludesCache);
    if (chunk.usage.known)
        out.push_back(std::move(chunk));
}

void Reader::seal(const Seal &seal, std::vector<Chunk> &out)
{
    Chunk chunk{.kind = ChunkKind::ReasoningSignature};
    chunk.signature = seal.signature;
    chunk.encrypted = seal.encrypted;
    chunk.signedBy = seal.family;
    out.push_back(std::move(chunk));
}

} // namespace

std::unique_ptr<StreamReader> makeMessagesReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<Reader>();
}

} // namespace Gatehouse::Dialects::Messages
