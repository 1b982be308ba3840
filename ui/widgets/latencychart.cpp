// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/latencychart.h"

#include "ui/widgets/chartscale.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gridIntervals = 4;
constexpr int topMargin = 7;   // half of the uppermost label
constexpr int sideMargin = 18; // half of the last time
constexpr double lineWidth = 2;
constexpr double dashedWidth = 1.3;
constexpr double lightBand = 0.12;
constexpr double darkBand = 0.22;
constexpr int medianColour = 0;
constexpr int firstTokenColour = 1;
constexpr int mostPoints = 1500; // of one series on screen
constexpr int zoomedLabels = 5;

QPen linePen(int colour)
{
    return {colours().seriesLine(colour), lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPen dashedPen()
{
    QPen pen(withAlpha(colours().seriesLine(medianColour), 0.85), dashedWidth, Qt::CustomDashLine,
             Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({4, 2.5});
    return pen;
}

double highestOf(const LatencyChartData::Values &values, int first, int last)
{
    double most = 0;
    for (int i = first; i <= last; ++i)
        most = std::max(most, values.value(i).value_or(0));
    return most;
}

// The runs of known values; a lone value becomes a short dash so that it can be seen.
QList<QList<QPointF>> runs(const LatencyChartData::Values &values)
{
    QList<QList<QPointF>> result;
    bool open = false;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i)) {
            if (!open)
                result.append(QList<QPointF>());
            result.last().append(QPointF(double(i), *values.at(i)));
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

} // namespace

LatencyChart::LatencyChart(QWidget *parent)
    : ChartView(parent)
{
    chart()->setMargins({0, topMargin, sideMargin, 0});
}

void LatencyChart::setData(const LatencyChartData &percentiles)
{
    if (percentiles == m_data)
        return;
    m_data = percentiles;
    dataReplaced();
}

QString LatencyChart::pointKey(int point) const
{
    return m_data.keys.value(point, m_data.times.value(point));
}

QList<ChartView::Series> LatencyChart::shownSeries() const
{
    QList<Series> all;
    for (const Series &series : {Series{u"p50"_s, tr("p50")}, Series{u"p95"_s, tr("p95")},
                                 Series{u"firstToken"_s, tr("First token p50")}})
        if (isShown(series.id))
            all.append(series);
    return all;
}

const LatencyChartData::Values &LatencyChart::values(const QString &id) const
{
    return id == "p50"_L1 ? m_data.p50 : id == "p95"_L1 ? m_data.p95 : m_data.firstToken;
}

std::optional<double> LatencyChart::value(const QString &series, int point) const
{
    return values(series).value(point);
}

QString LatencyChart::valueText(double value) const
{
    return Format::duration(value);
}

QString LatencyChart::unitKey() const
{
    return u"ms"_s;
}

void LatencyChart::paintOver(QPainter *painter)
{
    const int last = pointCount() - 1;
    if (!m_data.lastUnfinished || last < 0 || lastPoint() != last)
        return;
    const QRectF plot = chart()->plotArea();
    const double left = pointToScene(last);
    paintHatch(painter, QRectF(left, plot.top(), plot.right() - left, plot.height()),
               withAlpha(colours().text3, 0.18));
}

void LatencyChart::rebuild()
{
    clearChart();
    if (m_data.times.isEmpty())
        return;
    if (isShown(u"p50"_s) && isShown(u"p95"_s))
        addBand();
    addLine(u"p95"_s, dashedPen());
    addLine(u"p50"_s, linePen(medianColour));
    addLine(u"firstToken"_s, linePen(firstTokenColour));
    addAxes();
}

void LatencyChart::addBand()
{
    LatencyChartData::Values both;
    for (qsizetype i = 0; i < m_data.p50.size(); ++i)
        both.append(m_data.p95.value(i) ? m_data.p50.at(i) : std::nullopt);
    const bool dark = colours().bg.lightness() < 128;
    for (const QList<QPointF> &run : runs(both)) {
        auto *lower = new QLineSeries;
        auto *upper = new QLineSeries;
        QList<QPointF> top;
        for (const QPointF &point : run)
            top.append({point.x(), m_data.p95.value(qsizetype(point.x())).value_or(point.y())});
        lower->replace(run);
        upper->replace(top);
        auto *band = new QAreaSeries(upper, lower);
        lower->setParent(band);
        upper->setParent(band);
        band->setBrush(withAlpha(colours().seriesLine(medianColour), dark ? darkBand : lightBand));
        band->setPen(Qt::NoPen);
        chart()->addSeries(band);
    }
}

void LatencyChart::addLine(const QString &id, const QPen &pen)
{
    if (!isShown(id))
        return;
    for (const QList<QPointF> &run : runs(values(id))) {
        auto *line = new QLineSeries;
        line->setPen(pen);
        line->replace(run);
        chart()->addSeries(line);
    }
}

void LatencyChart::addAxes()
{
    double most = 0;
    for (const Series &series : shownSeries())
        most = std::max(most, highestOf(this->values(series.id), firstPoint(), lastPoint()));
    const AxisScale scale = niceScale(most > 0 ? most : 1000, gridIntervals);
    QCategoryAxis *values = addAxis(Qt::AlignLeft, 0, scale.top);
    const bool seconds = scale.top >= 1000;
    const int decimals = seconds && scale.step < 1000 ? 1 : 0;
    for (double value = 0; value <= scale.top * 1.0001; value += scale.step)
        addLabel(values,
                 seconds ? tr("%1 s").arg(QLocale().toString(value / 1000, 'f', decimals))
                         : tr("%1 ms").arg(QLocale().toString(value, 'f', 0)),
                 value);
    QCategoryAxis *times = addAxis(Qt::AlignBottom, firstPoint(), lastPoint() + 1);
    addTimes(times);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(values);
        series->attachAxis(times);
    }
}

void LatencyChart::addTimes(QCategoryAxis *axis) const
{
    if (isZoomed()) {
        const int stride = labelStride(lastPoint() - firstPoint() + 1, zoomedLabels);
        for (int point = firstPoint(); point <= lastPoint(); point += stride)
            addLabel(axis, m_data.times.at(point), point);
        return;
    }
    const auto parts = double(std::max<qsizetype>(1, m_data.axisLabels.size() - 1));
    for (qsizetype i = 0; i < m_data.axisLabels.size(); ++i)
        addLabel(axis, m_data.axisLabels.at(i), double(i) * pointCount() / parts);
}

ChartTip LatencyChart::tip(int point) const
{
    const auto row = [point](const QString &name, SwatchShape shape, int colour,
                             const LatencyChartData::Values &values) {
        return ChartTip::Row{.colour = colours().seriesLine(colour),
                             .shape = shape,
                             .name = name,
                             .value = Format::duration(values.value(point))};
    };
    ChartTip tip{.title = m_data.times.at(point), .rows = {}};
    if (isShown(u"p95"_s))
        tip.rows.append(row(tr("p95"), SwatchShape::Dashes, medianColour, m_data.p95));
    if (isShown(u"p50"_s))
        tip.rows.append(row(tr("p50"), SwatchShape::Line, medianColour, m_data.p50));
    if (isShown(u"firstToken"_s))
        tip.rows.append(
            row(tr("First token p50"), SwatchShape::Line, firstTokenColour, m_data.firstToken));
    return tip;
}

} // namespace Gatehouse::Ui
