// SPDX-License-Identifier: GPL-3.0-or-later
//! Answers of the simulated providers, in both dialects.

#include "core/base/json.h"
#include "core/demo/simulatedreply.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Demo;
using namespace Qt::StringLiterals;

namespace {

SimulatedRequest request(const QByteArray &more = {})
{
    const QByteArray body =
        R"({"model":"gpt-4o","messages":[{"role":"user","content":"Good day"}])" + more + "}";
    return SimulatedRequest::read(*parseObject(body), body.size());
}

//! The data of an event, parsed.
QJsonObject dataOf(const QByteArray &event)
{
    return *parseObject(event.mid(event.indexOf("data: ") + 6).trimmed());
}

} // namespace

class TestSimulatedReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheRequest();
    void readsTextParts();
    void saysThatItIsSimulated();
    void keepsTheTokenLimit();
    void wholeAndStreamedSayTheSame();
    void tellsUsageOnlyWhenAsked();
    void speaksMessagesToo();
    void listsModels();
};

void TestSimulatedReply::readsTheRequest()
{
    const SimulatedRequest read = request(R"(,"stream":true,"max_tokens":50)");
    QCOMPARE(read.model, u"gpt-4o"_s);
    QCOMPARE(read.lastWords, u"Good day"_s);
    QVERIFY(read.streamed);
    QCOMPARE(read.maxTokens, 50);
    QVERIFY(read.promptTokens > 0);
}

void TestSimulatedReply::readsTextParts()
{
    const QByteArray body(
        R"({"messages":[{"content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]}]})");
    QCOMPARE(SimulatedRequest::read(*parseObject(body), 10).lastWords, u"one two"_s);
}

void TestSimulatedReply::saysThatItIsSimulated()
{
    Dice dice(1);
    const QString text = simulatedWords(request(), 60, dice).join(u' ');
    QVERIFY(text.contains(u"no model was asked"_s));
    QVERIFY(text.contains(u"Good day"_s));
}

void TestSimulatedReply::keepsTheTokenLimit()
{
    Dice dice(1);
    QCOMPARE(simulatedWords(request(R"(,"max_tokens":5)"), 60, dice).size(), 5);
    QCOMPARE(simulatedWords(request(R"(,"max_completion_tokens":7)"), 60, dice).size(), 7);
}

void TestSimulatedReply::wholeAndStreamedSayTheSame()
{
    const QStringList words{u"one"_s, u"two"_s, u"three"_s};
    const SimulatedReply reply = openAiReply(request(), words, u"sample-1"_s, 1);
    const QJsonObject choice =
        parseObject(reply.whole)->value("choices"_L1).toArray().first().toObject();
    QCOMPARE(choice.value("message"_L1).toObject().value("content"_L1).toString(),
             u"one two three"_s);
    QString streamed;
    for (const QByteArray &piece : reply.pieces)
        streamed += dataOf(piece)
                        .value("choices"_L1)
                        .toArray()
                        .first()
                        .toObject()
                        .value("delta"_L1)
                        .toObject()
                        .value("content"_L1)
                        .toString();
    QCOMPARE(streamed.trimmed(), u"one two three"_s);
    QCOMPARE(reply.tail.back(), "data: [DONE]\n\n"_ba);
}

void TestSimulatedReply::tellsUsageOnlyWhenAsked()
{
    const QStringList words{u"one"_s};
    const SimulatedReply without = openAiReply(request(), words, u"a"_s, 1);
    const SimulatedReply with =
        openAiReply(request(R"(,"stream_options":{"include_usage":true})"), words, u"a"_s, 1);
    QCOMPARE(with.tail.size(), without.tail.size() + 1);
    const QJsonObject usage = dataOf(with.tail[1]).value("usage"_L1).toObject();
    QCOMPARE(usage.value("completion_tokens"_L1).toInt(), 1);
}

void TestSimulatedReply::speaksMessagesToo()
{
    const SimulatedReply reply = anthropicReply(request(), {u"one"_s, u"two"_s}, u"msg"_s);
    const QJsonObject whole = *parseObject(reply.whole);
    QCOMPARE(whole.value("type"_L1).toString(), u"message"_s);
    QCOMPARE(whole.value("usage"_L1).toObject().value("output_tokens"_L1).toInt(), 2);
    QVERIFY(reply.head.front().startsWith("event: message_start"));
    QVERIFY(reply.tail.back().startsWith("event: message_stop"));
    QCOMPARE(reply.pieces.size(), size_t(2));
}

void TestSimulatedReply::listsModels()
{
    const QJsonObject list = *parseObject(modelListBody({u"a"_s, u"b"_s}));
    QCOMPARE(list.value("data"_L1).toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestSimulatedReply)
#include "tst_simulatedreply.moc"
