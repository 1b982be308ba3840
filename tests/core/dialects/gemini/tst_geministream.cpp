// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/replywatch.h"
#include "core/dialects/toolids.h"
#include "core/dialects/translatedstream.h"
#include "tests/support/geminisamples.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::GeminiSamples;
using namespace Qt::StringLiterals;

namespace {

const QByteArray usage =
    R"(,"usageMetadata":{"promptTokenCount":10,"toolUsePromptTokenCount":2,"cachedContentTokenCount":4,"candidatesTokenCount":5,"thoughtsTokenCount":3,"totalTokenCount":20,"promptTokensDetails":[{"modality":"TEXT","tokenCount":10}]})";

QByteArray sse(const QByteArray &data)
{
    return "data: " + data + "\r\n\r\n";
}

//! Thoughts, text, a picture, calls in two events, grounding, and the end.
QByteArray richStream()
{
    return sse(answer(R"({"text":"hm","thought":true})", {},
                      R"(,"usageMetadata":{"promptTokenCount":10})"))
        + sse(answer(
            R"({"text":"Gr\u00fc\u00dfe ","thoughtSignature":"QUJD"},{"text":"\ud83d\ude00"})"))
        + sse(answer(R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})"))
        + sse(answer(R"({"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"QUJE"})"))
        + sse(answer(R"({"functionCall":{"id":"c2","name":"f","args":{}}})", {}, usage))
        + sse(answer(
            R"({"text":""})",
            R"(,"finishReason":"STOP","groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a","title":"A"}}],"groundingSupports":[{"segment":{"endIndex":5,"text":"Gr"},"groundingChunkIndices":[0]}]})",
            usage));
}

struct Seen {
    QByteArray out;
    Usage usage;
    QByteArray finish;
    bool complete = false, failed = false, malformed = false;

    bool operator==(const Seen &) const = default;
};

Seen translated(const QByteArray &stream, const QList<qsizetype> &cuts, bool jsonList = false)
{
    const ReplyContext context{
        .requestId = "req_1", .created = 1, .model = "m", .request = nullptr, .jsonList = jsonList};
    TranslatedStream watch(Format::GeminiGenerate, Format::GeminiGenerate, quirks, context);
    Seen seen;
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        watch.feed(QByteArrayView(stream).sliced(from, cut - from), seen.out);
        from = cut;
    }
    watch.feed(QByteArrayView(stream).sliced(from), seen.out);
    watch.finish(seen.out);
    seen.usage = watch.usage();
    seen.finish = watch.finishReason();
    seen.complete = watch.isComplete();
    seen.failed = watch.hasFailed();
    seen.malformed = watch.isMalformed();
    return seen;
}

std::vector<Chunk> chunks(const QByteArray &stream)
{
    const auto reader = chatCodec(Format::GeminiGenerate).streamReader(quirks);
    std::vector<Chunk> out;
    for (const QByteArray &one : stream.split('\n')) {
        if (one.startsWith("data: "))
            reader->read({}, QByteArrayView(one).sliced(6).trimmed(), out);
    }
    reader->finish(out);
    return out;
}

std::vector<Chunk> ofKind(const std::vector<Chunk> &all, ChunkKind kind)
{
    std::vector<Chunk> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [kind](const Chunk &chunk) { return chunk.kind == kind; });
    return found;
}

QByteArray finished(const QByteArray &reason)
{
    return sse(answer(R"({"text":"a"})", ",\"finishReason\":\"" + reason + '"'));
}

ReplyWatch &watched(ReplyWatch &watch, const QByteArray &stream)
{
    QByteArray out;
    watch.feed(stream, out);
    watch.finish(out);
    return watch;
}

} // namespace

class GeminiStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStream();
    void isTheSameHoweverCut();
    void writesEvents();
    void writesOneList();
    void writesForeignCallsWhole();
    void readsFinishReasons_data();
    void readsFinishReasons();
    void isWholeOnlyWithAReason();
    void readsBlockedPrompts();
    void readsErrors_data();
    void readsErrors();
    void numbersCandidates();
    void watchesTheFastPath();
    void watchesErrors();
    void survivesDamage();
};

