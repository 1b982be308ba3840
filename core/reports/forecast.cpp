// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/forecast.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

constexpr double tenthPercentile = 1.2816; // of the normal distribution

qint64 median(QList<qint64> values)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

SpendForecast forecastSpend(const QMap<QDate, qint64> &days, const QDate &today)
{
    SpendForecast forecast;
    forecast.end = QDate(today.year(), today.month(), today.daysInMonth());
    for (auto day = days.lowerBound(QDate(today.year(), today.month(), 1)); day != days.end();
         ++day)
        if (day.key() <= today)
            forecast.soFar += day.value();
    const QDate first = days.isEmpty() ? today : days.firstKey();
    const QDate from = std::max(first, today.addDays(-SpendForecast::looksBack));
    const auto known = int(from.daysTo(today)); // without today, which is not over
    forecast.missingDays = std::max(0, SpendForecast::needsDays - known);
    if (!forecast.isKnown())
        return forecast;

    std::array<QList<qint64>, 8> byWeekday;
    for (QDate day = from; day < today; day = day.addDays(1))
        byWeekday.at(std::size_t(day.dayOfWeek())).append(days.value(day));
    std::array<qint64, 8> usual{};
    std::ranges::transform(byWeekday, usual.begin(), median);
    double squares = 0;
    for (QDate day = from; day < today; day = day.addDays(1)) {
        const auto off =
            static_cast<double>(days.value(day) - usual.at(std::size_t(day.dayOfWeek())));
        squares += off * off;
    }
    const double spread = std::sqrt(squares / known);
    const auto reachOf = [spread](qsizetype count) {
        return static_cast<qint64>(tenthPercentile * spread * std::sqrt(double(count)));
    };
    forecast.reachOfDay = reachOf(1);
    forecast.restOfToday =
        std::max<qint64>(usual.at(std::size_t(today.dayOfWeek())) - days.value(today), 0);
    forecast.expected = forecast.soFar + forecast.restOfToday;
    for (QDate day = today.addDays(1); day <= forecast.end; day = day.addDays(1)) {
        forecast.restOfDays.append(usual.at(std::size_t(day.dayOfWeek())));
        forecast.expected += forecast.restOfDays.last();
        forecast.reachOfSum.append(reachOf(forecast.restOfDays.size() + 1));
    }
    const qint64 reach = reachOf(forecast.restOfDays.size() + 1);
    forecast.low = std::max(forecast.soFar, forecast.expected - reach);
    forecast.high = forecast.expected + reach;
    return forecast;
}

Result<QJsonObject> forecastReport(Store::Database &database, const Ledger::DayCalendar &calendar,
                                   WallTime now)
{
    const QDate today = calendar.dateAt(Ledger::toUs(now));
    auto select = database.prepare(
        "SELECT day, sum(cost) FROM roll_day_model WHERE day >= ? AND day <= ? GROUP BY day");
    if (!select)
        return select.error();
    const QDate month(today.year(), today.month(), 1);
    select->bindAll(
        Ledger::DayCalendar::number(std::min(month, today.addDays(-SpendForecast::looksBack))),
        Ledger::DayCalendar::number(today));
    QMap<QDate, qint64> days;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        days.insert(Ledger::DayCalendar::date(select->integer(0)), select->integer(1));
    }
    const SpendForecast forecast = forecastSpend(days, today);
    QJsonArray rest;
    for (const qint64 day : forecast.restOfDays)
        rest.append(day);
    QJsonArray reach;
    for (const qint64 sum : forecast.reachOfSum)
        reach.append(sum);
    return QJsonObject{{u"missing_days"_s, forecast.missingDays},
                       {u"so_far_nano_usd"_s, forecast.soFar},
                       {u"expected_nano_usd"_s, forecast.expected},
                       {u"low_nano_usd"_s, forecast.low},
                       {u"high_nano_usd"_s, forecast.high},
                       {u"today"_s, today.toString(Qt::ISODate)},
                       {u"end"_s, forecast.end.toString(Qt::ISODate)},
                       {u"rest"_s, rest},
                       {u"rest_of_today_nano_usd"_s, forecast.restOfToday},
                       {u"day_reach_nano_usd"_s, forecast.reachOfDay},
                       {u"sum_reach_nano_usd"_s, reach}};
}

} // namespace Gatehouse::Reports
