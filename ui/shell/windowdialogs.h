// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

namespace Gatehouse::Ui {

class MainWindow;
class PaletteCatalogue;

//! What opens over a window whatever its page; each closes by itself.
namespace WindowDialogs {

void openPalette(MainWindow &window, PaletteCatalogue &catalogue);
//! Asks for a range of time of one's own; \a range is the one that is shown.
void openRange(MainWindow &window, const QString &range,
               const std::function<void(const QString &range)> &choose);
void openHelp(MainWindow &window, const QString &topic);
void openShortcuts(MainWindow &window);

} // namespace WindowDialogs
} // namespace Gatehouse::Ui
