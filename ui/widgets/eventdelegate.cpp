// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/eventdelegate.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>
#include <cmath>

namespace Gatehouse::Ui {

namespace {

constexpr int itemHeight = 45;
constexpr int mostLines = 2;
constexpr double squareSide = 28;
constexpr double textLeft = 38;
constexpr double ageGap = 9;

QFont titleFont()
{
    QFont font = roleFont(FontRole::Body);
    font.setWeight(QFont::Medium);
    return font;
}

double ageWidth(const QModelIndex &index)
{
    return QFontMetricsF(roleFont(FontRole::Caption))
        .horizontalAdvance(index.data(CellRole::Trailing).toString());
}

//! The title of an event in as many lines as it needs, the last one with all that is left.
QStringList titleLines(const QModelIndex &index, double width)
{
    const QString title = index.data().toString();
    QTextLayout layout(title, titleFont());
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < mostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool isLast = lines.size() + 1 == mostLines;
        lines.append(title.mid(line.textStart(), isLast ? -1 : line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

double titleWidth(double itemWidth, const QModelIndex &index)
{
    return itemWidth - 1 - textLeft - ageWidth(index) - ageGap;
}

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

    paintText(painter, rect, index);
    painter->restore();
}

void EventDelegate::paintText(QPainter *painter, const QRectF &rect, const QModelIndex &index) const
{
    const Colours &c = colours();
    const double line = (itemHeight - 7) / 2.0;
    const double width = titleWidth(rect.width() + 1, index);
    QRectF words(rect.left() + textLeft, rect.top() + 1, width, line);
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    painter->drawText(QRectF(words.right(), words.top(), rect.right() - words.right() + 1, line),
                      Qt::AlignVCenter | Qt::AlignRight, index.data(CellRole::Trailing).toString());
    painter->setFont(titleFont());
    painter->setPen(c.text);
    for (const QString &text : titleLines(index, width)) {
        painter->drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(text, Qt::ElideRight, int(std::ceil(width))));
        words.translate(0, line - 2);
    }
    words.setRight(rect.right());
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(CellRole::Detail).toString(),
                                                        Qt::ElideRight, int(words.width())));
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int body = QFontMetrics(roleFont(FontRole::Body)).height();
    const int least =
        std::max(itemHeight, body + QFontMetrics(roleFont(FontRole::Caption)).height() + 12);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view)
        return {160, least};
    const qsizetype more =
        titleLines(index, titleWidth(view->viewport()->width(), index)).size() - 1;
    const bool hasDetail = !index.data(CellRole::Detail).toString().isEmpty();
    return {160, least + (hasDetail ? int(more) * ((itemHeight - 7) / 2 - 2) : 0)};
}

} // namespace Gatehouse::Ui
