// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QDate>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>

namespace Gatehouse::Reports {

//! What the month will have cost at its end: what it has so far and, for each day that is left,
//! the median of the same weekday over the last 28 days. Today counts as a day that is left where
//! its median is more than what it has.
struct SpendForecast {
    static constexpr int needsDays = 7;
    static constexpr int looksBack = 28;

    int missingDays = 0; //!< until there is a forecast; 0: there is one
    qint64 soFar = 0;    //!< of the month, nano-dollars
    qint64 expected = 0; //!< at its end
    qint64 low = 0;      //!< in four of five months it ends between low and high
    qint64 high = 0;
    QDate end;                //!< last day of the month
    qint64 restOfToday = 0;   //!< what today will still add
    QList<qint64> restOfDays; //!< from tomorrow to the end
    qint64 reachOfDay = 0;    //!< how far one day is off, in four of five cases
    QList<qint64> reachOfSum; //!< … and the sum up to each of restOfDays

    bool isKnown() const { return missingDays == 0; }
    bool operator==(const SpendForecast &) const = default;
};

//! \a days: nano-dollars of each day with a request; days without one inside the span cost nothing.
//! The band grows with the root of the days that are left: 1.28 times the spread of the days
//! around their weekday's median (the 10th and 90th percentile of a normal error).
SpendForecast forecastSpend(const QMap<QDate, qint64> &days, const QDate &today);

//! {"missing_days","so_far_nano_usd","expected_nano_usd","low_nano_usd","high_nano_usd","end",
//! "rest":[nano of each day from tomorrow on],"rest_of_today_nano_usd","day_reach_nano_usd",
//! "sum_reach_nano_usd":[as many as rest]} of what all requests cost.
Result<QJsonObject> forecastReport(Store::Database &database, const Ledger::DayCalendar &calendar,
                                   WallTime now);

} // namespace Gatehouse::Reports
