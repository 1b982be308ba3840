// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/headroomrows.h"
#include "ui/widgets/card.h"

class QLabel;

namespace Gatehouse::Ui {

class TableView;

//! What providers last said is left of the rate limits of each key.
class HeadroomCard : public Card
{
    Q_OBJECT

public:
    explicit HeadroomCard(QWidget *parent = nullptr);

    void setHeadroom(const QList<Headroom> &all, const QDateTime &now);

private:
    CellsModel m_rows;
    TableView *m_table;
    QLabel *m_none;
};

} // namespace Gatehouse::Ui
