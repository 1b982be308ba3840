// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatreader.h"
#include "core/dialects/translatedstream.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

const QByteArray done = "data: [DONE]\n\n";
const QByteArray nullUsage = R"("usage":null)";
const QByteArray noArguments = R"("arguments":"{}")";
const QByteArray noId = R"("id":"",)";
const QByteArray anyUsage = R"("usage":{)";
const QByteArray closing = "\n\n";

//! One event: a chunk of one choice.
QByteArray chunk(const QByteArray &delta, const QByteArray &finish = "null",
                 const QByteArray &more = {})
{
    return R"(data: {"id":"c1","object":"chat.completion.chunk","created":7,"model":"gpt-x",)"
           R"("choices":[{"index":0,"delta":)"
        + delta + R"(,"finish_reason":)" + finish + "}]" + more + "}" + closing;
}

QByteArray usage(const QByteArray &counts)
{
    return R"(data: {"id":"c1","model":"gpt-x","choices":[],"usage":)" + counts + "}" + closing;
}

QByteArray call(const QByteArray &members)
{
    return R"({"tool_calls":[{)" + members + "}]}";
}

struct Seen {
    QByteArray out;
    Usage usage;
    ProviderError error;
    bool complete = false;
    bool malformed = false;
    bool failed = false;

    bool operator==(const Seen &) const = default;
};

Seen translated(const QByteArray &stream, const QList<qsizetype> &cuts, const Request &request)
{
    ReplyContext context{.requestId = "req_abc", .created = 99, .model = "asked"};
    context.request = &request;
    TranslatedStream translation(Format::OpenAiChat, Format::OpenAiChat, *quirksOf("openai"),
                                 context);
    QByteArray out;
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        translation.feed(QByteArrayView(stream).sliced(at, cut - at), out);
        at = cut;
    }
    translation.feed(QByteArrayView(stream).sliced(at), out);
    translation.finish(out);
    return {.out = out,
            .usage = translation.usage(),
            .error = translation.error(),
            .complete = translation.isComplete(),
            .malformed = translation.isMalformed(),
            .failed = translation.hasFailed()};
}

Seen translated(const QByteArray &stream, bool includeUsage = false)
{
    Request request;
    request.includeUsage = includeUsage;
    return translated(stream, {}, request);
}

std::vector<Chunk> chunksOf(const QByteArray &stream)
{
    OpenAi::ChunkReader reader;
    std::vector<Chunk> chunks;
    for (const QByteArray &line : stream.split('\n')) {
        if (line.startsWith("data: "))
            reader.read({}, QByteArrayView(line).sliced(6), chunks);
    }
    reader.finish(chunks);
    return chunks;
}

QByteArray textOf(const std::vector<Chunk> &chunks, ChunkKind kind)
{
    QByteArray text;
    for (const Chunk &chunk : chunks) {
        if (chunk.kind == kind)
            text += chunk.text;
    }
    return text;
}

FinishReason finishOf(const std::vector<Chunk> &chunks)
{
    for (const Chunk &chunk : chunks) {
        if (chunk.kind == ChunkKind::Finish)
            return chunk.finish;
    }
    return FinishReason::None;
}

const QByteArray counts = R"({"prompt_tokens":7,"completion_tokens":2,"total_tokens":9})";
const QByteArray text = chunk(R"({"role":"assistant","content":""})") + chunk(R"({"content":"Hé"})")
    + chunk(R"({"content":"llo"})") + chunk("{}", R"("stop")") + usage(counts) + done;
const QByteArray interleaved =
    chunk(call(R"("index":0,"id":"a","type":"function","function":{"name":"f","arguments":""})"))
    + chunk(call(R"("index":1,"id":"b","type":"function","function":{"name":"g","arguments":""})"))
    + chunk(call(R"("index":0,"function":{"arguments":"{1"})"))
    + chunk(call(R"("index":1,"function":{"arguments":"{2"})"))
    + chunk(call(R"("index":0,"function":{"arguments":"}"})")) + chunk("{}", R"("tool_calls")")
    + done;

} // namespace

class TestOpenAiChatStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheOrderOfOpenAi();
    void tellsUsageOnlyWhenAsked();
    void readsEveryServersWays_data();
    void readsEveryServersWays();
    void keepsInterleavedCallsApart();
    void startsCallsThatShareAnIndex();
    void completesCallsWithoutArguments();
    void readsUsageWhereverItStands_data();
    void readsUsageWhereverItStands();
    void skipsAzuresFirstChunk();
    void tellsErrorsOnce_data();
    void tellsErrorsOnce();
    void endsOnlyWhenTheAnswerIsWhole_data();
    void endsOnlyWhenTheAnswerIsWhole();
    void isTheSameHoweverCut_data();
    void isTheSameHoweverCut();
    void boundsItsMemory();
    void survivesHostileStreams();
    void costsLittle();
};

void TestOpenAiChatStream::writesTheOrderOfOpenAi()
{
    const QByteArray head = R"(data: {"id":"chatcmpl-abc","object":"chat.completion.chunk",)"
                            R"("created":7,"model":"gpt-x","choices":[{"index":0,"delta":)";
    const QByteArray rest = R"(,"logprobs":null,"finish_reason":null}]})" + closing;
    const QByteArray wanted = head + R"({"role":"assistant","content":"","refusal":null})" + rest
        + head + R"({"content":"Hé"})" + rest + head + R"({"content":"llo"})" + rest + head
        + R"({},"logprobs":null,"finish_reason":"stop"}]})" + closing + done;
    const Seen seen = translated(text);
    QCOMPARE(seen.out, wanted);
    QVERIFY(seen.complete);
    QCOMPARE(seen.usage.promptTokens, 7);
}

void TestOpenAiChatStream::tellsUsageOnlyWhenAsked()
{
    const QByteArray asked = translated(text, true).out;
    QCOMPARE(asked.count(nullUsage), 4);
    const QByteArray last = asked.chopped(done.size());
    QVERIFY(
        last.mid(last.lastIndexOf("data:")).contains(R"("choices":[],"usage":{"prompt_tokens":7)"));
    QVERIFY(!translated(text).out.contains("usage"));
}

void TestOpenAiChatStream::readsEveryServersWays_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("thoughts");
    QTest::addColumn<int>("finish");
    const auto add = [](const char *name, const QByteArray &stream, const QByteArray &content,
                        const QByteArray &thoughts, FinishReason finish) {
        QTest::newRow(name) << stream + done << content << thoughts << int(finish);
    };
    add("role repeated",
        chunk(R"({"role":"assistant","content":"a"})")
            + chunk(R"({"role":"assistant","content":"b"})", R"("")") + chunk("{}", R"("stop")"),
        "ab", "", FinishReason::Stop);
    add("DeepSeek",
        chunk(R"({"content":null,"reasoning_content":"t"})")
            + chunk(R"({"content":"a","reasoning_content":null})", R"("stop")"),
        "a", "t", FinishReason::Stop);
    add("both names", chunk(R"({"reasoning":"t","reasoning_content":"t"})", R"("stop")"), "", "t",
        FinishReason::Stop);
    add("OpenRouter", chunk(R"({"reasoning":"t","content":""})", R"("stop")"), "", "t",
        FinishReason::Stop);
    add("Mistral",
        chunk(R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"t"}]},)"
              R"({"type":"text","text":"a"}]})",
              R"("model_length")"),
        "a", "t", FinishReason::Length);
    add("Together", chunk(R"({"content":"a"})", R"("eos")"), "a", "", FinishReason::Stop);
    add("Perplexity", chunk(R"({"content":"a"},"message":{"content":"a"})", R"("stop")"), "a", "",
        FinishReason::Stop);
    add("length", chunk(R"({"content":"a"})", R"("length")"), "a", "", FinishReason::Length);
    add("filter", chunk(R"({"content":"a"})", R"("content_filter")"), "a", "",
        FinishReason::ContentFilter);
    add("no reason", chunk(R"({"content":"a"})"), "a", "", FinishReason::Stop);
    add("stop with a call",
        chunk(call(R"("id":"x","function":{"name":"f","arguments":"{}"})"), R"("stop")"), "", "",
        FinishReason::ToolCalls);
}

