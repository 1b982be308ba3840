// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linechart.h"

#include "ui/widgets/chartscale.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gridIntervals = 4;
constexpr int topMargin = 7;   // half of the uppermost label
constexpr int sideMargin = 18; // half of the last time at least
constexpr double lightBand = 0.12;
constexpr double darkBand = 0.22;
constexpr int mostPoints = 1500; // of one line on screen
constexpr int zoomedLabels = 5;
constexpr double leastLogarithmic = 0.01;
constexpr double areaOpacity = 0.85;

QPen penOf(const LineChartData::Line &line)
{
    const QColor colour = colours().seriesLine(line.colour);
    if (line.style == LineChartData::Style::Solid)
        return {colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    if (line.style == LineChartData::Style::Thin)
        return {withAlpha(colour, 0.75), 1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
    QPen pen(withAlpha(colour, 0.85), 1.3, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({4, 2.5});
    return pen;
}

SwatchShape shapeOf(LineChartData::Style style)
{
    return style == LineChartData::Style::Dashed ? SwatchShape::Dashes : SwatchShape::Line;
}

} // namespace

LineChart::LineChart(ValueText axisText, ValueText tipText, QWidget *parent)
    : ChartView(parent)
    , m_axisText(std::move(axisText))
    , m_tipText(std::move(tipText))
{
    chart()->setMargins({0, topMargin, sideMargin, 0});
}

void LineChart::setData(const LineChartData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    dataReplaced();
}

QList<ChartView::Series> LineChart::shownSeries() const
{
    QList<Series> all;
    for (const LineChartData::Line &one : m_data.lines)
        if (isShown(one.id))
            all.append({one.id, one.name});
    return all;
}

const LineChartData::Line *LineChart::line(const QString &id) const
{
    const auto found = std::find_if(m_data.lines.cbegin(), m_data.lines.cend(),
                                    [&id](const auto &one) { return one.id == id; });
    return found == m_data.lines.cend() ? nullptr : &*found;
}

std::optional<double> LineChart::value(const QString &series, int point) const
{
    const LineChartData::Line *found = line(series);
    return found ? found->values.value(point) : std::nullopt;
}

double LineChart::scaled(double value) const
{
    return m_data.logarithmic ? std::log10(std::max(value, leastLogarithmic)) : value;
}

//! The runs of known values; a lone value becomes a short dash so that it can be seen.
QList<QList<QPointF>> LineChart::runs(const Values &values) const
{
    QList<QList<QPointF>> result;
    bool open = false;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i)) {
            if (!open)
                result.append(QList<QPointF>());
            result.last().append(QPointF(double(i), scaled(*values.at(i))));
        }
        open = values.at(i).has_value();
    }
    for (QList<QPointF> &run : result) {
        if (run.size() == 1)
            run.append(run.first() + QPointF(0.4, 0));
        run = thinned(run, mostPoints);
    }
    return result;
}

void LineChart::rebuild()
{
    clearChart();
    if (m_data.times.isEmpty())
        return;
    addBand();
    if (m_data.stacked)
        addStack();
    for (const LineChartData::Line &one : m_data.lines)
        if (isShown(one.id) && !isArea(one))
            addLine(one);
    addAxes();
}

void LineChart::addBand()
{
    const LineChartData::Line *from = line(m_data.bandFrom);
    const LineChartData::Line *to = line(m_data.bandTo);
    if (!from || !to || !isShown(from->id) || !isShown(to->id))
        return;
    Values both;
    for (qsizetype i = 0; i < from->values.size(); ++i)
        both.append(to->values.value(i) ? from->values.at(i) : std::nullopt);
    const bool dark = colours().bg.lightness() < 128;
    addArea(both, to->values,
            withAlpha(colours().seriesLine(from->colour), dark ? darkBand : lightBand));
}

//! Each line's area begins where the one below ends.
void LineChart::addStack()
{
    Values lower(m_data.times.size(), 0.0);
    for (const LineChartData::Line &one : m_data.lines) {
        if (!isShown(one.id) || !isArea(one))
            continue;
        Values known;
        Values upper;
        for (qsizetype i = 0; i < lower.size(); ++i) {
            const std::optional<double> value = one.values.value(i);
            known.append(value ? lower.at(i) : std::nullopt);
            upper.append(lower.at(i).value_or(0) + value.value_or(0));
        }
        addArea(known, upper, withAlpha(colours().seriesFill(one.colour), areaOpacity));
        lower = upper;
    }
}

void LineChart::addArea(const Values &lower, const Values &upper, const QColor &colour)
{
    for (const QList<QPointF> &run : runs(lower)) {
        auto *bottom = new QLineSeries;
        auto *top = new QLineSeries;
        QList<QPointF> over;
        for (const QPointF &point : run) {
            const auto high = upper.value(qsizetype(point.x()));
            over.append({point.x(), high ? scaled(*high) : point.y()});
        }
        bottom->replace(run);
        top->replace(over);
        auto *area = new QAreaSeries(top, bottom);
        bottom->setParent(area);
        top->setParent(area);
        area->setBrush(colour);
        area->setPen(Qt::NoPen);
        chart()->addSeries(area);
    }
}

