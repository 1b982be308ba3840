// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! The models a provider lists, each to be offered or not. Offering all of them means that the list
//! follows the provider; a choice is a fixed list.
class ModelChoiceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    //! \a chosen empty: all of \a listed are offered.
    void setModels(const QStringList &listed, const QStringList &chosen);
    //! What the provider lists now; the choice stays.
    void setListed(const QStringList &listed);
    //! A model the provider does not list itself.
    void add(const QString &model);
    bool offersAll() const { return m_all; }
    //! Turning it off begins with everything chosen.
    void setOffersAll(bool all);
    //! For the configuration: empty when all are offered.
    QStringList chosen() const;
    int offeredCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    //! The person changed what is offered.
    void choiceChanged();

private:
    void rebuild();

    QStringList m_models; //!< listed and chosen ones, sorted
    QStringList m_listed;
    QSet<QString> m_chosen;
    bool m_all = true;
};

} // namespace Gatehouse::Ui
