// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

class MainWindow;

//! Adds every page that works, and setup, to a new window.
void addPages(MainWindow &window, Api::AdminClient &client);

} // namespace Gatehouse::Ui
