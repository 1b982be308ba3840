// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/passingmodel.h"

#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestPassingModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheModel_data();
    void findsTheModel();
};

void TestPassingModel::findsTheModel_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("first") << R"({"model":"gpt","messages":[]})"_ba
                           << "gpt"_ba;
    QTest::newRow("last")
        << R"( { "messages" : [{"model":"no"}, "model"], "n":1, "model" : "gpt" })"_ba
        << "gpt"_ba;
    QTest::newRow("escapes") << R"({"a\"b\\":"\\","model":"a\u0041\"\/b"})"_ba
                             << R"(aA"/b)"_ba;
    QTest::newRow("deeper") << R"({"x":{"model":"no"}})"_ba
                            << ""_ba;
    QTest::newRow("as a value") << R"({"x":"model","y":"no"})"_ba
                                << ""_ba;
    QTest::newRow("a number") << R"({"model":1,"x":"no"})"_ba
                              << ""_ba;
    QTest::newRow("too long") << QByteArray(R"({"model":")" + QByteArray(300, 'x') + R"("})")
                              << ""_ba;
    QTest::newRow("a list") << R"([{"model":"no"}])"_ba
                            << ""_ba;
    QTest::newRow("no JSON") << "--form\r\n\"model\":\"no\""_ba
                             << ""_ba;
    QTest::newRow("after the end") << R"({} {"model":"no"})"_ba
                                   << ""_ba;
}

void TestPassingModel::findsTheModel()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, model);
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        PassingModel found;
        found.feed(QByteArrayView(body).first(cut));
        found.feed(QByteArrayView(body).sliced(cut));
        QCOMPARE(found.model(), model);
    }
    PassingModel byteByByte;
    for (const char c : body)
        byteByByte.feed(QByteArrayView(&c, 1));
    QCOMPARE(byteByByte.model(), model);
}

QTEST_APPLESS_MAIN(TestPassingModel)
#include "tst_passingmodel.moc"
