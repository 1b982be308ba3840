// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void namesTheLine_data();
    void namesTheLine();
    void takesAnyCut();
    void keepsFormulasFromRunning();
};

void TestCsv::readsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("cells");
    QTest::newRow("plain") << "a,b\n1,2\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("no last line end") << "a,b\n1,2"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("windows") << "a,b\r\n1,2\r\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("semicolons") << "a;b\n1,5;2\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1,5"_s, u"2"_s}};
    QTest::newRow("quoted") << "a,\"b \"\"c\"\"\nd\"\n"_ba << QList<QStringList>{{u"a"_s, u"b \"c\"\nd"_s}};
    QTest::newRow("empty lines") << "\na,b\n\n1,\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, QString()}};
}

void TestCsv::readsRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, cells);
    const auto rows = readCsv(text);
    QVERIFY(rows);
    QList<QStringList> read;
    for (const CsvRow &row : *rows)
        read.append(row.cells);
    QCOMPARE(read, cells);
}

void TestCsv::namesTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("open quotation") << "a,b\n1,\"2\n3,4\n"_ba << u"line 2"_s;
    QTest::newRow("after quotation") << "a,b\n1,2\n\"3\"4,5\n"_ba << u"line 3"_s;
    QTest::newRow("no text") << "a,\xff\n"_ba << u"line 1"_s;
}

void TestCsv::namesTheLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const auto rows = readCsv(text);
    QVERIFY(!rows);
    QCOMPARE(rows.error().path, path);
    QVERIFY(!readCsv("a,b,c\n", {.columns = 2}));
    QVERIFY(!readCsv("a\nb\nc\n", {.rows = 2}));
    QVERIFY(!readCsv("abcdef", {.bytes = 3}));
}

void TestCsv::takesAnyCut()
{
    const QByteArray text("day,\"a \"\"b\"\"\"\r\n1,\xc3\xa4\r\n\r\n2,3\n");
    for (qsizetype size = 0; size <= text.size(); ++size)
        (void)readCsv(text.first(size)).has_value(); // neither hangs nor reads past the end
}

void TestCsv::keepsFormulasFromRunning()
{
    QCOMPARE(csvCell(u"=1+1"_s), "'=1+1"_ba);
    QCOMPARE(csvCell(u"a,\"b\""_s), "\"a,\"\"b\"\"\""_ba);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
