// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>

namespace Gatehouse::Node {

//! Puts a backup that waits in \a dataFolder in the place of the books, which nobody has open. What
//! was there is kept in a folder of its own beside it. Answers the file the backup came from, empty
//! when none waits. Broken off in the middle, the next call goes on where it ended.
Result<QString> restoreStagedBackup(const QString &dataFolder, WallTime now);

} // namespace Gatehouse::Node
