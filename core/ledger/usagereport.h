// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ledger {

//! See LedgerReader::usage(). Spans of up to two days are counted from the rows, exactly; longer
//! ones from the sums of each day they touch.
Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, qint64 sinceUs, qint64 untilUs);

//! Name of each key as last seen, by its id.
Result<QHash<QString, QString>> keyNames(Store::Database &database);

} // namespace Gatehouse::Ledger
