// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/Qt>

class QDateEdit;

namespace Gatehouse::Ui {

//! The day that weeks begin with, as the gateway's settings have it; the language's until set.
void setFirstDayOfWeek(Qt::DayOfWeek day);
Qt::DayOfWeek firstDayOfWeek();
//! Gives \a date a calendar to choose from, and writes days in the chosen form, with the whole
//! year.
void addCalendar(QDateEdit &date);

} // namespace Gatehouse::Ui
