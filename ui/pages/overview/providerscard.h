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
    void followSlowest();
    void updateCaption();

    ProviderHealthModel &m_model;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
    QString m_slowest = QStringLiteral("88.8 s"); //!< the longest p95 so far, as it is written
};

} // namespace Gatehouse::Ui
