// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"

namespace Gatehouse::Ui {

class Preferences;

//! The columns of a window's tables, kept in its preferences.
class ColumnMemory : public TableMemory
{
    Q_OBJECT

public:
    //! \a preferences must outlive it.
    explicit ColumnMemory(Preferences &preferences, QObject *parent = nullptr);

    std::optional<TableColumns> columns(const QString &table) const override;
    void setColumns(const QString &table, const TableColumns &columns) override;

private:
    Preferences &m_preferences;
};

} // namespace Gatehouse::Ui