void TestOpenAiChatStream::readsEveryServersWays()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, thoughts);
    QFETCH(const int, finish);
    const auto chunks = chunksOf(stream);
    QCOMPARE(chunks.front().kind, ChunkKind::Start);
    QCOMPARE(chunks.back().kind, ChunkKind::End);
    QCOMPARE(textOf(chunks, ChunkKind::Text), content);
    QCOMPARE(textOf(chunks, ChunkKind::Reasoning), thoughts);
    QCOMPARE(int(finishOf(chunks)), finish);
}

void TestOpenAiChatStream::keepsInterleavedCallsApart()
{
    std::map<int, QByteArray> arguments;
    for (const Chunk &piece : chunksOf(interleaved)) {
        if (piece.kind == ChunkKind::ToolCallArguments)
            arguments[piece.call] += piece.text;
    }
    QCOMPARE(arguments[0], "{1}"_ba);
    QCOMPARE(arguments[1], "{2"_ba);
    const QByteArray out = translated(interleaved).out;
    const QByteArray first = R"({"tool_calls":[{"index":1,"id":"b","type":"function",)"
                             R"("function":{"name":"g","arguments":""}}]})";
    const QByteArray piece = R"({"tool_calls":[{"index":0,"function":{"arguments":"}"}}]})";
    QVERIFY(out.contains(first));
    QVERIFY(out.contains(piece));
}

void TestOpenAiChatStream::startsCallsThatShareAnIndex()
{
    const QByteArray stream =
        chunk(call(R"("index":0,"id":"a","function":{"name":"f","arguments":"{}"})"))
        + chunk(call(R"("index":0,"id":"b","function":{"name":"g","arguments":"{}"})"))
        + chunk(call(R"("function":{"name":"h","arguments":{"x":1}})"), R"("tool_calls")") + done;
    std::vector<QByteArray> ids;
    for (const Chunk &piece : chunksOf(stream)) {
        if (piece.kind == ChunkKind::ToolCallStart)
            ids.push_back(piece.id);
    }
    QCOMPARE(ids, (std::vector<QByteArray>{"a", "b"})); // the third goes on with the second
}

void TestOpenAiChatStream::completesCallsWithoutArguments()
{
    const QByteArray stream =
        chunk(call(R"("index":0,"id":"","function":{"name":"f"})"), R"("tool_calls")") + done;
    const QByteArray out = translated(stream).out;
    QCOMPARE(out.count(noArguments), 1);
    QVERIFY(!out.contains(noId));
}

void TestOpenAiChatStream::readsUsageWhereverItStands_data()
{
    QTest::addColumn<QByteArray>("stream");
    const QByteArray hello = chunk(R"({"content":"a"})");
    const QByteArray last = chunk("{}", R"("stop")");
    QTest::newRow("own chunk") << hello + last + usage(counts) + done;
    QTest::newRow("with the reason")
        << hello + chunk("{}", R"("stop")", R"(,"usage":)" + counts) + done;
    QTest::newRow("Groq") << hello
            + chunk("{}", R"("stop")", R"(,"x_groq":{"id":"r","usage":)" + counts + "}") + done;
    QTest::newRow("vLLM, in each") << chunk(R"({"content":"a"})", "null",
                                            R"(,"usage":{"prompt_tokens":7,"completion_tokens":1})")
            + last + usage(counts) + done;
}

void TestOpenAiChatStream::readsUsageWhereverItStands()
{
    QFETCH(const QByteArray, stream);
    const Seen seen = translated(stream, true);
    QCOMPARE(seen.usage.promptTokens, 7);
    QCOMPARE(seen.usage.completionTokens, 2);
    QCOMPARE(seen.out.count(anyUsage), 1);
}

void TestOpenAiChatStream::skipsAzuresFirstChunk()
{
    const QByteArray first = R"(data: {"id":"","model":"","object":"","created":0,"choices":[],)"
                             R"("prompt_filter_results":[{"prompt_index":0}]})"
        + closing;
    QCOMPARE(translated(first + text).out, translated(text).out);
}

