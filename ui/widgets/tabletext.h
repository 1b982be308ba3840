// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QModelIndexList>
#include <QtCore/QString>

class QTableView;

namespace Gatehouse::Ui {

//! Which columns of a table are written.
enum class TableScope {
    Shown, //!< those on the screen, in their order; of the rows that pass the filter
    All,   //!< hidden ones too
};

//! As people read them: the shown cells, tab separated, a line for each of \a rows.
QString rowsAsText(const QTableView &table, const QModelIndexList &rows);
//! The shown cells as objects by the columns' keys.
QByteArray rowsAsJson(const QTableView &table, const QModelIndexList &rows);
//! Every row of the table for other programs: the columns' keys, then CellRole::Value of each cell
//! or else its text. Numbers have a dot, times are ISO in UTC, amounts are dollars; no cell is run
//! by a spreadsheet. The rows' ids come first, where there are any; second lines of cells have a
//! column of their own.
QByteArray tableAsCsv(const QTableView &table, TableScope scope);

} // namespace Gatehouse::Ui
