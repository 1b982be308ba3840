// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/connectionline.h"

#include "ui/widgets/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int textGap = 16; // between pointer and words
constexpr int padding = 8;

} // namespace

ConnectionLine::ConnectionLine(QWidget *page)
    : QWidget(page)
{
    setObjectName(u"routes.connectionLine"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void ConnectionLine::pull(QPoint from, QPoint to, const End &end)
{
    setGeometry(parentWidget()->rect());
    m_from = mapFromGlobal(from);
    m_to = mapFromGlobal(to);
    m_end = end;
    m_end.place.moveTopLeft(mapFromGlobal(end.place.topLeft()));
    show();
    raise();
    update();
}

void ConnectionLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = colours();
    const QColor colour = m_end.allowed ? c.accent : c.text3;
    painter.setBrush(Qt::NoBrush);
    if (!m_end.place.isEmpty()) {
        painter.setPen(QPen(colour, 2, m_end.allowed ? Qt::SolidLine : Qt::DashLine));
        painter.drawRoundedRect(QRectF(m_end.place).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QPointF bend((m_to.x() - m_from.x()) / 2.0, 0);
    QPainterPath path(m_from);
    path.cubicTo(m_from + bend, m_to - bend, m_to);
    painter.setPen(QPen(colour, 2, m_end.allowed ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
    painter.drawPath(path);
    if (m_end.text.isEmpty())
        return;
    const QFontMetrics metrics(font());
    QRect words(0, 0, metrics.horizontalAdvance(m_end.text) + 2 * padding,
                metrics.height() + padding);
    words.moveTopLeft(m_to + QPoint(textGap, textGap));
    words.moveLeft(std::clamp(words.left(), 0, std::max(0, width() - words.width())));
    words.moveTop(std::clamp(words.top(), 0, std::max(0, height() - words.height())));
    painter.setPen(QPen(m_end.allowed ? c.accent : c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(words).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(m_end.allowed ? c.text : c.text2);
    painter.drawText(words, int(Qt::AlignCenter), m_end.text);
}

} // namespace Gatehouse::Ui
