// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converse.h"
#include "core/dialects/bedrock/conversestream.h"
#include "core/dialects/bedrock/eventstream.h"
#include "core/dialects/translatedstream.h"
#include "core/dialects/wholereply.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

constexpr Quirks quirks{.name = "bedrock", .title = "Amazon Bedrock"};

struct Reading {
    std::vector<Chunk> chunks;
    ProviderError error;
    bool hasFailed = false;
    bool isSound = true;

    bool operator==(const Reading &) const = default;
};

//! Reads \a bytes in pieces of \a piece bytes, the first of them \a first long.
Reading read(const QByteArray &bytes, qsizetype first, qsizetype piece)
{
    Reading reading;
    const auto reader = bedrockConverseCodec.streamReader(quirks);
    EventStreamReader frames(1 << 20);
    const auto take = [&](QByteArrayView name, QByteArrayView payload) {
        reader->read(name, payload, reading.chunks);
    };
    qsizetype at = 0;
    for (qsizetype size = first; at < bytes.size() && reading.isSound; size = piece) {
        const QByteArrayView next =
            QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at));
        reading.isSound = frames.feed(next, take) && !reader->isMalformed();
        at += next.size();
    }
    reader->finish(reading.chunks);
    reading.hasFailed = reader->hasFailed();
    reading.error = reader->error();
    return reading;
}

Reading read(const QByteArray &bytes)
{
    return read(bytes, bytes.size(), bytes.size());
}

//! An event with a payload that may be put together.
QByteArray frame(const QByteArray &type, const QByteArray &payload)
{
    return eventStreamEvent(type, payload);
}

QByteArray delta(int block, const QByteArray &inside)
{
    return frame("contentBlockDelta",
                 "{\"contentBlockIndex\":" + QByteArray::number(block) + ",\"delta\":{" + inside
                     + "},\"p\":\"abcd\"}");
}

QByteArray closed(int block)
{
    return frame("contentBlockStop", "{\"contentBlockIndex\":" + QByteArray::number(block) + '}');
}

QByteArray callStart(int block, const QByteArray &id, const QByteArray &name)
{
    return frame("contentBlockStart",
                 "{\"contentBlockIndex\":" + QByteArray::number(block)
                     + R"(,"start":{"toolUse":{"toolUseId":")" + id + R"(","name":")" + name
                     + "\"}}}");
}

QByteArray opening()
{
    return frame("messageStart", R"({"role":"assistant"})");
}

QByteArray closing(const QByteArray &reason = "end_turn"_ba)
{
    return frame("messageStop", R"({"stopReason":")" + reason + "\"}")
        + frame("metadata",
                R"({"usage":{"inputTokens":10,"outputTokens":5,)"
                R"("totalTokens":15},"metrics":{"latencyMs":7}})");
}

//! Thoughts, text without a start of its block, two calls one of which has no arguments.
QByteArray richStream()
{
    return opening() + delta(0, R"("reasoningContent":{"text":"hm"})")
        + delta(0, R"("reasoningContent":{"signature":"SIG"})") + closed(0)
        + delta(1, R"("text":"H\u00e4")") + delta(1, R"("text":"llo")") + closed(1)
        + callStart(2, "c1", "get") + delta(2, R"("toolUse":{"input":""})")
        + delta(2, R"("toolUse":{"input":"{\"a\":"})") + delta(2, R"("toolUse":{"input":"1.0}"})")
        + closed(2) + callStart(3, "c2", "now") + closed(3) + closing("tool_use");
}

std::vector<Chunk> richChunks()
{
    return {
        {.kind = ChunkKind::Start},
        {.kind = ChunkKind::Reasoning, .text = "hm"},
        {.kind = ChunkKind::ReasoningSignature, .signature = "SIG", .signedBy = Family::Bedrock},
        {.kind = ChunkKind::Text, .text = "H\xc3\xa4"},
        {.kind = ChunkKind::Text, .text = "llo"},
        {.kind = ChunkKind::ToolCallStart, .call = 0, .id = "c1", .name = "get"},
        {.kind = ChunkKind::ToolCallArguments, .call = 0, .text = "{\"a\":"},
        {.kind = ChunkKind::ToolCallArguments, .call = 0, .text = "1.0}"},
        {.kind = ChunkKind::ToolCallStart, .call = 1, .id = "c2", .name = "now"},
        {.kind = ChunkKind::ToolCallArguments, .call = 1, .text = "{}"},
        {.kind = ChunkKind::Finish, .finish = FinishReason::ToolCalls},
        {.kind = ChunkKind::Usage,
         .usage = {.promptTokens = 10, .completionTokens = 5, .known = true}},
        {.kind = ChunkKind::End}};
}

