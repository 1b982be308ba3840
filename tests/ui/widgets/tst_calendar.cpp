// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendar.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QDateEdit>

using namespace Gatehouse::Ui;

class CalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAsTheLanguageDoes();
    void beginsAsChosenWhenItOpens();
};

void CalendarTest::beginsAsTheLanguageDoes()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(firstDayOfWeek(), Qt::Sunday);
}

void CalendarTest::beginsAsChosenWhenItOpens()
{
    QDateEdit date;
    addCalendar(date);
    date.resize(160, 34);
    date.show();
    QVERIFY(QTest::qWaitForWindowActive(&date));
    for (const auto day : {Qt::Saturday, Qt::Monday}) {
        setFirstDayOfWeek(day);
        QTest::mousePress(&date, Qt::LeftButton, {}, {date.width() - 8, date.height() / 2});
        QTRY_VERIFY(date.calendarWidget()->isVisible());
        QCOMPARE(date.calendarWidget()->firstDayOfWeek(), day);
        QTest::keyClick(date.calendarWidget(), Qt::Key_Escape);
        date.calendarWidget()->window()->hide();
        QTRY_VERIFY(!date.calendarWidget()->isVisible());
    }
}

QTEST_MAIN(CalendarTest)
#include "tst_calendar.moc"
