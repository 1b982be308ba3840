// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendar.h"

#include "ui/widgets/format.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QTextCharFormat>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QDateEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto dayProperty = "gatehouseFirstDayOfWeek"; // of the application object

//! A calendar that looks up the first day each time it opens.
class Calendar : public QCalendarWidget
{
public:
    Calendar()
    {
        setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        setLocale(Format::wordLocale()); // it writes names of months and days
        for (const auto day : {Qt::Saturday, Qt::Sunday})
            setWeekdayTextFormat(day, QTextCharFormat()); // red is for what is wrong
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        setFirstDayOfWeek(Ui::firstDayOfWeek());
        QCalendarWidget::showEvent(event);
    }
};

} // namespace

void setFirstDayOfWeek(Qt::DayOfWeek day)
{
    qApp->setProperty(dayProperty, int(day));
}

Qt::DayOfWeek firstDayOfWeek()
{
    const QVariant chosen = qApp->property(dayProperty);
    return chosen.isValid() ? Qt::DayOfWeek(chosen.toInt()) : QLocale().firstDayOfWeek();
}

QString dayFormat()
{
    return QLocale()
        .dateFormat(QLocale::ShortFormat)
        .replace(u"yyyy"_s, u"yy"_s)
        .replace(u"yy"_s, u"yyyy"_s);
}

void addCalendar(QDateEdit &date)
{
    date.setDisplayFormat(dayFormat());
    auto *calendar = new Calendar;
    calendar->setObjectName(QString(date.objectName() + QStringLiteral(".calendar")));
    calendar->setAccessibleName(date.accessibleName());
    date.setCalendarPopup(true);
    date.setCalendarWidget(calendar); // takes it
}

} // namespace Gatehouse::Ui
