// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonview.h"

#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

//! \a text in memory of exactly its size, so that a sanitizer sees a read past its end.
struct Exact {
    explicit Exact(const QByteArray &text)
        : bytes(std::make_unique<char[]>(std::size_t(text.size())))
        , view(bytes.get(), text.size())
    {
        std::copy(text.begin(), text.end(), bytes.get());
    }
    std::unique_ptr<char[]> bytes;
    QByteArrayView view;
};

//! Uses every reader on everything inside.
qint64 touch(JsonView view)
{
    qint64 sum = view.string().size() + view.integer().value_or(0) % 7 + qint64(view.isEmpty());
    sum += qint64(view.real().value_or(0) > 0) + view.size() + view["a"].raw().size();
    for (const JsonView element : view)
        sum += touch(element);
    view.forEachMember(
        [&sum](const QByteArray &key, JsonView value) { sum += key.size() + touch(value); });
    return sum;
}

} // namespace

class TestJsonView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsSoundTexts_data();
    void tellsSoundTexts();
    void boundsTheDepth();
    void readsValues();
    void readsNumbers_data();
    void readsNumbers();
    void unescapes_data();
    void unescapes();
    void findsMembers();
    void walksLists();
    void neverReadsOutside();
    void readsWhatThereIsOfUnsoundText_data();
    void readsWhatThereIsOfUnsoundText();
};

void TestJsonView::tellsSoundTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("sound");
    for (const char *text : {"{}",
                             "[]",
                             "0",
                             "-0",
                             "-0.0",
                             "1e5",
                             "1E-07",
                             "true",
                             "false",
                             "null",
                             "\"\"",
                             " [ ] ",
                             "[1,2 , 3]",
                             "{\"a\" : 1 , \"a\":2}",
                             "\"\\u0000\\ud800\\/\"",
                             "\"\x7f\"",
                             "\"é\"",
                             "[[[]],{}]",
                             "\t\r\n1\n",
                             "{\"\":{}}"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"",
                             " ",
                             "{",
                             "}",
                             "[",
                             "]",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "{1:1}",
                             "01",
                             "1.",
                             ".5",
                             "+1",
                             "-",
                             "1e",
                             "0x1",
                             "NaN",
                             "Infinity",
                             "tru",
                             "True",
                             "nul",
                             "nulll",
                             "\"",
                             "\"\\\"",
                             "\"\\x\"",
                             "\"\\u12\"",
                             "\"\\u12g4\"",
                             "\"\t\"",
                             "\"a\nb\"",
                             "1 2",
                             "{} {}",
                             "[]]",
                             "// c\n1",
                             "\"\xff\"",
                             "\"\xc0\x80\"",
                             "\"\xed\xa0\x80\"",
                             "\xef\xbb\xbf{}",
                             "[1}",
                             "{\"a\":1]"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void TestJsonView::tellsSoundTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, sound);
    const Exact exact(text);
    QCOMPARE(JsonView::parse(exact.view).isSound(), sound);
}

void TestJsonView::boundsTheDepth()
{
    const auto nested = [](int depth) -> QByteArray {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };
    QVERIFY(JsonView::parse(nested(JsonView::maxDepth)).isSound());
    QVERIFY(!JsonView::parse(nested(JsonView::maxDepth + 2)).isSound());
    QVERIFY(!JsonView::parse(nested(1'000'000)).isSound());
    QVERIFY(!JsonView::parse(QByteArray("{\"a\":").repeated(200'000)).isSound());
}

void TestJsonView::readsValues()
{
    const JsonView view = JsonView::parse("{\"n\":null,\"t\":true,\"s\":\"x\",\"o\":{},\"l\":[ ]}");
    QVERIFY(!view["n"].exists());
    QVERIFY(!view["missing"].exists());
    QVERIFY(view["n"].rawCopy().isEmpty());
    QVERIFY(view["t"].isTrue());
    QVERIFY(!view["s"].isTrue() && !view["s"].integer() && !view["s"].boolean());
    QVERIFY(view["s"].equals("x") && !view["s"].equals("xy"));
    QVERIFY(view["o"].isEmpty() && view["l"].isEmpty() && !view["t"].isEmpty());
    QVERIFY(view["s"]["deeper"]["still"].string().isEmpty());
    QCOMPARE(view.size(), 5);
    QCOMPARE(view["l"].raw(), QByteArrayView("[ ]"));
}

void TestJsonView::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<qint64>("whole");
    QTest::newRow("largest") << "9223372036854775807"_ba << true << Q_INT64_C(9223372036854775807);
    QTest::newRow("too large") << "9223372036854775808"_ba << false << 0LL;
    QTest::newRow("negative") << "-5"_ba << true << -5LL;
    QTest::newRow("whole fraction") << "5.0"_ba << true << 5LL;
    QTest::newRow("exponent") << "1e3"_ba << true << 1000LL;
    QTest::newRow("fraction") << "0.5"_ba << false << 0LL;
    QTest::newRow("beyond a double") << "1e400"_ba << false << 0LL;
    QTest::newRow("inexact") << "1e300"_ba << false << 0LL;
}

void TestJsonView::readsNumbers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isWhole);
    QFETCH(const qint64, whole);
    const JsonView view = JsonView::parse(text);
    QVERIFY(view.isNumber());
    QCOMPARE(view.rawCopy(), text);
    QCOMPARE(view.integer().has_value(), isWhole);
    QCOMPARE(view.integer().value_or(0), whole);
}

