// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

class MainWindow;

//! The two pages that every window has, first and last in the sidebar.
void addOverview(MainWindow &window, Api::AdminClient &client);
void addSettings(MainWindow &window, Api::AdminClient &client);

} // namespace Gatehouse::Ui
