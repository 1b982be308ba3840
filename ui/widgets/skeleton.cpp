// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

namespace Gatehouse::Ui {

namespace {

QList<QRectF> tableRows(QSizeF size)
{
    constexpr double rowHeight = 37;
    constexpr double barHeight = 12;
    QList<QRectF> bars;
    for (double y = rowHeight; y + rowHeight < size.height(); y += rowHeight) {
        const double top = y + (rowHeight - barHeight) / 2;
        bars.append(QRectF(16, top, size.width() * 0.22, barHeight));
        bars.append(QRectF(size.width() * 0.34, top, size.width() * 0.12, barHeight));
        bars.append(QRectF(size.width() * 0.56, top, size.width() * 0.10, barHeight));
        bars.append(QRectF(size.width() * 0.86, top, size.width() * 0.12, barHeight));
    }
    return bars;
}

} // namespace

Skeleton::Skeleton(QWidget *parent)
    : Skeleton(tableRows, parent)
{
}

Skeleton::Skeleton(Blocks blocks, QWidget *parent)
    : QWidget(parent)
    , m_blocks(std::move(blocks))
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().segment);
    for (const QRectF &block : m_blocks(size())) {
        const double radius = block.height() > 30 ? 10 : 4;
        painter.drawRoundedRect(block, radius, radius);
    }
}

} // namespace Gatehouse::Ui
