// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/replywatch.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

//! Everything a watcher can tell about a stream, to compare ways of cutting it.
struct Seen {
    QByteArray out;
    Usage usage;
    QByteArray model, finishReason, errorType, errorMessage;
    qint64 contentBytes = 0, contentEvents = 0, events = 0, nextNumber = 0;
    bool ended = false, complete = false, failed = false, malformed = false;

    bool operator==(const Seen &) const = default;
};

Seen tell(const ReplyWatch &watch, const QByteArray &out)
{
    return {.out = out,
            .usage = watch.usage(),
            .model = watch.model(),
            .finishReason = watch.finishReason(),
            .errorType = watch.error().type,
            .errorMessage = watch.error().message,
            .contentBytes = watch.contentBytes(),
            .contentEvents = watch.contentEvents(),
            .events = watch.events(),
            .nextNumber = watch.nextSequenceNumber(),
            .ended = watch.hasEnded(),
            .complete = watch.isComplete(),
            .failed = watch.hasFailed(),
            .malformed = watch.isMalformed()};
}

Seen watched(Format front, bool hide, const QList<QByteArray> &pieces)
{
    ReplyWatch watch(front, hide);
    QByteArray out;
    for (const QByteArray &piece : pieces)
        watch.feed(piece, out);
    watch.finish(out);
    return tell(watch, out);
}

QList<QByteArray> byteByByte(const QByteArray &stream)
{
    QList<QByteArray> pieces;
    for (const char c : stream)
        pieces.append(QByteArray(1, c));
    return pieces;
}

QByteArray chunk(const QByteArray &delta, const QByteArray &finish = "null",
                 const QByteArray &more = {})
{
    return R"(data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"gpt-x",)"
           R"("choices":[{"index":0,"delta":)"
        + delta + R"(,"logprobs":null,"finish_reason":)" + finish + "}]" + more + "}\n\n";
}

const QByteArray usage7and2 = R"({"prompt_tokens":7,"completion_tokens":2,"total_tokens":9,)"
                              R"("prompt_tokens_details":{"cached_tokens":3,"audio_tokens":0},)"
                              R"("completion_tokens_details":{"reasoning_tokens":1}})";

QByteArray usageChunk(const QByteArray &choices = "[]")
{
    return R"(data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"gpt-x","choices":)"
        + choices + R"(,"usage":)" + usage7and2 + "}\n\n";
}

const QByteArray done = "data: [DONE]\n\n";

QByteArray chatWithNulls(const QByteArray &extra)
{
    return chunk(R"({"role":"assistant","content":"","refusal":null})", "null", extra)
        + chunk(R"({"content":"Hi \"usage\": 1"})", "null", extra)
        + chunk(R"({"content":" é\n"})", "null", extra) + chunk("{}", R"("stop")", extra);
}

QByteArray anthropic(const QByteArray &deltaUsage)
{
    return "event: message_start\n"
           "data: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"claude-x\","
           "\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":30,"
           "\"cache_read_input_tokens\":5,\"cache_creation\":{\"ephemeral_5m_input_tokens\":10,"
           "\"ephemeral_1h_input_tokens\":20},\"output_tokens\":1}}}\n\n"
           "event: content_block_start\n"
           "data: "
           "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\","
           "\"text\":\"\"}}\n\n"
           "event: ping\ndata: {\"type\":\"ping\"}\n\n"
           "event: content_block_delta\n"
           "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
           "\"text\":\"Hello\"}}\n\n"
           "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
           "event: message_delta\n"
           "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":"
        + deltaUsage + "}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
}

QByteArray responses(const QByteArray &last)
{
    return "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,"
           "\"response\":{\"id\":\"r1\",\"model\":\"gpt-r\",\"error\":null,\"usage\":null}}\n\n"
           "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\","
           "\"sequence_number\":1,\"delta\":\"Hello\"}\n\n"
        + last;
}

struct Fixture {
    Format front;
    bool hide;
    QByteArray stream;
};

