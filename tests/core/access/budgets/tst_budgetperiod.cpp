// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetperiod.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using Access::BudgetPeriod;

class TestBudgetPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsBorders_data();
    void knowsItsBorders();
    void beginsAtTheFirstMomentOfADay_data();
    void beginsAtTheFirstMomentOfADay();
    void rolls();
    void refusesOtherWords();
};

namespace {

struct Border {
    const char *time;
    const char *zone;
    const char *period;
    Qt::DayOfWeek weekStart;
    const char *from;
    const char *until;
};

// Computed with Python's zoneinfo (IANA 2025b).
constexpr Border borders[] = {
    {"2026-03-28T22:59:59Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-27T23:00:00Z",
     "2026-03-28T23:00:00Z"},
    {"2026-03-28T23:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-28T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T00:59:59Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-28T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T01:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-28T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T21:59:59Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-28T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T22:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-03-29T22:00:00Z",
     "2026-03-30T22:00:00Z"},
    {"2026-10-24T22:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-10-24T22:00:00Z",
     "2026-10-25T23:00:00Z"},
    {"2026-10-25T00:59:59Z", "Europe/Berlin", "day", Qt::Monday, "2026-10-24T22:00:00Z",
     "2026-10-25T23:00:00Z"},
    {"2026-10-25T01:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-10-24T22:00:00Z",
     "2026-10-25T23:00:00Z"},
    {"2026-10-25T22:59:59Z", "Europe/Berlin", "day", Qt::Monday, "2026-10-24T22:00:00Z",
     "2026-10-25T23:00:00Z"},
    {"2026-10-25T23:00:00Z", "Europe/Berlin", "day", Qt::Monday, "2026-10-25T23:00:00Z",
     "2026-10-26T23:00:00Z"},
    {"2026-03-08T04:59:59Z", "America/New_York", "day", Qt::Monday, "2026-03-07T05:00:00Z",
     "2026-03-08T05:00:00Z"},
    {"2026-03-08T05:00:00Z", "America/New_York", "day", Qt::Monday, "2026-03-08T05:00:00Z",
     "2026-03-09T04:00:00Z"},
    {"2026-03-08T06:59:59Z", "America/New_York", "day", Qt::Monday, "2026-03-08T05:00:00Z",
     "2026-03-09T04:00:00Z"},
    {"2026-03-08T07:00:00Z", "America/New_York", "day", Qt::Monday, "2026-03-08T05:00:00Z",
     "2026-03-09T04:00:00Z"},
    {"2026-03-09T03:59:59Z", "America/New_York", "day", Qt::Monday, "2026-03-08T05:00:00Z",
     "2026-03-09T04:00:00Z"},
    {"2026-03-09T04:00:00Z", "America/New_York", "day", Qt::Monday, "2026-03-09T04:00:00Z",
     "2026-03-10T04:00:00Z"},
    {"2026-11-01T03:59:59Z", "America/New_York", "day", Qt::Monday, "2026-10-31T04:00:00Z",
     "2026-11-01T04:00:00Z"},
    {"2026-11-01T04:00:00Z", "America/New_York", "day", Qt::Monday, "2026-11-01T04:00:00Z",
     "2026-11-02T05:00:00Z"},
    {"2026-11-01T05:30:00Z", "America/New_York", "day", Qt::Monday, "2026-11-01T04:00:00Z",
     "2026-11-02T05:00:00Z"},
    {"2026-11-01T06:30:00Z", "America/New_York", "day", Qt::Monday, "2026-11-01T04:00:00Z",
     "2026-11-02T05:00:00Z"},
    {"2026-11-02T04:59:59Z", "America/New_York", "day", Qt::Monday, "2026-11-01T04:00:00Z",
     "2026-11-02T05:00:00Z"},
    {"2026-11-02T05:00:00Z", "America/New_York", "day", Qt::Monday, "2026-11-02T05:00:00Z",
     "2026-11-03T05:00:00Z"},
    {"2026-03-29T18:29:59Z", "Asia/Kolkata", "day", Qt::Monday, "2026-03-28T18:30:00Z",
     "2026-03-29T18:30:00Z"},
    {"2026-03-29T18:30:00Z", "Asia/Kolkata", "day", Qt::Monday, "2026-03-29T18:30:00Z",
     "2026-03-30T18:30:00Z"},
    {"2028-02-28T18:30:00Z", "Asia/Kolkata", "day", Qt::Monday, "2028-02-28T18:30:00Z",
     "2028-02-29T18:30:00Z"},
    {"2028-02-29T18:30:00Z", "Asia/Kolkata", "day", Qt::Monday, "2028-02-29T18:30:00Z",
     "2028-03-01T18:30:00Z"},
    {"2026-03-28T23:00:00Z", "Europe/Berlin", "week", Qt::Monday, "2026-03-22T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T21:59:59Z", "Europe/Berlin", "week", Qt::Monday, "2026-03-22T23:00:00Z",
     "2026-03-29T22:00:00Z"},
    {"2026-03-29T22:00:00Z", "Europe/Berlin", "week", Qt::Monday, "2026-03-29T22:00:00Z",
     "2026-04-05T22:00:00Z"},
    {"2026-10-31T12:00:00Z", "Europe/Berlin", "week", Qt::Monday, "2026-10-25T23:00:00Z",
     "2026-11-01T23:00:00Z"},
    {"2026-11-01T05:00:00Z", "America/New_York", "week", Qt::Monday, "2026-10-26T04:00:00Z",
     "2026-11-02T05:00:00Z"},
    {"2026-11-22T18:30:00Z", "Asia/Kolkata", "week", Qt::Monday, "2026-11-22T18:30:00Z",
     "2026-11-29T18:30:00Z"},
    {"2026-03-28T23:00:00Z", "Europe/Berlin", "week", Qt::Saturday, "2026-03-27T23:00:00Z",
     "2026-04-03T22:00:00Z"},
    {"2026-03-29T21:59:59Z", "Europe/Berlin", "week", Qt::Saturday, "2026-03-27T23:00:00Z",
     "2026-04-03T22:00:00Z"},
    {"2026-03-29T22:00:00Z", "Europe/Berlin", "week", Qt::Saturday, "2026-03-27T23:00:00Z",
     "2026-04-03T22:00:00Z"},
    {"2026-10-31T12:00:00Z", "Europe/Berlin", "week", Qt::Saturday, "2026-10-30T23:00:00Z",
     "2026-11-06T23:00:00Z"},
    {"2026-11-01T05:00:00Z", "America/New_York", "week", Qt::Saturday, "2026-10-31T04:00:00Z",
     "2026-11-07T05:00:00Z"},
    {"2026-11-22T18:30:00Z", "Asia/Kolkata", "week", Qt::Saturday, "2026-11-20T18:30:00Z",
     "2026-11-27T18:30:00Z"},
    {"2026-03-28T23:00:00Z", "Europe/Berlin", "week", Qt::Sunday, "2026-03-28T23:00:00Z",
     "2026-04-04T22:00:00Z"},
    {"2026-03-29T21:59:59Z", "Europe/Berlin", "week", Qt::Sunday, "2026-03-28T23:00:00Z",
     "2026-04-04T22:00:00Z"},
    {"2026-03-29T22:00:00Z", "Europe/Berlin", "week", Qt::Sunday, "2026-03-28T23:00:00Z",
     "2026-04-04T22:00:00Z"},
    {"2026-10-31T12:00:00Z", "Europe/Berlin", "week", Qt::Sunday, "2026-10-24T22:00:00Z",
     "2026-10-31T23:00:00Z"},
    {"2026-11-01T05:00:00Z", "America/New_York", "week", Qt::Sunday, "2026-11-01T04:00:00Z",
     "2026-11-08T05:00:00Z"},
    {"2026-11-22T18:30:00Z", "Asia/Kolkata", "week", Qt::Sunday, "2026-11-21T18:30:00Z",
     "2026-11-28T18:30:00Z"},
    {"2026-01-31T12:00:00Z", "Europe/Berlin", "month", Qt::Monday, "2025-12-31T23:00:00Z",
     "2026-01-31T23:00:00Z"},
    {"2026-02-28T23:30:00Z", "Europe/Berlin", "month", Qt::Monday, "2026-02-28T23:00:00Z",
     "2026-03-31T22:00:00Z"},
    {"2028-02-29T12:00:00Z", "Europe/Berlin", "month", Qt::Monday, "2028-01-31T23:00:00Z",
     "2028-02-29T23:00:00Z"},
    {"2027-03-01T00:00:00Z", "Europe/Berlin", "month", Qt::Monday, "2027-02-28T23:00:00Z",
     "2027-03-31T22:00:00Z"},
    {"2026-03-31T21:59:59Z", "Europe/Berlin", "month", Qt::Monday, "2026-02-28T23:00:00Z",
     "2026-03-31T22:00:00Z"},
    {"2026-10-31T23:00:00Z", "Europe/Berlin", "month", Qt::Monday, "2026-10-31T23:00:00Z",
     "2026-11-30T23:00:00Z"},
    {"2026-12-31T23:00:00Z", "Europe/Berlin", "month", Qt::Monday, "2026-12-31T23:00:00Z",
     "2027-01-31T23:00:00Z"},
    {"2026-01-31T12:00:00Z", "America/New_York", "month", Qt::Monday, "2026-01-01T05:00:00Z",
     "2026-02-01T05:00:00Z"},
    {"2026-02-28T23:30:00Z", "America/New_York", "month", Qt::Monday, "2026-02-01T05:00:00Z",
     "2026-03-01T05:00:00Z"},
    {"2028-02-29T12:00:00Z", "America/New_York", "month", Qt::Monday, "2028-02-01T05:00:00Z",
     "2028-03-01T05:00:00Z"},
    {"2027-03-01T00:00:00Z", "America/New_York", "month", Qt::Monday, "2027-02-01T05:00:00Z",
     "2027-03-01T05:00:00Z"},
    {"2026-03-31T21:59:59Z", "America/New_York", "month", Qt::Monday, "2026-03-01T05:00:00Z",
     "2026-04-01T04:00:00Z"},
    {"2026-10-31T23:00:00Z", "America/New_York", "month", Qt::Monday, "2026-10-01T04:00:00Z",
     "2026-11-01T04:00:00Z"},
    {"2026-12-31T23:00:00Z", "America/New_York", "month", Qt::Monday, "2026-12-01T05:00:00Z",
     "2027-01-01T05:00:00Z"},
    {"2026-01-31T12:00:00Z", "Asia/Kolkata", "month", Qt::Monday, "2025-12-31T18:30:00Z",
     "2026-01-31T18:30:00Z"},
    {"2026-02-28T23:30:00Z", "Asia/Kolkata", "month", Qt::Monday, "2026-02-28T18:30:00Z",
     "2026-03-31T18:30:00Z"},
    {"2028-02-29T12:00:00Z", "Asia/Kolkata", "month", Qt::Monday, "2028-01-31T18:30:00Z",
     "2028-02-29T18:30:00Z"},
    {"2027-03-01T00:00:00Z", "Asia/Kolkata", "month", Qt::Monday, "2027-02-28T18:30:00Z",
     "2027-03-31T18:30:00Z"},
    {"2026-03-31T21:59:59Z", "Asia/Kolkata", "month", Qt::Monday, "2026-03-31T18:30:00Z",
     "2026-04-30T18:30:00Z"},
    {"2026-10-31T23:00:00Z", "Asia/Kolkata", "month", Qt::Monday, "2026-10-31T18:30:00Z",
     "2026-11-30T18:30:00Z"},
    {"2026-12-31T23:00:00Z", "Asia/Kolkata", "month", Qt::Monday, "2026-12-31T18:30:00Z",
     "2027-01-31T18:30:00Z"},
    {"2026-03-31T22:00:00Z", "Europe/Berlin", "quarter", Qt::Monday, "2026-03-31T22:00:00Z",
     "2026-06-30T22:00:00Z"},
    {"2026-06-30T21:59:59Z", "Europe/Berlin", "quarter", Qt::Monday, "2026-03-31T22:00:00Z",
     "2026-06-30T22:00:00Z"},
    {"2026-12-31T22:59:59Z", "Europe/Berlin", "quarter", Qt::Monday, "2026-09-30T22:00:00Z",
     "2026-12-31T23:00:00Z"},
    {"2026-12-31T22:59:59Z", "Europe/Berlin", "year", Qt::Monday, "2025-12-31T23:00:00Z",
     "2026-12-31T23:00:00Z"},
    {"2026-12-31T23:00:00Z", "Europe/Berlin", "year", Qt::Monday, "2026-12-31T23:00:00Z",
     "2027-12-31T23:00:00Z"},
    {"2028-12-31T18:30:00Z", "Europe/Berlin", "year", Qt::Monday, "2027-12-31T23:00:00Z",
     "2028-12-31T23:00:00Z"},
    {"2026-03-31T22:00:00Z", "America/New_York", "quarter", Qt::Monday, "2026-01-01T05:00:00Z",
     "2026-04-01T04:00:00Z"},
    {"2026-06-30T21:59:59Z", "America/New_York", "quarter", Qt::Monday, "2026-04-01T04:00:00Z",
     "2026-07-01T04:00:00Z"},
    {"2026-12-31T22:59:59Z", "America/New_York", "quarter", Qt::Monday, "2026-10-01T04:00:00Z",
     "2027-01-01T05:00:00Z"},
    {"2026-12-31T22:59:59Z", "America/New_York", "year", Qt::Monday, "2026-01-01T05:00:00Z",
     "2027-01-01T05:00:00Z"},
    {"2026-12-31T23:00:00Z", "America/New_York", "year", Qt::Monday, "2026-01-01T05:00:00Z",
     "2027-01-01T05:00:00Z"},
    {"2028-12-31T18:30:00Z", "America/New_York", "year", Qt::Monday, "2028-01-01T05:00:00Z",
     "2029-01-01T05:00:00Z"},
    {"2026-03-31T22:00:00Z", "Asia/Kolkata", "quarter", Qt::Monday, "2026-03-31T18:30:00Z",
     "2026-06-30T18:30:00Z"},
    {"2026-06-30T21:59:59Z", "Asia/Kolkata", "quarter", Qt::Monday, "2026-06-30T18:30:00Z",
     "2026-09-30T18:30:00Z"},
    {"2026-12-31T22:59:59Z", "Asia/Kolkata", "quarter", Qt::Monday, "2026-12-31T18:30:00Z",
     "2027-03-31T18:30:00Z"},
    {"2026-12-31T22:59:59Z", "Asia/Kolkata", "year", Qt::Monday, "2026-12-31T18:30:00Z",
     "2027-12-31T18:30:00Z"},
    {"2026-12-31T23:00:00Z", "Asia/Kolkata", "year", Qt::Monday, "2026-12-31T18:30:00Z",
     "2027-12-31T18:30:00Z"},
    {"2028-12-31T18:30:00Z", "Asia/Kolkata", "year", Qt::Monday, "2028-12-31T18:30:00Z",
     "2029-12-31T18:30:00Z"},
    {"2100-02-28T12:00:00Z", "UTC", "month", Qt::Monday, "2100-02-01T00:00:00Z",
     "2100-03-01T00:00:00Z"},
    {"2000-02-29T12:00:00Z", "UTC", "month", Qt::Monday, "2000-02-01T00:00:00Z",
     "2000-03-01T00:00:00Z"},
    {"2026-05-31T00:00:00Z", "Pacific/Auckland", "month", Qt::Monday, "2026-04-30T12:00:00Z",
     "2026-05-31T12:00:00Z"},
    {"2026-04-26T12:00:00Z", "Africa/Cairo", "day", Qt::Monday, "2026-04-25T21:00:00Z",
     "2026-04-26T21:00:00Z"},
};

WallTime moment(const char *text)
{
    return WallTime(std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()));
}

