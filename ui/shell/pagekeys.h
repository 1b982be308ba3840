// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

class QAction;
class QWidget;

namespace Gatehouse::Ui {

//! Puts the keys of \a page in force. A key that one of the window's \a actions has as well would
//! be ambiguous, and do nothing: the window wins. Letters alone work when \a letters says so.
void applyPageKeys(const QWidget &page, const QList<QAction *> &actions, bool letters);

} // namespace Gatehouse::Ui
