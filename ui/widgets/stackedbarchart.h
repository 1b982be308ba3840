// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartview.h"

#include <QtCore/QSet>

#include <functional>

namespace Gatehouse::Ui {

//! Bars of one bucket each, split by series.
struct BarChartData {
    struct Series {
        QString id;
        QString name;
        int colour = 0; //!< index of the theme's series, negative for "Other", or failureSeries
        QList<double> values;

        bool operator==(const Series &) const = default;
    };

    QStringList buckets;         //!< one label per bar
    QStringList keys = {};       //!< the same for files: "2026-11-22"
    QStringList axis = {};       //!< the same for the axis, where it has less room
    QList<Series> series;        //!< from the bottom up
    bool lastUnfinished = false; //!< the last bucket still grows: hatched
    int forecastFrom = -1;       //!< buckets from here on are expected, not known; negative: none
    double forecastReach = 0;    //!< how far the expected buckets may be off, drawn as a band
    //! A number beside each bar, drawn as a line across it: what there was before. Empty: none.
    Series compared = {};
    //! One more, drawn as a dashed line across all bars: what they may come to. Empty: none.
    Series allowed = {};

    bool operator==(const BarChartData &) const = default;
};

//! Stacked bars over buckets of time.
class StackedBarChart : public ChartView
{
    Q_OBJECT

public:
    using ValueText = std::function<QString(double)>;

    //! How values are written at the axis and in the tip.
    StackedBarChart(ValueText axisText, ValueText tipText, QWidget *parent = nullptr);

    void setData(const BarChartData &data);
    const BarChartData &data() const { return m_data; }
    //! About as many lines of the grid.
    void setGridIntervals(int intervals) { m_gridIntervals = intervals; }
    //! See unitKey().
    void setUnitKey(const QString &key) { m_unitKey = key; }

    int pointCount() const override { return int(m_data.buckets.size()); }
    QString pointLabel(int point) const override { return m_data.buckets.value(point); }
    QString pointKey(int point) const override;
    QList<Series> shownSeries() const override;
    std::optional<double> value(const QString &series, int point) const override;
    QString valueText(double value) const override { return m_tipText(value); }
    QString unitKey() const override { return m_unitKey; }
    ChartTip tip(int point) const override;

protected:
    void rebuild() override;
    void paintOver(QPainter *painter) override;
    bool marksBand() const override { return true; }
    QString seriesAt(int point, QPointF position) const override;

private:
    double total(int bucket) const;
    //! What is drawn beside the bars and shown.
    QList<const BarChartData::Series *> lines() const;
    bool isExpected(int bucket) const
    {
        return m_data.forecastFrom >= 0 && bucket >= m_data.forecastFrom;
    }
    double reachAt(int bucket) const { return isExpected(bucket) ? m_data.forecastReach : 0; }
    void paintBand(QPainter *painter) const;
    void paintCompared(QPainter *painter) const;
    void paintAllowed(QPainter *painter) const;
    double heightAt(double value) const;
    double highest() const;

    ValueText m_axisText;
    ValueText m_tipText;
    BarChartData m_data;
    QString m_unitKey = QStringLiteral("value");
    int m_gridIntervals = 5;
    double m_top = 1;
};

} // namespace Gatehouse::Ui
