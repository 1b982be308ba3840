// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaycolours.h"

#include "ui/widgets/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

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

QIcon colouredIcon(int colour)
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        QPixmap picture = QApplication::windowIcon().pixmap(size, size);
        if (picture.isNull())
            continue;
        QPainter painter(&picture);
        const int side = size / 2;
        painter.drawPixmap(QRect(size - side, size - side, side, side), colourLabel(colour, 4));
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace Gatehouse::Ui
