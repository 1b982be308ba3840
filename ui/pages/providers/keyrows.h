// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/providerdraft.h"

namespace Gatehouse::Ui {

//! Columns of the keys of a provider.
namespace KeyColumn {
enum { Name, Print, Added, LastUsed, State, Weight };
}

QList<CellsModel::Column> keyColumns();
//! A key as the table shows it, saved or not.
CellsModel::Row keyRow(const DraftKey &draft);

} // namespace Gatehouse::Ui
