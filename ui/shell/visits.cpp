// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/visits.h"

namespace Gatehouse::Ui {

std::optional<Visit> Visits::at(int steps) const
{
    const qsizetype wanted = m_at + steps;
    return wanted >= 0 && wanted < m_visits.size() ? std::optional(m_visits.at(wanted))
                                                   : std::nullopt;
}

void Visits::add(const Visit &visit)
{
    m_visits.resize(m_at + 1);
    m_visits.append(visit);
    if (m_visits.size() > mostKept)
        m_visits.removeFirst();
    m_at = m_visits.size() - 1;
}

} // namespace Gatehouse::Ui
