// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

#include <QtCore/QObject>
#include <QtCore/QPoint>

class QMenu;

namespace Gatehouse::Ui {

class ConnectionLine;
class RouteList;
class RoutesModel;
class RouteView;

//! Changes a route from its diagram: by dragging, by lines pulled to the list, by the menu of a
//! box.
class RouteArranger : public QObject
{
    Q_OBJECT

public:
    //! \a list, \a view and \a model outlive the arranger; lines are drawn over \a page.
    RouteArranger(RoutesModel &model, RouteList &list, RouteView &view, QWidget *page);

    void setEditable(bool editable) { m_editable = editable; }

Q_SIGNALS:
    //! The route as it is to be, and what happened to it in words.
    void changed(const Api::Route &route, const QString &sentence);
    void editRequested(const RouteNode &node);

private:
    //! What joining the shown route with an entry of the list means.
    struct Offer {
        std::optional<Api::Route> route = {}; //!< none: not possible
        QString text = {};
        QString sentence = {};
    };

    const Api::Route *current() const;
    Offer offerOf(const QString &entry) const;
    Offer offerOfRoute(const Api::Route &route, const QString &entry) const;
    void pull(QPoint from, QPoint to);
    void drop(QPoint to);
    void move(const RouteNode &node, int by);
    void weigh(const RouteNode &node, int by);
    void openMenu(const RouteNode &node, QPoint place);
    void addNodeActions(QMenu &menu, const Api::Route &route, const RouteNode &node);
    void addJoins(QMenu &menu);

    RoutesModel &m_model;
    RouteList &m_list;
    RouteView &m_view;
    ConnectionLine *m_line;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