QString text(WallTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC).toString(Qt::ISODate);
}

} // namespace

void TestBudgetPeriod::knowsItsBorders_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const Border &border : borders) {
        QTest::addRow("%s %s %s, %d", border.period, border.zone, border.time, row) << row;
        ++row;
    }
}

void TestBudgetPeriod::knowsItsBorders()
{
    QFETCH(const int, row);
    const Border &border = borders[row];
    const auto period = BudgetPeriod::parse(QString::fromLatin1(border.period));
    QVERIFY(period);
    const Access::PeriodSpan span =
        period->spanAt(moment(border.time), QTimeZone(border.zone), border.weekStart);
    QCOMPARE(text(span.from), QString::fromLatin1(border.from));
    QCOMPARE(text(span.until), QString::fromLatin1(border.until));
    QVERIFY(span.contains(moment(border.time)));
    // Period follows period without a gap.
    QCOMPARE(period->spanAt(span.until, QTimeZone(border.zone), border.weekStart).from, span.until);
}

void TestBudgetPeriod::beginsAtTheFirstMomentOfADay_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("from");
    // Midnight is skipped on these days.
    QTest::newRow("Cairo") << "Africa/Cairo"_ba
                           << "2026-04-24T12:00:00Z"_ba << u"2026-04-23T22:00:00Z"_s;
    QTest::newRow("Beirut") << "Asia/Beirut"_ba
                            << "2026-03-29T12:00:00Z"_ba << u"2026-03-28T22:00:00Z"_s;
}

void TestBudgetPeriod::beginsAtTheFirstMomentOfADay()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, time);
    QFETCH(const QString, from);
    const auto span =
        BudgetPeriod::parse(u"day")->spanAt(moment(time.constData()), QTimeZone(zone), Qt::Monday);
    QCOMPARE(text(span.from), from);
}

void TestBudgetPeriod::rolls()
{
    const auto period = BudgetPeriod::parse(u"P30D");
    QVERIFY(period && period->isRolling());
    const WallTime now = moment("2026-11-22T12:00:00Z");
    QCOMPARE(period->spanAt(now, QTimeZone::utc(), Qt::Monday).from, now - std::chrono::days(30));
}

void TestBudgetPeriod::refusesOtherWords()
{
    for (const QStringView text : {u"", u"hour", u"P1M", u"30d", u"Month"})
        QVERIFY(!BudgetPeriod::parse(text));
}

QTEST_GUILESS_MAIN(TestBudgetPeriod)
#include "tst_budgetperiod.moc"
