// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! The span of time that a report is asked for: a name, or moments in microseconds since 1970.
struct ReportSpan {
    QString name = QStringLiteral("24h"); //!< 1h 24h 7d 30d
    std::optional<qint64> since = {};     //!< in place of the name
    std::optional<qint64> until = {};     //!< exclusive; now without it
};

//! What a report counts: whole hours from the sums by hour, or the rows themselves when the span is
//! short and does not begin and end on the hour.
struct ReportRange {
    qint64 from = 0;
    qint64 to = 0;      //!< first moment behind it
    qint64 bucket = 0;  //!< of series over time
    bool exact = false; //!< from the rows, not from the sums by hour

    //! InvalidArgument with the parameter as path.
    static Result<ReportRange> of(const ReportSpan &span, qint64 now);

    qint64 firstHour() const { return from / usPerHour; }
    qint64 endHour() const { return (to - 1) / usPerHour + 1; }
    qint64 points() const { return ((exact ? to : endHour() * usPerHour) - from - 1) / bucket + 1; }
    //! As long as this one, and ending where it begins.
    ReportRange before() const;
};

//! The points of a series over a range. Over a month they are days of the reporting zone, and the
//! range is widened to whole days.
class ReportPoints
{
public:
    ReportPoints(const ReportRange &range, const DayCalendar &calendar, qint64 now);

    const ReportRange &range() const { return m_range; }
    bool areDays() const { return m_areDays; }
    size_t size() const { return m_starts.size() - 1; }
    //! The point of a moment inside the range.
    size_t at(qint64 us) const;
    //! The first moment of each point, and behind them the end of the last, which may be to come.
    const std::vector<qint64> &starts() const { return m_starts; }

private:
    ReportRange m_range;
    bool m_areDays = false;
    std::vector<qint64> m_starts;
};

} // namespace Gatehouse::Ledger
