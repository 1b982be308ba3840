// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QTimeZone>

namespace Gatehouse::Demo {

//! How busy an office is: most people are there on working days from nine to six with a dip at
//! noon, few at the week's end; its customers and nightly jobs ask around the clock.
class OfficeHours
{
public:
    explicit OfficeHours(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }

    //! How many of the people work at \a time, 0 to 1.
    double presence(WallTime time) const;
    //! All requests together; a working day's busiest hour is 1.
    double load(WallTime time) const;
    const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone;
};

} // namespace Gatehouse::Demo
