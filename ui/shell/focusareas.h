// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

class QWidget;

namespace Gatehouse::Ui {

//! Moves the focus of a window from the area that has it to the next (1) or previous (-1) one that
//! holds a control, in the order of \a areas.
void focusNextArea(const QList<QWidget *> &areas, const QWidget *focus, int step);

//! Puts the focus into the filter or search field of a page; without one its table gets a line to
//! filter with.
void focusFilterOf(const QWidget &page);

} // namespace Gatehouse::Ui
