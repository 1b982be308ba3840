// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestJsonWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesCommas();
    void writesEveryKind();
    void leavesOutWhatIsNotGiven();
    void appends();
    void escapesSoThatItReadsBack();
};

void TestJsonWriter::placesCommas()
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject().member("a", 1).key("b").beginList().endList().key("c").beginObject();
    json.endObject().key("d").beginList().number(1).beginObject().endObject().string("x").null();
    json.endList().endObject();
    QCOMPARE(out, "{\"a\":1,\"b\":[],\"c\":{},\"d\":[1,{},\"x\",null]}"_ba);
}

void TestJsonWriter::writesEveryKind()
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject().member("text", "t").member("bytes", QByteArray("b")).member("yes", true);
    json.member("number", qint64(-9223372036854775807)).rawMember("raw", "-0.0").endObject();
    QCOMPARE(out,
             "{\"text\":\"t\",\"bytes\":\"b\",\"yes\":true,\"number\":-9223372036854775807,"
             "\"raw\":-0.0}"_ba);
}

void TestJsonWriter::leavesOutWhatIsNotGiven()
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject().ifGiven("a", QByteArray()).ifGiven("b", std::optional<qint64>());
    json.ifGiven("c", std::optional<bool>(false)).rawIfGiven("d", {}).rawIfGiven("e", "[]");
    json.ifGiven("f", std::optional<qint64>(0)).endObject();
    QCOMPARE(out, "{\"c\":false,\"e\":[],\"f\":0}"_ba);
}

void TestJsonWriter::appends()
{
    QByteArray out = "data: ";
    JsonWriter(out).beginObject().endObject();
    QCOMPARE(out, "data: {}"_ba);
}

void TestJsonWriter::escapesSoThatItReadsBack()
{
    QByteArray every;
    for (int c = 0; c < 128; ++c)
        every += char(c);
    every += "é€😀\xe2\x80\xa8";
    QByteArray out;
    JsonWriter(out).beginObject().member(every, every).endObject();
    const JsonView view = JsonView::parse(out);
    QVERIFY(view.isSound());
    QCOMPARE(view[every].string(), every);
    QVERIFY(!out.contains('\n'));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
