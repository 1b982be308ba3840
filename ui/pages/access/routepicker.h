// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/choicemodel.h"

#include <QtWidgets/QWidget>

class QListView;
class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class SearchField;
class SegmentedControl;

//! All models and routes, or some ticked in a list.
class RoutePicker : public QWidget
{
    Q_OBJECT

public:
    //! The parts are called "<area>.routesChoice", ".routesFilterField", ".routesList".
    explicit RoutePicker(const QString &area, QWidget *parent = nullptr);

    //! \a names as in GET /models: routes, and models as "provider/model".
    void setNames(const QStringList &names);
    //! Patterns; "*" among them, or none at all, is all.
    void setRoutes(const QStringList &routes);
    bool isAll() const;
    //! What is ticked; empty when all is chosen.
    QStringList chosen() const;

Q_SIGNALS:
    void edited();

private:
    void showList();

    ChoiceModel *m_model;
    QSortFilterProxyModel *m_filter;
    SegmentedControl *m_choice;
    SearchField *m_search;
    QListView *m_list;
};

} // namespace Gatehouse::Ui
