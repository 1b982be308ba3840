// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/rerank.h"
#include "core/dialects/wholereply.h"
#include "tests/core/dialects/codecruns.h"

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

Result<RerankRequest> read(const QByteArray &body)
{
    return commonRerankCodec.readRequest(JsonView::parse(body));
}

Quirks voyage()
{
    Quirks quirks{.name = "voyage", .title = "Voyage"};
    quirks.rerankTopN = "top_k";
    quirks.takesDocumentObjects = false;
    return quirks;
}

} // namespace

class RerankTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItRead();
    void writesAProvidersWords();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void readsAnswers_data();
    void readsAnswers();
    void refusesAnswersThatAreNone_data();
    void refusesAnswersThatAreNone();
    void writesReplies();
    void addsDocumentsThatWereAskedFor();
    void survivesChanges();
};

void RerankTest::writesWhatItRead()
{
    const QByteArray body = R"({"model":"upstream-model","query":"q","documents":["a",
        {"text":"b","title":"t"}],"top_n":2,"return_documents":false,"max_tokens_per_doc":5})"_ba;
    const auto request = read(body);
    QVERIFY(request);
    const auto written = commonRerankCodec.writeRequest(*request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body), object(body));
}

void RerankTest::writesAProvidersWords()
{
    const Quirks quirks = voyage();
    const WriteOptions options{.model = "rerank-2.5", .quirks = quirks};
    auto request = read(R"({"model":"m","query":"q","documents":["a",{"text":"b"}],"top_n":1})"_ba);
    QVERIFY(request);
    const auto written = commonRerankCodec.writeRequest(*request, options);
    QVERIFY(written);
    QCOMPARE(object(written->body), object(R"({"model":"rerank-2.5","query":"q",
        "documents":["a","b"],"top_k":1})"));
    request->documents.push_back(R"({"image":"x"})");
    QCOMPARE(commonRerankCodec.writeRequest(*request, options).error().path, u"documents[2]"_s);
}

void RerankTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("query") << R"({"query":5,"documents":["a"]})"_ba << u"query"_s;
    QTest::newRow("no documents") << R"({"query":"q","documents":[]})"_ba << u"documents"_s;
    QTest::newRow("document") << R"({"query":"q","documents":["a",5]})"_ba << u"documents[1]"_s;
    QTest::newRow("top n") << R"({"query":"q","documents":["a"],"top_n":0})"_ba << u"top_n"_s;
    QTest::newRow("top k") << R"({"query":"q","documents":["a"],"top_k":"x"})"_ba << u"top_k"_s;
}

void RerankTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto request = read(body);
    QVERIFY(!request);
    QCOMPARE(request.error().path, path);
}

void RerankTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<qint64>("units"); // -1: none
    QTest::newRow("Cohere") << R"({"id":"r","results":[{"index":1,"relevance_score":0.90},
        {"index":0,"relevance_score":1e-7}],"meta":{"billed_units":{"search_units":1}}})"_ba
                            << qint64(0) << qint64(1);
    QTest::newRow("Jina") << R"({"model":"j","results":[{"index":1,"relevance_score":0.90,
        "document":{"text":"b"}},{"index":0,"relevance_score":1e-7}],
        "usage":{"total_tokens":38,"prompt_tokens":38}})"_ba
                          << qint64(38) << qint64(-1);
    QTest::newRow("Voyage") << R"({"object":"list","data":[{"index":1,"relevance_score":0.90,
        "document":"b"},{"index":0,"relevance_score":1e-7}],"usage":{"total_tokens":26}})"_ba
                            << qint64(26) << qint64(-1);
}

void RerankTest::readsAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, tokens);
    QFETCH(qint64, units);
    const auto reply = commonRerankCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(reply->results.size(), 2U);
    QCOMPARE(reply->results[0].index, 1);
    QCOMPARE(reply->results[0].score, "0.90"_ba);
    QCOMPARE(reply->results[1].score, "1e-7"_ba);
    QCOMPARE(reply->usage.promptTokens, tokens);
    QCOMPARE(reply->searchUnits.value_or(-1), units);
    const WholeReply whole = scanReply(Format::Rerank, body);
    QVERIFY(!whole.hasFailed);
    QCOMPARE(whole.usage.promptTokens, tokens);
}

void RerankTest::refusesAnswersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("no list") << R"({"results":{}})"_ba;
    QTest::newRow("no score") << R"({"results":[{"index":0}]})"_ba;
    QTest::newRow("no index") << R"({"results":[{"relevance_score":0.5}]})"_ba;
    QTest::newRow("negative") << R"({"results":[{"index":-1,"relevance_score":0.5}]})"_ba;
}

void RerankTest::refusesAnswersThatAreNone()
{
    QFETCH(QByteArray, body);
    const auto reply = commonRerankCodec.readReply(JsonView::parse(body));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Corrupt);
}

void RerankTest::writesReplies()
{
    RerankReply reply;
    reply.results.push_back({1, "0.90", "\"b\""});
    reply.results.push_back({0, "1e-7", {}});
    reply.searchUnits = 1;
    reply.usage = {.promptTokens = 5, .known = true};
    const ReplyContext context{.requestId = "req_1", .model = "m"};
    QCOMPARE(object(commonRerankCodec.writeReply(reply, context)), object(R"({"id":"req_1",
        "model":"m","results":[{"index":1,"relevance_score":0.90,"document":{"text":"b"}},
        {"index":0,"relevance_score":1e-7}],"meta":{"billed_units":{"search_units":1}},
        "usage":{"prompt_tokens":5,"total_tokens":5}})"));
}

void RerankTest::addsDocumentsThatWereAskedFor()
{
    auto request = read(R"({"query":"q","documents":["a"],"return_documents":true})"_ba);
    QVERIFY(request);
    RerankReply reply;
    reply.results.push_back({0, "1", {}});
    reply.results.push_back({7, "1", {}});
    addDocuments(*request, reply);
    QCOMPARE(reply.results[0].document, "\"a\""_ba);
    QVERIFY(reply.results[1].document.isEmpty());
    Quirks quirks = voyage();
    quirks.takesReturnDocuments = false;
    const auto written = commonRerankCodec.writeRequest(*request, {.model = "m", .quirks = quirks});
    QVERIFY(written && !written->body.contains("return_documents"));
}

void RerankTest::survivesChanges()
{
    const QByteArray body = R"({"model":"m","query":"q","documents":["a",{"text":"b"}],"top_n":2,
        "results":[{"index":1,"relevance_score":0.90,"document":{"text":"b"}}],
        "usage":{"total_tokens":38},"meta":{"billed_units":{"search_units":1}}})"_ba;
    mutate(body, 4000, [](const QByteArray &changed) {
        const JsonView view = JsonView::parse(changed);
        if (const auto request = commonRerankCodec.readRequest(view)) {
            const auto written = commonRerankCodec.writeRequest(*request, options());
            QVERIFY(written && JsonView::parse(written->body).isSound());
        }
        if (const auto reply = commonRerankCodec.readReply(view))
            QVERIFY(JsonView::parse(commonRerankCodec.writeReply(*reply, {})).isSound());
    });
}

QTEST_GUILESS_MAIN(RerankTest)
#include "tst_rerank.moc"