void GeminiStreamTest::readsAStream()
{
    const auto all = chunks(richStream());
    QCOMPARE(all.front().kind, ChunkKind::Start);
    QCOMPARE(all.front().model, "gemini-2.5-flash"_ba);
    QCOMPARE(all.front().id, "r1"_ba);
    QCOMPARE(all.back().kind, ChunkKind::End);
    QCOMPARE(ofKind(all, ChunkKind::Reasoning)[0].text, "hm"_ba);
    QByteArray text;
    for (const Chunk &chunk : ofKind(all, ChunkKind::Text))
        text += chunk.text;
    QCOMPARE(QString::fromUtf8(text), u"Grüße 😀"_s);
    QCOMPARE(ofKind(all, ChunkKind::Media)[0].media[0].media.data, "AAAA"_ba);
    const auto calls = ofKind(all, ChunkKind::ToolCallStart);
    QCOMPARE(calls.size(), 2U);
    QCOMPARE(calls[0].call, 0);
    QCOMPARE(calls[1].call, 1);
    QCOMPARE(calls[0].signature, "QUJE"_ba);
    QCOMPARE(unpackToolId(calls[0].id).signature, "QUJE"_ba);
    QVERIFY(!plainToolId(calls[0].id).isEmpty());
    QCOMPARE(calls[1].id, "c2"_ba);
    QCOMPARE(ofKind(all, ChunkKind::ToolCallArguments)[0].text, R"({"a":1})"_ba);
    const auto citations = ofKind(all, ChunkKind::Citation);
    QCOMPARE(citations[0].citations[0].url, "https://a"_ba);
    QVERIFY(!citations[0].citations[0].end); // bytes of a text that is not ASCII
    const auto ends = ofKind(all, ChunkKind::Finish);
    QCOMPARE(ends.size(), 1U);
    QCOMPARE(ends[0].finish, FinishReason::ToolCalls);
    const Usage sum = ofKind(all, ChunkKind::Usage).back().usage;
    QCOMPARE(sum.promptTokens, 12);
    QCOMPARE(sum.cachedTokens, 4);
    QCOMPARE(sum.completionTokens, 8);
    QCOMPARE(sum.reasoningTokens, 3);
    QVERIFY(chunks(richStream()) == all); // ids, too
}

void GeminiStreamTest::isTheSameHoweverCut()
{
    const QByteArray stream = richStream();
    const Seen whole = translated(stream, {});
    QVERIFY(whole.complete);
    QList<qsizetype> every;
    for (qsizetype cut = 0; cut < stream.size(); ++cut) {
        QVERIFY2(translated(stream, {cut}) == whole, qPrintable(QString::number(cut)));
        every.append(cut);
    }
    QVERIFY(translated(stream, every) == whole);
}

void GeminiStreamTest::writesEvents()
{
    const Seen seen = translated(richStream(), {});
    QVERIFY(seen.out.endsWith("\r\n\r\n"));
    QList<QJsonObject> events;
    for (const QByteArray &line : seen.out.split('\n')) {
        if (line.startsWith("data: "))
            events.append(json(line.mid(6)));
    }
    const auto part = [&](qsizetype at) {
        return events[at][u"candidates"][0][u"content"][u"parts"][0].toObject();
    };
    QCOMPARE(part(0), json(R"({"text":"hm","thought":true})"));
    QCOMPARE(part(3), json(R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})"));
    QCOMPARE(part(4)[u"thoughtSignature"].toString(), u"QUJE"_s);
    QCOMPARE(part(5), json(R"({"functionCall":{"id":"c2","name":"f","args":{}}})"));
    const QJsonObject last = events.last();
    QCOMPARE(last[u"candidates"][0][u"finishReason"].toString(), u"STOP"_s);
    QCOMPARE(last[u"candidates"][0][u"groundingMetadata"][u"groundingChunks"][0][u"web"][u"uri"]
                 .toString(),
             u"https://a"_s);
    QCOMPARE(
        last[u"usageMetadata"].toObject(),
        json(
            R"({"promptTokenCount":12,"cachedContentTokenCount":4,"candidatesTokenCount":5,"thoughtsTokenCount":3,"totalTokenCount":20})"));
    QCOMPARE(last[u"responseId"].toString(), u"r1"_s);
    QCOMPARE(events.first()[u"modelVersion"].toString(), u"gemini-2.5-flash"_s);
}

