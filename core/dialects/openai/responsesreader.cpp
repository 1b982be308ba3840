// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"
#include "core/dialects/openai/responseswords.h"

#include <map>

namespace Gatehouse::Dialects::Responses {

namespace {

//! Reads the events of a response. Items may be open at the same time, told apart by output_index.
class Reader final : public StreamReader
{
public:
    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;

private:
    struct Call {
        int number = 0;
        bool isFreeText = false;
        bool hasArguments = false;
        bool isClosed = false;
    };

    bool readWords(QByteArrayView name, JsonView event, std::vector<Chunk> &out);
    void start(JsonView response, std::vector<Chunk> &out);
    void addItem(JsonView event, std::vector<Chunk> &out);
    void arguments(JsonView event, std::vector<Chunk> &out);
    void closeCall(JsonView event, std::vector<Chunk> &out);
    void closeItem(JsonView event, std::vector<Chunk> &out);
    void annotation(JsonView event, std::vector<Chunk> &out);
    void end(JsonView response, std::vector<Chunk> &out);

    std::map<qint64, Call> m_calls;
    JsonMemberReader m_members;
    bool m_hasStarted = false;
    bool m_hasThoughts = false; //!< of the open reasoning item
};

void addText(ChunkKind kind, JsonView text, std::vector<Chunk> &out)
{
    if (text.isString() && !text.isEmpty())
        out.push_back({.kind = kind, .text = text.string()});
}

void Reader::read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out)
{
    if (data == "[DONE]")
        return;
    const JsonView event = JsonView::parse(data);
    if (!event.isObject()) {
        setMalformed();
        return;
    }
    const QByteArray name =
        event["type"].isString() ? event["type"].string() : eventName.toByteArray();
    if (readWords(name, event, out))
        return;
    if (name == "response.created" || name == "response.in_progress")
        start(event["response"], out);
    else if (name == "response.output_item.added")
        addItem(event, out);
    else if (name == "response.output_item.done")
        closeItem(event, out);
    else if (name == "response.completed" || name == "response.incomplete")
        end(event["response"], out);
    else if (name == "response.failed" || name == "error")
        fail(readError(data));
}

//! The events that come in great numbers.
bool Reader::readWords(QByteArrayView name, JsonView event, std::vector<Chunk> &out)
{
    if (name == "response.output_text.delta") {
        addText(ChunkKind::Text, event["delta"], out);
        if (const JsonView logprobs = event["logprobs"]; logprobs.isList() && !logprobs.isEmpty())
            out.push_back(
                {.kind = ChunkKind::Logprobs, .text = R"({"content":)" + logprobs.rawCopy() + '}'});
    } else if (name == "response.function_call_arguments.delta"
               || name == "response.custom_tool_call_input.delta") {
        arguments(event, out);
    } else if (name == "response.reasoning_summary_text.delta"
               || name == "response.reasoning_text.delta") {
        const std::size_t before = out.size();
        addText(ChunkKind::Reasoning, event["delta"], out);
        if (out.size() > before) {
            out.back().isSummary = name == "response.reasoning_summary_text.delta";
            m_hasThoughts = true;
        }
    } else if (name == "response.reasoning_summary_part.added") {
        if (m_hasThoughts)
            out.push_back({.kind = ChunkKind::Reasoning, .text = "\n\n", .isSummary = true});
    } else if (name == "response.refusal.delta") {
        addText(ChunkKind::Refusal, event["delta"], out);
    } else if (name == "response.output_text.annotation.added") {
        annotation(event, out);
    } else {
        return false;
    }
    return true;
}

void Reader::start(JsonView response, std::vector<Chunk> &out)
{
    if (std::exchange(m_hasStarted, true))
        return;
    Chunk chunk{.kind = ChunkKind::Start};
    chunk.id = response["id"].string();
    chunk.model = response["model"].string();
    chunk.created = response["created_at"].integer().value_or(0);
    out.push_back(std::move(chunk));
}

void Reader::addItem(JsonView event, std::vector<Chunk> &out)
{
    const JsonView item = event["item"];
    m_hasThoughts = false;
    const bool isFreeText = item["type"].equals("custom_tool_call");
    if (!isFreeText && !item["type"].equals("function_call"))
        return;
    const int number = static_cast<int>(m_calls.size());
    const auto [call, isNew] =
        m_calls.try_emplace(event["output_index"].integer().value_or(number));
    if (!isNew)
        return;
    call->second.number = number;
    call->second.isFreeText = isFreeText;
    Chunk chunk{.kind = ChunkKind::ToolCallStart};
    chunk.call = number;
    chunk.id = item["call_id"].string();
    chunk.name = flatName(item["namespace"].string(), item["name"].string());
    out.push_back(std::move(chunk));
}

//! A free text becomes the one member of an object as it comes.
void Reader::arguments(JsonView event, std::vector<Chunk> &out)
{
    const auto call = m_calls.find(event["output_index"].integer().value_or(-1));
    if (call == m_calls.end() || call->second.isClosed || event["delta"].isEmpty())
        return;
    QByteArray text = event["delta"].string();
    if (call->second.isFreeText) {
        QByteArray piece = call->second.hasArguments ? QByteArray() : R"({"input":")";
        appendJsonEscaped(piece, text);
        text = piece;
    }
    call->second.hasArguments = true;
    out.push_back(
        {.kind = ChunkKind::ToolCallArguments, .call = call->second.number, .text = text});
}

