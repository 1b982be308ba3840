// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/routes/routelayout.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! Where the requests of one route go: boxes from left to right, joined by edges as wide as their
//! share of the requests, dotted for what is tried only after a failure. Arrows move the choice,
//! Enter or a double click edits what is chosen. Targets and fallbacks are put in another order by
//! dragging or by Alt with Up and Down. A weight changes by dragging or turning the wheel on the
//! share at its edge, by + and -, or by Page Up and Page Down. From the mark at the strategy a line
//! is pulled to what shall become a target or a fallback. Esc ends every drag without a change; the
//! menu of a box offers the same.
class RouteDiagram : public QWidget
{
    Q_OBJECT

public:
    explicit RouteDiagram(QWidget *parent = nullptr);

    //! The choice stays when the boxes are the same.
    void setGraph(const RouteGraph &graph);
    //! Whether anything may be changed.
    void setEditable(bool editable);
    int currentNode() const { return m_current; }
    int nodeCount() const { return int(m_graph.nodes.size()); }
    void setCurrentNode(int node);
    //! Where the box of a node is.
    QRectF nodeRect(int node) const { return places().nodeRect(node); }
    //! Where the share of a node stands, and where lines are pulled from.
    QRectF shareRect(int node) const { return places().pillRect(node, pillText(node)); }
    QRectF handleRect() const { return m_editable ? places().handle() : QRectF(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! A position in the graph's nodes.
    void nodeActivated(int node);
    //! By so many places down, or up when negative.
    void nodeMoved(int node, int by);
    void weightChanged(int node, int by);
    //! A line is pulled from \a from; both on the screen.
    void linePulled(QPoint from, QPoint to);
    //! It was let go, or given up.
    void lineDropped(QPoint to);
    void lineGivenUp();
    //! The menu of a node; \a place on the screen.
    void menuRequested(int node, QPoint place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    //! What the pointer holds, and what it pulls once it has moved far enough.
    enum class Grip { Nothing, Box, Weight, Handle };

    RouteLayout places() const { return {m_graph, QSizeF(size())}; }
    QString pillText(int node) const;
    //! Targets and fallbacks: the boxes whose order means something.
    bool isMovable(int node) const;
    bool isWeighed(int node) const;
    Grip gripAt(QPointF place) const;
    void showGrip(QPointF place);
    //! By how many places the box under the pointer would move if it were dropped now.
    int droppedBy() const;
    //! By how much the weight would change.
    int pulledBy() const;
    void letGo();
    bool rearrange(const QKeyEvent &event);
    bool moveByKey(const QKeyEvent &event);
    void changeWeight(int node, int by);
    void paintDrag(QPainter &painter) const;
    void paintHandle(QPainter &painter) const;
    void moveAcross(int by);
    void moveDown(int by);
    void paintEdge(QPainter &painter, int from, int to) const;
    void paintPill(QPainter &painter, int node) const;
    void paintNode(QPainter &painter, int node) const;

    RouteGraph m_graph;
    int m_current = 0;
    bool m_editable = true;
    Grip m_grip = Grip::Nothing;
    bool m_pulling = false;
    QPointF m_gripPlace; //!< where the pointer went down
    double m_dragY = 0;
};

} // namespace Gatehouse::Ui
