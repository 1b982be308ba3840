// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double inset = 10;
constexpr double iconSize = 16;
constexpr double textLeft = 38;
constexpr double radius = 7;
constexpr double keyPadding = 6;

//! The keys in a rounded box at the right end; the left end of what was drawn.
double paintShortcut(QPainter *painter, const QRectF &rect, const QString &keys)
{
    const Colours &c = colours();
    painter->setFont(roleFont(FontRole::Caption));
    const double width = painter->fontMetrics().horizontalAdvance(keys) + 2 * keyPadding;
    const double height = painter->fontMetrics().height() + 4;
    const QRectF box(rect.right() - inset - width, rect.center().y() - height / 2, width, height);
    painter->setPen(QPen(c.borderStrong, 1));
    painter->setBrush(c.surface2);
    painter->drawRoundedRect(box, 5, 5);
    painter->setPen(c.text3);
    painter->drawText(box, Qt::AlignCenter, keys);
    return box.left();
}

} // namespace

int PaletteDelegate::rowHeight()
{
    return std::max(37, QFontMetrics(roleFont(FontRole::Body)).height() + 18);
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Colours &c = colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect(option.rect);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? c.selection : c.surface2);
        painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    }
    const QRectF icon(rect.left() + inset + 2, rect.center().y() - iconSize / 2, iconSize,
                      iconSize);
    paintIcon(painter, icon, index.data(PaletteModel::IconRole).toString(), c.text2);
    double right = rect.right() - inset;
    if (index.data(PaletteModel::AsksRole).toBool()) {
        paintIcon(painter, QRectF(right - iconSize, icon.top(), iconSize, iconSize),
                  u"chevron-right"_s, c.text3);
        right -= iconSize + inset;
    } else if (const QString keys = index.data(PaletteModel::ShortcutRole).toString();
               !keys.isEmpty()) {
        right = paintShortcut(painter, rect, keys) - inset;
    }
    QRectF text(rect.left() + textLeft, rect.top(), right - rect.left() - textLeft, rect.height());
    QFont name = roleFont(FontRole::Body);
    name.setWeight(QFont::Medium);
    painter->setFont(name);
    painter->setPen(c.text);
    const QString shown = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            int(text.width()));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, shown);
    text.setLeft(text.left() + painter->fontMetrics().horizontalAdvance(shown) + 12);
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    if (text.width() > 24)
        painter->drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data(PaletteModel::WhereRole).toString(),
                                              Qt::ElideRight, int(text.width())));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

} // namespace Gatehouse::Ui
