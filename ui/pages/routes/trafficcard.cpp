// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/trafficcard.h"

#include "ui/models/filterwords.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 150;
constexpr int mostColours = 8;
constexpr int sideCharacters = 12;

enum Column { Side, Requests, Success, FirstToken, Total, Cost };

QList<CellsModel::Column> sideColumns()
{
    return {{u"side"_s, TrafficCard::tr("Side"), CellKind::Strong},
            {u"requests"_s, TrafficCard::tr("Requests"), CellKind::Number},
            {u"success"_s, TrafficCard::tr("Success"), CellKind::Number},
            {u"first_token"_s, TrafficCard::tr("First token p95"), CellKind::Number},
            {u"total"_s, TrafficCard::tr("Total p95"), CellKind::Number},
            {u"cost"_s, TrafficCard::tr("Per request"), CellKind::Number}};
}

CellsModel::Row sideRow(const QString &id, const QString &name, const QJsonObject &side)
{
    const qint64 requests = side.value("requests"_L1).toInteger();
    const qint64 failed = side.value("failed"_L1).toInteger();
    const qint64 priced = requests - side.value("unpriced"_L1).toInteger();
    const qint64 cost = side.value("cost_nano_usd"_L1).toInteger();
    const auto duration = [&side](QLatin1StringView key) {
        return CellsModel::Cell{.text = Format::durationFine(maybeNumber(side.value(key)))};
    };
    return {
        .id = id,
        .cells = {{.text = name},
                  {.text = Format::count(requests)},
                  {.text = requests > 0
                       ? Format::percent(double(requests - failed) / double(requests))
                       : Format::unknown()},
                  duration("first_token_p95"_L1),
                  duration("total_p95"_L1),
                  CellsModel::moneyCell(priced > 0 ? std::optional(cost / priced) : std::nullopt)}};
}

} // namespace

TrafficCard::TrafficCard(Api::AdminClient &client, SeriesColours &colours, QWidget *parent)
    : Card(tr("Share over time"), parent)
    , m_traffic(client)
    , m_colours(colours)
    , m_sides(sideColumns())
{
    setObjectName(u"routes.trafficCard"_s);
    m_ranges = new SegmentedControl(this);
    m_ranges->setObjectName(u"routes.trafficRangeControl"_s);
    m_ranges->setAccessibleName(tr("Range of the shares"));
    m_ranges->addSegment(u"24h"_s, tr("24 h"), tr("The last 24 hours"));
    m_ranges->addSegment(u"7d"_s, tr("7 d"), tr("The last 7 days"));
    m_ranges->addSegment(u"30d"_s, tr("30 d"), tr("The last 30 days"));
    m_ranges->setCurrent(m_traffic.range());
    addHeaderWidget(m_ranges);
    buildChart();
    buildCanary();
    connect(m_ranges, &SegmentedControl::currentChanged, &m_traffic, &RouteTraffic::setRange);
    connect(&m_traffic, &RouteTraffic::changed, this, &TrafficCard::showTraffic);
    showTraffic();
}

