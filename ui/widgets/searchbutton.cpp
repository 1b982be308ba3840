// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

namespace Gatehouse::Ui {

namespace {

constexpr int controlHeight = 34;
constexpr int usualWidth = 266;
constexpr int textLeft = 33;

} // namespace

SearchButton::SearchButton(const QString &text, const QString &keyHint, QWidget *parent)
    : QAbstractButton(parent)
    , m_keyHint(keyHint)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SearchButton::sizeHint() const
{
    return {usualWidth, controlHeight};
}

QSize SearchButton::minimumSizeHint() const
{
    return {controlHeight, controlHeight};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(underMouse() ? c.inputBorder : c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    if (width() < 2 * textLeft) {
        paintIcon(&painter, QRectF(0, 0, width(), height()).adjusted(9, 9, -9, -9),
                  QStringLiteral("search"), c.text2);
        return;
    }
    paintIcon(&painter, QRectF(13, 0, 16, height()), QStringLiteral("search"), c.text2);

    painter.setFont(roleFont(FontRole::Caption));
    const int hintWidth = painter.fontMetrics().horizontalAdvance(m_keyHint) + 12;
    const QRectF hint(width() - hintWidth - 8, (height() - 20) / 2.0, hintWidth, 20);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface2);
    painter.drawRoundedRect(hint.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(c.text2);
    painter.drawText(hint, Qt::AlignCenter, m_keyHint);

    painter.setFont(roleFont(FontRole::Body));
    const QRectF place(textLeft, 0, hint.left() - textLeft - 6, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, int(place.width())));
}

} // namespace Gatehouse::Ui
