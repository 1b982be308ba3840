// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartview.h"

#include <QtCore/QSet>

#include <optional>

namespace Gatehouse::Ui {

//! Percentiles over time, milliseconds; no value is a gap.
struct LatencyChartData {
    using Values = QList<std::optional<double>>;

    QStringList times;      //!< one label per point, for the tip
    QStringList keys = {};  //!< the same for files: ISO times
    QStringList axisLabels; //!< evenly spread from the first point to the end of the last
    Values p50;
    Values p95;
    Values firstToken;
    bool lastUnfinished = true; //!< the last point still grows: hatched

    bool operator==(const LatencyChartData &) const = default;
};

//! The median as a line, the 95th percentile dashed, the band between them, and the median time to
//! the first token. The series' ids are "p50", "p95" and "firstToken".
class LatencyChart : public ChartView
{
    Q_OBJECT

public:
    explicit LatencyChart(QWidget *parent = nullptr);

    void setData(const LatencyChartData &percentiles);

    int pointCount() const override { return int(m_data.times.size()); }
    QString pointLabel(int point) const override { return m_data.times.value(point); }
    QString pointKey(int point) const override;
    QList<Series> shownSeries() const override;
    std::optional<double> value(const QString &series, int point) const override;
    QString valueText(double value) const override;
    QString unitKey() const override;
    ChartTip tip(int point) const override;

protected:
    void rebuild() override;
    //! The last point still grows.
    void paintOver(QPainter *painter) override;

private:
    void addBand();
    void addLine(const QString &id, const QPen &pen);
    void addAxes();
    const LatencyChartData::Values &values(const QString &id) const;
    void addTimes(QCategoryAxis *axis) const;

    LatencyChartData m_data;
};

} // namespace Gatehouse::Ui
