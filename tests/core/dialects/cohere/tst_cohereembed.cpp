// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/embed.h"
#include "core/dialects/wholereply.h"
#include "tests/core/dialects/codecruns.h"

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

EmbeddingRequest asked()
{
    EmbeddingRequest request;
    request.inputs.push_back({"a", {}, {}});
    return request;
}

} // namespace

class CohereEmbedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTexts();
    void writesImages();
    void mapsInputTypes_data();
    void mapsInputTypes();
    void refusesByName();
    void readsVectors();
    void survivesChanges();
};

void CohereEmbedTest::writesTexts()
{
    EmbeddingRequest request = asked();
    request.inputs.push_back({"b", {}, {}});
    request.dimensions = 256;
    request.truncate = false;
    request.user = "u";
    const auto written = cohereEmbedCodec.writeRequest(request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body), object(R"({"model":"upstream-model",
        "input_type":"search_document","texts":["a","b"],"embedding_types":["float"],
        "output_dimension":256,"truncate":"NONE"})"));
    QCOMPARE(written->dropped, std::vector{"user"_ba});
}

void CohereEmbedTest::writesImages()
{
    EmbeddingRequest request = asked();
    Part image{.kind = PartKind::Image};
    image.media.mimeType = "image/png";
    image.media.data = "AAAA";
    request.inputs.push_back({{}, {}, {image}});
    const auto written = cohereEmbedCodec.writeRequest(request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body), object(R"({"model":"upstream-model",
        "input_type":"search_document","inputs":[{"content":[{"type":"text","text":"a"}]},
        {"content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}],
        "embedding_types":["float"]})"));
}

void CohereEmbedTest::mapsInputTypes_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("meant");
    QTest::newRow("query") << "search_query"_ba << u"search_query"_s;
    QTest::newRow("Gemini's") << "RETRIEVAL_QUERY"_ba << u"search_query"_s;
    QTest::newRow("passage") << "passage"_ba << u"search_document"_s;
    QTest::newRow("clusters") << "clustering"_ba << u"clustering"_s;
    QTest::newRow("classes") << "classification"_ba << u"classification"_s;
}

void CohereEmbedTest::mapsInputTypes()
{
    QFETCH(QByteArray, said);
    QFETCH(QString, meant);
    EmbeddingRequest request = asked();
    request.inputType = said;
    const auto written = cohereEmbedCodec.writeRequest(request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body)[u"input_type"].toString(), meant);
}

void CohereEmbedTest::refusesByName()
{
    const auto refusal = [](const EmbeddingRequest &request) {
        return cohereEmbedCodec.writeRequest(request, options()).error().path;
    };
    EmbeddingRequest request = asked();
    request.inputType = "poetry";
    QCOMPARE(refusal(request), u"input_type"_s);
    request = asked();
    request.inputs[0].tokens = "[1]";
    QCOMPARE(refusal(request), u"input"_s);
    request = asked();
    request.inputs.resize(97);
    QCOMPARE(refusal(request), u"input"_s);
    request = asked();
    request.extras.push_back({"late_chunking", "true"});
    QCOMPARE(refusal(request), u"late_chunking"_s);
}

void CohereEmbedTest::readsVectors()
{
    const QByteArray body = R"({"id":"e","embeddings":{"float":[[0.10,-1e-7],[2,3]]},
        "texts":["a","b"],"meta":{"billed_units":{"input_tokens":7}}})"_ba;
    const auto reply = cohereEmbedCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(reply->vectors, (std::vector<RawJson>{"[0.10,-1e-7]", "[2,3]"}));
    QCOMPARE(reply->usage.promptTokens, 7);
    QCOMPARE(scanReply(Format::CohereEmbed, body).usage.promptTokens, 7);
    for (const char *broken : {"{}", R"({"embeddings":{"float":[]}})", R"({"embeddings":[1]})"})
        QVERIFY(!cohereEmbedCodec.readReply(JsonView::parse(broken)));
}

void CohereEmbedTest::survivesChanges()
{
    const QByteArray body = R"({"id":"e","embeddings":{"float":[[0.10,-1e-7],[2,3]]},
        "meta":{"billed_units":{"input_tokens":7}}})"_ba;
    mutate(body, 3000, [](const QByteArray &changed) {
        (void)cohereEmbedCodec.readReply(JsonView::parse(changed));
    });
}

QTEST_GUILESS_MAIN(CohereEmbedTest)
#include "tst_cohereembed.moc"
