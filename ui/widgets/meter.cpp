// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meter.h"

#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr double barHeight = 6;

void paintShare(QPainter *painter, const QRectF &bar, double share, const QColor &colour)
{
    const double width = bar.width() * std::clamp(share, 0.0, 1.0);
    if (width <= 0)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->save();
    painter->setClipRect(QRectF(bar.left(), bar.top(), width, bar.height()));
    const double shown = std::max(width, bar.height());
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), shown, bar.height()), bar.height() / 2,
                             bar.height() / 2);
    painter->restore();
}

} // namespace

Meter::Meter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::setValue(double share, std::optional<double> forecast)
{
    m_value = share;
    m_forecast = forecast;
    update();
}

void Meter::setFill(Fill fill)
{
    m_fill = fill;
    update();
}

void Meter::paintBar(QPainter *painter, const QRectF &rect, double share, const QColor &colour)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours().track);
    painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    paintShare(painter, rect, share, colour);
}

QColor Meter::fillColour() const
{
    const Colours &c = colours();
    switch (m_fill) {
    case Fill::Series:
        return c.seriesLine(0);
    case Fill::Ok:
        return c.okFill;
    case Fill::Warn:
        return c.warnFill;
    case Fill::Err:
        return c.errFill;
    }
    return c.accent;
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
    const QColor fill = fillColour();
    paintBar(&painter, bar, 0, fill);
    if (m_forecast)
        paintShare(&painter, bar, *m_forecast, withAlpha(fill, 0.38));
    paintShare(&painter, bar, m_value, fill);
    if (!m_forecast)
        return;
    const double x = std::clamp(bar.width() * *m_forecast, 1.0, bar.width() - 1);
    painter.setPen(QPen(colours().text2, 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
}

} // namespace Gatehouse::Ui
