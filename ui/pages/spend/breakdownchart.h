// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spend/breakdownseries.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QPushButton;
class QStackedLayout;

namespace Gatehouse::Ui {

class ChartPanel;
class ChartView;
class LineChart;
class StackedBarChart;
struct BarChartData;
struct LegendEntry;
struct LineChartData;

//! The chart of a breakdown: stacked bars or areas, lines or a running sum, the eight largest
//! groups and the others as one.
class BreakdownChart : public QWidget
{
    Q_OBJECT

public:
    using NameOf = std::function<QString(const SpendGroup &group)>;

    //! \a colours outlives the chart.
    explicit BreakdownChart(SeriesColours &colours, QWidget *parent = nullptr);

    void show(const SpendReport &report, const QString &by, const NameOf &nameOf,
              const BreakdownLook &look);
    //! Series by group of what is drawn; the others have none.
    const QHash<QString, int> &colours() const { return m_shownColours; }
    //! The group under the pointer or chosen by keys; none: all.
    std::optional<QString> currentGroup() const;
    //! Between chart and table, one for each form; only the shown form's is visible.
    QList<QPushButton *> dataToggles() const;

Q_SIGNALS:
    void pointActivated(int point);
    void requestsRequested(int first, int last);

private:
    using Series = BreakdownSeries;
    //! What is expected behind so many known points.
    struct Course {
        qsizetype known = 0;
        double start = 0; //!< the value of the last known point
        double least = 0; //!< the band ends here
        QList<double> values;
        QList<double> reach;
    };

    bool showsBefore(const SpendReport &report) const;
    void showBars(const SpendReport &report, const QList<Series> &series);
    void showLines(const SpendReport &report, QList<Series> series);
    void showSums(const SpendReport &report, const QList<Series> &series);
    LineChartData emptyLines(const SpendReport &report) const;
    void addLine(LineChartData &lines, QList<LegendEntry> &legend, const Series &series,
                 bool isDashed) const;
    void addExpectedBars(BarChartData &bars) const;
    void addAllowed(const SpendReport &report, BarChartData &bars,
                    QList<LegendEntry> &legend) const;
    void addExpectedDays(LineChartData &lines, QList<LegendEntry> &legend) const;
    void addExpectedSum(LineChartData &lines, QList<LegendEntry> &legend, double sum) const;
    static void addExpectedLine(LineChartData &lines, const Course &course);
    void finishLines(LineChartData &lines, const QList<LegendEntry> &legend);
    QString axisText(double value) const;
    QString tipText(double value) const;

    SeriesColours &m_colours;
    QHash<QString, int> m_shownColours;
    BreakdownLook m_look;
    StackedBarChart *m_bars;
    LineChart *m_lines;
    ChartPanel *m_barPanel;
    ChartPanel *m_linePanel;
    QStackedLayout *m_stack;
};

} // namespace Gatehouse::Ui
