// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navbutton.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace Gatehouse::Ui {

namespace {

constexpr int itemHeight = 32;
constexpr int iconSide = 17;
constexpr int iconLeft = 11;
constexpr int textLeft = 38;
constexpr double dotRadius = 3.5;
constexpr int dotRoom = 14;

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

void NavButton::setUnsaved(bool unsaved)
{
    if (std::exchange(m_unsaved, unsaved) == unsaved)
        return;
    updateName();
    update();
}

void NavButton::setFolded(bool folded)
{
    m_folded = folded;
    updateName();
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
    const QString name =
        m_badge > 0 ? tr("%1, %n to look at", nullptr, m_badge).arg(text()) : text();
    setAccessibleName(m_unsaved ? tr("%1, unsaved changes").arg(name) : name);
    setToolTip(m_unsaved || m_folded ? accessibleName() : QString());
}

void NavButton::paintDot(QPainter &painter, QPointF centre, const QColor &fill) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(centre, dotRadius, dotRadius);
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
        if (m_badge > 0)
            paintDot(painter, {left + iconSide, height() / 2.0 - 8}, c.warnFill);
        if (m_unsaved)
            paintDot(painter, {left + iconSide, height() / 2.0 + 8}, c.accent);
        return;
    }
    QFont font = roleFont(FontRole::Control);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    const int right = (m_badge > 0 ? 36 : 8) + (m_unsaved ? dotRoom : 0);
    const QRect place = rect().adjusted(textLeft, 0, -right, 0);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    if (m_unsaved)
        paintDot(painter, {width() - right + dotRoom / 2.0, height() / 2.0}, c.accent);
    if (m_badge > 0)
        Badge::paint(&painter, QRectF(rect()).adjusted(0, 0, -8, 0), m_badge, Tone::Warn);
}

} // namespace Gatehouse::Ui
