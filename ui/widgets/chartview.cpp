// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartview.h"

#include "ui/widgets/theme.h"

#include <QtCharts/QAbstractSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QGraphicsLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int topMargin = 7; // half of the uppermost label
constexpr double tipPadding = 10;
constexpr double tipGap = 12;
constexpr double swatchWidth = 18;
constexpr double dragDistance = 6; // less is a click
constexpr double hatchGap = 5;

} // namespace

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
{
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({0, topMargin, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_TranslucentBackground);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 140);
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, [this] { rebuild(); });
}

void ChartView::setCurrentPoint(int point)
{
    const int bounded = point < 0 ? -1 : std::clamp(point, firstPoint(), lastPoint());
    if (bounded == m_point)
        return;
    m_point = bounded;
    viewport()->update();
    announce();
}

// setAccessibleDescription() tells the change, so a screen reader on the chart says the value.
void ChartView::announce()
{
    if (m_point < 0)
        return;
    const ChartTip shown = tip(m_point);
    for (const Series &series : shownSeries())
        if (series.id == m_series) {
            const auto known = value(series.id, m_point);
            setAccessibleDescription(
                tr("%1, %2: %3", "series, point, value")
                    .arg(series.name, shown.title, known ? valueText(*known) : tr("no value")));
            return;
        }
    QStringList values;
    for (const ChartTip::Row &row : shown.rows)
        values.append(tr("%1 %2", "series and value").arg(row.name, row.value));
    setAccessibleDescription(
        tr("%1: %2", "point and its values").arg(shown.title, values.join(u", "_s)));
}

void ChartView::moveSeries(int step)
{
    const QList<Series> all = shownSeries();
    if (all.isEmpty() || pointCount() == 0)
        return;
    qsizetype at = -1; // before the first: all series
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all.at(i).id == m_series)
            at = i;
    const qsizetype next = std::clamp<qsizetype>(at + step, -1, all.size() - 1);
    m_series = next < 0 ? QString() : all.at(next).id;
    if (m_point < 0)
        m_point = lastPoint();
    viewport()->update();
    announce();
}

void ChartView::setHidden(const QSet<QString> &ids)
{
    m_hidden = ids;
    refresh();
}

int ChartView::firstPoint() const
{
    return m_zoom ? m_zoom->first : 0;
}

int ChartView::lastPoint() const
{
    return m_zoom ? m_zoom->last : pointCount() - 1;
}

void ChartView::zoomTo(int first, int last)
{
    const int from = std::clamp(first, 0, std::max(0, pointCount() - 2));
    const int to = std::clamp(last, from + 1, std::max(from + 1, pointCount() - 1));
    if (pointCount() < 2)
        return;
    m_zoom = Zoom{
        .first = from, .last = to, .firstLabel = pointLabel(from), .lastLabel = pointLabel(to)};
    m_point = -1;
    refresh();
    Q_EMIT zoomChanged();
}

void ChartView::resetZoom()
{
    if (!m_zoom)
        return;
    m_zoom.reset();
    refresh();
    Q_EMIT zoomChanged();
}

void ChartView::dataReplaced()
{
    m_point = std::min(m_point, pointCount() - 1);
    if (m_zoom) {
        QStringList labels;
        for (int point = 0; point < pointCount(); ++point)
            labels.append(pointLabel(point));
        m_zoom->first = int(labels.indexOf(m_zoom->firstLabel));
        m_zoom->last = int(labels.lastIndexOf(m_zoom->lastLabel));
        if (m_zoom->first < 0 || m_zoom->last <= m_zoom->first) {
            m_zoom.reset();
            Q_EMIT zoomChanged();
        }
    }
    refresh();
}

void ChartView::refresh()
{
    rebuild();
    Q_EMIT contentChanged();
}

void ChartView::paintOver(QPainter *) { }

QString ChartView::seriesAt(int, QPointF) const
{
    return {};
}

void ChartView::paintHatch(QPainter *painter, const QRectF &area, const QColor &colour)
{
    painter->save();
    painter->setClipRect(area);
    painter->setPen(QPen(colour, 1.2));
    for (double y = area.top(); y < area.bottom() + area.width(); y += hatchGap)
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y - area.width()));
    painter->restore();
}

QCategoryAxis *ChartView::addAxis(Qt::Alignment side, double from, double to)
{
    const Colours &c = colours();
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setLabelsFont(roleFont(FontRole::Axis));
    axis->setLabelsColor(c.text3);
    axis->setLineVisible(false);
    axis->setShadesVisible(false);
    axis->setGridLineVisible(side & Qt::AlignLeft);
    axis->setGridLinePen(QPen(c.grid, 1));
    axis->setTruncateLabels(false);
    axis->setRange(from, to);
    chart()->addAxis(axis, side);
    return axis;
}

void ChartView::addLabel(QCategoryAxis *axis, const QString &text, double value)
{
    constexpr QChar zeroWidthSpace(0x200b);
    QString unique = text;
    while (axis->categoriesLabels().contains(unique))
        unique += zeroWidthSpace;
    axis->append(unique, value);
}

void ChartView::clearChart()
{
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        axis->deleteLater();
    }
}

double ChartView::pointToScene(double x) const
{
    const auto axes = chart()->axes(Qt::Horizontal);
    if (axes.isEmpty())
        return 0;
    const auto *axis = static_cast<const QCategoryAxis *>(axes.constFirst());
    const QRectF plot = chart()->plotArea();
    return plot.left() + plot.width() * (x - axis->min()) / (axis->max() - axis->min());
}

