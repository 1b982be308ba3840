// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/blockwriter.h"
#include "core/dialects/openai/responseswords.h"

#include <array>
#include <charconv>

namespace Gatehouse::Dialects::Responses {

namespace {

//! Writes the events of a response (platform.openai.com, "Streaming events", November 2026). The
//! last event repeats the whole output, which is therefore kept.
class Writer final : public BlockWriter
{
public:
    explicit Writer(const ReplyContext &context)
        : m_context(context)
    {
    }
    qint64 nextSequenceNumber() const override { return m_sequence; }

protected:
    void begin(const Chunk &start, const Usage &usage, QByteArray &out) override;
    void open(const Block &block, QByteArray &out) override;
    void piece(const Block &block, QByteArrayView text, QByteArray &out) override;
    void cite(const Citation &citation, QByteArray &out) override;
    void close(const Block &block, QByteArray &out) override;
    void end(const Ending &ending, QByteArray &out) override;

private:
    template <typename Members>
    void event(QByteArrayView type, QByteArray &out, Members members);
    template <typename Members>
    void itemEvent(QByteArrayView type, QByteArray &out, Members members);
    void responseEvent(QByteArrayView type, const Outcome &outcome, const Usage *usage,
                       QByteArray &out);
    void partEvent(QByteArrayView type, const Item &item, QByteArray &out);
    void openItem(const Block &block, QByteArray &out);
    void openSummary(QByteArray &out);
    void textDelta(QByteArrayView text, QByteArray &out);
    void closeMessage(QByteArray &out);
    void closeSummary(QByteArray &out);
    void closeCall(QByteArray &out);
    bool isFreeText() const;

    const ReplyContext m_context;
    ResponseState m_state;
    qint64 m_sequence = 0;
    qint64 m_index = -1; //!< output_index of the open item
    Item m_item;
    QByteArray m_deltaHead; //!< of the open item's pieces of text
    bool m_hasSummary = false;
    QByteArray m_output; //!< items that are done
};

template <typename Members>
void Writer::event(QByteArrayView type, QByteArray &out, Members members)
{
    out += "event: ";
    out += type;
    out += "\ndata: ";
    JsonWriter json(out);
    json.beginObject().key("type").string(type).member("sequence_number", m_sequence++);
    members(json);
    json.endObject();
    out += "\n\n";
}

template <typename Members>
void Writer::itemEvent(QByteArrayView type, QByteArray &out, Members members)
{
    event(type, out, [&](JsonWriter &json) {
        json.member("item_id", m_item.id).member("output_index", m_index);
        members(json);
    });
}

void Writer::responseEvent(QByteArrayView type, const Outcome &outcome, const Usage *usage,
                           QByteArray &out)
{
    event(type, out, [&](JsonWriter &json) {
        json.key("response");
        writeResponse(json, m_state, outcome, m_output, usage, m_context);
    });
}

void Writer::begin(const Chunk &start, const Usage &usage, QByteArray &out)
{
    Q_UNUSED(usage);
    m_state = {.id = responseId(start.id, m_context),
               .model = start.model.isEmpty() ? m_context.model : start.model,
               .created = start.created > 0 ? start.created : m_context.created};
    responseEvent("response.created", {}, nullptr, out);
    responseEvent("response.in_progress", {}, nullptr, out);
}

bool Writer::isFreeText() const
{
    const Tool *tool = toolOf(m_context.request, m_item.name);
    return m_item.kind == PartKind::ToolCall && tool && tool->isFreeText;
}

void Writer::open(const Block &block, QByteArray &out)
{
    ++m_index;
    m_hasSummary = false;
    m_deltaHead.resize(0);
    m_item = {};
    switch (block.kind) {
    case BlockKind::Text:
    case BlockKind::Refusal:
        m_item.kind = block.kind == BlockKind::Text ? PartKind::Text : PartKind::Refusal;
        m_item.id = itemId("msg_", m_context, m_index);
        break;
    case BlockKind::Reasoning:
        m_item.kind = PartKind::Reasoning;
        m_item.id = itemId("rs_", m_context, m_index);
        break;
    case BlockKind::Call:
        m_item.kind = PartKind::ToolCall;
        m_item.callId = block.id;
        m_item.name = block.name;
        m_item.id = itemId(isFreeText() ? "ctc_" : "fc_", m_context, m_index);
        break;
    }
    openItem(block, out);
}

void Writer::openItem(const Block &block, QByteArray &out)
{
    event("response.output_item.added", out, [&](JsonWriter &json) {
        json.member("output_index", m_index).key("item").beginObject().member("id", m_item.id);
        if (block.kind == BlockKind::Reasoning) {
            json.member("type", "reasoning").key("summary").beginList().endList();
        } else if (block.kind == BlockKind::Call) {
            json.member("type", isFreeText() ? "custom_tool_call" : "function_call");
            json.member("status", "in_progress");
            json.member(isFreeText() ? "input" : "arguments", "");
            json.member("call_id", m_item.callId);
            writeName(json, m_item.name, toolOf(m_context.request, m_item.name));
        } else {
            json.member("type", "message").member("status", "in_progress");
            json.key("content").beginList().endList().member("role", "assistant");
        }
        json.endObject();
    });
    if (block.kind == BlockKind::Text || block.kind == BlockKind::Refusal)
        partEvent("response.content_part.added", m_item, out);
}

void Writer::partEvent(QByteArrayView type, const Item &item, QByteArray &out)
{
    itemEvent(type, out, [&](JsonWriter &json) {
        json.member("content_index", 0).key("part");
        writeContentPart(json, item);
    });
}

void Writer::openSummary(QByteArray &out)
{
    m_hasSummary = true;
    itemEvent("response.reasoning_summary_part.added", out, [](JsonWriter &json) {
        json.member("summary_index", 0).key("part").beginObject();
        json.member("type", "summary_text").member("text", "").endObject();
    });
}

void Writer::piece(const Block &block, QByteArrayView text, QByteArray &out)
{
    m_item.text += text;
    if (block.kind == BlockKind::Call && isFreeText())
        return; // the text inside is known when its JSON is whole
    if (block.kind == BlockKind::Reasoning && !m_hasSummary)
        openSummary(out);
    switch (block.kind) {
    case BlockKind::Text:
        return textDelta(text, out);
    case BlockKind::Refusal:
        return itemEvent("response.refusal.delta", out, [text](JsonWriter &json) {
            json.member("content_index", 0).key("delta").string(text);
        });
    case BlockKind::Reasoning:
        return itemEvent("response.reasoning_summary_text.delta", out, [text](JsonWriter &json) {
            json.member("summary_index", 0).key("delta").string(text);
        });
    case BlockKind::Call:
        return itemEvent("response.function_call_arguments.delta", out,
                         [text](JsonWriter &json) { json.key("delta").string(text); });
    }
}

//! There is one for every token, so that all but number and text are made once.
void Writer::textDelta(QByteArrayView text, QByteArray &out)
{
    if (m_deltaHead.isEmpty()) {
        JsonWriter json(m_deltaHead);
        json.beginObject().member("item_id", m_item.id).member("output_index", m_index);
        json.member("content_index", 0).endObject();
        m_deltaHead[0] = ',';
        m_deltaHead.chop(1);
        m_deltaHead += ",\"delta\":\"";
    }
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), m_sequence++).ptr;
    out += "event: response.output_text.delta\n"
           "data: {\"type\":\"response.output_text.delta\",\"sequence_number\":";
    out.append(digits.data(), end - digits.data());
    out += m_deltaHead;
    appendJsonEscaped(out, text);
    out += "\",\"logprobs\":[]}\n\n";
}

