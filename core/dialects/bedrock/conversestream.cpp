// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversestream.h"

#include "core/dialects/bedrock/conversereply.h"
#include "core/dialects/classify.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

//! No answer has more calls open at a time; it keeps the memory of a stream in bounds.
constexpr std::size_t mostOpenCalls = 256;

} // namespace

void ConverseStreamReader::read(QByteArrayView eventName, QByteArrayView data,
                                std::vector<Chunk> &out)
{
    if (hasFailed() || isMalformed() || m_hasEnded)
        return;
    if (eventName.startsWith(':')) {
        ProviderError error = readError(data);
        error.type = eventName.sliced(1).toByteArray();
        fail(std::move(error));
        return;
    }
    const JsonView event = JsonView::parse(data);
    if (event.isObject())
        readEvent(eventName, event, out);
    else
        setMalformed();
}

void ConverseStreamReader::readEvent(QByteArrayView name, JsonView event, std::vector<Chunk> &out)
{
    if (name == "contentBlockDelta") {
        readDelta(event, out);
    } else if (name == "contentBlockStart") {
        readBlockStart(event, out);
    } else if (name == "contentBlockStop") {
        closeBlock(event["contentBlockIndex"].integer().value_or(0), out);
    } else if (name == "messageStart") {
        start(out);
    } else if (name == "messageStop") {
        readMessageStop(event, out);
    } else if (name == "metadata") {
        const Usage usage = converseUsage(event["usage"]);
        if (usage.known)
            out.push_back({.kind = ChunkKind::Usage, .usage = usage});
        if (m_hasStopped)
            end(out);
    }
}

void ConverseStreamReader::finish(std::vector<Chunk> &out)
{
    if (m_hasStopped && !hasFailed() && !isMalformed())
        end(out);
}

void ConverseStreamReader::start(std::vector<Chunk> &out)
{
    if (!std::exchange(m_hasStarted, true))
        out.push_back({.kind = ChunkKind::Start});
}

void ConverseStreamReader::end(std::vector<Chunk> &out)
{
    if (!std::exchange(m_hasEnded, true))
        out.push_back({.kind = ChunkKind::End});
}

ConverseStreamReader::OpenCall *ConverseStreamReader::openCall(qint64 block)
{
    const auto found = std::ranges::find(m_open, block, &OpenCall::block);
    return found == m_open.end() ? nullptr : &*found;
}

void ConverseStreamReader::readBlockStart(JsonView event, std::vector<Chunk> &out)
{
    start(out);
    const JsonView use = event["start"]["toolUse"];
    if (!use.isObject())
        return;
    if (m_open.size() == mostOpenCalls) {
        setMalformed();
        return;
    }
    const qint64 block = event["contentBlockIndex"].integer().value_or(0);
    closeBlock(block, out);
    m_open.push_back({.block = block, .call = m_calls});
    out.push_back({.kind = ChunkKind::ToolCallStart,
                   .call = m_calls++,
                   .id = use["toolUseId"].string(),
                   .name = use["name"].string()});
}

void ConverseStreamReader::readDelta(JsonView event, std::vector<Chunk> &out)
{
    start(out);
    const JsonView delta = event["delta"];
    if (const JsonView text = delta["text"]; text.isString()) {
        if (!text.isEmpty())
            out.push_back({.kind = ChunkKind::Text, .text = text.string()});
    } else if (const JsonView use = delta["toolUse"]; use.isObject()) {
        readToolInput(event["contentBlockIndex"].integer().value_or(0), use["input"], out);
    } else if (const JsonView reasoning = delta["reasoningContent"]; reasoning.isObject()) {
        readReasoning(reasoning, out);
    } else if (const JsonView citation = delta["citation"]; citation.isObject()) {
        out.push_back({.kind = ChunkKind::Citation, .citations = {converseCitation(citation)}});
    }
}

void ConverseStreamReader::readToolInput(qint64 block, JsonView input, std::vector<Chunk> &out)
{
    OpenCall *const call = openCall(block);
    if (!call || (input.exists() && !input.isString())) {
        setMalformed();
        return;
    }
    if (input.isEmpty())
        return;
    call->hasInput = true;
    out.push_back(
        {.kind = ChunkKind::ToolCallArguments, .call = call->call, .text = input.string()});
}

void ConverseStreamReader::readReasoning(JsonView reasoning, std::vector<Chunk> &out)
{
    if (const QByteArray text = reasoning["text"].string(); !text.isEmpty())
        out.push_back({.kind = ChunkKind::Reasoning, .text = text});
    const QByteArray signature = reasoning["signature"].string();
    const QByteArray encrypted = reasoning["redactedContent"].string();
    if (!signature.isEmpty() || !encrypted.isEmpty())
        out.push_back({.kind = ChunkKind::ReasoningSignature,
                       .signature = signature,
                       .encrypted = encrypted,
                       .signedBy = Family::Bedrock});
}

//! A call without arguments gets its empty object here.
void ConverseStreamReader::closeBlock(qint64 block, std::vector<Chunk> &out)
{
    const OpenCall *const call = openCall(block);
    if (!call)
        return;
    if (!call->hasInput)
        out.push_back({.kind = ChunkKind::ToolCallArguments, .call = call->call, .text = "{}"});
    std::erase_if(m_open, [block](const OpenCall &open) { return open.block == block; });
}

void ConverseStreamReader::readMessageStop(JsonView event, std::vector<Chunk> &out)
{
    if (std::exchange(m_hasStopped, true))
        return;
    start(out);
    while (!m_open.empty())
        closeBlock(m_open.front().block, out);
    out.push_back(
        {.kind = ChunkKind::Finish,
         .finish = converseFinish(event["stopReason"].string()),
         .stopSequence = event["additionalModelResponseFields"]["stop_sequence"].string()});
}

std::unique_ptr<StreamReader> makeConverseStreamReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<ConverseStreamReader>();
}

} // namespace Gatehouse::Dialects
