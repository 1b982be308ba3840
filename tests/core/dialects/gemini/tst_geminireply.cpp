// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/toolids.h"
#include "tests/support/geminisamples.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::GeminiSamples;
using namespace Qt::StringLiterals;

namespace {

Result<Reply> read(const QByteArray &body)
{
    return chatCodec(Format::GeminiGenerate).readReply(JsonView::parse(body));
}

QByteArray write(const Reply &reply)
{
    const ReplyContext context{.requestId = "req_1", .created = 1, .model = "m"};
    return chatCodec(Format::GeminiGenerate).writeReply(reply, context);
}

} // namespace

class GeminiReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame_data();
    void comesBackTheSame();
    void readsThoughtsApart();
    void packsProofsIntoIds();
    void readsCitations();
    void readsLogprobs();
    void readsUsage();
    void readsBlockedAndEmptyAnswers();
    void showsRunCode();
    void fillsInWhatIsMissing();
    void survivesDamage();
};

void GeminiReplyTest::comesBackTheSame_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray stop = R"(,"finishReason":"STOP")";
    const QByteArray usage =
        R"(,"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":5,"totalTokenCount":15})";
    QTest::newRow("text") << answer(R"({"text":"Gr\u00fc\u00dfe"})", stop, usage);
    QTest::newRow("thoughts") << answer(
        R"({"text":"hm","thought":true},{"text":"a","thoughtSignature":"QUJD"})", stop,
        R"(,"usageMetadata":{"promptTokenCount":10,"cachedContentTokenCount":4,"candidatesTokenCount":5,"thoughtsTokenCount":3,"totalTokenCount":18})");
    QTest::newRow("calls") << answer(
        R"({"functionCall":{"id":"a","name":"f","args":{"a":1}},"thoughtSignature":"QUJD"},{"functionCall":{"id":"b","name":"f","args":{}}})",
        stop, usage);
    QTest::newRow("picture") << answer(R"({"inlineData":{"mimeType":"image/png","data":"AA"}})",
                                       stop, usage);
    QTest::newRow("length") << answer(R"({"text":"a"})", R"(,"finishReason":"MAX_TOKENS")", usage);
    QTest::newRow("nothing said") << answer({}, R"(,"finishReason":"MAX_TOKENS")", usage);
    QTest::newRow("sources") << answer(
        R"({"text":"\u00e9a"})",
        stop
            + R"(,"groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a","title":"A"}}],"groundingSupports":[{"segment":{"startIndex":2,"endIndex":3,"text":"a"},"groundingChunkIndices":[0]}]})",
        usage);
    QTest::newRow("logprobs") << answer(
        R"({"text":"a"})",
        stop
            + R"(,"logprobsResult":{"topCandidates":[{"candidates":[{"token":"a","logProbability":-0.1},{"token":"b","logProbability":-2}]}],"chosenCandidates":[{"token":"a","logProbability":-0.1}]})",
        usage);
}

void GeminiReplyTest::comesBackTheSame()
{
    QFETCH(const QByteArray, body);
    const auto reply = read(body);
    QVERIFY(reply.has_value());
    QCOMPARE(json(write(*reply)), json(body));
}

void GeminiReplyTest::readsThoughtsApart()
{
    const auto reply = read(answer(R"({"text":"hm","thought":true},{"text":"a"},{"text":"b"})"));
    const auto &parts = reply->choices[0].parts;
    QCOMPARE(parts.size(), 2U);
    QCOMPARE(parts[0].kind, PartKind::Reasoning);
    QCOMPARE(parts[1].text, "ab"_ba);
    QCOMPARE(reply->id, "r1"_ba);
    QCOMPARE(reply->model, "gemini-2.5-flash"_ba);
}

void GeminiReplyTest::packsProofsIntoIds()
{
    const QByteArray body = answer(
        R"({"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"QUJD"},{"functionCall":{"name":"f"}})",
        R"(,"finishReason":"STOP")");
    const auto reply = read(body);
    QCOMPARE(reply->choices[0].finish, FinishReason::ToolCalls);
    const Part &first = reply->choices[0].parts[0];
    const Part &second = reply->choices[0].parts[1];
    QCOMPARE(first.signature, "QUJD"_ba);
    QCOMPARE(first.signedBy, Family::Gemini);
    QCOMPARE(unpackToolId(first.id).signature, "QUJD"_ba);
    QVERIFY(!second.id.isEmpty() && plainToolId(first.id) != second.id);
    QCOMPARE(second.arguments, "{}"_ba);
    QVERIFY(read(body)->choices == reply->choices);
}

