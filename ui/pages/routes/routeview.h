// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

#include <QtWidgets/QWidget>

class QScrollArea;
class QStackedWidget;
class QTreeView;

namespace Gatehouse::Ui {

class Card;
class RouteDiagram;
class RouteOutlineModel;
class SegmentedControl;

//! One route as a diagram or, by a switch, as a list; shares planned or measured.
class RouteView : public QWidget
{
    Q_OBJECT

public:
    explicit RouteView(QWidget *parent = nullptr);

    void setGraph(const QString &name, const RouteGraph &graph);
    //! Measured shares are offered only where there is traffic to measure.
    void setMeasurable(bool measurable);
    RouteGraph::Shares shares() const;
    //! As high as the diagram, which does not scroll by itself then.
    void setWhole(bool whole);
    //! Whether order and weights may be changed in the diagram.
    void setEditable(bool editable);

Q_SIGNALS:
    void nodeActivated(const RouteNode &node);
    //! See RouteDiagram.
    void nodeMoved(const RouteNode &node, int by);
    void weightChanged(const RouteNode &node, int by);
    void linePulled(QPoint from, QPoint to);
    void lineDropped(QPoint to);
    void lineGivenUp();
    void menuRequested(const RouteNode &node, QPoint place);
    void sharesChanged();

private:
    QWidget *makeOutline();
    void sizeStates();
    void connectDiagram();
    void openOutlineMenu(QPoint place);
    void fitHeight();
    const RouteNode &node(int node) const;
    void showForm(const QString &form);

    RouteOutlineModel *m_outlineModel;
    Card *m_card;
    SegmentedControl *m_shares;
    SegmentedControl *m_form;
    RouteDiagram *m_diagram;
    QTreeView *m_outline = nullptr;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    bool m_whole = false;
};

} // namespace Gatehouse::Ui
