// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int textCharacters = 56;

//! Without an icon the words begin where those of other dialogs do.
void dropIndent(QMessageBox &box)
{
    auto *grid = qobject_cast<QGridLayout *>(box.layout());
    for (int i = 0; grid && box.icon() == QMessageBox::NoIcon && i < grid->count(); ++i) {
        if (QSpacerItem *indent = grid->itemAt(i)->spacerItem()) {
            indent->changeSize(0, 0);
            grid->setHorizontalSpacing(0);
            grid->setColumnStretch(1, 1); // of the words; buttons may be wider than they
        }
    }
}

} // namespace

QMessageBox *makeQuestion(QWidget *parent, const QString &objectName, const QString &title,
                          const QString &text)
{
    auto *box = new QMessageBox(parent);
    askQuestion(*box, objectName, title, text);
    return box;
}

void askQuestion(QMessageBox &box, const QString &objectName, const QString &title,
                 const QString &text)
{
    box.setAttribute(Qt::WA_DeleteOnClose);
    box.setObjectName(objectName);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(title);
    box.setInformativeText(text);
    box.setContentsMargins(12, 12, 12, 12);
    // The parts of a message box have no other address.
    if (auto *label = box.findChild<QLabel *>(u"qt_msgbox_label"_s))
        setStyleProperty(label, "tone", u"dialogTitle"_s);
    if (auto *label = box.findChild<QLabel *>(u"qt_msgbox_informativelabel"_s))
        label->setMinimumWidth(textCharacters * label->fontMetrics().averageCharWidth());
}

QPushButton *addAnswer(QMessageBox &box, const QString &text, QMessageBox::ButtonRole role,
                       const QString &objectName)
{
    QPushButton *button = box.addButton(text, role);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    return button;
}

void openQuestion(QMessageBox &box)
{
    dropIndent(box);
    for (QAbstractButton *button : box.buttons()) {
        button->setAccessibleName(button->text());
        if (button == box.defaultButton())
            setStyleProperty(button, "kind", u"primary"_s);
        else if (box.buttonRole(button) == QMessageBox::DestructiveRole)
            setStyleProperty(button, "kind", u"danger"_s);
    }
    box.open();
}

} // namespace Gatehouse::Ui
