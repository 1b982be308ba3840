// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownchart.h"

#include "ui/models/seriescolours.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 220;
constexpr int mostSeries = 8;
constexpr double nanoPerDollar = 1e9;

} // namespace

BreakdownChart::BreakdownChart(SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_colours(colours)
    , m_stack(new QStackedLayout(this))
{
    const auto axis = [this](double value) { return axisText(value); };
    const auto tip = [this](double value) { return tipText(value); };
    m_bars = new StackedBarChart(axis, tip, this);
    m_barPanel = new ChartPanel(m_bars, u"spend.breakdown"_s, this);
    m_bars->setObjectName(u"spend.chart"_s);
    m_lines = new LineChart(axis, tip, this);
    m_linePanel = new ChartPanel(m_lines, u"spend.breakdownLines"_s, this);
    m_lines->setObjectName(u"spend.lineChart"_s);
    for (ChartPanel *panel : {m_barPanel, m_linePanel}) {
        panel->setBodyHeight(chartHeight);
        m_stack->addWidget(panel);
        connect(panel, &ChartPanel::requestsRequested, this, &BreakdownChart::requestsRequested);
    }
    connect(m_bars, &ChartView::pointActivated, this, &BreakdownChart::pointActivated);
    connect(m_lines, &ChartView::pointActivated, this, &BreakdownChart::pointActivated);
    m_linePanel->dataToggle()->hide();
}

QList<QPushButton *> BreakdownChart::dataToggles() const
{
    return {m_barPanel->dataToggle(), m_linePanel->dataToggle()};
}

QString BreakdownChart::axisText(double value) const
{
    if (m_look.asShare)
        return Format::percent(value);
    return m_look.measure == "cost"_L1 ? Format::moneyShort(qRound64(value * nanoPerDollar))
                                       : Format::countShort(qRound64(value));
}

QString BreakdownChart::tipText(double value) const
{
    if (m_look.asShare)
        return Format::percent(value, 1);
    return m_look.measure == "cost"_L1 ? Format::money(qRound64(value * nanoPerDollar))
                                       : Format::countShort(qRound64(value));
}

void BreakdownChart::show(const SpendReport &report, const QString &by, const NameOf &nameOf,
                          const BreakdownLook &look)
{
    m_look = look;
    m_look.asShare = look.asShare && look.kind != "cumulative"_L1;
    const bool isBars = look.kind == "bars"_L1;
    const QList<Series> series = seriesOf(report, by, nameOf);
    m_shownColours.clear();
    for (const Series &one : series)
        if (one.colour >= 0)
            m_shownColours.insert(one.id, one.colour);
    ChartPanel *shown = isBars ? m_barPanel : m_linePanel;
    shown->setTitle(look.title);
    const QString unit = m_look.asShare ? u"share"_s
        : look.measure == "cost"_L1     ? u"cost_usd"_s
                                        : look.measure;
    m_bars->setUnitKey(unit);
    m_lines->setUnitKey(unit);
    if (isBars)
        showBars(report, series);
    else
        showLines(report, series);
    m_stack->setCurrentWidget(shown);
    m_barPanel->dataToggle()->setVisible(isBars);
    m_linePanel->dataToggle()->setVisible(!isBars);
}

//! The largest groups by the measure, and what is left of them as one series.
QList<BreakdownChart::Series> BreakdownChart::seriesOf(const SpendReport &report, const QString &by,
                                                       const NameOf &nameOf) const
{
    QList<SpendGroup> groups = report.groups;
    std::ranges::stable_sort(groups, [this](const SpendGroup &a, const SpendGroup &b) {
        return a.sums.of(m_look.measure) > b.sums.of(m_look.measure);
    });
    QList<Series> all;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const SpendGroup &group = groups.at(i);
        const bool isOther = i >= mostSeries;
        if (i <= mostSeries)
            all.append({.id = isOther ? u"other"_s : group.id,
                        .name = isOther ? tr("Other") : nameOf(group),
                        .colour = isOther         ? -1
                            : by == "provider"_L1 ? m_colours.indexOf(group.id)
                                                  : int(i),
                        .values = QList<double>(group.days.size())});
        for (qsizetype day = 0; day < group.days.size(); ++day)
            all.last().values[day] += group.days.at(day).of(m_look.measure);
        all.last().total += group.sums.of(m_look.measure);
    }
    return all;
}

//! One more series over the days to come.
void BreakdownChart::addForecast(BarChartData &bars, const SpendReport &report) const
{
    const QJsonArray rest = m_look.forecast.value("rest"_L1).toArray();
    if (rest.isEmpty() || report.days.isEmpty())
        return;
    const qsizetype known = bars.buckets.size();
    bars.forecastFrom = int(known);
    for (BarChartData::Series &series : bars.series)
        series.values.resize(known + rest.size());
    BarChartData::Series expected{
        .id = u"forecast"_s, .name = tr("Expected"), .colour = -1, .values = QList<double>(known)};
    for (qsizetype day = 0; day < rest.size(); ++day) {
        const QDate date = report.days.last().addDays(day + 1);
        bars.buckets.append(Format::dayAndMonth(date));
        bars.keys.append(date.toString(Qt::ISODate));
        bars.axis.append(Format::dayAndMonth(date));
        expected.values.append(double(rest[day].toInteger()) / nanoPerDollar);
    }
    bars.series.append(expected);
}

