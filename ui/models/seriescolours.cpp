// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seriescolours.h"

namespace Gatehouse::Ui {

namespace {

constexpr int seriesCount = 8;

} // namespace

int SeriesColours::indexOf(const QString &id)
{
    const auto found = m_indexes.constFind(id);
    if (found != m_indexes.cend())
        return *found;
    const int next = m_indexes.size() < seriesCount ? int(m_indexes.size()) : -1;
    if (next >= 0)
        m_indexes.insert(id, next);
    return next;
}

} // namespace Gatehouse::Ui
