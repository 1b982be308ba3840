// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QJsonObject;

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;
struct ReportTimes;

//! Where the time of an answer goes: its phases over time, the mean of each.
class PhaseCard : public Card
{
    Q_OBJECT

public:
    explicit PhaseCard(QWidget *parent = nullptr);

    //! \a caption: the range in words.
    void setReport(const QJsonObject &report, const ReportTimes &times, const QString &caption);

Q_SIGNALS:
    void pointsActivated(int first, int last);

private:
    StackedBarChart *m_chart;
    ChartPanel *m_panel;
};

} // namespace Gatehouse::Ui
