// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/errors.h"
#include "core/dialects/gemini/path.h"
#include "tests/support/geminisamples.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::GeminiSamples;
using namespace Qt::StringLiterals;

class GeminiPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesCallsApart_data();
    void takesCallsApart();
    void knowsLists();
    void leavesOtherPathsAlone_data();
    void leavesOtherPathsAlone();
    void tellsHowToStream();
    void buildsTargets_data();
    void buildsTargets();
    void findsItsOwnTargets();
    void listsModels();
};

void GeminiPathTest::takesCallsApart_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("model");
    const auto row = [](const char *path, Format format, const char *model) {
        QTest::newRow(path) << QByteArray(path) << format << QByteArray(model);
    };
    row("/v1beta/models/gemini-2.5-flash:generateContent", Format::GeminiGenerate,
        "gemini-2.5-flash");
    row("/v1/models/gemini-2.5-flash:generateContent", Format::GeminiGenerate, "gemini-2.5-flash");
    row("/v1beta/models/google%2Fgemini:generateContent", Format::GeminiGenerate, "google/gemini");
    row("/v1beta/models%2Fgoogle%2Fgemini:generateContent", Format::GeminiGenerate,
        "google/gemini");
    row("/v1beta/models/openai/gpt-4o:streamGenerateContent", Format::GeminiGenerate,
        "openai/gpt-4o");
    row("/v1beta/models/llama3:8b:generateContent", Format::GeminiGenerate, "llama3:8b");
    row("/v1beta/models/llama3%3A8b:countTokens", Format::GeminiCountTokens, "llama3:8b");
    row("/v1beta/models/e:embedContent", Format::GeminiEmbed, "e");
    row("/v1beta/models/e:batchEmbedContents", Format::GeminiBatchEmbed, "e");
    row("/v1beta/tunedModels/mine:generateContent", Format::GeminiGenerate, "tunedModels/mine");
}

void GeminiPathTest::takesCallsApart()
{
    QFETCH(const QByteArray, path);
    QFETCH(const Format, format);
    QFETCH(const QByteArray, model);
    const auto found = geminiPath(path);
    QVERIFY(found.has_value());
    QCOMPARE(found->kind, GeminiPath::Kind::Call);
    QCOMPARE(found->format, format);
    QCOMPARE(found->model, model);
}

void GeminiPathTest::knowsLists()
{
    QCOMPARE(geminiPath("/v1beta/models")->kind, GeminiPath::Kind::ListModels);
    const auto one = geminiPath("/v1beta/models/openai%2Fgpt-4o");
    QCOMPARE(one->kind, GeminiPath::Kind::Model);
    QCOMPARE(one->model, "openai/gpt-4o"_ba);
    QCOMPARE(geminiPath("/v1beta/models/llama3:8b")->model, "llama3:8b"_ba);
}

void GeminiPathTest::leavesOtherPathsAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"", "/", "/v1beta", "/v1beta/", "/v1/models", "/v1/models/gpt-4o", "/v1/chat/completions",
          "/v1beta/models/", "/v1beta/models/:generateContent", "/v1beta/:generateContent",
          "/v1beta/files", "/v1beta/models/%00:generateContent", "/v1beta/models/%ff:countTokens",
          "/v2/models/x:generateContent", "/v1beta/tunedModels/:generateContent",
          "/v1beta/openai/chat/completions"})
        QTest::addRow("%s", path) << QByteArray(path);
}

void GeminiPathTest::leavesOtherPathsAlone()
{
    QFETCH(const QByteArray, path);
    QVERIFY(!geminiPath(path));
}

void GeminiPathTest::tellsHowToStream()
{
    constexpr QByteArrayView path = "/v1beta/models/x:streamGenerateContent";
    QVERIFY(geminiPath(path)->stream && geminiPath(path)->jsonList);
    QVERIFY(!geminiPath(path, "key=a&alt=sse")->jsonList);
    QVERIFY(geminiPath(path, "alt=json")->jsonList);
    const auto whole = geminiPath("/v1beta/models/x:generateContent", "alt=sse");
    QVERIFY(!whole->stream && !whole->jsonList);
}

void GeminiPathTest::buildsTargets_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *base, const char *model, const char *target) {
        QTest::newRow(target) << QByteArray(base) << QByteArray(model) << QByteArray(target);
    };
    row("", "gemini-x", "/v1beta/models/gemini-x:generateContent");
    row("/v1beta", "models/gemini-y", "/v1beta/models/gemini-y:generateContent");
    row("/v1", "gemini-z", "/v1/models/gemini-z:generateContent");
    row("/proxy", "g", "/proxy/v1beta/models/g:generateContent");
    row("", "openai/gpt:4", "/v1beta/models/openai%2Fgpt%3A4:generateContent");
    row("", "tunedModels/mine", "/v1beta/tunedModels/mine:generateContent");
    row("/v1/projects/p/locations/l/publishers/google", "g",
        "/v1/projects/p/locations/l/publishers/google/models/g:generateContent");
}

void GeminiPathTest::buildsTargets()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, target);
    QCOMPARE(geminiTarget(Format::GeminiGenerate, base, model, false), target);
}

void GeminiPathTest::findsItsOwnTargets()
{
    const QByteArray streamed = geminiTarget(Format::GeminiGenerate, "", "a/b:c d\xc3\xa9", true);
    const QList<QByteArray> halves = streamed.split('?');
    QCOMPARE(halves[1], "alt=sse"_ba);
    const auto found = geminiPath(halves[0], halves[1]);
    QCOMPARE(found->model, "a/b:c d\xc3\xa9"_ba);
    QVERIFY(found->stream && !found->jsonList);
    QCOMPARE(geminiPath(geminiTarget(Format::GeminiBatchEmbed, "", "x", false))->format,
             Format::GeminiBatchEmbed);
}

void GeminiPathTest::listsModels()
{
    const ModelEntry model{.id = "openai/gpt", .ownedBy = "o", .created = 1};
    const QJsonObject one = json(modelBody(Family::Gemini, model));
    QCOMPARE(one[u"name"].toString(), u"models/openai/gpt"_s);
    QVERIFY(one[u"supportedGenerationMethods"].toArray().contains(u"generateContent"_s));
    const QJsonObject list = json(modelListBody(Family::Gemini, {&model, 1}));
    QCOMPARE(list[u"models"][0].toObject(), one);
    QCOMPARE(json(modelListBody(Family::Gemini, {}))[u"models"].toArray().size(), 0);
}

QTEST_GUILESS_MAIN(GeminiPathTest)
#include "tst_geminipath.moc"
