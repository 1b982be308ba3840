// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/columnmemory.h"

#include "ui/models/preferences.h"

namespace Gatehouse::Ui {

ColumnMemory::ColumnMemory(Preferences &preferences, QObject *parent)
    : TableMemory(parent)
    , m_preferences(preferences)
{
}

std::optional<TableColumns> ColumnMemory::columns(const QString &table) const
{
    return m_preferences.tableColumns(table);
}

void ColumnMemory::setColumns(const QString &table, const TableColumns &columns)
{
    m_preferences.setTableColumns(table, columns);
}

} // namespace Gatehouse::Ui
