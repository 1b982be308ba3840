// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabulartext.h"

#include <QtCore/QRectF>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

double cellWidth(const QFontMetricsF &metrics, QChar c, double digit)
{
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

} // namespace

double tabularWidth(const QFontMetricsF &metrics, QStringView text)
{
    const double digit = digitWidth(metrics);
    double width = 0;
    for (const QChar c : text)
        width += cellWidth(metrics, c, digit);
    return width;
}

void drawTabular(QPainter *painter, const QRectF &rect, QStringView text, bool alignRight)
{
    const QFontMetricsF metrics(painter->font(), painter->device());
    const double digit = digitWidth(metrics);
    double x = alignRight ? rect.right() - tabularWidth(metrics, text) : rect.left();
    const double baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const double cell = cellWidth(metrics, c, digit);
        painter->drawText(QPointF(x + (cell - metrics.horizontalAdvance(c)) / 2, baseline), c);
        x += cell;
    }
}

} // namespace Gatehouse::Ui
