// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartview.h"

#include <functional>
#include <optional>

namespace Gatehouse::Ui {

//! Lines over time; no value is a gap.
struct LineChartData {
    enum class Style { Solid, Dashed, Thin };
    struct Line {
        QString id;
        QString name;
        int colour = 0; //!< index of the theme's series, negative for "Other"
        Style style = Style::Solid;
        QList<std::optional<double>> values = {};

        bool operator==(const Line &) const = default;
    };

    QStringList times;      //!< one label per point, for the tip
    QStringList keys;       //!< the same for files: ISO times
    QStringList axisLabels; //!< evenly spread from the first point to the end of the last
    QList<Line> lines;
    QString bandFrom = {}; //!< ids of the lines with a filled band between; empty: none
    QString bandTo = {};
    double bottom = 0; //!< of the axis
    double top = 0;    //!< of the axis; 0: as the values need
    bool logarithmic = false;
    //! Solid lines are filled areas on top of each other, the first at the bottom; others are
    //! lines.
    bool stacked = false;
    bool lastUnfinished = true; //!< the last point still grows: hatched

    bool operator==(const LineChartData &) const = default;
};

//! Lines over time with one axis of values, linear from the bottom or logarithmic.
class LineChart : public ChartView
{
    Q_OBJECT

public:
    using ValueText = std::function<QString(double)>;

    //! How values are written at the axis and in the tip.
    LineChart(ValueText axisText, ValueText tipText, QWidget *parent = nullptr);

    void setData(const LineChartData &data);
    const LineChartData &data() const { return m_data; }
    //! See unitKey().
    void setUnitKey(const QString &key) { m_unitKey = key; }

    int pointCount() const override { return int(m_data.times.size()); }
    QString pointLabel(int point) const override { return m_data.times.value(point); }
    QString pointKey(int point) const override { return m_data.keys.value(point); }
    QList<Series> shownSeries() const override;
    std::optional<double> value(const QString &series, int point) const override;
    QString valueText(double value) const override { return m_tipText(value); }
    QString unitKey() const override { return m_unitKey; }
    ChartTip tip(int point) const override;

protected:
    void rebuild() override;
    void paintOver(QPainter *painter) override;

private:
    using Values = QList<std::optional<double>>;

    const LineChartData::Line *line(const QString &id) const;
    double scaled(double value) const;
    QList<QList<QPointF>> runs(const Values &values) const;
    void addBand();
    void addStack();
    void addArea(const Values &lower, const Values &upper, const QColor &colour);
    void addLine(const LineChartData::Line &line);
    void addRun(const QList<QPointF> &run, const QPen &pen);
    void addAxes();
    void labelLinear(QCategoryAxis *axis, double top) const;
    void labelLogarithmic(QCategoryAxis *axis, double low, double high) const;
    void addTimes(QCategoryAxis *axis) const;
    bool isArea(const LineChartData::Line &line) const
    {
        return m_data.stacked && line.style == LineChartData::Style::Solid;
    }
    std::pair<double, double> extent() const;

    ValueText m_axisText;
    ValueText m_tipText;
    LineChartData m_data;
    QString m_unitKey = QStringLiteral("value");
};

} // namespace Gatehouse::Ui
