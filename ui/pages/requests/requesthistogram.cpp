// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requesthistogram.h"

#include "ui/widgets/chartscale.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double barShare = 0.72;
constexpr double labelGap = 8;
constexpr int timeLabels = 6;
constexpr double daySeconds = 86'400;

QString momentText(const QDateTime &moment, double rangeSeconds)
{
    const QDateTime local = moment.toLocalTime();
    if (rangeSeconds <= daySeconds * 1.5)
        return QLocale().toString(local, u"HH:mm"_s);
    return Format::dayAndMonth(local.date());
}

} // namespace

RequestHistogramView::RequestHistogramView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Requests over time"));
}

void RequestHistogramView::setHistogram(const RequestHistogram &histogram)
{
    m_histogram = histogram;
    m_current = std::min(m_current, int(histogram.requests.size()) - 1);
    qint64 errors = 0;
    for (const qint64 count : histogram.errors)
        errors += count;
    setAccessibleDescription(
        tr("%1 requests, %2 of them failed. Arrow keys move, Enter narrows the range.")
            .arg(Format::count(histogram.total), Format::count(errors)));
    update();
}

QRectF RequestHistogramView::plot() const
{
    const QFontMetricsF metrics(roleFont(FontRole::Axis));
    const QString widest = Format::count(qint64(niceScale(double(m_histogram.highest()), 2).top));
    const double left = std::max(24.0, metrics.horizontalAdvance(widest)) + labelGap;
    return QRectF(rect()).adjusted(left, metrics.height() / 2, 0, -metrics.height() - 4);
}

QRectF RequestHistogramView::barRect(int bucket, qint64 count) const
{
    const QRectF area = plot();
    const double step = area.width() / double(m_histogram.requests.size());
    const double top = niceScale(double(m_histogram.highest()), 2).top;
    const double height = count > 0 ? std::max(1.0, area.height() * double(count) / top) : 0;
    const double width = std::max(1.0, step * barShare);
    return {area.left() + bucket * step + (step - width) / 2, area.bottom() - height, width,
            height};
}

int RequestHistogramView::bucketAt(double x) const
{
    const int count = int(m_histogram.requests.size());
    const QRectF area = plot();
    if (count == 0 || area.width() <= 0)
        return -1;
    return std::clamp(int((x - area.left()) / area.width() * count), 0, count - 1);
}

void RequestHistogramView::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    const QRectF area = plot();
    paintLabels(&painter);
    if (m_current >= 0) {
        const double step = area.width() / double(m_histogram.requests.size());
        const int from = m_dragStart >= 0 ? std::min(m_dragStart, m_current) : m_current;
        const int to = m_dragStart >= 0 ? std::max(m_dragStart, m_current) : m_current;
        painter.fillRect(
            QRectF(area.left() + from * step, area.top(), (to - from + 1) * step, area.height()),
            m_dragStart >= 0 ? withAlpha(c.accent, 0.18) : c.hover);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int bucket = 0; bucket < m_histogram.requests.size(); ++bucket) {
        const QRectF all = barRect(bucket, m_histogram.requests.at(bucket));
        painter.setBrush(c.seriesFill(0));
        painter.drawRoundedRect(all, 1, 1);
        painter.setBrush(c.errFill);
        painter.drawRoundedRect(barRect(bucket, m_histogram.errors.at(bucket)), 1, 1);
    }
}

void RequestHistogramView::paintLabels(QPainter *painter) const
{
    const Colours &c = colours();
    const QRectF area = plot();
    const AxisScale scale = niceScale(double(m_histogram.highest()), 2);
    painter->setFont(roleFont(FontRole::Axis));
    const double lineHeight = painter->fontMetrics().height();
    for (double value = 0; value <= scale.top + scale.step / 2; value += scale.step) {
        if (value != std::floor(value))
            continue;
        const double y = area.bottom() - area.height() * value / scale.top;
        painter->fillRect(QRectF(area.left(), std::round(y), area.width(), 1), c.grid);
        painter->setPen(c.text3);
        painter->drawText(QRectF(0, y - lineHeight / 2, area.left() - labelGap, lineHeight),
                          Qt::AlignRight | Qt::AlignVCenter, Format::count(qint64(value)));
    }
    const double seconds = m_histogram.bucketSeconds * double(m_histogram.requests.size());
    if (seconds <= 0)
        return;
    for (int label = 0; label <= timeLabels; ++label) {
        const QDateTime moment =
            m_histogram.from.addMSecs(qint64(seconds * 1000 * label / timeLabels));
        const QString text = momentText(moment, seconds);
        const double width = painter->fontMetrics().horizontalAdvance(text) + 2;
        const double middle = area.left() + area.width() * label / timeLabels;
        const double left = std::clamp(middle - width / 2, area.left(), area.right() - width);
        painter->drawText(QRectF(left, height() - lineHeight, width, lineHeight), Qt::AlignCenter,
                          text);
    }
}

QString RequestHistogramView::tip(int bucket) const
{
    const QDateTime start = m_histogram.bucketStart(bucket).toLocalTime();
    return tr("%1: %2 requests, %3 failed", "a moment and counts")
        .arg(QLocale().toString(start, tr("d MMM HH:mm")),
             Format::count(m_histogram.requests.at(bucket)),
             Format::count(m_histogram.errors.at(bucket)));
}

void RequestHistogramView::setCurrent(int bucket)
{
    if (bucket == m_current)
        return;
    m_current = bucket;
    update();
}

void RequestHistogramView::choose(int first, int last)
{
    Q_EMIT spanChosen(m_histogram.bucketStart(first), m_histogram.bucketStart(last + 1));
}

void RequestHistogramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragStart = bucketAt(event->position().x());
}

void RequestHistogramView::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(bucketAt(event->position().x()));
    if (m_current >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), tip(m_current), this);
}

void RequestHistogramView::mouseReleaseEvent(QMouseEvent *event)
{
    const int start = std::exchange(m_dragStart, -1);
    const int end = bucketAt(event->position().x());
    update();
    if (start >= 0 && end >= 0 && start != end)
        choose(std::min(start, end), std::max(start, end));
}

void RequestHistogramView::leaveEvent(QEvent *)
{
    if (!hasFocus())
        setCurrent(-1);
}

void RequestHistogramView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_histogram.requests.size()) - 1;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (last < 0 || (enter && m_current < 0))
        return QWidget::keyPressEvent(event);
    const bool widen = event->modifiers() & Qt::ShiftModifier;
    if (enter) {
        const int other = std::exchange(m_dragStart, -1);
        const int start = other < 0 ? m_current : other;
        choose(std::min(start, m_current), std::max(start, m_current));
    } else if (event->key() == Qt::Key_Left) {
        moveByKey(m_current < 0 ? last : std::max(0, m_current - 1), widen);
    } else if (event->key() == Qt::Key_Right) {
        moveByKey(std::min(last, m_current + 1), widen);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RequestHistogramView::moveByKey(int bucket, bool widen)
{
    if (!widen)
        m_dragStart = -1;
    else if (m_dragStart < 0)
        m_dragStart = std::max(0, m_current);
    setCurrent(bucket);
    setAccessibleDescription(tip(bucket)); // a screen reader says it
    QToolTip::showText(mapToGlobal(barRect(bucket, 0).topLeft().toPoint()), tip(bucket), this);
}

void RequestHistogramView::focusOutEvent(QFocusEvent *event)
{
    m_dragStart = -1;
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

} // namespace Gatehouse::Ui
