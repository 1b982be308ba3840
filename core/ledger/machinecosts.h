// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/machineterms.h"
#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <QtCore/QJsonArray>

namespace Gatehouse::Ledger {

//! What a machine paid by the hour cost on a day, and how much of it requests were booked with. The
//! rest is idle: hours paid for that nobody used. Booked by tokens, requests may bring in more than
//! the machine costs; then idle is negative, and the sum is what the office pays all the same.
struct MachineDay {
    QString provider;
    QDate day;
    qint64 paidUs = 0;
    qint64 paid = 0;   //!< nano-dollars
    qint64 booked = 0; //!< of its requests

    qint64 idle() const { return paid - booked; }
    bool operator==(const MachineDay &) const = default;
};

//! The days from \a first to \a last, not beyond \a now: today as far as it has come. Worked out
//! from the terms and the sums by day. A day costs what was agreed at its end; days before the
//! first that is known of a machine cost what was agreed at the end of that one, so that a slip of
//! the same day leaves no trace. In the order of the terms; days before the first one that is paid
//! are left out.
Result<std::vector<MachineDay>> machineDays(Store::Database &database, const DayCalendar &calendar,
                                            const QList<MachineTerms> &terms, const QDate &first,
                                            const QDate &last, WallTime now);

//! [{"provider","days","hours_paid","paid_nano_usd","booked_nano_usd","idle_nano_usd"}], one of
//! each provider.
QJsonArray machineSums(const std::vector<MachineDay> &days);

} // namespace Gatehouse::Ledger