void LineChart::addLine(const LineChartData::Line &one)
{
    for (const QList<QPointF> &run : runs(one.values)) {
        QPen pen = penOf(one);
        if (m_data.stacked && one.colour < 0) { // seen on every area
            addRun(run, QPen(colours().surface, 4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            pen.setColor(colours().text);
        }
        addRun(run, pen);
    }
}

void LineChart::addRun(const QList<QPointF> &run, const QPen &pen)
{
    auto *series = new QLineSeries;
    series->setPen(pen);
    series->replace(run);
    chart()->addSeries(series);
}

//! The least and the greatest value in view.
std::pair<double, double> LineChart::extent() const
{
    std::optional<double> least;
    double most = 0;
    QList<double> stack(m_data.times.size());
    for (const LineChartData::Line &one : m_data.lines) {
        for (int point = firstPoint(); isShown(one.id) && point <= lastPoint(); ++point) {
            const std::optional<double> known = one.values.value(point);
            if (!known)
                continue;
            least = std::min(least.value_or(*known), *known);
            most = std::max(most, *known);
            if (isArea(one))
                stack[point] += *known;
        }
    }
    for (const double sum : std::as_const(stack))
        most = std::max(most, sum);
    return {least.value_or(0), most};
}

void LineChart::addAxes()
{
    const auto [least, most] = extent();
    double low = m_data.bottom;
    double high = m_data.top > 0 ? m_data.top : niceScale(most > 0 ? most : 1, gridIntervals).top;
    if (m_data.logarithmic) {
        low = std::floor(scaled(least > 0 ? least : leastLogarithmic) * 3) / 3;
        high = std::max(std::ceil(scaled(most) * 3) / 3, low + 1.0 / 3);
    }
    QCategoryAxis *values = addAxis(Qt::AlignLeft, low, high);
    if (m_data.logarithmic)
        labelLogarithmic(values, low, high);
    else
        labelLinear(values, high);
    QCategoryAxis *times = addAxis(Qt::AlignBottom, firstPoint(), lastPoint() + 1);
    addTimes(times);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(values);
        series->attachAxis(times);
    }
}

void LineChart::labelLinear(QCategoryAxis *axis, double top) const
{
    const double step =
        m_data.top > 0 ? (top - m_data.bottom) / gridIntervals : niceScale(top, gridIntervals).step;
    for (double value = m_data.bottom; value <= top * 1.0001; value += step)
        addLabel(axis, m_axisText(value), value);
}

void LineChart::labelLogarithmic(QCategoryAxis *axis, double low, double high) const
{
    constexpr std::array factors{1.0, 2.0, 5.0};
    const bool wide = high - low > 2.4;
    for (double decade = std::floor(low); decade <= high; ++decade) {
        for (const double factor : factors) {
            const double at = decade + std::log10(factor);
            if (at < low - 0.001 || at > high + 0.001 || (wide && factor != 1.0))
                continue;
            addLabel(axis, m_axisText(std::pow(10, at)), at);
        }
    }
}

void LineChart::addTimes(QCategoryAxis *axis) const
{
    if (isZoomed()) {
        const int stride = labelStride(lastPoint() - firstPoint() + 1, zoomedLabels);
        for (int point = firstPoint(); point <= lastPoint(); point += stride)
            addLabel(axis, m_data.times.at(point), point);
        return;
    }
    const QString last = m_data.axisLabels.value(m_data.axisLabels.size() - 1);
    const int half = QFontMetrics(roleFont(FontRole::Axis)).horizontalAdvance(last) / 2 + 2;
    chart()->setMargins({0, topMargin, std::max(sideMargin, half), 0});
    const auto parts = double(std::max<qsizetype>(1, m_data.axisLabels.size() - 1));
    for (qsizetype i = 0; i < m_data.axisLabels.size(); ++i)
        addLabel(axis, m_data.axisLabels.at(i), double(i) * pointCount() / parts);
}

void LineChart::paintOver(QPainter *painter)
{
    const int last = pointCount() - 1;
    if (!m_data.lastUnfinished || last < 0 || lastPoint() != last)
        return;
    const QRectF plot = chart()->plotArea();
    const double left = pointToScene(last);
    paintHatch(painter, QRectF(left, plot.top(), plot.right() - left, plot.height()),
               withAlpha(colours().text3, 0.18));
}

ChartTip LineChart::tip(int point) const
{
    ChartTip tip{.title = m_data.times.at(point), .rows = {}};
    for (const LineChartData::Line &one : m_data.lines) {
        if (!isShown(one.id))
            continue;
        const std::optional<double> known = one.values.value(point);
        tip.rows.append({.colour = isArea(one) ? colours().seriesFill(one.colour)
                                               : colours().seriesLine(one.colour),
                         .shape = isArea(one) ? SwatchShape::Square : shapeOf(one.style),
                         .name = one.name,
                         .value = known ? m_tipText(*known) : u"–"_s});
    }
    return tip;
}

} // namespace Gatehouse::Ui
