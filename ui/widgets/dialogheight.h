// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace Gatehouse::Ui {

//! As high as the wrapped words of \a dialog need at \a width, or the least they can do with. Qt
//! guesses at another width, and a dialog that is too high spreads its rows.
void fitHeight(QDialog &dialog, int width);

} // namespace Gatehouse::Ui
