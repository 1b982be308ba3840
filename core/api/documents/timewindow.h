// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! Hours of some days: "mon-fri 08:00-18:00", "22:00-07:00", "sat,sun". Hours that end before they
//! begin run past midnight and belong to the day they begin on.
struct TimeWindow {
    quint8 days = 0x7f; //!< bit 0 is Monday
    int from = 0;       //!< minutes of the day
    int until = 24 * 60;

    //! \a local is in the reporting time zone.
    bool contains(const QDateTime &local) const;
    bool operator==(const TimeWindow &) const = default;
};

std::optional<TimeWindow> parseTimeWindow(QStringView text);

//! A rolling period in ISO 8601: "P30D", "PT5H", "P2W", "P1DT12H". Nothing for months and years,
//! whose length differs, and for zero.
std::optional<std::chrono::milliseconds> parseIsoDuration(QStringView text);

} // namespace Gatehouse::Api
