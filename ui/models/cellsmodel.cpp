// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cellsmodel.h"

namespace Gatehouse::Ui {

CellsModel::CellsModel(QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void CellsModel::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CellsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CellsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Cell cell = row.cells.value(index.column());
    const CellKind kind = m_columns.at(index.column()).kind;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return cell.detail.isEmpty() ? cell.text : tr("%1, %2").arg(cell.text, cell.detail);
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
    case Qt::TextAlignmentRole:
        return kind == CellKind::Number ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                        : QVariant();
    case CellRole::Id:
        return row.id;
    case CellRole::Kind:
        return int(kind);
    case CellRole::Tone:
        return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    case CellRole::Icon:
        return cell.icon;
    case CellRole::Detail:
        return cell.detail;
    case CellRole::Sort:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case CellRole::Series:
        return cell.series ? QVariant(*cell.series) : QVariant();
    case CellRole::Share:
        return cell.share ? QVariant(*cell.share) : QVariant();
    default:
        return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Column &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case CellRole::Id:
        return column.key;
    case Qt::TextAlignmentRole:
        return int((column.kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
