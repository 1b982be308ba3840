// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spendreport.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

#include <functional>

class QPushButton;
class QStackedLayout;

namespace Gatehouse::Ui {

class ChartPanel;
class ChartView;
class LineChart;
class SeriesColours;
class StackedBarChart;
struct BarChartData;
struct LegendEntry;
struct LineChartData;

//! How a breakdown is drawn.
struct BreakdownLook {
    QString measure = QStringLiteral("cost"); //!< cost, tokens or requests
    QString kind = QStringLiteral("bars");    //!< bars, area, lines or cumulative
    bool asShare = false;                     //!< of each bucket's whole, not of cumulative ones
    bool compares = false;                    //!< the sum of the span before, too
    bool lastUnfinished = false;
    QJsonObject forecast = {};         //!< GET /forecast; empty: not drawn
    std::optional<double> budget = {}; //!< dollars per month; cumulative cost only
    QString title;
};

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
    struct Series {
        QString id;
        QString name;
        int colour = 0;
        QList<double> values;
        double total = 0;
    };
    //! What is expected of the days to come, in dollars.
    struct Expected {
        QList<double> days;
        double restOfToday = 0;
        double reachOfDay = 0;
        QList<double> reachOfSum;

        double total() const;
    };
    //! What is expected behind so many known points.
    struct Course {
        qsizetype known = 0;
        double start = 0; //!< the value of the last known point
        double least = 0; //!< the band ends here
        QList<double> values;
        QList<double> reach;
    };
    struct Labels {
        QStringList full;
        QStringList keys;
        QStringList axis;
    };

    QList<Series> seriesOf(const SpendReport &report, const QString &by,
                           const NameOf &nameOf) const;
    Labels labelsOf(const SpendReport &report) const;
    Expected expected() const;
    Series before(const SpendReport &report) const;
    bool showsBefore(const SpendReport &report) const;
    void showBars(const SpendReport &report, const QList<Series> &series);
    void showLines(const SpendReport &report, QList<Series> series);
    void showSums(const SpendReport &report, const QList<Series> &series);
    LineChartData emptyLines(const SpendReport &report) const;
    void addLine(LineChartData &lines, QList<LegendEntry> &legend, const Series &series,
                 bool isDashed) const;
    void addExpectedBars(BarChartData &bars) const;
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
