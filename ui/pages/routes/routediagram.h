// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! Where the requests of one route go: boxes from left to right, joined by edges as wide as their
//! share of the requests, dotted for what is tried only after a failure. Arrows move the choice,
//! Enter or a double click edits what is chosen. Targets and fallbacks are put in another order by
//! dragging or by Alt with Up and Down; + and - change the weight of a target.
class RouteDiagram : public QWidget
{
    Q_OBJECT

public:
    explicit RouteDiagram(QWidget *parent = nullptr);

    //! The choice stays when the boxes are the same.
    void setGraph(const RouteGraph &graph);
    //! Whether order and weights may be changed.
    void setEditable(bool editable);
    int currentNode() const { return m_current; }
    void setCurrentNode(int node);
    //! Where the box of a node is.
    QRectF nodeRect(int node) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! A position in the graph's nodes.
    void nodeActivated(int node);
    //! By so many places down, or up when negative.
    void nodeMoved(int node, int by);
    void weightChanged(int node, int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columnOf(int node) const;
    QList<int> column(int column) const;
    double columnWidth(int column) const;
    int nodeAt(QPointF place) const;
    int rowHeight() const;
    //! Targets and fallbacks: the boxes whose order means something.
    bool isMovable(int node) const;
    //! By how many places the box under the pointer would move if it were dropped now.
    int droppedBy() const;
    bool rearrange(const QKeyEvent &event);
    void paintDrag(QPainter &painter) const;
    void moveAcross(int by);
    void moveDown(int by);
    void paintEdge(QPainter &painter, int from, int to) const;
    void paintNode(QPainter &painter, int node) const;

    RouteGraph m_graph;
    int m_current = 0;
    bool m_editable = true;
    bool m_dragging = false;
    QPointF m_grip; //!< where the pointer went down
    double m_dragY = 0;
};

} // namespace Gatehouse::Ui
