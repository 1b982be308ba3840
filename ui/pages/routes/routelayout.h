// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

#include <QtCore/QRectF>
#include <QtGui/QFont>
#include <QtGui/QPainterPath>

namespace Gatehouse::Ui {

//! Where the parts of a route's diagram are, in a widget of a size: three columns of boxes (name,
//! strategy, targets with fallbacks), the edges between them and what can be gripped.
class RouteLayout
{
public:
    static constexpr int margin = 3; //!< room for the ring of the chosen box
    static constexpr int rowGap = 10;

    RouteLayout(const RouteGraph &graph, QSizeF size)
        : m_graph(graph)
        , m_size(size)
    {
    }

    //! Of titles in a box.
    static QFont strongFont();
    static int rowHeight();

    int columnOf(int node) const;
    QList<int> column(int column) const;
    QRectF nodeRect(int node) const;
    //! -1 when there is none.
    int nodeAt(QPointF place) const;
    //! The box that all edges to the targets come from.
    int source() const;
    QPainterPath edge(int from, int to) const;
    //! Where \a text stands on the edge to a node.
    QRectF pillRect(int node, const QString &text) const;
    //! Whose pill is there; -1 when nobody's.
    int pillAt(QPointF place) const;
    //! Where new targets and fallbacks are pulled from; empty where nothing may be added.
    QRectF handle() const;

private:
    double neededWidth(int column) const;
    double columnWidth(int column) const;

    const RouteGraph &m_graph;
    QSizeF m_size;
};

} // namespace Gatehouse::Ui
