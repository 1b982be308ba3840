// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatwriter.h"

#include "core/dialects/openai/chatreply.h"
#include "core/dialects/openai/chatwords.h"

#include <algorithm>

namespace Gatehouse::Dialects::OpenAi {

ChatStreamWriter::ChatStreamWriter(const ReplyContext &context)
    : m_context(context)
    , m_tellsUsage(context.request && context.request->includeUsage)
{
}

void ChatStreamWriter::write(const Chunk &chunk, QByteArray &out)
{
    if (m_head.isEmpty())
        start(chunk);
    switch (chunk.kind) {
    case ChunkKind::Start:
        return introduce(0, out);
    case ChunkKind::Text:
        return textEvent(chunk.choice, "content", chunk.text, out);
    case ChunkKind::Reasoning:
        return textEvent(chunk.choice, "reasoning_content", chunk.text, out);
    case ChunkKind::Refusal:
        return textEvent(chunk.choice, "refusal", chunk.text, out);
    case ChunkKind::ToolCallStart:
        return startCall(chunk, out);
    case ChunkKind::ToolCallArguments:
        return callArguments(chunk, out);
    case ChunkKind::Citation:
        return citations(chunk, out);
    case ChunkKind::Media: {
        QByteArray delta;
        JsonWriter json(delta);
        json.beginObject();
        writeMedia(json, chunk.media, m_context.requestId);
        json.endObject();
        introduce(chunk.choice, out);
        return event(chunk.choice, delta, out);
    }
    case ChunkKind::Logprobs:
        introduce(chunk.choice, out);
        return event(chunk.choice, "{}", out, {}, chunk.text);
    case ChunkKind::Finish:
        return finish(chunk, out);
    case ChunkKind::Usage:
        m_usage = chunk.usage;
        return;
    case ChunkKind::End:
        return end(out);
    case ChunkKind::ReasoningSignature: // the form has no place for it
        return;
    }
}

void ChatStreamWriter::start(const Chunk &chunk)
{
    m_head = "data: ";
    JsonWriter json(m_head);
    json.beginObject()
        .member("id", replyId("chatcmpl-", chunk.id, m_context.requestId))
        .member("object", "chat.completion.chunk")
        .member("created", chunk.created > 0 ? chunk.created : m_context.created)
        .member("model", chunk.model.isEmpty() ? m_context.model : chunk.model);
    m_head += ",\"choices\":[";
}

void ChatStreamWriter::introduce(int choice, QByteArray &out)
{
    if (std::ranges::find(m_choices, choice) != m_choices.end())
        return;
    m_choices.push_back(choice);
    event(choice, R"({"role":"assistant","content":"","refusal":null})", out);
}

void ChatStreamWriter::event(int choice, QByteArrayView delta, QByteArray &out,
                             QByteArrayView finish, QByteArrayView logprobs)
{
    out += m_head;
    out += "{\"index\":";
    out += QByteArray::number(choice);
    out += ",\"delta\":";
    out += delta;
    out += ",\"logprobs\":";
    out += logprobs.isEmpty() ? QByteArrayView("null") : logprobs;
    out += ",\"finish_reason\":";
    if (finish.isEmpty()) {
        out += "null";
    } else {
        out += '"';
        out += finish;
        out += '"';
    }
    out += m_tellsUsage ? "}],\"usage\":null}\n\n" : "}]}\n\n";
}

void ChatStreamWriter::textEvent(int choice, QByteArrayView member, QByteArrayView text,
                                 QByteArray &out)
{
    introduce(choice, out);
    m_delta.resize(0);
    JsonWriter(m_delta).beginObject().member(member, text).endObject();
    event(choice, m_delta, out);
}

void ChatStreamWriter::startCall(const Chunk &chunk, QByteArray &out)
{
    introduce(chunk.choice, out);
    m_emptyCalls.emplace_back(chunk.choice, chunk.call);
    m_delta.resize(0);
    JsonWriter json(m_delta);
    json.beginObject().key("tool_calls").beginList().beginObject();
    json.member("index", chunk.call).member("id", chunk.id).member("type", "function");
    json.key("function").beginObject().member("name", chunk.name).member("arguments", "");
    json.endObject().endObject().endList().endObject();
    event(chunk.choice, m_delta, out);
}

void ChatStreamWriter::callArguments(const Chunk &chunk, QByteArray &out)
{
    if (chunk.text.isEmpty())
        return;
    std::erase(m_emptyCalls, std::pair(chunk.choice, chunk.call));
    m_delta.resize(0);
    JsonWriter json(m_delta);
    json.beginObject().key("tool_calls").beginList().beginObject().member("index", chunk.call);
    json.key("function").beginObject().member("arguments", chunk.text);
    json.endObject().endObject().endList().endObject();
    event(chunk.choice, m_delta, out);
}

//! A call without arguments has the arguments {}.
void ChatStreamWriter::completeCalls(int choice, QByteArray &out)
{
    const auto calls = m_emptyCalls;
    for (const auto &[owner, call] : calls) {
        if (owner == choice)
            callArguments({.choice = choice, .call = call, .text = "{}"}, out);
    }
}

void ChatStreamWriter::citations(const Chunk &chunk, QByteArray &out)
{
    introduce(chunk.choice, out);
    m_delta.resize(0);
    JsonWriter json(m_delta);
    json.beginObject().key("annotations").beginList();
    for (const Citation &citation : chunk.citations)
        writeCitation(json, citation);
    json.endList().endObject();
    event(chunk.choice, m_delta, out);
}

void ChatStreamWriter::finish(const Chunk &chunk, QByteArray &out)
{
    introduce(chunk.choice, out);
    completeCalls(chunk.choice, out);
    event(chunk.choice, "{}", out, finishWord(chunk.finish));
}

void ChatStreamWriter::end(QByteArray &out)
{
    if (m_tellsUsage && m_usage.known) {
        out += m_head;
        out += "],\"usage\":";
        JsonWriter json(out);
        writeUsage(json, m_usage);
        out += "}\n\n";
    }
    out += "data: [DONE]\n\n";
}

} // namespace Gatehouse::Dialects::OpenAi
