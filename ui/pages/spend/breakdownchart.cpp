// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownchart.h"

#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 220;
constexpr int axisParts = 4;
constexpr double farAway = 3; // times the highest bar
constexpr double nanoPerDollar = 1e9;
const auto expectedId = u"forecast"_s;

double sumOf(const QList<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

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
    const QList<Series> series = breakdownSeries(report, by, nameOf, m_look, m_colours);
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
    else if (look.kind == "cumulative"_L1)
        showSums(report, series);
    else
        showLines(report, series);
    m_stack->setCurrentWidget(shown);
    m_barPanel->dataToggle()->setVisible(isBars);
    m_linePanel->dataToggle()->setVisible(!isBars);
}

std::optional<QString> BreakdownChart::currentGroup() const
{
    const ChartView *chart =
        m_stack->currentWidget() == m_barPanel ? static_cast<ChartView *>(m_bars) : m_lines;
    const QString &series = chart->currentSeries();
    return m_shownColours.contains(series) ? std::optional(series) : std::nullopt;
}

// --- what is drawn ------------------------------------------------------------------------------

bool BreakdownChart::showsBefore(const SpendReport &report) const
{
    return m_look.compares && !report.previousPoints.isEmpty() && !m_look.asShare;
}

// --- bars ---------------------------------------------------------------------------------------

//! One more series over the days to come, and how far they may be off.
void BreakdownChart::addExpectedBars(BarChartData &bars) const
{
    const BreakdownExpected coming = breakdownExpected(m_look);
    if (coming.days.isEmpty())
        return;
    const qsizetype known = bars.buckets.size() - coming.days.size();
    bars.forecastFrom = int(known);
    bars.forecastReach = coming.reachOfDay;
    for (BarChartData::Series &series : bars.series)
        series.values.resize(bars.buckets.size());
    bars.series.append({.id = expectedId,
                        .name = tr("Expected"),
                        .colour = -1,
                        .values = QList<double>(known) + coming.days});
}

void BreakdownChart::showBars(const SpendReport &report, const QList<Series> &series)
{
    const BreakdownLabels labels = breakdownLabels(report, breakdownExpected(m_look));
    BarChartData bars{
        .buckets = labels.full, .keys = labels.keys, .axis = labels.axis, .series = {}};
    bars.lastUnfinished = m_look.lastUnfinished;
    QList<double> wholes(report.starts.size());
    for (const Series &one : series)
        for (qsizetype point = 0; point < one.values.size(); ++point)
            wholes[point] += one.values.at(point);
    const double whole = sumOf(wholes);
    QList<LegendEntry> legend;
    for (const Series &one : series) {
        QList<double> values = one.values;
        for (qsizetype point = 0; m_look.asShare && point < values.size(); ++point)
            values[point] = wholes.at(point) > 0 ? values.at(point) / wholes.at(point) : 0;
        const double total = m_look.asShare && whole > 0 ? one.total / whole : one.total;
        bars.series.append(
            {.id = one.id, .name = one.name, .colour = one.colour, .values = values});
        legend.append(
            {.id = one.id, .name = one.name, .total = tipText(total), .series = one.colour});
    }
    addExpectedBars(bars);
    if (bars.forecastFrom >= 0)
        legend.append({.id = expectedId,
                       .name = tr("Expected"),
                       .total = tipText(breakdownExpected(m_look).total()),
                       .series = -1});
    if (showsBefore(report)) {
        const Series earlier = breakdownBefore(report, m_look);
        bars.compared = {.id = earlier.id, .name = earlier.name, .values = earlier.values};
        legend.append({.id = earlier.id,
                       .name = earlier.name,
                       .total = tipText(earlier.total),
                       .series = -1,
                       .shape = SwatchShape::Line});
    }
    addAllowed(report, bars, legend);
    m_barPanel->setLegend(legend);
    m_bars->setData(bars);
}

