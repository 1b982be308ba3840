// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/systemtrayicon.h"

#include "ui/widgets/systemappearance.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace Gatehouse::Ui {

namespace {

constexpr QColor lightTone(0xf2, 0xf3, 0xf5);
constexpr QColor darkTone(0x24, 0x27, 0x2c);

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

void paintBase(QPainter &painter, const TrayInk &ink, bool filled)
{
    constexpr double markScale = 0.66;
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(ink.ground, 2));
    painter.setBrush(filled ? QBrush(ink.ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(2, 2, 20, 20), 5, 5);
    painter.save();
    painter.translate(grid / 2 * (1 - markScale), grid / 2 * (1 - markScale));
    painter.scale(markScale, markScale);
    painter.setBrush(Qt::NoBrush);
    const bool isCutOut = filled && ink.sign.alpha() == 0;
    if (isCutOut)
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
    const QColor line = isCutOut ? QColor(Qt::black) : filled ? ink.sign : ink.ground;
    painter.setPen(QPen(line, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
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

void paintMark(QPainter &painter, const TrayInk &ink, TrayState state)
{
    switch (state) {
    case TrayState::Running:
    case TrayState::Stopped:
        return;
    case TrayState::Degraded: {
        clearCorner(painter);
        painter.setBrush(ink.warning);
        const QPointF triangle[] = {{17, 11}, {23.5, 23}, {10.5, 23}};
        painter.drawPolygon(triangle, 3);
        return;
    }
    case TrayState::Error:
        clearCorner(painter);
        painter.setPen(QPen(ink.failure, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(13, 13), QPointF(21.5, 21.5));
        painter.drawLine(QPointF(21.5, 13), QPointF(13, 21.5));
        return;
    case TrayState::Paused:
        clearCorner(painter);
        painter.setBrush(ink.ground);
        painter.drawRoundedRect(QRectF(12, 11.5, 4, 11), 1, 1);
        painter.drawRoundedRect(QRectF(18.5, 11.5, 4, 11), 1, 1);
        return;
    case TrayState::Recording:
        clearCorner(painter);
        painter.setBrush(ink.failure);
        painter.drawEllipse(QPointF(17, 17), 5.5, 5.5);
        return;
    }
}

QPixmap picture(TrayState state, const TrayInk &ink, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / grid, size / grid);
    paintBase(painter, ink, state != TrayState::Stopped);
    paintMark(painter, ink, state);
    return pixmap;
}

} // namespace

// Trays are light or dark, and few desktops tell which: these colours are seen on both.
TrayInk TrayInk::coloured()
{
    return {.ground = QColor(0x5b, 0x67, 0xe0),
            .sign = Qt::white,
            .warning = QColor(0xe0, 0x8a, 0x1e),
            .failure = QColor(0xd9, 0x3a, 0x30)};
}

TrayInk TrayInk::oneTone(const QColor &tone)
{
    return {.ground = tone, .sign = Qt::transparent, .warning = tone, .failure = tone};
}

QIcon trayIcon(TrayState state, const TrayInk &ink)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(state, ink, size));
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

void SystemTrayIcon::setStyle(Preferences::TrayStyle style)
{
    m_style = style;
    if (style == Preferences::TrayStyle::Automatic && !m_desktop) {
        m_desktop = new SystemAppearance(this);
        connect(m_desktop, &SystemAppearance::changed, this, &SystemTrayIcon::paint);
    }
    paint();
}

void SystemTrayIcon::paint()
{
    using Style = Preferences::TrayStyle;
    const bool isLight =
        m_style == Style::Automatic ? m_desktop->prefersDark() : m_style == Style::Light;
    const TrayInk ink = m_style == Style::Coloured
        ? TrayInk::coloured()
        : TrayInk::oneTone(isLight ? lightTone : darkTone);
    m_icon.setIcon(trayIcon(m_state, ink));
}

void SystemTrayIcon::setState(TrayState state, const QString &tooltip)
{
    m_state = state;
    paint();
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
