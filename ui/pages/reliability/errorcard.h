// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/widgets/card.h"

class QLabel;

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;

//! Failures over time by their kind, or the word that there were none.
class ErrorCard : public Card
{
    Q_OBJECT

public:
    explicit ErrorCard(QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const ReportTimes &times);

Q_SIGNALS:
    //! Of one kind, empty for all.
    void pointsActivated(const QString &kind, int first, int last);

private:
    void openPoints(int first, int last);
    void showErrors(const QJsonArray &errors, const ReportTimes &times);

    StackedBarChart *m_chart;
    ChartPanel *m_panel;
    QLabel *m_quiet;
};

} // namespace Gatehouse::Ui