void BreakdownChart::showBars(const SpendReport &report, const QList<Series> &series)
{
    BarChartData bars{.buckets = {}, .keys = {}, .axis = {}, .series = {}};
    for (const QDate &day : report.days) {
        bars.buckets.append(Format::dayAndMonth(day));
        bars.keys.append(day.toString(Qt::ISODate));
        bars.axis.append(Format::dayAndMonth(day));
    }
    bars.lastUnfinished = m_look.lastUnfinished;
    QList<double> wholes(report.days.size());
    for (const Series &one : series)
        for (qsizetype day = 0; day < one.values.size(); ++day)
            wholes[day] += one.values.at(day);
    QList<LegendEntry> legend;
    for (const Series &one : series) {
        QList<double> values = one.values;
        for (qsizetype day = 0; m_look.asShare && day < values.size(); ++day)
            values[day] = wholes.at(day) > 0 ? values.at(day) / wholes.at(day) : 0;
        const double whole = std::accumulate(wholes.begin(), wholes.end(), 0.0);
        const double total = m_look.asShare && whole > 0 ? one.total / whole : one.total;
        bars.series.append(
            {.id = one.id, .name = one.name, .colour = one.colour, .values = values});
        legend.append(
            {.id = one.id, .name = one.name, .total = tipText(total), .series = one.colour});
    }
    if (!m_look.asShare)
        addForecast(bars, report);
    if (bars.forecastFrom >= 0)
        legend.append({.id = u"forecast"_s,
                       .name = tr("Expected"),
                       .total = tipText(std::accumulate(bars.series.last().values.begin(),
                                                        bars.series.last().values.end(), 0.0)),
                       .series = -1});
    m_barPanel->setLegend(legend);
    m_bars->setData(bars);
}

void BreakdownChart::showLines(const SpendReport &report, QList<Series> series)
{
    const bool sums = m_look.kind == "cumulative"_L1;
    if (sums) { // one line: what the span came to so far
        Series whole{.id = u"sum"_s,
                     .name = tr("This period"),
                     .colour = 0,
                     .values = QList<double>(report.days.size())};
        for (const Series &one : std::as_const(series))
            for (qsizetype day = 0; day < one.values.size(); ++day)
                whole.values[day] += one.values.at(day);
        std::partial_sum(whole.values.begin(), whole.values.end(), whole.values.begin());
        whole.total = whole.values.isEmpty() ? 0 : whole.values.last();
        series = {whole};
    }
    LineChartData lines{.times = {}, .keys = {}, .axisLabels = {}, .lines = {}};
    for (const QDate &day : report.days) {
        lines.times.append(Format::dayAndMonth(day));
        lines.keys.append(day.toString(Qt::ISODate));
    }
    for (int label = 0; label < 5 && !lines.times.isEmpty(); ++label)
        lines.axisLabels.append(lines.times.at((lines.times.size() - 1) * label / 4));
    QList<LegendEntry> legend;
    const auto add = [&](const Series &one, LineChartData::Style style) {
        LineChartData::Line line{
            .id = one.id, .name = one.name, .colour = one.colour, .style = style};
        for (const double value : one.values)
            line.values.append(value);
        lines.lines.append(line);
        legend.append({.id = one.id,
                       .name = one.name,
                       .total = tipText(one.total),
                       .series = one.colour,
                       .shape = style == LineChartData::Style::Dashed ? SwatchShape::Dashes
                                                                      : SwatchShape::Line});
    };
    for (qsizetype day = 0; m_look.asShare && day < report.days.size(); ++day) {
        double whole = 0;
        for (const Series &one : std::as_const(series))
            whole += one.values.at(day);
        for (Series &one : series)
            one.values[day] = whole > 0 ? one.values.at(day) / whole : 0;
    }
    for (const Series &one : std::as_const(series))
        add(one, LineChartData::Style::Solid);
    if (m_look.compares && !report.previousDays.isEmpty() && !m_look.asShare) {
        Series before{.id = u"before"_s, .name = tr("Period before"), .colour = -1, .values = {}};
        for (const SpendSums &day : report.previousDays) {
            before.total += day.of(m_look.measure);
            before.values.append(sums ? before.total : day.of(m_look.measure));
        }
        add(before, LineChartData::Style::Dashed);
    }
    if (sums && m_look.budget && m_look.measure == "cost"_L1)
        add({.id = u"budget"_s,
             .name = tr("Budget per month"),
             .colour = 1,
             .values = QList<double>(report.days.size(), *m_look.budget),
             .total = *m_look.budget},
            LineChartData::Style::Dashed);
    lines.lastUnfinished = m_look.lastUnfinished;
    m_linePanel->setLegend(legend);
    m_lines->setData(lines);
}

} // namespace Gatehouse::Ui
