// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/wholereply.h"
#include "tests/support/geminisamples.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::GeminiSamples;
using namespace Qt::StringLiterals;

namespace {

Result<EmbeddingRequest> read(Format format, const QByteArray &body)
{
    return embedCodec(format).readRequest(JsonView::parse(body));
}

Result<WrittenRequest> write(const EmbeddingRequest &request)
{
    return embedCodec(Format::GeminiBatchEmbed).writeRequest(request, {"gemini-e", quirks});
}

EmbeddingRequest openAi(const QByteArray &text)
{
    EmbeddingRequest request;
    request.inputs.emplace_back().text = text;
    return request;
}

} // namespace

class GeminiEmbedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame();
    void readsOne();
    void asksForABatch();
    void namesWrongFields_data();
    void namesWrongFields();
    void refusesByName();
    void readsReplies();
    void writesReplies();
    void survivesDamage();
};

void GeminiEmbedTest::comesBackTheSame()
{
    const QByteArray body =
        R"({"requests":[{"model":"models/gemini-e","content":{"parts":[{"text":"a"}]},"taskType":"RETRIEVAL_QUERY","title":"t","outputDimensionality":5},{"model":"models/gemini-e","content":{"parts":[{"text":"b"}]},"taskType":"RETRIEVAL_QUERY","title":"t","outputDimensionality":5}]})";
    const auto request = read(Format::GeminiBatchEmbed, body);
    QVERIFY(request.has_value());
    QCOMPARE(request->inputType, "search_query"_ba);
    QCOMPARE(request->inputs.size(), 2U);
    QVERIFY(!request->single);
    QCOMPARE(json(write(*request)->body), json(body));
}

void GeminiEmbedTest::readsOne()
{
    const auto request = read(
        Format::GeminiEmbed,
        R"({"content":{"parts":[{"text":"a"},{"text":"b"}]},"task_type":"CLUSTERING","output_dimensionality":3})");
    QVERIFY(request->single);
    QCOMPARE(request->inputs[0].text, "a\nb"_ba);
    QCOMPARE(request->inputType, "clustering"_ba);
    QCOMPARE(request->dimensions, 3);
}

void GeminiEmbedTest::asksForABatch()
{
    EmbeddingRequest request = openAi("a");
    request.dimensions = 7;
    request.user = "u";
    const auto body = write(request);
    const QByteArray expected =
        R"({"requests":[{"model":"models/gemini-e","content":{"parts":[{"text":"a"}]},"outputDimensionality":7}]})";
    QCOMPARE(body->body, expected);
    QCOMPARE(body->dropped.front(), "user"_ba);
}

void GeminiEmbedTest::namesWrongFields_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    const auto row = [](Format format, const QByteArray &body, const QString &path) {
        QTest::addRow("%s", body.constData()) << format << body << path;
    };
    row(Format::GeminiEmbed, "{}", u"content.parts"_s);
    row(Format::GeminiEmbed, R"({"content":{"parts":[{}]}})", u"content.parts"_s);
    row(Format::GeminiEmbed, R"({"content":{"parts":[{"text":"a"}]},"outputDimensionality":"x"})",
        u"outputDimensionality"_s);
    row(Format::GeminiBatchEmbed, "{}", u"requests"_s);
    row(Format::GeminiBatchEmbed, R"({"requests":[1]})", u"requests[0]"_s);
    row(Format::GeminiBatchEmbed,
        R"({"requests":[{"content":{"parts":[{"text":"a"}]}},{"content":{"parts":[{"text":"b"}]},"title":"t"}]})",
        u"requests[1]"_s);
}

void GeminiEmbedTest::namesWrongFields()
{
    QFETCH(const Format, format);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, path);
    const auto request = read(format, body);
    QVERIFY(!request);
    QCOMPARE(request.error().path, path);
}

void GeminiEmbedTest::refusesByName()
{
    EmbeddingRequest tokens;
    tokens.inputs.emplace_back().tokens = "[1,2]";
    QCOMPARE(write(tokens).error().path, u"input"_s);
    EmbeddingRequest typed = openAi("a");
    typed.inputType = "image";
    QCOMPARE(write(typed).error().path, u"input_type"_s);
    EmbeddingRequest extra = openAi("a");
    extra.extras = {{"strange", "1"}};
    QCOMPARE(write(extra).error().path, u"strange"_s);
}

void GeminiEmbedTest::readsReplies()
{
    const EmbedCodec &codec = embedCodec(Format::GeminiBatchEmbed);
    const QByteArray batch =
        R"({"embeddings":[{"values":[0.10,-0.0]},{"values":[1e-7]}],"usageMetadata":{"promptTokenCount":4}})";
    const auto reply = codec.readReply(JsonView::parse(batch));
    QCOMPARE(reply->vectors.size(), 2U);
    QCOMPARE(reply->vectors[0], "[0.10,-0.0]"_ba);
    QCOMPARE(reply->usage.promptTokens, 4);
    QVERIFY(!scanReply(Format::GeminiBatchEmbed, batch).hasFailed);
    const auto one = codec.readReply(JsonView::parse(R"({"embedding":{"values":[1]}})"));
    QCOMPARE(one->vectors[0], "[1]"_ba);
    for (const char *body : {"{}", R"({"embeddings":[{}]})", R"({"embedding":1})", "[]"})
        QVERIFY2(!codec.readReply(JsonView::parse(body)), body);
}

void GeminiEmbedTest::writesReplies()
{
    EmbeddingReply reply;
    reply.vectors = {"[1]", "[2]"};
    const QByteArray batch = embedCodec(Format::GeminiBatchEmbed).writeReply(reply, {}, {});
    QCOMPARE(batch, R"({"embeddings":[{"values":[1]},{"values":[2]}]})"_ba);
    reply.usage.known = true;
    reply.usage.promptTokens = 3;
    const QByteArray one = embedCodec(Format::GeminiEmbed).writeReply(reply, {}, {});
    QCOMPARE(one, R"({"embedding":{"values":[1]},"usageMetadata":{"promptTokenCount":3}})"_ba);
}

void GeminiEmbedTest::survivesDamage()
{
    const QByteArray body =
        R"({"requests":[{"model":"models/e","content":{"parts":[{"text":"a"},{"inlineData":{"mimeType":"image/png","data":"AA"}}]},"taskType":"RETRIEVAL_QUERY","outputDimensionality":5}]})";
    for (int step = 1; step < 3000; ++step) {
        const QByteArray text = damaged(body, step);
        if (const auto request = read(Format::GeminiBatchEmbed, text)) {
            if (const auto sent = write(*request))
                QVERIFY(JsonView::parse(sent->body).isObject());
        }
    }
}

QTEST_GUILESS_MAIN(GeminiEmbedTest)
#include "tst_geminiembed.moc"
