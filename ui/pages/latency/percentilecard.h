// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/pages/latency/latencywords.h"
#include "ui/widgets/card.h"

class QCheckBox;

namespace Gatehouse::Ui {

class ChartPanel;
class LineChart;

//! The percentiles over time that are ticked: a band from the median, thin lines for the tail.
class PercentileCard : public Card
{
    Q_OBJECT

public:
    explicit PercentileCard(QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const ReportTimes &times);
    void setLogarithmic(bool logarithmic);
    void setCurrentPoint(int point);

Q_SIGNALS:
    void pointsActivated(int first, int last);

private:
    void addPercentile(const QString &id);
    void showLines();

    LatencyWords m_words;
    QJsonObject m_report;
    ReportTimes m_times;
    QList<QCheckBox *> m_percentiles;
    LineChart *m_chart;
    ChartPanel *m_panel;
    bool m_isLogarithmic = false;
};

} // namespace Gatehouse::Ui
