// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/yamltext.h"
#include "core/config/jsonreader.h"
#include "core/config/yamlreader.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Config;
using namespace Qt::StringLiterals;

//! Both text readers: what they have in common is tested on both.
class tst_YamlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesScalars_data();
    void typesScalars();
    void readsBlocksAndFlows();
    void tellsLines();
    void tellsLineOfTheNearestParent();
    void repeatsAliases();
    void refusesBadYaml_data();
    void refusesBadYaml();
    void refusesBillionLaughs();
    void refusesDepth();
    void refusesLargeTexts();
    void survivesEveryCut_data();
    void survivesEveryCut();
    void readsWhatTheWriterWrites();

    void readsJson();
    void readsJsonKeysWithEscapes();
    void tellsLinesOfJson();
    void refusesBadJson_data();
    void refusesBadJson();
};

void tst_YamlReader::typesScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *text, const QJsonValue &value) {
        QTest::addRow("%s", text) << QByteArray(text) << value;
    };
    row("1", 1);
    row("-7", -7);
    row("+7", 7);
    row("0x1F", 31);
    row("0o17", 15);
    row("010", 10);
    row("9007199254740993", QJsonValue(qint64(9007199254740993)));
    row("1.5", 1.5);
    row(".5", 0.5);
    row("1e3", 1000);
    row("0.10", 0.1);
    row(".inf", u".inf"_s);
    row(".nan", u".nan"_s);
    row("1.2.3", u"1.2.3"_s);
    row("0x", u"0x"_s);
    row("0o9", u"0o9"_s);
    row("-", QJsonArray{QJsonValue::Null});
    row("true", true);
    row("False", false);
    row("yes", u"yes"_s);
    row("no", u"no"_s);
    row("on", u"on"_s);
    row("null", QJsonValue::Null);
    row("~", QJsonValue::Null);
    row("", QJsonValue::Null);
    row("\"1\"", u"1"_s);
    row("'true'", u"true"_s);
    row("\"\"", u""_s);
    row("''", u""_s);
    row("2027-01-01", u"2027-01-01"_s);
    row("5s", u"5s"_s);
    row("127.0.0.1:4417", u"127.0.0.1:4417"_s);
    row("|\n  a\n  b\n", u"a\nb\n"_s);
    row("gr\303\274n", u"grün"_s);
}

void tst_YamlReader::typesScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, value);
    const bool isBlock = text == "-";
    const auto tree = readYaml("a:" + QByteArray(isBlock ? "\n" : " ") + text + "\n");
    QVERIFY2(tree.has_value(), tree ? "" : qPrintable(tree.error().detail));
    QCOMPARE(tree->root.value("a"_L1), value);
}

void tst_YamlReader::readsBlocksAndFlows()
{
    const auto tree = readYaml("a:\n  - {b: [1, two], c: }\n  - d: {}\n    e: []\n");
    QVERIFY(tree.has_value());
    const QByteArray expected = "{\"a\":[{\"b\":[1,\"two\"],\"c\":null},{\"d\":{},\"e\":[]}]}"_ba;
    QCOMPARE(QJsonDocument(tree->root).toJson(QJsonDocument::Compact), expected);
}

void tst_YamlReader::tellsLines()
{
    const auto tree = readYaml("# top\na:\n  - b: 1\n    c:\n      - x\n      - y\nd: 2\n");
    QVERIFY(tree.has_value());
    QCOMPARE(tree->lineOf(u"a"_s), 2);
    QCOMPARE(tree->lineOf(u"a[0]"_s), 3);
    QCOMPARE(tree->lineOf(u"a[0].b"_s), 3);
    QCOMPARE(tree->lineOf(u"a[0].c"_s), 4);
    QCOMPARE(tree->lineOf(u"a[0].c[1]"_s), 6);
    QCOMPARE(tree->lineOf(u"d"_s), 7);
}

void tst_YamlReader::tellsLineOfTheNearestParent()
{
    const auto tree = readYaml("a:\n  - b: 1\n");
    QVERIFY(tree.has_value());
    QCOMPARE(tree->lineOf(u"a[0].missing.deeper"_s), 2);
    QCOMPARE(tree->lineOf(u"other"_s), 1);
    QCOMPARE(SourceTree{}.lineOf(u"other"_s), 0);
}

