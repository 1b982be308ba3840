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
    QStringList axisLabels; //!< evenly spread from the first point to the end of the last
    Values p50;
    Values p95;
    Values firstToken;

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
    void setHidden(const QSet<QString> &ids);

    int pointCount() const override { return int(m_data.times.size()); }
    ChartTip tip(int point) const override;

protected:
    void rebuild() override;

private:
    void addBand();
    void addLine(const QString &id, const LatencyChartData::Values &values, const QPen &pen);
    void addAxes();
    bool isShown(const QString &id) const { return !m_hidden.contains(id); }

    LatencyChartData m_data;
    QSet<QString> m_hidden;
};

} // namespace Gatehouse::Ui
