// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modelchoicemodel.h"

#include "core/base/quantities.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tokens.h"

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

void ModelChoiceModel::setFacts(const QHash<QString, Facts> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    if (!m_models.isEmpty())
        Q_EMIT dataChanged(index(0, Alias), index(rowCount() - 1, Price));
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

QString ModelChoiceModel::text(const QString &model, int column) const
{
    const Facts facts = m_facts.value(model);
    switch (column) {
    case Model:
        return model;
    case Alias:
        return facts.aliases.isEmpty() ? Format::unknown() : facts.aliases.join(u", "_s);
    case Context:
        return facts.context ? Format::countShort(qint64(*facts.context)) : Format::unknown();
    case Price:
        return facts.input || facts.output
            ? tr("%1 / %2", "prices of input and output")
                  .arg(Format::money(facts.input), Format::money(facts.output))
            : tr("Set price…");
    default:
        return m_listed.contains(model) ? tr("Listed by the provider") : tr("Added by hand");
    }
}

QString ModelChoiceModel::toolTip(const QString &model, int column) const
{
    const Facts facts = m_facts.value(model);
    switch (column) {
    case Alias:
        return facts.aliases.isEmpty() ? tr("No route sends requests to it.")
                                       : tr("Clients reach it as %1.").arg(text(model, column));
    case Context:
        return facts.context ? tr("%1 tokens fit into a request and its answer.")
                                   .arg(Format::count(qint64(*facts.context)))
                             : tr("The built-in model list does not know it.");
    case Price:
        return facts.input || facts.output
            ? tr("For a million tokens of input and of output. Open it to see all its prices.")
            : tr("This model has no price, so its requests are not in the totals.");
    default:
        return model;
    }
}

QVariant ModelChoiceModel::value(const QString &model, int column) const
{
    const Facts facts = m_facts.value(model);
    if (column == Context)
        return facts.context ? QVariant(qint64(*facts.context)) : QVariant();
    if (column == Price && facts.input)
        return QVariant::fromValue(Money{*facts.input});
    return {};
}

QVariant ModelChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &model = m_models.at(index.row());
    const bool offered = m_all || m_chosen.contains(model);
    switch (role) {
    case Qt::DisplayRole:
        return text(model, index.column());
    case Qt::ToolTipRole:
        return toolTip(model, index.column());
    case CellRole::Value:
        return value(model, index.column());
    case CellRole::Tone:
        return index.column() == Price ? QVariant(int(Tone::Accent)) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != Model)
            return text(model, index.column());
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
        return QStringList{u"model"_s, u"alias"_s, u"context"_s, u"price"_s, u"source"_s}.value(
            section);
    if (role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Model"), tr("Asked for as"), tr("Context"), tr("Price"),
                       tr("Known from")}
        .value(section);
}

} // namespace Gatehouse::Ui
