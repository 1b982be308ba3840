// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/blockwriter.h"

#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects {

void ObjectEnd::take(QByteArrayView piece)
{
    for (const char c : piece) {
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (m_inString) {
            m_isEscaped = c == '\\';
            m_inString = c != '"';
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            m_hasBegun = true;
            ++m_depth;
        } else if (c == '}' || c == ']') {
            m_depth = std::max(0, m_depth - 1);
        }
    }
}

void BlockWriter::write(const Chunk &chunk, QByteArray &out)
{
    if (chunk.choice != 0)
        return;
    if (chunk.kind == ChunkKind::Usage)
        m_ending.usage = chunk.usage;
    if (chunk.kind == ChunkKind::Start) {
        m_start = chunk;
        return;
    }
    startIfDue(out);
    switch (chunk.kind) {
    case ChunkKind::Text:
        return words(BlockKind::Text, chunk, out);
    case ChunkKind::Reasoning:
        return words(BlockKind::Reasoning, chunk, out);
    case ChunkKind::Refusal:
        m_ending.hasRefused = true;
        return words(BlockKind::Refusal, chunk, out);
    case ChunkKind::ReasoningSignature:
        return seal(chunk, out);
    case ChunkKind::ToolCallStart:
        return startCall(chunk, out);
    case ChunkKind::ToolCallArguments:
        return arguments(chunk, out);
    case ChunkKind::Media:
        return media(chunk, out);
    case ChunkKind::Citation:
        if (m_block && m_block->kind == BlockKind::Text)
            for (const Citation &citation : chunk.citations)
                cite(citation, out);
        return;
    case ChunkKind::Finish:
        return finish(chunk, out);
    case ChunkKind::End:
        flushCalls(out);
        closeBlock(out);
        return end(m_ending, out);
    case ChunkKind::Start:
    case ChunkKind::Logprobs:
    case ChunkKind::Usage:
        return;
    }
}

void BlockWriter::startIfDue(QByteArray &out)
{
    if (!m_start)
        return;
    begin(*m_start, m_ending.usage, out);
    m_start.reset();
}

void BlockWriter::words(BlockKind kind, const Chunk &chunk, QByteArray &out)
{
    if (chunk.text.isEmpty())
        return;
    const bool continues = m_block && m_block->kind == kind && m_block->seal.isEmpty();
    if (!continues) {
        flushCalls(out);
        openBlock({.kind = kind,
                   .id = {},
                   .name = {},
                   .isSummary = chunk.isSummary,
                   .seal = {chunk.signedBy, {}, {}}},
                  out);
    }
    piece(*m_block, chunk.text, out);
}

//! A proof belongs to the reasoning before it; several pieces of one proof may come.
void BlockWriter::seal(const Chunk &chunk, QByteArray &out)
{
    const bool belongs = m_block && m_block->kind == BlockKind::Reasoning
        && (chunk.encrypted.isEmpty() || m_block->seal.isEmpty());
    if (!belongs) {
        flushCalls(out);
        openBlock({.kind = BlockKind::Reasoning,
                   .id = {},
                   .name = {},
                   .isSummary = chunk.isSummary,
                   .seal = {}},
                  out);
    }
    m_block->seal.family = chunk.signedBy;
    m_block->seal.signature += chunk.signature;
    m_block->seal.encrypted += chunk.encrypted;
}

void BlockWriter::startCall(const Chunk &chunk, QByteArray &out)
{
    if (chunk.call == m_call || m_waiting.contains(chunk.call))
        return;
    m_ending.hasCalls = true;
    Waiting call{chunk.id, chunk.name, {}};
    const bool mustWait = !m_waiting.empty() || (m_call >= 0 && m_block && !m_callEnd.isWhole());
    if (mustWait)
        m_waiting.emplace(chunk.call, std::move(call));
    else
        openCall(chunk.call, std::move(call), out);
}

void BlockWriter::arguments(const Chunk &chunk, QByteArray &out)
{
    if (chunk.text.isEmpty())
        return;
    if (const auto waiting = m_waiting.find(chunk.call); waiting != m_waiting.end()) {
        waiting->second.arguments += chunk.text;
        return;
    }
    if (chunk.call != m_call || !m_block)
        return;
    m_callEnd.take(chunk.text);
    piece(*m_block, chunk.text, out);
    while (!m_waiting.empty() && m_callEnd.isWhole())
        openNextCall(out);
}

void BlockWriter::openCall(int call, Waiting waiting, QByteArray &out)
{
    openBlock({.kind = BlockKind::Call,
               .id = std::move(waiting.id),
               .name = std::move(waiting.name),
               .isSummary = false,
               .seal = {}},
              out);
    m_call = call;
    m_callEnd = {};
    m_callEnd.take(waiting.arguments);
    if (!waiting.arguments.isEmpty())
        piece(*m_block, waiting.arguments, out);
}

//! Calls that waited get their blocks, in their order. The last stays open for more.
void BlockWriter::flushCalls(QByteArray &out)
{
    while (!m_waiting.empty())
        openNextCall(out);
}

void BlockWriter::openNextCall(QByteArray &out)
{
    auto next = m_waiting.extract(m_waiting.begin());
    openCall(next.key(), std::move(next.mapped()), out);
}

void BlockWriter::media(const Chunk &chunk, QByteArray &out)
{
    Chunk told = chunk;
    for (const Part &part : chunk.media) {
        told.text = mediaAsText(part);
        words(BlockKind::Text, told, out);
    }
}

void BlockWriter::openBlock(Block block, QByteArray &out)
{
    closeBlock(out);
    m_block = std::move(block);
    open(*m_block, out);
}

void BlockWriter::closeBlock(QByteArray &out)
{
    if (!m_block)
        return;
    close(*m_block, out);
    m_block.reset();
    m_call = -1;
}

void BlockWriter::finish(const Chunk &chunk, QByteArray &out)
{
    m_ending.finish = chunk.finish;
    m_ending.stopSequence = chunk.stopSequence;
    flushCalls(out);
    closeBlock(out);
}

QByteArray mediaAsText(const Part &part)
{
    if (part.kind != PartKind::Image)
        return part.text;
    if (!part.media.url.isEmpty())
        return "![image](" + part.media.url + ')';
    if (part.media.data.isEmpty())
        return part.text;
    return "![image](data:" + part.media.mimeType + ";base64," + part.media.data + ')';
}

RawJson argumentsObject(const RawJson &arguments)
{
    const QByteArrayView text = QByteArrayView(arguments).trimmed();
    if (text.isEmpty() || text == "null" || text == "\"\"")
        return "{}";
    if (JsonView::parse(text).isObject())
        return text.toByteArray();
    QByteArray kept;
    JsonWriter(kept).beginObject().member("arguments", arguments).endObject();
    return kept;
}

} // namespace Gatehouse::Dialects
