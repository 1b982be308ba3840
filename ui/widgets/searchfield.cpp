// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int iconLeft = 11;
constexpr int iconSize = 16;
constexpr int iconRoom = 24;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setTextMargins(iconRoom, 0, 0, 0);
}

// Painted, not an action: an action of a line edit is a button, and this one would do nothing.
void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(&painter, QRectF(iconLeft, (height() - iconSize) / 2.0, iconSize, iconSize),
              u"search"_s, colours().text3);
}

} // namespace Gatehouse::Ui
