// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responses.h"
#include "core/dialects/signatures.h"
#include "tests/core/dialects/anthropic/codecprobe.h"
#include "tests/core/dialects/anthropic/messagesorder.h"
#include "tests/core/dialects/openai/responsesorder.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Probe;
using namespace Qt::StringLiterals;

namespace {

constexpr Format responses = Format::OpenAiResponses;

//! An agent's request with a function, a free-text tool and a namespace.
const Request &asked()
{
    static const Request request = [] {
        const QByteArray body =
            R"({"model":"m","input":"Hi","instructions":"s","tools":[)"
            R"({"type":"function","name":"f","parameters":{"type":"object"}},)"
            R"({"type":"custom","name":"patch"},)"
            R"({"type":"namespace","name":"crm","tools":[{"type":"function","name":"find"}]}],)"
            R"("metadata":{"a":"b"},"reasoning":{"effort":"low"}})";
        return openAiResponsesCodec.readRequest(JsonView::parse(body)).value_or(Request());
    }();
    return request;
}

ReplyContext context()
{
    return {.requestId = "req_7", .created = 11, .model = "route", .request = &asked()};
}

Chunk start()
{
    return {.kind = ChunkKind::Start, .id = "msg_1", .model = "claude-x"};
}

Chunk words(ChunkKind kind, const QByteArray &text)
{
    return {.kind = kind, .text = text};
}

Chunk callStart(int call, const QByteArray &id, const QByteArray &name = "f")
{
    return {.kind = ChunkKind::ToolCallStart, .call = call, .id = id, .name = name};
}

Chunk arguments(int call, const QByteArray &text)
{
    return {.kind = ChunkKind::ToolCallArguments, .call = call, .text = text};
}

Chunk sealed(const Seal &seal)
{
    Chunk chunk{.kind = ChunkKind::ReasoningSignature};
    chunk.signature = seal.signature;
    chunk.encrypted = seal.encrypted;
    chunk.signedBy = seal.family;
    return chunk;
}

Chunk cited(const QByteArray &url)
{
    Chunk chunk{.kind = ChunkKind::Citation};
    Citation citation;
    citation.url = url;
    citation.title = "T";
    chunk.citations.push_back(citation);
    return chunk;
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
    return writtenStream(responses, chunks, context());
}

QList<QByteArray> namesOf(const QByteArray &stream)
{
    QList<QByteArray> names;
    for (const Event &event : eventsOf(stream))
        names.append(event.name.sliced(event.name.indexOf('.') + 1));
    return names;
}

QJsonObject lastResponse(const QByteArray &stream)
{
    return eventsOf(stream).last().data["response"_L1].toObject();
}

//! Everything at once: thoughts, words with a source, calls of each kind, one of them cut up.
std::vector<Chunk> everything()
{
    return ended({start(), words(ChunkKind::Reasoning, "Hm"), words(ChunkKind::Reasoning, "m"),
                  sealed({Family::Anthropic, "sig", {}}),
                  sealed({Family::Anthropic, {}, "redacted"}), words(ChunkKind::Text, "He\"llo"),
                  words(ChunkKind::Text, " w\xc3\xb6rld"), cited("https://a.example"),
                  callStart(0, "a"), callStart(1, "b", "patch"), callStart(2, "c", "crm__find"),
                  arguments(0, "{\"x\":"), arguments(1, "{\"input\":\"*** "), arguments(0, "1}"),
                  arguments(1, "Begin\\n\"}")},
                 FinishReason::ToolCalls);
}

} // namespace

class OpenAiResponsesStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTextInTheDocumentedOrder()
    {
        const QByteArray out =
            written(ended({start(), words(ChunkKind::Text, "Hi"), words(ChunkKind::Text, "!")}));
        QCOMPARE(
            namesOf(out),
            (QList<QByteArray>{"created", "in_progress", "output_item.added", "content_part.added",
                               "output_text.delta", "output_text.delta", "output_text.done",
                               "content_part.done", "output_item.done", "completed"}));
        QCOMPARE(ResponsesOrder::problem(out), QByteArray());
        const QJsonObject response = lastResponse(out);
        QCOMPARE(response["output"_L1][0]["content"_L1][0]["text"_L1].toString(), u"Hi!"_s);
        QCOMPARE(response["usage"_L1]["input_tokens"_L1].toInt(), 9);
        QCOMPARE(response["usage"_L1]["input_tokens_details"_L1]["cached_tokens"_L1].toInt(), 2);
        QCOMPARE(response["usage"_L1]["total_tokens"_L1].toInt(), 13);
        QCOMPARE(response["created_at"_L1].toInt(), 11);
        QCOMPARE(response["instructions"_L1].toString(), u"s"_s);
        QCOMPARE(response["metadata"_L1]["a"_L1].toString(), u"b"_s);
        QCOMPARE(response["tools"_L1].toArray().size(), 3);
        QCOMPARE(response["reasoning"_L1]["effort"_L1].toString(), u"low"_s);
    }

    void tellsEveryKindOfItem()
    {
        const QByteArray out = written(everything());
        QCOMPARE(ResponsesOrder::problem(out), QByteArray());
        const QJsonArray output = lastResponse(out)["output"_L1].toArray();
        QCOMPARE(output.size(), 6);
        QCOMPARE(output[0]["summary"_L1][0]["text"_L1].toString(), u"Hmm"_s);
        const auto seal = [&output](int item) {
            return unpackSeal(output[item]["encrypted_content"_L1].toString().toLatin1());
        };
        QCOMPARE(seal(0), std::optional(Seal{Family::Anthropic, "sig", {}}));
        QCOMPARE(seal(1), std::optional(Seal{Family::Anthropic, {}, "redacted"}));
        QCOMPARE(output[2]["content"_L1][0]["annotations"_L1][0]["url"_L1].toString(),
                 u"https://a.example"_s);
        QCOMPARE(output[3]["arguments"_L1].toString(), u"{\"x\":1}"_s);
        QCOMPARE(output[4]["type"_L1].toString(), u"custom_tool_call"_s);
        QCOMPARE(output[4]["input"_L1].toString(), u"*** Begin\n"_s);
        QCOMPARE(output[5]["name"_L1].toString(), u"find"_s);
        QCOMPARE(output[5]["namespace"_L1].toString(), u"crm"_s);
        QCOMPARE(output[5]["arguments"_L1].toString(), u"{}"_s);
    }

    void endsAsItEnded_data()
    {
        QTest::addColumn<int>("finish");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QString>("reason");
        QTest::newRow("stop") << int(FinishReason::Stop) << "completed"_ba << QString();
        QTest::newRow("calls") << int(FinishReason::ToolCalls) << "completed"_ba << QString();
        QTest::newRow("pause") << int(FinishReason::Pause) << "completed"_ba << QString();
        QTest::newRow("length") << int(FinishReason::Length) << "incomplete"_ba
                                << u"max_output_tokens"_s;
        QTest::newRow("filter") << int(FinishReason::ContentFilter) << "incomplete"_ba
                                << u"content_filter"_s;
        QTest::newRow("error") << int(FinishReason::Error) << "failed"_ba << QString();
    }

    void endsAsItEnded()
    {
        QFETCH(int, finish);
        QFETCH(QByteArray, last);
        QFETCH(QString, reason);
        const QByteArray out = written(
            ended({start(), words(ChunkKind::Refusal, "No")}, static_cast<FinishReason>(finish)));
        QCOMPARE(ResponsesOrder::problem(out), QByteArray());
        QCOMPARE(namesOf(out).last(), last);
        QCOMPARE(lastResponse(out)["incomplete_details"_L1]["reason"_L1].toString(), reason);
        QCOMPARE(lastResponse(out)["output"_L1][0]["status"_L1].toString(),
                 reason.isEmpty() ? u"completed"_s : u"incomplete"_s);
    }

    void countsItsEvents()
    {
        const auto writer = openAiResponsesCodec.streamWriter(context());
        QByteArray out;
        for (const Chunk &chunk : {start(), words(ChunkKind::Text, "Hi")})
            writer->write(chunk, out);
        QCOMPARE(writer->nextSequenceNumber(), eventsOf(out).size());
        QVERIFY(ResponsesOrder::problem(out) == "no last event");
    }

    void readsWhatItWrites()
    {
        const std::vector<Chunk> chunks = chunksOf(responses, written(everything()));
        QByteArray text, thoughts;
        QList<QByteArray> calls(3), names(3);
        QList<Seal> seals;
        for (const Chunk &chunk : chunks) {
            if (chunk.kind == ChunkKind::Text)
                text += chunk.text;
            else if (chunk.kind == ChunkKind::Reasoning)
                thoughts += chunk.text;
            else if (chunk.kind == ChunkKind::ToolCallStart)
                names[chunk.call] = chunk.id + ' ' + chunk.name;
            else if (chunk.kind == ChunkKind::ToolCallArguments)
                calls[chunk.call] += chunk.text;
            else if (chunk.kind == ChunkKind::ReasoningSignature)
                seals.append({chunk.signedBy, chunk.signature, chunk.encrypted});
        }
        QCOMPARE(chunks.front().kind, ChunkKind::Start);
        QCOMPARE(chunks.front().created, 11);
        QCOMPARE(text, "He\"llo w\xc3\xb6rld"_ba);
        QCOMPARE(thoughts, "Hmm"_ba);
        QCOMPARE(names, (QList<QByteArray>{"a f", "b patch", "c crm__find"}));
        QCOMPARE(calls, (QList<QByteArray>{"{\"x\":1}", "{\"input\":\"*** Begin\\n\"}", "{}"}));
        QCOMPARE(
            seals,
            (QList<Seal>{{Family::Anthropic, "sig", {}}, {Family::Anthropic, {}, "redacted"}}));
        QCOMPARE(chunks[chunks.size() - 3].finish, FinishReason::ToolCalls);
        QCOMPARE(chunks[chunks.size() - 2].usage.promptTokens, 9);
        QCOMPARE(chunks.back().kind, ChunkKind::End);
    }

    void readsAStreamCutAnywhere()
    {
        const Request plain;
        ReplyContext short_ = context();
        short_.request = &plain;
        const QByteArray stream = writtenStream(responses, everything(), short_);
        QCOMPARE(differenceWhenCut(responses, Format::AnthropicMessages, stream, short_),
                 QByteArray());
    }

    void staysInOrderAcrossFormats()
    {
        const QByteArray out =
            translated(responses, Format::AnthropicMessages, {written(everything())}, context());
        const qsizetype mark = out.indexOf("|complete");
        QCOMPARE(messagesOrderProblem(out.first(mark)), QByteArray());
        QCOMPARE(out.sliced(mark), "|complete 1 tokens 4 tool_calls"_ba);
        const QByteArray back =
            translated(Format::AnthropicMessages, responses, {out.first(mark)}, context());
        QCOMPARE(ResponsesOrder::problem(back.first(back.indexOf("|complete"))), QByteArray());
    }

    void tellsErrors()
    {
        TranslatedStream failed(responses, responses, *quirksOf("openai"), context());
        QByteArray out;
        failed.feed("event: response.failed\ndata: {\"type\":\"response.failed\",\"response\":"
                    "{\"error\":{\"code\":\"server_error\",\"message\":\"Oops\"}}}\n\n",
                    out);
        QVERIFY(failed.hasFailed());
        QCOMPARE(failed.error().message, "Oops"_ba);
        TranslatedStream broken(responses, responses, *quirksOf("openai"), context());
        broken.feed("event: response.created\ndata: {\n\n", out);
        QVERIFY(broken.isMalformed());
    }

    void roundTripsAReply()
    {
        const QByteArray out = written(everything());
        const QByteArray whole = QJsonDocument(lastResponse(out)).toJson(QJsonDocument::Compact);
        const auto reply = openAiResponsesCodec.readReply(JsonView::parse(whole));
        QVERIFY(reply);
        QCOMPARE(reply->choices.front().finish, FinishReason::ToolCalls);
        QCOMPARE(reply->usage.completionTokens, 4);
        QCOMPARE(object(openAiResponsesCodec.writeReply(*reply, context())), object(whole));
        QVERIFY(!openAiResponsesCodec.readReply(JsonView::parse("{}")));
    }

    void survivesMutations()
    {
        const QByteArray stream = written(everything());
        const QByteArray whole = QJsonDocument(lastResponse(stream)).toJson(QJsonDocument::Compact);
        for (const QByteArray &body : mutations(whole)) {
            const auto reply = openAiResponsesCodec.readReply(JsonView::parse(body));
            if (reply) {
                const QByteArray out = openAiResponsesCodec.writeReply(*reply, context());
                QVERIFY(JsonView::parse(out).isObject());
            }
        }
        for (const QByteArray &bytes : mutations(stream))
            (void)translated(responses, responses, {bytes}, context());
    }
};

QTEST_GUILESS_MAIN(OpenAiResponsesStreamTest)
#include "tst_openairesponsesstream.moc"
