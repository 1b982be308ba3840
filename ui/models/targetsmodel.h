// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routefacts.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

//! The targets of one route, in order, editable: provider, model, weight and the share that comes
//! of it.
class TargetsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Provider, Model, Weight, Share, ColumnCount };

    explicit TargetsModel(QObject *parent = nullptr);

    //! Shows a route; edited() is not emitted. The rows stay when only their values differ.
    void setRoute(const Api::Route &route, const RouteFacts &facts);
    void setEditable(bool editable) { m_editable = editable; }
    const QList<Api::RouteTarget> &targets() const { return m_route.targets; }
    //! "Weights add up to 90. They are shares…"; empty when the order decides or they add up to
    //! 100 or 1.
    QString weightsHint() const;
    //! What the provider of \a row offers, for completion.
    QStringList modelsFor(int row) const;

    void append(const Api::RouteTarget &target);
    void removeTarget(int row);
    //! By one place up (-1) or down (1); false at the end.
    bool move(int row, int by);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    //! The person changed targets().
    void edited();

private:
    void shareChanged();
    QString health(const QString &provider) const;
    QString text(const Api::RouteTarget &target, int row, int column) const;

    Api::Route m_route;
    RouteFacts m_facts;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