//! With the line ends of another system.
QByteArray withLineEnds(QByteArray stream, const char *end)
{
    return stream.replace("\n", end);
}

QByteArray withNullUsage()
{
    return chatWithNulls(R"(,"usage":null)");
}

QMap<QByteArray, Fixture> chatFixtures()
{
    const auto chat = Format::OpenAiChat;
    const QByteArray withUsage = withNullUsage() + usageChunk() + done;
    const QByteArray azure = R"(data: {"choices":[],"created":0,"id":"","model":"",)"
                             R"("prompt_filter_results":[{}],"usage":null})"
                             "\n\n";
    QMap<QByteArray, Fixture> map;
    map["plain chat"] = {chat, false, chatWithNulls({}) + done};
    map["asked usage"] = {chat, false, withUsage};
    map["injected usage"] = {chat, true, withUsage};
    map["usage in every chunk"] = {chat, true, chatWithNulls(",\"usage\":" + usage7and2) + done};
    map["azure"] = {chat, true, azure + withUsage};
    map["carriage returns"] = {chat, true, withLineEnds(withUsage, "\r\n")};
    map["lone carriage returns"] = {chat, true, withLineEnds(withUsage, "\r")};
    map["comments and mark"] = {
        chat, true, "\xef\xbb\xbf: hello\n\n" + withNullUsage() + ": keep-alive\n\n" + done};
    map["several data lines"] = {
        chat, true,
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\ndata: \"usage\":null}\n\n" + done};
    map["error in chat"] = {chat, false,
                            chatWithNulls({})
                                + "data: {\"error\":{\"message\":\"boom\",\"type\":"
                                  "\"server_error\",\"code\":null}}\n\n"};
    map["no last blank line"] = {chat, true, withNullUsage() + usageChunk() + "data: [DONE]"};
    return map;
}

QMap<QByteArray, Fixture> fixtures()
{
    QMap<QByteArray, Fixture> map = chatFixtures();
    map["anthropic"] = {Format::AnthropicMessages, false, anthropic(R"({"output_tokens":12})")};
    map["responses"] = {
        Format::OpenAiResponses, false,
        responses("event: response.completed\ndata: {\"type\":\"response.completed\","
                  "\"sequence_number\":2,\"response\":{\"model\":\"gpt-r\",\"usage\":{"
                  "\"input_tokens\":4,\"input_tokens_details\":{\"cached_tokens\":1},"
                  "\"output_tokens\":6,\"output_tokens_details\":{\"reasoning_tokens\":2}}}}\n\n")};
    return map;
}

Fixture fixture(const QByteArray &name)
{
    return fixtures().value(name);
}

Seen whole(const QByteArray &name)
{
    const Fixture f = fixture(name);
    return watched(f.front, f.hide, {f.stream});
}

} // namespace

class ReplyWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAtEveryCut_data();
    void isTheSameAtEveryCut();
    void readsAskedUsage();
    void hidesInjectedUsage();
    void stripsUsageFromEveryChunk();
    void keepsAzuresFirstChunk();
    void joinsDataLines();
    void tellsFirstContent();
    void findsToolCallsAndReasoning();
    void readsAnthropicUsage();
    void prefersLateAnthropicCounts();
    void readsResponses();
    void readsErrors_data();
    void readsErrors();
    void estimatesCutStreams();
    void wantsAnEnd();
    void distrustsOddCounts();
    void boundsEvents();
    void readsWholeReplies();
    void seesFailedReplies_data();
    void seesFailedReplies();
    void readsUsageFromATail();
    void costsLittle();
};

void ReplyWatchTest::isTheSameAtEveryCut_data()
{
    QTest::addColumn<QByteArray>("name");
    const auto all = fixtures();
    for (auto it = all.begin(); it != all.end(); ++it)
        QTest::newRow(it.key().constData()) << it.key();
}

