// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modelchoicemodel.h"

#include "ui/widgets/celldelegate.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

void ModelChoiceModel::setModels(const QStringList &listed, const QStringList &chosen)
{
    beginResetModel();
    m_listed = listed;
    m_chosen = QSet<QString>(chosen.cbegin(), chosen.cend());
    m_all = chosen.isEmpty();
    rebuild();
    endResetModel();
}

void ModelChoiceModel::setListed(const QStringList &listed)
{
    if (listed != m_listed)
        setModels(listed, chosen());
}

void ModelChoiceModel::add(const QString &model)
{
    beginResetModel();
    if (m_all)
        m_chosen = QSet<QString>(m_listed.cbegin(), m_listed.cend());
    m_all = false;
    m_chosen.insert(model);
    rebuild();
    endResetModel();
    Q_EMIT choiceChanged();
}

void ModelChoiceModel::setOffersAll(bool all)
{
    if (all == m_all)
        return;
    beginResetModel();
    m_all = all;
    if (!all)
        m_chosen = QSet<QString>(m_models.cbegin(), m_models.cend());
    endResetModel();
    Q_EMIT choiceChanged();
}

QStringList ModelChoiceModel::chosen() const
{
    QStringList list;
    if (!m_all)
        for (const QString &model : m_models)
            if (m_chosen.contains(model))
                list.append(model);
    return list;
}

int ModelChoiceModel::offeredCount() const
{
    return m_all ? int(m_listed.size()) : int(chosen().size());
}

void ModelChoiceModel::rebuild()
{
    m_models = m_listed;
    for (const QString &model : std::as_const(m_chosen))
        if (!m_models.contains(model))
            m_models.append(model);
    m_models.sort();
}

int ModelChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

int ModelChoiceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ModelChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &model = m_models.at(index.row());
    const bool offered = m_all || m_chosen.contains(model);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Model)
            return model;
        return m_listed.contains(model) ? tr("Listed by the provider") : tr("Added by hand");
    case Qt::ToolTipRole:
        return model;
    case Qt::AccessibleTextRole:
        return offered ? tr("%1, offered").arg(model) : tr("%1, not offered").arg(model);
    case Qt::CheckStateRole:
        return index.column() == Model ? QVariant(offered ? Qt::Checked : Qt::Unchecked)
                                       : QVariant();
    case CellRole::Id:
        return model;
    case CellRole::Kind:
        return int(index.column() == Model ? CellKind::Check : CellKind::Text);
    default:
        return {};
    }
}

bool ModelChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString model = m_models.at(index.row());
    const bool checked = value.toInt() == Qt::Checked;
    if (!checked && offeredCount() == 1)
        return false; // an empty choice would mean all of them
    if (m_all) {      // without one it is all no longer
        m_all = false;
        m_chosen = QSet<QString>(m_models.cbegin(), m_models.cend());
    }
    if (checked)
        m_chosen.insert(model);
    else
        m_chosen.remove(model);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags ModelChoiceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Model ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ModelChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == CellRole::Id)
        return section == Model ? u"model"_s : u"source"_s;
    if (role == Qt::DisplayRole)
        return section == Model ? tr("Model") : tr("Known from");
    return {};
}

} // namespace Gatehouse::Ui