void TrafficCard::buildChart()
{
    const auto percent = [](double value) { return Format::percent(value); };
    m_chart = new LineChart(percent, percent, this);
    m_chart->setUnitKey(u"share"_s);
    m_panel = new ChartPanel(m_chart, u"routes.traffic"_s, this);
    m_panel->setTitle(tr("Share over time"));
    m_panel->setBodyHeight(chartHeight);
    m_words = makeLabel({}, u"muted"_s, this);
    m_words->setObjectName(u"routes.trafficLabel"_s);
    m_words->setWordWrap(true);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_words);
    content()->addWidget(m_panel);
    connect(m_chart, &ChartView::pointActivated, this, [this](int point) { open(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &TrafficCard::open);
}

void TrafficCard::buildCanary()
{
    m_canaryTitle = makeLabel(tr("Canary beside the others"), u"strong"_s, this);
    m_canary = new TableView(this);
    m_canary->setObjectName(u"routes.canaryTable"_s);
    m_canary->setAccessibleName(tr("Canary beside the others"));
    m_canary->setModel(&m_sides);
    m_canary->setFitsRows(true);
    for (const int column : {Requests, Success, FirstToken, Total, Cost})
        m_canary->setColumnText(column, column == Cost ? u"$8.8888"_s : u"88,888"_s);
    m_canary->setYielding(Side, sideCharacters, {Requests, Success, FirstToken, Cost, Total});
    content()->addWidget(m_canaryTitle);
    content()->addWidget(m_canary);
}

void TrafficCard::setRoute(const QString &route)
{
    m_route = route;
    setVisible(!route.isEmpty());
    m_traffic.setRoute(route);
}

//! Two models of one provider do not look the same.
int TrafficCard::colourOf(const QString &provider, QList<int> &taken) const
{
    int colour = m_colours.known(provider);
    for (int tried = 0; tried < mostColours && colour >= 0 && taken.contains(colour); ++tried)
        colour = (colour + 1) % mostColours;
    if (taken.size() >= mostColours)
        colour = -1;
    taken.append(colour);
    return colour;
}

void TrafficCard::showTraffic()
{
    const QJsonObject &traffic = m_traffic.data();
    const bool any = !traffic.value("targets"_L1).toArray().isEmpty();
    m_panel->setVisible(any);
    m_panel->dataToggle()->setVisible(any);
    m_words->setVisible(!any);
    switch (m_traffic.state()) {
    case RouteTraffic::State::Loading:
        m_words->setText(tr("Reading…"));
        break;
    case RouteTraffic::State::Failed:
        m_words->setText(tr("The gateway did not answer. It is asked again every minute."));
        break;
    case RouteTraffic::State::Ready:
        m_words->setText(tr("No target has served a request of this route in this range."));
        break;
    }
    showShares(traffic);
    showCanary(traffic);
}

void TrafficCard::showShares(const QJsonObject &traffic)
{
    const QTimeZone zone(traffic.value("time_zone"_L1).toString().toUtf8());
    m_times = reportTimes(traffic, zone.isValid() ? zone : QTimeZone::utc());
    const QJsonArray targets = traffic.value("targets"_L1).toArray();
    QList<double> sums(m_times.keys.size());
    for (const QJsonValue &target : targets)
        for (qsizetype i = 0; i < sums.size(); ++i)
            sums[i] += target["counts"_L1][i].toDouble();
    double whole = 0;
    for (const double sum : sums)
        whole += sum;
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .top = 1,
                        .stacked = true,
                        .lastUnfinished = m_times.lastUnfinished};
    QList<LegendEntry> legend;
    QList<int> taken;
    for (const QJsonValue &target : targets) {
        const QString provider = target["provider"_L1].toString();
        const QString model = target["model"_L1].toString();
        LineChartData::Line line{
            .id = QString(provider + u'/' + model),
            .name =
                tr("%1, %2", "model, provider").arg(model, target["name"_L1].toString(provider)),
            .colour = colourOf(provider, taken)};
        for (qsizetype i = 0; i < sums.size(); ++i)
            line.values.append(sums.at(i) > 0
                                   ? std::optional(target["counts"_L1][i].toDouble() / sums.at(i))
                                   : std::nullopt);
        const double share = whole > 0 ? target["requests"_L1].toDouble() / whole : 0;
        legend.append({.id = line.id,
                       .name = line.name,
                       .total = Format::percent(share),
                       .series = line.colour});
        chart.lines.append(line);
    }
    m_panel->setLegend(legend);
    m_chart->setData(chart);
}

void TrafficCard::showCanary(const QJsonObject &traffic)
{
    const bool runs = traffic.contains("canary"_L1);
    m_canaryTitle->setVisible(runs);
    m_canary->setVisible(runs);
    if (!runs)
        return;
    m_sides.setRows(
        {sideRow(u"canary"_s, tr("Canary"), traffic.value("canary"_L1).toObject()),
         sideRow(u"control"_s, tr("All others"), traffic.value("control"_L1).toObject())});
    m_canary->updateGeometry();
}

void TrafficCard::open(int first, int last)
{
    Q_EMIT openRequests(
        QString(filterWord(u"route"_s, m_route) + u' ' + m_times.filter(first, last)));
}

void TrafficCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_traffic.setActive(true);
}

void TrafficCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_traffic.setActive(false);
}

} // namespace Gatehouse::Ui
