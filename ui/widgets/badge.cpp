// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr int badgeHeight = 18;

QSize sizeFor(int count)
{
    const QFontMetrics metrics(roleFont(FontRole::Badge));
    const int height = std::max(badgeHeight, metrics.height() + 4);
    return {std::max(height, metrics.horizontalAdvance(QLocale().toString(count)) + 12), height};
}

} // namespace

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setCount(int count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    setVisible(count > 0);
    setAccessibleName(QLocale().toString(count));
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return sizeFor(m_count);
}

void Badge::paint(QPainter *painter, const QRectF &rect, int count, Tone tone)
{
    const QSizeF size = sizeFor(count);
    const QRectF body(rect.right() - size.width(), rect.center().y() - size.height() / 2,
                      size.width(), size.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours().toneSoft(tone));
    painter->drawRoundedRect(body, body.height() / 2, body.height() / 2);
    painter->setPen(colours().toneText(tone));
    painter->setFont(roleFont(FontRole::Badge));
    painter->drawText(body, Qt::AlignCenter, QLocale().toString(count));
    painter->restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_count, m_tone);
}

} // namespace Gatehouse::Ui
