// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/successcard.h"

#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/linechart.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 190;
constexpr double defaultObjective = 0.995;

QString shareText(double value)
{
    const bool whole = std::abs(value * 100 - std::round(value * 100)) < 1e-6;
    const int decimals = whole ? 0 : 1;
    return Format::percent(value, decimals);
}

//! The lowest value the axis begins at: as high as it can be, so that small failures are seen.
double axisBottom(const QList<std::optional<double>> &values)
{
    double least = defaultObjective;
    for (const std::optional<double> &value : values)
        least = std::min(least, value.value_or(1));
    for (const double bottom : {0.98, 0.96, 0.9, 0.8, 0.6})
        if (least >= bottom)
            return bottom;
    return 0;
}

} // namespace

SuccessCard::SuccessCard(QWidget *parent)
    : Card(tr("Success rate"), parent)
    , m_chart(new LineChart(
          shareText, [](double value) { return Format::percent(value, 2); }, this))
    , m_panel(new ChartPanel(m_chart, u"reliability.success"_s, this))
{
    setObjectName(u"reliability.successCard"_s);
    m_chart->setUnitKey(u"success"_s);
    m_panel->setTitle(tr("Success rate"));
    m_panel->setBodyHeight(chartHeight);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_panel, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT pointsActivated(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &SuccessCard::pointsActivated);
}

void SuccessCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    const QJsonObject series = report.value("series"_L1).toObject();
    const QJsonObject success = report.value("success"_L1).toObject();
    const QList<std::optional<double>> values = maybeNumbers(series.value("success"_L1));
    LineChartData chart{.times = times.labels,
                        .keys = times.keys,
                        .axisLabels = times.axisLabels,
                        .lines = {},
                        .bottom = axisBottom(values),
                        .top = 1,
                        .lastUnfinished = times.lastUnfinished};
    chart.lines.append({.id = u"success"_s, .name = tr("Success rate"), .values = values});
    chart.lines.append({.id = u"objective"_s,
                        .name = tr("Objective"),
                        .colour = 1,
                        .style = LineChartData::Style::Dashed,
                        .values = QList<std::optional<double>>(values.size(), defaultObjective)});
    const std::optional<double> rate = maybeNumber(success.value("rate"_L1));
    m_panel->setLegend({{.id = u"success"_s,
                         .name = tr("Success rate"),
                         .total = rate ? Format::percent(*rate, 2) : Format::unknown(),
                         .series = 0,
                         .shape = SwatchShape::Line},
                        {.id = u"objective"_s,
                         .name = tr("Objective"),
                         .total = Format::percent(defaultObjective, 1),
                         .series = 1,
                         .shape = SwatchShape::Dashes}});
    m_chart->setData(chart);
}

} // namespace Gatehouse::Ui
