// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/toolids.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

bool isAllowed(const QByteArray &id)
{
    static const QRegularExpression allowed(u"^[a-zA-Z0-9_-]+$"_s);
    return allowed.match(QString::fromLatin1(id)).hasMatch();
}

} // namespace

class ToolIdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesSignatures_data();
    void carriesSignatures();
    void leavesForeignIdsAlone_data();
    void leavesForeignIdsAlone();
    void noticesDamage();
    void keepsItShort();
};

void ToolIdsTest::carriesSignatures_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("signature");
    QByteArray all;
    for (int c = 0; c < 256; ++c)
        all += char(c);
    QTest::newRow("base64") << "call_1"_ba
                            << "CpcBAdHtim8+/w=="_ba;
    QTest::newRow("url-safe base64") << "call_1"_ba
                                     << "CpcB_-8"_ba;
    QTest::newRow("text") << "call_1"_ba
                          << "skip_thought_signature_validator"_ba;
    QTest::newRow("any bytes") << "call_1"_ba << all;
    QTest::newRow("one byte") << "a"_ba
                              << "x"_ba;
    QTest::newRow("no id") << ""_ba
                           << "AAAA"_ba;
    QTest::newRow("id with a marker") << "x-gs0-AAAA-gs1-"_ba
                                      << "AAAA"_ba;
    QTest::newRow("signature with a marker") << "x"_ba
                                             << "-gs0--gs0--gs0-"_ba;
    QTest::newRow("other characters") << "functions.get_weather:0"_ba
                                      << "AAAA"_ba;
    QTest::newRow("not ASCII") << "f\xc3\xbcnf"_ba
                               << "AAAA"_ba;
    QTest::newRow("packed twice") << packToolId("call_1", "AAAA") << "BBBB"_ba;
    QTest::newRow("long") << "call_1"_ba << QByteArray(90'000, 'A');
}

void ToolIdsTest::carriesSignatures()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QByteArray, signature);
    const QByteArray packed = packToolId(id, signature);
    QVERIFY2(isAllowed(packed), packed.constData());
    const ToolId unpacked = unpackToolId(packed);
    QCOMPARE(unpacked.id, id);
    QCOMPARE(unpacked.signature, signature);
    QCOMPARE(plainToolId(packed), id);
}

void ToolIdsTest::leavesForeignIdsAlone_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id :
         {"", "call_abc", "toolu_01A09q90qw90lq917835lq9", "functions.get_weather:0", "D681PevKs",
          "-gs0-", "call-gs0-AAAAAAAEAAAAAAAA", "x-gs3-AAAAAAAAAAAAAAAAAAAA",
          "-gs0--gs0--gs0--gs0-", "call_1-gs0-AAAAAAAEBBBBBBBB", "\xff\xfe-gs0-AAAAAAAEBBBBBBBB"})
        QTest::addRow("%s", id) << QByteArray(id);
}

void ToolIdsTest::leavesForeignIdsAlone()
{
    QFETCH(const QByteArray, id);
    QCOMPARE(packToolId(id, {}), id);
    QCOMPARE(unpackToolId(id), (ToolId{id, {}}));
}

void ToolIdsTest::noticesDamage()
{
    const QByteArray packed = packToolId("call_1", "CpcBAdHtim8+/w==");
    for (qsizetype at = 0; at < packed.size(); ++at) {
        QByteArray damaged = packed;
        damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
        QCOMPARE(unpackToolId(damaged), (ToolId{damaged, {}}));
        QCOMPARE(plainToolId(packed.first(at)), packed.first(at));
    }
}

void ToolIdsTest::keepsItShort()
{
    const QByteArray signature = QByteArray(900, 'x').toBase64();
    QVERIFY(packToolId("call_1", signature).size() <= 6 + signature.size() + 20);
}

QTEST_GUILESS_MAIN(ToolIdsTest)
#include "tst_toolids.moc"
