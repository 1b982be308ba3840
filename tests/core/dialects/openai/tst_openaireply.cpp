// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chat.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

Result<Reply> read(const QByteArray &body)
{
    return openAiChatCodec.readReply(JsonView::parse(body));
}

//! An answer of one choice.
QByteArray answer(const QByteArray &message, const QByteArray &finish = R"("stop")",
                  const QByteArray &more = {})
{
    return R"({"id":"x1","object":"chat.completion","created":5,"model":"m","choices":[{"index":0,)"
           R"("message":)"
        + message + R"(,"finish_reason":)" + finish + "}]" + more + "}";
}

QByteArray textOf(const Reply &reply, PartKind kind)
{
    QByteArray text;
    for (const Part &part : reply.choices.front().parts) {
        if (part.kind == kind)
            text += part.text;
    }
    return text;
}

} // namespace

class TestOpenAiReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryServersWays_data();
    void readsEveryServersWays();
    void readsCalls();
    void readsSourcesAndMedia();
    void countsUsage_data();
    void countsUsage();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void writesBackWhatItRead();
    void writesCallsWithoutText();
    void survivesHostileAnswers();
};

void TestOpenAiReply::readsEveryServersWays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("thoughts");
    QTest::addColumn<int>("finish");
    const auto add = [](const char *name, const QByteArray &body, const QByteArray &text,
                        const QByteArray &thoughts, FinishReason finish) {
        QTest::newRow(name) << body << text << thoughts << int(finish);
    };
    add("plain", answer(R"({"role":"assistant","content":"a","refusal":null})"), "a", "",
        FinishReason::Stop);
    add("DeepSeek", answer(R"({"content":"a","reasoning_content":"t"})", R"("length")"), "a", "t",
        FinishReason::Length);
    add("OpenRouter", answer(R"({"content":"a","reasoning":"t","reasoning_details":[{}]})"), "a",
        "t", FinishReason::Stop);
    add("Mistral",
        answer(R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"t"}]},)"
               R"({"type":"text","text":"a"}]})",
               R"("model_length")"),
        "a", "t", FinishReason::Length);
    add("Together", answer(R"({"content":"a"})", R"("eos")"), "a", "", FinishReason::Stop);
    add("filter", answer(R"({"content":""})", R"("content_filter")"), "", "",
        FinishReason::ContentFilter);
    add("no reason", answer(R"({"content":"a"})", R"("")"), "a", "", FinishReason::None);
}

void TestOpenAiReply::readsEveryServersWays()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, thoughts);
    QFETCH(const int, finish);
    const auto reply = read(body);
    QVERIFY(reply);
    QCOMPARE(textOf(*reply, PartKind::Text), text);
    QCOMPARE(textOf(*reply, PartKind::Reasoning), thoughts);
    QCOMPARE(int(reply->choices.front().finish), finish);
}

void TestOpenAiReply::readsCalls()
{
    const auto reply = read(
        answer(R"({"content":null,"tool_calls":[{"id":"a","function":{"name":"f","arguments":""}},)"
               R"({"function":{"name":"g","arguments":{"x":1.50}}},)"
               R"({"id":"c","function":{"name":"h","arguments":"not json"}}]})"));
    QVERIFY(reply);
    const auto &parts = reply->choices.front().parts;
    QCOMPARE(parts.size(), std::size_t(3));
    const QByteArray wrapped = R"({"input":"not json"})";
    const QByteArray number = R"({"x":1.50})";
    QCOMPARE(parts[0].arguments, "{}"_ba);
    QCOMPARE(parts[1].arguments, number);
    QCOMPARE(parts[2].arguments, wrapped);
    QVERIFY(parts[1].id.startsWith("call_"));
    QCOMPARE(reply->choices.front().finish, FinishReason::ToolCalls);
}

void TestOpenAiReply::readsSourcesAndMedia()
{
    const auto reply = read(answer(
        R"({"content":"a","annotations":[{"type":"url_citation","url_citation":{"url":"u","title":)"
        R"("t","start_index":0,"end_index":1}}],"images":[{"type":"image_url","image_url":{"url":)"
        R"("data:image/png;base64,QUJD"}}],"audio":{"id":"s","data":"QUJD","transcript":"w"}})",
        R"("stop")", R"(,"citations":["p"],"search_results":[{"url":"q","title":"r"}])"));
    QVERIFY(reply);
    const auto &parts = reply->choices.front().parts;
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(parts[0].citations.size(), std::size_t(2));
    QCOMPARE(parts[0].citations[0].end, std::optional<qint64>(1));
    QCOMPARE(parts[0].citations[1].url, "q"_ba);
    QCOMPARE(parts[1].media.mimeType, "image/png"_ba);
    QCOMPARE(parts[2].text, "w"_ba);
}

