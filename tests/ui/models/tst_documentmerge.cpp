// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/documentmerge.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Gatehouse::Ui;

class TestDocumentMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothSides_data();
    void keepsBothSides();
};

void TestDocumentMerge::keepsBothSides_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                        const char *merged) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                            << QByteArray(merged);
    };
    row("other members", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":1,"b":3})",
        R"({"a":2,"b":3})");
    row("the same member is mine", R"({"a":1})", R"({"a":2})", R"({"a":3})", R"({"a":2})");
    row("removed here", R"({"a":1,"b":1})", R"({"b":1})", R"({"a":1,"b":2})", R"({"b":2})");
    row("removed there", R"({"a":1,"b":1})", R"({"a":1,"b":2})", R"({"b":1})", R"({"b":2})");
    row("items by id", R"({"l":[{"id":"x","v":1},{"id":"y","v":1}]})",
        R"({"l":[{"id":"x","v":2},{"id":"y","v":1},{"id":"z"}]})",
        R"({"l":[{"id":"w"},{"id":"x","v":1},{"id":"y","v":3}]})",
        R"({"l":[{"id":"w"},{"id":"x","v":2},{"id":"y","v":3},{"id":"z"}]})");
    row("an item removed here", R"({"l":[{"id":"x"},{"id":"y"}]})", R"({"l":[{"id":"y"}]})",
        R"({"l":[{"id":"x"},{"id":"y"},{"id":"z"}]})", R"({"l":[{"id":"y"},{"id":"z"}]})");
    row("an item removed there", R"({"l":[{"id":"x"},{"id":"y"}]})",
        R"({"l":[{"id":"x"},{"id":"y","v":2}]})", R"({"l":[{"id":"y"}]})",
        R"({"l":[{"id":"y","v":2}]})");
    row("plain lists are mine", R"({"l":[1]})", R"({"l":[1,2]})", R"({"l":[3]})", R"({"l":[1,2]})");
}

void TestDocumentMerge::keepsBothSides()
{
    const auto object = [](const QByteArray &json) {
        return QJsonDocument::fromJson(json).object();
    };
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, mine);
    QFETCH(const QByteArray, theirs);
    QFETCH(const QByteArray, merged);
    QCOMPARE(mergedDocument(object(base), object(mine), object(theirs)), object(merged));
}

QTEST_GUILESS_MAIN(TestDocumentMerge)
#include "tst_documentmerge.moc"
