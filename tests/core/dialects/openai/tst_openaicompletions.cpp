// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/completions.h"
#include "core/dialects/translatedstream.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

Result<Request> read(const QByteArray &members)
{
    return openAiCompletionsCodec.readRequest(
        JsonView::parse(QByteArray("{\"model\":\"m\"," + members + "}")));
}

Result<WrittenRequest> written(const Request &request, Format format)
{
    return chatCodec(format).writeRequest(request, {.model = "m", .quirks = *quirksOf("vllm")});
}

QByteArray streamed(const QByteArray &stream, Format upstream, const Request &request,
                    qsizetype piece)
{
    ReplyContext context{.requestId = "req_1", .created = 5, .model = "asked"};
    context.request = &request;
    TranslatedStream translation(upstream, Format::OpenAiCompletions, *quirksOf("vllm"), context);
    QByteArray out;
    for (qsizetype at = 0; at < stream.size(); at += piece)
        translation.feed(stream.mid(at, piece), out);
    translation.finish(out);
    return out;
}

} // namespace

class TestOpenAiCompletions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void turnsAPromptIntoAMessage();
    void writesBackWhatItRead_data();
    void writesBackWhatItRead();
    void refusesByName_data();
    void refusesByName();
    void readsAndWritesAnswers();
    void streamsText();
};

void TestOpenAiCompletions::turnsAPromptIntoAMessage()
{
    const auto request = read(R"("prompt":["hi"],"max_tokens":5,"echo":false)");
    QVERIFY(request);
    const QByteArray wanted =
        R"({"model":"m","messages":[{"role":"user","content":"hi"}],"max_tokens":5})";
    QCOMPARE(written(*request, Format::OpenAiChat)->body, wanted);
}

void TestOpenAiCompletions::writesBackWhatItRead_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("text") << R"("prompt":"hi","max_tokens":5,"temperature":0.10)"_ba;
    QTest::newRow("tokens") << R"("prompt":[1,2])"_ba;
    QTest::newRow("several") << R"("prompt":["a","b"])"_ba;
    QTest::newRow("extras") << R"("prompt":"hi","logprobs":3,"suffix":"x","echo":true)"_ba;
}

void TestOpenAiCompletions::writesBackWhatItRead()
{
    QFETCH(const QByteArray, members);
    const auto out = written(*read(members), Format::OpenAiCompletions);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QCOMPARE(out->body, QByteArray("{\"model\":\"m\"," + members + "}"));
}

void TestOpenAiCompletions::refusesByName_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << R"("n":1)"_ba << u"prompt"_s;
    QTest::newRow("object") << R"("prompt":{})"_ba << u"prompt"_s;
    QTest::newRow("several") << R"("prompt":["a","b"])"_ba << u"prompt"_s;
    QTest::newRow("suffix") << R"("prompt":"a","suffix":"b")"_ba << u"suffix"_s;
    QTest::newRow("max") << R"("prompt":"a","max_tokens":"b")"_ba << u"max_tokens"_s;
}

void TestOpenAiCompletions::refusesByName()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, path);
    const auto request = read(members);
    const QString refused =
        request ? written(*request, Format::OpenAiChat).error().path : request.error().path;
    QCOMPARE(refused, path);
}

void TestOpenAiCompletions::readsAndWritesAnswers()
{
    const QByteArray body =
        R"({"id":"cmpl-1","object":"text_completion","created":5,"model":"m","choices":[)"
        R"({"index":0,"text":"a","logprobs":null,"finish_reason":"length"}],"usage":{)"
        R"("prompt_tokens":1,"completion_tokens":2,"total_tokens":3,"prompt_tokens_details":)"
        R"({"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":)"
        R"({"reasoning_tokens":0,"audio_tokens":0}}})";
    const auto reply = openAiCompletionsCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(openAiCompletionsCodec.writeReply(*reply, {}), body);
    QVERIFY(!openAiCompletionsCodec.readReply(JsonView::parse("{}")));
}

void TestOpenAiCompletions::streamsText()
{
    const QByteArray end = "\n\n";
    const QByteArray head = R"(data: {"id":"cmpl-1","object":"text_completion","created":5,)"
                            R"("model":"m","choices":[)";
    const QByteArray own = head + R"({"index":0,"text":"a","logprobs":null,"finish_reason":null}]})"
        + end + head + R"({"index":0,"text":"","logprobs":null,"finish_reason":"stop"}]})" + end
        + "data: [DONE]\n\n";
    const QByteArray chat = R"(data: {"id":"x","created":5,"model":"m","choices":[{"index":0,)"
                            R"("delta":{"reasoning_content":"t"}}]})"
        + end + R"(data: {"choices":[{"index":0,"delta":{"content":"a"}}]})" + end
        + R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})" + end
        + "data: [DONE]\n\n";
    Request request;
    request.includeUsage = false;
    for (const qsizetype piece : {1, 7, 4096}) {
        QCOMPARE(streamed(own, Format::OpenAiCompletions, request, piece), own);
        QCOMPARE(streamed(chat, Format::OpenAiChat, request, piece), own);
    }
}

QTEST_GUILESS_MAIN(TestOpenAiCompletions)
#include "tst_openaicompletions.moc"
