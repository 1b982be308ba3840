// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

//! The rules of one route as sentences, in the order in which they are tried.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    //! Shows rules; edited() is not emitted. The rows stay when only their values differ.
    void setRules(const QList<Api::RouteRule> &rules);
    const QList<Api::RouteRule> &rules() const { return m_rules; }
    //! In place of \a row, behind the last one when there is none such.
    void put(int row, const Api::RouteRule &rule);
    void removeRule(int row);
    //! By one place up (-1) or down (1); false at the end.
    bool move(int row, int by);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    //! The person changed rules().
    void edited();

private:
    QList<Api::RouteRule> m_rules;
};

} // namespace Gatehouse::Ui
