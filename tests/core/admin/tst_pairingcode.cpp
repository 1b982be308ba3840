// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/pairingcode.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Admin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPairingCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadableAndNew()
    {
        PairingCode code(m_clock);
        const PairingCode::Offer offer = code.offer(u"anna"_s);
        static const QRegularExpression shape(u"^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"_s);
        QVERIFY2(shape.match(offer.code).hasMatch(), qPrintable(offer.code));
        QCOMPARE(offer.expires, m_clock.wall() + 10min);
        QVERIFY(code.offer(u"anna"_s).code != offer.code);
    }
    void isGoodOnce()
    {
        PairingCode code(m_clock);
        const QString text = code.offer(u"anna"_s).code;
        QCOMPARE(code.take(text).value_or(QString()), u"anna"_s);
        QVERIFY(!code.take(text));
        QVERIFY(!code.isOffered());
    }
    void isTakenAsPeopleTypeIt()
    {
        PairingCode code(m_clock);
        const QString text = code.offer(u"anna"_s).code;
        QCOMPARE(code.take(text.toLower().replace(u'-', u' ').replace(u'0', u'o')), u"anna"_s);
    }
    void endsAfterTenMinutes()
    {
        PairingCode code(m_clock);
        const QString text = code.offer(u"anna"_s).code;
        m_clock.advance(10min - 1ms);
        QVERIFY(code.isOffered());
        m_clock.advance(1ms);
        QVERIFY(!code.take(text));
    }
    void endsAfterFiveWrongTries()
    {
        PairingCode code(m_clock);
        const QString text = code.offer(u"anna"_s).code;
        for (int i = 0; i < PairingCode::mostTries - 1; ++i)
            QVERIFY(!code.take(u"WRONG-ONE"_s));
        QVERIFY(code.isOffered());
        QVERIFY(!code.take({}));
        QVERIFY(!code.take(text));
    }
    void theNewestAloneIsGood()
    {
        PairingCode code(m_clock);
        const QString first = code.offer(u"anna"_s).code;
        const QString second = code.offer(u"ben"_s).code;
        QVERIFY(!code.take(first));
        QCOMPARE(code.take(second), u"ben"_s);
    }
    void nothingIsNoCode()
    {
        PairingCode code(m_clock);
        QVERIFY(!code.take({}));
        QVERIFY(!code.take(u"0000-0000"_s));
    }

private:
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestPairingCode)
#include "tst_pairingcode.moc"
