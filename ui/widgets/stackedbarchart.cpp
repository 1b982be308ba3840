// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stackedbarchart.h"

#include "ui/widgets/chartscale.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QStackedBarSeries>

#include <algorithm>
#include <array>

namespace Gatehouse::Ui {

namespace {

constexpr double barShare = 0.68;
constexpr int axisLabels = 7;

//! Told apart by pattern too when the person asked for it.
QBrush fillOf(int colour)
{
    constexpr std::array patterns{Qt::SolidPattern,     Qt::BDiagPattern,  Qt::Dense4Pattern,
                                  Qt::HorPattern,       Qt::FDiagPattern,  Qt::CrossPattern,
                                  Qt::DiagCrossPattern, Qt::Dense2Pattern, Qt::VerPattern};
    const Theme *theme = Theme::current();
    const bool patterned = theme && theme->hasPatternFills();
    const auto index = static_cast<std::size_t>(colour + 1) % patterns.size();
    return {colours().seriesFill(colour), patterned ? patterns[index] : Qt::SolidPattern};
}

} // namespace

StackedBarChart::StackedBarChart(ValueText axisText, ValueText tipText, QWidget *parent)
    : ChartView(parent)
    , m_axisText(std::move(axisText))
    , m_tipText(std::move(tipText))
{
}

void StackedBarChart::setData(const BarChartData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    dataReplaced();
}

QString StackedBarChart::pointKey(int point) const
{
    return m_data.keys.value(point, m_data.buckets.value(point));
}

QList<const BarChartData::Series *> StackedBarChart::lines() const
{
    QList<const BarChartData::Series *> all;
    for (const BarChartData::Series *line : {&m_data.compared, &m_data.allowed})
        if (!line->values.isEmpty() && isShown(line->id))
            all.append(line);
    return all;
}

QList<ChartView::Series> StackedBarChart::shownSeries() const
{
    QList<Series> all;
    for (const BarChartData::Series &series : m_data.series)
        if (isShown(series.id))
            all.append({series.id, series.name});
    for (const BarChartData::Series *line : lines())
        all.append({line->id, line->name});
    return all;
}

std::optional<double> StackedBarChart::value(const QString &series, int point) const
{
    for (const BarChartData::Series &one : m_data.series)
        if (one.id == series && point < one.values.size())
            return one.values.at(point);
    for (const BarChartData::Series *line : {&m_data.compared, &m_data.allowed})
        if (line->id == series && point < line->values.size())
            return line->values.at(point);
    return std::nullopt;
}

QString StackedBarChart::seriesAt(int point, QPointF position) const
{
    const QRectF plot = chart()->plotArea();
    double rest = (plot.bottom() - position.y()) / plot.height() * m_top;
    for (const BarChartData::Series &series : m_data.series) {
        if (!isShown(series.id))
            continue;
        if (rest < series.values.value(point))
            return series.id;
        rest -= series.values.value(point);
    }
    return {};
}

double StackedBarChart::total(int bucket) const
{
    double sum = 0;
    for (const BarChartData::Series &series : m_data.series)
        if (isShown(series.id))
            sum += series.values.value(bucket);
    return sum;
}

double StackedBarChart::highest() const
{
    double most = 0;
    for (int bucket = firstPoint(); bucket <= lastPoint(); ++bucket) {
        most = std::max(most, total(bucket) + reachAt(bucket));
        for (const BarChartData::Series *line : lines())
            most = std::max(most, line->values.value(bucket));
    }
    return most;
}

void StackedBarChart::rebuild()
{
    clearChart();
    if (m_data.buckets.isEmpty())
        return;
    const AxisScale scale = niceScale(highest(), m_gridIntervals);
    m_top = scale.top;
    auto *bars = new QStackedBarSeries;
    bars->setBarWidth(barShare);
    for (const BarChartData::Series &series : m_data.series) {
        if (!isShown(series.id))
            continue;
        auto *set = new QBarSet(series.name);
        set->append(series.values);
        set->setBrush(fillOf(series.colour));
        set->setPen(QPen(colours().surface, 1));
        bars->append(set);
    }
    chart()->addSeries(bars);
    QCategoryAxis *values = addAxis(Qt::AlignLeft, 0, scale.top);
    for (double value = 0; value <= scale.top * 1.0001; value += scale.step)
        addLabel(values, m_axisText(value), value);
    const int count = lastPoint() - firstPoint() + 1;
    QCategoryAxis *times = addAxis(Qt::AlignBottom, firstPoint() - 0.7, lastPoint() + 0.4);
    const int stride = labelStride(count, axisLabels);
    // Counted from the end, so that the newest labels do not move when a bucket is added.
    const int offset = (count - 1 - (stride > 1 ? 1 : 0)) % stride;
    for (int bucket = firstPoint() + offset; bucket <= lastPoint(); bucket += stride)
        addLabel(times, m_data.axis.value(bucket, m_data.buckets.at(bucket)), bucket);
    bars->attachAxis(values);
    bars->attachAxis(times);
}

void StackedBarChart::paintOver(QPainter *painter)
{
    const bool hasForecast = m_data.forecastFrom >= 0;
    const int grows = (hasForecast ? m_data.forecastFrom : pointCount()) - 1;
    const QRectF plot = chart()->plotArea();
    const double half = (pointToScene(1) - pointToScene(0)) * barShare / 2;
    for (int bucket = std::max(grows, firstPoint()); bucket <= lastPoint(); ++bucket) {
        if (bucket == grows && !m_data.lastUnfinished)
            continue;
        const double height = plot.height() * total(bucket) / m_top;
        const double middle = pointToScene(bucket);
        // What is expected is lighter than what only is not over.
        paintHatch(painter, QRectF(middle - half, plot.bottom() - height, 2 * half, height),
                   withAlpha(colours().surface, bucket == grows ? 0.45 : 0.7));
    }
    paintBand(painter);
    paintCompared(painter);
    paintAllowed(painter);
}

//! Where the expected bars may end.
void StackedBarChart::paintBand(QPainter *painter) const
{
    const QRectF plot = chart()->plotArea();
    const auto heightOf = [&](double value) {
        return plot.bottom() - plot.height() * std::max(value, 0.0) / m_top;
    };
    QPolygonF upper;
    QPolygonF lower;
    for (int bucket = firstPoint(); m_data.forecastReach > 0 && bucket <= lastPoint(); ++bucket) {
        if (!isExpected(bucket))
            continue;
        const double middle = pointToScene(bucket);
        upper.append({middle, heightOf(total(bucket) + m_data.forecastReach)});
        lower.prepend({middle, heightOf(total(bucket) - m_data.forecastReach)});
    }
    if (upper.isEmpty())
        return;
    const double half = (pointToScene(1) - pointToScene(0)) / 2;
    for (QPolygonF *side : {&upper, &lower}) { // as wide as the bars it stands for
        side->prepend(side->first() + QPointF(side == &upper ? -half : half, 0));
        side->append(side->last() + QPointF(side == &upper ? half : -half, 0));
    }
    const bool isDark = colours().bg.lightness() < 128;
    painter->setPen(QPen(withAlpha(colours().text3, 0.6), 1, Qt::DashLine));
    painter->drawPolyline(upper);
    painter->drawPolyline(lower);
    painter->setPen(Qt::NoPen);
    painter->setBrush(withAlpha(colours().text3, isDark ? 0.22 : 0.12));
    painter->drawPolygon(upper + lower);
    painter->setBrush(Qt::NoBrush);
}

void StackedBarChart::paintCompared(QPainter *painter) const
{
    if (!lines().contains(&m_data.compared))
        return;
    const double half = (pointToScene(1) - pointToScene(0)) * barShare / 2 + 1;
    for (int bucket = firstPoint(); bucket <= lastPoint(); ++bucket) {
        if (bucket >= m_data.compared.values.size())
            break;
        const double y = heightAt(m_data.compared.values.at(bucket));
        const double middle = pointToScene(bucket);
        // A light rim, so that it is seen on every colour.
        painter->setPen(QPen(colours().surface, 4));
        painter->drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
        painter->setPen(QPen(colours().text, 2));
        painter->drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
    }
}

double StackedBarChart::heightAt(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * value / m_top;
}

//! In steps, because what a day may cost differs from month to month.
void StackedBarChart::paintAllowed(QPainter *painter) const
{
    if (!lines().contains(&m_data.allowed))
        return;
    const double half = (pointToScene(1) - pointToScene(0)) / 2;
    QPolygonF steps;
    for (int bucket = firstPoint(); bucket <= lastPoint(); ++bucket) {
        const double y = heightAt(m_data.allowed.values.value(bucket));
        const double middle = pointToScene(bucket);
        steps << QPointF(middle - half, y) << QPointF(middle + half, y);
    }
    painter->setPen(QPen(colours().surface, 4)); // a light rim, as above
    painter->drawPolyline(steps);
    painter->setPen(QPen(colours().text2, 2, Qt::DashLine));
    painter->drawPolyline(steps);
}

ChartTip StackedBarChart::tip(int point) const
{
    ChartTip tip{.title = m_data.buckets.at(point), .rows = {}};
    for (auto series = m_data.series.crbegin(); series != m_data.series.crend(); ++series)
        if (isShown(series->id))
            tip.rows.append({.colour = colours().seriesFill(series->colour),
                             .shape = SwatchShape::Square,
                             .name = series->name,
                             .value = m_tipText(series->values.value(point))});
    tip.rows.append({.colour = Qt::transparent,
                     .shape = SwatchShape::Square,
                     .name = tr("Total"),
                     .value = m_tipText(total(point))});
    if (reachAt(point) > 0)
        tip.rows.append({.colour = Qt::transparent,
                         .shape = SwatchShape::Square,
                         .name = tr("In four of five cases"),
                         .value = tr("%1 to %2")
                                      .arg(m_tipText(std::max(total(point) - reachAt(point), 0.0)),
                                           m_tipText(total(point) + reachAt(point)))});
    for (const BarChartData::Series *line : lines())
        if (point < line->values.size())
            tip.rows.append(
                {.colour = line == &m_data.allowed ? colours().text2 : colours().text,
                 .shape = line == &m_data.allowed ? SwatchShape::Dashes : SwatchShape::Line,
                 .name = line->name,
                 .value = m_tipText(line->values.at(point))});
    return tip;
}

} // namespace Gatehouse::Ui
