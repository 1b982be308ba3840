// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/theme.h"

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double smallIcon = 13;
constexpr double normalStroke = 1.75;
constexpr double smallStroke = 2.4;
constexpr double disabledAlpha = 0.4;

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, Ink ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, rect, m_name, colour(mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        // The size is in device pixels. A wide size leaves a gap at the right, which Qt's buttons
        // do not offer otherwise.
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        const int side = std::min(size.width(), size.height());
        QPainter painter(&pixmap);
        painter.drawPixmap(
            0, 0,
            iconPixmap(m_name, colour(mode, state), int(std::lround(side / scale)), 1.0 * scale)
                .scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_ink); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const QColor ink = state == QIcon::On ? colours().accent : inkColour(m_ink);
        return mode == QIcon::Disabled ? withAlpha(ink, disabledAlpha) : ink;
    }

    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon themeIcon(const QString &name, Ink ink)
{
    return QIcon(new ThemedIconEngine(name, ink));
}

double iconStroke(double size)
{
    return size <= smallIcon ? smallStroke : normalStroke;
}

QByteArray iconSource(const QString &name, const QColor &colour, double stroke)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    const QByteArray pen = "stroke-width=\"" + QByteArray::number(stroke) + "\" stroke-opacity=\""
        + QByteArray::number(double(colour.alphaF())) + '"';
    svg.replace("stroke-width=\"2\"", pen);
    return svg;
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, double ratio)
{
    const QString key =
        u"gh-%1-%2-%3-%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int side = std::max(1, int(std::ceil(size * ratio)));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(iconSource(name, colour, iconStroke(size)));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &colour)
{
    const int side = int(std::min(rect.width(), rect.height()));
    const QPixmap pixmap = iconPixmap(name, colour, side, painter->device()->devicePixelRatioF());
    const QPointF corner(rect.x() + (rect.width() - side) / 2,
                         rect.y() + (rect.height() - side) / 2);
    painter->drawPixmap(corner, pixmap);
}

QColor inkColour(Ink ink)
{
    const Colours &c = colours();
    switch (ink) {
    case Ink::Muted:
        return c.text2;
    case Ink::Text:
        return c.text;
    case Ink::Caption:
        return c.text3;
    case Ink::Accent:
        return c.accent;
    case Ink::AccentInk:
        return c.accentInk;
    case Ink::AccentText:
        return c.accentText;
    case Ink::Ok:
        return c.ok;
    case Ink::Warn:
        return c.warn;
    case Ink::Err:
        return c.err;
    case Ink::Info:
        return c.info;
    }
    return c.text2;
}

} // namespace Gatehouse::Ui
