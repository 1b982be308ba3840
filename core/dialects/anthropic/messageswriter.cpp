// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messageswords.h"
#include "core/dialects/blockwriter.h"

namespace Gatehouse::Dialects::Messages {

namespace {

//! Writes Anthropic's events, named as their type says.
class Writer final : public BlockWriter
{
public:
    explicit Writer(const ReplyContext &context)
        : m_context(context)
    {
    }

protected:
    bool repeatsText() const override { return true; }
    void begin(const Chunk &start, const Usage &usage, QByteArray &out) override;
    void open(const Block &block, QByteArray &out) override;
    void piece(const Block &block, QByteArrayView text, QByteArray &out) override;
    void cite(const Citation &citation, QByteArray &out) override;
    void close(const Block &block, QByteArray &out) override;
    void end(const Ending &ending, QByteArray &out) override;

private:
    void delta(QByteArrayView type, QByteArrayView key, QByteArrayView text, QByteArray &out) const;

    const ReplyContext m_context;
    qint64 m_index = -1;
    bool m_isHeld = false; //!< reasoning whose kind of block is not known yet
};

//! "event: TYPE\ndata: {"type":"TYPE" and what \a members adds.
template <typename Members>
void event(QByteArray &out, QByteArrayView type, Members members)
{
    out += "event: ";
    out += type;
    out += "\ndata: ";
    JsonWriter json(out);
    json.beginObject().key("type").string(type);
    members(json);
    json.endObject();
    out += "\n\n";
}

void Writer::begin(const Chunk &start, const Usage &usage, QByteArray &out)
{
    event(out, "message_start", [&](JsonWriter &json) {
        json.key("message").beginObject();
        json.member("id", messageId(start.id, m_context.requestId));
        json.member("type", "message").member("role", "assistant");
        json.member("model", start.model.isEmpty() ? m_context.model : start.model);
        json.key("content").beginList().endList();
        json.key("stop_reason").null().key("stop_sequence").null().key("usage");
        writeUsage(json, usage);
        json.endObject();
    });
}

//! Reasoning waits for its first words: what has none and is encrypted is a block of its own type.
void Writer::open(const Block &block, QByteArray &out)
{
    m_isHeld = block.kind == BlockKind::Reasoning;
    if (m_isHeld)
        return;
    event(out, "content_block_start", [&](JsonWriter &json) {
        json.member("index", ++m_index).key("content_block").beginObject();
        if (block.kind == BlockKind::Call) {
            json.member("type", "tool_use").member("id", block.id).member("name", block.name);
            json.key("input").beginObject().endObject();
        } else {
            json.member("type", "text").member("text", "");
        }
        json.endObject();
    });
}

void startThinking(qint64 index, const QByteArray &redacted, QByteArray &out)
{
    event(out, "content_block_start", [&](JsonWriter &json) {
        json.member("index", index).key("content_block").beginObject();
        if (!redacted.isEmpty())
            json.member("type", "redacted_thinking").member("data", redacted);
        else
            json.member("type", "thinking").member("thinking", "").member("signature", "");
        json.endObject();
    });
}

void Writer::piece(const Block &block, QByteArrayView text, QByteArray &out)
{
    if (std::exchange(m_isHeld, false))
        startThinking(++m_index, {}, out);
    switch (block.kind) {
    case BlockKind::Text:
    case BlockKind::Refusal:
        return delta("text_delta", "text", text, out);
    case BlockKind::Reasoning:
        return delta("thinking_delta", "thinking", text, out);
    case BlockKind::Call:
        return delta("input_json_delta", "partial_json", text, out);
    }
}

void Writer::delta(QByteArrayView type, QByteArrayView key, QByteArrayView text,
                   QByteArray &out) const
{
    event(out, "content_block_delta", [&](JsonWriter &json) {
        json.member("index", m_index).key("delta").beginObject();
        json.key("type").string(type).key(key).string(text).endObject();
    });
}

void Writer::cite(const Citation &citation, QByteArray &out)
{
    event(out, "content_block_delta", [&](JsonWriter &json) {
        json.member("index", m_index).key("delta").beginObject();
        json.member("type", "citations_delta").key("citation");
        writeCitation(json, citation);
        json.endObject();
    });
}

void Writer::close(const Block &block, QByteArray &out)
{
    if (block.kind == BlockKind::Reasoning) {
        const bool isRedacted =
            block.seal.family == Family::Anthropic && !block.seal.encrypted.isEmpty() && m_isHeld;
        if (std::exchange(m_isHeld, false))
            startThinking(++m_index, isRedacted ? block.seal.encrypted : QByteArray(), out);
        const QByteArray signature = signatureText(block.seal);
        if (!isRedacted && !signature.isEmpty())
            delta("signature_delta", "signature", signature, out);
    }
    event(out, "content_block_stop", [&](JsonWriter &json) { json.member("index", m_index); });
}

void Writer::end(const Ending &ending, QByteArray &out)
{
    FinishReason finish = ending.finish;
    if (finish == FinishReason::Stop && ending.hasRefused)
        finish = FinishReason::ContentFilter;
    const bool hasSequence = !ending.stopSequence.isEmpty();
    event(out, "message_delta", [&](JsonWriter &json) {
        json.key("delta").beginObject();
        json.key("stop_reason").string(stopReasonOf(finish, hasSequence)).key("stop_sequence");
        hasSequence ? json.string(ending.stopSequence) : json.null();
        json.endObject().key("usage");
        writeUsage(json, ending.usage);
    });
    event(out, "message_stop", [](JsonWriter &) {});
}

} // namespace

std::unique_ptr<StreamWriter> makeMessagesWriter(const ReplyContext &context)
{
    return std::make_unique<Writer>(context);
}

} // namespace Gatehouse::Dialects::Messages
