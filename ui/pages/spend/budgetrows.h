// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

class QTimeZone;

namespace Gatehouse::Api {
struct Document;
}

namespace Gatehouse::Ui {

//! The table of budgets; its columns are those of BudgetsPane.
QList<CellsModel::Column> budgetColumns();
//! A row of GET /budgets, with the names of \a document and times in \a zone.
CellsModel::Row budgetRow(const QJsonObject &budget, const Api::Document &document,
                          const QTimeZone &zone);

} // namespace Gatehouse::Ui
