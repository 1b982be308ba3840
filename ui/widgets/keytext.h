// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeySequence;
class QString;

namespace Gatehouse::Ui {

//! A shortcut as people of this language read it: "Ctrl+Shift+S", "Strg+Umschalt+S"; on macOS the
//! system's signs.
QString keyText(const QKeySequence &keys);

} // namespace Gatehouse::Ui
