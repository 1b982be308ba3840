// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace Gatehouse::Ui {

namespace {

constexpr int leftAxis = 58;
constexpr int bottomAxis = 22;
constexpr int boundEvery = 3; //!< rows between two labels

//! From the palest to the deepest by the logarithm of the count: a rare slow answer is seen too.
QColor colourOf(qint64 count, qint64 most)
{
    const QList<QColor> &ramp = colours().ramp;
    if (count <= 0 || ramp.isEmpty())
        return colours().surface2;
    const double share = std::log1p(double(count)) / std::log1p(double(std::max<qint64>(most, 1)));
    return ramp.at(std::clamp<qsizetype>(qsizetype(std::ceil(share * double(ramp.size()))) - 1, 0,
                                         ramp.size() - 1));
}

} // namespace

HeatMap::HeatMap(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
}

void HeatMap::setData(const HeatMapData &map)
{
    if (map == m_data)
        return;
    m_data = map;
    m_most = 0;
    for (const QList<qint64> &row : m_data.counts)
        for (const qint64 count : row)
            m_most = std::max(m_most, count);
    m_cell = {-1, -1};
    update();
}

QRectF HeatMap::plot() const
{
    return QRectF(rect()).adjusted(textScaled(leftAxis), 6, -6, -textScaled(bottomAxis));
}

QRectF HeatMap::cell(int column, int row) const
{
    const QRectF area = plot();
    const double width = area.width() / double(m_data.times.size());
    const double height = area.height() / double(m_data.counts.size());
    const double gap = width > 4 ? 1 : 0;
    return {area.left() + column * width, area.bottom() - (row + 1) * height, width - gap,
            height - 1};
}

QPoint HeatMap::cellAt(QPointF position) const
{
    const QRectF area = plot();
    if (!area.contains(position) || m_data.counts.isEmpty() || m_data.times.isEmpty())
        return {-1, -1};
    const double x = (position.x() - area.left()) / area.width() * double(m_data.times.size());
    const double y = (area.bottom() - position.y()) / area.height() * double(m_data.counts.size());
    return {std::clamp(int(x), 0, int(m_data.times.size()) - 1),
            std::clamp(int(y), 0, int(m_data.counts.size()) - 1)};
}

QString HeatMap::textOf(QPoint at) const
{
    if (at.x() < 0 || at.y() < 0)
        return {};
    return tr("%1, %2 to %3: %n answers", "time, least and most value",
              int(m_data.counts.at(at.y()).value(at.x())))
        .arg(m_data.times.at(at.x()), m_data.bounds.value(at.y()), m_data.bounds.value(at.y() + 1));
}

void HeatMap::moveTo(QPoint at)
{
    if (at == m_cell)
        return;
    m_cell = at;
    setAccessibleDescription(textOf(at));
    Q_EMIT columnHovered(at.x());
    update();
}

void HeatMap::paintEvent(QPaintEvent *)
{
    if (m_data.counts.isEmpty() || m_data.times.isEmpty())
        return;
    QPainter painter(this);
    for (int row = 0; row < m_data.counts.size(); ++row)
        for (int column = 0; column < m_data.times.size(); ++column)
            painter.fillRect(cell(column, row),
                             colourOf(m_data.counts.at(row).value(column), m_most));
    const QRectF area = plot();
    if (m_cell.x() >= 0) {
        painter.setPen(QPen(colours().text2, 1));
        painter.setBrush(Qt::NoBrush);
        const QRectF column = cell(m_cell.x(), 0);
        painter.drawRect(m_cell.y() >= 0
                             ? cell(m_cell.x(), m_cell.y()).adjusted(-1, -1, 1, 1)
                             : QRectF(column.left(), area.top(), column.width(), area.height()));
    }
    paintAxes(&painter, area);
}

void HeatMap::paintAxes(QPainter *painter, const QRectF &area) const
{
    painter->setPen(colours().text3);
    painter->setFont(roleFont(FontRole::Axis));
    const double height = area.height() / double(m_data.counts.size());
    const int line = painter->fontMetrics().height();
    for (int bound = 0; bound < m_data.bounds.size(); bound += boundEvery) {
        const double y = area.bottom() - bound * height;
        painter->drawText(QRectF(0, y - line / 2.0, area.left() - 8, line),
                          Qt::AlignRight | Qt::AlignVCenter, m_data.bounds.at(bound));
    }
    const auto parts = double(std::max<qsizetype>(1, m_data.axisLabels.size() - 1));
    for (qsizetype i = 0; i < m_data.axisLabels.size(); ++i) {
        const double x = area.left() + area.width() * double(i) / parts;
        QRectF box(x - 60, area.bottom() + 4, 120, line);
        Qt::Alignment side = Qt::AlignHCenter;
        if (i + 1 == m_data.axisLabels.size()) {
            box.moveRight(area.right() + 4);
            side = Qt::AlignRight;
        }
        painter->drawText(box, int(side), m_data.axisLabels.at(i));
    }
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    moveTo(cellAt(event->position()));
}

void HeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = cellAt(event->position());
    if (event->button() == Qt::LeftButton && at.x() >= 0)
        Q_EMIT cellActivated(at.x(), at.y());
}

void HeatMap::leaveEvent(QEvent *event)
{
    moveTo({-1, -1});
    QWidget::leaveEvent(event);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    const int lastColumn = int(m_data.times.size()) - 1;
    const int lastRow = int(m_data.counts.size()) - 1;
    if (lastColumn < 0 || lastRow < 0)
        return QWidget::keyPressEvent(event);
    const QPoint at(m_cell.x() < 0 ? lastColumn : m_cell.x(), std::max(m_cell.y(), 0));
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo({std::max(at.x() - 1, 0), at.y()});
    case Qt::Key_Right:
        return moveTo({std::min(at.x() + 1, lastColumn), at.y()});
    case Qt::Key_Up:
        return moveTo({at.x(), std::min(at.y() + 1, lastRow)});
    case Qt::Key_Down:
        return moveTo({at.x(), std::max(at.y() - 1, 0)});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT cellActivated(at.x(), at.y());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textOf(cellAt(help->pos()));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace Gatehouse::Ui
