// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/histogrammodel.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;

//! Requests over time as bars, failed ones at their foot, with legend, crosshair and the same
//! numbers as a table. Dragging chooses a span, as do Shift with Left and Right and then Enter; a
//! click or Enter chooses one bar.
class RequestHistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit RequestHistogramView(QWidget *parent = nullptr);

    void setHistogram(const RequestHistogram &histogram);
    const RequestHistogram &histogram() const { return m_histogram; }
    //! The switch between chart and table; for the line above.
    QPushButton *dataToggle() const;

Q_SIGNALS:
    //! A part of the range was chosen.
    void spanChosen(const QDateTime &from, const QDateTime &to);

private:
    void choose(int first, int last);
    void showData(bool shown);

    StackedBarChart *m_chart;
    ChartPanel *m_panel;
    RequestHistogram m_histogram;
};

} // namespace Gatehouse::Ui
