// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/widgets/theme.h"

#include <QtGui/QLinearGradient>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr double dotRadius = 2.4;
constexpr double lineWidth = 1.6;

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
