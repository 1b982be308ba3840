// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

#include <QtCore/QAbstractItemModel>

namespace Gatehouse::Ui {

//! The diagram of one route as a tree of lines: the name over its strategy, the strategy over its
//! targets, the fallbacks beside it.
class RouteOutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Share, State, ColumnCount };

    explicit RouteOutlineModel(QObject *parent = nullptr);

    void setGraph(const RouteGraph &graph);
    const RouteGraph &graph() const { return m_graph; }
    //! The position of an index in the graph, -1 for none.
    int nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<int> childrenOf(int node) const;
    int parentOf(int node) const;

    RouteGraph m_graph;
};

} // namespace Gatehouse::Ui