void tst_YamlReader::repeatsAliases()
{
    const auto tree = readYaml("a: &x {b: [1, 2]}\nc: *x\nd: &y text\ne: [*y, *y]\n");
    QVERIFY(tree.has_value());
    QCOMPARE(tree->root.value("c"_L1), tree->root.value("a"_L1));
    QCOMPARE(tree->root.value("e"_L1), (QJsonArray{u"text"_s, u"text"_s}));
}

void tst_YamlReader::refusesBadYaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char *name, const QByteArray &text, const QString &fragment) {
        QTest::newRow(name) << text << fragment;
    };
    row("key twice", "a: 1\nb: 2\na: 3\n", u"line 3: the key \"a\" is given twice"_s);
    row("nested key twice", "a: {b: 1,\n b: 2}\n", u"line 2: the key \"b\" is given twice"_s);
    row("open list", "a: [1\nb: 2\n", u"line 2, column"_s);
    row("tab", "a:\n\t- 1\n", u"line 2, column 2"_s);
    row("bad indent", "a:\n  b: 1\n c: 2\n", u"line 3, column"_s);
    row("unknown alias", "a: *x\n", u"line 1, column"_s);
    row("alias inside itself", "a: &x [*x]\n", u"inside what it repeats"_s);
    row("alias as key", "a: &x b\n*x : 1\n", u"not an alias"_s);
    row("list as key", "? [a]\n: 1\n", u"a key must be a text"_s);
    row("tag", "a: !!python/object:os.system x\n", u"tags such as"_s);
    row("tagged map", "a: !x {}\n", u"tags such as"_s);
    row("two documents", "a: 1\n---\nb: 2\n", u"second document"_s);
    row("list at the top", "- a\n", u"is an object"_s);
    row("text at the top", "hello\n", u"is an object"_s);
    row("not UTF-8", "a: \xff\xfe\n", u"not UTF-8"_s);
    row("UTF-16", QByteArray("a\0:\0 \0\x31\0", 8), u"not UTF-8"_s);
}

void tst_YamlReader::refusesBadYaml()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fragment);
    const auto tree = readYaml(text);
    QVERIFY(!tree.has_value());
    QCOMPARE(tree.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(tree.error().detail.contains(fragment), qPrintable(tree.error().detail));
}

void tst_YamlReader::refusesBillionLaughs()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        text += QByteArray(", " + before).repeated(9) + "]\n";
    }
    const auto tree = readYaml(text);
    QVERIFY(!tree.has_value());
    QVERIFY(tree.error().detail.contains("more than 100000 values"_L1));
}

void tst_YamlReader::refusesDepth()
{
    const auto nested = [](int depth) -> QByteArray {
        return "a: " + QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth) + "\n";
    };
    QVERIFY(readYaml(nested(63)).has_value());
    const auto deep = readYaml(nested(64));
    QVERIFY(!deep.has_value());
    QVERIFY(deep.error().detail.contains("deeper than 64"_L1));
    QVERIFY(!readYaml(nested(100'000)).has_value());
    const QByteArray json =
        "{\"a\": " + QByteArray("[").repeated(64) + QByteArray("]").repeated(64) + '}';
    QVERIFY(!readJson(json).has_value());
}

void tst_YamlReader::refusesLargeTexts()
{
    const QByteArray text(4 * 1024 * 1024 + 1, '#');
    QCOMPARE(readYaml(text).error().code, ErrorCode::LimitExceeded);
    QCOMPARE(readJson(text).error().code, ErrorCode::LimitExceeded);
    QVERIFY(readYaml(text.first(4 * 1024 * 1024)).has_value());
}

void tst_YamlReader::survivesEveryCut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << "a: &x\n  - {b: \"q\\u00e9\", c: 'it''s'}\nd: *x\ne: |\n  text\n"_ba;
    QTest::newRow("json") << R"({"a": [1, {"b": "\u00e9\"", "c": -1.5e3}], "d": null})"_ba;
}

void tst_YamlReader::survivesEveryCut()
{
    QFETCH(QByteArray, text);
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const QByteArray cut = text.first(length);
        const auto yaml = readYaml(cut);
        const auto json = readJson(cut);
        QVERIFY(yaml.has_value() || !yaml.error().detail.isEmpty());
        QVERIFY(json.has_value() || !json.error().detail.isEmpty());
    }
    QVERIFY(readYaml(text).has_value());
}

