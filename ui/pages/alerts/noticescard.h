// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/widgets/card.h"

namespace Gatehouse::Ui {

class NoticeLog;
class TableView;

//! The notifications of this desktop, also those that were summed up; hidden while there are none.
class NoticesCard : public Card
{
    Q_OBJECT

public:
    enum Column { What, When, ColumnCount };

    explicit NoticesCard(const NoticeLog &notices, QWidget *parent = nullptr);

Q_SIGNALS:
    //! What a notification leads to.
    void openRequested(const QString &page, const QString &filter);

private:
    void showNotices();
    void open(const QModelIndex &index);

    const NoticeLog &m_notices;
    CellsModel m_rows;
    TableView *m_table;
};

} // namespace Gatehouse::Ui
