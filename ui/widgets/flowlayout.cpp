// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include <algorithm>
#include <memory>

namespace Gatehouse::Ui {

FlowLayout::FlowLayout(QWidget *parent, int horizontalGap, int verticalGap)
    : QLayout(parent)
    , m_horizontalGap(horizontalGap)
    , m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    while (!m_items.isEmpty())
        std::unique_ptr<QLayoutItem>(m_items.takeLast()).reset();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(m_items.isEmpty() ? 0 : -m_horizontalGap, 0);
    for (const QLayoutItem *item : m_items) {
        size.rwidth() += item->sizeHint().width() + m_horizontalGap;
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    QList<Place> line;
    const auto endLine = [&] {
        if (move)
            placeLine(line, rect, lineHeight);
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        QSize size = item->sizeHint();
        if (size.width() > rect.width() && item->hasHeightForWidth())
            size = {rect.width(), item->heightForWidth(rect.width())};
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            endLine();
            x = rect.x();
            y += lineHeight + m_verticalGap;
            lineHeight = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_horizontalGap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - rect.y();
}

void FlowLayout::placeLine(const QList<Place> &line, const QRect &rect, int height) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (const Place &place : line) {
        const int down = (height - place.rect.height()) / 2;
        place.item->setGeometry(
            QStyle::visualRect(direction, rect, place.rect.translated(0, down)));
    }
}

} // namespace Gatehouse::Ui
