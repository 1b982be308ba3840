// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! Why the gateway refused a request, in the language of the program: "Team support has used
//! $179.98 of its $180.00. Its requests are refused until 1 Dec." What \a detail says otherwise, a
//! provider's words first of all, stays as it is.
QString refusalText(const QString &detail);

} // namespace Gatehouse::Ui
