// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! Values to tick, such as the models and routes a key may call.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Choice {
        QString id;
        QString text; //!< the id when empty
    };

    using QAbstractListModel::QAbstractListModel;

    //! Ticked values that are not among \a choices are added, so that nothing is lost unseen.
    void setChoices(const QList<Choice> &choices);
    void setChosen(const QStringList &ids);
    //! In the order of the list.
    QStringList chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    //! The person ticked or cleared one.
    void edited();

private:
    void addMissing();

    QList<Choice> m_choices;
    QSet<QString> m_chosen;
};

} // namespace Gatehouse::Ui
