// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/choicemodel.h"

#include <algorithm>

namespace Gatehouse::Ui {

void ChoiceModel::setChoices(const QList<Choice> &choices)
{
    beginResetModel();
    m_choices = choices;
    addMissing();
    endResetModel();
}

void ChoiceModel::setChosen(const QStringList &ids)
{
    beginResetModel();
    m_chosen = QSet<QString>(ids.cbegin(), ids.cend());
    addMissing();
    endResetModel();
}

void ChoiceModel::addMissing()
{
    QStringList missing = m_chosen.values();
    missing.sort();
    for (const QString &id : std::as_const(missing))
        if (std::ranges::none_of(std::as_const(m_choices),
                                 [&id](const Choice &choice) { return choice.id == id; }))
            m_choices.append({.id = id, .text = {}});
}

QStringList ChoiceModel::chosen() const
{
    QStringList ids;
    for (const Choice &choice : m_choices)
        if (m_chosen.contains(choice.id))
            ids.append(choice.id);
    return ids;
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return choice.text.isEmpty() ? choice.id : choice.text;
    case Qt::CheckStateRole:
        return m_chosen.contains(choice.id) ? Qt::Checked : Qt::Unchecked;
    case Qt::UserRole:
        return choice.id;
    default:
        return {};
    }
}

bool ChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &id = m_choices.at(index.row()).id;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(id);
    else
        m_chosen.remove(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable
                           : QAbstractListModel::flags(index);
}

} // namespace Gatehouse::Ui
