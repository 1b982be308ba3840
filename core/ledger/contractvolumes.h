// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/schema.h"
#include "core/store/database.h"

namespace Gatehouse::Ledger {

//! What was used under \a contract on each of its days until \a last, before any discount:
//! nano-dollars of list cost by day. From the sums by day, so it follows a recalculation.
Result<QList<qint64>> contractVolume(Store::Database &database, const Api::Contract &contract,
                                     const QDate &last);

//! The volumes that tiers of \a contract wait for, ascending.
QList<qint64> volumeSteps(const Api::Contract &contract);

//! When the tiers of the contracts were reached. A tier holds from the day after the one on which
//! its volume was reached: what a request costs then depends on ended days alone, and can be worked
//! out anew at any time.
Result<ReachedVolumes> reachedVolumes(Store::Database &database, const DayCalendar &calendar,
                                      const QList<Api::Contract> &contracts, WallTime now);

} // namespace Gatehouse::Ledger
