// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/chat.h"
#include "core/dialects/replywatch.h"
#include "tests/core/dialects/codecruns.h"

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const char *message, const char *rest = R"("done":false)")
{
    return R"({"model":"llama","created_at":"2023-11-14T22:13:20Z","message":{"role":"assistant",)"
           R"("content":)"_ba
        + message + "}," + rest + "}\n";
}

QByteArray textStream()
{
    return line(R"("","thinking":"h\u00fcm")") + line("\"H\xc3\xa9\"") + line(R"("llo\n")")
        + line(R"("")",
               R"("done":true,"done_reason":"length","total_duration":5,"prompt_eval_count":7,)"
               R"("eval_count":3)");
}

QByteArray callStream()
{
    return line(R"("","tool_calls":[{"function":{"name":"a","arguments":{"x":1}}}])")
        + line(R"("","tool_calls":[{"id":"c2","function":{"name":"b","arguments":{}}}])")
        + line(R"("")", R"("done":true,"done_reason":"stop","eval_count":3)");
}

QByteArray generateStream()
{
    return R"({"model":"llama","created_at":"2023-11-14T22:13:20Z","response":"Hi","done":false})"
           "\n"
           R"({"model":"llama","created_at":"2023-11-14T22:13:20Z","response":"","done":true,)"
           R"("done_reason":"stop","context":[1,2],"prompt_eval_count":1,"eval_count":2})"_ba;
}

std::vector<ChunkKind> kinds(const ReaderRun &run)
{
    std::vector<ChunkKind> list;
    for (const Chunk &chunk : run.chunks)
        list.push_back(chunk.kind);
    return list;
}

} // namespace

class OllamaStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTextAndThoughts();
    void readsWholeCalls();
    void readsTheSameHoweverItIsCut_data();
    void readsTheSameHoweverItIsCut();
    void tellsErrorLines();
    void givesNoEndToACutStream();
    void findsBrokenLines_data();
    void findsBrokenLines();
    void writesWhatItRead();
    void keepsCallsUntilTheyAreWhole();
    void watchesPassedStreams_data();
    void watchesPassedStreams();
    void readsGeneratePrompts();
    void refusesTemplatesByName_data();
    void refusesTemplatesByName();
    void writesAPromptForGenerate();
    void survivesChangedStreams();
};

void OllamaStreamTest::readsTextAndThoughts()
{
    const ReaderRun run = readWhole(ollamaChatCodec, textStream());
    QCOMPARE(kinds(run),
             (std::vector{ChunkKind::Start, ChunkKind::Reasoning, ChunkKind::Text, ChunkKind::Text,
                          ChunkKind::Finish, ChunkKind::Usage, ChunkKind::End}));
    QCOMPARE(run.chunks[0].model, "llama"_ba);
    QCOMPARE(run.chunks[0].created, 1'700'000'000);
    QCOMPARE(run.chunks[1].text, "h\xc3\xbcm"_ba);
    QCOMPARE(run.chunks[3].text, "llo\n"_ba);
    QCOMPARE(run.chunks[4].finish, FinishReason::Length);
    QCOMPARE(run.chunks[5].usage.promptTokens, 7);
    QCOMPARE(run.chunks[5].usage.completionTokens, 3);
}

void OllamaStreamTest::readsWholeCalls()
{
    const ReaderRun run = readWhole(ollamaChatCodec, callStream());
    QCOMPARE(kinds(run),
             (std::vector{ChunkKind::Start, ChunkKind::ToolCallStart, ChunkKind::ToolCallArguments,
                          ChunkKind::ToolCallStart, ChunkKind::ToolCallArguments, ChunkKind::Finish,
                          ChunkKind::Usage, ChunkKind::End}));
    QVERIFY(run.chunks[1].id.startsWith("call_"));
    QCOMPARE(run.chunks[2].text, R"({"x":1})"_ba);
    QCOMPARE(run.chunks[3].id, "c2"_ba);
    QCOMPARE(run.chunks[3].call, 1);
    QCOMPARE(run.chunks[5].finish, FinishReason::ToolCalls);
}

void OllamaStreamTest::readsTheSameHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << textStream();
    QTest::newRow("calls") << callStream();
    QTest::newRow("error") << line(R"("x")") + R"({"error":"out of memory"})";
}

