// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/budgetperiod.h"

#include "core/api/documents/timewindow.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

constexpr int monthsInQuarter = 3;
constexpr int daysInWeek = 7;

QDate dateAt(WallTime time, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(ms.count(), zone).date();
}

//! The first moment of \a date, or of the next date that the zone has.
WallTime startOf(QDate date, const QTimeZone &zone)
{
    QDateTime start = date.startOfDay(zone);
    for (int i = 0; i < 2 && !start.isValid(); ++i) {
        date = date.addDays(1);
        start = date.startOfDay(zone);
    }
    return WallTime(std::chrono::milliseconds(start.toMSecsSinceEpoch()));
}

} // namespace

std::optional<BudgetPeriod> BudgetPeriod::parse(QStringView text)
{
    struct Word {
        QLatin1StringView word;
        Unit unit;
    };
    static constexpr Word words[] = {{"day"_L1, Unit::Day},
                                     {"week"_L1, Unit::Week},
                                     {"month"_L1, Unit::Month},
                                     {"quarter"_L1, Unit::Quarter},
                                     {"year"_L1, Unit::Year}};
    BudgetPeriod period;
    for (const Word &word : words) {
        if (text == word.word) {
            period.m_unit = word.unit;
            return period;
        }
    }
    const auto rolling = Api::parseIsoDuration(text);
    if (!rolling)
        return std::nullopt;
    period.m_rolling = *rolling;
    return period;
}

PeriodSpan BudgetPeriod::spanAt(WallTime time, const QTimeZone &zone, Qt::DayOfWeek weekStart) const
{
    if (isRolling())
        return {time - m_rolling, time};
    const QDate day = dateAt(time, zone);
    QDate from = day;
    QDate until = day.addDays(1);
    switch (m_unit) {
    case Unit::Day:
        break;
    case Unit::Week:
        from = day.addDays(-((day.dayOfWeek() - int(weekStart) + daysInWeek) % daysInWeek));
        until = from.addDays(daysInWeek);
        break;
    case Unit::Month:
        from = QDate(day.year(), day.month(), 1);
        until = from.addMonths(1);
        break;
    case Unit::Quarter:
        from = QDate(day.year(), (day.month() - 1) / monthsInQuarter * monthsInQuarter + 1, 1);
        until = from.addMonths(monthsInQuarter);
        break;
    case Unit::Year:
        from = QDate(day.year(), 1, 1);
        until = from.addYears(1);
        break;
    }
    return {startOf(from, zone), startOf(until, zone)};
}

} // namespace Gatehouse::Access
