// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class ProviderHealthModel;
class TableView;

//! The providers and how they do.
class ProvidersCard : public Card
{
    Q_OBJECT

public:
    explicit ProvidersCard(ProviderHealthModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    //! The filter of the requests behind a cell.
    void activated(const QString &filter);

private:
    void sizeColumns();
    QString filterOf(const QModelIndex &cell) const;
    void updateCaption();

    ProviderHealthModel &m_model;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
};

} // namespace Gatehouse::Ui
