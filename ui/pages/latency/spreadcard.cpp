// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/spreadcard.h"

#include "ui/models/seriescolours.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QBoxLayout>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 220;
constexpr int legendHeight = 26; //!< that the map has none of

} // namespace

SpreadCard::SpreadCard(SeriesColours &colours, QWidget *parent)
    : Card(tr("All answers over time"), parent)
    , m_colours(colours)
    , m_view(new SegmentedControl(this))
    , m_heat(new HeatMap(this))
    , m_chart(new LineChart([this](double value) { return m_words.axis(value); },
                            [this](double value) { return m_words.value(value); }, this))
    , m_panel(new ChartPanel(m_chart, u"latency.group"_s, this))
{
    setObjectName(u"latency.spreadCard"_s);
    m_heat->setObjectName(u"latency.heatMap"_s);
    m_heat->setAccessibleName(tr("Heat map of all answers"));
    m_heat->setFixedHeight(chartHeight + legendHeight);
    m_panel->setTitle(tr("Median per group"));
    m_panel->setBodyHeight(chartHeight);
    addViews();
    content()->addWidget(m_heat);
    content()->addWidget(m_panel);
    content()->addStretch(1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT pointsActivated(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &SpreadCard::pointsActivated);
    connect(m_heat, &HeatMap::cellActivated, this, &SpreadCard::cellActivated);
    connect(m_heat, &HeatMap::columnHovered, this, &SpreadCard::columnHovered);
}

void SpreadCard::addViews()
{
    m_view->setObjectName(u"latency.spreadControl"_s);
    m_view->setAccessibleName(tr("Heat map or lines"));
    m_view->addSegment(u"heat"_s, tr("Heat map"));
    m_view->addSegment(u"lines"_s, tr("Lines"), tr("Lines per group"));
    m_view->setCurrent(u"heat"_s);
    addHeaderWidget(m_view);
    addHeaderWidget(m_panel->dataToggle());
    m_panel->dataToggle()->hide();
    m_panel->hide();
    connect(m_view, &SegmentedControl::currentChanged, this, &SpreadCard::showView);
}

void SpreadCard::showView(const QString &id)
{
    const bool lines = id == "lines"_L1;
    m_heat->setVisible(!lines);
    m_panel->setVisible(lines);
    m_panel->dataToggle()->setVisible(lines);
    setTitle(lines ? tr("Median per group") : tr("All answers over time"));
}

void SpreadCard::toggleView()
{
    m_view->setCurrent(m_view->current() == "heat"_L1 ? u"lines"_s : u"heat"_s);
    showView(m_view->current());
}

void SpreadCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    m_report = report;
    m_times = times;
    m_words = LatencyWords(report);
    showHeat();
    showLines();
}

void SpreadCard::setLogarithmic(bool logarithmic)
{
    m_isLogarithmic = logarithmic;
    showLines();
}

void SpreadCard::showLines()
{
    const bool byProvider = m_report.value("by"_L1).toString() == "provider"_L1;
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .logarithmic = m_isLogarithmic,
                        .lastUnfinished = m_times.lastUnfinished};
    QList<LegendEntry> legend;
    for (const QJsonValue &value : m_report.value("groups"_L1).toArray()) {
        const QJsonObject group = value.toObject();
        const QString id = group.value("id"_L1).toString();
        const int colour = byProvider ? m_colours.indexOf(id) : int(legend.size());
        const QString name = group.value("name"_L1).toString(id);
        chart.lines.append({.id = id,
                            .name = name,
                            .colour = colour,
                            .values = maybeNumbers(group.value("p50"_L1))});
        const std::optional<double> median = maybeNumber(group.value("overall_p50"_L1));
        legend.append({.id = id,
                       .name = name,
                       .total = median ? m_words.value(*median) : Format::unknown(),
                       .series = colour,
                       .shape = SwatchShape::Line});
    }
    m_chart->setUnitKey(m_words.unitKey());
    m_panel->setLegend(legend);
    m_chart->setData(chart);
}

void SpreadCard::showHeat()
{
    const QJsonObject heat = m_report.value("heat"_L1).toObject();
    HeatMapData map{
        .times = m_times.labels, .axisLabels = m_times.axisLabels, .bounds = {}, .counts = {}};
    for (const QJsonValue &bound : heat.value("bounds"_L1).toArray())
        map.bounds.append(m_words.axis(bound.toDouble()));
    for (const QJsonValue &row : heat.value("counts"_L1).toArray()) {
        QList<qint64> counts;
        for (const QJsonValue &count : row.toArray())
            counts.append(count.toInteger());
        map.counts.append(counts);
    }
    m_heat->setData(map);
}

} // namespace Gatehouse::Ui
