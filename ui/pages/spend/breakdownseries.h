// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spendreport.h"

#include <QtCore/QJsonObject>

#include <functional>
#include <optional>

namespace Gatehouse::Ui {

class SeriesColours;

//! How a breakdown is drawn.
struct BreakdownLook {
    QString measure = QStringLiteral("cost"); //!< cost, tokens or requests
    QString kind = QStringLiteral("bars");    //!< bars, area, lines or cumulative
    bool asShare = false;                     //!< of each bucket's whole, not of cumulative ones
    bool compares = false;                    //!< the sum of the span before, too
    bool lastUnfinished = false;
    QJsonObject forecast = {};              //!< GET /forecast; empty: not drawn
    std::optional<double> budget = {};      //!< dollars per month; cost only
    QString bucket = QStringLiteral("day"); //!< of each bar: hour, day, week or month
    QString title;
};

//! One group over time.
struct BreakdownSeries {
    QString id;
    QString name;
    int colour = 0;
    QList<double> values;
    double total = 0;
};

//! What is expected of the days to come, in dollars.
struct BreakdownExpected {
    QList<double> days;
    double restOfToday = 0;
    double reachOfDay = 0;
    QList<double> reachOfSum;

    double total() const;
};

//! What stands below each point: whole, in exports, and on the axis.
struct BreakdownLabels {
    QStringList full;
    QStringList keys;
    QStringList axis;
};

//! The largest groups by the measure, and what is left of them as one series.
QList<BreakdownSeries> breakdownSeries(const SpendReport &report, const QString &by,
                                       const std::function<QString(const SpendGroup &)> &nameOf,
                                       const BreakdownLook &look, SeriesColours &colours);
//! The sum of the span before; summed up where \a look is cumulative.
BreakdownSeries breakdownBefore(const SpendReport &report, const BreakdownLook &look);
//! What each of \a report's bars, and of \a coming days after them, may come to for the month to
//! stay within the budget when it is spent evenly; nothing where \a look has no place for it.
BreakdownSeries breakdownAllowed(const SpendReport &report, const BreakdownLook &look,
                                 qsizetype coming);
//! Nothing where \a look has no place for it.
BreakdownExpected breakdownExpected(const BreakdownLook &look);
//! Of the points of \a report and the days that are expected.
BreakdownLabels breakdownLabels(const SpendReport &report, const BreakdownExpected &expected);

} // namespace Gatehouse::Ui
