// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ledger {

//! What a report covers.
struct UsageSpan {
    qint64 sinceUs = 0;
    qint64 untilUs = 0;
    QString key = {}; //!< only requests of this key; empty = of all
    //! Also the same groups, without days, of the span of the same length before, and how many
    //! models have no price.
    bool compare = false;
};

//! See LedgerReader::usage(). Spans of up to two days are counted from the rows, exactly; longer
//! ones from the sums of each day they touch.
Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, const UsageSpan &span);

//! Name of each key as last seen, by its id.
Result<QHash<QString, QString>> keyNames(Store::Database &database);

} // namespace Gatehouse::Ledger
