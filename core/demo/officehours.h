// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QTimeZone>

namespace Gatehouse::Demo {

//! How busy an office is: high on working days from nine to six with a dip at noon, something in
//! the evening, little at night, less at the week's end.
class OfficeHours
{
public:
    explicit OfficeHours(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }

    //! Load of the hour around \a time; a working day's busiest hour is 1.
    double load(WallTime time) const;
    const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone;
};

} // namespace Gatehouse::Demo
