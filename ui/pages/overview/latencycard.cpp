// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/latencycard.h"

#include "ui/models/filterwords.h"
#include "ui/models/overviewdata.h"
#include "ui/models/timerange.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 208;
constexpr int axisParts = 4;
constexpr qint64 daySeconds = 24 * 3600;

QString rangeText(const QString &range)
{
    if (const std::optional<ChosenSpan> span = chosenSpan(range))
        return span->words();
    if (range == "1h"_L1)
        return LatencyCard::tr("last hour");
    if (range == "7d"_L1)
        return LatencyCard::tr("last 7 days");
    if (range == "30d"_L1)
        return LatencyCard::tr("last 30 days");
    return LatencyCard::tr("last 24 h");
}

QString bucketText(qint64 seconds)
{
    if (seconds < 60)
        return LatencyCard::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return LatencyCard::tr("%1 min").arg(seconds / 60);
    return LatencyCard::tr("%1 h").arg(seconds / 3600);
}

LineChartData chartData(const OverviewData &overview)
{
    using Style = LineChartData::Style;
    const OverviewData::Latency &latency = overview.latency;
    LineChartData chart;
    chart.lines = {
        {.id = u"p95"_s,
         .name = LatencyCard::tr("p95"),
         .style = Style::Dashed,
         .values = latency.p95},
        {.id = u"p50"_s, .name = LatencyCard::tr("p50"), .values = latency.p50},
        {.id = u"firstToken"_s,
         .name = LatencyCard::tr("First token p50"),
         .colour = 1,
         .values = latency.firstToken},
    };
    chart.bandFrom = u"p50"_s;
    chart.bandTo = u"p95"_s;
    if (latency.times.isEmpty())
        return chart;
    const QDateTime first = latency.times.constFirst();
    const qint64 span = latency.bucketSeconds * latency.times.size();
    const bool days = span > 2 * daySeconds;
    for (const QDateTime &time : latency.times) {
        chart.keys.append(time.toUTC().toString(Qt::ISODateWithMs));
        const QString clock = Format::timeOfDay(time, overview.zone);
        chart.times.append(days ? LatencyCard::tr("%1, %2").arg(
                               Format::dayAndMonth(time.toTimeZone(overview.zone).date()), clock)
                                : clock);
    }
    for (int i = 0; i <= axisParts; ++i) {
        const QDateTime at = first.addSecs(span * i / axisParts);
        chart.axisLabels.append(days ? Format::dayAndMonth(at.toTimeZone(overview.zone).date())
                                     : Format::timeOfDay(at, overview.zone));
    }
    return chart;
}

} // namespace

LatencyCard::LatencyCard(QWidget *parent)
    : Card(tr("Latency"), parent)
    , m_routeButton(
          makeButton(tr("All routes"), u"ghost"_s, u"overview.latencyRouteButton"_s, this))
    , m_routeMenu(new QMenu(this))
    , m_chart(new LineChart(
          durationAxisText, [](double value) { return Format::duration(value); }, this))
    , m_panel(new ChartPanel(m_chart, u"overview.latency"_s, this))
{
    setObjectName(u"overview.latencyChartCard"_s);
    m_panel->setTitle(tr("Latency"));
    m_chart->setFixedHeight(chartHeight);
    m_chart->setUnitKey(u"ms"_s);
    m_routeButton->setMenu(m_routeMenu);
    setStyleProperty(m_routeButton, "menued", u"true"_s);
    setRoutes({});
    addHeaderWidget(m_routeButton);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_panel, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { openPoints(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &LatencyCard::openPoints);
}

void LatencyCard::openPoints(int first, int last)
{
    const QDateTime end =
        QDateTime::fromString(m_chart->pointKey(last), Qt::ISODateWithMs).addSecs(m_bucketSeconds);
    const QString span =
        u"since:%1 until:%2"_s.arg(m_chart->pointKey(first), end.toString(Qt::ISODateWithMs));
    Q_EMIT activated(m_route.isEmpty() ? span : filterWord(u"route"_s, m_route) + u' ' + span);
}

void LatencyCard::setRoutes(const QStringList &routes)
{
    m_routeMenu->clear();
    m_routeMenu->addAction(tr("All routes"), this, [this] { choose({}); });
    for (const QString &route : routes)
        m_routeMenu->addAction(QString(route).replace(u'&', u"&&"_s), this,
                               [this, route] { choose(route); });
}

void LatencyCard::choose(const QString &route)
{
    m_route = route;
    const QString text = route.isEmpty() ? tr("All routes") : route;
    m_routeButton->setText(QString(text).replace(u'&', u"&&"_s));
    m_routeButton->setAccessibleName(text);
    Q_EMIT routeChosen(route);
}

void LatencyCard::setOverview(const OverviewData &overview, const QString &range)
{
    const OverviewData::Latency &latency = overview.latency;
    setCaption(tr("%1, %2").arg(rangeText(range), bucketText(latency.bucketSeconds)));
    m_bucketSeconds = latency.bucketSeconds;
    m_panel->setLegend({
        {.id = u"p50"_s,
         .name = tr("p50"),
         .total = Format::durationFine(latency.totalP50, 1000),
         .series = 0,
         .shape = SwatchShape::Line},
        {.id = u"p95"_s,
         .name = tr("p95"),
         .total = Format::durationFine(latency.totalP95, 1000),
         .series = 0,
         .shape = SwatchShape::Dashes},
        {.id = u"firstToken"_s,
         .name = tr("First token p50"),
         .total = Format::durationFine(latency.totalFirstToken, 1000),
         .series = 1,
         .shape = SwatchShape::Line},
    });
    LineChartData shown = chartData(overview);
    const std::optional<ChosenSpan> span = chosenSpan(range);
    shown.lastUnfinished = !span || span->goesOn(overview.now, overview.zone);
    m_chart->setData(shown);
}

} // namespace Gatehouse::Ui
