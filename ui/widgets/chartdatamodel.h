// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartview.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

//! The numbers a chart shows now, as a table: a row per point in view, a column per series drawn.
class ChartDataModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartDataModel(const ChartView &chart, QObject *parent = nullptr);

    //! Tab separated with a header line, as on screen.
    QString text() const;
    //! One line per point and series: dots as decimals, ISO times, no value for a gap.
    QByteArray csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();

    const ChartView &m_chart;
    QList<ChartView::Series> m_series;
    int m_first = 0;
    int m_rows = 0;
};

} // namespace Gatehouse::Ui
