// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>

//! For walks over everything that a window shows.
namespace Gatehouse::Ui {

//! A part of one of Qt's own widgets: a scroll bar, the arrow of a spin box, a header.
inline bool isPartOfAnother(const QWidget &widget)
{
    if (widget.objectName().startsWith(QLatin1StringView("qt_"))
        || qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QHeaderView *>(&widget)
        || qobject_cast<const QTabBar *>(&widget) || widget.inherits("QLineEditIconButton"))
        return true;
    const QWidget *parent = widget.parentWidget();
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
        area && area->viewport() == &widget)
        return true;
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent);
}

inline bool isInteractive(const QWidget &widget)
{
    if (!widget.isVisible() || isPartOfAnother(widget))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QAbstractItemView *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget)
        || qobject_cast<const QAbstractSlider *>(&widget)
        || widget.focusPolicy() == Qt::StrongFocus;
}

inline QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *w = &widget; w && path.size() < 4; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className())
                                               : w->objectName());
    return path.join(u'/');
}

//! What no one may miss: a wrapping label needs its height, any other text its width too.
inline bool isCut(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty() || label->inherits("Gatehouse::Ui::PlainTextLabel"))
            return false;
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return label->width() < label->sizeHint().width()
            || label->height() < label->fontMetrics().height();
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && !button->text().isEmpty()
        && (button->width() < button->minimumSizeHint().width()
            || button->height() < button->fontMetrics().height());
}

} // namespace Gatehouse::Ui
