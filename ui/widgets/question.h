// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QMessageBox>

class QPushButton;

namespace Gatehouse::Ui {

//! A question before something that cannot be undone: \a title is the act, \a text its consequence.
//! Add the answers, name the safe one default and escape, and openQuestion(); it deletes itself.
QMessageBox *makeQuestion(QWidget *parent, const QString &objectName, const QString &title,
                          const QString &text);
//! The same for a box that is there.
void askQuestion(QMessageBox &box, const QString &objectName, const QString &title,
                 const QString &text);
QPushButton *addAnswer(QMessageBox &box, const QString &text, QMessageBox::ButtonRole role,
                       const QString &objectName);
//! Shows which answer Enter gives and which ones destroy, and opens the box.
void openQuestion(QMessageBox &box);

} // namespace Gatehouse::Ui