void TestOpenAiChatStream::tellsErrorsOnce_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("error") << R"(data: {"error":{"message":"m","type":"t"}})" + closing;
    QTest::newRow("named") << R"(event: error\ndata: {"error":{"message":"m"}})"_ba.replace("\\n",
                                                                                            "\n")
            + closing;
    QTest::newRow("vLLM") << R"(data: {"object":"error","message":"m","code":400})" + closing;
    QTest::newRow("OpenRouter") << R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":)"
                                   R"("error","error":{"code":502,"message":"m"}}]})"
            + closing;
}

void TestOpenAiChatStream::tellsErrorsOnce()
{
    QFETCH(const QByteArray, event);
    const Seen seen =
        translated(chunk(R"({"content":"a"})") + event + chunk("{}", R"("stop")") + done);
    QVERIFY(seen.failed);
    QVERIFY(!seen.complete);
    QCOMPARE(seen.error.message, "m"_ba);
    QVERIFY(!seen.out.contains("[DONE]"));
}

void TestOpenAiChatStream::endsOnlyWhenTheAnswerIsWhole_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("whole");
    QTest::newRow("cut") << chunk(R"({"content":"a"})") << false;
    QTest::newRow("reason, no mark") << chunk(R"({"content":"a"})", R"("stop")") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("broken") << QByteArray("data: {\"choices\":[\n\n" + done) << false;
    QTest::newRow("one of two") << chunk("{}", R"("stop")")
            + R"(data: {"choices":[{"index":1,"delta":{"content":"a"}}]})"
            + closing << false;
}

void TestOpenAiChatStream::endsOnlyWhenTheAnswerIsWhole()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const bool, whole);
    const Seen seen = translated(stream);
    QCOMPARE(seen.complete, whole);
    QCOMPARE(seen.out.contains("[DONE]"), whole);
}

void TestOpenAiChatStream::isTheSameHoweverCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("text") << text;
    QTest::newRow("calls") << interleaved;
    QByteArray carriage = text;
    QTest::newRow("CRLF and comments") << ": keep-alive\r\n\r\n" + carriage.replace("\n", "\r\n");
    QTest::newRow("no last line") << text.chopped(2);
    QTest::newRow("error") << QByteArray(chunk(R"({"content":"a"})")
                                         + "data: {\"error\":{\"message\":\"m\"}}\n\n");
}

void TestOpenAiChatStream::isTheSameHoweverCut()
{
    QFETCH(const QByteArray, stream);
    Request request;
    const Seen whole = translated(stream, {}, request);
    QList<qsizetype> all;
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        all.append(at);
        QCOMPARE(translated(stream, {at}, request), whole);
    }
    QCOMPARE(translated(stream, all, request), whole);
}

void TestOpenAiChatStream::boundsItsMemory()
{
    OpenAi::ChunkReader reader;
    std::vector<Chunk> chunks;
    for (int i = 0; i < 1000 && !reader.isMalformed(); ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray members =
            "\"index\":" + number + R"(,"id":"i)" + number + R"(","function":{"name":"f"})";
        reader.read({}, QByteArray(R"({"choices":[{"index":0,"delta":)" + call(members) + "}]}"),
                    chunks);
    }
    QVERIFY(reader.isMalformed());
}

void TestOpenAiChatStream::survivesHostileStreams()
{
    quint32 seed = 11;
    const QByteArray streams = text + interleaved;
    for (int round = 0; round < 3000; ++round) {
        QByteArray mutated = streams;
        for (int change = 0; change < 4; ++change) {
            seed = seed * 1664525 + 1013904223;
            const auto at = qsizetype((seed >> 6) % quint32(mutated.size()));
            static constexpr QByteArrayView bytes = "{}[]\",:0n\\1e-\n";
            mutated[at] = bytes[(seed >> 3) % bytes.size()];
        }
        (void)translated(mutated, true);
    }
}

void TestOpenAiChatStream::costsLittle()
{
    QByteArray stream;
    for (int i = 0; i < 2000; ++i)
        stream += chunk(R"({"content":"some words "})");
    QBENCHMARK
    {
        (void)translated(stream);
    }
}

QTEST_GUILESS_MAIN(TestOpenAiChatStream)
#include "tst_openaichatstream.moc"
