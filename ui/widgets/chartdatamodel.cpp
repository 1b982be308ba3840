// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartdatamodel.h"

#include "core/base/csv.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ChartDataModel::ChartDataModel(const ChartView &chart, QObject *parent)
    : QAbstractTableModel(parent)
    , m_chart(chart)
{
    connect(&chart, &ChartView::contentChanged, this, &ChartDataModel::reload);
    reload();
}

void ChartDataModel::reload()
{
    beginResetModel();
    m_series = m_chart.shownSeries();
    m_first = m_chart.firstPoint();
    m_rows = m_chart.lastPoint() - m_first + 1;
    endResetModel();
}

int ChartDataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ChartDataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_series.size());
}

QVariant ChartDataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int point = m_first + index.row();
    const bool isTime = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole: {
        if (isTime)
            return m_chart.pointLabel(point);
        const auto value = m_chart.value(m_series.at(index.column() - 1).id, point);
        return value ? m_chart.valueText(*value) : Format::unknown();
    }
    case Qt::TextAlignmentRole:
        return isTime ? QVariant() : int(Qt::AlignRight | Qt::AlignVCenter);
    case CellRole::Id:
        return m_chart.pointKey(point);
    case CellRole::Kind:
        return int(isTime ? CellKind::Strong : CellKind::Number);
    default:
        return {};
    }
}

QVariant ChartDataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section > m_series.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == CellRole::Id)
        return section == 0 ? u"time"_s : m_series.at(section - 1).id;
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : m_series.at(section - 1).name;
}

QString ChartDataModel::text() const
{
    QStringList lines;
    for (int row = -1; row < m_rows; ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.append(row < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                                 : index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QByteArray ChartDataModel::csv() const
{
    QByteArray text = "time,name," + m_chart.unitKey().toUtf8() + '\n';
    for (int row = 0; row < m_rows; ++row)
        for (const ChartView::Series &series : m_series) {
            const auto value = m_chart.value(series.id, m_first + row);
            text += csvCell(m_chart.pointKey(m_first + row)) + ',' + csvCell(series.name) + ','
                + (value ? QByteArray::number(*value, 'f', 9) : QByteArray()) + '\n';
        }
    return text;
}

} // namespace Gatehouse::Ui
