// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulesmodel.h"

#include "ui/models/rulesentence.h"
#include "ui/widgets/celldelegate.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

void RulesModel::setRules(const QList<Api::RouteRule> &rules)
{
    if (rules == m_rules)
        return;
    if (rules.size() != m_rules.size()) {
        beginResetModel();
        m_rules = rules;
        endResetModel();
        return;
    }
    m_rules = rules;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void RulesModel::put(int row, const Api::RouteRule &rule)
{
    if (row >= 0 && row < rowCount()) {
        m_rules[row] = rule;
        Q_EMIT dataChanged(index(row, 0), index(row, 0));
    } else {
        beginInsertRows({}, rowCount(), rowCount());
        m_rules.append(rule);
        endInsertRows();
    }
    Q_EMIT edited();
}

void RulesModel::removeRule(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

bool RulesModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount())
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_rules.move(row, to);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Api::RouteRule &rule = m_rules.at(index.row());
    const QString sentence = ruleSentence(rule);
    switch (role) {
    case Qt::DisplayRole:
        return ruleCondition(rule);
    case CellRole::Detail:
        return rule.name.isEmpty() ? ruleAction(rule)
                                   : tr("%1 (%2)").arg(ruleAction(rule), rule.name);
    case CellRole::Kind:
        return int(CellKind::TwoLine);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return rule.name.isEmpty() ? sentence : tr("%1. %2").arg(rule.name, sentence);
    default:
        return {};
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section != 0 || orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return tr("The first that holds decides");
    return role == CellRole::Id ? QVariant(u"rule"_s) : QVariant();
}

} // namespace Gatehouse::Ui