void GeminiStreamTest::writesOneList()
{
    const Seen seen = translated(richStream(), {}, true);
    const QJsonArray list = QJsonDocument::fromJson(seen.out).array();
    QCOMPARE(list.size(), 7);
    QVERIFY(seen.out.startsWith("[{"));
    QVERIFY(seen.out.contains("}\n,\r\n{"));
    QVERIFY(seen.out.endsWith("}\n]"));
}

void GeminiStreamTest::writesForeignCallsWhole()
{
    const auto writer =
        chatCodec(Format::GeminiGenerate).streamWriter({.requestId = "req_1", .model = {}});
    QByteArray out;
    writer->write({.kind = ChunkKind::Start, .model = "x"}, out);
    writer->write({.kind = ChunkKind::ToolCallStart, .call = 0, .id = "a", .name = "f"}, out);
    writer->write({.kind = ChunkKind::ToolCallStart, .call = 1, .id = "b", .name = "g"}, out);
    writer->write({.kind = ChunkKind::ToolCallArguments, .call = 1, .text = "{\"b\""}, out);
    writer->write({.kind = ChunkKind::ToolCallArguments, .call = 0, .text = ""}, out);
    writer->write({.kind = ChunkKind::ToolCallArguments, .call = 1, .text = ":2}"}, out);
    QVERIFY(out.isEmpty());
    writer->write({.kind = ChunkKind::Finish, .finish = FinishReason::ToolCalls}, out);
    writer->write({.kind = ChunkKind::End}, out);
    const auto a = out.indexOf(R"({"functionCall":{"id":"a","name":"f","args":{}}})");
    const auto b = out.indexOf(R"({"functionCall":{"id":"b","name":"g","args":{"b":2}}})");
    QVERIFY(a > 0 && b > a);
    QVERIFY(out.contains(R"("responseId":"req_1")"));
}

void GeminiStreamTest::readsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("finish");
    const auto row = [](const char *reason, FinishReason finish) {
        QTest::newRow(reason) << QByteArray(reason) << int(finish);
    };
    row("STOP", FinishReason::Stop);
    row("MAX_TOKENS", FinishReason::Length);
    for (const char *reason : {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
                               "IMAGE_SAFETY", "IMAGE_OTHER"})
        row(reason, FinishReason::ContentFilter);
    for (const char *reason :
         {"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS", "OTHER"})
        row(reason, FinishReason::Error);
    row("SOMETHING_NEW", FinishReason::Stop);
}

void GeminiStreamTest::readsFinishReasons()
{
    QFETCH(const QByteArray, reason);
    QFETCH(const int, finish);
    const auto all = chunks(finished(reason));
    QCOMPARE(int(ofKind(all, ChunkKind::Finish)[0].finish), finish);
    const QByteArray body = answer(R"({"text":"a"})", ",\"finishReason\":\"" + reason + '"');
    const auto reply = chatCodec(Format::GeminiGenerate).readReply(JsonView::parse(body));
    QCOMPARE(int(reply->choices[0].finish), finish);
}

void GeminiStreamTest::isWholeOnlyWithAReason()
{
    const Seen cut = translated(sse(answer(R"({"text":"a"})")), {});
    QVERIFY(!cut.complete && !cut.failed && !cut.malformed);
    QVERIFY(!cut.out.contains("finishReason"));
    QVERIFY(translated(finished("STOP"), {}).complete);
    QVERIFY(!translated("", {}).complete);
}

void GeminiStreamTest::readsBlockedPrompts()
{
    const Seen seen = translated(
        sse(R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}})"),
        {});
    QVERIFY(seen.complete);
    QCOMPARE(seen.finish, "content_filter"_ba);
    QCOMPARE(seen.usage.promptTokens, 4);
    QVERIFY(seen.out.contains(R"("finishReason":"SAFETY")"));
}

void GeminiStreamTest::readsErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("error")
        << R"({"error":{"code":503,"message":"busy","status":"UNAVAILABLE"}})"_ba;
    QTest::newRow("list")
        << R"([{"error":{"code":503,"message":"busy","status":"UNAVAILABLE"}}])"_ba;
}

