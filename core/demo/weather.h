// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QTimeZone>

#include <vector>

namespace Gatehouse::Demo {

//! \a hour and \a minute of \a zone's clock, \a daysAgo days before \a now.
WallTime clockTime(WallTime now, const QTimeZone &zone, int daysAgo, int hour, int minute);

//! How the sample providers fared in the last thirty days: one was down for forty minutes the day
//! before yesterday, one is slow and overloaded at times and right now.
class Weather
{
public:
    Weather(WallTime now, const QTimeZone &zone);

    struct Spell {
        QByteArrayView provider;
        WallTime from{};
        WallTime to{};
        bool down = false; //!< else slow and overloaded
    };

    bool isDown(QByteArrayView provider, WallTime time) const;
    //! Share of attempts that fail, 0 to 1, an outage aside.
    double failureShare(QByteArrayView provider, WallTime time) const;
    //! What the time to the first token is multiplied by.
    double slowness(QByteArrayView provider, WallTime time) const;

    const std::vector<Spell> &spells() const { return m_spells; }

private:
    const Spell *at(QByteArrayView provider, WallTime time) const;

    std::vector<Spell> m_spells;
};

} // namespace Gatehouse::Demo
