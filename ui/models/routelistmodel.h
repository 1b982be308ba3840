// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routefacts.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

class RoutesDraft;

//! How many of a route's targets can take a request, in words.
struct RouteState {
    QString word;
    Tone tone = Tone::Neutral;
    QString icon;
};
RouteState routeState(const Api::Route &route, const RouteFacts &facts);

//! Every name clients can ask for: the routes, then, under a heading, the models reachable without
//! one. The id of a row (Qt::UserRole) is that name; the heading has none.
class RouteListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Requests, ColumnCount };
    enum class RowKind { Route, Heading, Direct };

    explicit RouteListModel(QObject *parent = nullptr);

    void setContent(const RoutesDraft &draft, const RouteFacts &facts);
    //! Only names, targets and strategies with this text.
    void setSearch(const QString &text);
    RowKind kind(int row) const { return m_shown.at(row).kind; }
    //! -1 when it is not shown.
    int rowOf(const QString &id) const;
    int routeCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        RowKind kind = RowKind::Route;
        QString id = {};
        QString title = {};
        QString detail = {};
        RouteState state = {};
        QString requests = {};
        QString searched = {};

        bool isSameAs(const Row &other) const { return id == other.id && kind == other.kind; }
    };

    Row routeRow(const Api::Route &route, bool changed, const RouteFacts &facts) const;
    Row directRow(const DirectModel &model, const RouteFacts &facts) const;
    void show();

    QList<Row> m_rows;
    QList<Row> m_shown;
    QString m_search;
};

} // namespace Gatehouse::Ui