void TestJsonView::unescapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("plain") << "\"a\""_ba
                           << "a"_ba;
    QTest::newRow("names") << "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""_ba
                           << "\"\\/\b\f\n\r\t"_ba;
    QTest::newRow("unicode") << "\"\\u00e9x\\u20AC\""_ba
                             << "éx€"_ba;
    QTest::newRow("pair") << "\"\\ud83d\\ude00!\""_ba
                          << "😀!"_ba;
    QTest::newRow("lone high") << "\"a\\ud800b\""_ba
                               << "a\xef\xbf\xbd"
                                  "b"_ba;
    QTest::newRow("lone low") << "\"\\udc00\""_ba
                              << "\xef\xbf\xbd"_ba;
    QTest::newRow("two highs") << "\"\\ud800\\ud83d\\ude00\""_ba
                               << "\xef\xbf\xbd😀"_ba;
    QTest::newRow("zero") << "\"a\\u0000b\""_ba << QByteArray("a\0b", 3);
    QTest::newRow("slash at the end") << "\"\\\\\""_ba
                                      << "\\"_ba;
}

void TestJsonView::unescapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, wanted);
    const Exact exact(text);
    QCOMPARE(JsonView::parse(exact.view).string(), wanted);
}

void TestJsonView::findsMembers()
{
    const QByteArray text = "{ \"a\" : 1 , \"\\u0062\" : [\"}\",{\"a\":9}] ,\"a\":2,\"c\\\"d\":3}";
    const JsonView view = JsonView::parse(text);
    QCOMPARE(view["a"].integer(), std::optional<qint64>(1)); // the first of that name
    QVERIFY(view["b"].isList());
    QCOMPARE(view["c\"d"].integer(), std::optional<qint64>(3));
    QByteArrayList keys;
    view.forEachMember([&keys](const QByteArray &key, JsonView) { keys += key; });
    QCOMPARE(keys, (QByteArrayList{"a", "b", "a", "c\"d"}));
    QByteArrayList raw;
    view.forEachRawMember([&raw](QByteArrayView key, JsonView) { raw += key.toByteArray(); });
    QCOMPARE(raw, (QByteArrayList{"a", "\\u0062", "a", "c\\\"d"}));
}

void TestJsonView::walksLists()
{
    const JsonView view = JsonView::parse("[ 1 , \"]\" , [2] ,{\"a\":[3]} ]");
    QCOMPARE(view.size(), 4);
    QCOMPARE(view.at(1).string(), "]"_ba);
    QCOMPARE(view.at(3)["a"].at(0).integer(), std::optional<qint64>(3));
    QVERIFY(!view.at(4).exists() && !view.at(-1).exists());
    int count = 0;
    for ([[maybe_unused]] const JsonView element : view["none"])
        ++count;
    QCOMPARE(count, 0);
}

//! Sound or not, in whole or cut anywhere, by parse() or taken on trust.
void TestJsonView::neverReadsOutside()
{
    const QByteArray text =
        "{\"a\":[1,-2.5e3,\"x\\n\\ud83d\\ude00\",{\"b\":null}],\"c\":{\"d\":[true,false]}}";
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const Exact exact(text.left(length));
        QCOMPARE(JsonView::parse(exact.view).isSound(), length == text.size());
        (void)touch(JsonView::parse(exact.view));
        (void)touch(JsonView::trusted(exact.view));
    }
    quint32 seed = 5;
    for (int round = 0; round < 50000; ++round) {
        QByteArray mutated = text;
        for (int change = 0; change < 2; ++change) {
            seed = seed * 1664525 + 1013904223;
            static constexpr QByteArrayView bytes = "{}[]\",:0n\\u1e- \x80";
            mutated[qsizetype((seed >> 8) % quint32(mutated.size()))] =
                bytes[(seed >> 3) % bytes.size()];
        }
        const Exact exact(mutated);
        (void)touch(JsonView::parse(exact.view));
        (void)touch(JsonView::trusted(exact.view));
    }
}

void TestJsonView::readsWhatThereIsOfUnsoundText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, members);
    const Exact exact(text);
    const JsonView view = JsonView::trusted(exact.view);
    QCOMPARE(view.size(), members);
    QVERIFY(view["z"].raw().isEmpty());
    QVERIFY(view.string().isEmpty());
    (void)touch(view);
}

void TestJsonView::readsWhatThereIsOfUnsoundText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("members");
    const std::pair<const char *, qsizetype> texts[] = {{"", 0},
                                                        {"\"", 0},
                                                        {"{", 0},
                                                        {"[", 0},
                                                        {"{\"", 0},
                                                        {"{\"z", 0},
                                                        {"{\"z\"", 0},
                                                        {"{\"z\" ", 0},
                                                        {"{\"z\":", 0},
                                                        {"{\"z\": ", 0},
                                                        {"{\"z\":}", 0},
                                                        {"{\"z\" 1}", 0},
                                                        {"{\"\\\"", 0},
                                                        {"{\"a\":1,\"", 1},
                                                        {"{\"a\":1,", 1},
                                                        {"{\"a\":\"", 1},
                                                        {"{\"a\":1 \"b\"", 1},
                                                        {"[1,", 2},
                                                        {"[1}", 1},
                                                        {"[,", 2},
                                                        {"[\"", 1},
                                                        {"}", 0},
                                                        {",", 0},
                                                        {"{\"a\":[1,{\"b\":\"", 1}};
    for (const auto &[text, members] : texts)
        QTest::addRow("<%s>", text) << QByteArray(text) << members;
}

QTEST_GUILESS_MAIN(TestJsonView)
#include "tst_jsonview.moc"
