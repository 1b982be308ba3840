// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/vertex/path.h"
#include "core/dialects/vertex/rawpredict.h"

#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class VertexPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesModelsApart_data();
    void takesModelsApart();
    void buildsTargets_data();
    void buildsTargets();
    void keepsNamesInTheirSegment();
    void movesTheVersionIntoTheBody();
    void keepsEveryOtherMember();
};

void VertexPathTest::takesModelsApart_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("publisher");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("Gemini") << "gemini-2.5-pro"_ba
                            << "google"_ba
                            << "gemini-2.5-pro"_ba;
    QTest::newRow("Claude") << "claude-sonnet-4-5@20250929"_ba
                            << "anthropic"_ba
                            << "claude-sonnet-4-5@20250929"_ba;
    QTest::newRow("named") << "meta/llama-3"_ba
                           << "meta"_ba
                           << "llama-3"_ba;
    QTest::newRow("whole") << "projects/p/locations/l/publishers/google/models/gemini-3"_ba
                           << "google"_ba
                           << "gemini-3"_ba;
    QTest::newRow("half") << "publishers/google"_ba
                          << "publishers"_ba
                          << "google"_ba;
    QTest::newRow("empty") << ""_ba
                           << "google"_ba
                           << ""_ba;
}

void VertexPathTest::takesModelsApart()
{
    QFETCH(QByteArray, model);
    const VertexModel read = vertexModel(model);
    QTEST(read.publisher, "publisher");
    QTEST(read.name, "name");
}

void VertexPathTest::buildsTargets_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("call");
    QTest::addColumn<QByteArray>("tail");
    const auto row = [](const char *model, VertexCall call, const char *tail) {
        QTest::newRow(tail) << QByteArray(model) << int(call) << QByteArray(tail);
    };
    row("gemini-3", VertexCall::Generate, "google/models/gemini-3:generateContent");
    row("gemini-3", VertexCall::StreamGenerate,
        "google/models/gemini-3:streamGenerateContent?alt=sse");
    row("gemini-3", VertexCall::CountTokens, "google/models/gemini-3:countTokens");
    row("claude-x@1", VertexCall::RawPredict, "anthropic/models/claude-x@1:rawPredict");
    row("claude-x@1", VertexCall::StreamRawPredict, "anthropic/models/claude-x@1:streamRawPredict");
    row("claude-x@1", VertexCall::CountTokens, "anthropic/models/count-tokens:rawPredict");
}

void VertexPathTest::buildsTargets()
{
    QFETCH(QByteArray, model);
    QFETCH(int, call);
    QFETCH(QByteArray, tail);
    const VertexPlace place{.project = "office-1", .location = "us-east5"};
    QCOMPARE(vertexTarget(place, {}, vertexModel(model), VertexCall(call)),
             "/v1/projects/office-1/locations/us-east5/publishers/" + tail);
    QCOMPARE(vertexTarget(place, "/base/v1beta1", vertexModel(model), VertexCall(call)),
             "/base/v1beta1/projects/office-1/locations/us-east5/publishers/" + tail);
    QCOMPARE(vertexOpenAiTarget(place, {}),
             "/v1/projects/office-1/locations/us-east5/endpoints/openapi/chat/completions"_ba);
}

void VertexPathTest::keepsNamesInTheirSegment()
{
    const QByteArray target =
        vertexTarget({.project = "a/b", .location = "l?x"}, {},
                     {.publisher = "google", .name = "m:x/../y"}, VertexCall::Generate);
    QCOMPARE(target,
             "/v1/projects/a%2Fb/locations/l%3Fx/publishers/google/models/"
             "m%3Ax%2F..%2Fy:generateContent"_ba);
}

void VertexPathTest::movesTheVersionIntoTheBody()
{
    const QByteArray body = R"({"model":"claude-x","max_tokens":5,"anthropic_version":"old"})";
    const JsonView view = JsonView::parse(body);
    QCOMPARE(cloudMessagesBody(view, vertexMessagesVersion),
             R"({"anthropic_version":"vertex-2023-10-16","max_tokens":5})"_ba);
    QCOMPARE(cloudMessagesBody(view, vertexMessagesVersion, ModelMember::Keep),
             R"({"anthropic_version":"vertex-2023-10-16","model":"claude-x","max_tokens":5})"_ba);
    QCOMPARE(cloudMessagesBody(JsonView::parse("[1]"), vertexMessagesVersion), "[1]"_ba);
}

void VertexPathTest::keepsEveryOtherMember()
{
    const QByteArray body = R"({ "temperature" : -0.0, "messages" : [ {"role" : "user"} ],)"
                            R"( "m\u006fdel":"x", "stream":true, "odd":1e-7 })";
    QCOMPARE(cloudMessagesBody(JsonView::parse(body), "v"),
             R"({"anthropic_version":"v","temperature":-0.0,"messages":[ {"role" : "user"} ],)"
             R"("stream":true,"odd":1e-7})"_ba);
}

QTEST_GUILESS_MAIN(VertexPathTest)
#include "tst_vertexpath.moc"
