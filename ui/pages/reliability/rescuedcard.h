// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/widgets/card.h"

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;

//! Requests that failed first and were answered later.
class RescuedCard : public Card
{
    Q_OBJECT

public:
    explicit RescuedCard(QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const ReportTimes &times);

Q_SIGNALS:
    void pointsActivated(int first, int last);

private:
    StackedBarChart *m_chart;
    ChartPanel *m_panel;
};

} // namespace Gatehouse::Ui
