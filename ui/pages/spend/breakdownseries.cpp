// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownseries.h"

#include "ui/models/seriescolours.h"
#include "ui/pages/spend/breakdownchart.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostSeries = 8;
constexpr double nanoPerDollar = 1e9;
const auto beforeId = u"before"_s;
const auto otherId = u"other"_s;

QList<double> dollarsOf(const QJsonValue &nano)
{
    QList<double> dollars;
    for (const QJsonValue &value : nano.toArray())
        dollars.append(double(value.toInteger()) / nanoPerDollar);
    return dollars;
}

} // namespace

QList<BreakdownSeries> breakdownSeries(const SpendReport &report, const QString &by,
                                       const std::function<QString(const SpendGroup &)> &nameOf,
                                       const BreakdownLook &look, SeriesColours &colours)
{
    QList<SpendGroup> groups = report.groups;
    std::ranges::stable_sort(groups, [&look](const SpendGroup &a, const SpendGroup &b) {
        if (a.isOther() != b.isOther())
            return b.isOther();
        return a.sums.of(look.measure) > b.sums.of(look.measure);
    });
    QList<BreakdownSeries> all;
    for (const SpendGroup &group : std::as_const(groups)) {
        const bool isOther = all.size() >= mostSeries || group.isOther();
        if (all.isEmpty() || all.last().id != otherId)
            all.append({.id = isOther ? otherId : group.id,
                        .name = isOther ? BreakdownChart::tr("Other") : nameOf(group),
                        .colour = isOther         ? -1
                            : by == "provider"_L1 ? colours.indexOf(group.id)
                                                  : int(all.size()),
                        .values = QList<double>(group.points.size())});
        for (qsizetype point = 0; point < group.points.size(); ++point)
            all.last().values[point] += group.points.at(point).of(look.measure);
        all.last().total += group.sums.of(look.measure);
    }
    return all;
}

BreakdownLabels breakdownLabels(const SpendReport &report, const BreakdownExpected &expected)
{
    BreakdownLabels labels;
    for (const QDateTime &start : report.starts) {
        const QString day = Format::dayAndMonth(start.date());
        const QString clock = Format::timeOfDay(start, start.timeZone());
        labels.full.append(report.isHourly
                               ? BreakdownChart::tr("%1, %2", "day, time of day").arg(day, clock)
                               : day);
        labels.axis.append(report.isHourly ? clock : day);
        labels.keys.append(report.isHourly ? start.toUTC().toString(Qt::ISODate)
                                           : start.date().toString(Qt::ISODate));
    }
    for (qsizetype day = 0; day < expected.days.size() && !report.starts.isEmpty(); ++day) {
        const QDate date = report.starts.last().date().addDays(day + 1);
        labels.full.append(Format::dayAndMonth(date));
        labels.axis.append(Format::dayAndMonth(date));
        labels.keys.append(date.toString(Qt::ISODate));
    }
    return labels;
}

double BreakdownExpected::total() const
{
    return std::accumulate(days.begin(), days.end(), 0.0);
}

BreakdownSeries breakdownAllowed(const SpendReport &report, const BreakdownLook &look,
                                 qsizetype coming)
{
    BreakdownSeries allowed{
        .id = u"budget"_s, .name = BreakdownChart::tr("Budget, spread evenly"), .values = {}};
    if (!look.budget || look.asShare || look.measure != "cost"_L1 || report.starts.isEmpty())
        return allowed;
    const auto shareOf = [&look](QDate date) {
        if (look.bucket == "month"_L1)
            return *look.budget;
        const double ofDay = *look.budget / date.daysInMonth();
        return look.bucket == "week"_L1 ? ofDay * 7 : look.bucket == "hour"_L1 ? ofDay / 24 : ofDay;
    };
    for (const QDateTime &start : report.starts)
        allowed.values.append(shareOf(start.date()));
    for (qsizetype day = 1; day <= coming; ++day)
        allowed.values.append(shareOf(report.starts.last().date().addDays(day)));
    allowed.total = allowed.values.last();
    return allowed;
}

BreakdownExpected breakdownExpected(const BreakdownLook &look)
{
    if (look.asShare || look.kind == "lines"_L1)
        return {};
    const QJsonObject &forecast = look.forecast;
    const auto dollars = [&forecast](QLatin1StringView key) {
        return double(forecast.value(key).toInteger()) / nanoPerDollar;
    };
    return {.days = dollarsOf(forecast.value("rest"_L1)),
            .restOfToday = dollars("rest_of_today_nano_usd"_L1),
            .reachOfDay = dollars("day_reach_nano_usd"_L1),
            .reachOfSum = dollarsOf(forecast.value("sum_reach_nano_usd"_L1))};
}

BreakdownSeries breakdownBefore(const SpendReport &report, const BreakdownLook &look)
{
    BreakdownSeries series{
        .id = beforeId, .name = BreakdownChart::tr("Period before"), .colour = -1, .values = {}};
    for (const SpendSums &point : report.previousPoints) {
        const double value = point.of(look.measure);
        series.total += value;
        series.values.append(look.kind == "cumulative"_L1 ? series.total : value);
    }
    return series;
}

} // namespace Gatehouse::Ui