void GeminiReplyTest::readsCitations()
{
    const auto reply = read(answer(
        R"({"text":"\u00e9a"})",
        R"(,"groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://a","title":"A"}},{"maps":{"uri":"https://b"}}],"groundingSupports":[{"segment":{"endIndex":2},"groundingChunkIndices":[0,1,7]}]},"citationMetadata":{"citationSources":[{"startIndex":2,"endIndex":3,"uri":"https://c"}]})"));
    const auto &citations = reply->choices[0].parts[0].citations;
    QCOMPARE(citations.size(), 3U);
    QCOMPARE(citations[0].title, "A"_ba);
    QCOMPARE(citations[0].begin, 0);
    QCOMPARE(citations[0].end, 1); // characters, not bytes
    QCOMPARE(citations[1].url, "https://b"_ba);
    QCOMPARE(citations[2].begin, 1);
    QCOMPARE(citations[2].end, 2);
}

void GeminiReplyTest::readsLogprobs()
{
    const auto reply = read(answer(
        R"({"text":"a"})",
        R"(,"logprobsResult":{"topCandidates":[{"candidates":[{"token":"b","logProbability":-2}]}],"chosenCandidates":[{"token":"a","tokenId":5,"logProbability":-0.10}]})"));
    QCOMPARE(
        reply->choices[0].logprobs,
        R"({"content":[{"token":"a","logprob":-0.10,"bytes":null,"top_logprobs":[{"token":"b","logprob":-2,"bytes":null}]}]})"_ba);
}

void GeminiReplyTest::readsUsage()
{
    const auto reply = read(answer(
        R"({"text":"a"})", {},
        R"(,"usageMetadata":{"promptTokenCount":10,"toolUsePromptTokenCount":2,"cachedContentTokenCount":4,"thoughtsTokenCount":3})"));
    const Usage &usage = reply->usage;
    QVERIFY(usage.known && !usage.estimated);
    QCOMPARE(usage.promptTokens, 12);
    QCOMPARE(usage.cachedTokens, 4);
    QCOMPARE(usage.completionTokens, 3);
    QCOMPARE(usage.reasoningTokens, 3);
    QVERIFY(!read(answer(R"({"text":"a"})"))->usage.known);
}

void GeminiReplyTest::readsBlockedAndEmptyAnswers()
{
    const auto blocked = read(R"({"promptFeedback":{"blockReason":"SAFETY"}})");
    QVERIFY(blocked.has_value());
    QCOMPARE(blocked->choices[0].finish, FinishReason::ContentFilter);
    const auto empty = read(R"({"candidates":[{"finishReason":"SAFETY"}]})");
    QCOMPARE(empty->choices[0].finish, FinishReason::ContentFilter);
    QVERIFY(empty->choices[0].parts.empty());
    for (const char *body : {"{}", "[]", "1", "", R"({"candidates":1})"})
        QVERIFY2(!read(body), body);
}

void GeminiReplyTest::showsRunCode()
{
    const auto reply = read(answer(
        R"({"executableCode":{"language":"PYTHON","code":"1+1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"2"}})"));
    QCOMPARE(reply->choices[0].parts[0].text, "\n```python\n1+1\n```\n"_ba);
    QCOMPARE(reply->choices[0].parts[1].text, "\n```\n2\n```\n"_ba);
}

void GeminiReplyTest::fillsInWhatIsMissing()
{
    Reply reply;
    reply.choices.emplace_back().finish = FinishReason::Error;
    const QJsonObject body = json(write(reply));
    QCOMPARE(body[u"responseId"].toString(), u"req_1"_s);
    QCOMPARE(body[u"modelVersion"].toString(), u"m"_s);
    QCOMPARE(body[u"candidates"][0][u"finishReason"].toString(), u"OTHER"_s);
    QVERIFY(!body.contains(u"usageMetadata"));
}

void GeminiReplyTest::survivesDamage()
{
    const QByteArray body = answer(
        R"({"text":"\u00e9a"},{"functionCall":{"name":"f","args":{}},"thoughtSignature":"QUJD"},{"executableCode":{"code":"1"}})",
        R"(,"finishReason":"STOP","logprobsResult":{"chosenCandidates":[{"token":"a"}],"topCandidates":[{"candidates":[]}]},"groundingMetadata":{"groundingChunks":[{"web":{"uri":"u"}}],"groundingSupports":[{"segment":{"startIndex":1,"endIndex":3},"groundingChunkIndices":[0]}]})",
        R"(,"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":5,"totalTokenCount":15})");
    int taken = 0;
    for (int step = 1; step < 6000; ++step) {
        const QByteArray text = damaged(body, step);
        if (const auto reply = read(text)) {
            QVERIFY(JsonView::parse(write(*reply)).isObject());
            ++taken;
        }
    }
    QVERIFY(taken > 10);
}

QTEST_GUILESS_MAIN(GeminiReplyTest)
#include "tst_geminireply.moc"
