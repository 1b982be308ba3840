// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QString;
class QWidget;

namespace Gatehouse::Ui {

class Preferences;

//! Names, icon, fonts and theme of the program, before the first window.
void setUpApplication(QApplication &app, const Preferences &preferences);

//! Every visible page of \a window says it is "ready".
bool isReady(const QWidget &window);

//! Saves a picture of \a window in \a file once every visible page of it says it is "ready"; false
//! when one is not yet or the file cannot be written. Ask again after "readyChanged".
bool grabWindow(QWidget &window, const QString &file);

} // namespace Gatehouse::Ui
