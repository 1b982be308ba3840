// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! "2026-07-24" as people write days; what is no day stays as it is.
QString dayOfIso(const QString &iso);

} // namespace Gatehouse::Ui
