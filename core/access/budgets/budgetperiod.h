// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QTimeZone>

#include <optional>

namespace Gatehouse::Access {

//! The time a budget counts over; until is exclusive.
struct PeriodSpan {
    WallTime from{};
    WallTime until{};

    bool contains(WallTime time) const { return time >= from && time < until; }
    bool operator==(const PeriodSpan &) const = default;
};

//! A calendar period of the reporting zone, or one that rolls: "day", "week", "month", "quarter",
//! "year", "P30D", "PT5H". Days begin with the zone's first moment of the date, so that a day of a
//! clock change has 23 or 25 hours.
class BudgetPeriod
{
public:
    static std::optional<BudgetPeriod> parse(QStringView text);

    bool isRolling() const { return m_rolling.count() > 0; }
    std::chrono::milliseconds length() const { return m_rolling; }
    //! The calendar period \a time lies in; of a rolling one the length that ends with it.
    PeriodSpan spanAt(WallTime time, const QTimeZone &zone, Qt::DayOfWeek weekStart) const;

private:
    enum class Unit { Day, Week, Month, Quarter, Year };

    Unit m_unit = Unit::Month;
    std::chrono::milliseconds m_rolling{};
};

} // namespace Gatehouse::Access
