// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/rescuedcard.h"

#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 190;

QString countText(double value)
{
    return value == std::floor(value) ? Format::countShort(qint64(value)) : QString();
}

} // namespace

RescuedCard::RescuedCard(QWidget *parent)
    : Card(tr("Rescued requests"), parent)
    , m_chart(new StackedBarChart(
          countText, [](double value) { return Format::count(qint64(value)); }, this))
    , m_panel(new ChartPanel(m_chart, u"reliability.rescued"_s, this))
{
    setObjectName(u"reliability.rescuedCard"_s);
    setCaption(tr("failed first, answered later"));
    m_chart->setUnitKey(u"requests"_s);
    m_chart->setGridIntervals(3);
    m_panel->setTitle(tr("Rescued requests"));
    m_panel->setBodyHeight(chartHeight);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_panel, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT pointsActivated(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &RescuedCard::pointsActivated);
}

void RescuedCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    BarChartData bars{
        .buckets = times.labels, .keys = times.keys, .axis = times.axis, .series = {}};
    bars.lastUnfinished = times.lastUnfinished;
    BarChartData::Series rescued{
        .id = u"rescued"_s, .name = tr("Rescued"), .colour = 2, .values = {}};
    const QJsonObject series = report.value("series"_L1).toObject();
    for (const QJsonValue &count : series.value("rescued"_L1).toArray())
        rescued.values.append(count.toDouble());
    bars.series = {rescued};
    const QJsonObject totals = report.value("totals"_L1).toObject();
    m_panel->setLegend({{.id = u"rescued"_s,
                         .name = tr("Rescued"),
                         .total = Format::countShort(totals.value("rescued"_L1).toInteger()),
                         .series = 2,
                         .shape = SwatchShape::Square}});
    m_chart->setData(bars);
}

} // namespace Gatehouse::Ui
