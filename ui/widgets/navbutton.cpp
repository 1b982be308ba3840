// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navbutton.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr int itemHeight = 32;
constexpr int iconSide = 17;
constexpr int iconLeft = 11;
constexpr int textLeft = 38;

} // namespace

NavButton::NavButton(const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setText(text);
    setShortcut({}); // an "&" in a title is no mnemonic
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateName();
}

void NavButton::setBadge(int count)
{
    m_badge = count;
    updateName();
    update();
}

void NavButton::setFolded(bool folded)
{
    m_folded = folded;
    setToolTip(folded ? text() : QString());
    updateGeometry();
    update();
}

QSize NavButton::sizeHint() const
{
    const int height =
        std::max(itemHeight, QFontMetrics(roleFont(FontRole::Control)).height() + 12);
    if (m_folded)
        return {height, height};
    return {textLeft + QFontMetrics(roleFont(FontRole::Control)).horizontalAdvance(text()) + 40,
            height};
}

void NavButton::updateName()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %n to look at", nullptr, m_badge).arg(text()) : text());
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.accentSoft : c.hover);
        painter.drawRoundedRect(QRectF(rect()), 7, 7);
    }
    const QColor ink = isChecked() ? c.accentInk : c.text2;
    const double left = m_folded ? (width() - iconSide) / 2.0 : iconLeft;
    paintIcon(&painter, QRectF(left, 0, iconSide, height()), m_iconName,
              isChecked() ? c.accent : ink);
    if (m_folded) {
        if (m_badge > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.warnFill);
            painter.drawEllipse(QPointF(left + iconSide, height() / 2.0 - 8), 3.5, 3.5);
        }
        return;
    }
    QFont font = roleFont(FontRole::Control);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    const QRect place = rect().adjusted(textLeft, 0, m_badge > 0 ? -36 : -8, 0);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    if (m_badge > 0)
        Badge::paint(&painter, QRectF(rect()).adjusted(0, 0, -8, 0), m_badge, Tone::Warn);
}

} // namespace Gatehouse::Ui
