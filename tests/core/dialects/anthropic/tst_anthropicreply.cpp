// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messages.h"
#include "core/dialects/signatures.h"
#include "tests/core/dialects/anthropic/codecprobe.h"
#include "tests/core/dialects/anthropic/messagesorder.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Probe;
using namespace Qt::StringLiterals;

namespace {

constexpr Format messages = Format::AnthropicMessages;

const QByteArray reply =
    R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-x",)"
    R"("content":[{"type":"thinking","thinking":"Hm","signature":"c2ln"},)"
    R"({"type":"redacted_thinking","data":"ZGF0YQ=="},)"
    R"({"type":"text","text":"Hello","citations":[{"type":"char_location","cited_text":"c","document_index":0,"document_title":"D","start_char_index":1,"end_char_index":2}]},)"
    R"({"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"q"}},)"
    R"({"type":"tool_use","id":"toolu_1","name":"f","input":{"a":1e-7}}],)"
    R"("stop_reason":"tool_use","stop_sequence":null,)"
    R"("usage":{"input_tokens":10,"cache_creation_input_tokens":5,"cache_read_input_tokens":3,)"
    R"("cache_creation":{"ephemeral_5m_input_tokens":4,"ephemeral_1h_input_tokens":1},)"
    R"("output_tokens":20,"output_tokens_details":{"thinking_tokens":6}}})";

QByteArray sent(const QByteArray &type, const QByteArray &members)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + '"' + members + "}\n\n";
}

QByteArray block(int index, const QByteArray &start, const QList<QByteArray> &deltas)
{
    const QByteArray at = ",\"index\":" + QByteArray::number(index);
    QByteArray out = sent("content_block_start", at + ",\"content_block\":" + start);
    for (const QByteArray &delta : deltas)
        out += sent("content_block_delta", at + ",\"delta\":" + delta);
    return out + sent("content_block_stop", at);
}

QByteArray textDelta(const QByteArray &text)
{
    return R"({"type":"text_delta","text":")" + text + "\"}";
}

QByteArray jsonDelta(const QByteArray &escaped)
{
    return R"({"type":"input_json_delta","partial_json":")" + escaped + "\"}";
}

//! All that Anthropic sends, the way it sends it.
QByteArray stream()
{
    return sent(
               "message_start",
               R"(,"message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-x",)"
               R"("content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,)"
               R"("cache_creation_input_tokens":0,"cache_read_input_tokens":3,"output_tokens":1}})")
        + sent("ping", {})
        + block(0, R"({"type":"thinking","thinking":"","signature":""})",
                {R"({"type":"thinking_delta","thinking":"H\u00e4"})",
                 R"({"type":"thinking_delta","thinking":"m"})",
                 R"({"type":"signature_delta","signature":"c2ln"})"})
        + block(1, R"({"type":"redacted_thinking","data":"ZGF0YQ=="})", {})
        + block(
               2, R"({"type":"text","text":""})",
               {textDelta("Hello"), textDelta(" w\xc3\xb6rld"),
                R"({"type":"citations_delta","citation":{"type":"char_location","cited_text":"c","document_index":0}})"})
        + block(3, R"({"type":"tool_use","id":"toolu_1","name":"f","input":{}})",
                {jsonDelta(""), jsonDelta("{\\\"a\\\":"), jsonDelta("[1]}")})
        + block(4, R"({"type":"tool_use","id":"toolu_2","name":"g","input":{}})", {})
        + sent("message_delta",
               R"(,"delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":25})")
        + sent("message_stop", {});
}

ReplyContext context()
{
    return {.requestId = "req_7", .created = 1, .model = "route", .request = nullptr};
}

Chunk start()
{
    return {.kind = ChunkKind::Start, .id = "chatcmpl-1", .model = "gpt-x"};
}

Chunk words(ChunkKind kind, const QByteArray &text)
{
    return {.kind = kind, .text = text};
}

Chunk callStart(int call, const QByteArray &id)
{
    return {.kind = ChunkKind::ToolCallStart, .call = call, .id = id, .name = "f"};
}

Chunk arguments(int call, const QByteArray &text)
{
    return {.kind = ChunkKind::ToolCallArguments, .call = call, .text = text};
}

std::vector<Chunk> ended(std::vector<Chunk> chunks, FinishReason finish = FinishReason::Stop)
{
    chunks.push_back({.kind = ChunkKind::Finish, .finish = finish});
    Chunk usage{.kind = ChunkKind::Usage};
    usage.usage = {.promptTokens = 9, .cachedTokens = 2, .completionTokens = 4, .known = true};
    chunks.push_back(usage);
    chunks.push_back({.kind = ChunkKind::End});
    return chunks;
}

QByteArray written(const std::vector<Chunk> &chunks)
{
    return writtenStream(messages, chunks, context());
}

} // namespace

class AnthropicReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAReply()
    {
        const auto read = anthropicMessagesCodec.readReply(JsonView::parse(reply));
        QVERIFY(read);
        const Usage usage{.promptTokens = 18,
                          .cachedTokens = 3,
                          .cacheWriteTokens = 4,
                          .cacheWriteHourTokens = 1,
                          .completionTokens = 20,
                          .reasoningTokens = 6,
                          .known = true};
        QCOMPARE(read->usage, usage);
        const Choice &choice = read->choices.front();
        QCOMPARE(choice.finish, FinishReason::ToolCalls);
        QCOMPARE(choice.parts[0].signature, "c2ln"_ba);
        QCOMPARE(choice.parts[1].encrypted, "ZGF0YQ=="_ba);
        QCOMPARE(choice.parts[2].citations.front().quote, "c"_ba);
        QCOMPARE(choice.parts[4].arguments, "{\"a\":1e-7}"_ba);
        QVERIFY(!anthropicMessagesCodec.readReply(JsonView::parse("{}")));
    }

    void roundTripsAReply()
    {
        const auto read = anthropicMessagesCodec.readReply(JsonView::parse(reply));
        QCOMPARE(object(anthropicMessagesCodec.writeReply(*read, context())), object(reply));
    }

    void translatesStopReasons_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("finish");
        QTest::addColumn<QByteArray>("back");
        const auto row = [](const char *reason, FinishReason finish, const char *back) {
            QTest::newRow(reason) << QByteArray(reason) << int(finish) << QByteArray(back);
        };
        row("end_turn", FinishReason::Stop, "end_turn");
        row("stop_sequence", FinishReason::Stop, "end_turn");
        row("max_tokens", FinishReason::Length, "max_tokens");
        row("model_context_window_exceeded", FinishReason::Length, "max_tokens");
        row("tool_use", FinishReason::ToolCalls, "tool_use");
        row("pause_turn", FinishReason::Pause, "pause_turn");
        row("refusal", FinishReason::ContentFilter, "refusal");
        row("something_new", FinishReason::Stop, "end_turn");
    }

    void translatesStopReasons()
    {
        QFETCH(QByteArray, reason);
        QFETCH(int, finish);
        QFETCH(QByteArray, back);
        const auto read = anthropicMessagesCodec.readReply(
            JsonView::parse(QByteArray("{\"content\":[],\"stop_reason\":\"" + reason + "\"}")));
        QCOMPARE(int(read->choices.front().finish), finish);
        const QJsonObject out = object(anthropicMessagesCodec.writeReply(*read, context()));
        QCOMPARE(out["stop_reason"_L1].toString().toLatin1(), back);
        QCOMPARE(out["id"_L1].toString(), u"msg_7"_s);
        QCOMPARE(out["model"_L1].toString(), u"route"_s);
    }

    void tellsOtherFamiliesThoughts()
    {
        Reply other;
        Choice choice;
        Part thought{.kind = PartKind::Reasoning, .text = "t"};
        choice.parts.push_back(thought);
        putSeal({Family::OpenAi, {}, "opaque"}, thought);
        choice.parts.push_back(thought);
        other.choices.push_back(choice);
        const QJsonArray content =
            object(anthropicMessagesCodec.writeReply(other, context()))["content"_L1].toArray();
        QCOMPARE(content[0]["signature"_L1].toString(), u"gatehouse.openai."_s);
        QCOMPARE(unpackSeal(content[1]["signature"_L1].toString().toLatin1())->encrypted,
                 "opaque"_ba);
    }

    void readsAStream()
    {
        const std::vector<Chunk> chunks = chunksOf(messages, stream());
        QByteArray text, thoughts, first, second;
        QList<Seal> seals;
        for (const Chunk &chunk : chunks) {
            if (chunk.kind == ChunkKind::Text)
                text += chunk.text;
            else if (chunk.kind == ChunkKind::Reasoning)
                thoughts += chunk.text;
            else if (chunk.kind == ChunkKind::ToolCallArguments)
                (chunk.call == 0 ? first : second) += chunk.text;
            else if (chunk.kind == ChunkKind::ReasoningSignature)
                seals.append({chunk.signedBy, chunk.signature, chunk.encrypted});
        }
        QCOMPARE(chunks.front().kind, ChunkKind::Start);
        QCOMPARE(chunks.front().model, "claude-x"_ba);
        QCOMPARE(text, "Hello w\xc3\xb6rld"_ba);
        QCOMPARE(thoughts, "H\xc3\xa4m"_ba);
        QCOMPARE(first, "{\"a\":[1]}"_ba);
        QCOMPARE(second, "{}"_ba);
        QCOMPARE(
            seals,
            (QList<Seal>{{Family::Anthropic, "c2ln", {}}, {Family::Anthropic, {}, "ZGF0YQ=="}}));
        QCOMPARE(chunks.back().kind, ChunkKind::End);
        const Chunk &usage = chunks[chunks.size() - 2];
        QCOMPARE(usage.usage.promptTokens, 13);
        QCOMPARE(usage.usage.completionTokens, 25);
        QCOMPARE(chunks[chunks.size() - 3].finish, FinishReason::ToolCalls);
    }

    void readsAStreamCutAnywhere()
    {
        QCOMPARE(differenceWhenCut(messages, messages, stream(), context()), QByteArray());
    }

    void writesBackWhatItRead()
    {
        const QByteArray again = written(chunksOf(messages, stream()));
        QCOMPARE(messagesOrderProblem(again), QByteArray());
        QCOMPARE(chunksOf(messages, again).size(), chunksOf(messages, stream()).size());
        QVERIFY(again.contains("{\"type\":\"redacted_thinking\",\"data\":\"ZGF0YQ==\"}"));
        QVERIFY(again.contains("\"usage\":{\"input_tokens\":10,"));
    }

    void endsOnlyWithAnEnd()
    {
        const QByteArray cut = stream().first(stream().indexOf("event: message_stop"));
        TranslatedStream translation(messages, messages, *quirksOf("anthropic"), context());
        QByteArray out;
        translation.feed(cut, out);
        translation.finish(out);
        QVERIFY(!translation.isComplete());
        QVERIFY(!out.contains("message_stop"));
    }

    void tellsErrorsInAStream()
    {
        TranslatedStream translation(messages, messages, *quirksOf("anthropic"), context());
        QByteArray out;
        translation.feed(
            sent("error", ",\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}"), out);
        QVERIFY(translation.hasFailed());
        QCOMPARE(translation.error().type, "overloaded_error"_ba);
        TranslatedStream broken(messages, messages, *quirksOf("anthropic"), context());
        broken.feed("event: content_block_delta\ndata: {\"type\":\n\n", out);
        QVERIFY(broken.isMalformed());
    }

    void keepsBlocksApart()
    {
        const QByteArray out =
            written(ended({start(), words(ChunkKind::Reasoning, "Hm"),
                           words(ChunkKind::Text, "One"), callStart(0, "a"), callStart(1, "b"),
                           arguments(1, "{\"y\""), arguments(0, "{\"x\":\"}\""),
                           arguments(1, ":2}"), arguments(0, "}"), words(ChunkKind::Text, "Two")},
                          FinishReason::ToolCalls));
        QCOMPARE(messagesOrderProblem(out), QByteArray());
        QList<QByteArray> told;
        for (const Event &one : eventsOf(out))
            if (one.name == "content_block_delta") {
                const QJsonObject delta = one.data["delta"_L1].toObject();
                told.append(QByteArray::number(one.data["index"_L1].toInt()) + ' '
                            + (delta["text"_L1].toString() + delta["thinking"_L1].toString()
                               + delta["signature"_L1].toString()
                               + delta["partial_json"_L1].toString())
                                  .toUtf8());
            }
        QCOMPARE(told,
                 (QList<QByteArray>{"0 Hm", "0 gatehouse.openai.", "1 One", "2 {\"x\":\"}\"", "2 }",
                                    "3 {\"y\":2}", "4 Two"}));
        const Event last = eventsOf(out)[eventsOf(out).size() - 2];
        QCOMPARE(last.data["usage"_L1]["input_tokens"_L1].toInt(), 7);
        QCOMPARE(last.data["usage"_L1]["cache_read_input_tokens"_L1].toInt(), 2);
        QCOMPARE(last.data["usage"_L1]["output_tokens"_L1].toInt(), 4);
    }

    void tellsCallsOneAfterTheOtherAtOnce()
    {
        const QByteArray out = written({start(), callStart(0, "a"), arguments(0, "{}"),
                                        callStart(1, "b"), arguments(1, "{\"q\":")});
        QVERIFY(out.contains("\"partial_json\":\"{\\\"q\\\":\""));
    }

    void tellsARefusal()
    {
        const QByteArray out = written(ended({start(), words(ChunkKind::Refusal, "No.")}));
        QVERIFY(out.contains("\"stop_reason\":\"refusal\""));
        QCOMPARE(messagesOrderProblem(written(ended({start()}))), QByteArray());
    }

    void survivesMutations()
    {
        for (const QByteArray &body : mutations(reply)) {
            const JsonView view = JsonView::parse(body);
            if (!view.isSound())
                continue;
            const auto read = anthropicMessagesCodec.readReply(view);
            if (read) {
                const QByteArray out = anthropicMessagesCodec.writeReply(*read, context());
                QVERIFY(JsonView::parse(out).isObject());
            }
        }
        for (const QByteArray &bytes : mutations(stream()))
            (void)translated(messages, messages, {bytes}, context());
    }
};

QTEST_GUILESS_MAIN(AnthropicReplyTest)
#include "tst_anthropicreply.moc"
