// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractSpinBox;

namespace Gatehouse::Ui {

//! Entering \a spin by click or Tab while it shows its words for nothing ("No limit") selects
//! them, so that what is typed takes their place.
void replaceWordsByTyping(QAbstractSpinBox &spin);

} // namespace Gatehouse::Ui
