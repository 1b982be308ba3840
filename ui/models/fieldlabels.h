// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! What people call a field of the configuration: "Time to connect" of "connect". One that is
//! rarely changed stands as the configuration calls it.
QString fieldLabel(const QString &field);

} // namespace Gatehouse::Ui
