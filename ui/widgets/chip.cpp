// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int padding = 10;
constexpr int crossSize = 12;
constexpr int crossGap = 6;
constexpr int widestText = 260;
constexpr int leastHeight = 28;

} // namespace

Chip::Chip(const QString &word, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(word);
    setToolTip(tr("Remove the filter %1").arg(word));
    setAccessibleName(toolTip());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(roleFont(FontRole::Legend));
    const int text = std::min(widestText, metrics.horizontalAdvance(this->text()) + 1);
    return {text + crossGap + crossSize + 2 * padding,
            std::max(leastHeight, metrics.height() + 10)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() ? c.track : c.neutralSoft);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QRectF inside = QRectF(rect()).adjusted(padding, 0, -padding, 0);
    painter.setFont(roleFont(FontRole::Legend));
    painter.setPen(c.text);
    const QRectF words = inside.adjusted(0, 0, -crossGap - crossSize, 0);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, int(words.width()) + 1));
    paintIcon(&painter,
              QRectF(inside.right() - crossSize, inside.top(), crossSize, inside.height()), u"x"_s,
              c.text2);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace
        || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace Gatehouse::Ui
