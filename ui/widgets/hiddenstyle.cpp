// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hiddenstyle.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

void HiddenStyle::during(const std::function<void()> &change)
{
    skipHidden();
    m_changing = true;
    change();
    m_changing = false;
}

//! QApplication passes over widgets that were never styled, which WA_WState_Polished tells. Windows
//! of their own (menus, the lists of combo boxes) stay in: they take their size from the style
//! before they show.
void HiddenStyle::skipHidden()
{
    QSet<const QObject *> behind;
    for (QWidget *widget : QApplication::allWidgets()) {
        const bool canWait =
            !widget->isVisible() && !widget->isWindow() && widget->window()->isVisible();
        if (canWait && widget->testAttribute(Qt::WA_WState_Polished))
            widget->setAttribute(Qt::WA_WState_Polished, false);
        else if (!m_behind.contains(widget))
            continue;
        behind.insert(widget);
    }
    m_behind = behind;
}

//! It would measure itself anew for nothing: each level of a page that is being put together moves
//! what is below it to another parent, which tells all of it of a new style (QWidget::setParent,
//! where the application has a style sheet).
bool HiddenStyle::isIdle(const QObject &watched) const
{
    if (!watched.isWidgetType()
        || static_cast<const QWidget &>(watched).testAttribute(Qt::WA_WState_Polished))
        return false;
    return !m_changing || m_behind.contains(&watched);
}

bool HiddenStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::StyleChange && isIdle(*watched))
        return true;
    if (event->type() == QEvent::Show && watched->isWidgetType() && m_behind.remove(watched)) {
        auto *widget = static_cast<QWidget *>(watched);
        widget->style()->polish(widget);
        widget->setAttribute(Qt::WA_WState_Polished);
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Gatehouse::Ui
