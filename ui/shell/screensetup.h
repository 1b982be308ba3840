// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! A short name for the arrangement of screens at this moment: the same screens in the same places
//! give the same name.
QString screenSetup();

} // namespace Gatehouse::Ui
