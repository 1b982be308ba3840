// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/usagegroups.h"

#include <QtCore/QJsonObject>

#include <functional>

namespace Gatehouse::Ledger {

//! What a report covers and tells.
struct UsageSpan {
    qint64 sinceUs = 0;
    qint64 untilUs = 0;
    QString key = {}; //!< only requests of this key; empty = of all
    //! Also the same groups, without days, of the span of the same length before, and how many
    //! models have no price.
    bool compare = false;
    //! So many groups, those with the most of \a order, are told one by one and the others as one,
    //! item "other": how many they are. 0: every group.
    qsizetype most = 0;
    QString order = QStringLiteral("cost"); //!< cost, tokens or requests
    //! Groups are told with their cost alone: a list of ten thousand is a fifth as long.
    bool onlyCost = false;
    UsageNames names = {};
    //! Rows are counted from the newest on until it says so; the report is "partial" then. Without
    //! it to the end.
    std::function<bool()> isLate = {};
};

//! See LedgerReader::usage(). Spans of up to two days are counted exactly; longer ones from the
//! sums of each day they touch, but for hours and for tags, which only the rows tell.
Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, const UsageSpan &span);

//! Name of each key as last seen, by its id.
Result<QHash<QString, QString>> keyNames(Store::Database &database);

} // namespace Gatehouse::Ledger
