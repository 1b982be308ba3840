// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QDateEdit;

namespace Gatehouse::Ui {

//! The day that weeks begin with, as the gateway's settings have it; the language's until set.
void setFirstDayOfWeek(Qt::DayOfWeek day);
Qt::DayOfWeek firstDayOfWeek();
//! Days in fields, as short as the language writes them and with the whole year: "31.03.2026".
QString dayFormat();
//! Gives \a date a calendar to choose from, and dayFormat().
void addCalendar(QDateEdit &date);

} // namespace Gatehouse::Ui
