// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaycolours.h"

#include "ui/widgets/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

namespace Gatehouse::Ui {

namespace {

constexpr int labelSize = 12;

struct GatewayColours {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::GatewayColours)
};

} // namespace

QStringList gatewayColourNames()
{
    return {GatewayColours::tr("Blue"),     GatewayColours::tr("Orange"),
            GatewayColours::tr("Teal"),     GatewayColours::tr("Violet"),
            GatewayColours::tr("Gold"),     GatewayColours::tr("Plum"),
            GatewayColours::tr("Sky blue"), GatewayColours::tr("Brick red")};
}

QPixmap colourLabel(int colour, double pixelRatio)
{
    QPixmap label(QSize(labelSize, labelSize) * pixelRatio);
    label.setDevicePixelRatio(pixelRatio);
    label.fill(Qt::transparent);
    QPainter painter(&label);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().seriesFill(colour));
    painter.drawRoundedRect(QRectF(0, 0, labelSize, labelSize), 3, 3);
    return label;
}

} // namespace Gatehouse::Ui
