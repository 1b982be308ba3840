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
    const int bounded = std::clamp(point, -1, pointCount() - 1);
    if (bounded == m_point)
        return;
    m_point = bounded;
    viewport()->update();
    if (m_point < 0)
        return;
    const ChartTip shown = tip(m_point);
    QStringList values;
    for (const ChartTip::Row &row : shown.rows)
        values.append(u"%1 %2"_s.arg(row.name, row.value));
    setAccessibleDescription(u"%1: %2"_s.arg(shown.title, values.join(u", "_s)));
}

void ChartView::paintOver(QPainter *) { }

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
    return std::clamp(int(std::lround((position.x() - first) / step)), 0, pointCount() - 1);
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintOver(painter);
    if (m_point < 0 || m_point >= pointCount())
        return;
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

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    setCurrentPoint(pointAt(mapToScene(event->position().toPoint())));
    event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int point = pointAt(mapToScene(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && point >= 0)
        Q_EMIT pointActivated(point);
    event->accept();
}

void ChartView::leaveEvent(QEvent *event)
{
    setCurrentPoint(-1);
    QChartView::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    setCurrentPoint(-1);
    QChartView::focusOutEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrentPoint(m_point < 0 ? pointCount() - 1 : std::max(0, m_point - 1));
    case Qt::Key_Right:
        return setCurrentPoint(m_point + 1);
    case Qt::Key_Home:
        return setCurrentPoint(0);
    case Qt::Key_End:
        return setCurrentPoint(pointCount() - 1);
    case Qt::Key_T:
        Q_EMIT tableRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_point >= 0)
            Q_EMIT pointActivated(m_point);
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace Gatehouse::Ui