void ReplyWatchTest::isTheSameAtEveryCut()
{
    QFETCH(QByteArray, name);
    const Fixture f = fixture(name);
    const Seen expected = watched(f.front, f.hide, {f.stream});
    QVERIFY(!expected.malformed);
    QVERIFY(watched(f.front, f.hide, byteByByte(f.stream)) == expected);
    for (qsizetype cut = 0; cut <= f.stream.size(); ++cut) {
        const Seen seen = watched(f.front, f.hide, {f.stream.first(cut), f.stream.sliced(cut)});
        QVERIFY2(seen == expected, qPrintable(u"cut at %1"_s.arg(cut)));
    }
}

void ReplyWatchTest::readsAskedUsage()
{
    const Seen seen = whole("asked usage");
    QCOMPARE(seen.out, QByteArray()); // nothing to hide: the caller forwards
    QVERIFY(ReplyWatch(Format::OpenAiChat).passesThrough());
    const Usage expected{.promptTokens = 7,
                         .cachedTokens = 3,
                         .completionTokens = 2,
                         .reasoningTokens = 1,
                         .known = true};
    QVERIFY(seen.usage == expected);
    QCOMPARE(seen.model, "gpt-x"_ba);
    QCOMPARE(seen.finishReason, "stop"_ba);
    QVERIFY(seen.ended && seen.complete && !seen.failed);
    QCOMPARE(seen.events, 6);
    QCOMPARE(seen.contentEvents, 2);
}

void ReplyWatchTest::hidesInjectedUsage()
{
    QVERIFY(!ReplyWatch(Format::OpenAiChat, true).passesThrough());
    const Seen seen = whole("injected usage");
    QCOMPARE(seen.out, chatWithNulls({}) + done);
    QCOMPARE(seen.usage.completionTokens, 2);
    QCOMPARE(whole("carriage returns").out, withLineEnds(chatWithNulls({}) + done, "\r\n"));
    QCOMPARE(whole("no last blank line").out, chatWithNulls({}) + "data: [DONE]");
}

void ReplyWatchTest::stripsUsageFromEveryChunk()
{
    const Seen seen = whole("usage in every chunk");
    QCOMPARE(seen.out, chatWithNulls({}) + done);
    QCOMPARE(seen.usage.promptTokens, 7);
    // Members before and behind are kept, whatever the place of "usage".
    const QByteArray first = "data: {\"usage\": null , \"choices\":[{}]}\n\n";
    QCOMPARE(watched(Format::OpenAiChat, true, {first}).out, "data: { \"choices\":[{}]}\n\n"_ba);
}

void ReplyWatchTest::keepsAzuresFirstChunk()
{
    const Seen seen = whole("azure");
    QVERIFY(seen.out.startsWith(
        R"(data: {"choices":[],"created":0,"id":"","model":"","prompt_filter_results":[{}]})"));
    QVERIFY(seen.out.endsWith(QByteArray(chatWithNulls({}) + done)));
    QCOMPARE(seen.model, "gpt-x"_ba);
}

void ReplyWatchTest::joinsDataLines()
{
    const Seen seen = whole("several data lines");
    QCOMPARE(seen.out, "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n" + done);
    QCOMPARE(seen.contentEvents, 1);
}

void ReplyWatchTest::tellsFirstContent()
{
    ReplyWatch watch(Format::OpenAiChat);
    QByteArray out;
    watch.feed(": OPENROUTER PROCESSING\n\n", out);
    watch.feed(chunk(R"({"role":"assistant","content":""})"), out);
    QVERIFY(!watch.hasContent());
    watch.feed(chunk(R"({"content":"x"})"), out);
    QVERIFY(watch.hasContent());
}

