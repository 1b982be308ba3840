// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/embed.h"
#include "core/dialects/ollama/lists.h"
#include "core/dialects/wholereply.h"
#include "tests/core/dialects/codecruns.h"

#include <QtCore/QJsonArray>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

Result<EmbeddingRequest> read(const QByteArray &body)
{
    return ollamaEmbedCodec.readRequest(JsonView::parse(body));
}

const std::array models{ModelEntry{"fast", "gatehouse", 1'700'000'000},
                        ModelEntry{"a/b:c", "groq", 0}};

} // namespace

class OllamaEmbedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItRead_data();
    void writesWhatItRead();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void refusesWhatIsNoText();
    void carriesVectorsUnchanged();
    void servesTheOlderEndpoint();
    void listsModels();
    void showsAModel();
    void answersLoading();
    void survivesChangedBodies();
};

void OllamaEmbedTest::writesWhatItRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("one") << R"({"model":"upstream-model","input":"a"})"_ba;
    QTest::newRow("list") << R"({"model":"upstream-model","input":["a","b"],"dimensions":64,
        "truncate":false,"keep_alive":"5m","options":{"num_ctx":1}})"_ba;
}

void OllamaEmbedTest::writesWhatItRead()
{
    QFETCH(QByteArray, body);
    const auto request = read(body);
    QVERIFY(request);
    const auto written = ollamaEmbedCodec.writeRequest(*request, options());
    QVERIFY(written);
    QCOMPARE(object(written->body), object(body));
}

void OllamaEmbedTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing") << R"({"input":[]})"_ba << u"input"_s;
    QTest::newRow("number") << R"({"input":5})"_ba << u"input"_s;
    QTest::newRow("mixed") << R"({"input":["a",5]})"_ba << u"input"_s;
    QTest::newRow("dimensions") << R"({"input":"a","dimensions":"many"})"_ba << u"dimensions"_s;
}

void OllamaEmbedTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto request = read(body);
    QVERIFY(!request);
    QCOMPARE(request.error().path, path);
}

void OllamaEmbedTest::refusesWhatIsNoText()
{
    EmbeddingRequest request;
    request.inputs.push_back({{}, "[1,2]", {}});
    QCOMPARE(ollamaEmbedCodec.writeRequest(request, options()).error().path, u"input"_s);
    request.inputs = {{"a", {}, {}}};
    request.extras.push_back({"encoding", "1"});
    QCOMPARE(ollamaEmbedCodec.writeRequest(request, options()).error().path, u"encoding"_s);
}

void OllamaEmbedTest::carriesVectorsUnchanged()
{
    const QByteArray body = R"({"model":"m","embeddings":[[0.10,-1e-7],[1,-0.0]],
        "total_duration":0,"load_duration":0,"prompt_eval_count":4})"_ba;
    const auto reply = ollamaEmbedCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(reply->vectors, (std::vector<RawJson>{"[0.10,-1e-7]", "[1,-0.0]"}));
    QCOMPARE(reply->usage.promptTokens, 4);
    QCOMPARE(object(ollamaEmbedCodec.writeReply(*reply, {}, {})), object(body));
    QCOMPARE(scanReply(Format::OllamaEmbed, body).usage.promptTokens, 4);
    QVERIFY(!ollamaEmbedCodec.readReply(JsonView::parse("{}")));
}

void OllamaEmbedTest::servesTheOlderEndpoint()
{
    const auto request = ollamaEmbeddingsCodec.readRequest(
        JsonView::parse(R"({"model":"m","prompt":"a","keep_alive":"1m"})"));
    QVERIFY(request);
    QVERIFY(request->single);
    QCOMPARE(request->inputs[0].text, "a"_ba);
    QCOMPARE(ollamaEmbeddingsCodec.writeReply(
                 {.id = {}, .model = {}, .vectors = {"[1]"}, .usage = {}}, {}, {}),
             R"({"embedding":[1]})"_ba);
    QCOMPARE(ollamaEmbeddingsCodec.readRequest(JsonView::parse("{}")).error().path, u"prompt"_s);
}

void OllamaEmbedTest::listsModels()
{
    const QJsonArray tags = object(ollamaTagsBody(models))[u"models"].toArray();
    QCOMPARE(tags.size(), 2);
    QCOMPARE(tags[0][u"name"].toString(), u"fast"_s);
    QCOMPARE(tags[1][u"model"].toString(), u"a/b:c"_s);
    QCOMPARE(tags[0][u"modified_at"].toString(), u"2023-11-14T22:13:20Z"_s);
    QCOMPARE(tags[0][u"digest"].toString().size(), 64);
    const QJsonArray running =
        object(ollamaProcessesBody(models, 1'700'000'000))[u"models"].toArray();
    QCOMPARE(running[0][u"expires_at"].toString(), u"2023-11-14T22:13:20Z"_s);
    QCOMPARE(object(ollamaTagsBody({})), object(R"({"models":[]})"));
    QVERIFY(object(ollamaVersionBody())[u"version"].isString());
}

void OllamaEmbedTest::showsAModel()
{
    const QJsonObject shown = object(ollamaShowBody(models[0]));
    QVERIFY(shown[u"details"].isObject() && shown[u"model_info"].isObject());
    QCOMPARE(shown[u"capabilities"].toArray(), (QJsonArray{u"completion"_s, u"tools"_s}));
}

void OllamaEmbedTest::answersLoading()
{
    QCOMPARE(object(ollamaLoadedBody(Format::OllamaGenerate, "m", 1'700'000'000)),
             object(R"({"model":"m","created_at":"2023-11-14T22:13:20Z","response":"","done":true,
                    "done_reason":"load"})"));
    QVERIFY(object(ollamaLoadedBody(Format::OllamaChat, "m", 0))[u"message"].isObject());
}

void OllamaEmbedTest::survivesChangedBodies()
{
    const QByteArray body = R"({"model":"m","input":["a","b"],"prompt":"x","dimensions":64,
        "truncate":false,"keep_alive":"5m","embeddings":[[1,2],[3]],"prompt_eval_count":4})"_ba;
    mutate(body, 4000, [](const QByteArray &changed) {
        const JsonView view = JsonView::parse(changed);
        if (const auto request = ollamaEmbedCodec.readRequest(view)) {
            const auto written = ollamaEmbedCodec.writeRequest(*request, options());
            QVERIFY(written && JsonView::parse(written->body).isSound());
        }
        if (const auto reply = ollamaEmbedCodec.readReply(view))
            QVERIFY(JsonView::parse(ollamaEmbedCodec.writeReply(*reply, {}, {})).isSound());
        (void)ollamaEmbeddingsCodec.readRequest(view);
    });
}

QTEST_GUILESS_MAIN(OllamaEmbedTest)
#include "tst_ollamaembed.moc"