void tst_YamlReader::readsWhatTheWriterWrites()
{
    QJsonObject texts;
    for (const QString &text : {u""_s,
                                u"plain"_s,
                                u"true"_s,
                                u"No"_s,
                                u"null"_s,
                                u"~"_s,
                                u"12"_s,
                                u"1e3"_s,
                                u"0x1F"_s,
                                u"a: b"_s,
                                u"# no comment"_s,
                                u"- x"_s,
                                u" blanks "_s,
                                u"two\nlines\ttab"_s,
                                u"\"q\" \\"_s,
                                u"Größe 金额 😀"_s,
                                u"env:KEY"_s,
                                u"2026-11-22"_s,
                                u"*"_s,
                                u"&a"_s,
                                u"%"_s,
                                u"\u0007"_s})
        texts.insert(QString(u"key "_s + text), text);
    const QJsonObject whole{
        {u"version"_s, 1},
        {u"texts"_s, texts},
        {u"numbers"_s, QJsonArray{0, -7, 2.5, 1e20, 123456789}},
        {u"flags"_s, QJsonArray{true, false, QJsonValue()}},
        {u"empty"_s, QJsonObject{{u"list"_s, QJsonArray()}, {u"object"_s, QJsonObject()}}},
        {u"rows"_s,
         QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"in"_s, QJsonArray{QJsonArray{1, 2}, u"x"_s}}},
                    QJsonObject{}, QJsonArray{QJsonObject{{u"b"_s, 1}}}}}};
    const QByteArray text = Api::yamlText(whole, {u"version"_s});
    const auto tree = readYaml(text);
    QVERIFY2(tree, tree ? "" : qPrintable(tree.error().detail));
    QCOMPARE(QJsonDocument(tree->root).toJson(), QJsonDocument(whole).toJson());
    QVERIFY(text.startsWith("version: 1\n"));
    QCOMPARE(Api::yamlText({}), "{}\n");
}

void tst_YamlReader::readsJson()
{
    const QByteArray text = R"( {"a": [1, -2.5, true, null, "x,]}"], "b": {"c": "\\"}} )";
    const auto tree = readJson("\xEF\xBB\xBF" + text);
    QVERIFY2(tree.has_value(), tree ? "" : qPrintable(tree.error().detail));
    QCOMPARE(tree->root, QJsonDocument::fromJson(text).object());
}

void tst_YamlReader::readsJsonKeysWithEscapes()
{
    const auto tree = readJson("{\"a\\u0062\": 1, \"\\\"\": 2}");
    QVERIFY(tree.has_value());
    QCOMPARE(tree->root.value("ab"_L1), QJsonValue(1));
    QCOMPARE(tree->root.value("\""_L1), QJsonValue(2));
}

void tst_YamlReader::tellsLinesOfJson()
{
    const auto tree = readJson("{\n\"a\": [\n1,\n{\"b\":\n2}]}");
    QVERIFY(tree.has_value());
    QCOMPARE(tree->lineOf(u"a"_s), 2);
    QCOMPARE(tree->lineOf(u"a[0]"_s), 3);
    QCOMPARE(tree->lineOf(u"a[1].b"_s), 4);
}

void tst_YamlReader::refusesBadJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("empty") << ""_ba << u"line 1, column 1"_s;
    QTest::newRow("trailing comma") << "{\"a\": [1,\n]}"_ba << u"line 2, column"_s;
    QTest::newRow("comment") << "{\n# x\n}"_ba << u"line 2, column"_s;
    QTest::newRow("key twice") << "{\"a\": 1,\n\"\\u0061\": 2}"_ba
                               << u"line 2: the key \"a\" is given twice"_s;
    QTest::newRow("list") << "[1]"_ba << u"is an object"_s;
    QTest::newRow("rest") << "{} {}"_ba << u"line 1, column"_s;
}

void tst_YamlReader::refusesBadJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fragment);
    const auto tree = readJson(text);
    QVERIFY(!tree.has_value());
    QVERIFY2(tree.error().detail.contains(fragment), qPrintable(tree.error().detail));
}

QTEST_GUILESS_MAIN(tst_YamlReader)
#include "tst_yamlreader.moc"
