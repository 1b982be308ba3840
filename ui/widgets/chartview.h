// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/legendbar.h"

#include <QtCharts/QChartView>
#include <QtGui/QColor>

#include <optional>

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
//! pointer. Dragging zooms into a span of points. Focusable: Left and Right move by point, Up and
//! Down by series, each step is told to assistive tools; Enter opens the point, T asks for the
//! table, Esc ends the zoom. With Shift, Left and Right widen a span, and Enter zooms into it.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    //! A series that is drawn now.
    struct Series {
        QString id;
        QString name;
    };

    explicit ChartView(QWidget *parent = nullptr);

    virtual int pointCount() const = 0;
    //! The point as people read it, and as a file has it (ISO time).
    virtual QString pointLabel(int point) const = 0;
    virtual QString pointKey(int point) const = 0;
    virtual QList<Series> shownSeries() const = 0;
    //! None: a gap.
    virtual std::optional<double> value(const QString &series, int point) const = 0;
    virtual QString valueText(double value) const = 0;
    //! The name of the values in a file: "cost_usd".
    virtual QString unitKey() const = 0;
    virtual ChartTip tip(int point) const = 0;

    //! The point under the crosshair, -1 when none.
    int currentPoint() const { return m_point; }
    void setCurrentPoint(int point);
    //! The series chosen by Up and Down or under the pointer; empty: all.
    const QString &currentSeries() const { return m_series; }

    //! Series not drawn, by id.
    void setHidden(const QSet<QString> &ids);
    bool isShown(const QString &series) const { return !m_hidden.contains(series); }

    bool isZoomed() const { return m_zoom.has_value(); }
    //! The first and the last point in view.
    int firstPoint() const;
    int lastPoint() const;
    //! Shows only these points; at least two.
    void zoomTo(int first, int last);
    void resetZoom();

Q_SIGNALS:
    //! A click or Enter on a point.
    void pointActivated(int point);
    void tableRequested();
    void zoomChanged();
    //! Data, hidden series or zoom are others now.
    void contentChanged();

protected:
    //! Makes series and axes anew from the data and the theme.
    virtual void rebuild() = 0;
    //! Painted over the chart, under crosshair and tip, in scene coordinates.
    virtual void paintOver(QPainter *painter);
    //! Whether the crosshair is a band as wide as a bar.
    virtual bool marksBand() const { return false; }
    //! The series at a place of the plot; empty when the chart cannot tell.
    virtual QString seriesAt(int point, QPointF position) const;

    //! Subclasses call it with new data in place: keeps the zoom on the same labels, or ends it.
    void dataReplaced();
    //! An axis with the look of the theme and no labels yet; the chart owns it.
    QCategoryAxis *addAxis(Qt::Alignment side, double from, double to);
    //! Writes \a text at \a value. A QCategoryAxis takes each text once only (a day that begins and
    //! ends at 14:00), so a repeated one gets an invisible character.
    static void addLabel(QCategoryAxis *axis, const QString &text, double value);
    //! Takes away every series and axis.
    void clearChart();
    double pointToScene(double x) const;
    //! Slanted lines over \a area: it still grows.
    static void paintHatch(QPainter *painter, const QRectF &area, const QColor &colour);

    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Zoom {
        int first = 0;
        int last = 0;
        QString firstLabel;
        QString lastLabel;
    };

    int pointAt(QPointF position) const;
    void moveSeries(int step);
    void movePoint(int point, bool widen);
    void enter();
    void announce();
    void refresh();
    void paintDrag(QPainter *painter) const;
    void paintTip(QPainter *painter, const QRectF &plot, double x) const;

    QSet<QString> m_hidden;
    std::optional<Zoom> m_zoom;
    QString m_series;
    int m_point = -1;
    int m_dragStart = -1; //!< of a span by pointer or keys
    QPointF m_dragPosition;
};

} // namespace Gatehouse::Ui