void OllamaStreamTest::readsTheSameHoweverItIsCut()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(cutThatMatters(ollamaChatCodec, bytes), -1);
    for (const Format client : {Format::OllamaChat, Format::OllamaGenerate}) {
        const QByteArray whole = translated(Format::OllamaChat, client, bytes, bytes.size());
        for (qsizetype size = 1; size < bytes.size(); ++size)
            QCOMPARE(translated(Format::OllamaChat, client, bytes, size), whole);
    }
    QCOMPARE(cutThatMatters(ollamaGenerateCodec, generateStream()), -1);
}

void OllamaStreamTest::tellsErrorLines()
{
    const ReaderRun run = readWhole(ollamaChatCodec, line(R"("x")") + R"({"error":"no memory"})");
    QVERIFY(run.hasFailed);
    QCOMPARE(run.error.message, "no memory"_ba);
    QCOMPARE(run.chunks.back().kind, ChunkKind::Text);
}

void OllamaStreamTest::givesNoEndToACutStream()
{
    const ReaderRun run = readWhole(ollamaChatCodec, line(R"("x")"));
    QVERIFY(!run.hasFailed && !run.isMalformed);
    QCOMPARE(run.chunks.back().kind, ChunkKind::Text);
}

void OllamaStreamTest::findsBrokenLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut") << textStream().chopped(4);
    QTest::newRow("html") << "<html>\n"_ba;
    QTest::newRow("not done") << "{\"message\":{}}\n"_ba;
    QTest::newRow("event") << "data: {\"done\":false}\n\n"_ba;
}

void OllamaStreamTest::findsBrokenLines()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(readWhole(ollamaChatCodec, bytes).isMalformed);
}

void OllamaStreamTest::writesWhatItRead()
{
    const QByteArray out =
        translated(Format::OllamaChat, Format::OllamaChat, textStream(), textStream().size());
    const ReaderRun again = readWhole(ollamaChatCodec, out);
    QVERIFY(again == readWhole(ollamaChatCodec, textStream()));
    const QByteArrayList lines = out.split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(object(lines[1]), object(line("\"H\xc3\xa9\"")));
    QCOMPARE(object(lines[3]), object(R"({"model":"llama","created_at":"2023-11-14T22:13:20Z",
        "message":{"role":"assistant","content":""},"done":true,"done_reason":"length",
        "total_duration":0,"load_duration":0,"prompt_eval_count":7,"prompt_eval_duration":0,
        "eval_count":3,"eval_duration":0})"));
    QVERIFY(translated(Format::OllamaChat, Format::OllamaGenerate, textStream(), 1)
                .contains("\"response\":\"llo\\n\",\"done\":false}\n"));
}

void OllamaStreamTest::keepsCallsUntilTheyAreWhole()
{
    const ReplyContext context{.requestId = "r", .created = 1'700'000'000, .model = "m"};
    const auto writer = ollamaChatCodec.streamWriter(context);
    QByteArray out;
    writer->write({.kind = ChunkKind::Start}, out);
    writer->write({.kind = ChunkKind::ToolCallStart, .call = 0, .id = "1", .name = "a"}, out);
    writer->write({.kind = ChunkKind::ToolCallStart, .call = 1, .id = "2", .name = "b"}, out);
    writer->write({.kind = ChunkKind::ToolCallArguments, .call = 0, .text = "{\"x\""}, out);
    writer->write({.kind = ChunkKind::ToolCallArguments, .call = 0, .text = ":1}"}, out);
    QVERIFY(out.isEmpty());
    writer->write({.kind = ChunkKind::Finish, .finish = FinishReason::ToolCalls}, out);
    writer->write({.kind = ChunkKind::End}, out);
    const QByteArrayList lines = out.split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(object(lines[0]), object(R"({"model":"m","created_at":"2023-11-14T22:13:20Z",
        "message":{"role":"assistant","content":"","tool_calls":[
            {"id":"1","function":{"name":"a","arguments":{"x":1}}}]},"done":false})"));
    QVERIFY(lines[1].contains(R"("arguments":{})"));
    QVERIFY(lines[2].contains(R"("done_reason":"stop")"));
}

void OllamaStreamTest::watchesPassedStreams_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<qint64>("completion");
    QTest::newRow("chat") << Format::OllamaChat << textStream() << true << qint64(3);
    QTest::newRow("calls") << Format::OllamaChat << callStream() << true << qint64(3);
    QTest::newRow("generate") << Format::OllamaGenerate << generateStream() << true << qint64(2);
    QTest::newRow("cut") << Format::OllamaChat << line(R"("x")") << false << qint64(0);
    QTest::newRow("error") << Format::OllamaChat << line(R"("x")") + R"({"error":"e"})" << false
                           << qint64(0);
}

