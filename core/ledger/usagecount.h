// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/usagereport.h"

#include <map>

namespace Gatehouse::Ledger {

struct UsageSums {
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 tokensCached = 0;
    qint64 tokensCacheWrite = 0;
    qint64 cost = 0;
    qint64 unpriced = 0;
    qint64 tokensReasoning = 0;
    qint64 cacheSaved = 0; //!< what input from the providers' caches would have cost more

    void add(const UsageSums &more);
    void subtract(const UsageSums &less);
    //! "cost", "tokens" or "requests".
    qint64 of(const QString &measure) const;
    bool operator==(const UsageSums &) const = default;
};

//! The ten sums of a row, from \a column on.
UsageSums sumsOf(const Store::Statement &row, int column);

//! By the values of the groups, in their order.
using UsageByGroup = std::map<QStringList, UsageSums>;

//! What a span counts: moments, or the whole days it touches.
struct UsageCover {
    qint64 fromUs = 0;
    qint64 toUs = 0;
    bool isExact = false;

    static UsageCover of(const DayCalendar &calendar, const UsageSpan &span);
    //! As many moments or days that end where this one begins.
    UsageCover before(const DayCalendar &calendar) const;
    bool operator==(const UsageCover &) const = default;
};

//! Counts one question after another over the same span and for the same key.
class UsageCount
{
public:
    //! All outlive the count.
    UsageCount(Store::Database &database, const DayCalendar &calendar, const UsageSpan &span)
        : m_database(database)
        , m_calendar(calendar)
        , m_span(span)
    {
    }

    //! Longer spans from the sums of each day they touch; else to the moment, from the sums by slot
    //! where those tell the groups, from the rows where not. \a covered: begins later when there
    //! was no time for all of its rows.
    Result<UsageByGroup> count(const UsageGroups &groups, UsageCover &covered);

    //! Sums by \a groups, days and keys, of \a keys alone: one read for each day.
    Result<UsageByGroup> countOfKeys(const UsageGroups &groups, const UsageCover &covered,
                                     const QList<QByteArray> &keys);
    //! How many models were used without a price.
    Result<qint64> unpricedModels(const UsageCover &covered);

private:
    Result<UsageByGroup> countRows(const UsageGroups &groups, UsageCover &covered);
    Result<UsageByGroup> countSlots(const UsageGroups &groups, const UsageCover &covered);
    Result<void> take(const QByteArray &sql, const UsageGroups &groups, const DayCalendar *slots,
                      qint64 from, qint64 to, UsageByGroup &sums);

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    const UsageSpan &m_span;
};

} // namespace Gatehouse::Ledger
