// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/embed.h"
#include "core/dialects/openai/embeddings.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

Result<EmbeddingRequest> read(const QByteArray &body)
{
    return openAiEmbeddingsCodec.readRequest(JsonView::parse(body));
}

Result<WrittenRequest> rewritten(const QByteArray &body, QByteArrayView provider)
{
    const auto request = read(body);
    if (!request)
        return request.error();
    return openAiEmbeddingsCodec.writeRequest(*request,
                                              {.model = "m", .quirks = *quirksOf(provider)});
}

} // namespace

class TestOpenAiEmbeddings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheProvidersWords_data();
    void writesTheProvidersWords();
    void refusesByName_data();
    void refusesByName();
    void packsVectors();
    void readsAnswers();
    void refusesBrokenAnswers_data();
    void refusesBrokenAnswers();
    void writesAnswers();
};

void TestOpenAiEmbeddings::writesTheProvidersWords_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("wanted");
    const auto add = [](const char *name, const char *provider, const char *members,
                        const char *wanted) {
        QTest::newRow(name) << QByteArray(provider) << QByteArray(members) << QByteArray(wanted);
    };
    add("one", "openai", R"("input":"a")", R"("input":"a","encoding_format":"float")");
    add("list of one", "openai", R"("input":["a"])", R"("input":["a"],"encoding_format":"float")");
    add("tokens", "openai", R"("input":[1,2])", R"("input":[1,2],"encoding_format":"float")");
    add("token lists", "openai", R"("input":[[1],[2,3]])",
        R"("input":[[1],[2,3]],"encoding_format":"float")");
    add("base64", "openai", R"("input":"a","encoding_format":"base64","dimensions":5,"user":"u")",
        R"("input":"a","dimensions":5,"encoding_format":"float","user":"u")");
    add("Voyage", "voyage", R"("input":"a","dimensions":5,"input_type":"query")",
        R"("input":"a","output_dimension":5,"input_type":"query")");
    add("Jina", "jina", R"("input":"a","input_type":"retrieval.query")",
        R"("input":"a","task":"retrieval.query")");
    add("Mistral", "mistral", R"("input":["a"],"dimensions":5,"user":"u")",
        R"("input":["a"],"output_dimension":5,"encoding_format":"float")");
    add("extras", "openai-compatible", R"("input":"a","truncate_prompt_tokens":-1)",
        R"("input":"a","encoding_format":"float","truncate_prompt_tokens":-1)");
}

void TestOpenAiEmbeddings::writesTheProvidersWords()
{
    QFETCH(const QByteArray, provider);
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, wanted);
    const auto out = rewritten("{\"model\":\"x\"," + members + "}", provider);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QCOMPARE(out->body, QByteArray("{\"model\":\"m\"," + wanted + "}"));
}

void TestOpenAiEmbeddings::refusesByName_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << ""_ba << u"input"_s;
    QTest::newRow("empty") << R"(,"input":[])"_ba << u"input"_s;
    QTest::newRow("object") << R"(,"input":{})"_ba << u"input"_s;
    QTest::newRow("mixed") << R"(,"input":["a",{}])"_ba << u"input[1]"_s;
    QTest::newRow("format") << R"(,"input":"a","encoding_format":"hex")"_ba << u"encoding_format"_s;
    QTest::newRow("dimensions") << R"(,"input":"a","dimensions":0)"_ba << u"dimensions"_s;
    QTest::newRow("tokens") << R"(,"input":[1])"_ba << u"input"_s;
    QTest::newRow("extra") << R"(,"input":"a","other":1)"_ba << u"other"_s;
}

void TestOpenAiEmbeddings::refusesByName()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, path);
    const auto out = rewritten("{\"model\":\"x\"" + members + "}", "mistral");
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(out.error().path, path);
}

void TestOpenAiEmbeddings::packsVectors()
{
    const QByteArray packed = OpenAi::packedVector(JsonView::parse("[1, -2.5, 0.1]"));
    QCOMPARE(QByteArray::fromBase64(packed).toHex(), "0000803f000020c0cdcccc3d"_ba);
    QCOMPARE(OpenAi::unpackedVector(packed), "[1,-2.5,0.1]"_ba);
    QCOMPARE(OpenAi::unpackedVector("AAA="), QByteArray()); // not whole floats
    QCOMPARE(OpenAi::unpackedVector("!!!!"), QByteArray());
    QCOMPARE(OpenAi::unpackedVector("AADAfw=="), QByteArray()); // not a number
}

void TestOpenAiEmbeddings::readsAnswers()
{
    const auto reply = openAiEmbeddingsCodec.readReply(JsonView::parse(
        R"({"model":"m","data":[{"index":1,"embedding":[0.10,-1e-7]},)"
        R"({"index":0,"embedding":"AACAPw=="}],"usage":{"prompt_tokens":4,"total_tokens":4}})"));
    QVERIFY(reply);
    QCOMPARE(reply->vectors, (std::vector<RawJson>{"[1]", "[0.10,-1e-7]"}));
    QCOMPARE(reply->usage.promptTokens, 4);
    const auto voyage = openAiEmbeddingsCodec.readReply(
        JsonView::parse(R"({"data":[],"usage":{"total_tokens":3}})"));
    QCOMPARE(voyage->usage.promptTokens, 3);
}

void TestOpenAiEmbeddings::refusesBrokenAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no data") << "{}"_ba;
    QTest::newRow("no vector") << R"({"data":[{"index":0}]})"_ba;
    QTest::newRow("twice")
        << R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})"_ba;
    QTest::newRow("beyond") << R"({"data":[{"index":9,"embedding":[1]}]})"_ba;
    QTest::newRow("negative") << R"({"data":[{"index":-1,"embedding":[1]}]})"_ba;
}

void TestOpenAiEmbeddings::refusesBrokenAnswers()
{
    QFETCH(const QByteArray, body);
    const auto reply = openAiEmbeddingsCodec.readReply(JsonView::parse(body));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Corrupt);
}

void TestOpenAiEmbeddings::writesAnswers()
{
    EmbeddingReply reply;
    reply.vectors = {"[1,2]"};
    reply.usage = {.promptTokens = 4, .known = true};
    ReplyContext context;
    context.model = "asked";
    EmbeddingRequest request;
    const QByteArray wanted =
        R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[1,2]}],)"
        R"("model":"asked","usage":{"prompt_tokens":4,"total_tokens":4}})";
    QCOMPARE(openAiEmbeddingsCodec.writeReply(reply, request, context), wanted);
    request.base64 = true;
    const QByteArray packed = R"("embedding":"AACAPwAAAEA=")";
    QVERIFY(openAiEmbeddingsCodec.writeReply(reply, request, {}).contains(packed));
}

QTEST_GUILESS_MAIN(TestOpenAiEmbeddings)
#include "tst_openaiembeddings.moc"
