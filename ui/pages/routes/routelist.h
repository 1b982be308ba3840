// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routelistmodel.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace Gatehouse::Ui {

class SearchField;
class TableView;

//! The names clients can ask for, with a field to search them.
class RouteList : public QWidget
{
    Q_OBJECT

public:
    explicit RouteList(QWidget *parent = nullptr);

    void setContent(const RoutesDraft &draft, const RouteFacts &facts);
    //! Empty when nothing is chosen.
    QString current() const { return m_current; }
    //! Without chosen(). Leaves the search when it hides the name.
    void setCurrent(const QString &id);
    void focusSearch();
    void focusList();
    //! What is at a place of the screen; empty for nothing.
    QString entryAt(QPoint place) const;
    //! Where an entry is on the screen.
    QRect entryRect(const QString &id) const;
    //! Brings what is hidden into sight while something is dragged to the edge of the list.
    void scrollTowards(QPoint place);

Q_SIGNALS:
    void chosen(const QString &id);
    //! Enter or a double click on a name.
    void activated(const QString &id);
    //! The same on a number of requests.
    void requestsActivated(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeCurrent();
    void sizeStates();
    void restoreCurrent();
    void spanHeading();
    void fitColumns();

    RouteListModel *m_model;
    SearchField *m_search;
    TableView *m_table;
    QLabel *m_nothing;
    QString m_current;
    bool m_restoring = false;
};

} // namespace Gatehouse::Ui
