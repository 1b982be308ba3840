// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/eventdelegate.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr int itemHeight = 45;
constexpr double squareSide = 28;
constexpr double textLeft = 38;

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colours &c = colours();
    const QRectF rect = QRectF(option.rect).adjusted(0, 0, -1, 0);
    const auto tone = Tone(index.data(CellRole::Tone).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(c.accent, 2));
        painter->drawRoundedRect(rect.adjusted(1, 1, -1, -3), 6, 6);
    }
    const QRectF square(rect.left(), rect.top() + 4, squareSide, squareSide);
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.toneSoft(tone));
    painter->drawRoundedRect(square, 7, 7);
    paintIcon(painter, square.adjusted(6.5, 6.5, -6.5, -6.5), index.data(CellRole::Icon).toString(),
              c.toneText(tone));

    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    const QString age = index.data(CellRole::Trailing).toString();
    const double ageWidth = painter->fontMetrics().horizontalAdvance(age);
    const double half = (itemHeight - 7) / 2.0;
    const QRectF first(rect.left() + textLeft, rect.top() + 1,
                       rect.width() - textLeft - ageWidth - 8, half);
    painter->drawText(QRectF(rect.right() - ageWidth - 1, first.top(), ageWidth + 2, half),
                      Qt::AlignVCenter | Qt::AlignRight, age);
    const QRectF second(first.left(), first.bottom() - 2, rect.width() - textLeft, half);
    painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(CellRole::Detail).toString(),
                                                        Qt::ElideRight, int(second.width())));
    QFont title = roleFont(FontRole::Body);
    title.setWeight(QFont::Medium);
    painter->setFont(title);
    painter->setPen(c.text);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                        int(first.width())));
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(roleFont(FontRole::Body)).height()
        + QFontMetrics(roleFont(FontRole::Caption)).height();
    return {160, std::max(itemHeight, lines + 12)};
}

} // namespace Gatehouse::Ui
