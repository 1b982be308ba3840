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

QList<ChartView::Series> StackedBarChart::shownSeries() const
{
    QList<Series> all;
    for (const BarChartData::Series &series : m_data.series)
        if (isShown(series.id))
            all.append({series.id, series.name});
    if (hasCompared() && isShown(m_data.compared.id))
        all.append({m_data.compared.id, m_data.compared.name});
    return all;
}

std::optional<double> StackedBarChart::value(const QString &series, int point) const
{
    for (const BarChartData::Series &one : m_data.series)
        if (one.id == series && point < one.values.size())
            return one.values.at(point);
    if (series == m_data.compared.id && point < m_data.compared.values.size())
        return m_data.compared.values.at(point);
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
    for (int bucket = firstPoint(); bucket <= lastPoint(); ++bucket)
        most = std::max({most, total(bucket) + reachAt(bucket),
                         isShown(m_data.compared.id) ? m_data.compared.values.value(bucket) : 0});
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
    if (!hasCompared() || !isShown(m_data.compared.id))
        return;
    const QRectF plot = chart()->plotArea();
    const double half = (pointToScene(1) - pointToScene(0)) * barShare / 2 + 1;
    for (int bucket = firstPoint(); bucket <= lastPoint(); ++bucket) {
        if (bucket >= m_data.compared.values.size())
            break;
        const double y = plot.bottom() - plot.height() * m_data.compared.values.at(bucket) / m_top;
        const double middle = pointToScene(bucket);
        // A light rim, so that it is seen on every colour.
        painter->setPen(QPen(colours().surface, 4));
        painter->drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
        painter->setPen(QPen(colours().text, 2));
        painter->drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
    }
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
    if (isShown(m_data.compared.id) && point < m_data.compared.values.size())
        tip.rows.append({.colour = colours().text,
                         .shape = SwatchShape::Line,
                         .name = m_data.compared.name,
                         .value = m_tipText(m_data.compared.values.at(point))});
    return tip;
}

} // namespace Gatehouse::Ui
