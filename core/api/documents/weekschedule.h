// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>

namespace Gatehouse::Api {

//! Hours of a week: "mon-fri 08:00-18:00, sat 08:00-12:00". Empty: all of it.
class WeekSchedule
{
public:
    //! Nothing when \a text is no schedule. Parts of one day must not overlap.
    static std::optional<WeekSchedule> parse(const QString &text);

    //! Microseconds of \a day in \a zone that lie in it, as far as before \a untilUs; days on which
    //! clocks are changed have the length they have.
    qint64 heldUs(const QDate &day, const QTimeZone &zone, qint64 untilUs) const;

private:
    struct Part {
        int first = 1; //!< Monday
        int last = 7;
        int begin = 0; //!< minutes of the day
        int end = 24 * 60;

        bool holds(int day) const
        {
            return first <= last ? day >= first && day <= last : day >= first || day <= last;
        }
    };
    QList<Part> m_parts;
};

} // namespace Gatehouse::Api