int ChartView::pointAt(QPointF position) const
{
    const QRectF plot = chart()->plotArea();
    if (pointCount() == 0 || !plot.adjusted(-6, -6, 6, 6).contains(position))
        return -1;
    const double first = pointToScene(0);
    const double step = pointToScene(1) - first;
    return std::clamp(int(std::lround((position.x() - first) / step)), firstPoint(), lastPoint());
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintOver(painter);
    if (m_point < 0 || m_point >= pointCount())
        return;
    paintDrag(painter);
    const QRectF plot = chart()->plotArea();
    const double x = pointToScene(m_point);
    if (marksBand()) {
        const double half = (pointToScene(1) - pointToScene(0)) / 2;
        painter->fillRect(QRectF(x - half, plot.top(), 2 * half, plot.height()),
                          withAlpha(colours().text3, 0.10));
    } else {
        painter->setPen(QPen(colours().borderStrong, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    paintTip(painter, plot, x);
}

void ChartView::paintDrag(QPainter *painter) const
{
    if (m_dragStart < 0 || m_dragStart == m_point)
        return;
    const QRectF plot = chart()->plotArea();
    const double half = marksBand() ? (pointToScene(1) - pointToScene(0)) / 2 : 0;
    const double left = pointToScene(std::min(m_dragStart, m_point)) - half;
    const double right = pointToScene(std::max(m_dragStart, m_point)) + half;
    painter->fillRect(QRectF(left, plot.top(), right - left, plot.height()),
                      withAlpha(colours().accent, 0.18));
}

void ChartView::paintTip(QPainter *painter, const QRectF &plot, double x) const
{
    const ChartTip shown = tip(m_point);
    const Colours &c = colours();
    QFont bold = roleFont(FontRole::Legend);
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height() + 3;
    double width = metrics.horizontalAdvance(shown.title);
    for (const ChartTip::Row &row : shown.rows)
        width = std::max(width,
                         swatchWidth + metrics.horizontalAdvance(row.name) + 16
                             + metrics.horizontalAdvance(row.value));
    QRectF box(x + tipGap, plot.top() + 4, width + 2 * tipPadding,
               line * double(shown.rows.size() + 1) + 2 * tipPadding - 2);
    if (box.right() > sceneRect().right())
        box.moveRight(x - tipGap);
    box.moveLeft(std::max(box.left(), 0.0));
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.tooltipBg);
    painter->drawRoundedRect(box, 8, 8);
    QRectF row(box.left() + tipPadding, box.top() + tipPadding - 1, width, line);
    painter->setPen(c.tooltipText);
    painter->setFont(bold);
    painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, shown.title);
    for (const ChartTip::Row &entry : shown.rows) {
        row.translate(0, line);
        paintSwatch(painter, row, entry.shape, entry.colour);
        painter->setPen(c.tooltipText);
        painter->setFont(roleFont(FontRole::Legend));
        painter->drawText(row.adjusted(swatchWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          entry.name);
        painter->setFont(bold);
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, entry.value);
    }
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_dragPosition = event->position();
    m_dragStart =
        event->button() == Qt::LeftButton ? pointAt(mapToScene(event->position().toPoint())) : -1;
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = mapToScene(event->position().toPoint());
    const int point = pointAt(position);
    m_series = point < 0 ? QString() : seriesAt(point, position);
    setCurrentPoint(point);
    event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int start = std::exchange(m_dragStart, -1);
    const QPointF position = mapToScene(event->position().toPoint());
    const int point = pointAt(position);
    const bool dragged = std::abs(event->position().x() - m_dragPosition.x()) >= dragDistance;
    event->accept();
    if (event->button() != Qt::LeftButton || start < 0 || point < 0)
        return;
    m_series = seriesAt(point, position);
    if (dragged && start != point)
        zoomTo(std::min(start, point), std::max(start, point));
    else if (!dragged)
        Q_EMIT pointActivated(point);
}

void ChartView::leaveEvent(QEvent *event)
{
    m_dragStart = -1;
    m_series.clear();
    setCurrentPoint(-1);
    QChartView::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    m_series.clear();
    m_dragStart = -1;
    setCurrentPoint(-1);
    QChartView::focusOutEvent(event);
}

void ChartView::movePoint(int point, bool widen)
{
    if (!widen)
        m_dragStart = -1;
    else if (m_dragStart < 0)
        m_dragStart = m_point < 0 ? lastPoint() : m_point;
    setCurrentPoint(point);
}

void ChartView::enter()
{
    const int start = std::exchange(m_dragStart, -1);
    if (m_point < 0)
        return;
    if (start >= 0 && start != m_point)
        zoomTo(std::min(start, m_point), std::max(start, m_point));
    else
        Q_EMIT pointActivated(m_point);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const bool widen = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        return movePoint(m_point < 0 ? lastPoint() : std::max(0, m_point - 1), widen);
    case Qt::Key_Right:
        return movePoint(m_point + 1, widen);
    case Qt::Key_Up:
        return moveSeries(1);
    case Qt::Key_Down:
        return moveSeries(-1);
    case Qt::Key_Home:
        return setCurrentPoint(firstPoint());
    case Qt::Key_End:
        return setCurrentPoint(lastPoint());
    case Qt::Key_Escape:
        if (!isZoomed())
            return QChartView::keyPressEvent(event);
        return resetZoom();
    case Qt::Key_T:
        Q_EMIT tableRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return enter();
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace Gatehouse::Ui