Result<Reply> reply(const QByteArray &body)
{
    return bedrockConverseCodec.readReply(JsonView::parse(body));
}

} // namespace

Q_DECLARE_METATYPE(Gatehouse::Usage)

class BedrockStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStream();
    void readsAStreamCutAnywhere();
    void isTranslatedAlikeHoweverCut_data();
    void isTranslatedAlikeHoweverCut();
    void endsOnlyAfterItsMarks();
    void readsFailures();
    void refusesWhatIsNotInTheFormat_data();
    void refusesWhatIsNotInTheFormat();
    void passesOverWhatItDoesNotKnow();
    void boundsItsMemory();
    void survivesMutations();
    void readsReplies();
    void readsFinishReasons_data();
    void readsFinishReasons();
    void readsUsage_data();
    void readsUsage();
    void refusesOtherReplies_data();
    void refusesOtherReplies();
    void survivesOddReplies();
    void isScannedWithoutTranslation();
};

void BedrockStreamTest::readsAStream()
{
    const Reading reading = read(richStream());
    QVERIFY(reading.isSound && !reading.hasFailed);
    QVERIFY(reading.chunks == richChunks());
}

void BedrockStreamTest::readsAStreamCutAnywhere()
{
    const QByteArray bytes = richStream();
    const Reading whole = read(bytes);
    QVERIFY(read(bytes, 1, 1) == whole);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
        QVERIFY(read(bytes, cut, bytes.size()) == whole);
}

//! To every client that can be written for.
void BedrockStreamTest::isTranslatedAlikeHoweverCut_data()
{
    QTest::addColumn<int>("client");
    for (const Format format : allFormats()) {
        if (taskOf(format) == Task::Chat && chatCodec(format).streamWriter)
            QTest::newRow(formatName(format).toByteArray().constData()) << int(format);
    }
}

void BedrockStreamTest::isTranslatedAlikeHoweverCut()
{
    QFETCH(int, client);
    Request request;
    const ReplyContext context{
        .requestId = "req_1", .created = 1, .model = "m", .request = &request};
    const QByteArray bytes = richStream();
    const auto translated = [&](qsizetype first, qsizetype piece) {
        TranslatedStream stream(Format::BedrockConverse, Format(client), quirks, context);
        QByteArray out;
        qsizetype at = 0;
        for (qsizetype size = first; at < bytes.size(); at += size, size = piece)
            stream.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)), out);
        stream.finish(out);
        return stream.isComplete() ? out : QByteArray("broken off");
    };
    const QByteArray whole = translated(bytes.size(), bytes.size());
    QVERIFY(whole != "broken off");
    QCOMPARE(translated(1, 1), whole);
    for (qsizetype cut = 1; cut < bytes.size(); ++cut)
        QCOMPARE(translated(cut, bytes.size()), whole);
}

void BedrockStreamTest::endsOnlyAfterItsMarks()
{
    const auto ends = [](const QByteArray &bytes) {
        const Reading reading = read(bytes);
        return !reading.chunks.empty() && reading.chunks.back().kind == ChunkKind::End;
    };
    const QByteArray text = opening() + delta(0, R"("text":"a")");
    const QByteArray stop = frame("messageStop", R"({"stopReason":"end_turn"})");
    QVERIFY(!ends(text));
    QVERIFY(ends(text + stop)); // closed well in between
    QVERIFY(ends(text + closing()));
    QVERIFY(!ends(text + frame("metadata", "{}")));
    QVERIFY(ends(text + closing() + delta(0, R"("text":"late")")));
    QCOMPARE(read(stop).chunks.front().kind, ChunkKind::Start);
}

void BedrockStreamTest::readsFailures()
{
    const Reading reading =
        read(opening() + delta(0, R"("text":"a")")
             + eventStreamException("throttlingException", R"({"message":"Too many tokens"})")
             + closing());
    QVERIFY(reading.hasFailed);
    QCOMPARE(reading.error.type, "throttlingException"_ba);
    QCOMPARE(reading.error.message, "Too many tokens"_ba);
    QCOMPARE(reading.chunks.size(), std::size_t(2));
}

void BedrockStreamTest::refusesWhatIsNotInTheFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not JSON") << frame("messageStart", "{\"role\"");
    QTest::newRow("list") << frame("contentBlockDelta", "[]");
    QTest::newRow("no call open") << delta(7, R"("toolUse":{"input":"{"})");
    QTest::newRow("arguments as an object")
        << callStart(0, "c", "n") + delta(0, R"("toolUse":{"input":{}})");
    QTest::newRow("too deep") << frame("metadata", "{\"a\":" + QByteArray(5000, '['));
}

