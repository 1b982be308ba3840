// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagehash.h"

namespace Gatehouse::Ledger {

void UsageHash::add(const Store::Statement &row)
{
    m_groups.writeKey(row, m_key);
    auto place = m_places.constFind(m_key);
    if (place == m_places.constEnd()) {
        m_entries.push_back({m_groups.valuesOf(row, m_slots, m_names), {}});
        place = m_places.insert(QByteArray(m_key.constData(), m_key.size()),
                                qsizetype(m_entries.size()) - 1);
    }
    m_entries[size_t(*place)].sums.add(sumsOf(row, m_columns));
}

void UsageHash::addTo(UsageByGroup &sums) const
{
    for (const Entry &entry : m_entries)
        sums[entry.values].add(entry.sums);
}

} // namespace Gatehouse::Ledger
