// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requesthistogram.h"

#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/tokens.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 104;
constexpr int tableHeight = 190;
constexpr int gridIntervals = 2;
constexpr double longestByClock = 1.5 * 86'400; //!< seconds that need no day beside the time

//! Half a request is no label.
QString axisCount(double value)
{
    return value == std::floor(value) ? Format::countShort(qint64(value)) : QString();
}

QString tipCount(double value)
{
    return Format::count(qint64(value));
}

QString bucketLabel(const QDateTime &start, double rangeSeconds)
{
    const QDateTime local = start.toLocalTime();
    return rangeSeconds <= longestByClock
        ? QLocale().toString(local, u"HH:mm"_s)
        : Format::wordLocale().toString(local, RequestHistogramView::tr("d MMM HH:mm"));
}

} // namespace

RequestHistogramView::RequestHistogramView(QWidget *parent)
    : QWidget(parent)
    , m_chart(new StackedBarChart(axisCount, tipCount, this))
    , m_panel(new ChartPanel(m_chart, u"requests.histogram"_s, this))
{
    setObjectName(u"requests.histogram"_s);
    m_chart->setUnitKey(u"requests"_s);
    m_chart->setGridIntervals(gridIntervals);
    m_panel->setTitle(tr("Requests over time"));
    showData(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(dataToggle(), &QPushButton::toggled, this, &RequestHistogramView::showData);
    connect(m_chart, &ChartView::pointActivated, this, [this](int point) { choose(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &RequestHistogramView::choose);
    connect(m_chart, &ChartView::zoomChanged, this, [this] {
        if (!m_chart->isZoomed())
            return;
        const int first = m_chart->firstPoint();
        const int last = m_chart->lastPoint();
        m_chart->resetZoom(); // the span becomes the filter, and the whole chart shows that
        choose(first, last);
    });
}

QPushButton *RequestHistogramView::dataToggle() const
{
    return m_panel->dataToggle();
}

void RequestHistogramView::showData(bool shown)
{
    m_panel->setBodyHeight(shown ? tableHeight : chartHeight);
}

void RequestHistogramView::setHistogram(const RequestHistogram &histogram)
{
    m_histogram = histogram;
    const double seconds = histogram.bucketSeconds * double(histogram.requests.size());
    BarChartData bars;
    BarChartData::Series failed{
        .id = u"failed"_s, .name = tr("Failed"), .colour = failureSeries, .values = {}};
    BarChartData::Series answered{
        .id = u"answered"_s, .name = tr("Answered"), .colour = 0, .values = {}};
    qint64 failures = 0;
    for (int bucket = 0; bucket < histogram.requests.size(); ++bucket) {
        const QDateTime start = histogram.bucketStart(bucket);
        bars.keys.append(start.toUTC().toString(Qt::ISODateWithMs));
        bars.buckets.append(bucketLabel(start, seconds));
        if (seconds > longestByClock)
            bars.axis.append(Format::dayAndMonth(start.toLocalTime().date()));
        failed.values.append(double(histogram.errors.at(bucket)));
        answered.values.append(double(histogram.requests.at(bucket) - histogram.errors.at(bucket)));
        failures += histogram.errors.at(bucket);
    }
    bars.series = {failed, answered};
    m_panel->setLegend({{.id = answered.id,
                         .name = answered.name,
                         .total = Format::countShort(histogram.total - failures),
                         .series = answered.colour,
                         .shape = SwatchShape::Square},
                        {.id = failed.id,
                         .name = failed.name,
                         .total = Format::countShort(failures),
                         .series = failed.colour,
                         .shape = SwatchShape::Square}});
    m_chart->setAccessibleDescription(
        tr("%1 requests, %2 of them failed. Arrow keys move, Enter narrows the range.")
            .arg(Format::count(histogram.total), Format::count(failures)));
    m_chart->setData(bars);
}

void RequestHistogramView::choose(int first, int last)
{
    Q_EMIT spanChosen(m_histogram.bucketStart(first), m_histogram.bucketStart(last + 1));
}

} // namespace Gatehouse::Ui