void ReplyWatchTest::findsToolCallsAndReasoning()
{
    Seen seen =
        watched(Format::OpenAiChat, false,
                {chunk(R"({"tool_calls":[{"index":0,"id":"a","function":{"name":"f",)"
                       R"("arguments":""}}]})"),
                 chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"a\":1}"}}]})")});
    QCOMPARE(seen.contentEvents, 2);
    QCOMPARE(seen.contentBytes, 9); // escapes included
    seen = watched(Format::OpenAiChat, false, {chunk(R"({"reasoning_content" : "mm"})")});
    QCOMPARE(seen.contentBytes, 2);
    seen = watched(Format::OpenAiCompletions, false,
                   {"data: {\"choices\":[{\"text\":\"abc\",\"finish_reason\":\"\"}]}\n\n"});
    QCOMPARE(seen.contentBytes, 3);
    QVERIFY(!seen.complete);
}

void ReplyWatchTest::readsAnthropicUsage()
{
    const Seen seen = whole("anthropic");
    const Usage expected{.promptTokens = 45,
                         .cachedTokens = 5,
                         .cacheWriteTokens = 10,
                         .cacheWriteHourTokens = 20,
                         .completionTokens = 12,
                         .known = true};
    QVERIFY(seen.usage == expected);
    QCOMPARE(seen.model, "claude-x"_ba);
    QCOMPARE(seen.finishReason, "end_turn"_ba);
    QCOMPARE(seen.contentBytes, 5);
    QVERIFY(seen.complete);
}

void ReplyWatchTest::prefersLateAnthropicCounts()
{
    const auto usageWith = [](const QByteArray &delta) {
        return watched(Format::AnthropicMessages, false, {anthropic(delta)}).usage;
    };
    QCOMPARE(usageWith(R"({"input_tokens":null,"output_tokens":9})").promptTokens, 45);
    const Usage late = usageWith(
        R"({"input_tokens":11,"cache_read_input_tokens":6,"cache_creation_input_tokens":0,)"
        R"("cache_creation":{"ephemeral_1h_input_tokens":0},"output_tokens":9,)"
        R"("output_tokens_details":{"thinking_tokens":4}})");
    QCOMPARE(late.promptTokens, 17);
    QCOMPARE(late.cacheWriteHourTokens, 0);
    QCOMPARE(late.reasoningTokens, 4);
}

void ReplyWatchTest::readsResponses()
{
    const Seen seen = whole("responses");
    QCOMPARE(seen.usage.promptTokens, 4);
    QCOMPARE(seen.usage.cachedTokens, 1);
    QCOMPARE(seen.usage.completionTokens, 6);
    QCOMPARE(seen.usage.reasoningTokens, 2);
    QCOMPARE(seen.model, "gpt-r"_ba);
    QCOMPARE(seen.finishReason, "completed"_ba);
    QCOMPARE(seen.nextNumber, 3);
    QVERIFY(seen.complete);
}

void ReplyWatchTest::readsErrors_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("chat") << int(Format::OpenAiChat) << fixture("error in chat").stream << "boom"_ba;
    QTest::newRow("named event") << int(Format::OpenAiChat)
                                 << "event: error\ndata: {\"message\":\"boom\"}\n\n"_ba
                                 << "boom"_ba;
    QTest::newRow("OpenRouter")
        << int(Format::OpenAiChat)
        << "data: "
           "{\"error\":{\"code\":502,\"message\":\"boom\"},\"choices\":[{\"delta\":{\"content\":"
           "\"\"},\"finish_reason\":\"error\"}]}\n\n"_ba
        << "boom"_ba;
    QTest::newRow("Anthropic")
        << int(Format::AnthropicMessages)
        << "event: error\ndata: "
           "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":"
           "\"boom\"}}\n\n"_ba
        << "boom"_ba;
    QTest::newRow("Responses event")
        << int(Format::OpenAiResponses)
        << responses(
               "event: error\ndata: {\"type\":\"error\",\"code\":\"server_error\",\"message\":"
               "\"boom\",\"param\":null,\"sequence_number\":2}\n\n")
        << "boom"_ba;
    QTest::newRow("Responses failed")
        << int(Format::OpenAiResponses)
        << responses(
               "event: response.failed\ndata: {\"type\":\"response.failed\",\"sequence_number\":"
               "2,\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"server_error\","
               "\"message\":\"boom\"}}}\n\n")
        << "boom"_ba;
}

