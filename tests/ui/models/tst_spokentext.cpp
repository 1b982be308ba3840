// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spokentext.h"

#include <QtTest/QTest>

using namespace Gatehouse::Ui;
using namespace Qt::StringLiterals;

class TestSpokenText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests_data();
    void readsRequests();
    void readsAnswers_data();
    void readsAnswers();
};

void TestSpokenText::readsRequests_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("turns");
    QTest::newRow("openai") << QString::fromUtf8(
        R"({"messages":[{"role":"system","content":"Be brief"},
        {"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image_url"}]}]})")
                            << u"system=Be brief|user=Hi"_s;
    QTest::newRow("anthropic") << QString::fromUtf8(R"({"system":"Be brief","messages":[
        {"role":"user","content":[{"type":"text","text":"Hi"}]}]})")
                               << u"system=Be brief|user=Hi"_s;
    QTest::newRow("gemini") << QString::fromUtf8(
        R"({"systemInstruction":{"parts":[{"text":"Be brief"}]},
        "contents":[{"role":"user","parts":[{"text":"Hi"}]}]})")
                            << u"system=Be brief|user=Hi"_s;
    QTest::newRow("responses") << QString::fromUtf8(R"({"instructions":"Be brief","input":"Hi"})")
                               << u"system=Be brief|user=Hi"_s;
    QTest::newRow("embeddings") << QString::fromUtf8(R"({"input":["Hi","Ho"]})")
                                << u"user=Hi|user=Ho"_s;
    QTest::newRow("cut off") << QString::fromUtf8(R"({"messages":[{"role":"user","con)")
                             << QString();
}

void TestSpokenText::readsRequests()
{
    QFETCH(const QString, body);
    QFETCH(const QString, turns);
    QStringList found;
    for (const SpokenTurn &turn : spokenRequest(body))
        found.append(QString(turn.speaker + u'=' + turn.text));
    QCOMPARE(found.join(u'|'), turns);
}

void TestSpokenText::readsAnswers_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("openai") << QString::fromUtf8(
        R"({"choices":[{"message":{"content":"Well met"}}]})");
    QTest::newRow("openai stream")
        << u"data: {\"choices\":[{\"delta\":{\"content\":\"Well\"}}]}\n\n"
           "data: {\"choices\":[{\"delta\":{\"content\":\" met\"}}]}\n\ndata: [DONE]\n\n"_s;
    QTest::newRow("anthropic") << QString::fromUtf8(
        R"({"content":[{"type":"text","text":"Well met"}]})");
    QTest::newRow("anthropic stream")
        << u"event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":"
           "{\"type\":\"text_delta\",\"text\":\"Well\"}}\n\nevent: content_block_delta\n"
           "data: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\" met\"}}\n\n"_s;
    QTest::newRow("gemini") << QString::fromUtf8(
        R"({"candidates":[{"content":{"parts":[{"text":"Well met"}]}}]})");
    QTest::newRow("ollama lines")
        << u"{\"message\":{\"content\":\"Well\"}}\n{\"message\":{\"content\":\" met\"}}\n"_s;
    QTest::newRow("responses") << QString::fromUtf8(
        R"({"output":[{"content":[{"type":"output_text","text":"Well met"}]}]})");
    QTest::newRow("responses stream")
        << u"data: {\"type\":\"response.output_text.delta\",\"delta\":\"Well\"}\n\n"
           "data: {\"type\":\"response.output_text.delta\",\"delta\":\" met\"}\n\n"
           "data: {\"type\":\"response.output_text.done\",\"text\":\"Well met\"}\n\n"_s;
}

void TestSpokenText::readsAnswers()
{
    QFETCH(const QString, body);
    QCOMPARE(spokenAnswer(body), u"Well met"_s);
}

QTEST_GUILESS_MAIN(TestSpokenText)
#include "tst_spokentext.moc"
