// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/widgets/icons.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

namespace Gatehouse::Ui {

QLabel *makeLabel(const QString &text, const QString &tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setProperty("tone", tone);
    return label;
}

void setStyleProperty(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QPushButton *makeButton(const QString &text, const QString &kind, const QString &objectName,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("kind", kind);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setIconSize({20, 16}); // wider than the glyph: the gap to the text
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, const QString &objectName,
                            QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themeIcon(iconName));
    button->setIconSize({16, 16});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace Gatehouse::Ui