void BedrockStreamTest::refusesWhatIsNotInTheFormat()
{
    QFETCH(QByteArray, bytes);
    const Reading reading = read(opening() + bytes + closing());
    QVERIFY(!reading.isSound);
    QVERIFY(reading.chunks.empty() || reading.chunks.back().kind != ChunkKind::End);
}

void BedrockStreamTest::passesOverWhatItDoesNotKnow()
{
    const Reading reading =
        read(opening() + frame("novelty", "{}") + delta(0, R"("future":{"a":1})")
             + delta(0, R"("text":"")") + delta(0, R"("text":null)") + closing());
    QVERIFY(reading.isSound);
    QCOMPARE(reading.chunks.size(), std::size_t(4)); // Start, Finish, Usage, End
}

void BedrockStreamTest::boundsItsMemory()
{
    QByteArray many = opening();
    for (int i = 0; i < 300; ++i)
        many += callStart(i, "c", "n");
    QVERIFY(!read(many).isSound);
}

//! Wrong letters in sound frames: no crash, and never an end after a failure.
void BedrockStreamTest::survivesMutations()
{
    const QList<QPair<QByteArray, QByteArray>> events{
        {"messageStart", R"({"role":"assistant"})"},
        {"contentBlockStart",
         R"({"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"c","name":"n"}}})"},
        {"contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"toolUse":{"input":"{}"}}})"},
        {"contentBlockDelta", R"({"delta":{"reasoningContent":{"text":"a","signature":"b"}}})"},
        {"contentBlockDelta", R"({"delta":{"citation":{"sourceContent":[{"text":"q"}]}}})"},
        {"contentBlockStop", R"({"contentBlockIndex":0})"},
        {"messageStop", R"({"stopReason":"end_turn"})"},
        {"metadata",
         R"({"usage":{"inputTokens":1,"outputTokens":2,"cacheDetails":[{"ttl":"1h"}]}})"}};
    constexpr QByteArrayView letters("\"{}[]:,0-9enul\\ \x80");
    quint32 seed = 7;
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525U + 1013904223U;
        return qsizetype((seed >> 8) % quint32(below));
    };
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (const auto &[name, payload] : events) {
            QByteArray wrong = payload;
            if (random(3) == 0)
                wrong[random(wrong.size())] = letters[random(letters.size())];
            bytes += frame(name, wrong);
        }
        const Reading reading = read(bytes);
        const bool hasEnd = !reading.chunks.empty() && reading.chunks.back().kind == ChunkKind::End;
        QVERIFY(reading.isSound || !hasEnd);
    }
}

void BedrockStreamTest::readsReplies()
{
    const auto read = reply(
        R"({"output":{"message":{"role":"assistant","content":[)"
        R"({"reasoningContent":{"reasoningText":{"text":"hm","signature":"S"}}},)"
        R"({"reasoningContent":{"redactedContent":"UQ=="}},)"
        R"({"text":"Hi"},{"novelty":{}},)"
        R"({"citationsContent":{"content":[{"text":"cited"}],"citations":[{"title":"T",)"
        R"("sourceContent":[{"text":"q"}],"location":{"web":{"url":"https://a"}}}]}},)"
        R"({"toolUse":{"toolUseId":"c1","name":"get","input":{"n":1.0}}},)"
        R"({"toolUse":{"toolUseId":"c2","name":"now","input":null}}]}},)"
        R"("stopReason":"stop_sequence","additionalModelResponseFields":{"stop_sequence":"END"},)"
        R"("serviceTier":{"type":"flex"},)"
        R"("usage":{"inputTokens":3,"outputTokens":2,"totalTokens":5},"metrics":{"latencyMs":1}})");
    QVERIFY(read);
    const Choice &choice = read->choices.front();
    QCOMPARE(choice.parts.size(), std::size_t(6));
    QCOMPARE(choice.parts[0].signature, "S"_ba);
    QCOMPARE(choice.parts[0].signedBy, Family::Bedrock);
    QCOMPARE(choice.parts[1].encrypted, "UQ=="_ba);
    QCOMPARE(choice.parts[2].text, "Hi"_ba);
    QCOMPARE(choice.parts[3].citations.front().url, "https://a"_ba);
    QCOMPARE(choice.parts[4].arguments, R"({"n":1.0})"_ba);
    QCOMPARE(choice.parts[5].arguments, "{}"_ba);
    QCOMPARE(choice.finish, FinishReason::Stop);
    QCOMPARE(choice.stopSequence, "END"_ba);
    QCOMPARE(read->serviceTier, "flex"_ba);
    QCOMPARE(read->usage.promptTokens, 3);
}

