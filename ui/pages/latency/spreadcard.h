// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/pages/latency/latencywords.h"
#include "ui/widgets/card.h"

namespace Gatehouse::Ui {

class ChartPanel;
class HeatMap;
class LineChart;
class SegmentedControl;
class SeriesColours;

//! All answers over time: as a heat map, or the median of each group as lines.
class SpreadCard : public Card
{
    Q_OBJECT

public:
    //! \a colours outlives the card.
    explicit SpreadCard(SeriesColours &colours, QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const ReportTimes &times);
    void setLogarithmic(bool logarithmic);
    void toggleView();

Q_SIGNALS:
    void pointsActivated(int first, int last);
    void cellActivated(int column, int row);
    void columnHovered(int column);

private:
    void addViews();
    void showView(const QString &id);
    void showHeat();
    void showLines();

    SeriesColours &m_colours;
    LatencyWords m_words;
    QJsonObject m_report;
    ReportTimes m_times;
    SegmentedControl *m_view;
    HeatMap *m_heat;
    LineChart *m_chart;
    ChartPanel *m_panel;
    bool m_isLogarithmic = false;
};

} // namespace Gatehouse::Ui