//! A budget that is far away would make the bars too low to be read.
void BreakdownChart::addAllowed(const SpendReport &report, BarChartData &bars,
                                QList<LegendEntry> &legend) const
{
    const Series allowed = breakdownAllowed(report, m_look, breakdownExpected(m_look).days.size());
    double highest = 0;
    for (qsizetype bucket = 0; bucket < bars.buckets.size(); ++bucket) {
        double sum = 0;
        for (const BarChartData::Series &one : std::as_const(bars.series))
            sum += one.values.value(bucket);
        highest = std::max(highest, sum);
    }
    if (allowed.values.isEmpty() || allowed.total > farAway * highest)
        return;
    bars.allowed = {.id = allowed.id, .name = allowed.name, .values = allowed.values};
    legend.append({.id = allowed.id,
                   .name = allowed.name,
                   .total = tipText(allowed.total),
                   .series = -1,
                   .shape = SwatchShape::Dashes});
}

// --- lines and areas ----------------------------------------------------------------------------

LineChartData BreakdownChart::emptyLines(const SpendReport &report) const
{
    const BreakdownLabels labels = breakdownLabels(report, breakdownExpected(m_look));
    LineChartData lines{.times = labels.full, .keys = labels.keys, .axisLabels = {}, .lines = {}};
    for (int label = 0; label <= axisParts && !labels.axis.isEmpty(); ++label)
        lines.axisLabels.append(labels.axis.at((labels.axis.size() - 1) * label / axisParts));
    lines.lastUnfinished = m_look.lastUnfinished && breakdownExpected(m_look).days.isEmpty();
    return lines;
}

void BreakdownChart::addLine(LineChartData &lines, QList<LegendEntry> &legend, const Series &series,
                             bool isDashed) const
{
    LineChartData::Line line{.id = series.id,
                             .name = series.name,
                             .colour = series.colour,
                             .style = isDashed ? LineChartData::Style::Dashed
                                               : LineChartData::Style::Solid};
    for (const double value : series.values)
        line.values.append(value);
    line.values.resize(lines.times.size()); // what is to come has no value
    lines.lines.append(line);
    const bool isArea = lines.stacked && !isDashed;
    legend.append({.id = series.id,
                   .name = series.name,
                   .total = tipText(series.total),
                   .series = series.colour,
                   .shape = isArea ? SwatchShape::Square
                       : isDashed  ? SwatchShape::Dashes
                                   : SwatchShape::Line});
}

void BreakdownChart::showLines(const SpendReport &report, QList<Series> series)
{
    for (qsizetype point = 0; m_look.asShare && point < report.starts.size(); ++point) {
        double whole = 0;
        for (const Series &one : std::as_const(series))
            whole += one.values.at(point);
        for (Series &one : series)
            one.values[point] = whole > 0 ? one.values.at(point) / whole : 0;
    }
    LineChartData lines = emptyLines(report);
    lines.stacked = m_look.kind == "area"_L1;
    lines.top = lines.stacked && m_look.asShare ? 1 : 0;
    QList<LegendEntry> legend;
    for (const Series &one : std::as_const(series))
        addLine(lines, legend, one, false);
    if (lines.stacked)
        addExpectedDays(lines, legend);
    if (showsBefore(report))
        addLine(lines, legend, breakdownBefore(report, m_look), true);
    finishLines(lines, legend);
}

//! Over the areas of what was: one line from today's height on.
void BreakdownChart::addExpectedDays(LineChartData &lines, QList<LegendEntry> &legend) const
{
    const BreakdownExpected coming = breakdownExpected(m_look);
    const qsizetype known = lines.times.size() - coming.days.size();
    if (coming.days.isEmpty() || known < 1)
        return;
    double today = 0;
    for (const LineChartData::Line &line : std::as_const(lines.lines))
        today += line.values.value(known - 1).value_or(0);
    QList<double> reach(coming.days.size(), coming.reachOfDay);
    addExpectedLine(
        lines, {.known = known, .start = today, .least = 0, .values = coming.days, .reach = reach});
    legend.append({.id = expectedId,
                   .name = tr("Expected"),
                   .total = tipText(coming.total()),
                   .series = 0,
                   .shape = SwatchShape::Dashes});
}

