// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routeoutlinemodel.h"

#include "ui/widgets/celldelegate.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RouteOutlineModel::RouteOutlineModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void RouteOutlineModel::setGraph(const RouteGraph &graph)
{
    if (graph == m_graph)
        return;
    beginResetModel();
    m_graph = graph;
    endResetModel();
}

int RouteOutlineModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? int(index.internalId()) : -1;
}

QModelIndex RouteOutlineModel::indexOf(int node) const
{
    if (node < 0 || node >= m_graph.nodes.size())
        return {};
    const auto row = int(childrenOf(parentOf(node)).indexOf(node));
    return createIndex(row, 0, quintptr(node));
}

//! The root has the name, the name the strategy and the fallbacks, the strategy (or, without one,
//! the name) the targets.
int RouteOutlineModel::parentOf(int node) const
{
    using Kind = RouteNode::Kind;
    const Kind kind = m_graph.nodes.at(node).kind;
    if (kind == Kind::Name)
        return -1;
    const bool chooses = m_graph.nodes.size() > 1 && m_graph.nodes.at(1).kind == Kind::Strategy;
    return (kind == Kind::Target || kind == Kind::Canary) && chooses ? 1 : 0;
}

QList<int> RouteOutlineModel::childrenOf(int node) const
{
    QList<int> children;
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        if (parentOf(i) == node)
            children.append(i);
    return children;
}

QModelIndex RouteOutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const QList<int> children = childrenOf(nodeOf(parent));
    if (row < 0 || row >= children.size() || column < 0 || column >= ColumnCount
        || (parent.isValid() && parent.column() != 0))
        return {};
    return createIndex(row, column, quintptr(children.at(row)));
}

QModelIndex RouteOutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(parentOf(nodeOf(index))) : QModelIndex();
}

int RouteOutlineModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return 0;
    return int(childrenOf(nodeOf(parent)).size());
}

int RouteOutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RouteOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RouteNode &node = m_graph.nodes.at(nodeOf(index));
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Title ? node.title : column == Share ? node.shareText : node.state;
    case Qt::AccessibleTextRole:
        return column == Title ? QVariant(node.sentence()) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return node.sentence();
    case Qt::TextAlignmentRole:
        return column == Share ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Kind:
        return int(column == Title           ? CellKind::TwoLine
                       : column == Share     ? CellKind::Number
                       : node.icon.isEmpty() ? CellKind::Text
                                             : CellKind::Pill);
    case CellRole::Detail:
        return column == Title ? QVariant(node.detail) : QVariant();
    case CellRole::Tone:
        return column == State ? QVariant(int(node.tone)) : QVariant();
    case CellRole::Icon:
        return column == State ? QVariant(node.icon) : QVariant();
    default:
        return {};
    }
}

QVariant RouteOutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Step") : section == Share ? tr("Share") : tr("State");
}

} // namespace Gatehouse::Ui
