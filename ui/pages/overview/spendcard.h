// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QPushButton;
class QStackedLayout;

namespace Gatehouse::Ui {

class LegendBar;
class StackedBarChart;
struct OverviewData;
class SeriesColours;

//! Spend over time, split by provider, model, team or key.
class SpendCard : public Card
{
    Q_OBJECT

public:
    explicit SpendCard(QWidget *parent = nullptr);

    void setOverview(const OverviewData &overview, SeriesColours &seriesColours);
    //! The numbers of the chart: one row per bucket and series, dots as decimals, ISO dates.
    QByteArray csv() const;

Q_SIGNALS:
    void groupChosen(const QString &group);
    //! The filter of the requests behind a bar.
    void activated(const QString &filter);

private:
    void addGroupMenu();
    void chooseFile();
    void showGroup(const QString &group);

    QPushButton *m_groupButton;
    LegendBar *m_legend;
    StackedBarChart *m_chart;
    QStringList m_buckets; //!< as the gateway names them
};

} // namespace Gatehouse::Ui
