// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QMessageBox;
class QWidget;

namespace Gatehouse::Ui {

//! A question before something that cannot be undone: \a title is the act, \a text its consequence.
//! Add the buttons, name the safe one default and escape, and open() it; it deletes itself.
QMessageBox *makeQuestion(QWidget *parent, const QString &objectName, const QString &title,
                          const QString &text);

} // namespace Gatehouse::Ui
