// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtGui/QKeySequence>

class QAction;

namespace Gatehouse::Ui {

class Preferences;

//! The keys of the window's actions: the usual ones, and those a person chose instead, which the
//! preferences remember by the action's objectName.
namespace Shortcuts {

//! Made for an action once, when it is made.
void setUsual(QAction &action, const QList<QKeySequence> &keys);
QList<QKeySequence> usual(const QAction &action);
bool isUsual(const QAction &action);
//! Gives the action the keys it was left with.
void restore(QAction &action, const Preferences &preferences);
//! Gives it \a keys, none when empty, and remembers them.
void choose(QAction &action, const QKeySequence &keys, Preferences &preferences);
void reset(QAction &action, Preferences &preferences);
//! The other action of \a actions that has \a keys; null when they are free.
const QAction *conflict(const QList<QAction *> &actions, const QAction &action,
                        const QKeySequence &keys);

} // namespace Shortcuts

} // namespace Gatehouse::Ui
