// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollarea.h"

#include <QtWidgets/QLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QScrollArea *upAndDown(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace

QScrollArea *makeScrollArea(QWidget *content, QWidget *parent)
{
    QScrollArea *area = upAndDown(content, parent);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

QScrollArea *makePageArea(QWidget *inset, QWidget *parent)
{
    QScrollArea *area = upAndDown(inset, parent);
    area->setProperty("kind", u"page"_s);
    inset->setProperty("kind", u"page"_s);
    QScrollBar *bar = area->verticalScrollBar();
    QLayout *layout = inset->layout();
    const QMargins free = layout->contentsMargins();
    QObject::connect(bar, &QScrollBar::rangeChanged, layout, [bar, layout, free](int, int last) {
        const int taken = last > 0 ? bar->sizeHint().width() : 0;
        layout->setContentsMargins(free.left(), free.top(), qMax(0, free.right() - taken),
                                   free.bottom());
    });
    return area;
}

} // namespace Gatehouse::Ui
