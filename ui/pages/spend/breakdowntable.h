// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/spendreport.h"
#include "ui/pages/spend/breakdownrows.h"
#include "ui/widgets/card.h"

#include <optional>

class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class TableView;

//! The groups of a breakdown, the dearest first until it is sorted, with their total.
class BreakdownTable : public Card
{
    Q_OBJECT

public:
    explicit BreakdownTable(QWidget *parent);

    //! \a colours: of the groups that are drawn. \a showsAll: also those that are folded into one.
    void setContent(const SpendReport &report, const BreakdownRows::Question &question,
                    const QHash<QString, int> &colours, std::optional<qint64> idle, bool showsAll);
    //! As they are told, whatever the table is sorted by.
    const CellsModel &rows() const { return m_rows; }

Q_SIGNALS:
    void rowActivated(const QString &id);

private:
    CellsModel m_rows;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
};

} // namespace Gatehouse::Ui