void ReplyWatchTest::readsErrors()
{
    QFETCH(int, front);
    QFETCH(QByteArray, stream);
    const Seen seen = watched(Format(front), false, {stream});
    QVERIFY(seen.failed);
    QVERIFY(!seen.complete);
    QTEST(seen.errorMessage, "message");
    QVERIFY(!whole("plain chat").failed);
}

void ReplyWatchTest::estimatesCutStreams()
{
    ReplyWatch chat(Format::OpenAiChat);
    QByteArray out;
    chat.feed(chunk(R"({"content":"0123456789012345"})"), out);
    chat.finish(out);
    const Usage guess{.promptTokens = 100, .completionTokens = 4, .estimated = true, .known = true};
    QVERIFY(chat.settledUsage(100, 4) == guess);
    QCOMPARE(chat.settledUsage(100, 3.2).completionTokens, 5); // where tokens are shorter

    const QByteArray cut = anthropic(R"({"output_tokens":12})");
    ReplyWatch claude(Format::AnthropicMessages);
    claude.feed(QByteArrayView(cut).first(cut.indexOf("event: content_block_stop")), out);
    const Usage settled = claude.settledUsage(1000, 4);
    QCOMPARE(settled.promptTokens, 45); // said by message_start
    QCOMPARE(settled.completionTokens, 2);
    QVERIFY(settled.estimated);

    ReplyWatch complete(Format::OpenAiChat);
    complete.feed(fixture("asked usage").stream, out);
    QVERIFY(complete.settledUsage(100, 4) == complete.usage());
}

void ReplyWatchTest::wantsAnEnd()
{
    QVERIFY(!watched(Format::OpenAiChat, false, {chunk(R"({"content":"a"})")}).complete);
    QVERIFY(watched(Format::OpenAiChat, false, {chunk("{}", "\"stop\"")}).complete);
    const QByteArray claude = anthropic(R"({"output_tokens":12})");
    const auto cut = claude.first(claude.indexOf("event: message_stop"));
    QVERIFY(!watched(Format::AnthropicMessages, false, {cut}).complete);
    QVERIFY(!watched(Format::OpenAiResponses, false, {responses({})}).complete);
    QVERIFY(!watched(Format::OpenAiChat, false, {}).complete);
}

void ReplyWatchTest::distrustsOddCounts()
{
    const auto usageOf = [](const QByteArray &usage) {
        return watched(Format::OpenAiChat, false,
                       {R"(data: {"choices":[],"usage":)" + usage + "}\n\n"})
            .usage;
    };
    Usage usage = usageOf(R"({"prompt_tokens":-5,"completion_tokens":2})");
    QVERIFY(usage.known && usage.estimated);
    QCOMPARE(usage.promptTokens, 0);
    usage = usageOf(R"({"prompt_tokens":1.5,"completion_tokens":9999999999999999})");
    QVERIFY(!usage.known);
    usage = usageOf(R"({"prompt_tokens":5,"completion_tokens":2,)"
                    R"("prompt_tokens_details":{"cached_tokens":50}})");
    QCOMPARE(usage.cachedTokens, 5);
    QVERIFY(usage.estimated);
    // Reasoning counted apart: the total tells.
    usage = usageOf(R"({"prompt_tokens":5,"completion_tokens":2,"total_tokens":17,)"
                    R"("completion_tokens_details":{"reasoning_tokens":10}})");
    QCOMPARE(usage.completionTokens, 12);
    QVERIFY(!usage.estimated);
}

void ReplyWatchTest::boundsEvents()
{
    ReplyWatch watch(Format::OpenAiChat);
    QByteArray out;
    const QByteArray piece(1024 * 1024, 'x');
    watch.feed("data: ", out);
    for (int i = 0; i < 5; ++i)
        watch.feed(piece, out);
    QVERIFY(watch.isMalformed());
    QVERIFY(!watch.isComplete());
    QVERIFY(watched(Format::OpenAiChat, false, {"data: <html>\n\n"}).malformed);
}

