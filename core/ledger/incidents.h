// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/reportrange.h"

#include <QtCore/QJsonArray>

namespace Gatehouse::Ledger {

//! Failures of a provider that belong together: quarters of an hour in which at least 5 % of its
//! attempts failed, with pauses of less than an hour between them; at least five attempts and 3 %
//! of all. Newest first: {"id","provider","start","end" (null: goes on),"attempts","failed",
//! "peak_share","peak","kinds":[{"kind","count"}],"keys":[{"id","name"}],"requests","rescued",
//! "lost","served_by":[…]}. requests counts those with a failed attempt, rescued those of them that
//! were answered all the same, lost those that were not.
Result<QJsonArray> findIncidents(Store::Database &database, const ReportRange &range, qint64 now);

} // namespace Gatehouse::Ledger