void GeminiStreamTest::readsErrors()
{
    QFETCH(const QByteArray, data);
    const QByteArray stream = sse(answer(R"({"text":"a"})")) + sse(data);
    TranslatedStream watch(Format::GeminiGenerate, Format::GeminiGenerate, quirks, {});
    QByteArray out;
    watch.feed(stream, out);
    watch.finish(out);
    QVERIFY(watch.hasFailed() && !watch.isComplete());
    QCOMPARE(watch.error().message, "busy"_ba);
    QCOMPARE(watch.error().code, "503"_ba);
    ReplyWatch fast(Format::GeminiGenerate);
    QVERIFY(watched(fast, stream).hasFailed());
    QCOMPARE(fast.error().message, "busy"_ba);
    QVERIFY(translated(sse("nonsense"), {}).malformed);
}

void GeminiStreamTest::numbersCandidates()
{
    const auto all = chunks(sse(
        R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"f"}}]},"finishReason":"STOP"},{"index":1,"content":{"parts":[{"text":"b"}]},"finishReason":"STOP"}]})"));
    QCOMPARE(ofKind(all, ChunkKind::Text)[0].choice, 1);
    const auto ends = ofKind(all, ChunkKind::Finish);
    QCOMPARE(ends.size(), 2U);
    QCOMPARE(ends[0].finish, FinishReason::ToolCalls);
    QCOMPARE(ends[1].finish, FinishReason::Stop);
    QVERIFY(translated(sse(R"({"candidates":[{"index":1000000000}]})"), {}).malformed);
}

void GeminiStreamTest::watchesTheFastPath()
{
    ReplyWatch watch(Format::GeminiGenerate);
    watched(watch, richStream());
    QVERIFY(watch.isComplete() && watch.hasContent() && watch.passesThrough());
    QCOMPARE(watch.model(), "gemini-2.5-flash"_ba);
    QCOMPARE(watch.finishReason(), "STOP"_ba);
    QCOMPARE(watch.usage().promptTokens, 12);
    QCOMPARE(watch.usage().completionTokens, 8);
    QCOMPARE(watch.usage().reasoningTokens, 3);
    ReplyWatch cut(Format::GeminiGenerate);
    QVERIFY(!watched(cut, sse(answer(R"({"text":"a"})"))).isComplete());
    ReplyWatch blocked(Format::GeminiGenerate);
    QVERIFY(watched(blocked, sse(R"({"promptFeedback":{"blockReason":"SAFETY"}})")).isComplete());
}

void GeminiStreamTest::watchesErrors()
{
    WholeReply reply = scanReply(Format::GeminiGenerate,
                                 answer(R"({"text":"a"})", R"(,"finishReason":"STOP")", usage));
    QVERIFY(!reply.hasFailed);
    QCOMPARE(reply.usage.promptTokens, 12);
    QCOMPARE(reply.usage.completionTokens, 8);
    QCOMPARE(reply.finishReason, "STOP"_ba);
    QCOMPARE(reply.model, "gemini-2.5-flash"_ba);
    QVERIFY(!scanReply(Format::GeminiGenerate, R"({"promptFeedback":{}})").hasFailed);
    QVERIFY(scanReply(Format::GeminiGenerate, R"({"modelVersion":"x"})").hasFailed);
    reply =
        scanReply(Format::GeminiGenerate, R"("}],"usageMetadata":{"promptTokenCount":3}})", false);
    QCOMPARE(reply.usage.promptTokens, 3);
}

void GeminiStreamTest::survivesDamage()
{
    QByteArray stream = richStream(); // ids are left to chance when an answer has none
    stream.replace(R"("name":"f","args":{"a")", R"("id":"c1","name":"f","args":{"a")");
    for (int step = 1; step < 5000; ++step) {
        const QByteArray text = damaged(stream, step);
        QVERIFY2(translated(text, {text.size() / 2}) == translated(text, {text.size() / 3}),
                 text.constData());
        ReplyWatch watch(Format::GeminiGenerate);
        watched(watch, text);
    }
}

QTEST_GUILESS_MAIN(GeminiStreamTest)
#include "tst_geministream.moc"
