// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! How often something was measured, by time and by value.
struct HeatMapData {
    QStringList times;           //!< one label per column
    QStringList axisLabels;      //!< evenly spread under the columns
    QStringList bounds;          //!< of the rows from below, one more than rows
    QList<QList<qint64>> counts; //!< rows from below, each with a count per column

    bool operator==(const HeatMapData &) const = default;
};

//! Cells over time and value, the deeper the more. The column under the pointer is told by
//! columnHovered() so that a chart beside it can follow. Arrow keys move a cell, Enter opens it.
class HeatMap : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMap(QWidget *parent = nullptr);

    void setData(const HeatMapData &map);

Q_SIGNALS:
    void columnHovered(int column);
    void cellActivated(int column, int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    QRectF cell(int column, int row) const;
    QPoint cellAt(QPointF position) const;
    void moveTo(QPoint cell);
    QString textOf(QPoint cell) const;
    void paintAxes(QPainter *painter, const QRectF &plot) const;

    HeatMapData m_data;
    qint64 m_most = 0;
    QPoint m_cell{-1, -1}; //!< column and row
};

} // namespace Gatehouse::Ui
