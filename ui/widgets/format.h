// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>

//! Numbers as people read them, in the locale of the program. Exports and the admin API use their
//! own, locale-free forms.
namespace Gatehouse::Ui::Format {

//! "–": the value is not known, which is not zero.
QString unknown();

//! Dollars of a whole number of nano-dollars: two decimals from one dollar, four below, "< $0.0001"
//! under that, "$0.00" for nothing. Negative amounts carry a minus sign.
QString money(qint64 nanoUsd);
QString money(std::optional<qint64> nanoUsd);
//! Whole dollars from ten up, and where there are no cents: "$1,500", "$43", "$9.80"; for axes,
//! legends and limits.
QString moneyShort(qint64 nanoUsd);

//! "95 ms", "1.24 s", "12 s", "3 min 20 s".
QString duration(double milliseconds);
QString duration(std::optional<double> milliseconds);
//! As duration(), with milliseconds up to \a millisecondsBelow: "1,240 ms".
QString durationFine(std::optional<double> milliseconds, double millisecondsBelow = 2000);

//! With grouping: "48,144".
QString count(qint64 value);
QString count(std::optional<qint64> value);
//! "1.2 M" above 999,999, else as count().
QString countShort(qint64 value);

//! A ratio of 1 as "99.87 %", the sign set off as the locale does it.
QString percent(double ratio, int decimals = 0);
//! Down to 0.1: "3.4"; whole from 100.
QString rate(double perSecond);

//! "now", "2 min", "18 min", "3 h", then the date; in \a zone.
QString age(const QDateTime &then, const QDateTime &now, const QTimeZone &zone);
//! "14:06".
QString timeOfDay(const QDateTime &time, const QTimeZone &zone);
//! "27 Oct".
QString dayAndMonth(const QDate &date);

} // namespace Gatehouse::Ui::Format
