// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/jsonobjecttext.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <limits>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

//! What is written reads as the object that was meant.
class TestJsonObjectText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsAnObject();
    void readsAsWritten();
    void beginsAnewWhenTaken();
};

void TestJsonObjectText::emptyIsAnObject()
{
    QCOMPARE(JsonObjectText().take(), "{}"_ba);
}

void TestJsonObjectText::readsAsWritten()
{
    const QString odd = u"\"\\ \n\t\x01\x7f é 网关 \U0001F511 </script>"_s;
    JsonObjectText text;
    text.add("text", odd);
    text.add("empty", QString());
    text.add("list", QStringList{u"a"_s, odd, QString()});
    text.add("none", QStringList());
    text.add("number", std::numeric_limits<qint64>::min());
    text.add("yes", true);
    text.add("no", false);
    text.add("some", std::optional(odd));
    text.add("null", std::optional<QString>());
    text.addJson("object", R"({"a":[1,null]})");
    const Result<QJsonObject> read = parseObject(text.take());
    QVERIFY(read);
    const QJsonObject expected{
        {u"text"_s, odd},
        {u"empty"_s, QString()},
        {u"list"_s, QJsonArray{u"a"_s, odd, QString()}},
        {u"none"_s, QJsonArray()},
        {u"number"_s, std::numeric_limits<qint64>::min()},
        {u"yes"_s, true},
        {u"no"_s, false},
        {u"some"_s, odd},
        {u"null"_s, QJsonValue::Null},
        {u"object"_s, QJsonObject{{u"a"_s, QJsonArray{1, QJsonValue::Null}}}}};
    QCOMPARE(*read, expected);
}

void TestJsonObjectText::beginsAnewWhenTaken()
{
    JsonObjectText text;
    text.add("a", qint64(1));
    QCOMPARE(text.take(), R"({"a":1})"_ba);
    text.add("b", qint64(2));
    QCOMPARE(text.take(), R"({"b":2})"_ba);
}

QTEST_GUILESS_MAIN(TestJsonObjectText)
#include "tst_jsonobjecttext.moc"
