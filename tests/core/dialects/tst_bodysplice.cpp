// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bodysplice.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

RequestScan scanOf(QByteArray &body)
{
    RequestScanner scanner;
    const auto result = scanner.scan(Format::OpenAiChat, body);
    return result ? *result : RequestScan();
}

QByteArray joined(const std::vector<QByteArray> &parts)
{
    QByteArray all;
    for (const QByteArray &part : parts)
        all += part;
    return all;
}

QByteArray spliced(QByteArray body, QByteArrayView model, bool usage)
{
    const RequestScan scan = scanOf(body);
    return joined(spliceBody(body, scan, model, usage));
}

} // namespace

class BodySpliceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhatItMust_data();
    void changesOnlyWhatItMust();
    void returnsUnchangedBodyItself();
    void sharesLargeBodies();
    void escapesTheModel();
    void knowsWhenUsageIsMissing();
};

void BodySpliceTest::changesOnlyWhatItMust_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("usage");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("model")
        << R"( { "model" : "fast", "seed":9007199254740993 , "messages" : [ ] } )"_ba << false
        << R"( { "model" : "up", "seed":9007199254740993 , "messages" : [ ] } )"_ba;
    QTest::newRow("model last") << R"({"messages":[],"model":"fast"})"_ba << false
                                << R"({"messages":[],"model":"up"})"_ba;
    QTest::newRow("no options")
        << R"({"model":"f","stream":true,"messages":[]})"_ba << true
        << R"({"model":"up","stream":true,"stream_options":{"include_usage":true},"messages":[]})"_ba;
    QTest::newRow("stream before model")
        << R"({"messages":[],"stream": true ,"model":"f"})"_ba << true
        << R"({"messages":[],"stream": true,"stream_options":{"include_usage":true} ,"model":"up"})"_ba;
    QTest::newRow("null options")
        << R"({"model":"f","stream":true,"stream_options":null,"messages":[]})"_ba << true
        << R"({"model":"up","stream":true,"stream_options":{"include_usage":true},"messages":[]})"_ba;
    QTest::newRow("empty options")
        << R"({"model":"f","stream":true,"stream_options":{},"messages":[]})"_ba << true
        << R"({"model":"up","stream":true,"stream_options":{"include_usage":true},"messages":[]})"_ba;
    QTest::newRow("other option")
        << R"({"stream_options":{"x":1},"model":"f","stream":true,"messages":[]})"_ba << true
        << R"({"stream_options":{"include_usage":true,"x":1},"model":"up","stream":true,"messages":[]})"_ba;
    QTest::newRow("switched off")
        << R"({"model":"f","stream":true,"stream_options":{"include_usage": false},"messages":[]})"_ba
        << true
        << R"({"model":"up","stream":true,"stream_options":{"include_usage": true},"messages":[]})"_ba;
    QTest::newRow("already asked")
        << R"({"model":"f","stream":true,"stream_options":{"include_usage":true},"messages":[]})"_ba
        << true
        << R"({"model":"up","stream":true,"stream_options":{"include_usage":true},"messages":[]})"_ba;
    QTest::newRow("not streamed") << R"({"model":"f","stream":false,"messages":[]})"_ba << true
                                  << R"({"model":"up","stream":false,"messages":[]})"_ba;
}

void BodySpliceTest::changesOnlyWhatItMust()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, usage);
    QFETCH(QByteArray, expected);
    QCOMPARE(spliced(body, "up", usage), expected);
    // The same through the path for large bodies.
    const QByteArray filler = QByteArray(20'000, ' ');
    QCOMPARE(spliced(body + filler, "up", usage), expected + filler);
}

void BodySpliceTest::returnsUnchangedBodyItself()
{
    QByteArray body = R"({"model":"same","messages":[]})";
    const RequestScan scan = scanOf(body);
    const auto parts = spliceBody(body, scan, "same", false);
    QCOMPARE(parts.size(), size_t(1));
    QCOMPARE(parts.front().constData(), body.constData());
}

void BodySpliceTest::sharesLargeBodies()
{
    QByteArray body =
        R"({"model":"fast","messages":[{"content":")" + QByteArray(50'000, 'x') + R"("}]})";
    const RequestScan scan = scanOf(body);
    const auto parts = spliceBody(body, scan, "up", false);
    QCOMPARE(parts.size(), size_t(3));
    QCOMPARE(parts.front().constData(), body.constData());
    QCOMPARE(parts.back().constData(), body.constData() + scan.modelValue.end);
}

void BodySpliceTest::escapesTheModel()
{
    const QByteArray result = spliced(R"({"model":"f","messages":[]})", "a\"b\\c\x01", false);
    const QJsonObject object = QJsonDocument::fromJson(result).object();
    QCOMPARE(object[u"model"_s].toString(), u"a\"b\\c\u0001"_s);
}

void BodySpliceTest::knowsWhenUsageIsMissing()
{
    QByteArray body = R"({"model":"f","stream":true,"messages":[]})";
    const RequestScan scan = scanOf(body);
    QVERIFY(needsUsageInjected(Format::OpenAiChat, scan));
    QVERIFY(needsUsageInjected(Format::OpenAiCompletions, scan));
    QVERIFY(!needsUsageInjected(Format::OpenAiResponses, scan));
    QVERIFY(!needsUsageInjected(Format::AnthropicMessages, scan));
    QByteArray asked =
        R"({"model":"f","stream":true,"stream_options":{"include_usage":true},"messages":[]})";
    QVERIFY(!needsUsageInjected(Format::OpenAiChat, scanOf(asked)));
    QByteArray whole = R"({"model":"f","messages":[]})";
    QVERIFY(!needsUsageInjected(Format::OpenAiChat, scanOf(whole)));
}

QTEST_GUILESS_MAIN(BodySpliceTest)
#include "tst_bodysplice.moc"
