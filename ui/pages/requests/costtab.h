// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

class CellsModel;
class FactList;
class TableView;

//! What a request cost, part by part, and by which prices.
class CostTab : public QWidget
{
    Q_OBJECT

public:
    explicit CostTab(QWidget *parent = nullptr);

    void showCost(const RequestDetails &details);

private:
    CellsModel *m_cost;
    TableView *m_table;
    FactList *m_facts;
};

} // namespace Gatehouse::Ui
