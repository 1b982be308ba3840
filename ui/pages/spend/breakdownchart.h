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
class LineChart;
class SeriesColours;
class StackedBarChart;

//! How a breakdown is drawn.
struct BreakdownLook {
    QString measure = QStringLiteral("cost"); //!< cost, tokens or requests
    QString kind = QStringLiteral("bars");    //!< bars, lines or cumulative
    bool asShare = false;                     //!< of each bucket's whole, not of cumulative ones
    bool compares = false;                    //!< lines: the sum of the span before, too
    bool lastUnfinished = false;
    QJsonObject forecast = {};         //!< GET /forecast; empty: not drawn
    std::optional<double> budget = {}; //!< dollars per month; cumulative cost only
    QString title;
};

//! The chart of a breakdown: stacked bars, lines or a running sum, the eight largest groups and
//! the others as one.
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

    QList<Series> seriesOf(const SpendReport &report, const QString &by,
                           const NameOf &nameOf) const;
    void showBars(const SpendReport &report, const QList<Series> &series);
    void showLines(const SpendReport &report, QList<Series> series);
    void addForecast(struct BarChartData &bars, const SpendReport &report) const;
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
