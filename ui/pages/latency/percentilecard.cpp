// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/percentilecard.h"

#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/linechart.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 220;

} // namespace

PercentileCard::PercentileCard(QWidget *parent)
    : Card(tr("Percentiles"), parent)
    , m_chart(new LineChart([this](double value) { return m_words.axis(value); },
                            [this](double value) { return m_words.value(value); }, this))
    , m_panel(new ChartPanel(m_chart, u"latency.percentile"_s, this))
{
    setObjectName(u"latency.percentileCard"_s);
    m_panel->setTitle(tr("Percentiles"));
    m_panel->setBodyHeight(chartHeight);
    for (const QString &id : {u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"max"_s})
        addPercentile(id);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_panel, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT pointsActivated(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &PercentileCard::pointsActivated);
}

void PercentileCard::addPercentile(const QString &id)
{
    auto *check = new QCheckBox(id, this);
    check->setObjectName(u"latency.%1Check"_s.arg(id));
    check->setAccessibleName(id);
    check->setProperty("percentile", id);
    check->setChecked(id == "p50"_L1 || id == "p95"_L1 || id == "p99"_L1);
    connect(check, &QCheckBox::toggled, this, &PercentileCard::showLines);
    m_percentiles.append(check);
    addHeaderWidget(check);
}

void PercentileCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    m_report = report;
    m_times = times;
    m_words = LatencyWords(report);
    for (QCheckBox *check : std::as_const(m_percentiles)) {
        const QString name = m_words.percentile(check->property("percentile").toString());
        check->setText(name);
        check->setAccessibleName(name);
    }
    showLines();
}

void PercentileCard::setLogarithmic(bool logarithmic)
{
    m_isLogarithmic = logarithmic;
    showLines();
}

void PercentileCard::setCurrentPoint(int point)
{
    m_chart->setCurrentPoint(point);
}

void PercentileCard::showLines()
{
    const QJsonObject series = m_report.value("series"_L1).toObject();
    const QJsonObject overall = m_report.value("overall"_L1).toObject();
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .bandFrom = u"p50"_s,
                        .bandTo = u"p95"_s,
                        .logarithmic = m_isLogarithmic,
                        .lastUnfinished = m_times.lastUnfinished};
    QList<LegendEntry> legend;
    for (const QCheckBox *check : std::as_const(m_percentiles)) {
        const QString id = check->property("percentile").toString();
        if (!check->isChecked())
            continue;
        const bool median = id == "p50"_L1;
        const bool thin = id == "p99"_L1 || id == "max"_L1;
        const auto style = median ? LineChartData::Style::Solid
            : thin                ? LineChartData::Style::Thin
                                  : LineChartData::Style::Dashed;
        const int colour = id == "p90"_L1 ? 2 : id == "p99"_L1 ? 3 : id == "max"_L1 ? 1 : 0;
        chart.lines.append({.id = id,
                            .name = m_words.percentile(id),
                            .colour = colour,
                            .style = style,
                            .values = maybeNumbers(series.value(id))});
        const std::optional<double> total = maybeNumber(overall.value(id));
        legend.append({.id = id,
                       .name = m_words.percentile(id),
                       .total = total ? m_words.value(*total) : Format::unknown(),
                       .series = colour,
                       .shape = style == LineChartData::Style::Dashed ? SwatchShape::Dashes
                                                                      : SwatchShape::Line});
    }
    m_chart->setUnitKey(m_words.unitKey());
    m_panel->setLegend(legend);
    m_chart->setData(chart);
}

} // namespace Gatehouse::Ui
