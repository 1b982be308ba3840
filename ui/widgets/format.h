// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>

class QDoubleSpinBox;

//! Numbers as people read them, in the locale of the program. Exports and the admin API use their
//! own, locale-free forms.
namespace Gatehouse::Ui::Format {

//! The currency amounts are shown in. Prices, limits and budgets are in dollars all the same.
struct Currency {
    QString code = QStringLiteral("USD");
    double rate = 1;     //!< of it for a dollar
    QString date = {};   //!< the day of the rate, as ISO has it
    QString source = {}; //!< who published it; empty: entered by hand

    bool operator==(const Currency &) const = default;
    bool isDollar() const { return code == QLatin1StringView("USD"); }
    //! "€"; the code where there is no sign of its own.
    QString sign() const;
    //! "1 USD = 0.9513 EUR (ECB, 20 Nov 2026)".
    QString rateText() const;
};
//! For the whole program, as QLocale's default is; what is on screens already stays.
void setCurrency(const Currency &currency);
const Currency &currency();

//! The names of days and months are of the interface's language, also where numbers and short dates
//! are written as another country does it. Until set: QLocale().
void setWordLocale(const QLocale &locale);
QLocale wordLocale();

//! "–": the value is not known, which is not zero.
QString unknown();

//! A whole number of nano-dollars in the currency(): two decimals from one, four below, "< $0.0001"
//! under that, "$0.00" for nothing. Negative amounts carry a minus sign. What was converted is
//! marked: "≈ €0.95".
QString money(qint64 nanoUsd);
QString money(std::optional<qint64> nanoUsd);
//! The same in another currency than the one that is shown.
QString moneyIn(const Currency &currency, qint64 nanoUsd);
//! Whole dollars from ten up, and where there are no cents: "$1,500", "$43", "$9.80"; for axes,
//! legends and limits.
QString moneyShort(qint64 nanoUsd);
//! As money(), in dollars whatever the currency(): prices, and what was entered in dollars.
QString dollars(qint64 nanoUsd);

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
//! "27 Oct 2026".
QString day(const QDate &date);
//! "27 Oct 2026 14:06", of this computer's zone.
QString moment(const QDateTime &time);
//! A field for dollars, with the sign where the language has it.
void setDollars(QDoubleSpinBox &field);

} // namespace Gatehouse::Ui::Format