//! What did not come in pieces comes whole with the item's end.
void Reader::closeCall(JsonView event, std::vector<Chunk> &out)
{
    const auto found = m_calls.find(event["output_index"].integer().value_or(-1));
    if (found == m_calls.end() || found->second.isClosed)
        return;
    Call &call = found->second;
    call.isClosed = true;
    const JsonView item = event["item"];
    QByteArray rest;
    if (call.isFreeText)
        rest = call.hasArguments ? R"("})" : freeTextArguments(item["input"].string());
    else if (!call.hasArguments)
        rest = item["arguments"].isEmpty() ? QByteArray("{}") : item["arguments"].string();
    if (!rest.isEmpty())
        out.push_back({.kind = ChunkKind::ToolCallArguments, .call = call.number, .text = rest});
}

void Reader::closeItem(JsonView event, std::vector<Chunk> &out)
{
    closeCall(event, out);
    const JsonView item = event["item"];
    if (!item["type"].equals("reasoning") || item["encrypted_content"].isEmpty())
        return;
    const Seal seal = sealOfText(item["encrypted_content"].string());
    Chunk chunk{.kind = ChunkKind::ReasoningSignature};
    chunk.id = item["id"].string();
    chunk.signature = seal.signature;
    chunk.encrypted = seal.encrypted;
    chunk.signedBy = seal.family;
    out.push_back(std::move(chunk));
}

void Reader::annotation(JsonView event, std::vector<Chunk> &out)
{
    if (!event["annotation"].isObject())
        return;
    Chunk chunk{.kind = ChunkKind::Citation};
    chunk.citations.push_back(readAnnotation(event["annotation"]));
    out.push_back(std::move(chunk));
}

void Reader::end(JsonView response, std::vector<Chunk> &out)
{
    Chunk finish{.kind = ChunkKind::Finish};
    finish.finish = m_calls.empty() ? FinishReason::Stop : FinishReason::ToolCalls;
    if (response["status"].equals("incomplete"))
        finish.finish = response["incomplete_details"]["reason"].equals("content_filter")
            ? FinishReason::ContentFilter
            : FinishReason::Length;
    out.push_back(std::move(finish));
    UsageParts parts;
    parts.batch = isBatchTier(response["service_tier"].raw());
    if (response["usage"].isObject()
        && readUsage(response["usage"].raw(), usageNames, m_members, parts)) {
        Chunk usage{.kind = ChunkKind::Usage};
        usage.usage = normalised(parts, PromptCount::IncludesCache);
        out.push_back(std::move(usage));
    }
    out.push_back({.kind = ChunkKind::End});
}

} // namespace

std::unique_ptr<StreamReader> makeReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<Reader>();
}

} // namespace Gatehouse::Dialects::Responses
