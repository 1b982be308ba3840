// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/widgets/theme.h"

#include <QtGui/QLinearGradient>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gatehouse::Ui {

namespace {

constexpr double dotRadius = 2.4;
constexpr double lineWidth = 1.6;
constexpr double loneDot = 0.5;

//! A value between two gaps is seen as a dot.
void startLine(QPainterPath &line, const QPointF &point)
{
    line.addEllipse(point, loneDot, loneDot);
    line.moveTo(point);
}

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double> &values, int series)
{
    m_values = values;
    m_series = series;
    update();
}

void Sparkline::paintLine(QPainter *painter, const QRectF &rect, const QList<double> &values,
                          const QColor &colour)
{
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const double value : values)
        if (!std::isnan(value)) {
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    if (values.size() < 2 || highest < lowest)
        return;
    const double span = highest > lowest ? highest - lowest : 1;
    QPainterPath line;
    bool isPenDown = false;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QPointF point(rect.left() + rect.width() * double(i) / double(values.size() - 1),
                            rect.bottom() - rect.height() * (values.at(i) - lowest) / span);
        const bool isGap = std::isnan(values.at(i));
        if (!isGap && isPenDown)
            line.lineTo(point);
        else if (!isGap)
            startLine(line, point);
        isPenDown = !isGap;
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const auto [lowest, highest] = std::minmax_element(m_values.cbegin(), m_values.cend());
    const double span = *highest > *lowest ? *highest - *lowest : 1;
    const QRectF area = QRectF(rect()).adjusted(1, dotRadius + 1, -dotRadius - 1, -dotRadius);
    QPainterPath line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const QPointF point(area.left() + area.width() * double(i) / double(m_values.size() - 1),
                            area.bottom() - area.height() * (m_values.at(i) - *lowest) / span);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath ground = line;
    ground.lineTo(area.right(), height());
    ground.lineTo(area.left(), height());
    ground.closeSubpath();

    const QColor colour = colours().seriesLine(m_series);
    QLinearGradient fade(0, area.top(), 0, height());
    fade.setColorAt(0, withAlpha(colour, 0.22));
    fade.setColorAt(1, withAlpha(colour, 0.02));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(ground, fade);
    painter.setPen(QPen(colour, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(line.currentPosition(), dotRadius, dotRadius);
}

} // namespace Gatehouse::Ui
