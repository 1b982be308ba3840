// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/weekschedule.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

#include <limits>

using namespace Gatehouse::Api;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourUs = 3'600'000'000;
constexpr qint64 never = std::numeric_limits<qint64>::max();

} // namespace

//! Hours of a week that a machine is paid for.
class TestWeekSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsForm_data();
    void knowsItsForm();
    void countsHours_data();
    void countsHours();
    void endsWhereItIsTold();
};

void TestWeekSchedule::knowsItsForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("always") << u""_s << true;
    QTest::newRow("days") << u"mon-fri 08:00-18:00"_s << true;
    QTest::newRow("each day") << u"00:00-24:00"_s << true;
    QTest::newRow("over the week's end") << u"sat-mon 22:00-24:00"_s << true;
    QTest::newRow("two parts") << u"Mon 08:00-12:00, mon 13:00-18:00"_s << true;
    QTest::newRow("overlap") << u"mon-fri 08:00-18:00, wed 12:00-13:00"_s << false;
    QTest::newRow("no day") << u"mun 08:00-18:00"_s << false;
    QTest::newRow("no time") << u"mon 25:00-26:00"_s << false;
    QTest::newRow("backwards") << u"mon 18:00-08:00"_s << false;
    QTest::newRow("words") << u"office hours"_s << false;
}

void TestWeekSchedule::knowsItsForm()
{
    QFETCH(const QString, text);
    QTEST(WeekSchedule::parse(text).has_value(), "good");
}

void TestWeekSchedule::countsHours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<qint64>("hours");
    const QDate sunday(2026, 3, 29); // clocks go forward in Berlin
    QTest::newRow("short day") << u""_s << sunday << qint64(23);
    QTest::newRow("long day") << u""_s << QDate(2026, 10, 25) << qint64(25);
    QTest::newRow("monday") << u"mon-fri 08:00-18:00"_s << sunday.addDays(1) << qint64(10);
    QTest::newRow("sunday") << u"mon-fri 08:00-18:00"_s << sunday << qint64(0);
    QTest::newRow("over the week's end") << u"sat-mon 20:00-24:00"_s << sunday << qint64(4);
}

void TestWeekSchedule::countsHours()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, day);
    QFETCH(const qint64, hours);
    const auto schedule = WeekSchedule::parse(text);
    QVERIFY(schedule);
    QCOMPARE(schedule->heldUs(day, QTimeZone("Europe/Berlin"), never), hours * hourUs);
}

void TestWeekSchedule::endsWhereItIsTold()
{
    const QDate day(2026, 5, 4);
    const qint64 begin = day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch() * 1000;
    const auto schedule = WeekSchedule::parse(u"08:00-18:00"_s);
    QVERIFY(schedule);
    QCOMPARE(schedule->heldUs(day, QTimeZone::utc(), begin + 9 * hourUs), hourUs);
    QCOMPARE(schedule->heldUs(day, QTimeZone::utc(), begin + hourUs), qint64(0));
}

QTEST_GUILESS_MAIN(TestWeekSchedule)
#include "tst_weekschedule.moc"
