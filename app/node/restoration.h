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

//! The engine runs with what was restored: it stays.
void confirmRestore(const QString &dataFolder);
//! Whether something was restored with which no engine has run yet.
bool isRestoreUnconfirmed(const QString &dataFolder);
//! Puts the books from before an unconfirmed restore back, while no engine has the folder open, and
//! keeps the restored ones in a folder of their own. Answers the file the backup came from, empty
//! when nothing was restored. Broken off in the middle, the next call goes on where it ended.
Result<QString> undoRestore(const QString &dataFolder, WallTime now);

} // namespace Gatehouse::Node
