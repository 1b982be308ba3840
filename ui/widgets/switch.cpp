// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch.h"

#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

namespace Gatehouse::Ui {

namespace {

constexpr double thumbInset = 2.5;
constexpr double trackHeight = 18;

} // namespace

Switch::Switch(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

bool Switch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Switch::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1.0 : 0.5);
    painter.setPen(Qt::NoPen);
    const QColor fill = isChecked() ? c.okFill : c.inputBorder;
    painter.setBrush(fill);
    const QRectF track(0.5, (height() - trackHeight) / 2, width() - 1, trackHeight);
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const double side = track.height() - 2 * thumbInset;
    const bool atRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    const double x = atRight ? track.right() - thumbInset - side : track.left() + thumbInset;
    painter.setBrush(fill == QColor(Qt::white) ? Qt::black : Qt::white); // high contrast, dark
    painter.drawEllipse(QRectF(x, track.top() + thumbInset, side, side));
}

} // namespace Gatehouse::Ui
