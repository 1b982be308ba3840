// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overviewdata.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! The models a provider lists, each to be offered or not. Offering all of them means that the list
//! follows the provider; a choice is a fixed list.
class ModelChoiceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Alias, Context, Price, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    //! \a chosen empty: all of \a listed are offered.
    void setModels(const QStringList &listed, const QStringList &chosen);
    //! What the provider lists now; the choice stays.
    void setListed(const QStringList &listed);
    //! What is known of a model beside its name.
    struct Facts {
        QStringList aliases; //!< routes that send requests to it
        MaybeNumber context; //!< tokens
        MaybeMoney input;    //!< nano-dollars for a million tokens
        MaybeMoney output;

        bool operator==(const Facts &) const = default;
    };
    void setFacts(const QHash<QString, Facts> &facts);
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
    QString text(const QString &model, int column) const;
    QString toolTip(const QString &model, int column) const;
    QVariant value(const QString &model, int column) const;

    QStringList m_models; //!< listed and chosen ones, sorted
    QStringList m_listed;
    QSet<QString> m_chosen;
    QHash<QString, Facts> m_facts;
    bool m_all = true;
};

} // namespace Gatehouse::Ui