void BedrockStreamTest::readsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("finish");
    const auto row = [](const char *reason, FinishReason finish) {
        QTest::newRow(reason) << QByteArray(reason) << int(finish);
    };
    row("end_turn", FinishReason::Stop);
    row("stop_sequence", FinishReason::Stop);
    row("max_tokens", FinishReason::Length);
    row("model_context_window_exceeded", FinishReason::Length);
    row("tool_use", FinishReason::ToolCalls);
    row("guardrail_intervened", FinishReason::ContentFilter);
    row("content_filtered", FinishReason::ContentFilter);
    row("malformed_model_output", FinishReason::Error);
    row("malformed_tool_use", FinishReason::Error);
}

void BedrockStreamTest::readsFinishReasons()
{
    QFETCH(QByteArray, reason);
    const Reading reading = read(opening() + closing(reason));
    QTEST(int(reading.chunks.at(1).finish), "finish");
    const auto whole =
        reply(R"({"output":{"message":{"content":[]}},"stopReason":")" + reason + "\"}");
    QVERIFY(whole);
    QTEST(int(whole->choices.front().finish), "finish");
}

void BedrockStreamTest::readsUsage_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Usage>("usage");
    QTest::newRow("none") << "null"_ba << Usage{};
    QTest::newRow("plain") << R"({"inputTokens":7,"outputTokens":2,"totalTokens":9})"_ba
                           << Usage{.promptTokens = 7, .completionTokens = 2, .known = true};
    QTest::newRow("cache")
        << R"({"inputTokens":7,"outputTokens":2,"cacheReadInputTokens":100,"cacheWriteInputTokens":30,)"
           R"("cacheDetails":[{"ttl":"1h","inputTokens":20},{"ttl":"5m","inputTokens":10}]})"_ba
        << Usage{.promptTokens = 137,
                 .cachedTokens = 100,
                 .cacheWriteTokens = 10,
                 .cacheWriteHourTokens = 20,
                 .completionTokens = 2,
                 .known = true};
}

void BedrockStreamTest::readsUsage()
{
    QFETCH(QByteArray, json);
    QFETCH(Usage, usage);
    const auto whole = reply(R"({"output":{"message":{"content":[]}},"usage":)" + json + '}');
    QVERIFY(whole && whole->usage == usage);
    const Reading reading = read(frame("metadata", R"({"usage":)" + json + '}'));
    QCOMPARE(reading.chunks.empty(), !usage.known);
    QVERIFY(!usage.known || reading.chunks.front().usage == usage);
}

void BedrockStreamTest::refusesOtherReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("OpenAI") << R"({"choices":[]})"_ba;
    QTest::newRow("no message") << R"({"output":{}})"_ba;
    QTest::newRow("text content") << R"({"output":{"message":{"content":"hi"}}})"_ba;
}

void BedrockStreamTest::refusesOtherReplies()
{
    QFETCH(QByteArray, body);
    const auto read = reply(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
}

void BedrockStreamTest::survivesOddReplies()
{
    const auto read = reply(
        R"({"output":{"message":{"content":[null,5,"x",[],{},{"text":5},{"toolUse":7},)"
        R"({"toolUse":{"toolUseId":[],"name":{},"input":[]}},{"image":{"source":5}}]}},)"
        R"("stopReason":{},"usage":{"inputTokens":-5,"outputTokens":1e99,"cacheDetails":[5]}})");
    QVERIFY(read);
    QCOMPARE(read->choices.front().parts.size(), std::size_t(1));
    QVERIFY(!read->usage.known);
}

//! What the gateway looks for in an answer that it does not take apart.
void BedrockStreamTest::isScannedWithoutTranslation()
{
    const WholeReply whole =
        scanReply(Format::BedrockConverse,
                  R"({"output":{"message":{"content":[]}},"stopReason":"max_tokens",)"
                  R"("usage":{"inputTokens":7,"outputTokens":2,"cacheReadInputTokens":3}})",
                  true);
    QVERIFY(!whole.hasFailed);
    QCOMPARE(whole.finishReason, "max_tokens"_ba);
    QCOMPARE(whole.usage.promptTokens, 10);
}

QTEST_GUILESS_MAIN(BedrockStreamTest)
#include "tst_bedrockstream.moc"
