// SPDX-License-Identifier: GPL-3.0-or-later
//! What contracts and months come to.
#include "core/reports/commitments.h"
#include "core/reports/forecast.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Reports;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dollar = 1'000'000'000;

Commitment commitment(qint64 amount, const QDate &today, const QList<qint64> &days)
{
    Api::Contract contract;
    contract.id = u"office"_s;
    contract.provider = u"openai"_s;
    contract.amount = amount * dollar;
    contract.from = u"2026-11-01"_s;
    contract.until = u"2026-11-30"_s;
    Commitment made{.contract = contract, .today = today, .days = {}};
    for (const qint64 day : days)
        made.days.append(day * dollar);
    return made;
}

} // namespace

class TestCommitments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAhead_data();
    void looksAhead();
    void forecastNeedsAWeek();
    void forecastTakesWeekdays();
    void forecastOfTheLastDay();
};

void TestCommitments::looksAhead_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QList<qint64>>("days");
    QTest::addColumn<QString>("state");
    QTest::addColumn<qint64>("expected");
    QTest::addColumn<QString>("usedUpOn");
    const QList<qint64> tenDays{10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
    QTest::newRow("too slow") << qint64(1000) << QDate(2026, 11, 10) << tenDays << u"behind"_s << qint64(300) << QString();
    QTest::newRow("on track") << qint64(300) << QDate(2026, 11, 10) << tenDays << u"on_track"_s << qint64(300) << u"2026-11-30"_s;
    QTest::newRow("too fast") << qint64(200) << QDate(2026, 11, 10) << tenDays << u"ahead"_s << qint64(300) << u"2026-11-20"_s;
    QTest::newRow("used up") << qint64(55) << QDate(2026, 11, 10) << tenDays << u"used_up"_s << qint64(300) << u"2026-11-06"_s;
    QTest::newRow("not begun") << qint64(100) << QDate(2026, 10, 10) << QList<qint64>() << u"not_begun"_s << qint64(0) << QString();
    QTest::newRow("over") << qint64(1000) << QDate(2026, 12, 2) << QList<qint64>(30, 10) << u"over"_s << qint64(300) << QString();
    QTest::newRow("today does not slow the pace") << qint64(1000) << QDate(2026, 11, 3) << QList<qint64>{10, 10, 0} << u"behind"_s << qint64(290) << QString();
}

void TestCommitments::looksAhead()
{
    QFETCH(qint64, amount);
    QFETCH(QDate, today);
    QFETCH(QList<qint64>, days);
    QFETCH(QString, state);
    QFETCH(qint64, expected);
    QFETCH(QString, usedUpOn);
    const CommitmentOutlook outlook = outlookOf(commitment(amount, today, days));
    QCOMPARE(commitmentStateName(outlook.state), state);
    QCOMPARE(outlook.expected, expected * dollar);
    QCOMPARE(outlook.usedUpOn.toString(Qt::ISODate), usedUpOn);
    QCOMPARE(outlook.unused, std::max<qint64>(amount - expected, 0) * dollar);
}

void TestCommitments::forecastNeedsAWeek()
{
    QMap<QDate, qint64> days;
    const QDate today(2026, 11, 22);
    for (int back = 0; back <= 4; ++back)
        days.insert(today.addDays(-back), dollar);
    const SpendForecast forecast = forecastSpend(days, today);
    QVERIFY(!forecast.isKnown());
    QCOMPARE(forecast.missingDays, 3);
    QCOMPARE(forecast.soFar, 5 * dollar);
    QCOMPARE(forecastSpend({}, today).missingDays, SpendForecast::needsDays);
}

//! Working days cost ten dollars, weekends one; one day was an accident.
void TestCommitments::forecastTakesWeekdays()
{
    QMap<QDate, qint64> days;
    const QDate today(2026, 11, 22); // a Sunday
    for (QDate day = today.addDays(-28); day < today; day = day.addDays(1))
        days.insert(day, day.dayOfWeek() >= 6 ? dollar : 10 * dollar);
    days[QDate(2026, 11, 11)] = 500 * dollar;
    const SpendForecast forecast = forecastSpend(days, today);
    QVERIFY(forecast.isKnown());
    const qint64 soFar = 15 * 10 + 6 - 10 + 500; // 15 working days, the 1st to the 21st
    QCOMPARE(forecast.soFar, soFar * dollar);
    // today's dollar, then Monday to Friday, the weekend and Monday
    QCOMPARE(forecast.expected, (soFar + 1 + 5 * 10 + 2 + 10) * dollar);
    QCOMPARE(forecast.restOfDays.size(), 8);
    QVERIFY(forecast.low < forecast.expected && forecast.expected < forecast.high);
    QVERIFY(forecast.low >= forecast.soFar);
}

void TestCommitments::forecastOfTheLastDay()
{
    QMap<QDate, qint64> days;
    const QDate today(2026, 11, 30);
    for (int back = 1; back <= 20; ++back)
        days.insert(today.addDays(-back), dollar);
    days.insert(today, 3 * dollar);
    const SpendForecast forecast = forecastSpend(days, today);
    QCOMPARE(forecast.expected, forecast.soFar); // today has more than is usual
    QVERIFY(forecast.restOfDays.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommitments)
#include "tst_commitments.moc"
