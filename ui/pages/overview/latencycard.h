// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QMenu;
class QPushButton;

namespace Gatehouse::Ui {

class ChartPanel;
class LineChart;
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
    void openPoints(int first, int last);

    QPushButton *m_routeButton;
    QMenu *m_routeMenu;
    LineChart *m_chart;
    ChartPanel *m_panel;
    QString m_route;
    qint64 m_bucketSeconds = 0;
};

} // namespace Gatehouse::Ui
