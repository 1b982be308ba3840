// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/reportmodel.h"
#include "ui/models/routetraffic.h"
#include "ui/widgets/card.h"

class QLabel;

namespace Gatehouse::Ui {

class ChartPanel;
class LineChart;
class SegmentedControl;
class SeriesColours;
class TableView;

//! Which share of a route's requests each target served, over time; and, while a canary runs, how
//! it does beside the others.
class TrafficCard : public Card
{
    Q_OBJECT

public:
    //! \a colours outlives the card.
    TrafficCard(Api::AdminClient &client, SeriesColours &colours, QWidget *parent = nullptr);

    //! An empty one is a model asked for directly: there is no share to tell.
    void setRoute(const QString &route);

Q_SIGNALS:
    //! Show the rows of a filter.
    void openRequests(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildChart();
    void buildCanary();
    void showTraffic();
    void showShares(const QJsonObject &traffic);
    void showCanary(const QJsonObject &traffic);
    int colourOf(const QString &provider, QList<int> &taken) const;
    void open(int first, int last);

    RouteTraffic m_traffic;
    SeriesColours &m_colours;
    ReportTimes m_times;
    QString m_route;
    CellsModel m_sides;
    SegmentedControl *m_ranges = nullptr;
    LineChart *m_chart = nullptr;
    ChartPanel *m_panel = nullptr;
    QLabel *m_words = nullptr; //!< in place of the chart
    QLabel *m_canaryTitle = nullptr;
    TableView *m_canary = nullptr;
};

} // namespace Gatehouse::Ui
