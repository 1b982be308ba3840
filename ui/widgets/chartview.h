// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/legendbar.h"

#include <QtCharts/QChartView>
#include <QtGui/QColor>

class QCategoryAxis;

namespace Gatehouse::Ui {

//! What a chart says at one point of its axis.
struct ChartTip {
    struct Row {
        QColor colour;
        SwatchShape shape = SwatchShape::Square;
        QString name;
        QString value;
    };

    QString title;
    QList<Row> rows;
};

//! The ground of every chart: no frame, theme colours, a crosshair with all values under the
//! pointer. Focusable: Left and Right move by point, Enter opens it, T asks for the table.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    //! The point under the crosshair, -1 when none.
    int currentPoint() const { return m_point; }
    void setCurrentPoint(int point);
    virtual int pointCount() const = 0;
    virtual ChartTip tip(int point) const = 0;

Q_SIGNALS:
    //! A click or Enter on a point.
    void pointActivated(int point);
    void tableRequested();

protected:
    //! Makes series and axes anew from the data and the theme.
    virtual void rebuild() = 0;
    //! Painted over the chart, under crosshair and tip, in scene coordinates.
    virtual void paintOver(QPainter *painter);
    //! Whether the crosshair is a band as wide as a bar.
    virtual bool marksBand() const { return false; }

    //! An axis with the look of the theme and no labels yet; the chart owns it.
    QCategoryAxis *addAxis(Qt::Alignment side, double from, double to);
    //! Writes \a text at \a value. A QCategoryAxis takes each text once only (a day that begins and
    //! ends at 14:00), so a repeated one gets an invisible character.
    static void addLabel(QCategoryAxis *axis, const QString &text, double value);
    //! Takes away every series and axis.
    void clearChart();
    double pointToScene(double x) const;

    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int pointAt(QPointF position) const;
    void paintTip(QPainter *painter, const QRectF &plot, double x) const;

    int m_point = -1;
};

} // namespace Gatehouse::Ui