void OllamaStreamTest::watchesPassedStreams()
{
    QFETCH(Format, format);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, complete);
    QFETCH(qint64, completion);
    ReplyWatch watch(format, false);
    QByteArray out;
    for (const char byte : std::as_const(bytes))
        watch.feed(QByteArrayView(&byte, 1), out);
    watch.finish(out);
    QVERIFY(watch.hasContent());
    QCOMPARE(watch.isComplete(), complete);
    QCOMPARE(watch.usage().completionTokens, completion);
    QCOMPARE(watch.model(), "llama"_ba);
}

void OllamaStreamTest::readsGeneratePrompts()
{
    const auto request = ollamaGenerateCodec.readRequest(JsonView::parse(
        R"({"model":"m","prompt":"Hi","system":"Be brief.","suffix":"","template":"","raw":false,
        "images":["/9j/"],"context":[1,2],"options":{"seed":5}})"));
    QVERIFY(request);
    QCOMPARE(request->source, Format::OllamaGenerate);
    QCOMPARE(request->messages.size(), 2U);
    QCOMPARE(request->messages[0].role, Role::System);
    QCOMPARE(request->messages[1].parts.size(), 2U);
    QCOMPARE(request->extras.size(), 1U);
    QCOMPARE(request->extras[0].name, "context"_ba);
}

void OllamaStreamTest::refusesTemplatesByName_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("suffix") << R"({"prompt":"a","suffix":"b"})"_ba << u"suffix"_s;
    QTest::newRow("template") << R"({"prompt":"a","template":"{{}}"})"_ba << u"template"_s;
    QTest::newRow("raw") << R"({"prompt":"a","raw":true})"_ba << u"raw"_s;
    QTest::newRow("nothing asked") << R"({"model":"m"})"_ba << u"prompt"_s;
    QTest::newRow("prompt") << R"({"prompt":["a"]})"_ba << u"prompt"_s;
    QTest::newRow("system") << R"({"prompt":"a","system":{"a":1}})"_ba << u"system"_s;
    QTest::newRow("images") << R"({"prompt":"a","images":"x"})"_ba << u"images"_s;
}

void OllamaStreamTest::refusesTemplatesByName()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto request = ollamaGenerateCodec.readRequest(JsonView::parse(body));
    QVERIFY(!request);
    QCOMPARE(request.error().path, path);
}

void OllamaStreamTest::writesAPromptForGenerate()
{
    const QByteArray body = R"({"model":"upstream-model","prompt":"Hi","system":"Be brief.",
        "images":["iVBORw0KGgo="],"options":{"num_ctx":64,"seed":5},"stream":true})"_ba;
    auto request = ollamaGenerateCodec.readRequest(JsonView::parse(body));
    QVERIFY(request);
    const auto written = ollamaGenerateCodec.writeRequest(*request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body), object(body));
    request->messages.push_back(request->messages.back());
    QCOMPARE(ollamaGenerateCodec.writeRequest(*request, options()).error().path, u"messages"_s);
}

void OllamaStreamTest::survivesChangedStreams()
{
    for (const QByteArray &bytes : {textStream(), callStream(), generateStream()}) {
        mutate(bytes, 2000, [](const QByteArray &changed) {
            for (const Format upstream : {Format::OllamaChat, Format::OllamaGenerate}) {
                const QByteArray out =
                    translated(upstream, Format::OllamaChat, changed, changed.size());
                QCOMPARE(out, translated(upstream, Format::OllamaChat, changed, 7));
                for (const QByteArray &written : out.split('\n'))
                    QVERIFY(written.isEmpty() || JsonView::parse(written).isObject());
                ReplyWatch watch(upstream, false);
                QByteArray none;
                watch.feed(changed, none);
                watch.finish(none);
            }
        });
    }
}

QTEST_GUILESS_MAIN(OllamaStreamTest)
#include "tst_ollamastream.moc"
