// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtCore/QUrlQuery>

#include <optional>

namespace Gatehouse::Ui {

//! A range of time as the pages share it, in one text: "1h", "24h", "7d", "30d", a span chosen by
//! hand "2026-11-01T00:00/2026-11-21T00:00", or empty for all time.

//! The borders of a span chosen by hand: wall clock of the reporting zone, kept in UTC so that the
//! zone of this computer changes nothing. The end is not part of it.
struct ChosenSpan {
    QDateTime from;
    QDateTime to;

    //! As a range.
    QString text() const;
    //! "1 Nov 00:00 – 20 Nov 23:59", days only where both are whole.
    QString words() const;
    //! "1 Nov – 20 Nov" also when it begins or ends within a day.
    QString days() const;
    //! The days it touches, the last one included: whole when it begins and ends at midnight.
    QDate lastDay() const { return to.addMSecs(-1).date(); }
    //! Whether it ends after \a now, a moment, in the reporting zone \a zone.
    bool goesOn(const QDateTime &now, const QTimeZone &zone) const;
    bool operator==(const ChosenSpan &) const = default;
};

//! None when \a range is no span chosen by hand.
std::optional<ChosenSpan> chosenSpan(const QString &range);

//! Adds "since" and, where it has one, "until" to a question to the gateway.
void addRange(QUrlQuery &query, const QString &range);

} // namespace Gatehouse::Ui
