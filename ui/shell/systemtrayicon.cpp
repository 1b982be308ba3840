// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/systemtrayicon.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace Gatehouse::Ui {

namespace {

// Trays are light or dark, and no desktop tells which: these are seen on both.
constexpr QColor ground(0x5b, 0x67, 0xe0);
constexpr QColor ink(0xff, 0xff, 0xff);
constexpr QColor warning(0xe0, 0x8a, 0x1e);
constexpr QColor failure(0xd9, 0x3a, 0x30);

constexpr double grid = 24; // every shape is drawn on this many units

//! Four nodes and three ways between them, as in resources/gatehouse.svg.
QPainterPath mark()
{
    QPainterPath path;
    for (const QPointF &node : {QPointF(12, 4), QPointF(20, 12), QPointF(12, 20), QPointF(4, 12)})
        path.addEllipse(node, 2, 2);
    for (const QLineF &way :
         {QLineF(10.6, 5.4, 5.4, 10.6), QLineF(18.6, 13.4, 13.4, 18.6), QLineF(6, 12, 18, 12)}) {
        path.moveTo(way.p1());
        path.lineTo(way.p2());
    }
    return path;
}

void paintBase(QPainter &painter, bool filled)
{
    constexpr double markScale = 0.66;
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(ground, 2));
    painter.setBrush(filled ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(2, 2, 20, 20), 5, 5);
    painter.save();
    painter.translate(grid / 2 * (1 - markScale), grid / 2 * (1 - markScale));
    painter.scale(markScale, markScale);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(filled ? ink : ground, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(mark());
    painter.restore();
}

//! A mark in the lower right corner, cut out of what is under it.
void clearCorner(QPainter &painter)
{
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawEllipse(QPointF(17, 17), 7.5, 7.5);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void paintMark(QPainter &painter, TrayState state)
{
    switch (state) {
    case TrayState::Running:
    case TrayState::Stopped:
        return;
    case TrayState::Degraded: {
        clearCorner(painter);
        painter.setBrush(warning);
        const QPointF triangle[] = {{17, 11}, {23.5, 23}, {10.5, 23}};
        painter.drawPolygon(triangle, 3);
        return;
    }
    case TrayState::Error:
        clearCorner(painter);
        painter.setPen(QPen(failure, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(13, 13), QPointF(21.5, 21.5));
        painter.drawLine(QPointF(21.5, 13), QPointF(13, 21.5));
        return;
    case TrayState::Paused:
        clearCorner(painter);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(12, 11.5, 4, 11), 1, 1);
        painter.drawRoundedRect(QRectF(18.5, 11.5, 4, 11), 1, 1);
        return;
    }
}

QPixmap picture(TrayState state, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / grid, size / grid);
    paintBase(painter, state != TrayState::Stopped);
    paintMark(painter, state);
    return pixmap;
}

} // namespace

QIcon trayIcon(TrayState state)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(state, size));
    return icon;
}

SystemTrayIcon::SystemTrayIcon(QObject *parent)
    : TrayIcon(parent)
{
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT activated();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::messageActivated);
}

bool SystemTrayIcon::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTrayIcon::setState(TrayState state, const QString &tooltip)
{
    m_icon.setIcon(trayIcon(state));
    m_icon.setToolTip(tooltip);
    m_icon.show();
}

void SystemTrayIcon::setMenu(QMenu *menu)
{
    m_icon.setContextMenu(menu);
}

void SystemTrayIcon::showMessage(const QString &title, const QString &text, bool isBad)
{
    m_icon.showMessage(title, text,
                       isBad ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace Gatehouse::Ui