//! One line: what the span came to so far, and how it will go on.
void BreakdownChart::showSums(const SpendReport &report, const QList<Series> &series)
{
    Series whole{.id = u"sum"_s,
                 .name = tr("This period"),
                 .colour = 0,
                 .values = QList<double>(report.starts.size())};
    for (const Series &one : series)
        for (qsizetype point = 0; point < one.values.size(); ++point)
            whole.values[point] += one.values.at(point);
    std::partial_sum(whole.values.begin(), whole.values.end(), whole.values.begin());
    whole.total = whole.values.isEmpty() ? 0 : whole.values.last();
    LineChartData lines = emptyLines(report);
    QList<LegendEntry> legend;
    addLine(lines, legend, whole, false);
    addExpectedSum(lines, legend, whole.total);
    if (showsBefore(report))
        addLine(lines, legend, breakdownBefore(report, m_look), true);
    if (m_look.budget && m_look.measure == "cost"_L1)
        addLine(lines, legend,
                {.id = u"budget"_s,
                 .name = tr("Budget per month"),
                 .colour = 1,
                 .values = QList<double>(lines.times.size(), *m_look.budget),
                 .total = *m_look.budget},
                true);
    finishLines(lines, legend);
}

//! Goes on from \a sum.
void BreakdownChart::addExpectedSum(LineChartData &lines, QList<LegendEntry> &legend,
                                    double sum) const
{
    const BreakdownExpected coming = breakdownExpected(m_look);
    const qsizetype known = lines.times.size() - coming.days.size();
    if (coming.days.isEmpty() || known < 1)
        return;
    QList<double> sums;
    double value = sum + coming.restOfToday;
    for (const double day : coming.days) {
        value += day;
        sums.append(value);
    }
    addExpectedLine(
        lines,
        {.known = known, .start = sum, .least = sum, .values = sums, .reach = coming.reachOfSum});
    legend.append({.id = expectedId,
                   .name = tr("Expected"),
                   .total = tipText(value),
                   .series = 0,
                   .shape = SwatchShape::Dashes});
}

//! A dashed line and the band that holds four of five cases.
void BreakdownChart::addExpectedLine(LineChartData &lines, const Course &course)
{
    using Style = LineChartData::Style;
    QList<std::optional<double>> gap(lines.times.size());
    gap[course.known - 1] = course.start;
    LineChartData::Line middle{.id = expectedId,
                               .name = tr("Expected"),
                               .colour = 0,
                               .style = Style::Dashed,
                               .values = gap};
    LineChartData::Line low{.id = u"low"_s,
                            .name = tr("Expected at least, in four of five cases"),
                            .colour = 0,
                            .style = Style::Thin,
                            .values = gap};
    LineChartData::Line high{.id = u"high"_s,
                             .name = tr("Expected at most, in four of five cases"),
                             .colour = 0,
                             .style = Style::Thin,
                             .values = gap};
    for (qsizetype day = 0; day < course.values.size(); ++day) {
        const double value = course.values.at(day);
        const double reach = course.reach.value(day);
        middle.values[course.known + day] = value;
        low.values[course.known + day] = std::max(course.least, value - reach);
        high.values[course.known + day] = value + reach;
    }
    lines.lines += {low, high, middle};
    lines.bandFrom = low.id;
    lines.bandTo = high.id;
}

void BreakdownChart::finishLines(LineChartData &lines, const QList<LegendEntry> &legend)
{
    m_linePanel->setLegend(legend);
    m_lines->setData(lines);
}

} // namespace Gatehouse::Ui
