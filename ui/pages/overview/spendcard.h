// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QtCore/QDate>

class QPushButton;

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;
struct OverviewData;
class SeriesColours;

//! Spend over time, split by provider, model, team or key.
class SpendCard : public Card
{
    Q_OBJECT

public:
    explicit SpendCard(QWidget *parent = nullptr);

    void setOverview(const OverviewData &overview, SeriesColours &seriesColours,
                     const QString &range);

Q_SIGNALS:
    void groupChosen(const QString &group);
    //! The filter of the requests behind a bar.
    void activated(const QString &filter);

private:
    void addGroupMenu();
    void openPoints(int first, int last);
    void showGroup(const QString &group);

    QPushButton *m_groupButton;
    StackedBarChart *m_chart;
    ChartPanel *m_panel;
    QString m_group;
    int m_bucketDays = 1;
    QDate m_lastDay; //!< of a range chosen by hand
};

} // namespace Gatehouse::Ui
