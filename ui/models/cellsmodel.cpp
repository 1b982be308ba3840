// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cellsmodel.h"

#include "core/base/quantities.h"
#include "ui/widgets/format.h"

#include <QtCore/QDateTime>

namespace Gatehouse::Ui {

namespace {

//! What sorts is what is exported where it is a number or a time; elsewhere it is a rank.
QVariant valueOf(const CellsModel::Cell &cell)
{
    if (cell.value.isValid())
        return cell.value;
    switch (cell.sort.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
    case QMetaType::QDate:
    case QMetaType::QDateTime:
        return cell.sort;
    default:
        return {};
    }
}

} // namespace

CellsModel::Cell CellsModel::moneyCell(std::optional<qint64> nanoUsd)
{
    return {.text = Format::money(nanoUsd),
            .sort = nanoUsd.value_or(-1),
            .value = nanoUsd ? QVariant::fromValue(Money{*nanoUsd}) : QVariant()};
}

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
    case CellRole::Value:
        return valueOf(cell);
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
