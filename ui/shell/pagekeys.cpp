// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagekeys.h"

#include <QtGui/QAction>
#include <QtGui/QShortcut>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

namespace {

//! A key that also writes text: it works while none is being typed.
bool isLetter(const QKeySequence &keys)
{
    return keys.count() == 1 && keys[0].keyboardModifiers() == Qt::NoModifier
        && keys[0].key() >= Qt::Key_A && keys[0].key() <= Qt::Key_Z;
}

} // namespace

void applyPageKeys(const QWidget &page, const QList<QAction *> &actions, bool letters)
{
    QList<QKeySequence> taken;
    for (const QAction *action : actions)
        taken += action->shortcuts();
    for (QShortcut *shortcut : page.findChildren<QShortcut *>())
        shortcut->setEnabled(!taken.contains(shortcut->key())
                             && (letters || !isLetter(shortcut->key())));
}

} // namespace Gatehouse::Ui