void Writer::cite(const Citation &citation, QByteArray &out)
{
    itemEvent("response.output_text.annotation.added", out, [&](JsonWriter &json) {
        json.member("content_index", 0);
        json.member("annotation_index", qint64(m_item.citations.size())).key("annotation");
        writeAnnotation(json, citation);
    });
    m_item.citations.push_back(citation);
}

void Writer::closeMessage(QByteArray &out)
{
    const bool isText = m_item.kind == PartKind::Text;
    itemEvent(isText ? "response.output_text.done" : "response.refusal.done", out,
              [&](JsonWriter &json) {
                  json.member("content_index", 0);
                  json.member(isText ? "text" : "refusal", m_item.text);
                  if (isText)
                      json.key("logprobs").beginList().endList();
              });
    partEvent("response.content_part.done", m_item, out);
}

void Writer::closeSummary(QByteArray &out)
{
    if (!m_hasSummary)
        return;
    itemEvent("response.reasoning_summary_text.done", out, [this](JsonWriter &json) {
        json.member("summary_index", 0).member("text", m_item.text);
    });
    itemEvent("response.reasoning_summary_part.done", out, [this](JsonWriter &json) {
        json.member("summary_index", 0).key("part").beginObject();
        json.member("type", "summary_text").member("text", m_item.text).endObject();
    });
}

void Writer::closeCall(QByteArray &out)
{
    if (isFreeText()) {
        const QByteArray input = freeText(m_item.text);
        itemEvent("response.custom_tool_call_input.delta", out,
                  [&input](JsonWriter &json) { json.member("delta", input); });
        itemEvent("response.custom_tool_call_input.done", out,
                  [&input](JsonWriter &json) { json.member("input", input); });
        return;
    }
    if (m_item.text.trimmed().isEmpty()) {
        m_item.text = "{}";
        itemEvent("response.function_call_arguments.delta", out,
                  [](JsonWriter &json) { json.member("delta", "{}"); });
    }
    itemEvent("response.function_call_arguments.done", out, [this](JsonWriter &json) {
        writeName(json, m_item.name, toolOf(m_context.request, m_item.name));
        json.member("arguments", m_item.text);
    });
}

void Writer::close(const Block &block, QByteArray &out)
{
    m_item.seal = block.seal;
    m_item.isWhole = outcomeOf(ending().finish).incompleteReason.isEmpty();
    switch (block.kind) {
    case BlockKind::Text:
    case BlockKind::Refusal:
        closeMessage(out);
        break;
    case BlockKind::Reasoning:
        closeSummary(out);
        break;
    case BlockKind::Call:
        closeCall(out);
        break;
    }
    QByteArray item;
    JsonWriter writer(item);
    writeItem(writer, m_item, m_context.request);
    event("response.output_item.done", out,
          [&](JsonWriter &json) { json.member("output_index", m_index).key("item").raw(item); });
    m_output += (m_output.isEmpty() ? QByteArray() : QByteArray(",")) + item;
}

void Writer::end(const Ending &ending, QByteArray &out)
{
    const Outcome outcome = outcomeOf(ending.finish);
    responseEvent(QByteArray("response." + outcome.status.toByteArray()), outcome, &ending.usage,
                  out);
}

} // namespace

std::unique_ptr<StreamWriter> makeWriter(const ReplyContext &context)
{
    return std::make_unique<Writer>(context);
}

} // namespace Gatehouse::Dialects::Responses
