// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QMenu;
class QPushButton;

namespace Gatehouse::Ui {

class LatencyChart;
class LegendBar;
struct OverviewData;

//! Latency over the chosen range, for all routes or one.
class LatencyCard : public Card
{
    Q_OBJECT

public:
    explicit LatencyCard(QWidget *parent = nullptr);

    void setOverview(const OverviewData &overview, const QString &range);
    void setRoutes(const QStringList &routes);

Q_SIGNALS:
    //! Empty for all routes.
    void routeChosen(const QString &route);
    void activated(const QString &filter);

private:
    void choose(const QString &route);

    QPushButton *m_routeButton;
    QMenu *m_routeMenu;
    LegendBar *m_legend;
    LatencyChart *m_chart;
    QString m_route;
};

} // namespace Gatehouse::Ui
