// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timerange.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class TimeRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsWhatItWrites();
    void refusesWhatIsNoSpan_data();
    void refusesWhatIsNoSpan();
    void saysTheSpan_data();
    void saysTheSpan();
    void asksForIt();
};

void TimeRangeTest::readsWhatItWrites()
{
    const QString text = u"2026-11-01T00:00/2026-11-21T13:30"_s;
    const auto span = chosenSpan(text);
    QVERIFY(span);
    QCOMPARE(span->text(), text);
    QCOMPARE(span->lastDay(), QDate(2026, 11, 21));
    QCOMPARE(chosenSpan(u"2026-11-01T00:00/2026-11-21T00:00"_s)->lastDay(), QDate(2026, 11, 20));
}

void TimeRangeTest::refusesWhatIsNoSpan_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("named") << u"24h"_s;
    QTest::newRow("all time") << QString();
    QTest::newRow("backwards") << u"2026-11-02T00:00/2026-11-01T00:00"_s;
    QTest::newRow("no moment") << u"2026-11-02T00:00/now"_s;
}

void TimeRangeTest::refusesWhatIsNoSpan()
{
    QFETCH(QString, text);
    QVERIFY(!chosenSpan(text));
}

void TimeRangeTest::saysTheSpan_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("words");
    QTest::newRow("days") << u"2026-11-01T00:00/2026-11-21T00:00"_s << u"1 Nov – 20 Nov"_s;
    QTest::newRow("one day") << u"2026-11-01T00:00/2026-11-02T00:00"_s << u"1 Nov"_s;
    QTest::newRow("hours") << u"2026-11-01T09:15/2026-11-02T00:00"_s
                           << u"1 Nov 09:15 – 1 Nov 23:59"_s;
}

void TimeRangeTest::saysTheSpan()
{
    QFETCH(QString, range);
    QTEST(chosenSpan(range)->words(), "words");
    QVERIFY(!chosenSpan(range)->days().contains(u':'));
}

void TimeRangeTest::asksForIt()
{
    QUrlQuery named;
    addRange(named, u"7d"_s);
    QCOMPARE(named.toString(), u"since=7d"_s);
    QUrlQuery all;
    addRange(all, {});
    QVERIFY(all.isEmpty());
    QUrlQuery chosen;
    addRange(chosen, u"2026-11-01T00:00/2026-11-21T00:00"_s);
    QCOMPARE(chosen.queryItemValue(u"since"_s), u"2026-11-01T00:00"_s);
    QCOMPARE(chosen.queryItemValue(u"until"_s), u"2026-11-21T00:00"_s);
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::TimeRangeTest)
#include "tst_timerange.moc"
