// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ledger/machineterms.h"
#include "core/ledger/schema.h"

#include <QtCore/QDate>

namespace Gatehouse::Ledger {

//! What an hour of a machine cost on past days after all. Kept beside the agreement that was in
//! force then, which stays as it was.
struct MachineCorrection {
    QString provider;
    QDate first;
    QDate last; //!< counts, too; of today the part before the correction was made
    qint64 nanoPerHour = 0;
    WallTime made{};
    QString who = {};
    QString reason = {};

    bool operator==(const MachineCorrection &) const = default;
};

//! The agreements with what was corrected in them, the later correction over the earlier one.
//! Schedules and first days stay; what was agreed after a correction was made is not touched by it.
//! \a terms by provider, the oldest first, and so is the answer.
QList<MachineTerms> corrected(const QList<MachineTerms> &terms,
                              const QList<MachineCorrection> &corrections,
                              const DayCalendar &calendar);

} // namespace Gatehouse::Ledger