void TestOpenAiReply::countsUsage_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<qint64>("completion");
    QTest::addColumn<qint64>("reasoning");
    QTest::addColumn<qint64>("cached");
    QTest::newRow("OpenAI")
        << R"("usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14,)"
           R"("prompt_tokens_details":{"cached_tokens":4},)"
           R"("completion_tokens_details":{"reasoning_tokens":3}})"_ba
        << 5LL << 3LL << 4LL;
    QTest::newRow("xAI") << R"("usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":17,)"
                            R"("completion_tokens_details":{"reasoning_tokens":3}})"_ba
                         << 8LL << 3LL << 0LL;
    QTest::newRow("DeepSeek") << R"("usage":{"prompt_tokens":9,"completion_tokens":5,)"
                                 R"("prompt_cache_hit_tokens":4})"_ba
                              << 5LL << 0LL << 4LL;
    QTest::newRow("Groq") << R"("x_groq":{"usage":{"prompt_tokens":9,"completion_tokens":5}})"_ba
                          << 5LL << 0LL << 0LL;
}

void TestOpenAiReply::countsUsage()
{
    QFETCH(const QByteArray, more);
    QFETCH(const qint64, completion);
    QFETCH(const qint64, reasoning);
    QFETCH(const qint64, cached);
    const auto reply = read(answer(R"({"content":"a"})", R"("stop")", "," + more));
    QVERIFY(reply && reply->usage.known);
    QCOMPARE(reply->usage.promptTokens, 9);
    QCOMPARE(reply->usage.completionTokens, completion);
    QCOMPARE(reply->usage.reasoningTokens, reasoning);
    QCOMPARE(reply->usage.cachedTokens, cached);
}

void TestOpenAiReply::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("no choices") << R"({"choices":[]})"_ba;
    QTest::newRow("object") << R"({"choices":{"a":1}})"_ba;
    QTest::newRow("list") << "[]"_ba;
}

void TestOpenAiReply::refusesWhatIsNoAnswer()
{
    QFETCH(const QByteArray, body);
    const auto reply = read(body);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Corrupt);
}

void TestOpenAiReply::writesBackWhatItRead()
{
    const QByteArray body =
        R"({"id":"chatcmpl-1","object":"chat.completion","created":5,"model":"m","choices":[)"
        R"({"index":0,"message":{"role":"assistant","content":"a","refusal":null,)"
        R"("reasoning_content":"t","annotations":[]},"logprobs":{"content":[{"logprob":-0.5}]},)"
        R"("finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":5,)"
        R"("total_tokens":14,"prompt_tokens_details":{"cached_tokens":4,"audio_tokens":0},)"
        R"("completion_tokens_details":{"reasoning_tokens":3,"audio_tokens":0}},)"
        R"("service_tier":"default"})";
    QCOMPARE(openAiChatCodec.writeReply(*read(body), {}), body);
}

void TestOpenAiReply::writesCallsWithoutText()
{
    Reply reply;
    reply.choices.push_back({.parts = {{.kind = PartKind::ToolCall, .id = "a", .name = "f"}},
                             .finish = FinishReason::ToolCalls});
    const QByteArray body =
        openAiChatCodec.writeReply(reply, {.requestId = "req_9", .created = 3, .model = "asked"});
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QCOMPARE(object["id"_L1].toString(), u"chatcmpl-9"_s);
    QCOMPARE(object["model"_L1].toString(), u"asked"_s);
    QVERIFY(!object.contains("usage"_L1));
    const QJsonObject choice = object["choices"_L1][0].toObject();
    QCOMPARE(choice["finish_reason"_L1].toString(), u"tool_calls"_s);
    QVERIFY(choice["message"_L1]["content"_L1].isNull());
    const QByteArray call =
        R"({"id":"a","type":"function","function":{"name":"f","arguments":"{}"}})";
    QVERIFY(body.contains(call));
}

void TestOpenAiReply::survivesHostileAnswers()
{
    const QByteArray body = answer(
        R"({"content":[{"type":"text","text":"a"}],"tool_calls":[{"id":"a","function":{"name":"f",)"
        R"("arguments":"{}"}}],"annotations":[{"url_citation":{"url":"u"}}],"images":[{}]})",
        R"("stop")", R"(,"usage":{"prompt_tokens":9,"completion_tokens":5},"citations":["p"])");
    quint32 seed = 3;
    for (int round = 0; round < 20000; ++round) {
        QByteArray mutated = body;
        for (int change = 0; change < 3; ++change) {
            seed = seed * 1664525 + 1013904223;
            static constexpr QByteArrayView bytes = "{}[]\",:0n\\1e";
            mutated[qsizetype((seed >> 8) % quint32(mutated.size()))] =
                bytes[(seed >> 3) % bytes.size()];
        }
        if (const JsonView view = JsonView::parse(mutated); view.isObject()) {
            if (const auto reply = openAiChatCodec.readReply(view))
                QVERIFY(JsonView::parse(openAiChatCodec.writeReply(*reply, {})).isObject());
        }
    }
}

QTEST_GUILESS_MAIN(TestOpenAiReply)
#include "tst_openaireply.moc"