void ReplyWatchTest::readsWholeReplies()
{
    const QByteArray chat =
        R"({"id":"1","model":"gpt-x","choices":[{"message":{"content":"hi"},"finish_reason":"stop"}],"usage":)"
        + usage7and2 + "}";
    WholeReply reply = scanReply(Format::OpenAiChat, chat);
    QVERIFY(reply.isJson && !reply.hasFailed);
    QCOMPARE(reply.usage.promptTokens, 7);
    QCOMPARE(reply.model, "gpt-x"_ba);
    QCOMPARE(reply.finishReason, "stop"_ba);
    reply = scanReply(Format::OpenAiResponses,
                      R"({"object":"response","status":"completed","error":null,"model":"r",)"
                      R"("output":[],"usage":{"input_tokens":3,"output_tokens":4}})");
    QVERIFY(!reply.hasFailed);
    QCOMPARE(reply.usage.completionTokens, 4);
    QCOMPARE(reply.finishReason, "completed"_ba);
    reply =
        scanReply(Format::AnthropicMessages,
                  R"({"type":"message","model":"claude-x","content":[],"stop_reason":"end_turn",)"
                  R"("usage":{"input_tokens":3,"cache_read_input_tokens":2,"output_tokens":4}})");
    QCOMPARE(reply.usage.promptTokens, 5);
    QCOMPARE(reply.finishReason, "end_turn"_ba);
    reply = scanReply(Format::OpenAiEmbeddings,
                      R"({"data":[{"embedding":[0.1,-2e-3]}],"model":"e",)"
                      R"("usage":{"prompt_tokens":8,"total_tokens":8}})");
    QCOMPARE(reply.usage.promptTokens, 8);
    QVERIFY(!reply.hasFailed);
    QVERIFY(!scanReply(Format::AnthropicCountTokens, R"({"input_tokens":14})").hasFailed);
}

void ReplyWatchTest::seesFailedReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blank") << "\n\n"_ba;
    QTest::newRow("page") << "<html><body>Bad gateway</body></html>"_ba;
    QTest::newRow("cut") << R"({"choices":[{"message":)"_ba;
    QTest::newRow("error") << R"({"error":{"message":"no","code":502}})"_ba;
    QTest::newRow("error text") << R"({"error":"no"})"_ba;
    QTest::newRow("old vLLM") << R"({"object":"error","message":"no"})"_ba;
    QTest::newRow("no answer") << R"({"id":"x","usage":{}})"_ba;
}

void ReplyWatchTest::seesFailedReplies()
{
    QFETCH(QByteArray, body);
    const WholeReply reply = scanReply(Format::OpenAiChat, body);
    QVERIFY(reply.hasFailed);
    QVERIFY(!reply.error.message.isEmpty());
}

void ReplyWatchTest::readsUsageFromATail()
{
    const QByteArray tail = R"(0.1,0.2]}],"usage":)" + usage7and2 + "}\n";
    const WholeReply reply = scanReply(Format::OpenAiChat, tail, false);
    QCOMPARE(reply.usage.promptTokens, 7);
    QCOMPARE(reply.usage.cachedTokens, 3);
    QVERIFY(!scanReply(Format::OpenAiChat, "0.1]}]}", false).usage.known);
}

void ReplyWatchTest::costsLittle()
{
    // A thousand plain deltas; the time shown is for all of them.
    const QByteArray deltas = chunk(R"({"content":" token"})").repeated(1000);
    QByteArray out;
    QBENCHMARK
    {
        ReplyWatch watch(Format::OpenAiChat);
        watch.feed(deltas, out);
        QCOMPARE(watch.contentEvents(), 1000);
    }
}

QTEST_GUILESS_MAIN(ReplyWatchTest)
#include "tst_replywatch.moc"
