// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteentry.h"

namespace Gatehouse::Ui {

class MainWindow;

//! The tabs of \a page ("spend"), also before it was made; none for a page without tabs.
QList<PaletteEntry> tabEntries(MainWindow &window, const QString &page, const QString &title);

//! The sections and rows of the settings; none before their page is made.
QList<PaletteEntry> settingEntries(MainWindow &window);

} // namespace Gatehouse::Ui
