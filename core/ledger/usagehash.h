// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/usagecount.h"

#include <QtCore/QHash>

#include <vector>

namespace Gatehouse::Ledger {

//! Adds rows, as they lie in the table, to the sums of their groups. The database would sort them
//! first, which takes longer than reading them.
class UsageHash
{
public:
    //! All outlive it. \a slots: null where the time of a row is a day.
    UsageHash(const UsageGroups &groups, const DayCalendar *slots, const UsageNames &names)
        : m_groups(groups)
        , m_slots(slots)
        , m_names(names)
        , m_columns(int(groups.columnCount()))
    {
    }

    //! A row of UsageGroups::columns() and the ten sums behind them.
    void add(const Store::Statement &row);
    void addTo(UsageByGroup &sums) const;

private:
    struct Entry {
        QStringList values;
        UsageSums sums;
    };

    const UsageGroups &m_groups;
    const DayCalendar *m_slots;
    const UsageNames &m_names;
    const int m_columns; //!< before the sums
    QByteArray m_key;    //!< of the row at hand
    QHash<QByteArray, qsizetype> m_places;
    std::vector<Entry> m_entries;
};

} // namespace Gatehouse::Ledger
