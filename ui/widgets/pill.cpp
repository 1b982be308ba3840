// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 12;
constexpr int iconGap = 3;

int pillHeight(const QFontMetrics &metrics)
{
    return std::max(21, metrics.height() + 5);
}

} // namespace

Pill::Pill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Pill::Pill(const QString &text, Tone tone, const QString &iconName, QWidget *parent)
    : Pill(parent)
{
    setState(text, tone, iconName);
}

void Pill::setState(const QString &text, Tone tone, const QString &iconName)
{
    m_text = text;
    m_tone = tone;
    m_iconName = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return sizeFor(m_text, !m_iconName.isEmpty());
}

QSize Pill::sizeFor(const QString &text, bool withIcon)
{
    const QFontMetrics metrics(roleFont(FontRole::Pill));
    const int mark = withIcon ? iconSize + iconGap : 0;
    return {metrics.horizontalAdvance(text) + mark + 2 * padding, pillHeight(metrics)};
}

void Pill::paint(QPainter *painter, const QRectF &rect, const QString &text, Tone tone,
                 const QString &iconName)
{
    const QSize size = sizeFor(text, !iconName.isEmpty());
    const double width = std::min(double(size.width()), rect.width());
    const QRectF body(rect.left(), rect.top() + (rect.height() - size.height()) / 2.0, width,
                      size.height());
    const Colours &c = colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.toneSoft(tone));
    painter->drawRoundedRect(body, body.height() / 2, body.height() / 2);
    QRectF inside = body.adjusted(padding, 0, -padding, 0);
    if (!iconName.isEmpty()) {
        paintIcon(painter, QRectF(inside.left(), inside.top(), iconSize, inside.height()), iconName,
                  c.toneText(tone));
        inside.setLeft(inside.left() + iconSize + iconGap);
    }
    painter->setFont(roleFont(FontRole::Pill));
    painter->setPen(c.toneText(tone));
    const QString shown =
        painter->fontMetrics().elidedText(text, Qt::ElideRight, int(inside.width()) + 1);
    painter->drawText(inside.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter->restore();
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_text, m_tone, m_iconName);
}

} // namespace Gatehouse::Ui
